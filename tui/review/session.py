"""Where the reader is among the changes; plain functions give the next place.

In: a session and a row. Out: a new session. Scrolling and drawing are the
screen's business.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.compare.model import Change, Comparison
from tui.review.groups import EVERYTHING, Filter, Groups, groups_by_rows, passed


@dataclass(frozen=True, slots=True)
class Session:
    """A reader at work on one comparison."""

    comparison: Comparison
    row: int | None = None
    """The row in hand, from 0, always one of a change; None before the first."""
    filter: Filter = EVERYTHING
    groups: tuple[Groups, ...] | None = None
    """Of every change, once all words were compared."""
    on: Sequence[Change] | None = None
    """The changes that are on; None for all of them."""

    @property
    def change(self) -> Change | None:
        """The change in hand, be it on or off."""
        if self.row is None:
            return None
        number = self.comparison.rows[self.row].change
        return None if number is None else self.comparison.changes[number - 1]

    @property
    def changes(self) -> Sequence[Change]:
        """The changes that are on, in reading order."""
        return self.comparison.changes if self.on is None else self.on

    @property
    def place(self) -> int | None:
        """Which of these the change in hand is, from 1; None where it is none of them."""
        if self.change is None:
            return None
        at = bisect_left(self.changes, self.change.number, key=_number)
        found = at < len(self.changes) and self.changes[at].number == self.change.number
        return at + 1 if found else None


def picking(session: Session, picked: Filter) -> Session:
    """The session with another filter; the change in hand stays in hand."""
    on = None
    if picked != EVERYTHING:
        changes = session.comparison.changes
        groups = session.groups
        if groups is None:
            groups = groups_by_rows(session.comparison)
        on = passed(changes, groups, picked)
    return replace(session, filter=picked, on=on)


def counted_anew(
    session: Session, comparison: Comparison, groups: tuple[Groups, ...] | None
) -> Session:
    """The session after the kinds of its rows came to be known better, at the same place."""
    return picking(replace(session, comparison=comparison, groups=groups), session.filter)


def next_change(session: Session, row: int) -> Session:
    """The session at the first change that is on and begins below `row`; the same without one.

    Rows count from 0; -1 stands above the first. A move is met once, at the
    end that stands first.
    """
    changes = session.changes
    number = bisect_right(changes, row, key=_first_row)
    return at_row(session, changes[number].rows[0]) if number < len(changes) else session


def previous_change(session: Session, row: int) -> Session:
    """The session at the last change that is on and begins above `row`; the same without one."""
    changes = session.changes
    number = bisect_left(changes, row, key=_first_row)
    return at_row(session, changes[number - 1].rows[0]) if number else session


def other_end(session: Session, row: int) -> Session:
    """The session at the other end of the move that `row` is one end of; else the same."""
    there = session.comparison.rows[row].other_end
    return session if there is None else at_row(session, there)


def at_row(session: Session, row: int) -> Session:
    """The session with the change in hand that `row` belongs to; none if it is the same."""
    changed = session.comparison.rows[row].change is not None
    return replace(session, row=row if changed else None)


def _first_row(change: Change) -> int:
    return change.rows[0]


def _number(change: Change) -> int:
    return change.number
