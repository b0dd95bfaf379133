"""Paragraphs joined, cut and set aside by a person."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_of, articles
from tui.article import Recut, Role, Span, Style, Styled
from tui.article.recut import came_from, recut
from tui.errors import CorrectionError

COUNCIL = article_of(["Skip to main content", "The council met on Monday.", "It did not vote."])


def texts(article):
    return [paragraph.text for paragraph in article.paragraphs]


def changed(article, number, **fields):
    """The article with fields of one paragraph changed."""
    paragraphs = list(article.paragraphs)
    paragraphs[number] = replace(paragraphs[number], **fields)
    return replace(article, paragraphs=tuple(paragraphs))


def test_a_joined_paragraph_follows_the_one_before_after_a_blank():
    article, became = recut(COUNCIL, Recut(joins=(2,)))
    assert texts(article) == ["Skip to main content", "The council met on Monday. It did not vote."]
    assert became == ((0,), (1,), (1,))
    assert article.paragraphs[1].line == 2


def test_a_cut_leaves_no_blanks_at_its_ends():
    for at in (11, 12):
        article, became = recut(COUNCIL, Recut(cuts=((1, at),)))
        assert texts(article)[1:3] == ["The council", "met on Monday."]
        assert became == ((0,), (1, 2), (3,))


def test_what_is_cut_off_can_be_joined_to_its_other_neighbour():
    changes = Recut(joins=(2,), cuts=((1, 12),))
    article, became = recut(COUNCIL, changes)
    assert texts(article)[1:] == ["The council", "met on Monday. It did not vote."]
    assert became == ((0,), (1, 2), (2,))
    assert came_from(changes, 3) == ((0,), (1,), (1, 2))


def test_three_paragraphs_can_be_joined_to_one():
    article, became = recut(COUNCIL, Recut(joins=(1, 2)))
    assert texts(article) == [" ".join(texts(COUNCIL))]
    assert became == ((0,), (0,), (0,))


def test_emphasis_stays_on_its_words():
    bold = changed(COUNCIL, 1, styles=(Styled(Span(4, 18), Style.STRONG),))
    article, _ = recut(bold, Recut(cuts=((1, 12),)))
    marked = [
        paragraph.text[styled.span.start : styled.span.end]
        for paragraph in article.paragraphs
        for styled in paragraph.styles
    ]
    assert marked == ["council", "met on"]
    together, _ = recut(bold, Recut(joins=(1,)))
    (styled,) = together.paragraphs[0].styles
    assert together.paragraphs[0].text[styled.span.start : styled.span.end] == "council met on"


def test_what_is_declared_of_the_page_is_set_aside_with_all_its_pieces():
    article, _ = recut(COUNCIL, Recut(asides=frozenset({0}), cuts=((0, 5),)))
    assert [each.aside for each in article.paragraphs] == [True, True, False, False]


def test_what_is_declared_of_the_story_is_no_longer_furniture():
    page = changed(COUNCIL, 0, role=Role.FURNITURE, aside=True)
    article, _ = recut(page, Recut(story=frozenset({0})))
    assert (article.paragraphs[0].role, article.paragraphs[0].aside) == (Role.BODY, False)


def test_a_caption_joined_to_the_story_is_of_the_story():
    page = changed(COUNCIL, 0, role=Role.FURNITURE, aside=True)
    article, _ = recut(page, Recut(joins=(1,)))
    assert (article.paragraphs[0].role, article.paragraphs[0].aside) == (Role.BODY, False)


def test_an_article_that_is_not_changed_is_the_same_one():
    article, became = recut(COUNCIL, Recut())
    assert article is COUNCIL
    assert became == ((0,), (1,), (2,))


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        (Recut(joins=(3,)), "there is no paragraph 4 to correct, only 3"),
        (Recut(asides=frozenset({-1})), "there is no paragraph 0"),
        (Recut(joins=(0,)), "paragraph 1 cannot be joined"),
        (Recut(cuts=((1, 0),)), "paragraph 2 cannot be cut before its character 1"),
        (Recut(cuts=((1, 26),)), "nothing would be left on one side"),
        (Recut(cuts=((1, -3),)), "nothing would be left on one side"),
        (Recut(cuts=((1, 99),)), "nothing would be left on one side"),
        (Recut(cuts=((1, 11), (1, 12))), "nothing would be left on one side"),
        (Recut(asides=frozenset({1}), story=frozenset({1})), "paragraph 2 is of the story"),
        (Recut(asides=frozenset({1}), story=frozenset({2}), joins=(2,)), "paragraph 3 is of"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(changes, trouble):
    with pytest.raises(CorrectionError) as caught:
        recut(COUNCIL, changes)
    assert trouble in str(caught.value)
    assert str(caught.value).startswith("text: ")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("cafe\u0301 noir", 4),
        ("👩\u200d👧 two", 1),
        ("👩\u200d👧 two", 2),
        ("👍🏽 well", 1),
        ("🇫🇷🇩🇪", 1),
        ("🇫🇷🇩🇪", 3),
        ("น\u0e49\u0e33 water", 2),
        ("a \u0301b", 1),
    ],
)
def test_no_cut_parts_a_letter_from_its_marks(text, at):
    with pytest.raises(CorrectionError, match="one with the character before"):
        recut(article_of([text]), Recut(cuts=((0, at),)))


def test_a_cut_may_stand_between_two_flags():
    article, _ = recut(article_of(["🇫🇷🇩🇪"]), Recut(cuts=((0, 2),)))
    assert texts(article) == ["🇫🇷", "🇩🇪"]


@st.composite
def recuts(draw, article):
    """Changes of an article, none of them impossible."""
    count = len(article.paragraphs)
    numbers = st.integers(0, count - 1)
    asides = draw(st.frozensets(numbers, max_size=2))
    cuts = []
    for cut in draw(st.lists(st.tuples(numbers, st.integers(0, 60)), max_size=5)):
        try:
            recut(article, Recut(cuts=(*cuts, cut)))
        except CorrectionError:
            continue
        cuts.append(cut)
    joins = draw(st.sets(numbers, max_size=3)) - {0} - asides - {n + 1 for n in asides}
    story = draw(st.frozensets(numbers, max_size=2)) - asides
    return Recut(tuple(sorted(joins)), tuple(cuts), asides, story)


@st.composite
def articles_with_recuts(draw):
    article = draw(articles())
    for number in range(len(article.paragraphs)):
        length = len(article.paragraphs[number].text)
        start = draw(st.integers(0, length - 1))
        span = Span(start, draw(st.integers(start + 1, length)))
        article = changed(article, number, styles=(Styled(span, Style.EMPHASIS),))
    return article, draw(recuts(article))


@given(articles_with_recuts())
def test_nothing_is_lost_but_blanks(pair):
    article, changes = pair
    after, _ = recut(article, changes)
    before, now = ("".join("".join(texts(each)).split()) for each in (article, after))
    assert now == before
    assert all(text and text == text.strip() for text in texts(after))


@given(articles_with_recuts())
def test_every_paragraph_is_made_of_those_that_became_it(pair):
    article, changes = pair
    after, became = recut(article, changes)
    came = came_from(changes, len(after.paragraphs))
    assert len(became) == len(article.paragraphs)
    assert len(came) == len(after.paragraphs)
    assert {(n, now) for n, found in enumerate(became) for now in found} == {
        (n, now) for now, found in enumerate(came) for n in found
    }
    for number, found in enumerate(became):
        assert list(found) == list(range(found[0], found[-1] + 1))
        if number not in changes.joins and not any(n == number for n, _ in changes.cuts):
            assert article.paragraphs[number].text in after.paragraphs[found[0]].text


def marked(article):
    """The letters that are set off, counted, blanks left out."""
    return Counter(
        letter
        for paragraph in article.paragraphs
        for styled in paragraph.styles
        for letter in paragraph.text[styled.span.start : styled.span.end]
        if not letter.isspace()
    )


@given(articles_with_recuts())
def test_emphasis_lies_inside_its_paragraph_and_on_the_same_letters(pair):
    article, changes = pair
    after, _ = recut(article, changes)
    for paragraph in after.paragraphs:
        spans = [styled.span for styled in paragraph.styles]
        assert spans == sorted(spans)
        assert all(0 <= span.start < span.end <= len(paragraph.text) for span in spans)
    assert marked(after) == marked(article)
