"""Find, among the paragraphs left over, those that stand elsewhere on the other side.

In: scored pairs, and the groups that hold in order. Out: moves, as few as
explain the rest, and pairs that turn out to be in place. How the pairs were
scored is other files' business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop
from typing import NamedTuple

from tui.compare.model import Link, Numbers, telling


class Move(NamedTuple):
    """A pair of paragraphs that may have been carried from one place to another."""

    likeness: float
    left: int
    right: int
    anywhere: bool
    """Whether they are alike enough to be linked against the order."""


def find_moves(
    pairs: Iterable[Move], groups: Sequence[Numbers], tell: Callable[[], None]
) -> tuple[list[Numbers], list[Link]]:
    """The groups with those that are in place after all, and the moves.

    Pairs of which a group holds either are left alone. The others are linked
    best first and one to one; of pairs equally alike the one that is carried
    the shortest way wins. One that crosses no group has not moved. `tell` is
    called now and then.
    """
    left_taken = {left for lefts, _ in groups for left in lefts}
    right_taken = {right for _, rights in groups for right in rights}
    free = [
        (-pair.likeness, abs(pair.left - pair.right), pair)
        for pair in pairs
        if pair.left not in left_taken and pair.right not in right_taken
    ]
    placed = list(groups)
    moves: list[Link] = []
    # One after the other: to sort a hundred thousand at once holds all threads.
    heapify(free)
    for _ in telling(range(len(free)), tell):
        _, _, (_, left, right, anywhere) = heappop(free)
        if left in left_taken or right in right_taken:
            continue
        group = (left,), (right,)
        at = bisect_left(placed, group)
        if (not at or placed[at - 1][1][-1] < right) and (
            at == len(placed) or right < placed[at][1][0]
        ):
            placed.insert(at, group)
        elif anywhere:
            moves.append((left, right))
        else:
            continue
        left_taken.add(left)
        right_taken.add(right)
    return placed, sorted(moves)
