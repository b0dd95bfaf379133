"""The room there is: a view, the width of the screen, and what a pane gets of it.

In: what the reader asked for. Out: the view that fits, and text cells.
Filling the room is other files' business.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.layout.model import View
from tui.layout.wrap import NARROWEST

SIDE_BY_SIDE_FROM = 64
"""Narrowest screen, in cells, on which two panes are read with ease: 29 each."""

SIDE_BY_SIDE_MARGIN = 6
"""Cells beside the two texts: mark, sign, blank; separator, sign, blank."""
STACKED_MARGIN = 4
"""Cells beside the text: mark, sign, letter of the side, blank."""
SINGLE_MARGIN = 3
"""Cells beside the text of a redline or of one article alone: mark, sign, blank."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room for a comparison on the screen."""

    view: View
    """What the reader asked for."""
    width: int
    """Cells of the whole screen line; any number, a pane never gets under two."""
    fold_asides: bool = False
    """Whether a stretch of rows that are set aside takes one line."""

    @property
    def shown(self) -> View:
        """The view that is used: two panes are stacked where they do not fit."""
        if self.view is View.SIDE_BY_SIDE and self.width < SIDE_BY_SIDE_FROM:
            return View.STACKED
        return self.view

    @property
    def pane_width(self) -> int:
        """Cells for the text of one pane."""
        match self.shown:
            case View.SIDE_BY_SIDE:
                cells = (self.width - SIDE_BY_SIDE_MARGIN) // 2
            case View.STACKED:
                cells = self.width - STACKED_MARGIN
            case _:
                cells = self.width - SINGLE_MARGIN
        return max(NARROWEST, cells)

    @property
    def separator(self) -> int:
        """The column, from 0, between two panes side by side."""
        return SINGLE_MARGIN + self.pane_width
