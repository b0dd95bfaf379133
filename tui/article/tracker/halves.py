"""Weigh the places of one row by what its two halves would be.

In: rows' texts and where each may be cut. Out: for each a `WeighedRow`. What
the rows tell one another is other files' business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations, pairwise
from math import log, pi, sqrt
from statistics import median

from rapidfuzz.distance import Indel

from tui.article.tracker.places import Place, words_of

COMPARED = 8
"""Places of a row whose halves are compared word by word, those that share most words."""

UNLIKE = 0.38
"""Likeness (0 to 1) of halves up to which they may be alike by chance."""

ALIKE = 0.5
"""Likeness (0 to 1) from which a row is one paragraph in two versions."""

LIKENESS_WEIGHT = 28.0
"""Nats that a likeness of 1 is worth over one of 0."""

LENGTH_SPREAD = 0.5
"""Spread of the logarithm of a paragraph's length; larger makes lengths matter less."""

TWIN_ABOVE = 0.4
"""Likeness (0 to 1) of two sentences over which one is believed to stand in each column."""

TWIN_SURE = 0.7
"""Likeness (0 to 1) from which that is worth its full weight."""

TWIN_WEIGHT = 8.0
"""Nats that a sentence's exact twin in another row is worth."""

TWIN_WORDS = 4
"""Fewest words of a sentence that is looked for elsewhere."""

TITLE_WEIGHT = 60.0
"""Nats that a headline which has just the words of the address is worth."""

_LENGTH_PEAK = -log(LENGTH_SPREAD * sqrt(2 * pi))


class Kind(IntEnum):
    """What a row is when it is cut at a place."""

    ALIKE = 0
    """A paragraph in two versions."""
    UNLIKE = 1
    """Two paragraphs that have nothing to do with each other."""
    LEFT_ONLY = 2
    RIGHT_ONLY = 3


@dataclass(frozen=True, slots=True)
class WeighedRow:
    """A row with what speaks for each of its places."""

    offsets: tuple[int, ...]
    words: tuple[str, ...]
    borders: tuple[int, ...]
    """For each place, how many words stand before it."""
    kinds: tuple[Kind, ...]
    """For each place, what kind of row a cut there makes."""
    weights: tuple[float, ...]
    """For each place, what inside the row speaks for it, in nats."""

    def sentences(self) -> list[tuple[str, ...]]:
        """The words from each place to the next."""
        return [self.words[start:end] for start, end in pairwise(self.borders)]


@dataclass(frozen=True, slots=True)
class Page:
    """What the rows together tell about each."""

    rarity: Mapping[str, float]
    """How much a word of the page tells, in nats."""
    length: float
    """Logarithm of the words that a cell of the page usually has."""

    @staticmethod
    def of(texts: Sequence[str]) -> Page:
        """Count the words of the rows; there is at least one row."""
        rows = [words_of(text)[0] for text in texts]
        held = Counter(word for words in rows for word in dict.fromkeys(words))
        rarity = {word: log(1 + len(rows) / count) for word, count in held.items()}
        return Page(rarity, median(_half_length(words) for words in rows))


def _half_length(words: Sequence[str]) -> float:
    return log(max(1, len(words)) / 2)


def weigh(
    page: Page, text: str, places: Sequence[Place], address: Sequence[str] | None = None
) -> WeighedRow:
    """Weigh each place of a row by what stands in the row alone.

    A row of headlines is given the words of the page's `address`, perhaps
    none; any other row is given `None`.
    """
    words, starts = words_of(text)
    offsets = tuple(place.offset for place in places)
    borders = (*(bisect_left(starts, offset) for offset in offsets[:-1]), len(words))
    usual = page.length if address is None else _half_length(words)
    likeness = _likeness(words, borders, page.rarity)
    kinds, weights = [], []
    for place, border, like in zip(places, borders, likeness, strict=True):
        weight = LIKENESS_WEIGHT * max(0.0, like - UNLIKE) - place.cost
        if place.offset > 0:
            weight += _length_weight(border, usual)
        if place.offset < len(text):
            weight += _length_weight(len(words) - border, usual)
        if address:
            weight += TITLE_WEIGHT * _nearness(words, border, Counter(address))
        weights.append(weight)
        kinds.append(_kind(place.offset, len(text), like))
    for at, weight in _twins_inside(words, borders, page.rarity):
        weights[at] += weight
    return WeighedRow(offsets, words, borders, tuple(kinds), tuple(weights))


def _kind(offset: int, length: int, like: float) -> Kind:
    if offset == length:
        return Kind.LEFT_ONLY
    if offset == 0:
        return Kind.RIGHT_ONLY
    return Kind.ALIKE if like >= ALIKE else Kind.UNLIKE


def _length_weight(words: int, usual: float) -> float:
    """How well a cell of so many words fits a page of log-normal lengths, in nats."""
    return _LENGTH_PEAK - 0.5 * ((log(max(words, 0.5)) - usual) / LENGTH_SPREAD) ** 2


def _nearness(words: Sequence[str], border: int, address: Counter[str]) -> float:
    """How well the better of two headlines fits the address, 0 to 1."""

    def fit(headline: Sequence[str]) -> float:
        shared = (Counter(headline) & address).total()
        return 2 * shared / (len(headline) + address.total())

    return max(fit(words[:border]), fit(words[border:]))


def _likeness(
    words: Sequence[str], borders: Sequence[int], rarity: Mapping[str, float]
) -> list[float]:
    """For each border, how alike the words before and after it are, 0 to 1.

    Half of it is the weight of the words that both halves share, counted for
    all borders in one pass, and half the likeness of the sequences, which is
    taken where they share most.
    """
    shared = _shared(words, borders, rarity)
    likeness = [0.0] * len(borders)
    for at in sorted(range(len(borders)), key=lambda at: -shared[at])[:COMPARED]:
        halves = words[: borders[at]], words[borders[at] :]
        if all(halves):
            likeness[at] = (shared[at] + Indel.normalized_similarity(*halves)) / 2
    return likeness


def _shared(
    words: Sequence[str], borders: Sequence[int], rarity: Mapping[str, float]
) -> list[float]:
    """For each border, the share of the words' weight that stands on both sides of it."""
    right = Counter(words)
    left: Counter[str] = Counter()
    overlaps = [0.0]
    for word in words:
        here, there = left[word], right[word]
        gained = min(here + 1, there - 1) - min(here, there)
        overlaps.append(overlaps[-1] + rarity[word] * gained)
        left[word] += 1
        right[word] -= 1
    total = sum(rarity[word] for word in words) or 1.0
    return [2 * overlaps[border] / total for border in borders]


def _twins_inside(
    words: Sequence[str], borders: Sequence[int], rarity: Mapping[str, float]
) -> Iterator[tuple[int, float]]:
    """Yield the places between two sentences of a row that are nearly the same."""
    stretches = [
        (place, words[start:end])
        for place, (start, end) in enumerate(pairwise(borders))
        if end - start >= TWIN_WORDS
    ]
    if len(stretches) > COMPARED * 2:
        return
    for (first, one), (second, other) in combinations(stretches, 2):
        weight = twin_weight(one, other, rarity)
        for place in range(first + 1, second + 1) if weight else ():
            yield place, weight


def twin_weight(one: Sequence[str], other: Sequence[str], rarity: Mapping[str, float]) -> float:
    """What it is worth that two sentences stand in different columns, in nats.

    0 when they are unlike; neither may be empty.
    """
    shared = sum(rarity[word] * count for word, count in (Counter(one) & Counter(other)).items())
    total = sum(rarity[word] for word in (*one, *other))
    like = (2 * shared / total + Indel.normalized_similarity(one, other)) / 2
    return min(1.0, max(0.0, like - TWIN_ABOVE) / (TWIN_SURE - TWIN_ABOVE)) * TWIN_WEIGHT
