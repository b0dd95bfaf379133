"""Write the lines of the panels: the style ledger, facts, the summary, kinds of edits.

In: an account. Out: lines, and the places that each is about. Drawing them and going
there is other files' business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from tui.app.phrases import forms, told
from tui.compare import Comparison, Found, Passage, Side, Wording
from tui.config import NEVER_QUIET

if TYPE_CHECKING:
    from tui.compare import Account, Pattern

_WORDING = 44
"""Cells for what an edit changed: with all else it fits into 80."""


class Panel(StrEnum):
    """What can be listed below the panes, by its title."""

    LEDGER = "style ledger"
    FACTS = "facts and quotations"
    SUMMARY = "summary"
    KINDS = "kinds of edits"


NOTHING_IN = {
    Panel.LEDGER: "no form stands for another again and again",
    Panel.FACTS: "no fact differs, and no quotation",
}
"""What is said where a panel would be empty."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a line is about."""

    row: int
    """From 0."""
    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    words: str
    """What is there, for the status line."""


@dataclass(frozen=True, slots=True)
class PanelLine:
    """One line of a panel."""

    text: str
    places: int = 0
    """How many places it leads to, one after the other."""
    spot: Callable[[int], Spot] | None = None
    """The place of a number, from 0; a pattern may have ten thousand."""
    kind: Wording | None = None
    """The kind of edits that it switches."""


def lines_of(panel: Panel, account: Account, sentences: tuple[str, ...]) -> tuple[PanelLine, ...]:
    """What a panel says of an account, and of the sentences of its summary."""
    if panel is Panel.SUMMARY:
        return tuple(_summary(account, sentences))
    # Of kinds every edit is counted.
    bounded = () if panel is Panel.KINDS else account.bounded
    return (*_WRITERS[panel](account), *map(PanelLine, bounded))


def _ledger(account: Account) -> Iterator[PanelLine]:
    for pattern in account.ledger:
        both = forms(pattern.left, pattern.right, _WORDING)
        kept = f" · kept {len(pattern.kept)}" if pattern.kept else ""
        text = f"{both} ×{len(pattern.places)} · {pattern.wording.value}{kept}"
        places = len(pattern.places) + len(pattern.kept)
        yield PanelLine(text, places, partial(_spot_of, pattern, both))


def _spot_of(pattern: Pattern, both: str, number: int) -> Spot:
    """A place of a pattern; after these, one where the old form was kept."""
    count = len(pattern.places)
    if number < count:
        found = pattern.places[number]
        words = f"{both} · {number + 1} of {count}"
        return Spot(found.row, found.edit.left, found.edit.right, words)
    row, passage = pattern.kept[number - count]
    words = f"{both} · kept {number - count + 1} of {len(pattern.kept)}"
    return Spot(row, (passage,), (), words)


def _facts(account: Account) -> Iterator[PanelLine]:
    comparison = account.comparison
    listed = [
        (f"fact {', '.join(fact.value for fact in each.edit.facts)}".strip(), each)
        for each in account.facts
    ]
    listed += [("quotation", each) for each in account.quotations]
    widest = max((len(label) for label, _ in listed), default=0)
    for label, each in listed:
        both = told(comparison, each.edit, _WORDING)
        where = _where(comparison, each)
        same_day = " · same day" if each.edit.same_day else ""
        spot = Spot(each.row, each.edit.left, each.edit.right, f"{label} · {both} · {where}")
        text = f"{label:<{widest}}  {both}  {where}{same_day}"
        yield PanelLine(text, 1, partial(_only, spot))


def _where(comparison: Comparison, found: Found) -> str:
    """The paragraph of an edit, from 1: on the left, and on the right where that is another."""
    lefts, rights = comparison.both_sides(found.row)
    left = (found.edit.left[0].paragraph if found.edit.left else lefts[0]) + 1
    right = (found.edit.right[0].paragraph if found.edit.right else rights[0]) + 1
    return f"¶{left}" if left == right else f"¶{left}/{right}"


def _only(spot: Spot, _: int) -> Spot:
    return spot


def _summary(account: Account, sentences: tuple[str, ...]) -> Iterator[PanelLine]:
    same = account.same
    # The longest stretch comes last, but for what was cut short.
    last = len(sentences) - 1 - len(account.bounded)
    for number, sentence in enumerate(sentences):
        if number == last and same.words and account.comparison.changes:
            yield PanelLine(sentence, 1, partial(_same_from, account))
        else:
            yield PanelLine(sentence)


def _same_from(account: Account, _: int) -> Spot:
    """Where the longest stretch begins that is the same."""
    first = account.same.first
    row = account.comparison.row_of(Side.LEFT, first)
    words = f"the longest stretch that is the same begins in ¶{first + 1}"
    return Spot(row, (), (), words)


def _kinds(account: Account) -> Iterator[PanelLine]:
    quiet = account.comparison.options.quiet
    widest = max(len(kind.value) for kind in Wording)
    for kind in Wording:
        state = "quiet" if kind in quiet else "loud"
        always = ", always" if kind in NEVER_QUIET else ""
        text = f"{kind.value:<{widest}}  {account.edits.get(kind, 0):>7,}  {state}{always}"
        yield PanelLine(text, kind=kind)


_WRITERS: dict[Panel, Callable[[Account], Iterable[PanelLine]]] = {
    Panel.LEDGER: _ledger,
    Panel.FACTS: _facts,
    Panel.KINDS: _kinds,
}
