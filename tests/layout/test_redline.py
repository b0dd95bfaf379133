"""How two texts become one in a redline, as pictures."""

import pytest

from tests.layout.pictures import BESIDE, REDLINE, STACKED, edit, one_row, picture
from tui.compare.model import Kind, Wording
from tui.layout import lay_out


def test_a_redline_is_one_text_with_both_in_it(reworded, edits):
    assert picture(lay_out(reworded, 0, REDLINE, edits)) == [
        "~ Powers meeting in Paris [yesterday] {on}",
        "~ {Monday} gave [public] backing to the (U.S.)",
        "~ {there}.",
        "",
    ]


def test_a_redline_without_edits_shows_the_row_as_replaced(reworded):
    assert picture(lay_out(reworded, 0, REDLINE)) == [
        "~ --Powers meeting in Paris yesterday gave--",
        "~ --public backing to the US.--",
        "~ ++Powers meeting in Paris on Monday gave++",
        "~ ++backing to the U.S. there.++",
        "",
    ]


def test_a_quiet_row_is_quiet_in_a_redline():
    comparison = one_row(["the US."], ["the U.S."], Kind.QUIET)
    quiet = edit(comparison, "US", "U.S.", Wording.POINTS)
    assert picture(lay_out(comparison, 0, REDLINE, [quiet])) == ["· the (U.S.)", ""]
    assert picture(lay_out(comparison, 0, REDLINE)) == ["· the U.S.", ""]
    assert picture(lay_out(comparison, 0, STACKED, [quiet])) == [
        "· the (US).",
        "· the (U.S.)",
        "",
    ]


@pytest.mark.parametrize(
    ("left", "right", "changes", "expected"),
    [
        ("The sun", "A sun", [("The", "A")], "[The] {A} sun"),
        ("Old news", "news", [("Old", "")], "[Old] news"),
        ("news", "Old news", [("", "Old")], "{Old} news"),
        ("It is, now.", "It is.", [(", now", "")], "It is[, now]."),
        ("“Big, Hello”", "“Small Hello”", [("Big,", "Small")], "“[Big,] {Small} Hello”"),
        ("“Big Hello”", "“Hello”", [("Big", "")], "“[Big] Hello”"),
        ("Go, he said", "Go; he said", [(",", ";")], "Go[,]{;} he said"),
        ("He said go", "He said “go", [("go", "“go")], "He said [go] {“go}"),
        ("私は東京に", "私は大阪に", [("東京", "大阪")], "私は[東京]{大阪}に"),
        ("one  two old", "one two new", [("old", "new")], "one two [old] {new}"),
    ],
)
def test_words_of_a_redline_never_stick_together(left, right, changes, expected):
    comparison = one_row([left], [right], Kind.REWORDED)
    edits = [edit(comparison, *change) for change in changes]
    assert picture(lay_out(comparison, 0, REDLINE, edits)) == [f"~ {expected}", ""]


def test_a_redline_inks_the_break_of_a_split_as_added(split):
    assert picture(lay_out(split, 0, REDLINE)) == ["S It rained. {¶} It snowed.", ""]


def test_a_redline_inks_the_break_of_a_merge_as_removed():
    merged = one_row(["It rained.", "It snowed."], ["It rained. It snowed."], Kind.MERGED)
    assert picture(lay_out(merged, 0, REDLINE)) == ["M It rained. [¶] It snowed.", ""]


def test_an_edit_reaches_over_the_join_of_a_merge():
    merged = one_row(["It rained.", "It snowed."], ["It rained and snowed."], Kind.MERGED)
    change = edit(merged, ".|It", "and")
    assert picture(lay_out(merged, 0, REDLINE, [change])) == [
        "M It rained[. ¶ It] {and} snowed.",
        "",
    ]
    assert picture(lay_out(merged, 0, BESIDE, [change]))[0] == (
        "M It rained<.> | M It rained <and> snowed."
    )


def test_a_break_on_both_sides_is_no_change():
    regrouped = one_row(["One.", "Two old."], ["One.", "Two new."], Kind.REWORDED)
    change = edit(regrouped, "old", "new")
    assert picture(lay_out(regrouped, 0, REDLINE, [change])) == ["~ One. ¶ Two [old] {new}.", ""]
