"""Two texts become one, with marks around what only one of them has."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.compare.weaving import Woven, parted, solid, woven
from tests.strategies import article_of, article_pairs, numbered
from tui.article.model import Span
from tui.compare import (
    Comparison,
    Edit,
    Kind,
    Passage,
    Regime,
    Row,
    Side,
    account,
    carried_notes,
    compare,
)
from tui.compare.model import Wording
from tui.compare.weave import Strand, strand_of
from tui.export import Wanted
from tui.export.marks import marked
from tui.export.text import write_text


def marks_of(
    left: str, right: str, *words: tuple[str, str], asked: Sequence[int] | None = None
) -> str:
    """Mark the pairs of words given, each found behind the one before; all, or those asked for."""
    edits = []
    at = {left: 0, right: 0}
    for pair in words:
        sides = []
        for text, wanted in zip((left, right), pair, strict=True):
            start = text.index(wanted, at[text])
            at[text] = start + len(wanted)
            sides.append((Passage(0, Span(start, at[text])),) if wanted else ())
        edits.append(Edit(*sides, Wording.WORDS))
    strands = Strand(left, {0: 0}), Strand(right, {0: 0})
    if asked is None:
        return marked(*strands, edits)
    return marked(*strands, edits, lambda edit: edits.index(edit) in asked)


@pytest.mark.parametrize(
    ("left", "right", "words", "expected"),
    [
        (
            "met yesterday in Paris",
            "met on Monday in Paris",
            [("yesterday", "on Monday")],
            "met [-yesterday-]{+on Monday+} in Paris",
        ),
        ("But Iran was", "Iran was", [("But", "")], "[-But-] Iran was"),
        ("Iran was", "But Iran was", [("", "But")], "{+But+} Iran was"),
        ("he had met them", "he met them", [("had", "")], "he [-had-] met them"),
        ("he met", "he met them", [("", "them")], "he met {+them+}"),
        ("he met them", "he met", [("them", "")], "he met [-them-]"),
        ("in Iran, but", "in Iran but", [(",", "")], "in Iran[-,-] but"),
        ("in Iran but", "in Iran, but", [("", ",")], "in Iran{+,+} but"),
        ("in, he", "in 2014 he", [(",", "2014")], "in[-,-] {+2014+} he"),
        ("in 2014 he", "in, he", [("2014", ",")], "in [-2014-]{+,+} he"),
        ("old", "new", [("old", "new")], "[-old-]{+new+}"),
        ("the same", "the same", [], "the same"),
        (
            "And it is",
            "It is",
            [("And", ""), ("it", "It")],
            "[-And-] [-it-]{+It+} is",
        ),
        (
            "They met",
            "Then they met",
            [("", "Then"), ("They", "they")],
            "{+Then+} [-They-]{+they+} met",
        ),
        ("a b d", "a x y d", [("b", "x"), ("", "y")], "a [-b-]{+x+} {+y+} d"),
        ("go on, he", "go he", [("on", ""), (",", "")], "go [-on,-] he"),
        ("yes he", "yes—he", [("", "—")], "yes{+—+} he"),
    ],
)
def test_blanks_stand_where_prose_has_them(left, right, words, expected):
    assert marks_of(left, right, *words) == expected


def test_what_is_shared_is_written_as_the_right_has_it():
    text = marks_of("one  two old three", "one two new\u00a0three", ("old", "new"))
    assert text == "one two [-old-]{+new+}\u00a0three"


@given(woven())
def test_marks_leave_out_nothing_and_words_never_stick_together(row: Woven):
    text = marked(row.left, row.right, row.edits)
    without_right = re.sub(r"\{\+.*?\+\}", "", text).replace("[-", "").replace("-]", "")
    without_left = re.sub(r"\[-.*?-\]", "", text).replace("{+", "").replace("+}", "")
    for written, strand in ((without_right, row.left), (without_left, row.right)):
        assert solid(written) == solid(strand.text)
        assert parted(written) >= parted(strand.text)
    assert "  " not in text


@given(woven(), st.sets(st.integers(0, 5)))
def test_an_edit_without_a_mark_stands_as_in_the_right_text(row: Woven, chosen):
    asked = [edit for number, edit in enumerate(row.edits) if number in chosen]
    text = marked(row.left, row.right, row.edits, lambda edit: edit in asked)
    as_right = re.sub(r"\[-.*?-\]", "", text).replace("{+", "").replace("+}", "")
    assert solid(as_right) == solid(row.right.text)
    assert parted(as_right) >= parted(row.right.text)
    # A join of the left stays, for the row is called merged or regrouped.
    if not asked and "\n" not in row.left.text:
        assert parted(text) == parted(row.right.text)
    assert "  " not in text


@pytest.mark.parametrize(
    ("left", "right", "edits", "asked", "expected"),
    [
        ("But Iran was", "Iran was", [("But", "")], (), "Iran was"),
        ("he had met them", "he met them", [("had", "")], (), "he met them"),
        ("he met them", "he met", [("them", "")], (), "he met"),
        ("in Iran, but", "in Iran but", [(",", "")], (), "in Iran but"),
        ("US met two", "U.S. met three", [("US", "U.S."), ("two", "three")], (1,),
         "U.S. met [-two-]{+three+}"),
        ("a b c d", "a d", [("b", ""), ("c", "")], (0,), "a [-b-] d"),
        ("a b c d", "a d", [("b", ""), ("c", "")], (1,), "a [-c-] d"),
        ("a b c", "a x y c", [("b", "x"), ("", "y")], (1,), "a x {+y+} c"),
    ],
)  # fmt: skip
def test_edits_without_a_mark_leave_no_blanks_behind(left, right, edits, asked, expected):
    assert marks_of(left, right, *edits, asked=asked) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["One.", "Two. Six."], ["One. Two.", "Six."], "One. [-¶-] Two. {+¶+} Six."),
        (["One.", "Two.", "Six."], ["One. Two.", "Six."], "One. [-¶-] Two. ¶ Six."),
        (["One.", "Two.", "Six."], ["One. Two. Six."], "One. ¶ Two. ¶ Six."),
    ],
)
def test_a_join_is_marked_where_the_row_does_not_tell_whose_it_is(left, right, expected):
    strands = [strand_of(article_of(texts), range(len(texts))) for texts in (left, right)]
    assert marked(*strands, ()) == expected


def rows_as_text(comparison: Comparison) -> list[str]:
    """Each row on one line, without its sign."""
    whole = "".join(write_text(account(comparison), Wanted()))
    return [line[2:] for line in whole.split("\n\n")[1:-1]]


def bare(text: str) -> str:
    """Text without blanks and without the joins of splits and merges."""
    return re.sub(r"[\s¶]", "", text)


def assert_the_marks_can_be_removed(comparison: Comparison) -> None:
    left, right = comparison.left, comparison.right
    texts = [paragraph.text for article in (left, right) for paragraph in article.paragraphs]
    assume(not any(set("[]{}¶") & set(text) for text in texts))
    assert len(rows_as_text(comparison)) == len(comparison.rows)
    for number, line in enumerate(rows_as_text(comparison)):
        row = comparison.rows[number]
        text = re.sub(r"^\(moved (to|from) ¶\d+\) ", "", line)
        for note in reversed(carried_notes(comparison, number, Side.BOTH)):
            text = text.removesuffix(f" ({note})")
        # A move's right end shows the words of both ends.
        at_the_end = row.kind is Kind.MOVED and not row.left
        lefts = comparison.rows[row.other_end].left if at_the_end else row.left
        on_left = "".join(left.paragraphs[number].text for number in lefts)
        on_right = "".join(right.paragraphs[number].text for number in row.right)
        without_right = re.sub(r"\{\+.*?\+\}", "", text).replace("[-", "").replace("-]", "")
        without_left = re.sub(r"\[-.*?-\]", "", text).replace("{+", "").replace("+}", "")
        if lefts:
            assert bare(without_right) == bare(on_left)
        if row.right:
            assert bare(without_left) == bare(on_right)


@given(article_pairs())
def test_removing_the_marks_gives_back_the_words_of_either_side(pair):
    assert_the_marks_can_be_removed(compare(*pair))


@given(article_pairs(max_paragraphs=3))
def test_the_same_where_paragraphs_are_joined(pair):
    left, right = pair
    lefts, rights = tuple(range(len(left.paragraphs))), tuple(range(len(right.paragraphs)))
    rows, changes = numbered([Row(lefts, rights, Kind.REWORDED, 0.5)])
    comparison = Comparison(left, right, rows, changes, Regime.VERSIONS)
    assert_the_marks_can_be_removed(comparison)
    (row,) = rows_as_text(comparison)
    assert row.count("¶") >= max(len(lefts), len(rights)) - 1


@pytest.mark.slow
@settings(max_examples=600)
@given(article_pairs(max_paragraphs=16))
def test_the_same_in_many_longer_articles(pair):
    assert_the_marks_can_be_removed(compare(*pair))
