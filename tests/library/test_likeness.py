"""Who resembles whom, on the seeds and in general."""

from pathlib import Path

import pytest
from hypothesis import given

from tests.strategies import article_pairs, articles
from tui.article import load_article, load_library
from tui.library import Relation, likeness, ranked, sketch

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def sketches():
    return [sketch(document.whole) for document in load_library([SEEDS]).documents]


def test_two_papers_edits_of_one_story_are_the_same_story_edited(sketches):
    found = likeness(sketches[0], sketches[1])
    assert found.relation is Relation.EDITED
    assert found.shared > 0.6


@pytest.mark.parametrize(
    ("left", "right"), [(a, b) for a in range(5) for b in range(a) if (a, b) != (1, 0)]
)
def test_the_other_seeds_tell_one_event_in_their_own_words(sketches, left, right):
    assert likeness(sketches[left], sketches[right]).relation is Relation.OWN_WORDS


def test_the_licence_of_this_program_is_unrelated_to_the_news(sketches):
    licence = load_article(SEEDS.parent / "LICENSE")
    for other in sketches:
        assert likeness(sketch(licence), other).relation is Relation.UNRELATED


def test_the_edited_story_is_ranked_first(sketches):
    others = [(number, other) for number, other in enumerate(sketches) if number != 1]
    assert ranked(sketches[1], others)[0][0] == 0


@given(article_pairs())
def test_likeness_does_not_depend_on_the_order_and_keeps_its_range(pair):
    left, right = sketch(pair[0]), sketch(pair[1])
    found = likeness(left, right)
    assert found == likeness(right, left)
    assert 0 <= found.shared <= 1
    assert 0 <= found.subject <= 1 + 1e-9


@given(articles())
def test_an_article_is_the_same_as_itself(article):
    assert likeness(sketch(article), sketch(article)).relation is Relation.SAME
