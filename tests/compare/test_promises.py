"""What holds for any two articles (the promises of the house)."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.strategies import article_of, article_pairs, articles, texts
from tui.article import Role, Span, Style, Styled
from tui.compare import (
    CompareOptions,
    Comparison,
    Kind,
    Regime,
    Row,
    Wording,
    compare,
    edits_of,
    mark_words,
)
from tui.compare.words import words_of


@given(article_pairs())
def test_every_paragraph_is_in_exactly_one_row(pair):
    comparison = compare(*pair)
    assert [p for row in comparison.rows for p in row.left] == list(range(len(pair[0].paragraphs)))
    assert [p for row in comparison.rows for p in row.right] == list(range(len(pair[1].paragraphs)))


@given(article_pairs())
def test_no_row_is_empty_on_both_sides(pair):
    assert all(row.left or row.right for row in compare(*pair).rows)


@given(article_pairs())
def test_a_move_has_two_ends_that_know_each_other_and_one_change(pair):
    rows = compare(*pair).rows
    for number, row in enumerate(rows):
        assert (row.kind is Kind.MOVED) == (row.other_end is not None)
        if row.other_end is not None:
            end = rows[row.other_end]
            assert end.other_end == number
            assert bool(row.left) != bool(end.left)
            assert end.change == row.change


@given(article_pairs())
def test_changes_are_numbered_in_reading_order_and_cover_every_row_that_differs(pair):
    comparison = compare(*pair)
    changes = comparison.changes
    assert [change.number for change in changes] == list(range(1, len(changes) + 1))
    assert [change.rows[0] for change in changes] == sorted(change.rows[0] for change in changes)
    covered = sorted(row for change in changes for row in change.rows)
    differing = [n for n, row in enumerate(comparison.rows) if row.kind is not Kind.SAME]
    assert covered == differing
    assert all(
        comparison.rows[row].change == change.number for change in changes for row in change.rows
    )


@given(article_pairs())
def test_marks_lie_inside_their_paragraph_in_order_and_disjoint(pair):
    comparison = compare(*pair)
    for number in range(len(comparison.rows)):
        edits = edits_of(comparison, number)
        for side, article in (("left", pair[0]), ("right", pair[1])):
            at = (-1, 0)
            for passage in (p for edit in edits for p in getattr(edit, side)):
                text = article.paragraphs[passage.paragraph].text
                span = passage.span
                assert (passage.paragraph, span.start) >= at
                assert span.start < span.end <= len(text)
                at = (passage.paragraph, span.end)


def unmarked_words(article, paragraphs, passages):
    """The words of some paragraphs that no passage covers."""
    words = []
    for number in paragraphs:
        text = article.paragraphs[number].text
        spans = [p.span for p in passages if p.paragraph == number]
        found = words_of(text)
        words += [
            text[start:end]
            for start, end in zip(found.starts, found.ends, strict=True)
            if not any(span.start < end and start < span.end for span in spans)
        ]
    return words


@given(article_pairs())
def test_words_outside_the_marks_are_equal_in_equal_order_on_both_sides(pair):
    comparison = compare(*pair)
    for number in range(len(comparison.rows)):
        left, right = comparison.both_sides(number)
        if not (left and right):
            continue
        edits = edits_of(comparison, number)
        assert unmarked_words(pair[0], left, [p for e in edits for p in e.left]) == unmarked_words(
            pair[1], right, [p for e in edits for p in e.right]
        )


@given(article_pairs())
def test_no_mark_cuts_a_word(pair):
    comparison = compare(*pair)
    for number in range(len(comparison.rows)):
        for edit in edits_of(comparison, number):
            for article, passages in ((pair[0], edit.left), (pair[1], edit.right)):
                for passage in passages:
                    words = words_of(article.paragraphs[passage.paragraph].text)
                    for start, end in zip(words.starts, words.ends, strict=True):
                        assert not start < passage.span.start < end
                        assert not start < passage.span.end < end


@given(articles())
@example(article_of(["—"] * 2))
@example(article_of(["Advertisement"] * 100))
@example(article_of(["One sentence of a story.", *["Advertisement"] * 70]))
def test_an_article_compared_with_itself_has_no_changes(article):
    comparison = compare(article, article)
    assert comparison.changes == ()
    assert all(row.kind is Kind.SAME for row in comparison.rows)


@given(article_pairs())
def test_the_same_input_gives_the_same_answer(pair):
    assert compare(*pair) == compare(*pair)


def styled(article, spans):
    """The article with stretches of its first paragraph set in emphasis."""
    first = replace(
        article.paragraphs[0],
        styles=tuple(Styled(Span(start, end), Style.EMPHASIS) for start, end in spans),
    )
    return replace(article, paragraphs=(first, *article.paragraphs[1:]))


def test_emphasis_that_was_lost_is_a_quiet_change_of_one_stretch():
    text = "He said that it was not his own doing, and left the room."
    start = text.index("not his")
    left = styled(article_of([text]), [(start, start + len("not his own doing"))])
    comparison = compare(left, article_of([text]))
    assert [change.kind for change in comparison.changes] == [Kind.QUIET]
    (edit,) = edits_of(comparison, 0)
    assert edit.wording is Wording.EMPHASIS
    ((passage,), _) = edit.left, edit.right
    assert text[passage.span.start : passage.span.end] == "not his own doing"
    assert [edit.left, edit.right] == [edit.right, edit.left]


def test_the_same_emphasis_on_both_sides_is_no_change():
    left = styled(article_of(["One two three."]), [(4, 7)])
    assert compare(left, left).changes == ()


@given(article_pairs(), st.sets(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=3))
def test_emphasis_never_touches_the_marks_of_other_words(pair, stretches):
    left, right = pair
    length = len(left.paragraphs[0].text)
    spans = [(start, min(start + size, length)) for start, size in stretches if start < length]
    plain, marked = compare(left, right), compare(styled(left, spans), right)
    assert [(row.left, row.right) for row in plain.rows] == [
        (row.left, row.right) for row in marked.rows
    ]
    for number in range(len(plain.rows)):
        loud = [edit for edit in edits_of(marked, number) if edit.wording is not Wording.EMPHASIS]
        assert loud == list(edits_of(plain, number))


@pytest.mark.parametrize(("name", "value"), [("pair_from", 1.5), ("looks", -1), ("place", -0.1)])
def test_a_threshold_outside_its_range_is_refused(name, value):
    with pytest.raises(ValueError, match=name):
        CompareOptions(**{name: value})


def marked_text(article, passages):
    return [article.paragraphs[p.paragraph].text[p.span.start : p.span.end] for p in passages]


@given(article_pairs())
def test_no_mark_covers_the_same_text_on_both_sides(pair):
    comparison = compare(*pair)
    for number in range(len(comparison.rows)):
        for edit in edits_of(comparison, number):
            if edit.wording is not Wording.EMPHASIS:
                assert marked_text(comparison.left, edit.left) != marked_text(
                    comparison.right, edit.right
                )


@given(texts(), texts())
def test_swapping_the_sides_loses_no_change(left, right):
    there, back = mark_words(left, right), mark_words(right, left)
    assert any(there) is any(back)
    assert any(there) is (words_of(left).keys != words_of(right).keys or left != right)


@given(article_pairs(max_paragraphs=3))
def test_the_words_of_two_texts_are_marked_as_those_of_a_row(pair):
    left, right = (article.paragraphs[0].text for article in pair)
    articles = article_of([left]), article_of([right])
    row = Row((0,), (0,), Kind.REWORDED)
    edits = edits_of(Comparison(*articles, (row,), (), Regime.VERSIONS), 0)
    assert mark_words(left, right) == (
        [(p.span.start, p.span.end) for edit in edits for p in edit.left],
        [(p.span.start, p.span.end) for edit in edits for p in edit.right],
    )


def test_too_many_words_are_marked_as_one_stretch_in_a_row_and_between_two_texts():
    left, right = ("one " + f"a.{end}" * 50 + " two" for end in "bc")
    options = CompareOptions(edits_up_to=100)
    inside = [(len("one "), len(left) - len(" two"))]
    assert mark_words(left, right, options) == (inside, inside)
    assert len(mark_words(left, right)[0]) > 1


def test_a_heading_that_became_a_paragraph_is_a_quiet_change_of_all_of_it():
    left = article_of(["Peace talks", "They met in Paris on Monday."])
    heading = replace(left.paragraphs[0], role=Role.SUBHEAD)
    right = replace(left, paragraphs=(heading, *left.paragraphs[1:]))
    comparison = compare(left, right)
    assert [row.kind for row in comparison.rows] == [Kind.QUIET, Kind.SAME]
    (edit,) = edits_of(comparison, 0)
    assert edit.wording is Wording.EMPHASIS
    assert marked_text(left, edit.left) == ["Peace talks"]


def test_of_several_long_forms_the_longest_stands_for_a_short_one():
    _, right = mark_words("The CEO Pryce quit", "The chief executive officer Price resigned")
    assert right[0] == (4, len("The chief executive officer"))
