"""One line that says where the reader is, and which keys come next.

Handed what to say; it decides nothing.
"""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.cells import fitted
from tui.visible import visible

_BAR_WIDTH = 20
_BETWEEN = "  "
_ALWAYS = 2
_USUALLY_SAID = 44
"""Cells kept free of keys, so that they stay where they are whatever is said."""
_LEAST_SAID = 40
"""Cells that what is said may take, whatever room it leaves for keys."""


class StatusLine(Widget):
    """Where the reader is on the left; keys on the right, as many as fit."""

    DEFAULT_CSS = "StatusLine { dock: bottom; width: 1fr; height: 1; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status-line--key", "status-line--title"}

    def __init__(self, keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._keys = keys
        self._said = ""
        # However much is said, the last keys, help and quit, are the way to all others.
        self._always = sum(cell_len(f"{key} {title}{_BETWEEN}") for key, title in keys[-_ALWAYS:])

    @property
    def said(self) -> str:
        """What it says now."""
        return self._said

    @property
    def room(self) -> int:
        """Cells that what is said may take, the last keys always beside it."""
        return max(self.size.width - self._always - len(_BETWEEN), _LEAST_SAID) - 1

    def say(self, text: str) -> None:
        """Say another thing."""
        # What was typed or pasted is said again here.
        text = visible(text)
        if text != self._said:
            self._said = text
            self.refresh()

    def say_progress(self, doing: str, share: float) -> None:
        """Say how far a piece of work has come; `share` runs from 0 to 1."""
        # It moves in steps: each is sent to the terminal.
        done = round(share * _BAR_WIDTH)
        self.say(f"{doing} [{'#' * done}{'-' * (_BAR_WIDTH - done)}] {done / _BAR_WIDTH:.0%}")

    def render_line(self, y: int) -> Strip:
        """Draw it: what is said goes first, keys fill what is left."""
        width = self.size.width
        said = " " + self._said
        key_style = self.get_component_rich_style("status-line--key")
        title_style = self.get_component_rich_style("status-line--title")
        said = fitted(said, min(cell_len(said), self.room + 1))
        room = max(width - _USUALLY_SAID, self._always)
        room = min(room, width - cell_len(said) - len(_BETWEEN))
        fitting = set()
        for key, title in (*self._keys[-_ALWAYS:], *self._keys[:-_ALWAYS]):
            need = cell_len(f"{key} {title}{_BETWEEN}")
            if need > room:
                break
            room -= need
            fitting.add(key)
        keys = [
            segment
            for key, title in self._keys
            if key in fitting
            for segment in (Segment(key, key_style), Segment(f" {title}{_BETWEEN}", title_style))
        ]
        used = sum(segment.cell_length for segment in keys)
        return Strip([Segment(set_cell_size(said, max(0, width - used)), self.rich_style), *keys])
