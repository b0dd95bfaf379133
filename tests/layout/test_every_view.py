"""What holds in every view: room, dimming, waiting, and what was searched for."""

from dataclasses import replace

import pytest

from tests.layout.pictures import (
    BESIDE,
    LEFT,
    REDLINE,
    RIGHT,
    STACKED,
    picture,
    rows_of,
    text_of,
)
from tui.article.model import Span
from tui.compare.model import Kind, Regime, Row, Side
from tui.layout import Frame, View, lay_out


def test_what_is_set_aside_is_dimmed_in_every_view(same):
    paragraph = replace(same.left.paragraphs[0], aside=True)
    article = replace(same.left, paragraphs=(paragraph,))
    dimmed = replace(same, left=article, right=article)
    for frame in (BESIDE, STACKED, REDLINE, LEFT, RIGHT):
        assert "#All is well.#" in picture(lay_out(dimmed, 0, frame))[0]


def test_until_the_pairing_is_made_rows_are_plain():
    waiting = rows_of(
        ["One.", "Two."],
        ["Uno."],
        Row((0,), (0,), Kind.SAME),
        Row((1,), (), Kind.SAME),
        regime=Regime.PENDING,
    )
    assert picture(lay_out(waiting, 0, BESIDE)) == ["  One. |   Uno.", " |"]
    assert picture(lay_out(waiting, 1, BESIDE)) == ["  Two. |", " |"]
    assert picture(lay_out(waiting, 0, STACKED)) == ["  One.", "  Uno.", ""]
    assert picture(lay_out(waiting, 0, REDLINE)) == ["  Uno.", ""]
    assert picture(lay_out(waiting, 1, REDLINE)) == ["  Two.", ""]


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (BESIDE, ["Paris", "yesterday", "Paris", "on", "Monday"]),
        (STACKED, ["Paris", "yesterday", "Paris", "on", "Monday"]),
        (REDLINE, ["Paris", "yesterday", "on", "Monday"]),
        (LEFT, ["Paris", "yesterday"]),
        (RIGHT, ["Paris", "on", "Monday"]),
    ],
)
def test_what_was_searched_for_is_found_in_every_view(reworded, edits, frame, expected):
    found = {(Side.LEFT, 0): (Span(18, 33),), (Side.RIGHT, 0): (Span(18, 33),)}
    band = lay_out(reworded, 0, frame, edits, found)
    runs = [run for pane in band.panes for line in pane for run in line.runs]
    assert " ".join(run.text for run in runs if run.found).split() == expected


def test_a_match_may_begin_and_end_inside_an_edit(reworded, edits):
    found = {(Side.LEFT, 0): (Span(26, 30),)}
    runs = lay_out(reworded, 0, BESIDE, edits, found).panes[0][1].runs
    assert [(run.text, run.found) for run in runs][:3] == [
        ("ye", False),
        ("ster", True),
        ("day", False),
    ]


def test_lines_know_which_text_they_show(split):
    band = lay_out(split, 0, BESIDE)
    shown = [(line.paragraph, line.span) for line in band.panes[1]]
    assert shown == [(0, Span(0, 10)), (None, None), (1, Span(0, 10)), (None, None)]
    assert text_of(band.panes[1][2]) == "It snowed."


@pytest.mark.parametrize(
    ("view", "width", "shown", "cells"),
    [
        (View.SIDE_BY_SIDE, 80, View.SIDE_BY_SIDE, 37),
        (View.SIDE_BY_SIDE, 64, View.SIDE_BY_SIDE, 29),
        (View.SIDE_BY_SIDE, 63, View.STACKED, 59),
        (View.STACKED, 80, View.STACKED, 76),
        (View.REDLINE, 80, View.REDLINE, 77),
        (View.CLEAN_LEFT, 80, View.CLEAN_LEFT, 77),
        (View.CLEAN_RIGHT, 3, View.CLEAN_RIGHT, 2),
        (View.STACKED, 0, View.STACKED, 2),
    ],
)
def test_a_frame_shows_the_view_that_fits(view, width, shown, cells):
    frame = Frame(view, width)
    assert (frame.shown, frame.pane_width) == (shown, cells)
