"""One article alone, to be read without marks.

In: a row and a pane width. Out: a band of one pane, of no height where the
article has nothing in this row. Wrapping is another file's business.
"""

from __future__ import annotations

from tui.compare.model import Comparison, Kind, Side
from tui.compare.signs import NO_SIGN, sign_of
from tui.layout.blocks import lines_of, one_pane, unmarked_blocks
from tui.layout.marks import Marks
from tui.layout.model import Band


def clean(
    comparison: Comparison,
    number: int,
    pane_width: int,
    marks: Marks,
    *,
    side: Side,
) -> Band:
    """Lay out what the article of `side` has in row `number`."""
    blocks = unmarked_blocks(comparison, number, side, marks.found)
    row = comparison.rows[number]
    sign = sign_of(row) if row.kind is Kind.ASIDE else NO_SIGN
    return one_pane(number, lines_of(blocks, sign, pane_width))
