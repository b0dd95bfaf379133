"""Write two texts as one: the right one, with what went away put back in its place.

In: both sides of a row and the edits between them. Out: one text with strokes
of ink. Breaking it into lines is another file's business.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.article.model import Span
from tui.compare.model import Edit, Side, Wording
from tui.compare.weave import Piece, Strand, weave
from tui.layout.marks import Marks, edit_ink, stress_of
from tui.layout.model import Ink, Stress
from tui.layout.runs import Stroke, touching
from tui.review.groups import Filter, Group

_JOIN = "¶"
_LETTER = re.compile(r"[^\W_]")
_UNSPACED = re.compile("[\u2e80-\ua4cf\U00020000-\U0010ffff]")
"""Chinese and Japanese, which have no blanks between words."""


@dataclass(frozen=True, slots=True)
class Inline:
    """One text made of two."""

    text: str
    strokes: tuple[Stroke, ...]
    found: tuple[Span, ...]


def write_inline(
    left: Strand, right: Strand, marks: Marks, found: Mapping[Side, Sequence[Span]]
) -> Inline:
    """Write both texts as one, each edit as what went away and then what came in.

    All of the right text is in it, and of the left what is struck; of a
    quiet edit only the right words stand. A `¶` is inked where one side ends
    a paragraph and the other does not. `found` are spans of the text of each
    strand, left and right, in order and disjoint.
    """
    sheet = _Sheet(found, marks.filter)
    blank: Piece | None = None
    for piece in weave(left, right, marks.edits):
        ink = _ink(piece, marks.filter)
        if piece.edit is not None and piece.edit.quiet and piece.side is Side.LEFT:
            continue  # The right words will do.
        if piece.is_blank and piece.side is Side.LEFT and sheet.side is not Side.LEFT:
            # It is needed if left words follow; between right words there is none.
            blank = piece
            continue
        if blank is not None and piece.side is Side.LEFT:
            sheet.write(blank, Ink.PLAIN)
        blank = None
        sheet.write(piece, ink)
    return Inline("".join(sheet.parts), tuple(sheet.strokes), tuple(sheet.found))


def _ink(piece: Piece, picked: Filter) -> Ink:
    """The ink of a piece, each side of an edit in its own where it does not go for both."""
    edit = piece.edit
    if edit is not None and edit.quiet and not picked.quiet:
        return Ink.PLAIN
    if edit is not None and (edit.quiet or edit.wording is Wording.CARRIED):
        return edit_ink(edit)
    if piece.side is Side.BOTH or piece.is_blank:
        return Ink.PLAIN
    return Ink.REMOVED if piece.side is Side.LEFT else Ink.ADDED


class _Sheet:
    """The text as far as it is written."""

    def __init__(self, found: Mapping[Side, Sequence[Span]], picked: Filter) -> None:
        self.parts: list[str] = []
        self.strokes: list[Stroke] = []
        self.found: list[Span] = []
        self.side = Side.BOTH
        """Where the piece stands that was written last."""
        self._edit: Edit | None = None
        self._length = 0
        self._searched = found
        self._filter = picked

    def write(self, piece: Piece, ink: Ink) -> None:
        """Write a piece, after a blank where words would touch."""
        parted = not self.parts or self.parts[-1][-1].isspace()
        if piece.is_blank:
            if not parted:
                self._copy(piece)
        elif piece.is_join:
            if not parted:
                self._put(" ")
            self._stroke(len(_JOIN), piece.edit, ink)
            self._put(_JOIN)
            self._put(" ")
        else:
            # What stands together in one of the texts may do so here.
            met = piece.side in (Side.BOTH, self.side) or self.side is Side.BOTH
            if not (parted or met) and _begins_with_word(piece.text):
                self._put(" ")
            self._stroke(len(piece.text), piece.edit, ink)
            self._copy(piece)
        self.side, self._edit = piece.side, piece.edit

    def _stroke(self, length: int, edit: Edit | None, ink: Ink) -> None:
        """Ink what is written next; one stroke reaches over the joins inside an edit."""
        if ink is Ink.PLAIN:
            return
        start = self._length
        if self.strokes and edit is not None and edit is self._edit and self.strokes[-1].ink is ink:
            start = self.strokes.pop().start
        if edit is not None:
            stress = stress_of(edit, self._filter)
        else:  # The end of a paragraph that only one side has.
            stress = Stress.OFF if Group.CUT in self._filter.off else Stress.USUAL
        self.strokes.append(Stroke(start, self._length + length, ink, stress))

    def _copy(self, piece: Piece) -> None:
        end = piece.start + len(piece.text)
        side = Side.LEFT if piece.side is Side.LEFT else Side.RIGHT
        moved = self._length - piece.start
        for span in touching(self._searched[side], Span(piece.start, end)):
            start = max(span.start, piece.start)
            self.found.append(Span(start + moved, min(span.end, end) + moved))
        self._put(piece.text)

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)


def _begins_with_word(text: str) -> bool:
    """Whether a text, opening marks aside, begins with a word of a script that has blanks."""
    if text[0].isspace():
        return False
    letter = _LETTER.search(text.split(maxsplit=1)[0])
    return letter is not None and not _UNSPACED.match(letter[0])
