"""One pane for narrow screens: the left text of a row above its right text.

In: a row and a pane width. Out: a band of one pane. Wrapping and marking are
other files' business.
"""

from __future__ import annotations

from tui.compare.model import Comparison, Kind, Side
from tui.layout.blocks import carried_lines, lines_of_side, note_lines, one_pane
from tui.layout.marks import Marks
from tui.layout.model import Band, Line


def stacked(
    comparison: Comparison,
    number: int,
    pane_width: int,
    marks: Marks,
) -> Band:
    """Lay row `number` out in one pane, left text first; the same text stands once."""
    row = comparison.rows[number]
    once = row.kind is Kind.SAME and not comparison.pending
    lines: list[Line] = []
    for side in (Side.BOTH,) if once else (Side.LEFT, Side.RIGHT):
        lines += lines_of_side(comparison, number, side, pane_width, marks)
        lines += carried_lines(comparison, number, side, pane_width)
    lines += note_lines(comparison, number, lines[-1].side, pane_width)
    return one_pane(number, lines)
