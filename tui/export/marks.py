"""Write two texts as one, with marks around what only one of them has.

In: both sides of a row and where they differ. Out: one text that reads as prose. What
differs was decided before; rows and line breaks are other files' business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tui.compare.model import Edit, Side
from tui.compare.weave import Piece, Strand, weave

JOIN = "¶"
"""What stands, between blanks, where two paragraphs are written as one."""

MARKS = {Side.LEFT: "[-{}-]", Side.RIGHT: "{{+{}+}}", Side.BOTH: "{}"}


def marked(
    left: Strand,
    right: Strand,
    edits: Iterable[Edit],
    is_marked: Callable[[Edit], bool] | None = None,
) -> str:
    """One text for both: `[-what only the left has-]{+what only the right has+}`.

    `edits` are in reading order and may touch one another; outside them both texts hold
    the same characters, blanks aside. What both share is written with the right's
    blanks. ` ¶ ` stands where either text ends a paragraph; where only one does it is
    marked, too, if the other has several paragraphs: else it is plain whose it is.

    Where `is_marked` denies an edit the words of the right stand without a mark.

    Leave out `{+…+}` and unwrap `[-…-]`, and the left text is there; the other way
    round, the right one; blanks and joins aside, and but for edits without a mark.
    """
    regrouped = len(left.starts) > 1 and len(right.starts) > 1
    parts: list[str] = []
    woven = weave(left, right, edits)
    if is_marked is not None:
        woven = _without(woven, is_marked)
    # Edits that touch on one side stand in one mark: `[-on,-]` and not `[-on-][-,-]`.
    for (side, changed), pieces in groupby(woven, lambda piece: (piece.side, bool(piece.edit))):
        if changed:
            words = "".join(f" {JOIN} " if piece.is_join else piece.text for piece in pieces)
            parts.append(MARKS[side].format(words))
            continue
        for piece in pieces:
            if not (piece.is_blank or piece.is_join):
                parts.append(piece.text)
                continue
            if parts and not parts[-1][-1].isspace():
                parts.append(piece.text if piece.is_blank else " ")
            if piece.is_join:
                parts.append(MARKS[side if regrouped else Side.BOTH].format(JOIN) + " ")
    return "".join(parts)


def _without(woven: Iterable[Piece], is_marked: Callable[[Edit], bool]) -> Iterator[Piece]:
    """The pieces, but of edits without a mark only those of the right, as if both had them."""
    pieces = [*woven]
    before = _words_before(pieces, is_marked)
    behind = reversed(_words_before(pieces[::-1], is_marked))
    for piece, *around in zip(pieces, before, behind, strict=True):
        if piece.edit is not None and not is_marked(piece.edit):
            if piece.side is not Side.LEFT:
                yield replace(piece, edit=None)
        elif not (piece.side is Side.LEFT and piece.is_blank and _is_idle(around)):
            yield piece


def _is_idle(around: Sequence[bool | None]) -> bool:
    """Whether a blank of the left parts only words that are not there."""
    return False in around and True not in around


def _words_before(pieces: Iterable[Piece], is_marked: Callable[[Edit], bool]) -> list[bool | None]:
    """For each piece whether the words before it are marked.

    None where both sides have them, or where there are none.
    """
    found: list[bool | None] = []
    last: bool | None = None
    for piece in pieces:
        found.append(last)
        if not piece.is_blank:
            last = None if piece.edit is None else is_marked(piece.edit)
    return found
