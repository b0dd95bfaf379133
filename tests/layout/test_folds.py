"""What is set aside, folded into one line that counts it."""

from dataclasses import replace

import pytest

from tests.layout.pictures import BESIDE, LEFT, REDLINE, RIGHT, STACKED, picture, rows_of
from tui.compare.model import Kind, Row
from tui.layout import Page, Place, lay_out

ASIDES = rows_of(
    ["Skip", "Menu", "Story.", "Closed."],
    ["Top", "Story."],
    Row((0,), (), Kind.ASIDE),
    Row((1,), (), Kind.ASIDE),
    Row((), (0,), Kind.ASIDE),
    Row((2,), (1,), Kind.SAME),
    Row((3,), (), Kind.ASIDE),
)


def folded(frame):
    """The lines of all rows, with what is set aside folded."""
    frame = replace(frame, fold_asides=True)
    bands = (lay_out(ASIDES, number, frame) for number in range(len(ASIDES.rows)))
    return [line for band in bands for line in picture(band)]


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (BESIDE, [": 2 paragraphs set aside | : 1 paragraph set aside", " |",
                  "= Story. | = Story.", " |", ": 1 paragraph set aside |", " |"]),
        (STACKED, [": 3 paragraphs set aside", "", "= Story.", "", ": 1 paragraph set aside", ""]),
        (REDLINE, [": 3 paragraphs set aside", "", "= Story.", "", ": 1 paragraph set aside", ""]),
        (LEFT, [": 2 paragraphs set aside", "", "  Story.", "", ": 1 paragraph set aside", ""]),
        (RIGHT, [": 1 paragraph set aside", "", "  Story.", ""]),
    ],
)  # fmt: skip
def test_a_stretch_takes_one_line_in_every_view(frame, expected):
    assert folded(frame) == expected


def test_unfolded_it_stands_as_it_is():
    assert picture(lay_out(ASIDES, 1, LEFT)) == [": Menu", ""]


def test_rows_without_height_are_stepped_over():
    page = Page(ASIDES, replace(BESIDE, fold_asides=True), lambda *_: (), {})
    assert [place.row for place in page.window(Place(0, 0), 20)] == [0, 0, 3, 3, 4, 4]
    assert page.moved(Place(3, 0), -1) == Place(0, 1)


def test_a_long_stretch_is_counted_once():
    many = 4_000
    long = rows_of(
        ["Menu"] * many, ["Story."], *(Row((n,), (), Kind.ASIDE) for n in range(many)),
        Row((), (0,), Kind.ADDED),
    )  # fmt: skip
    page = Page(long, replace(BESIDE, fold_asides=True), lambda *_: (), {})
    assert picture(page.band(0))[0] == ": 4000 paragraphs set aside |"
    assert [place.row for place in page.window(Place(0, 0), 4)] == [0, 0, many, many]
