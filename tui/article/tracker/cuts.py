"""Choose where the rows of a tracker's page are cut.

In: the rows' texts, from the top. Out: a `Cut` for each. What stands above
the rows, and what the reader decided before, is told by the caller.

The rows are weighed together. Each place has a weight of its own, from how
alike and how long the cells would be. Sentences of different rows are linked:
a sentence that comes twice stands in both columns, and names that come again
hold a column together. What follows what (a column that has ended stays
ended) is summed by the forward-backward procedure over a chain of rows, and
the links by repeating that with the sides believed so far (a mean field).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import exp
from operator import mul

from tui.article.tracker.halves import Kind, Page, WeighedRow, weigh
from tui.article.tracker.places import Place, places_of
from tui.article.tracker.twins import Links, link

ROUNDS = 12
"""Times the sides of all sentences are told to the sentences linked to them."""

SETTLED = 0.01
"""Change of every belief (0 to 1) under which they are told no more."""

# Nats for a row of one kind (down) before a row of another (across). A row of
# one cell ends a column, which begins again only where both columns agree.
# An edit adds more often than it takes away.
_FOLLOWS = (
    (0.0, -1.0, -3.0, -2.5),
    (-0.5, 0.0, -3.0, -3.0),
    (0.0, -6.0, -0.5, -12.0),
    (0.0, -6.0, -12.0, -0.5),
)
_BEFORE = tuple(tuple(exp(nats) for nats in row) for row in _FOLLOWS)
_AFTER = tuple(zip(*_BEFORE, strict=True))


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a row was cut, and what else there was to choose from."""

    places: tuple[int, ...]
    """Offsets where the right cell may begin, ascending; both ends are among them."""
    chosen: int
    """One of them, or wherever the reader said."""
    margin: float
    """How sure it is, 0 to 1."""


_Beliefs = Sequence[Sequence[float]]
"""For each row and each of its places, how likely it is the right one, 0 to 1."""


def choose_cuts(
    texts: Sequence[str],
    *,
    titled: bool,
    address: Sequence[str],
) -> tuple[Cut, ...]:
    """Choose a cut for every row; no rows have none.

    `titled` tells that the first row holds the headlines, `address` the words
    of the page's address. Takes time in proportion to the letters, but for a
    few comparisons of words in each row.
    """
    if not texts:
        return ()
    page = Page.of(texts)
    headlines = [titled and not number for number in range(len(texts))]
    offered = [
        places_of(text, headline=headline) for text, headline in zip(texts, headlines, strict=True)
    ]
    rows = [
        weigh(page, text, places, address if headline else None)
        for text, places, headline in zip(texts, offered, headlines, strict=True)
    ]
    links = link(rows, page.rarity, headlines=titled)
    beliefs = _believed([_turned(number, row, links) for number, row in enumerate(rows)], links)
    return tuple(map(_cut, rows, offered, beliefs))


def _cut(row: WeighedRow, offered: Sequence[Place], believed: Sequence[float]) -> Cut:
    margin = max(believed)
    return Cut(
        places=tuple(place.offset for place in offered),
        chosen=row.offsets[believed.index(margin)],
        margin=min(1.0, margin),
    )


def _turned(number: int, row: WeighedRow, links: Links) -> WeighedRow:
    """Favour the place where the twins turn: those of one cell are all above, or all below."""
    turns = [
        sum(
            -said.weight if said.at[0] < number else said.weight
            for said in links.get((number, sentence), ())
            if said.weight < 0
        )
        for sentence in range(len(row.offsets) - 1)
    ]
    return replace(row, weights=_moved(row.weights, turns, abs))


def _believed(rows: Sequence[WeighedRow], links: Links) -> _Beliefs:
    """Weigh all rows together: how likely each place of each row is."""
    beliefs = _chained(rows, [row.weights for row in rows])
    for _ in range(ROUNDS if links else 0):
        # How far each sentence is believed to be on the left, -1 to 1: it is
        # there when the cut comes after it.
        sides = [[1 - 2 * passed for passed in list(accumulate(row))[:-1]] for row in beliefs]
        # A name in a row of one cell does not tell in which column names like
        # it belong, or all rows would fall into one column.
        leans = [[side - sum(row) / len(row) for side in row] for row in sides]
        told = [_told(number, row, links, sides, leans) for number, row in enumerate(rows)]
        fresh = _chained(rows, told)
        moved = max(abs(new - old) for row in zip(beliefs, fresh, strict=True)
                    for old, new in zip(*row, strict=True))  # fmt: skip
        if moved < SETTLED:
            return fresh
        # Half way only: rows that all give way to each other never agree.
        beliefs = [
            [(old + new) / 2 for old, new in zip(*row, strict=True)]
            for row in zip(beliefs, fresh, strict=True)
        ]
    return beliefs


def _told(
    number: int,
    row: WeighedRow,
    links: Links,
    sides: Sequence[Sequence[float]],
    leans: Sequence[Sequence[float]],
) -> tuple[float, ...]:
    """The weights of a row's places with what its sentences hear from other rows."""
    pulls = [
        sum(
            said.weight * (sides if said.weight < 0 else leans)[said.at[0]][said.at[1]]
            for said in links.get((number, sentence), ())
        )
        for sentence in range(len(row.offsets) - 1)
    ]
    return _moved(row.weights, pulls, float)


def _moved(
    weights: Sequence[float], pulls: Sequence[float], worth: Callable[[float], float]
) -> tuple[float, ...]:
    """Add to each place what the pulls before it, less those after it, are worth."""
    total = sum(pulls)
    befores = accumulate(pulls, initial=0.0)
    return tuple(
        weight + worth(2 * before - total) / 2
        for weight, before in zip(weights, befores, strict=True)
    )


def _chained(rows: Sequence[WeighedRow], weights: Sequence[Sequence[float]]) -> _Beliefs:
    """Sum over all ways to cut the page: the forward-backward procedure."""
    masses = [_masses(row) for row in weights]
    by_kind = [
        [sum(mass for mass, of in zip(ours, row.kinds, strict=True) if of == kind) for kind in Kind]
        for ours, row in zip(masses, rows, strict=True)
    ]
    before = _passed_on(by_kind[:-1], _AFTER)
    after = _passed_on(by_kind[:0:-1], _BEFORE)[::-1]
    return [
        _shares(
            mass * above[kind] * below[kind] for mass, kind in zip(ours, row.kinds, strict=True)
        )
        for ours, row, above, below in zip(masses, rows, before, after, strict=True)
    ]


def _passed_on(
    by_kind: Sequence[Sequence[float]], odds: Sequence[Sequence[float]]
) -> list[list[float]]:
    """What the rows before each row say of its kind, and what all of them say of the next."""
    told = [[1.0] * len(Kind)]
    for here in by_kind:
        sure = [one * other for one, other in zip(told[-1], here, strict=True)]
        told.append(_shares(sum(map(mul, sure, row)) for row in odds))
    return told


def _masses(weights: Sequence[float]) -> list[float]:
    """Odds from nats, the largest 1."""
    peak = max(weights)
    return [exp(weight - peak) for weight in weights]


def _shares(masses: Iterable[float]) -> list[float]:
    """The same in proportion, with 1 as their sum."""
    kept = list(masses)
    total = sum(kept)
    return [mass / total for mass in kept]
