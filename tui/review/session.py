"""Where the reader is among the changes; plain functions give the next place.

In: a session and a row. Out: a new session. Scrolling and drawing are the
screen's business.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from tui.compare.model import Change, Comparison


@dataclass(frozen=True, slots=True)
class Session:
    """A reader at work on one comparison."""

    comparison: Comparison
    row: int | None = None
    """The row in hand, from 0, always one of a change; None before the first."""

    @property
    def change(self) -> Change | None:
        """The change in hand."""
        if self.row is None:
            return None
        number = self.comparison.rows[self.row].change
        return None if number is None else self.comparison.changes[number - 1]


def next_change(session: Session, row: int) -> Session:
    """The session at the first change that begins below `row`; the same if there is none.

    Rows count from 0; -1 stands above the first. A move is met once, at the
    end that stands first.
    """
    changes = session.comparison.changes
    number = bisect_right(changes, row, key=_first_row)
    return at_row(session, changes[number].rows[0]) if number < len(changes) else session


def previous_change(session: Session, row: int) -> Session:
    """The session at the last change that begins above `row`; the same if there is none."""
    changes = session.comparison.changes
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
