"""The app: which screen comes first, the theme, and the palette.

In: a reading of texts. Out: an exit code. What the screens show is their own business.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import App, SystemCommand
from textual.filter import LineFilter, Monochrome, NoColor
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, ThemeProvider
from textual.types import CSSPathType
from textual.widgets import Input

from tui.app.driver import can_suspend, driver_class
from tui.app.filters import Colourless, EightColours, Spelling
from tui.app.screens.base import DiptychScreen
from tui.app.theme import colours, first_theme
from tui.article import Loaded, ReadAhead, ReadOptions, load_document
from tui.commands import commands_on
from tui.compare import CompareOptions
from tui.endings import Endings
from tui.errors import EXIT_TROUBLE, ReaderError
from tui.glyphs import spelling
from tui.terminal import USUAL, Abilities, Colours, Wish
from tui.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

_COLLECT_AFTER = (10_000, 10, 1_000)
"""Objects, and rounds, after which garbage is looked for: seldom among all objects.

The first two articles are being paired when the app begins to collect, and
what that makes is no garbage. With Python's own numbers 100,000 paragraphs take
a tenth longer, and the keys wait up to 120 ms while all objects are looked through."""

_MOUNTING = 0.01
"""Seconds after which an end that came while a screen was being made is tried again."""


class DiptychApp(App[int]):
    """The library, or the reader straight away; before them a bar while texts are read."""

    TITLE = "diptych"
    # Textual's own key for it overtakes what was typed before; the screens have one.
    ENABLE_COMMAND_PALETTE = False
    # All at once, for each screen that brings its own has all of them parsed anew.
    CSS_PATH: ClassVar[CSSPathType | None] = [
        "app.tcss",
        "screens/library.tcss",
        "screens/reader.tcss",
        "screens/help.tcss",
        "screens/palette.tcss",
    ]

    def _first_theme(self) -> str:
        return first_theme(self._wish, os.environ, BUILTIN_THEMES)

    # Not set later: Textual chooses, when the app is made, how colours reach
    # the terminal, and by this theme.
    theme = Reactive[str](Initialize(_first_theme))

    def __init__(
        self,
        ahead: ReadAhead,
        options: CompareOptions | None = None,
        *,
        endings: Endings | None = None,
        places: Path | None = None,
        reading: ReadOptions | None = None,
        abilities: Abilities = USUAL,
        wish: Wish | None = None,
    ) -> None:
        self._wish = wish
        self.abilities = abilities
        """What the terminal can do."""
        colourless = abilities.colours is Colours.NONE
        # Colours that are to go must not first become shades of grey.
        super().__init__(
            driver_class=driver_class(os.environ), ansi_color=True if colourless else None
        )
        self.no_color = colourless
        self.set_class(not abilities.strikes, "-no-strike")
        self._fits = self._fitting(abilities)
        self.animation_level = "none"
        self.trouble: ReaderError | None = None
        """Why the texts could not be read, if they could not."""
        self._ahead = ahead
        self._options = options or CompareOptions()
        self._endings = endings or Endings()
        self._places = places
        self._reading = reading
        self._loaded = Loaded((), ())

    @staticmethod
    def _fitting(abilities: Abilities) -> tuple[LineFilter, ...]:
        """What fits the screen to the terminal."""
        fits: list[LineFilter] = []
        if abilities.colours is Colours.NONE:
            fits.append(Colourless())
        elif abilities.colours is Colours.EIGHT:
            fits.append(EightColours())
        if spelled := spelling(abilities.encoding):
            fits.append(Spelling(spelled))
        return tuple(fits)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, but for the two that do without colour, and our own."""
        usual = super().get_line_filters()
        kept = (each for each in usual if not isinstance(each, NoColor | Monochrome))
        return (*kept, *self._fits)

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

            return ReaderScreen(*loaded.pair, self._options, self._places)
        from tui.app.screens.library import LibraryScreen

        return LibraryScreen(loaded, self._options, self._places)

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

    def on_key(self, event: events.Key) -> None:
        """Give what was typed ahead of a line to type into to that line.

        Such a key was sent to what had the focus, and comes back from it; the line
        itself would have kept it.
        """
        line = self.focused
        if isinstance(line, Input) and event.is_printable and event.character is not None:
            event.prevent_default()
            line.insert_text_at_cursor(event.character)

    async def action_command_palette(self) -> None:  # type: ignore[override]
        """Find a command by its name; what is typed from now on is for the palette."""
        from tui.app.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            await self.push_screen(Palette())

    def search_themes(self) -> None:
        """Choose a theme in our own palette."""
        from tui.app.screens.palette import Palette

        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    async def on_event(self, event: events.Event) -> None:
        """Make what is pasted harmless before any line to type into draws it."""
        if isinstance(event, events.Paste):
            event.text = visible((event.text.splitlines() or [""])[0])
        await super().on_event(event)

    @on(events.DescendantFocus)
    def hold_cursor_still(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink, here or in the palette: nothing is sent while nobody types."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = False

    @on(DiptychScreen.LibraryWanted)
    def show_library(self) -> None:
        """Show the list of articles above the pair that was opened at once."""
        from tui.app.screens.reader import ReaderScreen

        if isinstance(self.screen, ReaderScreen):
            from tui.app.screens.library import LibraryScreen

            self.push_screen(LibraryScreen(self._loaded, self._options, self._places))

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
        self._say("no page of two versions is at hand")

    @on(DiptychScreen.Repaired)
    def show_repaired(self, event: DiptychScreen.Repaired) -> None:
        """Put the new versions in the place of the old ones, on every screen."""
        self._loaded = self._loaded.with_document(event.document)
        for screen in self.screen_stack:
            if isinstance(screen, DiptychScreen):
                screen.show_repaired(event.document)

    def on_load(self) -> None:
        """Be asked to end from here on: next the terminal is drawn on."""
        loop = asyncio.get_running_loop()
        self._endings.draws(lambda code: loop.call_soon_threadsafe(self._end, code))

    def _end(self, code: int) -> None:
        """Exit as soon as no screen is half there: one that is would miss its widgets."""
        if self.screen_stack and all(screen.is_mounted for screen in self.screen_stack):
            self.exit(return_code=code)
        else:
            asyncio.get_running_loop().call_later(_MOUNTING, self._end, code)

    def action_suspend_process(self) -> None:
        """Stop, with all that was started by the same line of the shell, until `fg`."""
        # In the first group of a session nobody could bring us back.
        if not can_suspend(self) or os.getpgrp() == os.getsid(0):
            self._say("there is no shell to go back to")
            return
        # The terminal first: the shell has it back as soon as one of the group has stopped.
        with self.suspend():
            os.killpg(0, signal.SIGTSTP)

    @on(DiptychScreen.EditorWanted)
    def open_editor(self, event: DiptychScreen.EditorWanted) -> None:
        """Lend the terminal to an editor, and read the text again when it has changed."""
        from tui.app.editor import editor_words, run_editor, version_of, why_not_to_edit

        file, line = event.article.file, event.line
        if trouble := why_not_to_edit(event.article, line):
            self._say(trouble)
            return
        if not can_suspend(self):
            self._say("this terminal cannot be lent to an editor")
            return
        try:
            words = editor_words(os.environ, file, line or 1)
        except ValueError as error:
            self._say(f"EDITOR or VISUAL cannot be understood: {error}")
            return
        self._keep_places()
        before = version_of(file)
        with self.suspend(), self._endings.away():
            trouble = run_editor(words)
        if trouble:
            self._say(trouble)
        elif version_of(file) == before:
            pass
        elif event.article.part is None:
            self._read_again(file)
        else:
            self._say("the file has changed · open it again to compare the new text")

    @work(thread=True, exclusive=True, group="read again", description="read again")
    def _read_again(self, file: str) -> None:
        try:
            self.post_message(DiptychScreen.Repaired(load_document(file, self._reading)))
        except ReaderError as error:
            self.call_from_thread(self._say, str(error))

    def _say(self, words: str) -> None:
        if isinstance(self.screen, DiptychScreen):
            self.screen.say(words)

    def _keep_places(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, DiptychScreen):
                screen.keep_place()

    def exit(
        self,
        result: int | None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """End the app, whoever asked for it; where the reader left off is kept."""
        self._keep_places()
        super().exit(result, return_code, message)

    def on_ready(self) -> None:
        """Collect garbage from here on; what the start made stays and need not be looked at.

        And draw all anew whenever the program goes on after a stop.
        """
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
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
        return colours(dark=theme.dark, ansi=theme.ansi, most=self.abilities.colours)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: the commands of the screen, and the themes."""
        if isinstance(screen, DiptychScreen):
            for command in commands_on(screen.where):
                run = partial(screen.run_action, command.id)
                yield SystemCommand(command.title, command.help, run)
        yield SystemCommand("Theme", "Choose other colours.", self.action_change_theme)
