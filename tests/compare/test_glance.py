"""What can be read before the pairing is made."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_of, article_pairs
from tui.compare import CompareOptions, glance, pending

looks = st.sampled_from([glance, pending])


def anchors(comparison):
    """The pairs that a glance is sure of."""
    return [(row.left[0], row.right[0]) for row in comparison.rows if row.likeness]


@given(article_pairs(), looks)
def test_every_paragraph_is_in_exactly_one_row_and_rows_rise(pair, look):
    comparison = look(*pair)
    assert comparison.pending
    assert [p for row in comparison.rows for p in row.left] == list(range(len(pair[0].paragraphs)))
    assert [p for row in comparison.rows for p in row.right] == list(range(len(pair[1].paragraphs)))
    assert all(row.left or row.right for row in comparison.rows)


@given(article_pairs())
def test_what_a_glance_is_sure_of_is_the_same_text_and_stands_nowhere_else(pair):
    left, right = ([paragraph.text for paragraph in article.paragraphs] for article in pair)
    for i, j in anchors(glance(*pair)):
        assert left[i] == right[j]
        assert left.count(left[i]) == right.count(right[j]) == 1


@given(article_pairs())
def test_a_text_that_is_alone_on_both_sides_is_passed_over_only_for_heavier_ones(pair):
    left, right = ([paragraph.text for paragraph in article.paragraphs] for article in pair)
    found = anchors(glance(*pair))
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
    for i, text in enumerate(left):
        if left.count(text) == right.count(text) == 1 and (i, right.index(text)) not in found:
            j = right.index(text)
            crossed = [left[a] for a, b in found if (a < i) != (b < j)]
            assert sum(map(len, crossed)) >= len(text)


@given(article_pairs())
def test_an_article_beside_itself_is_level_throughout(pair):
    rows = glance(pair[0], pair[0]).rows
    assert all(row.left == row.right for row in rows)


def test_a_paragraph_that_came_in_leaves_those_below_it_level():
    texts = [f"Paragraph number {number} of the story." for number in range(9)]
    right = [*texts[:4], "Nobody has seen this one before.", *texts[4:]]
    rows = glance(article_of(texts), article_of(right)).rows
    assert [(row.left, row.right) for row in rows[4:6]] == [((), (4,)), ((4,), (5,))]


def test_what_is_set_aside_is_passed_over_unless_it_is_asked_for():
    aside = replace(article_of(["Skip to content", "The story."]).paragraphs[0], aside=True)
    article = article_of(["Skip to content", "The story."])
    article = replace(article, paragraphs=(aside, article.paragraphs[1]))
    assert anchors(glance(article, article)) == [(1, 1)]
    assert anchors(glance(article, article, CompareOptions(asides=True))) == [(0, 0), (1, 1)]
