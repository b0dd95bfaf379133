"""What a row is marked with: its sign and its inks.

In: a row of a comparison and its edits. Out: a sign for the gutter, strokes
of ink for each paragraph. Lines are other files' business.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.article.model import Paragraph
from tui.compare.model import Comparison, Edit, Kind, Row, Side, Wording
from tui.compare.signs import sign_of
from tui.layout.model import Ink
from tui.layout.runs import Stroke

NO_SIGN = " "

_WHOLE = {
    Kind.ADDED: Ink.ADDED_WHOLE,
    Kind.REMOVED: Ink.REMOVED_WHOLE,
    Kind.MOVED: Ink.MOVED_WHOLE,
}


def gutter_sign(comparison: Comparison, row: Row) -> str:
    """The sign of a row; a blank while the pairing has yet to be made."""
    return NO_SIGN if comparison.pending else sign_of(row)


def plain_ink(paragraph: Paragraph) -> Ink:
    """The ink of a paragraph without a mark."""
    return Ink.FURNITURE if paragraph.aside else Ink.PLAIN


def base_ink(comparison: Comparison, row: Row, paragraph: Paragraph) -> Ink:
    """The ink of what no edit covers in a paragraph of a row."""
    if comparison.pending:
        return plain_ink(paragraph)
    return _WHOLE.get(row.kind) or plain_ink(paragraph)


def edit_ink(edit: Edit) -> Ink:
    """The ink of an edit, the same on both of its sides."""
    if edit.wording is Wording.CARRIED:
        return Ink.WENT if edit.left else Ink.CAME
    if edit.quiet:
        return Ink.QUIET
    if edit.left and edit.right:
        return Ink.REWORDED
    return Ink.REMOVED if edit.left else Ink.ADDED


def strokes_of(edits: Iterable[Edit], side: Side) -> dict[int, list[Stroke]]:
    """The strokes of ink that edits leave on one side, by paragraph, in order."""
    strokes: dict[int, list[Stroke]] = {}
    for edit in edits:
        ink = edit_ink(edit)
        for passage in edit.left if side is Side.LEFT else edit.right:
            start, end = passage.span.start, passage.span.end
            strokes.setdefault(passage.paragraph, []).append(Stroke(start, end, ink))
    return strokes
