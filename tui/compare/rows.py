"""Set groups of paragraphs out as rows in reading order, and number the changes.

In: the groups that belong together and the moves. Out: rows that hold every
paragraph exactly once, and the changes they make. Who belongs with whom was
decided before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from tui.compare.model import Change, Kind, Row


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that stand beside one another."""

    left: tuple[int, ...]
    """Numbers from 0, ascending; in sequence but for what is set aside."""
    right: tuple[int, ...]
    likeness: float


def set_out(
    groups: Sequence[Group],
    moves: Sequence[tuple[int, int, float]],
    counts: tuple[int, int],
    asides: tuple[Set[int], Set[int]],
    kind_of_pair: Callable[[int, int], Kind],
) -> tuple[Row, ...]:
    """Rows in reading order of both sides; left gaps come before right ones.

    `groups` rise on both sides; `moves` are `(left, right, likeness)`;
    `counts` are the paragraphs of each article, `asides` those that were not
    compared.
    """
    score_of_left = {left: score for left, _, score in moves}
    score_of_right = {right: score for _, right, score in moves}
    rows: list[Row] = []
    row_of_left: dict[int, int] = {}
    row_of_right: dict[int, int] = {}

    def leave_gaps(left: Iterable[int], right: Iterable[int]) -> None:
        """Set out paragraphs that nothing stands beside."""
        for number in left:
            row_of_left[number] = len(rows)
            alone = Kind.ASIDE if number in asides[0] else Kind.REMOVED
            kind = Kind.MOVED if number in score_of_left else alone
            rows.append(Row((number,), (), kind, score_of_left.get(number, 0.0)))
        for number in right:
            row_of_right[number] = len(rows)
            alone = Kind.ASIDE if number in asides[1] else Kind.ADDED
            kind = Kind.MOVED if number in score_of_right else alone
            rows.append(Row((), (number,), kind, score_of_right.get(number, 0.0)))

    at_left = at_right = 0
    for group in groups:
        leave_gaps(range(at_left, group.left[0]), range(at_right, group.right[0]))
        rows.append(Row(group.left, group.right, _kind(group, kind_of_pair), group.likeness))
        leave_gaps(_left_out(group.left), _left_out(group.right))
        at_left, at_right = group.left[-1] + 1, group.right[-1] + 1
    leave_gaps(range(at_left, counts[0]), range(at_right, counts[1]))
    for left, right, _ in moves:
        here, there = row_of_left[left], row_of_right[right]
        rows[here] = replace(rows[here], other_end=there)
        rows[there] = replace(rows[there], other_end=here)
    return tuple(rows)


def _left_out(numbers: Sequence[int]) -> Iterator[int]:
    """The numbers between the first and the last that are not among them."""
    return (number for number in range(numbers[0], numbers[-1]) if number not in numbers)


def _kind(group: Group, kind_of_pair: Callable[[int, int], Kind]) -> Kind:
    if len(group.left) > 1 and len(group.right) > 1:
        return Kind.REGROUPED
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
        if not row.kind.is_change or number in change_of:
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
        at, there = _below(rows, at), _below(rows, there)
        if not (at < len(rows) and rows[at].kind is Kind.MOVED and rows[at].other_end == there):
            return


def _below(rows: Sequence[Row], number: int) -> int:
    """The next row that is not set aside, or the number of rows."""
    below = (at for at in range(number + 1, len(rows)) if rows[at].kind is not Kind.ASIDE)
    return next(below, len(rows))
