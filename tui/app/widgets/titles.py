"""One line with the titles of the two articles, each above its pane.

Handed titles and a frame; it decides nothing.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.cells import fitted
from tui.layout import Frame, View

_JOINT = " ↔ "


class Titles(Widget):
    """Which article is on which side."""

    DEFAULT_CSS = "Titles { dock: top; width: 1fr; height: 1; }"

    def __init__(self, left: str, right: str) -> None:
        super().__init__()
        self._titles = (left, right)
        self._view = View.SIDE_BY_SIDE

    def show(self, left: str, right: str, view: View) -> None:
        """Show these titles, set out as the view is."""
        if (left, right) != self._titles or view is not self._view:
            self._titles, self._view = (left, right), view
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw it: side by side as the panes are, or one after the other."""
        width = self.size.width
        left, right = self._titles
        if self._view is View.CLEAN_LEFT:
            text = f"   {left}"
        elif self._view is View.CLEAN_RIGHT:
            text = f"   {right}"
        elif self._view is View.SIDE_BY_SIDE:
            at = Frame(self._view, width).separator
            text = f"{fitted('   ' + left, at)}│{fitted('  ' + right, width - at - 1)}"
        else:
            half = (width - 3 - len(_JOINT)) // 2
            text = f"   {fitted(left, half).rstrip()}{_JOINT}{right}"
        return Strip([Segment(fitted(text, width), self.rich_style)])
