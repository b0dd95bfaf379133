"""The help screen: every command of a screen, its keys and what it does.

In: the table of commands. It is drawn from that table alone.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.app.bindings import bindings_on
from tui.app.screens.base import BY_WIDTH, DiptychScreen
from tui.app.widgets.status_line import StatusLine
from tui.commands import COMMANDS, Where, key_name
from tui.compare import SIGNS

_HEADINGS = {
    Where.LIBRARY: "In the library",
    Where.READER: "In the reader",
    Where.REPAIR: "In the repair of a tracker's page",
    Where.EVERYWHERE: "Everywhere",
}


class HelpScreen(DiptychScreen):
    """Every command, on one page that scrolls."""

    BINDINGS = bindings_on(Where.EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = BY_WIDTH

    def __init__(self, of: Where, left_out: tuple[str, ...]) -> None:
        super().__init__()
        self._of = of
        self._left_out = left_out

    def compose(self) -> ComposeResult:
        """One scrolling page of two columns; the commands of the screen at hand come first."""
        shown = (self._of, Where.EVERYWHERE)
        others = (where for where in _HEADINGS if where not in shown)
        with VerticalScroll(can_focus=False):
            for where in (*dict.fromkeys(shown), *others):
                yield Static(_HEADINGS[where], classes="heading")
                for command in COMMANDS:
                    if command.where is where:
                        keys = " ".join(key_name(key) for key in command.keys)
                        yield from _row(keys, command.help)
            yield Static("Signs in the gutter", classes="heading")
            for sign, meaning in SIGNS:
                yield from _row(sign, meaning)
            if self._left_out:
                yield Static("Left out", classes="heading")
                for sentence in self._left_out:
                    yield from _row("", sentence)
        yield StatusLine((("Esc", "back"), ("q", "close")))

    def action_quit(self) -> None:
        """Close the help, as `q` does in a pager."""
        self.action_back()

    def action_help(self) -> None:
        """Close the help again."""
        self.action_back()

    def _page(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def action_line_down(self) -> None:
        """Move down one line."""
        self._page().scroll_relative(y=1, animate=False)

    def action_line_up(self) -> None:
        """Move up one line."""
        self._page().scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        """Move down one page."""
        self._page().scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Move up one page."""
        self._page().scroll_page_up(animate=False)

    def action_first(self) -> None:
        """Go to the first line."""
        self._page().scroll_home(animate=False)

    def action_last(self) -> None:
        """Go to the last line."""
        self._page().scroll_end(animate=False)


def _row(name: str, meaning: str) -> ComposeResult:
    yield Static(name, classes="name", markup=False)
    yield Static(meaning, markup=False)
