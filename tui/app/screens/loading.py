"""What is shown while large texts are read: how far it has come.

In: a reading under way. It says when that is done; what was read is the app's
business.
"""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.bindings import bindings_on
from tui.app.screens.base import DiptychScreen
from tui.app.widgets.status_line import StatusLine
from tui.article import ReadAhead
from tui.commands import Where

_LOOK_EVERY = 0.1
"""Seconds after which the bar is drawn again."""


class LoadingScreen(DiptychScreen):
    """A progress bar, and the way out."""

    BINDINGS = bindings_on(Where.EVERYWHERE)
    passing = True

    class Progressed(Message):
        """Some more may be read."""

    def __init__(self, ahead: ReadAhead) -> None:
        super().__init__()
        self._ahead = ahead

    def compose(self) -> ComposeResult:
        """Nothing but the bar, in the line where the other screens have theirs."""
        yield StatusLine((("q", "quit"),))

    def on_mount(self) -> None:
        """Look after the reading."""
        self.look()

    @work(thread=True)
    def look(self) -> None:
        """Tell how far the reading is until it is done."""
        worker = get_current_worker()
        while not self._ahead.wait(_LOOK_EVERY):
            if worker.is_cancelled:
                return
            self.post_message(self.Progressed())
        self.post_message(self.TextsRead())

    @on(Progressed)
    def show_progress(self) -> None:
        """Draw the bar."""
        self.query_one(StatusLine).say_progress("reading", self._ahead.share)
