"""Find, among the paragraphs left over, those that stand elsewhere on the other side.

In: scored pairs, and the links that hold in order. Out: moves, as few as
explain the rest. How the pairs were scored is other files' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.compare.model import Link


def find_moves(
    pairs: Iterable[tuple[int, int, float]], links: Sequence[Link], floor: float
) -> list[Link]:
    """Links, best first and one to one, between paragraphs that no link holds.

    `pairs` are `(left, right, likeness)`; those under `floor` are left alone.
    Of pairs equally alike the one that is carried the shortest way wins.
    """
    left_taken = {left for left, _ in links}
    right_taken = {right for _, right in links}
    free = [
        (-score, abs(left - right), left, right)
        for left, right, score in pairs
        if score >= floor and left not in left_taken and right not in right_taken
    ]
    moves: list[Link] = []
    for _, _, left, right in sorted(free):
        if left not in left_taken and right not in right_taken:
            left_taken.add(left)
            right_taken.add(right)
            moves.append((left, right))
    return sorted(moves)
