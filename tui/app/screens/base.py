"""What all screens share: the commands that work everywhere, and the line to ask in.

Movement is each screen's own; leaving, help and the palette are the same on all.
"""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message
from textual.screen import Screen

from tui.app.driver import draw_again
from tui.app.widgets.status_line import StatusLine
from tui.article import Article, Document
from tui.commands import Where

BY_WIDTH = [(0, "-narrow"), (60, "-wide")]
"""The class of a screen from so many columns on."""
BY_HEIGHT = [(0, "-short"), (12, "-tall")]
"""The class of a screen from so many lines on."""


class DiptychScreen(Screen[None]):
    """A screen that knows which commands it answers to."""

    where: ClassVar[Where] = Where.EVERYWHERE
    passing: ClassVar[bool] = False
    """Whether nobody goes back to it."""

    class HelpWanted(Message):
        """Somebody asked which commands there are, and what was left out."""

        def __init__(self, where: Where, left_out: tuple[str, ...] = ()) -> None:
            super().__init__()
            self.where = where
            self.left_out = left_out

    class LibraryWanted(Message):
        """Somebody wants to go back from the first screen to the list of articles."""

    class RepairWanted(Message):
        """Somebody wants to see how the page was cut that these articles are from."""

        def __init__(self, articles: tuple[Article, ...], line: int) -> None:
            super().__init__()
            self.articles = articles
            self.line = line
            """The line of its file that is being read, from 1."""

    class Repaired(Message):
        """A page was cut elsewhere: its versions have changed."""

        def __init__(self, document: Document) -> None:
            super().__init__()
            self.document = document

    class EditorWanted(Message):
        """Somebody wants to edit the file of an article."""

        def __init__(self, article: Article, line: int | None) -> None:
            super().__init__()
            self.article = article
            self.line = line
            """The line of its file to begin at, from 1; None where it has no lines."""

    class TextsRead(Message):
        """The texts are read, or could not be."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pass over keys that come before there is anything on the screen."""
        return self.is_mounted and super().check_action(action, parameters)

    def action_quit(self) -> None:
        """Leave Diptych."""
        self.app.exit(0)

    def action_draw_again(self) -> None:
        """Send the whole screen to the terminal again."""
        draw_again(self.app)

    def action_suspend_process(self) -> None:
        """Go back to the shell for a while."""
        self.app.action_suspend_process()

    def action_help(self) -> None:
        """Show every command of this screen and its keys."""
        self.post_message(self.HelpWanted(self.where))

    def action_repair(self) -> None:
        """Show how the page at hand was cut into two versions."""
        self.post_message(self.RepairWanted(self.articles_at_hand(), self.line_at_hand()))

    def articles_at_hand(self) -> tuple[Article, ...]:
        """The articles that a command of this screen is about; most have none."""
        return ()

    def line_at_hand(self) -> int:
        """The line of its file that is being read; 1 where nothing is."""
        return 1

    def keep_place(self) -> None:
        """Save the reading place; most screens have none."""

    def show_repaired(self, document: Document) -> None:
        """Show a document that was read anew where the old one is; most screens have none."""

    def say(self, words: str) -> None:
        """Say something in the status line."""
        for line in self.query(StatusLine):
            line.say(words)

    async def action_command_palette(self) -> None:
        """Find a command by its name."""
        await self.app.run_action("command_palette")

    def action_back(self) -> None:
        """Go back one screen; the first one asks for the library."""
        below = self.app.screen_stack[:-1]
        if below and not (isinstance(below[-1], DiptychScreen) and below[-1].passing):
            self.app.pop_screen()
        else:
            self.post_message(self.LibraryWanted())

    async def ask(self, question: str, answer: str = "") -> None:
        """Put a line to type into in the place of the status line.

        The screen hears of it by `on_ask_line_typed` and `on_ask_line_answered`.
        """
        # Its import takes as long as a screen's, and most readers never ask.
        from tui.app.widgets.ask_line import AskLine

        if not self.asking:
            self.query_one(StatusLine).display = False
            line = AskLine(question, answer)
            await self.mount(line)
            # Not `focus`, which waits its turn: what is typed ahead is for the line.
            self.set_focus(line)

    @property
    def asking(self) -> bool:
        """Whether the line to type into is open."""
        return bool(self.query("AskLine"))

    def stop_asking(self) -> None:
        """Put the status line back."""
        self.query("AskLine").remove()
        self.query_one(StatusLine).display = True
