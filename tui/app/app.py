"""The app: which screen comes first, the theme, and the palette.

In: a reading of texts. Out: an exit code. What the screens show is their own business.
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
from tui.app.theme import colours, first_theme
from tui.article import Loaded, ReadAhead
from tui.commands import commands_on
from tui.compare import CompareOptions
from tui.errors import EXIT_TROUBLE, ReaderError
from tui.visible import visible

_COLLECT_AFTER = (10_000, 10, 1_000)
"""Objects, and rounds, after which garbage is looked for: seldom among all objects.

The first two articles are being paired when the app begins to collect, and
what that makes is no garbage. With Python's own numbers 100,000 paragraphs take
a tenth longer, and the keys wait up to 120 ms while all objects are looked through."""


class DiptychApp(App[int]):
    """The library, or the reader straight away; before them a bar while texts are read."""

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

    def __init__(self, ahead: ReadAhead, options: CompareOptions | None = None) -> None:
        # Of its two ways to do without colour Textual takes, with `ansi_color`,
        # the one that sends no colour codes instead of grey ones.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self.trouble: ReaderError | None = None
        """Why the texts could not be read, if they could not."""
        self._ahead = ahead
        self._options = options or CompareOptions()
        self._loaded = Loaded((), ())

    def get_default_screen(self) -> Screen[None]:
        """The screen to begin with; the other ones are not imported before they are wanted."""
        if self._ahead.wait(0):
            return self._first_screen()
        from tui.app.screens.loading import LoadingScreen

        return LoadingScreen(self._ahead)

    def _first_screen(self) -> Screen[None]:
        """The first screen of what was read.

        Raises:
            ReaderError: It could not be read.
        """
        loaded = self._loaded = self._ahead.outcome()
        if loaded.pair is not None:
            from tui.app.screens.reader import ReaderScreen

            return ReaderScreen(*loaded.pair, self._options)
        from tui.app.screens.library import LibraryScreen

        return LibraryScreen(loaded, self._options)

    @on(DiptychScreen.TextsRead)
    def show_texts(self) -> None:
        """Go on to the first screen; trouble ends the app, and is told outside of it."""
        try:
            screen = self._first_screen()
        except ReaderError as error:
            self.trouble = error
            self.exit(return_code=EXIT_TROUBLE)
        else:
            self.push_screen(screen)

    async def on_event(self, event: events.Event) -> None:
        """Make what is pasted harmless before any line to type into draws it."""
        if isinstance(event, events.Paste):
            event.text = visible((event.text.splitlines() or [""])[0])
        await super().on_event(event)

    @on(DiptychScreen.LibraryWanted)
    def show_library(self) -> None:
        """Show the list of articles above the pair that was opened at once."""
        from tui.app.screens.reader import ReaderScreen

        if isinstance(self.screen, ReaderScreen):
            from tui.app.screens.library import LibraryScreen

            self.push_screen(LibraryScreen(self._loaded, self._options))

    @on(DiptychScreen.RepairWanted)
    def show_repair(self, event: DiptychScreen.RepairWanted) -> None:
        """Show the page that one of these articles is from, row by row."""
        for document in self._loaded.documents:
            names = {article.file for article in event.articles}
            if document.two_versions and document.whole.file in names:
                from tui.app.screens.repair import RepairScreen
                from tui.article.pages import with_cut

                # A part that was named by itself is shown with the other one.
                full = document if document.parts else with_cut(document, "", None)
                self.push_screen(RepairScreen(full, event.line))
                return
        if isinstance(self.screen, DiptychScreen):
            self.screen.say("no page of two versions is at hand")

    @on(DiptychScreen.Repaired)
    def show_repaired(self, event: DiptychScreen.Repaired) -> None:
        """Put the new versions in the place of the old ones, on every screen."""
        self._loaded = self._loaded.with_document(event.document)
        for screen in self.screen_stack:
            if isinstance(screen, DiptychScreen):
                screen.show_repaired(event.document)

    def on_ready(self) -> None:
        """Collect garbage from here on; what the start made stays and need not be looked at."""
        gc.freeze()
        gc.set_threshold(*_COLLECT_AFTER)
        gc.enable()

    @on(DiptychScreen.HelpWanted)
    def show_help(self, event: DiptychScreen.HelpWanted) -> None:
        """Show every command and its keys."""
        from tui.app.screens.help import HelpScreen

        if any(isinstance(screen, HelpScreen) for screen in self.screen_stack):
            return  # The key was pressed again before the help was there.
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
