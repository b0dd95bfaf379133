"""One article alone, to be read without marks.

In: a row and a pane width. Out: a band of one pane, of no height where the
article has nothing in this row. Wrapping is another file's business.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.compare.model import Comparison, Edit, Side
from tui.layout.blocks import lines_of, one_pane, unmarked_blocks
from tui.layout.marks import NO_SIGN
from tui.layout.model import NOTHING_FOUND, Band, Found


def clean_left(
    comparison: Comparison,
    number: int,
    pane_width: int,
    _edits: Sequence[Edit] = (),
    found: Found = NOTHING_FOUND,
) -> Band:
    """Lay out what the left article has in row `number`."""
    return _clean(comparison, number, pane_width, Side.LEFT, found)


def clean_right(
    comparison: Comparison,
    number: int,
    pane_width: int,
    _edits: Sequence[Edit] = (),
    found: Found = NOTHING_FOUND,
) -> Band:
    """Lay out what the right article has in row `number`."""
    return _clean(comparison, number, pane_width, Side.RIGHT, found)


def _clean(comparison: Comparison, number: int, pane_width: int, side: Side, found: Found) -> Band:
    blocks = unmarked_blocks(comparison, number, side, found)
    lines = lines_of(blocks, NO_SIGN, pane_width)
    return one_pane(number, lines)
