"""Some sentences below the panes: why the paragraphs at hand are paired.

Handed what to say; it decides nothing.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.widgets import Static

from tui.app.widgets.line_panel import panel_room


class WhyPanel(Static):
    """A few lines, as many as are needed, and never most of the screen."""

    DEFAULT_CSS = "WhyPanel { width: 1fr; height: auto; }"

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._said = ""

    @property
    def said(self) -> str:
        """What it says now, a sentence a line."""
        return self._said

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The screen lines of all sentences, or as many as there is room for."""
        return min(super().get_content_height(container, viewport, width), panel_room(container))

    def say(self, sentences: tuple[str, ...]) -> None:
        """Say other sentences, each on a line of its own."""
        self._said = "\n".join(sentences)
        self.update(self._said)
