"""How two texts become one in a redline, as pictures."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given

from tests.compare.weaving import Woven, parted, solid, woven
from tests.layout.pictures import BESIDE, REDLINE, STACKED, edit, one_row, picture
from tui.article.model import Span
from tui.compare.model import Kind, Side, Wording
from tui.layout import Frame, Ink, View, lay_out
from tui.layout.inline import write_inline
from tui.layout.marks import Marks
from tui.review import EVERYTHING


def marks(edits) -> Marks:
    return Marks(edits, {}, EVERYTHING)


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
        ("so", "“so”", [("so", "“so”")], "[so] {“so”}"),
        ("“Go", '"We go', [("“Go", '"We go')], '[“Go] {"We go}'),
        ("“Go", "«Go", [("“", "«")], "[“]{«}Go"),
        ("They met", "Then we met", [("", "Then"), ("They", "we")], "{Then} [They] {we} met"),
        ("yes he", "yes—he", [("", "—")], "yes{—}he"),
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


def test_a_quiet_edit_leaves_no_blank_of_its_left_words():
    comparison = one_row(["Go (the US)."], ["Go (US)."], Kind.REWORDED)
    quiet = edit(comparison, "the", "", Wording.VARIANT)
    assert picture(lay_out(comparison, 0, REDLINE, [quiet])) == ["· Go (US).", ""]


def test_a_quiet_edit_over_a_join_shows_the_right_words():
    comparison = one_row(["The air", "strike."], ["The airstrike."], Kind.MERGED)
    quiet = edit(comparison, "air|strike", "airstrike", Wording.HYPHENATION)
    assert picture(lay_out(comparison, 0, REDLINE, [quiet])) == ["M The (airstrike).", ""]


def test_what_is_found_is_marked_in_both_texts_of_a_redline():
    comparison = one_row(["It was. An old house"], ["It was.", "A new house"], Kind.SPLIT)
    found = {
        (Side.LEFT, 0): (Span(11, 14), Span(15, 20)),
        (Side.RIGHT, 0): (Span(3, 6),),
        (Side.RIGHT, 1): (Span(0, 5),),
    }
    change = edit(comparison, "An old", "A new")
    band = lay_out(comparison, 0, Frame(View.REDLINE, 60), [change], found)
    runs = [run.text for line in band.panes[0] for run in line.runs if run.found]
    assert runs == ["was", "old", "A new"]


@given(woven())
def test_a_redline_leaves_out_nothing_and_words_never_stick_together(row: Woven):
    edits = [replace(edit, quiet=False) for edit in row.edits]
    inline = write_inline(row.left, row.right, marks(edits), {Side.LEFT: (), Side.RIGHT: ()})
    inks = [Ink.PLAIN] * len(inline.text)
    for start, end, ink, _ in inline.strokes:
        inks[start:end] = [ink] * (end - start)
    signs = list(zip(inline.text, inks, strict=True))
    left = "".join(sign for sign, ink in signs if ink is not Ink.ADDED)
    right = "".join(sign for sign, ink in signs if ink is not Ink.REMOVED)
    assert (solid(left), solid(right)) == (solid(row.left.text), solid(row.right.text))
    assert parted(right) >= parted(row.right.text)
    for (sign, ink), (after, ink_after) in pairwise(signs):
        if {ink, ink_after} == {Ink.REMOVED, Ink.ADDED}:
            assert not (sign.isascii() and sign.isalnum() and after.isalnum() and after.isascii())
    assert "  " not in inline.text


@given(woven())
def test_a_redline_with_quiet_edits_holds_the_whole_right_text(row: Woven):
    inline = write_inline(row.left, row.right, marks(row.edits), {Side.LEFT: (), Side.RIGHT: ()})
    removed = {
        place
        for start, end, ink, _ in inline.strokes
        if ink is Ink.REMOVED
        for place in range(start, end)
    }
    right = "".join(sign for n, sign in enumerate(inline.text) if n not in removed)
    assert solid(right) == solid(row.right.text)
    assert parted(right) >= parted(row.right.text)


def test_a_break_on_both_sides_is_no_change():
    regrouped = one_row(["One.", "Two old."], ["One.", "Two new."], Kind.REWORDED)
    change = edit(regrouped, "old", "new")
    assert picture(lay_out(regrouped, 0, REDLINE, [change])) == ["~ One. ¶ Two [old] {new}.", ""]
