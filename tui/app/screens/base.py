"""What all screens share: the commands that work everywhere.

Movement is each screen's own; leaving, help and the palette are the same on all.
"""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message
from textual.screen import Screen

from tui.commands import Where


class DiptychScreen(Screen[None]):
    """A screen that knows which commands it answers to."""

    where: ClassVar[Where] = Where.EVERYWHERE

    class HelpWanted(Message):
        """Somebody asked which commands a screen has."""

        def __init__(self, where: Where) -> None:
            super().__init__()
            self.where = where

    def action_quit(self) -> None:
        """Leave Diptych."""
        self.app.exit(0)

    def action_help(self) -> None:
        """Show every command of this screen and its keys."""
        self.post_message(self.HelpWanted(self.where))

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        self.app.action_command_palette()

    def action_back(self) -> None:
        """Go back one screen; the first screen stays."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
