"""What a row is marked with: its sign and its inks.

In: a row of a comparison, its edits, and what is switched off. Out: signs for the
gutter, strokes of ink for each paragraph. Lines are other files' business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.article.model import Paragraph
from tui.compare.model import Comparison, Edit, Kind, Row, Side, Wording
from tui.compare.signs import (
    FACT,
    NO_SIGN,
    QUIET,
    QUOTATION,
    REWORDED,
    gravest_sign,
    sign_of,
)
from tui.layout.model import Found, Ink, Run, Stress
from tui.layout.runs import Stroke
from tui.review.groups import Filter, group_of, group_of_row

_UNMARKED = frozenset({Ink.PLAIN, Ink.FURNITURE})
_WHOLE = {
    Kind.ADDED: Ink.ADDED_WHOLE,
    Kind.REMOVED: Ink.REMOVED_WHOLE,
    Kind.MOVED: Ink.MOVED_WHOLE,
}


_SECOND_SIGNS = {Stress.QUOTATION: QUOTATION, Stress.FACT: FACT}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in a row."""

    edits: Sequence[Edit]
    """Of the row, in reading order."""
    found: Found
    """What the reader searched for."""
    filter: Filter
    """What the reader wants marked."""


def gutter_signs(comparison: Comparison, row: Row, edits: Sequence[Edit]) -> tuple[str, str]:
    """The sign of a row and that of its gravest edit; blanks until the pairing is made."""
    if comparison.pending:
        return NO_SIGN, NO_SIGN
    return sign_of(row, edits), gravest_sign(edits)


def line_sign(sign: str, runs: Sequence[Run]) -> str:
    """The sign of a line that is not the first of its row: that of what it holds."""
    inks = {run.ink for run in runs} - _UNMARKED
    if not inks:
        return NO_SIGN
    return QUIET if sign == REWORDED and inks == {Ink.QUIET} else sign


def sign_of_runs(runs: Sequence[Run]) -> str:
    """The sign of the gravest edit on one line; a blank where there is none."""
    stresses = {run.stress for run in runs}
    return next((sign for each, sign in _SECOND_SIGNS.items() if each in stresses), NO_SIGN)


def plain_ink(paragraph: Paragraph) -> Ink:
    """The ink of a paragraph without a mark."""
    return Ink.FURNITURE if paragraph.aside else Ink.PLAIN


def base_ink(comparison: Comparison, row: Row, paragraph: Paragraph) -> Ink:
    """The ink of what no edit covers in a paragraph of a row."""
    if comparison.pending:
        return plain_ink(paragraph)
    return _WHOLE.get(row.kind) or plain_ink(paragraph)


def base_stress(row: Row, picked: Filter) -> Stress:
    """How loud a paragraph is that is marked as a whole."""
    return Stress.OFF if group_of_row(row) in picked.off and row.kind in _WHOLE else Stress.USUAL


def stress_of(edit: Edit, picked: Filter) -> Stress:
    """How loud an edit is."""
    if edit.quiet:
        return Stress.USUAL
    if group_of(edit) in picked.off:
        return Stress.OFF
    if edit.quoted:
        return Stress.QUOTATION
    return Stress.FACT if edit.wording is Wording.FACT else Stress.USUAL


def edit_ink(edit: Edit) -> Ink:
    """The ink of an edit, the same on both of its sides."""
    if edit.wording is Wording.CARRIED:
        return Ink.WENT if edit.left else Ink.CAME
    if edit.quiet:
        return Ink.QUIET
    if edit.left and edit.right:
        return Ink.REWORDED
    return Ink.REMOVED if edit.left else Ink.ADDED


def strokes_of(marks: Marks, side: Side) -> dict[int, list[Stroke]]:
    """The strokes of ink that edits leave on one side, by paragraph, in order."""
    strokes: dict[int, list[Stroke]] = {}
    for edit in marks.edits:
        if edit.quiet and not marks.filter.quiet:
            continue
        ink, stress = edit_ink(edit), stress_of(edit, marks.filter)
        for passage in edit.left if side is Side.LEFT else edit.right:
            start, end = passage.span.start, passage.span.end
            strokes.setdefault(passage.paragraph, []).append(Stroke(start, end, ink, stress))
    return strokes
