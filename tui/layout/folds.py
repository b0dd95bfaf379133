"""Fold what is set aside: one line that counts it stands for all of it.

In: a row that is set aside and the frame. Out: a band with a note, or of no
height when another row of the same stretch has the note. Which rows are set
aside was decided by the comparison.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from tui.compare.model import Comparison, Kind, Row, Side
from tui.compare.signs import sign_of
from tui.layout.blocks import BLANK
from tui.layout.frame import Frame
from tui.layout.model import Band, Line, Run, View
from tui.layout.wrap import wrap


def folded(comparison: Comparison, number: int, frame: Frame) -> Band:
    """Lay row `number`, which is set aside, out as a count of its stretch.

    The first row of the stretch that the view shows has the count, for each
    pane its own; the others have no height.
    """
    rows = comparison.rows
    view = frame.shown
    sides = (Side.LEFT, Side.RIGHT) if view is View.SIDE_BY_SIDE else (view.side,)

    def is_seen(at: int) -> bool:
        return any(_count(rows[at], side) for side in sides)

    above = takewhile(lambda at: rows[at].kind is Kind.ASIDE, range(number - 1, -1, -1))
    if not is_seen(number) or any(map(is_seen, above)):
        return Band(number, ((),) * len(sides))
    below = range(number, len(rows))
    seen = [rows[at] for at in takewhile(lambda at: rows[at].kind is Kind.ASIDE, below)]
    sign = sign_of(seen[0])
    panes = [_note(seen, side, sign, frame.pane_width) for side in sides]
    height = max(map(len, panes)) + 1
    return Band(
        number,
        tuple(
            (*pane, *[BLANK[side]] * (height - len(pane)))
            for pane, side in zip(panes, sides, strict=True)
        ),
    )


def _note(rows: Sequence[Row], side: Side, sign: str, width: int) -> list[Line]:
    count = sum(_count(row, side) for row in rows)
    if not count:
        return []
    words = f"{count} {'paragraph' if count == 1 else 'paragraphs'} set aside"
    return [
        Line(side, sign if not span.start else " ", (Run(words[span.start : span.end]),), note=True)
        for span in wrap(words, width)
    ]


def _count(row: Row, side: Side) -> int:
    return len(row.left) + len(row.right) if side is Side.BOTH else len(row.side(side))
