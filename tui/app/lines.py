"""Write the lines of the panels: the style ledger, facts, the summary, kinds of edits.

In: an account. Out: lines, and the places that each is about. Drawing them and going
there is other files' business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tui.app.phrases import forms, told
from tui.compare import Account, Comparison, Found, Passage, Pattern, Wording, summary
from tui.config import NEVER_QUIET

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
    spots: tuple[Spot, ...] = ()
    """Where it leads, one after the other."""
    kind: Wording | None = None
    """The kind of edits that it switches."""


def lines_of(panel: Panel, account: Account) -> tuple[PanelLine, ...]:
    """What a panel says of an account."""
    return tuple(_WRITERS[panel](account))


def _ledger(account: Account) -> Iterator[PanelLine]:
    for pattern in account.ledger:
        both = forms(pattern.left, pattern.right, _WORDING)
        kept = f" · kept {len(pattern.kept)}" if pattern.kept else ""
        text = f"{both} ×{len(pattern.places)} · {pattern.wording.value}{kept}"
        yield PanelLine(text, tuple(_spots_of(pattern, both)))


def _spots_of(pattern: Pattern, both: str) -> Iterator[Spot]:
    """The places of a pattern, and then those where the old form was kept."""
    count = len(pattern.places)
    for number, each in enumerate(pattern.places, start=1):
        words = f"{both} · {number} of {count}"
        yield Spot(each.row, each.edit.left, each.edit.right, words)
    for number, (row, passage) in enumerate(pattern.kept, start=1):
        yield Spot(row, (passage,), (), f"{both} · kept {number} of {len(pattern.kept)}")


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
        yield PanelLine(f"{label:<{widest}}  {both}  {where}{same_day}", (spot,))


def _where(comparison: Comparison, found: Found) -> str:
    """The paragraph of an edit, from 1: on the left, and on the right where that is another."""
    lefts, rights = comparison.both_sides(found.row)
    left = (found.edit.left[0].paragraph if found.edit.left else lefts[0]) + 1
    right = (found.edit.right[0].paragraph if found.edit.right else rights[0]) + 1
    return f"¶{left}" if left == right else f"¶{left}/{right}"


def _summary(account: Account) -> Iterator[PanelLine]:
    sentences = summary(account)
    same = account.same
    # The longest stretch comes last, but for what was cut short.
    last = len(sentences) - 1 - len(account.bounded)
    for number, sentence in enumerate(sentences):
        if number == last and same.words and account.comparison.changes:
            yield PanelLine(sentence, (_same_from(account),))
        else:
            yield PanelLine(sentence)


def _same_from(account: Account) -> Spot:
    """Where the longest stretch begins that is the same."""
    first = account.same.first
    rows = account.comparison.rows
    row = next(number for number, each in enumerate(rows) if first in each.left)
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
    Panel.SUMMARY: _summary,
    Panel.KINDS: _kinds,
}
