"""Two panes that stay level: the left article beside the right one.

In: a row and a pane width. Out: a band of two panes. Wrapping and marking
are other files' business.
"""

from __future__ import annotations

from tui.compare.model import Comparison, Side
from tui.layout.blocks import BLANK, carried_lines, lines_of_side, note_lines
from tui.layout.marks import Marks
from tui.layout.model import Band


def side_by_side(
    comparison: Comparison,
    number: int,
    pane_width: int,
    marks: Marks,
) -> Band:
    """Lay row `number` out in two panes; the shorter one is filled with blank lines.

    The empty side of a moved row says where its other end is; under a side
    with carried sentences stands where these are.
    """
    panes = [
        [
            *lines_of_side(comparison, number, side, pane_width, marks),
            *carried_lines(comparison, number, side, pane_width),
        ]
        or note_lines(comparison, number, side, pane_width)
        for side in (Side.LEFT, Side.RIGHT)
    ]
    left, right = panes
    height = max(len(left), len(right)) + 1
    return Band(
        number,
        (
            (*left, *[BLANK[Side.LEFT]] * (height - len(left))),
            (*right, *[BLANK[Side.RIGHT]] * (height - len(right))),
        ),
    )
