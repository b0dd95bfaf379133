"""Splits and merges of any size."""

import random

import pytest

from tests.strategies import article_of
from tui.compare import Kind, compare


def sentences(count: int, seed: int) -> list[str]:
    """Sentences of twelve words that nobody has used before."""
    chance = random.Random(seed)
    return [
        " ".join("".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(12)) + "."
        for _ in range(count)
    ]


@pytest.mark.parametrize("count", [2, 3, 5, 12, 20, 50, 400])
def test_a_paragraph_cut_into_any_number_is_a_split_and_the_other_way_round_a_merge(count):
    parts = sentences(count, seed=count)
    whole, cut = article_of([" ".join(parts)]), article_of(parts)
    assert [row.kind for row in compare(whole, cut).rows] == [Kind.SPLIT]
    assert [row.kind for row in compare(cut, whole).rows] == [Kind.MERGED]


def test_a_paragraph_beside_a_split_that_is_not_of_it_stays_alone():
    first, second, other = sentences(3, seed=1)
    left, right = article_of([f"{first} {second}"]), article_of([first, second, other])
    assert [row.kind for row in compare(left, right).rows] == [Kind.SPLIT, Kind.ADDED]


def test_a_long_stretch_of_new_paragraphs_is_said_to_be_looked_at_in_part():
    shared, old, new = sentences(40, seed=1), sentences(70, seed=2), sentences(70, seed=3)
    left = article_of([*shared[:5], *old, *shared[5:]])
    right = article_of([*shared[:5], *new, *shared[5:]])
    (sentence,) = compare(left, right).bounded
    assert sentence.startswith("In one stretch of many new paragraphs")
