"""Set groups of paragraphs out as rows in reading order, and number the changes.

In: the groups that belong together and the moves. Out: rows that hold every
paragraph exactly once, and the changes they make. Who belongs with whom was
decided before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tui.compare.model import Change, Kind, Row


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that stand beside one another."""

    left: tuple[int, ...]
    """Numbers from 0, ascending, in sequence."""
    right: tuple[int, ...]
    likeness: float


def set_out(
    groups: Sequence[Group],
    moves: Sequence[tuple[int, int, float]],
    counts: tuple[int, int],
    kind_of_pair: Callable[[int, int], Kind],
) -> tuple[Row, ...]:
    """Rows in reading order of both sides; left gaps come before right ones.

    `groups` rise on both sides; `moves` are `(left, right, likeness)`;
    `counts` are the paragraphs of each article.
    """
    score_of_left = {left: score for left, _, score in moves}
    score_of_right = {right: score for _, right, score in moves}
    rows: list[Row] = []
    row_of_left: dict[int, int] = {}
    row_of_right: dict[int, int] = {}

    def leave_gaps(left: range, right: range) -> None:
        """Set out paragraphs that nothing stands beside."""
        for number in left:
            row_of_left[number] = len(rows)
            kind = Kind.MOVED if number in score_of_left else Kind.REMOVED
            rows.append(Row((number,), (), kind, score_of_left.get(number, 0.0)))
        for number in right:
            row_of_right[number] = len(rows)
            kind = Kind.MOVED if number in score_of_right else Kind.ADDED
            rows.append(Row((), (number,), kind, score_of_right.get(number, 0.0)))

    at_left = at_right = 0
    for group in groups:
        leave_gaps(range(at_left, group.left[0]), range(at_right, group.right[0]))
        rows.append(Row(group.left, group.right, _kind(group, kind_of_pair), group.likeness))
        at_left, at_right = group.left[-1] + 1, group.right[-1] + 1
    leave_gaps(range(at_left, counts[0]), range(at_right, counts[1]))
    for left, right, _ in moves:
        here, there = row_of_left[left], row_of_right[right]
        rows[here] = replace(rows[here], other_end=there)
        rows[there] = replace(rows[there], other_end=here)
    return tuple(rows)


def _kind(group: Group, kind_of_pair: Callable[[int, int], Kind]) -> Kind:
    if len(group.left) > 1:
        return Kind.MERGED
    if len(group.right) > 1:
        return Kind.SPLIT
    return kind_of_pair(group.left[0], group.right[0])


def number_changes(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Change, ...]]:
    """Number what differs, from 1 in reading order, and note it in the rows.

    Each row that is not the same is one change, but for moves: paragraphs
    that moved together are one change, with its rows at both ends.
    """
    change_of: dict[int, int] = {}
    changes: list[Change] = []
    for number, row in enumerate(rows):
        if row.kind is Kind.SAME or number in change_of:
            continue
        covered = tuple(sorted(_block(rows, number))) if row.kind is Kind.MOVED else (number,)
        change_of.update(dict.fromkeys(covered, len(changes) + 1))
        changes.append(
            Change(
                number=len(changes) + 1,
                kind=row.kind,
                rows=covered,
                left=tuple(p for at in covered for p in rows[at].left),
                right=tuple(p for at in covered for p in rows[at].right),
            )
        )
    numbered = tuple(
        replace(row, change=change_of[number]) if number in change_of else row
        for number, row in enumerate(rows)
    )
    return numbered, tuple(changes)


def _block(rows: Sequence[Row], number: int) -> Iterator[int]:
    """The rows of the move that begins at row `number`, at both its ends."""
    at, there = number, rows[number].other_end
    while there is not None:
        yield at
        yield there
        if not (_moved(rows, at + 1) and rows[at + 1].other_end == there + 1):
            return
        at, there = at + 1, there + 1


def _moved(rows: Sequence[Row], number: int) -> bool:
    return number < len(rows) and rows[number].kind is Kind.MOVED
