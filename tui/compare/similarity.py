"""How alike two stretches of text are, from the words they share and their order.

In: codes, one code point a word. Out: one number for a pair, 0 (no word in
common) to 1 (the same words in order). Which pairs to look at is other files'
business.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

_SHORT = 3
"""Letters up to which a word weighs half."""
_WEIGHED = 4_000
"""Paragraphs from which the weights are taken, evenly spread over longer texts:
how common a word is need not be known to the last digit."""
MUCH = 0.75
"""Share (0 to 1) of words in order from which nothing else is asked: two
stretches are then one beyond doubt, and weighing words takes thirty times as long."""
_ORDER_UP_TO = 100_000_000
"""Largest product of two word counts for which the order of the words is
compared: ten thousand words a side, a hundredth of a second."""
_MANY_TIMES = 10
"""How many times as long one stretch must be for the order not to matter: less
than a fifth of the words could be in order."""
_BAGS_KEPT = 4_096
"""Stretches whose words are remembered: those that are compared with many in turn."""


class Weights(dict[str, float]):
    """How much each word, by its code point, weighs in these two articles.

    A word weighs the more, the fewer paragraphs hold it (inverse document
    frequency); short words, mostly function words, weigh half. Two short
    texts tell little about which words are common; the length of a word tells
    it for them.
    """

    def __init__(self, codes: Sequence[str], key: Callable[[str], str]) -> None:
        """`codes` are those of all paragraphs of both articles."""
        step = -(-len(codes) // _WEIGHED) or 1
        held_by: Counter[str] = Counter()
        for code in codes[::step]:
            held_by.update(set(code))
        self._key = key
        self._bags: dict[str, tuple[frozenset[str], float]] = {}
        self._total = len(codes[::step])
        for point, count in held_by.items():
            self[point] = self._weight(point, count)

    def __missing__(self, point: str) -> float:
        # A word of a paragraph that was passed over: as rare as can be.
        weight = self[point] = self._weight(point, 1)
        return weight

    def bag(self, code: str) -> tuple[frozenset[str], float]:
        """The different words of a stretch, and the sum of their weights."""
        known = self._bags.get(code)
        if known is None:
            words = frozenset(code)
            known = words, math.fsum(map(self.__getitem__, words))
            if len(self._bags) >= _BAGS_KEPT:
                self._bags.clear()
            self._bags[code] = known
        return known

    def held(self, part: str, whole: str) -> float:
        """Which share (0 to 1) of a stretch, by the weight of its words, another holds too."""
        words, weight = self.bag(part)
        return self._shared(words, self.bag(whole)[0]) / weight if weight else 0.0

    def dice(self, left: str, right: str) -> float:
        """Which share (0 to 1) of the words of both, by weight, both hold."""
        (ones, one), (others, other) = self.bag(left), self.bag(right)
        return 2 * self._shared(ones, others) / (one + other)

    def _shared(self, ones: frozenset[str], others: frozenset[str]) -> float:
        # Exact, so that the order of a set, which differs from run to run, does not tell.
        return math.fsum(map(self.__getitem__, ones & others))

    def _weight(self, point: str, held_by: int) -> float:
        rarity = math.log1p(self._total / held_by)
        return rarity * (0.5 if len(self._key(point)) <= _SHORT else 1.0)


def likeness(left: str, right: str, weights: Weights) -> float:
    """How alike two stretches are, 0 to 1; 0 where one of them has no words.

    The Indel similarity of the words asks whether they say it in the same
    order. Where less than three quarters of them do, Dice's coefficient of
    the different words, by weight, asks whether they speak of the same
    things, and the mean of both counts. On two papers' edits of one story the
    worst true pair had .73 and the best false pair .31; either measure alone
    parts them less well. Of enormous stretches only the second is asked.
    """
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    if len(left) * len(right) > _ORDER_UP_TO:
        return weights.dice(left, right)
    ordered = in_order(left, right)
    return ordered if ordered >= MUCH else (weights.dice(left, right) + ordered) / 2


def in_order(left: str, right: str) -> float:
    """The share (0 to 1) of the words of both that is the same in the same order.

    0 for stretches of which one is many times as long as the other, and for
    enormous ones.
    """
    if max(len(left), len(right)) > _MANY_TIMES * min(len(left), len(right)):
        return 0.0
    if len(left) * len(right) > _ORDER_UP_TO:
        return 0.0
    return Indel.normalized_similarity(left, right)
