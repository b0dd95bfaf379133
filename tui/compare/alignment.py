"""Choose, from scored pairs, the links that keep the reading order of both sides.

In: numbered pairs with scores. Out: links in order, the best chain there is;
then weaker pairs in the gaps between them. What a score means is other files' business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from tui.compare.model import Link


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[Link]:
    """The chain of pairs, rising on both sides, with the greatest sum of weights.

    Pairs are `(left, right, weight)` with weights above 0, in any order. A
    Fenwick tree of prefix maxima makes it O(n log n) for n pairs. Of two
    chains that weigh the same the one found first in reading order wins, so
    the same input always gives the same answer.
    """
    if not pairs:
        return []
    # Right numbers descending within one left number: no chain may use two
    # pairs of the same left paragraph.
    order = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    places = sorted({right for _, right, _ in order})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before: list[int] = []
    for number, (_, right, weight) in enumerate(order):
        place = bisect_left(places, right)
        best = (0.0, -1)
        at = place
        while at > 0:
            if tree[at][0] > best[0]:
                best = tree[at]
            at -= at & -at
        before.append(best[1])
        total = best[0] + weight
        at = place + 1
        while at <= len(places):
            if total > tree[at][0]:
                tree[at] = (total, number)
            at += at & -at
    best = (0.0, -1)
    at = len(places)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    chain: list[Link] = []
    number = best[1]
    while number >= 0:
        chain.append(order[number][:2])
        number = before[number]
    chain.reverse()
    return chain


def gaps(links: Sequence[Link], left_count: int, right_count: int) -> list[tuple[range, range]]:
    """The stretches between links where both sides have paragraphs left over."""
    found: list[tuple[range, range]] = []
    before = (-1, -1)
    for link in (*links, (left_count, right_count)):
        left, right = range(before[0] + 1, link[0]), range(before[1] + 1, link[1])
        if left and right:
            found.append((left, right))
        before = link
    return found


def best_in_gap(
    left: range, right: range, score: Callable[[int, int], float], floor: float
) -> list[Link]:
    """The links inside one gap with the greatest sum of scores, in order.

    Looks at every pair, O(len(left) * len(right)); pairs under `floor` are
    never linked.
    """
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    scores = [[score(i, j) for j in right] for i in left]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            linked = scores[i][j] + best[i + 1][j + 1] if scores[i][j] >= floor else 0.0
            best[i][j] = max(linked, best[i + 1][j], best[i][j + 1])
    links: list[Link] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if scores[i][j] >= floor and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            links.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return links
