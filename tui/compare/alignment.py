"""Choose, from scored pairs, the links that keep the reading order of both sides.

In: numbered pairs with scores. Out: links in order, the best chain there is;
then weaker pairs in the gaps between them. What a score means is other files' business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from tui.compare.model import Link


def heaviest_chain(pairs: Iterable[tuple[int, int, float]]) -> list[Link]:
    """The chain of pairs, rising on both sides, with the greatest sum of weights.

    Pairs are `(left, right, weight)`, their left numbers ascending and their
    weights above 0. Takes O(n log n) for n pairs. Of two chains that weigh
    the same the one found first wins, so the same input always gives the same
    answer.
    """
    order: list[tuple[int, int, float]] = []
    before: list[int] = []
    # The staircase: for each right number the best chain that ends on it or
    # before, with those left out that are beaten by one to their left.
    rights: list[int] = []
    totals: list[float] = []
    ends: list[int] = []

    def climb(first: int, sums: list[float]) -> None:
        """Let the pairs of one left number, from `first` on, onto the staircase."""
        for number, total in enumerate(sums, start=first):
            right = order[number][1]
            at = bisect_left(rights, right)
            if at and totals[at - 1] >= total:
                continue
            beaten = at
            while beaten < len(rights) and totals[beaten] <= total:
                beaten += 1
            if beaten < len(rights) and rights[beaten] == right:
                continue
            rights[at:beaten] = [right]
            totals[at:beaten] = [total]
            ends[at:beaten] = [number]

    first, sums = 0, list[float]()
    for pair in pairs:
        left, right, weight = pair
        # No chain may use two pairs of the same left number.
        if order and order[-1][0] != left:
            climb(first, sums)
            first, sums = len(order), []
        at = bisect_left(rights, right)
        order.append(pair)
        before.append(ends[at - 1] if at else -1)
        sums.append((totals[at - 1] if at else 0.0) + weight)
    climb(first, sums)
    chain: list[Link] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(order[number][:2])
        number = before[number]
    chain.reverse()
    return chain


def gaps(links: Sequence[Link], left: range, right: range) -> list[tuple[range, range]]:
    """The stretches of `left` and `right` between links where both have numbers left over."""
    found: list[tuple[range, range]] = []
    before = (left.start - 1, right.start - 1)
    for link in (*links, (left.stop, right.stop)):
        here, there = range(before[0] + 1, link[0]), range(before[1] + 1, link[1])
        if here and there:
            found.append((here, there))
        before = link
    return found


def best_in_gap(
    left: range,
    right: range,
    score: Callable[[int, int], float],
    floor: float,
    place: float,
    place_at_most: float,
) -> list[Link]:
    """The links inside one gap with the greatest sum of scores, in order.

    A pair scores the less, the further apart its two places in the gap are:
    `place` is what the whole length of the gap costs, `place_at_most` the most
    a pair can lose. Pairs that score under `floor` are never linked. Looks at
    every pair, O(len(left) * len(right)).
    """
    scores = [
        [
            score(i, j)
            - min(
                place_at_most,
                place * abs((a + 0.5) / len(left) - (b + 0.5) / len(right)),
            )
            for b, j in enumerate(right)
        ]
        for a, i in enumerate(left)
    ]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for a in range(len(left) - 1, -1, -1):
        for b in range(len(right) - 1, -1, -1):
            linked = scores[a][b] + best[a + 1][b + 1] if scores[a][b] >= floor else 0.0
            best[a][b] = max(linked, best[a + 1][b], best[a][b + 1])
    links: list[Link] = []
    a = b = 0
    while a < len(left) and b < len(right):
        if scores[a][b] >= floor and best[a][b] == scores[a][b] + best[a + 1][b + 1]:
            links.append((left[a], right[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return links
