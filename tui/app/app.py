"""The app: which screen comes first, the theme, and the palette.

In: articles. Out: an exit code. What the screens show is their own business.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import App, SystemCommand
from textual.reactive import Reactive
from textual.screen import Screen
from textual.types import CSSPathType

from tui.app.screens.base import DiptychScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.theme import colours, first_theme
from tui.article import Article
from tui.commands import commands_on
from tui.visible import visible


class DiptychApp(App[int]):
    """The library, or the reader straight away."""

    TITLE = "diptych"
    # All at once, for each screen that brings its own has all of them parsed anew.
    CSS_PATH: ClassVar[CSSPathType | None] = [
        "app.tcss",
        "screens/library.tcss",
        "screens/reader.tcss",
        "screens/help.tcss",
    ]
    # The default is declared and not set later: Textual chooses, when the app
    # is made, how colours reach the terminal, and by this theme.
    theme = Reactive(first_theme(os.environ))

    def __init__(
        self, articles: tuple[Article, ...], *, pair: bool = False, notes: tuple[str, ...] = ()
    ) -> None:
        # Of its two ways to do without colour Textual takes, with `ansi_color`,
        # the one that sends no colour codes instead of grey ones.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self._articles = articles
        self._pair = pair
        self._notes = notes

    def get_default_screen(self) -> Screen[None]:
        """The screen to begin with; the other ones are not imported before they are wanted."""
        if self._pair:
            return ReaderScreen(self._articles[0], self._articles[1])
        from tui.app.screens.library import LibraryScreen

        return LibraryScreen(self._articles, self._notes)

    async def on_event(self, event: events.Event) -> None:
        """Make what is pasted harmless before any line to type into draws it."""
        if isinstance(event, events.Paste):
            event.text = visible((event.text.splitlines() or [""])[0])
        await super().on_event(event)

    def on_ready(self) -> None:
        """Collect garbage from here on; what the start made stays and need not be looked at."""
        gc.freeze()
        gc.enable()

    @on(DiptychScreen.HelpWanted)
    def show_help(self, event: DiptychScreen.HelpWanted) -> None:
        """Show every command and its keys."""
        from tui.app.screens.help import HelpScreen

        self.push_screen(HelpScreen(event.where, event.left_out))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our six colours, fit for the theme at hand."""
        theme = self.current_theme
        return colours(dark=theme.dark, ansi=theme.ansi)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: the commands of the screen, and the themes."""
        if isinstance(screen, DiptychScreen):
            for command in commands_on(screen.where):
                run = partial(screen.run_action, command.id)
                yield SystemCommand(command.title, command.help, run)
        yield SystemCommand("Theme", "Choose other colours.", self.action_change_theme)
