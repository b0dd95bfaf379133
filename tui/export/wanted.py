"""What of a comparison is to be written.

In: names, as a person writes them. Out: values that tell of a row or an edit whether it
was asked for. Writing is other files' business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tui.compare.model import Edit, Kind, Row, Wording


class Section(StrEnum):
    """What can be written instead of the rows, in the order in which it is."""

    LEDGER = "ledger"
    """One form that stands where another stood, again and again."""
    FACTS = "facts"
    """Numbers, dates, units and names that differ, and quotations."""
    SUMMARY = "summary"
    """A few sentences."""


LOUD, QUIET, QUOTATION = "loud", "quiet", "quotation"
ROW_KINDS = tuple(kind for kind in Kind if kind.is_change and kind is not Kind.QUIET)
CHOICES: tuple[str, ...] = (*ROW_KINDS, *Wording, QUOTATION, QUIET, LOUD)
"""What can be asked for by name."""


@dataclass(frozen=True, slots=True)
class Only:
    """The changes that are asked for."""

    rows: frozenset[Kind] = frozenset()
    """Kinds of rows, with all their edits."""
    edits: frozenset[Wording] = frozenset()
    """Kinds of edits, in rows of any kind."""
    quotations: bool = False
    """Edits that change what stands in quotation marks."""
    quiet: bool = False
    """Edits that are quiet."""
    loud: bool = False
    """Edits and rows that are not."""

    def asks_for(self, row: Row, edit: Edit) -> bool:
        """Whether an edit of a row is asked for."""
        return (
            (self.quiet if edit.quiet else self.loud)
            or edit.wording in self.edits
            or row.kind in self.rows
            or (self.quotations and edit.changes_quotation)
        )

    def asks_for_row(self, row: Row, edits: Iterable[Edit]) -> bool:
        """Whether a row, or one of its edits, is asked for."""
        return (
            row.kind in self.rows
            or (self.loud and row.kind in ROW_KINDS)
            or (self.quiet and row.kind is Kind.QUIET)
            or any(self.asks_for(row, edit) for edit in edits)
        )


def only_named(names: Iterable[str]) -> Only:
    """The changes that some of `CHOICES` name.

    Raises:
        ValueError: one of the names is none of them.
    """
    chosen = set(names)
    if unknown := chosen.difference(CHOICES):
        raise ValueError(min(unknown))
    return Only(
        frozenset(kind for kind in ROW_KINDS if kind in chosen),
        frozenset(wording for wording in Wording if wording in chosen),
        QUOTATION in chosen,
        QUIET in chosen,
        LOUD in chosen,
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a comparison is to be written."""

    width: int = 0
    """Columns in a line of text; 0 for no wrapping. A record has no lines."""
    only: Only | None = None
    """The changes that are asked for; None for all rows, the same ones too."""
    sections: tuple[Section, ...] = ()
    """What is written instead of the rows; none of them for the rows."""
