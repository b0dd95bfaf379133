"""Write two texts as one, with marks around what only one of them has.

In: both sides of a row and where they differ. Out: one text that reads as prose. What
differs was decided before; rows and line breaks are other files' business.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from tui.compare.model import Edit, Side
from tui.compare.weave import Strand, weave

JOIN = "¶"
"""What stands, between blanks, where two paragraphs are written as one."""

_MARKS = {Side.LEFT: "[-{}-]", Side.RIGHT: "{{+{}+}}", Side.BOTH: "{}"}


def marked(left: Strand, right: Strand, edits: Iterable[Edit]) -> str:
    """One text for both: `[-what only the left has-]{+what only the right has+}`.

    `edits` are in reading order and may touch one another; outside them both texts hold
    the same characters, blanks aside. What both share is written with the right's
    blanks. ` ¶ ` stands where either text ends a paragraph; where only one does it is
    marked, too, if the other has several paragraphs: else it is plain whose it is.

    Leave out `{+…+}` and unwrap `[-…-]`, and the left text is there; the other way
    round, the right one; blanks and joins aside.
    """
    regrouped = len(left.starts) > 1 and len(right.starts) > 1
    parts: list[str] = []
    woven = weave(left, right, edits)
    # Edits that touch on one side stand in one mark: `[-on,-]` and not `[-on-][-,-]`.
    for (side, changed), pieces in groupby(woven, lambda piece: (piece.side, bool(piece.edit))):
        if changed:
            words = "".join(f" {JOIN} " if piece.is_join else piece.text for piece in pieces)
            parts.append(_MARKS[side].format(words))
            continue
        for piece in pieces:
            if not (piece.is_blank or piece.is_join):
                parts.append(piece.text)
                continue
            if parts and not parts[-1][-1].isspace():
                parts.append(piece.text if piece.is_blank else " ")
            if piece.is_join:
                parts.append(_MARKS[side if regrouped else Side.BOTH].format(JOIN) + " ")
    return "".join(parts)
