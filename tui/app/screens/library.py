"""The library: the articles to choose from, and which are alike.

In: articles. It holds which one is marked and what they are filtered by, and
opens a pair; drawing is the widgets' business, measuring is `library`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from tui.app.bindings import bindings_on, shown_keys
from tui.app.screens.base import DiptychScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.widgets.article_list import ArticleList, Entry
from tui.app.widgets.status_line import StatusLine
from tui.article import Article, names_of
from tui.commands import Where
from tui.library import Likeness, Sketch, ranked, sketch

if TYPE_CHECKING:
    from tui.app.widgets.ask_line import AskLine

_NOTES_SHOWN = 2
"""Sentences about what was left out that the library has room for."""
_PREVIEWED = 12
"""Paragraphs of the article at hand that the preview shows."""


class LibraryScreen(DiptychScreen):
    """Every article in one list, with a preview of the one at hand."""

    where = Where.LIBRARY
    BINDINGS = bindings_on(Where.LIBRARY)

    class Ranked(Message):
        """The others, by likeness to one article."""

        def __init__(self, to: int, ranks: tuple[tuple[int, Likeness], ...], *, go: bool) -> None:
            super().__init__()
            self.to = to
            self.ranks = ranks
            self.go = go

    def __init__(self, articles: tuple[Article, ...], notes: tuple[str, ...]) -> None:
        super().__init__()
        self.articles = articles
        self.marked: int | None = None
        self._names = names_of(articles)
        self._notes = notes
        self._likeness: dict[int, Likeness] = {}
        self._order = list(range(len(articles)))
        self._sketches: dict[int, Sketch] = {}
        self._filter = ""

    def compose(self) -> ComposeResult:
        """Heading, list, what was left out, preview, and one line below them."""
        yield Static("", id="heading", markup=False)
        yield ArticleList()
        yield Static(self._left_out(), id="notes", markup=False)
        yield Static("", id="preview", markup=False)
        yield StatusLine(shown_keys(self.where))

    def on_mount(self) -> None:
        """Show the list once the sizes are known."""
        self.query_one("#notes").display = bool(self._notes)
        self.articles_shown.focus()
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Set the heading above its columns again."""
        self.call_after_refresh(self._show)

    def _left_out(self) -> str:
        """The first sentences about what was left out; the help screen has them all."""
        shown = self._notes[:_NOTES_SHOWN]
        more = len(self._notes) - len(shown)
        return "\n".join((*shown, *([f"and {more} more, see ?"] if more else [])))

    def action_help(self) -> None:
        """Show every command, the signs, and what was left out."""
        self.post_message(self.HelpWanted(self.where, self._notes))

    @property
    def articles_shown(self) -> ArticleList:
        """The widget that lists the articles."""
        return self.query_one(ArticleList)

    def _show(self) -> None:
        self.articles_shown.show(
            [
                Entry(
                    number,
                    self._names[number],
                    article.source,
                    article.words,
                    self._likeness.get(number),
                    number == self.marked,
                )
                for number in self._order
                if self._passes(article := self.articles[number])
            ]
        )
        self.query_one("#heading", Static).update(f"  {self.articles_shown.heading()}")
        if not self.articles_shown.option_count:
            self.query_one("#preview", Static).update("")
        self._show_status()

    def _passes(self, article: Article) -> bool:
        """Whether the article has every word of the filter in its title, source or file name."""
        text = f"{article.title} {article.source or ''} {article.origin}".casefold()
        return all(word in text for word in self._filter.casefold().split())

    def _show_status(self) -> None:
        shown = self.articles_shown.option_count
        if not shown:
            said = f"no article has “{self._filter.strip()}”"
        elif shown < len(self.articles):
            said = f"{shown} of {len(self.articles)} articles have “{self._filter.strip()}”"
        else:
            said = f"{len(self.articles)} articles"
        if self.marked is not None:
            said += " · now choose the right one"
        self.query_one(StatusLine).say(said)

    @on(OptionList.OptionHighlighted)
    def show_preview(self) -> None:
        """Show how the article at hand begins."""
        number = self.articles_shown.at_hand
        if number is None:
            return
        article = self.articles[number]
        paragraphs = article.paragraphs[:_PREVIEWED]
        texts = [
            Content.styled(paragraph.text, "dim") if paragraph.aside else Content(paragraph.text)
            for paragraph in paragraphs
        ]
        origin = Content.styled(article.origin, "bold")
        self.query_one("#preview", Static).update(Content("\n").join([origin, *texts]))

    # Moving

    def action_line_down(self) -> None:
        """Move down one article."""
        self.articles_shown.action_cursor_down()

    def action_line_up(self) -> None:
        """Move up one article."""
        self.articles_shown.action_cursor_up()

    def action_page_down(self) -> None:
        """Move down one page."""
        if self.articles_shown.size.height:
            self.articles_shown.action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """Move up one page."""
        if self.articles_shown.size.height:
            self.articles_shown.action_page_up()  # type: ignore[no-untyped-call]

    def action_first(self) -> None:
        """Go to the first article."""
        self.articles_shown.action_first()

    def action_last(self) -> None:
        """Go to the last article."""
        self.articles_shown.action_last()

    # Choosing

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Mark the article at hand as the left one, or open it beside the marked one."""
        number = self.articles_shown.at_hand
        if number is None:
            return
        if self.marked is None:
            self.marked = number
            self._show()
            self.rank(number, go=False)
        elif number == self.marked:
            self._unmark()
        else:
            self._open(self.marked, number)

    def action_closest(self) -> None:
        """Open the article at hand beside the one most like it."""
        number = self.articles_shown.at_hand
        if number is not None:
            self.rank(number, go=True)

    def _open(self, left: int, right: int) -> None:
        self.app.push_screen(ReaderScreen(self.articles[left], self.articles[right]))

    @work(thread=True, exclusive=True)
    def rank(self, to: int, *, go: bool) -> None:
        """Measure how like the others are; `go` opens the most alike."""
        worker = get_current_worker()
        for number, article in enumerate(self.articles):
            if number not in self._sketches and not worker.is_cancelled:
                self._sketches[number] = sketch(article)
        if worker.is_cancelled:
            return
        others = [(number, drawn) for number, drawn in self._sketches.items() if number != to]
        self.post_message(self.Ranked(to, ranked(self._sketches[to], others), go=go))

    @on(Ranked)
    def show_ranked(self, event: Ranked) -> None:
        """Show the others by likeness, or open the first of them."""
        if event.go and self.is_current:
            self._open(event.to, event.ranks[0][0])
        elif not event.go and event.to == self.marked:
            self._likeness = dict(event.ranks)
            self._order = [event.to, *(number for number, _ in event.ranks)]
            self._show()

    def _unmark(self) -> None:
        self.marked = None
        self._likeness = {}
        self._order = list(range(len(self.articles)))
        self._show()

    # Filtering

    async def action_filter(self) -> None:
        """Ask which words to filter by."""
        await self.ask("filter the list", self._filter)

    def on_ask_line_typed(self, event: AskLine.Typed) -> None:
        """Filter as the words are typed."""
        self._filter = event.value
        self._show()

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Keep the filter and go back to the list."""
        self.stop_asking()

    def action_back(self) -> None:
        """Clear the filter, else take the mark away, else go back."""
        if self._filter or self.asking:
            self._filter = ""
            self.stop_asking()
            self._show()
        elif self.marked is not None:
            self._unmark()
        else:
            super().action_back()

    def stop_asking(self) -> None:
        """Put the status line back, and the cursor into the list."""
        super().stop_asking()
        self.articles_shown.focus()
        self._show_status()
