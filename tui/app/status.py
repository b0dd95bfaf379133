"""Say where the reader is, in one line: the change in hand, what is off, what the two are.

In: a session, an account, the edits of the row in hand. Out: words, the most important
first. The line itself is a widget's business.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.app.phrases import forms, label_of, told
from tui.compare import Comparison, Edit, Kind, Regime, Side, Wording
from tui.review import Filter, Group, Search, Session, group_of

if TYPE_CHECKING:
    from tui.compare import Account, Pattern

BETWEEN = " · "
LEFT_OFF = "where you left off · g for the start"
_LEAST = 12
"""Cells in which it can be told what an edit changed; with fewer it is not."""
_GRAVITY = {Wording.FACT: 1, Wording.CARRIED: 2, Wording.WORDS: 3}
_NAMED = 2
"""Kinds of changes that are named when they are off; more are counted."""
_OF_WORDS = frozenset({Kind.QUIET, Kind.REWORDED})


def changes_in_words(session: Session) -> str:
    """Which change is in hand, or how many there are: `change 3 of 12`, `9 of 12 changes`."""
    on, every = len(session.changes), len(session.comparison.changes)
    if not every:
        return "no change: the two are the same"
    if session.change is not None:
        return f"change {session.place} of {on}" if session.place else f"change off, {on} on"
    if on != every:
        return f"{on} of {every} changes"
    return "1 change" if every == 1 else f"{every} changes"


def share_in_words(share: float | None) -> str:
    """How far down the text the reader is; 100 % is the very end. Empty for None."""
    return "" if share is None else f"{int(share * 100)} %"


def in_hand_in_words(
    session: Session, account: Account | None, edits: Sequence[Edit], room: int
) -> str:
    """What the change in hand is: `reworded · fact: 1,000 → 3,000 · 2 more`; empty without one.

    `edits` are those of the row in hand; `room` is in cells.
    """
    change, row = session.change, session.row
    if change is None or row is None:
        return ""
    kind = session.comparison.rows[row].kind
    shown = [edit for edit in edits if session.filter.quiet or not edit.quiet]
    if not shown:
        return kind.value
    followed = _followed(account, session.comparison, row, shown)
    if followed and kind in _OF_WORDS:
        gravest = min(shown, key=lambda each: _gravity(each, session.filter))
        pattern, rest = followed[gravest], _rest(len({followed[each].left for each in shown}) - 1)
        times = len(pattern.places)
        label = "style" if gravest.quiet else label_of(gravest)
        after = f"{f' ×{times:,}' if times > 1 else ''}{rest}"
        cells = room - cell_len(f"{label}{BETWEEN}{after}")
        if cells < _LEAST:
            return _fitting(label, rest, room)
        return f"{label}{BETWEEN}{forms(pattern.left, pattern.right, cells)}{after}"
    edit, rest = min(shown, key=lambda each: _gravity(each, session.filter)), _rest(len(shown) - 1)
    # That it is reworded tells as much as that its wording is another.
    label = "" if label_of(edit) == Wording.WORDS else f"{BETWEEN}{label_of(edit)}"
    after = f"{', same day' if edit.same_day else ''}{rest}"
    cells = room - cell_len(f"{kind.value}{label or ' '}: {after}")
    if cells < _LEAST:
        return _fitting(f"{kind.value}{label}", rest, room)
    before = f"{label}: " if label else BETWEEN
    return f"{kind.value}{before}{told(session.comparison, edit, cells)}{after}"


def _fitting(said: str, rest: str, room: int) -> str:
    """What is said, and how much more there is if there is room for it."""
    return f"{said}{rest}" if cell_len(said + rest) <= room else said


def _rest(count: int) -> str:
    return f"{BETWEEN}{count:,} more" if count else ""


def _followed(
    account: Account | None, comparison: Comparison, row: int, edits: Sequence[Edit]
) -> dict[Edit, Pattern]:
    """The style patterns that the edits of a row follow; none if any of them follows none."""
    if account is None:
        return {}
    rows = {row, comparison.rows[row].other_end}
    patterns = {
        each.edit: pattern
        for pattern in account.ledger
        for each in pattern.places
        if each.row in rows
    }
    return patterns if all(edit in patterns for edit in edits) else {}


def _gravity(edit: Edit, picked: Filter) -> tuple[bool, int]:
    """How an edit stands among others: those that are on first, then the gravest."""
    off = group_of(edit) in picked.off
    if edit.quiet:
        return off, 5
    return off, 0 if edit.quoted else _GRAVITY.get(edit.wording, 4)


def off_in_words(session: Session, account: Account | None) -> str:
    """What is switched off, named or counted: `17 quiet off · off: added, moved`."""
    return BETWEEN.join(_off(session, account))


def _off(session: Session, account: Account | None) -> Iterator[str]:
    picked = session.filter
    if not picked.quiet:
        if account is None:
            yield "quiet off"
        else:
            quiet = session.comparison.options.quiet
            count = sum(account.edits.get(kind, 0) for kind in quiet)
            yield f"{count:,} quiet off" if count else "no quiet edits"
    if picked.off:
        names = [group.value for group in Group if group in picked.off]
        yield f"off: {', '.join(names) if len(names) <= _NAMED else f'{len(names)} kinds'}"


def matches_in_words(search: Search, match: int | None) -> str:
    """Which match is in hand, and how many there are on each side."""
    matches = f"{len(search.matches)} for “{search.query.strip()}”"
    which = "matches" if match is None else f"match {match + 1} of"
    sides = f"{search.count(Side.LEFT)} left, {search.count(Side.RIGHT)} right"
    return f"{which} {matches}: {sides}"


def what_they_are(comparison: Comparison) -> str:
    """What the two articles are to each other, or were told to be."""
    words = f"two {comparison.regime.value}"
    if comparison.options.regime is not None:
        return f"taken for {words}"
    if comparison.regime is Regime.TELLINGS and not any(
        row.left and row.right for row in comparison.rows
    ):
        return f"{words}, no passage in common"
    return words


def doubts_in_words(doubts: int) -> str:
    """How many cuts of a tracker's page may be wrong; nothing where none is."""
    return f"{doubts} {'cut' if doubts == 1 else 'cuts'} in doubt, see R" if doubts else ""


def asides_in_words(asides: int, *, compared: bool, folded: bool) -> str:
    """How much is set aside; nothing where nothing is."""
    if not asides:
        return ""
    if compared:
        return f"{asides} compared"
    return f"{asides} set aside{', folded' if folded else ''}"
