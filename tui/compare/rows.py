"""Set groups of paragraphs out as rows in reading order, and number the changes.

In: the groups that belong together and the moves. Out: rows that hold every
paragraph exactly once, and the changes they make. Who belongs with whom was
decided before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from tui.compare.model import Change, Kind, Row, telling


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that stand beside one another."""

    left: tuple[int, ...]
    """Numbers from 0, ascending; in sequence but for what is set aside."""
    right: tuple[int, ...]
    likeness: float


class _Draft:
    """A row that is still being written: its change and its other end are found last."""

    __slots__ = ("change", "kind", "left", "likeness", "other_end", "right")

    def __init__(
        self, left: tuple[int, ...], right: tuple[int, ...], kind: Kind, likeness: float
    ) -> None:
        self.left = left
        self.right = right
        self.kind = kind
        self.likeness = likeness
        self.change: int | None = None
        self.other_end: int | None = None

    def row(self) -> Row:
        return Row(self.left, self.right, self.kind, self.likeness, self.change, self.other_end)


def set_out(
    groups: Iterable[Group],
    moves: Sequence[tuple[int, int, float]],
    counts: tuple[int, int],
    asides: tuple[Set[int], Set[int]],
    kind_of_pair: Callable[[int, int], Kind],
    tell: Callable[[], None],
) -> tuple[tuple[Row, ...], tuple[Change, ...]]:
    """Rows in reading order of both sides, left gaps before right ones, and their changes.

    `groups` rise on both sides; `moves` are `(left, right, likeness)`;
    `counts` are the paragraphs of each article, `asides` those that were not
    compared. Each row that is not the same is one change, numbered from 1,
    but for moves: paragraphs that moved together are one change, with its
    rows at both ends. `tell` is called now and then.
    """
    drafts = _drafts(telling(groups, tell), moves, counts, asides, kind_of_pair)
    changes = _numbered(drafts, tell)
    return tuple([draft.row() for draft in telling(drafts, tell)]), changes


def _drafts(
    groups: Iterable[Group],
    moves: Sequence[tuple[int, int, float]],
    counts: tuple[int, int],
    asides: tuple[Set[int], Set[int]],
    kind_of_pair: Callable[[int, int], Kind],
) -> list[_Draft]:
    score_of_left = {left: score for left, _, score in moves}
    score_of_right = {right: score for _, right, score in moves}
    drafts: list[_Draft] = []
    of_left: dict[int, int] = {}
    of_right: dict[int, int] = {}

    def leave_gaps(left: Iterable[int], right: Iterable[int]) -> None:
        """Set out paragraphs that nothing stands beside."""
        for number in left:
            of_left[number] = len(drafts)
            alone = Kind.ASIDE if number in asides[0] else Kind.REMOVED
            kind = Kind.MOVED if number in score_of_left else alone
            drafts.append(_Draft((number,), (), kind, score_of_left.get(number, 0.0)))
        for number in right:
            of_right[number] = len(drafts)
            alone = Kind.ASIDE if number in asides[1] else Kind.ADDED
            kind = Kind.MOVED if number in score_of_right else alone
            drafts.append(_Draft((), (number,), kind, score_of_right.get(number, 0.0)))

    at_left = at_right = 0
    for group in groups:
        leave_gaps(range(at_left, group.left[0]), range(at_right, group.right[0]))
        kind = _kind(group, kind_of_pair)
        drafts.append(_Draft(group.left, group.right, kind, group.likeness))
        leave_gaps(_left_out(group.left), _left_out(group.right))
        at_left, at_right = group.left[-1] + 1, group.right[-1] + 1
    leave_gaps(range(at_left, counts[0]), range(at_right, counts[1]))
    for left, right, _ in moves:
        here, there = of_left[left], of_right[right]
        drafts[here].other_end, drafts[there].other_end = there, here
    return drafts


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


def _numbered(drafts: Sequence[_Draft], tell: Callable[[], None]) -> tuple[Change, ...]:
    """Number what differs, in the drafts too."""
    changes: list[Change] = []
    for number, draft in enumerate(telling(drafts, tell)):
        if not draft.kind.is_change or draft.change is not None:
            continue
        covered: tuple[int, ...] = (number,)
        if draft.kind is Kind.MOVED:
            covered = tuple(sorted(_block(drafts, number)))
        for at in covered:
            drafts[at].change = len(changes) + 1
        changes.append(
            Change(
                number=len(changes) + 1,
                kind=draft.kind,
                rows=covered,
                left=_joined([drafts[at].left for at in covered]),
                right=_joined([drafts[at].right for at in covered]),
            )
        )
    return tuple(changes)


def _joined(paragraphs: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Those of several rows; of one row the very same tuple, for most changes are of one."""
    return paragraphs[0] if len(paragraphs) == 1 else tuple(chain.from_iterable(paragraphs))


def _block(drafts: Sequence[_Draft], number: int) -> Iterator[int]:
    """The rows of the move that begins at row `number`, at both its ends."""
    at, there = number, drafts[number].other_end
    while there is not None:
        yield at
        yield there
        at, there = _below(drafts, at), _below(drafts, there)
        if not (
            at < len(drafts) and drafts[at].kind is Kind.MOVED and drafts[at].other_end == there
        ):
            return


def _below(drafts: Sequence[_Draft], number: int) -> int:
    """The next row that is not set aside, or the number of rows."""
    below = (at for at in range(number + 1, len(drafts)) if drafts[at].kind is not Kind.ASIDE)
    return next(below, len(drafts))
