"""Link the sentences of a tracker's page that tell each other's column.

In: the rows' sentences. Out: links between sentences of different rows. What
follows from them is other files' business.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.article.tracker.halves import TWIN_WORDS, WeighedRow, twin_weight

NAME_WEIGHT = 0.3
"""Nats that a rare word in the same column nearby is worth."""

NAME_ROWS = 3
"""Rows over which a word that comes again holds a column together."""

NAME_AT_MOST = 8
"""Rows of the page that hold such a word; commoner ones tell nothing."""

NAMES_AT_MOST = 2
"""Rare words shared by two sentences up to which they are taken for two of one column."""

_VOTING = 6
"""Rarest words of a sentence that name the sentences it is compared with."""

_VOTED_AT_MOST = 12
"""Sentences that hold such a word; of more common ones nothing is asked."""

_TRIED = 3
"""Sentences with which one is compared, those that share most rare words."""

At = tuple[int, int]
"""A sentence: the number of its row and its own in the row, from 0."""


@dataclass(frozen=True, slots=True)
class Link:
    """What one sentence says about another: the same column above 0, the other one below."""

    at: At
    """The sentence that says it."""
    weight: float
    """In nats."""


Links = Mapping[At, Sequence[Link]]
"""For each sentence that is linked, what others say about it."""

_Pair = tuple[At, At, float]


def link(rows: Sequence[WeighedRow], rarity: Mapping[str, float], *, headlines: bool) -> Links:
    """Link the rows' sentences; those of the first row are left out when they are `headlines`.

    A sentence that has a twin in another row stands in the other column than
    it; one that shares a rare word with one nearby stands in the same.
    """
    sentences = {
        (number, place): words
        for number, row in enumerate(rows)
        if number or not headlines
        for place, words in enumerate(row.sentences())
    }
    holders: defaultdict[str, list[At]] = defaultdict(list)
    for at, words in sentences.items():
        for word in dict.fromkeys(words):
            holders[word].append(at)
    links: defaultdict[At, list[Link]] = defaultdict(list)
    for one, other, weight in (*_twins(sentences, holders, rarity), *_neighbours(holders)):
        links[one].append(Link(other, weight))
        links[other].append(Link(one, weight))
    return dict(links)


def _twins(
    sentences: Mapping[At, Sequence[str]],
    holders: Mapping[str, Sequence[At]],
    rarity: Mapping[str, float],
) -> Iterator[_Pair]:
    """Yield the pairs of sentences of different rows of which each is likest to the other."""
    nearest: dict[At, tuple[float, At]] = {}
    for at, words in sentences.items():
        if len(words) < TWIN_WORDS:
            continue
        rare = sorted(
            {word for word in words if len(holders[word]) <= _VOTED_AT_MOST},
            key=lambda word: (len(holders[word]), word),
        )
        votes = Counter(other for word in rare[:_VOTING] for other in holders[word])
        del votes[at]
        tried = [
            (twin_weight(words, sentences[other], rarity), other)
            for other, _ in votes.most_common(_TRIED)
        ]
        if tried and max(tried)[0] > 0:
            nearest[at] = max(tried)
    for at, (weight, other) in nearest.items():
        if at[0] < other[0] and other in nearest and nearest[other][1] == at:
            yield at, other, -weight


def _neighbours(holders: Mapping[str, Sequence[At]]) -> Iterator[_Pair]:
    """Yield the pairs of sentences of rows nearby that share a rare word or two."""
    shared: Counter[tuple[At, At]] = Counter()
    for places in holders.values():
        if len(places) > NAME_AT_MOST:
            continue
        for one, other in combinations(places, 2):
            if 0 < other[0] - one[0] <= NAME_ROWS:
                shared[one, other] += 1
    for (one, other), count in shared.items():
        # Two that share more may well be one sentence in two versions.
        if count <= NAMES_AT_MOST:
            yield one, other, NAME_WEIGHT * count
