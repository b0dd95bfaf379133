"""Lay one row out for the view and the width at hand: the way into this package.

In: a comparison, the number of a row, a frame. Out: a band. How each view
looks is written in the module named after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tui.compare.model import Comparison, Edit, Kind, Side
from tui.layout.clean import clean
from tui.layout.folds import folded
from tui.layout.frame import Frame
from tui.layout.marks import Marks
from tui.layout.model import NOTHING_FOUND, Band, Found, View
from tui.layout.side_by_side import side_by_side
from tui.layout.stacked import stacked
from tui.review.groups import EVERYTHING, Filter


def _redline(comparison: Comparison, number: int, width: int, marks: Marks) -> Band:
    # To weave two texts into one takes much code, and few readers begin with it.
    from tui.layout.redline import redline  # noqa: PLC0415

    return redline(comparison, number, width, marks)


_VIEWS: dict[View, Callable[..., Band]] = {
    View.SIDE_BY_SIDE: side_by_side,
    View.STACKED: stacked,
    View.REDLINE: _redline,
    View.CLEAN_LEFT: partial(clean, side=Side.LEFT),
    View.CLEAN_RIGHT: partial(clean, side=Side.RIGHT),
}


def lay_out(
    comparison: Comparison,
    number: int,
    frame: Frame,
    edits: Sequence[Edit] = (),
    found: Found = NOTHING_FOUND,
    picked: Filter = EVERYTHING,
) -> Band:
    """Lay row `number`, from 0, out as a band for `frame`.

    `edits` are those of the row; without them a changed row is shown
    unmarked, and in a redline as replaced whole. What `picked` has switched off
    is dimmed, and quiet edits that it leaves out are not marked. Rows are independent of
    one another, so that only those on the screen need be laid out.
    """
    if frame.fold_asides and comparison.rows[number].kind is Kind.ASIDE:
        return folded(comparison, number, frame)
    return _VIEWS[frame.shown](comparison, number, frame.pane_width, Marks(edits, found, picked))
