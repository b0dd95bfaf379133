"""The kinds of changes that a reader switches on and off, and which changes are on.

In: edits, rows and changes of a comparison. Out: the groups that each belongs to. This is
the one table of them; keys and inks are other packages' business.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.compare import Change, Comparison, Edit, Kind, Row, Wording

if TYPE_CHECKING:
    from tui.compare import Account


class Group(StrEnum):
    """Changes that are switched on and off together, in the order of their keys from 1 on."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """Paragraphs that moved, and sentences carried to another one."""
    CUT = "cut anew"
    """Split, merged, or cut into paragraphs otherwise."""
    FACTS = "facts"
    """A fact that differs, or a quotation that changed."""
    WORDING = "other wording"


_OF_KIND = {
    Kind.ADDED: Group.ADDED,
    Kind.REMOVED: Group.REMOVED,
    Kind.MOVED: Group.MOVED,
    Kind.SPLIT: Group.CUT,
    Kind.MERGED: Group.CUT,
    Kind.REGROUPED: Group.CUT,
}
_OF_WORDING = {Wording.CARRIED: Group.MOVED, Wording.FACT: Group.FACTS}
_OF_ANY_WORDS = frozenset({Group.FACTS, Group.WORDING})

Groups = frozenset[Group]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which changes are met, and marked as loudly as they are."""

    off: Groups = frozenset()
    """Dimmed and passed over, but never hidden."""
    quiet: bool = True
    """Whether quiet edits are marked, and changes that have no others are met."""

    def switched(self, group: Group) -> Filter:
        """The filter with one group switched on or off."""
        return replace(self, off=self.off ^ {group})

    def passes(self, groups: Groups) -> bool:
        """Whether a change of these groups is on; one of none is quiet."""
        return not groups <= self.off if groups else self.quiet


EVERYTHING = Filter()


def group_of(edit: Edit) -> Group | None:
    """The group of an edit; None of a quiet one."""
    if edit.quiet:
        return None
    return Group.FACTS if edit.quoted else _OF_WORDING.get(edit.wording, Group.WORDING)


def group_of_row(row: Row) -> Group | None:
    """The group of a row for what it is, whatever its words; None where only words differ."""
    return _OF_KIND.get(row.kind)


def groups_by_rows(comparison: Comparison) -> tuple[Groups, ...]:
    """The groups of every change, as far as they are known before words are compared."""
    rows = comparison.rows
    return tuple(_unread(rows[number] for number in each.rows) for each in comparison.changes)


def _unread(rows: Iterable[Row]) -> Groups:
    groups: set[Group] = set()
    for row in rows:
        group = group_of_row(row)
        groups |= {group} if group else _OF_ANY_WORDS if row.kind is Kind.REWORDED else set()
        groups |= {Group.MOVED} if row.carried else set()
    return frozenset(groups)


def groups_by_words(account: Account) -> tuple[Groups, ...]:
    """The groups of every change, once all words were compared."""
    quoted = {each.row for each in account.quotations}
    # The same few sets again and again: each is kept once.
    sets: dict[Groups, Groups] = {}
    found: list[Groups] = []
    for change in account.comparison.changes:
        groups = frozenset(
            group for number in change.rows for group in _read(account, number, quoted)
        )
        found.append(sets.setdefault(groups, groups))
    return tuple(found)


def _read(account: Account, number: int, quoted: Container[int]) -> Iterator[Group]:
    """The groups of one row and of its edits."""
    comparison = account.comparison
    of_row = group_of_row(comparison.rows[number])
    if of_row is not None:
        yield of_row
    if number in quoted:
        # Kinds alone do not tell which of its edits are quotations.
        yield from filter(None, map(group_of, account.edits_of(number)))
    else:
        loud = account.kinds[number] - comparison.options.quiet
        yield from (_OF_WORDING.get(wording, Group.WORDING) for wording in loud)


def passed(changes: Sequence[Change], groups: Sequence[Groups], picked: Filter) -> Sequence[Change]:
    """The changes that are on, in their order."""
    if picked == EVERYTHING:
        return changes
    return [change for change, each in zip(changes, groups, strict=True) if picked.passes(each)]
