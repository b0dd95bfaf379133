"""How alike two paragraphs are, from the words they share and their order.

In: the keys of all paragraphs of both articles. Out: one number for a pair,
0 (no word in common) to 1 (the same words in order). Which pairs to look at
is other files' business.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel


@dataclass(frozen=True, slots=True)
class Profile:
    """What a paragraph is weighed by: its words, without punctuation."""

    words: tuple[int, ...]
    """Number of each word in the vocabulary, in reading order."""
    counts: dict[int, int]
    """How often each word occurs."""
    weight: float
    """Sum of the weights of its words, repeats included."""


class Vocabulary:
    """Numbers for words, and the weight of each in these two articles.

    A word weighs the more, the fewer paragraphs hold it (inverse document
    frequency); short words, mostly function words, weigh half.
    """

    def __init__(self, paragraphs: Iterable[Sequence[str]]) -> None:
        self._numbers: dict[str, int] = {}
        held_by: list[int] = []
        numbered: list[tuple[int, ...]] = []
        numbers = self._numbers
        for keys in paragraphs:
            words = tuple([numbers.setdefault(key, len(numbers)) for key in keys])
            held_by.extend([0] * (len(numbers) - len(held_by)))
            for word in set(words):
                held_by[word] += 1
            numbered.append(words)
        self.held_by: tuple[int, ...] = tuple(held_by)
        """How many paragraphs, of both articles together, hold each word."""
        total = len(numbered)
        self.weights: tuple[float, ...] = tuple(
            _weight(word, count, total) for word, count in zip(numbers, held_by, strict=True)
        )
        self._numbered = numbered

    def profiles(self) -> tuple[Profile, ...]:
        """One profile for each paragraph, in the order they were given."""
        weights = self.weights
        return tuple(
            Profile(words, Counter(words), sum([weights[word] for word in words]))
            for words in self._numbered
        )


_SHORT = 3
"""Letters up to which a word weighs half."""
_ORDER_UP_TO = 400_000_000
"""Largest product of two word counts for which the order of the words is
compared: twenty thousand words a side, a tenth of a second."""


def _weight(word: str, count: int, total: int) -> float:
    # Two short texts tell little about which words are common; the length of
    # a word tells it for them.
    rarity = math.log1p(total / count)
    return rarity * (0.5 if len(word) <= _SHORT else 1.0)


def joined(profiles: Sequence[Profile]) -> Profile:
    """The profile of several paragraphs read as one."""
    if len(profiles) == 1:
        return profiles[0]
    words = tuple(word for profile in profiles for word in profile.words)
    return Profile(words, Counter(words), sum(profile.weight for profile in profiles))


def shared_weight(left: Profile, right: Profile, weights: Sequence[float]) -> float:
    """Weight of the words that both paragraphs hold, each as often as both do."""
    if len(left.counts) > len(right.counts):
        left, right = right, left
    others = right.counts
    shared = 0.0
    for word, count in left.counts.items():
        other = others.get(word)
        if other is not None:
            shared += weights[word] * (min(other, count))
    return shared


def likeness(left: Profile, right: Profile, weights: Sequence[float]) -> float:
    """How alike two paragraphs are, 0 to 1; 0 where one of them has no words.

    The mean of two measures: the shared weight (Dice's coefficient, weighted
    by rarity) asks whether they speak of the same things, the Indel similarity
    of the word lists asks whether they say them in the same order. On two
    papers' edits of one story the worst true pair had .73 and the best false
    pair .31; either measure alone parts them less well. Of enormous paragraphs
    only the first is asked.
    """
    both = left.weight + right.weight
    if not both:
        return 0.0
    dice = 2 * shared_weight(left, right, weights) / both
    if len(left.words) * len(right.words) > _ORDER_UP_TO:
        return dice
    return (dice + Indel.normalized_similarity(left.words, right.words)) / 2
