"""What each view shows of each kind of row, as pictures."""

import pytest

from tests.layout.pictures import (
    BESIDE,
    LEFT,
    REDLINE,
    RIGHT,
    STACKED,
    edit,
    one_row,
    picture,
    rows_of,
)
from tui.compare import edits_of
from tui.compare.model import Kind, Row, Side
from tui.layout import lay_out


def test_the_same_text_stands_on_both_sides(same):
    assert picture(lay_out(same, 0, BESIDE)) == ["= All is well. | = All is well.", " |"]


def test_the_same_text_stands_once_where_there_is_one_pane(same):
    for frame in (STACKED, REDLINE):
        band = lay_out(same, 0, frame)
        assert picture(band) == ["= All is well.", ""]
        assert band.panes[0][0].side is Side.BOTH


def test_edits_are_inked_and_their_lines_signed(reworded, edits):
    assert picture(lay_out(reworded, 0, BESIDE, edits)) == [
        "~ Powers meeting in Paris | ~ Powers meeting in Paris <on>",
        "~ <yesterday> gave [public] backing | ~ <Monday> gave backing to the",
        "· to the (US). | ~ (U.S.) {there}.",
        " |",
    ]


def test_a_line_without_an_edit_has_no_sign_after_the_first():
    comparison = one_row(["word " * 14 + "old"], ["word " * 14 + "new"], Kind.REWORDED)
    band = lay_out(comparison, 0, BESIDE, [edit(comparison, "old", "new")])
    assert [line.sign for line in band.panes[0]] == ["~", " ", "~", " "]


def test_without_edits_both_sides_are_plain(reworded):
    pictured = picture(lay_out(reworded, 0, BESIDE))
    assert pictured[0] == "~ Powers meeting in Paris | ~ Powers meeting in Paris on"


def test_stacked_puts_the_left_text_above_the_right_one(reworded, edits):
    band = lay_out(reworded, 0, STACKED, edits)
    assert picture(band) == [
        "~ Powers meeting in Paris",
        "~ <yesterday> gave [public] backing",
        "· to the (US).",
        "~ Powers meeting in Paris <on>",
        "~ <Monday> gave backing to the",
        "~ (U.S.) {there}.",
        "",
    ]
    assert [line.side for line in band.panes[0][:6]] == [Side.LEFT] * 3 + [Side.RIGHT] * 3


@pytest.mark.parametrize(
    ("kind", "left", "right", "expected"),
    [
        (Kind.ADDED, [], ["A new one."], " | + ++A new one.++"),
        (Kind.REMOVED, ["An old one."], [], "- --An old one.-- |"),
    ],
)
def test_a_whole_paragraph_added_or_removed_stands_beside_a_gap(kind, left, right, expected):
    assert picture(lay_out(one_row(left, right, kind), 0, BESIDE)) == [expected, " |"]


def test_every_line_of_a_whole_paragraph_is_signed():
    band = lay_out(one_row([], ["word " * 14 + "word"], Kind.ADDED), 0, BESIDE)
    assert [line.sign for line in band.panes[1]] == ["+", "+", "+", " "]
    assert [line.sign for line in band.panes[0]] == [" "] * 4


def test_a_move_points_to_its_other_end_from_both_ends(moved):
    assert picture(lay_out(moved, 0, BESIDE)) == [
        "> »This went to another place.« |   moved to ¶3",
        " |",
    ]
    band = lay_out(moved, 2, BESIDE)
    assert picture(band)[0] == "  moved from ¶1 | < »This went to another place.«"
    assert band.panes[0][0].note


def test_with_one_pane_a_move_is_told_below_the_text(moved):
    for frame in (STACKED, REDLINE):
        assert picture(lay_out(moved, 0, frame)) == [
            "> »This went to another place.«",
            "  moved to ¶3",
            "",
        ]


def test_the_words_changed_in_a_moved_paragraph_are_inked():
    reworded_on_the_way = rows_of(
        ["It went to another place."],
        ["It went elsewhere."],
        Row((0,), (), Kind.MOVED, other_end=1),
        Row((), (0,), Kind.MOVED, other_end=0),
    )
    change = edit(reworded_on_the_way, "to another place", "elsewhere")
    assert picture(lay_out(reworded_on_the_way, 0, BESIDE, [change]))[0] == (
        "> »It went «<to another place>».« |   moved to ¶1"
    )
    assert picture(lay_out(reworded_on_the_way, 1, STACKED, [change]))[0] == (
        "< »It went «<elsewhere>».«"
    )


def test_the_parts_of_a_split_stand_under_one_another(split):
    assert picture(lay_out(split, 0, BESIDE)) == [
        "S It rained. It snowed. | S It rained.",
        " |",
        " |   It snowed.",
        " |",
    ]


def test_a_clean_article_has_no_marks(reworded, edits):
    assert picture(lay_out(reworded, 0, LEFT, edits)) == [
        "  Powers meeting in Paris yesterday gave",
        "  public backing to the US.",
        "",
    ]
    assert picture(lay_out(reworded, 0, RIGHT, edits))[0] == (
        "  Powers meeting in Paris on Monday gave"
    )


def test_a_clean_article_shows_nothing_of_a_row_it_has_no_part_in():
    band = lay_out(one_row([], ["A new one."], Kind.ADDED), 0, LEFT)
    assert band.height == 0
    assert picture(lay_out(one_row([], ["A new one."], Kind.ADDED), 0, RIGHT)) == [
        "  A new one.",
        "",
    ]


def test_a_clean_article_says_nothing_of_a_move(moved):
    assert picture(lay_out(moved, 0, LEFT)) == [
        "  This went to another place.",
        "",
    ]


def test_a_carried_sentence_is_inked_at_both_ends_and_says_where_it_is(compare_texts):
    river, trains, frost = (
        "The river rose in the night.",
        "All trains ran late on Monday.",
        "It froze hard.",
    )
    comparison = compare_texts(
        f"{river} {trains}\n\nNo more.\n\n{frost}", f"{river}\n\nNo more.\n\n{frost} {trains}"
    )
    first, second = (edits_of(comparison, number) for number in (0, 2))
    assert picture(lay_out(comparison, 0, BESIDE, first)) == [
        "~ The river rose in the night. | ~ The river rose in the night.",
        "~ »[All trains ran late on Monday.] |",
        "  “All trains ran late on…” |",
        "  moved to ¶3 |",
        " |",
    ]
    assert picture(lay_out(comparison, 2, STACKED, second)) == [
        "~ It froze hard.",
        "~ It froze hard. »{All trains ran}",
        "~ »{late on Monday.}",
        "  “All trains ran late on…”",
        "  moved from ¶1",
        "",
    ]
    assert picture(lay_out(comparison, 2, REDLINE, second)) == [
        "~ It froze hard. »{All trains ran late on}",
        "~ »{Monday.}",
        "  “All trains ran late on…” moved from ¶1",
        "",
    ]
