"""Finding words in both articles."""

from hypothesis import given

from tests.strategies import article_of, article_pairs, words
from tui.compare import Side, compare
from tui.review import find

LEFT = ["He said “no”. He didn’t go.", "The second  paragraph\u00a0is longer."]
RIGHT = ["He said “no”. He didn’t go.", "The second paragraph is longer, and no more."]


def found(query: str) -> list[tuple[Side, int, str]]:
    comparison = compare(article_of(LEFT), article_of(RIGHT))
    texts = {Side.LEFT: LEFT, Side.RIGHT: RIGHT}
    return [
        (m.side, m.paragraph, texts[m.side][m.paragraph][m.span.start : m.span.end])
        for m in find(comparison, query).matches
    ]


def test_matches_come_by_row_left_before_right():
    assert found("no") == [
        (Side.LEFT, 0, "no"),
        (Side.RIGHT, 0, "no"),
        (Side.RIGHT, 1, "no"),
    ]


def test_capitals_do_not_matter():
    assert len(found("HE SAID")) == 2


def test_straight_quotes_find_curly_ones():
    assert found('"no"')[0] == (Side.LEFT, 0, "“no”")
    assert found("didn't")[0] == (Side.LEFT, 0, "didn’t")


def test_a_blank_finds_any_run_of_blanks():
    assert found("second paragraph is") == [
        (Side.LEFT, 1, "second  paragraph\u00a0is"),
        (Side.RIGHT, 1, "second paragraph is"),
    ]


def test_signs_of_patterns_are_searched_for_as_they_are():
    assert found(".*") == []


def test_an_empty_query_finds_nothing():
    assert found("  ") == []


def test_next_and_previous_go_round():
    search = find(compare(article_of(LEFT), article_of(RIGHT)), "no")
    assert [search.below(None, 0), search.below(None, 1), search.below(2, 0)] == [0, 2, 0]
    assert [search.above(None, 0), search.above(0, 0)] == [1, 2]
    assert (search.count(Side.LEFT), search.count(Side.RIGHT)) == (1, 2)


@given(article_pairs(), words)
def test_what_is_found_is_what_was_asked_for(pair, query):
    search = find(compare(*pair), query)
    articles = {Side.LEFT: pair[0], Side.RIGHT: pair[1]}
    for match in search.matches:
        text = articles[match.side].paragraphs[match.paragraph].text
        assert 0 <= match.span.start < match.span.end <= len(text)
    rows = [match.row for match in search.matches]
    assert rows == sorted(rows)
