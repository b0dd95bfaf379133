"""Two texts become one, with marks around what only one of them has."""

import re

import pytest
from hypothesis import assume, given, settings

from tests.strategies import article_pairs, numbered
from tui.compare import Comparison, Kind, Regime, Row, Side, carried_notes, compare
from tui.export.marks import marked
from tui.export.text import write_text


def marks_of(left: str, right: str, *words: tuple[str, str], shared_from_left: bool = False) -> str:
    """Mark the pairs of words given, each found behind the one before."""
    edits = []
    left_at = right_at = 0
    for in_left, in_right in words:
        start_left, start_right = left.find(in_left, left_at), right.find(in_right, right_at)
        left_at, right_at = start_left + len(in_left), start_right + len(in_right)
        edits.append((range(start_left, left_at), range(start_right, right_at)))
    return marked(left, right, edits, shared_from_left=shared_from_left)


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
    ],
)
def test_blanks_stand_where_prose_has_them(left, right, words, expected):
    assert marks_of(left, right, *words) == expected


@pytest.mark.parametrize("shared_from_left", [False, True])
def test_what_is_shared_can_be_written_as_either_side_has_it(shared_from_left):
    text = marks_of(
        "one  two old three",
        "one two new\u00a0three",
        ("old", "new"),
        shared_from_left=shared_from_left,
    )
    expected = (
        "one  two [-old-]{+new+} three" if shared_from_left else "one two [-old-]{+new+}\u00a0three"
    )
    assert text == expected


def rows_as_text(comparison: Comparison) -> list[str]:
    """Each row on one line, without its sign."""
    whole = "".join(write_text(comparison, 0))
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
