"""Some lines below the panes, one of them under a cursor.

Handed the lines; whoever chooses one asks it where the cursor is. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.layout import wrap

_CURSOR = "▌ "
_INDENT = "  "
_NARROWEST = 2
_SHARE = 60
"""Per cent of the screen that a panel may take, border and all."""


def panel_room(container: Size) -> int:
    """Lines that a panel may have inside its border: never most of the screen, and one always."""
    return max(1, container.height * _SHARE // 100 - 1)


class LinePanel(Widget):
    """Lines that wrap, as many as there is room for, and never most of the screen."""

    DEFAULT_CSS = "LinePanel { width: 1fr; height: auto; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-panel--cursor"}

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self.lines = lines
        """What it says."""
        self.cursor = 0
        """The line at hand, from 0."""
        self._top = 0
        self._tell_place()

    def _tell_place(self) -> None:
        """Tell in the title which line is at hand, for a list may go on below the screen."""
        self.border_title = f"{self._title} · {self.cursor + 1} of {len(self.lines)}"

    def show(self, lines: Sequence[str]) -> None:
        """Say other lines; the cursor stays where it is, as far as can be."""
        self.lines = lines
        self.cursor = max(0, min(self.cursor, len(lines) - 1))
        self._tell_place()
        self._hold()
        self.refresh(layout=True)

    def move(self, lines: int) -> None:
        """Move the cursor down so many lines, or up when negative."""
        cursor = max(0, min(self.cursor + lines, len(self.lines) - 1))
        if cursor != self.cursor:
            self.cursor = cursor
            self._tell_place()
            self._hold()
            self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in view."""
        event.stop()
        self._hold()
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The screen lines of all lines, or as many as there is room for."""
        height, room = 0, panel_room(container)
        for line in self.lines:
            height += len(_parts(line, width))
            if height >= room:
                break
        return max(1, min(height, room))

    def _hold(self) -> None:
        """Bring the line at hand into view, whole where that can be."""
        self._top = min(self._top, self.cursor)
        width, room = self.size.width, self.size.height
        height = 0
        for number in range(self.cursor, self._top - 1, -1):
            height += len(_parts(self.lines[number], width)) if self.lines else 0
            if height > room:
                self._top = min(number + 1, self.cursor)
                break

    def _shown(self) -> Iterator[tuple[int, str]]:
        """The screen lines from the top on, each with the number of its line."""
        for number in range(self._top, len(self.lines)):
            for part in _parts(self.lines[number], self.size.width):
                yield number, part

    def render_line(self, y: int) -> Strip:
        """Draw screen line `y`; blank below the last one."""
        width = self.size.width
        found = next((line for at, line in enumerate(self._shown()) if at == y), None)
        if found is None:
            return Strip.blank(width, self.rich_style)
        number, part = found
        at_hand = number == self.cursor
        # The words look the same at hand and not, so that moving the cursor sends two signs.
        style = self.get_component_rich_style("line-panel--cursor") if at_hand else self.rich_style
        segments = [Segment(_CURSOR if at_hand else _INDENT, style), Segment(part, self.rich_style)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)


def _parts(line: str, width: int) -> list[str]:
    """A line as it stands on the screen; what does not fit hangs below, indented."""
    room = max(_NARROWEST, width - len(_CURSOR))
    first, *rest = wrap(line, room)
    parts = [line[first.start : first.end]]
    if rest:
        hanging = line[rest[0].start :]
        indent = _INDENT if room > len(_INDENT) + _NARROWEST else ""
        parts += [
            indent + hanging[span.start : span.end] for span in wrap(hanging, room - len(indent))
        ]
    return parts
