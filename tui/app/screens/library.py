"""The library: the articles to choose from, and which are alike.

In: documents. It holds which article is marked, which files are shown as one,
and what the list is filtered by, and opens a pair; drawing is the widgets'
business, measuring is `library`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from tui.app.bindings import bindings_on, shown_keys
from tui.app.screens.base import BY_HEIGHT, DiptychScreen
from tui.app.widgets.article_list import ArticleList, Entry, Heading
from tui.app.widgets.status_line import StatusLine
from tui.article import Article, Document, Loaded, called, counted, names_of
from tui.commands import Where
from tui.compare import CompareOptions
from tui.export import facts_of, guessed

if TYPE_CHECKING:
    from tui.app.widgets.ask_line import AskLine
    from tui.library import Likeness, Sketch

_NOTES_SHOWN = 2
"""Sentences about what was left out that the library has room for."""
_PREVIEWED = 12
"""Paragraphs of the article at hand that the preview shows."""


def _told(article: Article, field: str) -> str:
    """What is known of an article, with a `?` where it was guessed; empty when nothing is."""
    value: str | None = getattr(article.about, field)
    return f"{value}{guessed(article, field)}" if value else ""


class _File:
    """A document on the list: its parts, and whether they are shown as one."""

    def __init__(self, document: Document, first: int) -> None:
        count = len(document.parts)
        self.name = document.whole.file
        self.holds = f"{count} versions" if document.two_versions else f"{count} articles"
        self.has_parts = count > 0
        self.versions = document.two_versions is not None
        self.joined = False
        self._first = first
        self.whole = first + count
        """Number of the whole; those of its parts come before it."""

    @property
    def parted(self) -> bool:
        """Whether its parts are shown, and not the whole."""
        return self.has_parts and not self.joined

    @property
    def shown(self) -> range:
        """The numbers of those articles of it that are shown."""
        return range(self._first, self.whole) if self.parted else range(self.whole, self.whole + 1)


class LibraryScreen(DiptychScreen):
    """Every article in one list, with a preview of the one at hand."""

    where = Where.LIBRARY
    VERTICAL_BREAKPOINTS = BY_HEIGHT
    BINDINGS = bindings_on(Where.LIBRARY)

    class Ranked(Message):
        """The others, by likeness to one article."""

        def __init__(self, to: int, ranks: tuple[tuple[int, Likeness], ...], *, go: bool) -> None:
            super().__init__()
            self.to = to
            self.ranks = ranks
            self.go = go

    def __init__(self, loaded: Loaded, options: CompareOptions, places: Path | None = None) -> None:
        super().__init__()
        self._options = options
        self._places = places
        # An article's number never changes, whether its file is joined or not.
        articles: list[Article] = []
        self._files: list[_File] = []
        for document in loaded.documents:
            self._files.append(_File(document, len(articles)))
            articles += (*document.parts, document.whole)
        self.articles = tuple(articles)
        self.marked: int | None = None
        self._names: dict[int, str] = {}
        self._notes = loaded.skipped
        self._other_notes = (*loaded.notes, *filter(None, (loaded.passed_over,)))
        self._likeness: dict[int, Likeness] = {}
        self._ranked: list[int] | None = None
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
        self.post_message(self.HelpWanted(self.where, (*self._notes, *self._other_notes)))

    @property
    def articles_shown(self) -> ArticleList:
        """The widget that lists the articles."""
        return self.query_one(ArticleList)

    def _show(self) -> None:
        numbers = self._on_the_list()
        names = names_of([self.articles[number] for number in numbers])
        self._names = dict(zip(numbers, names, strict=True))
        if self._ranked is None:
            lines = list(self._by_file())
        else:
            lines = [self._entry(number) for number in self._ranked if self._passes(number)]
        self.articles_shown.show(lines)
        self.query_one("#heading", Static).update(f"  {self.articles_shown.heading()}")
        if not self.articles_shown.count:
            self.query_one("#preview", Static).update("")
        self._show_status()

    def _by_file(self) -> Iterator[Entry | Heading]:
        """The articles in the order of the files, those of one file under its name."""
        for file in self._files:
            shown = [number for number in file.shown if self._passes(number)]
            if shown and file.parted:
                yield Heading(file.name, file.holds)
            for number in shown:
                yield self._entry(number, under_heading=file.parted)

    def _entry(self, number: int, *, under_heading: bool = False) -> Entry:
        article = self.articles[number]
        title = self._names[number]
        if article.part is not None:
            title = f"{'  ' if under_heading else ''}#{article.part} {called(article)}"
        return Entry(
            number,
            title,
            _told(article, "source"),
            _told(article, "date"),
            article.words,
            self._likeness.get(number),
            number == self.marked,
        )

    def _passes(self, number: int) -> bool:
        """Whether the article has every word of the filter in its title, source or file name."""
        article = self.articles[number]
        text = f"{article.title} {article.source or ''} {article.origin}".casefold()
        return all(word in text for word in self._filter.casefold().split())

    def _show_status(self) -> None:
        shown, total = self.articles_shown.count, len(self._on_the_list())
        if not shown:
            said = f"no article has “{self._filter.strip()}”"
        elif shown < total:
            said = f"{shown} of {total} articles have “{self._filter.strip()}”"
        else:
            said = counted(total, "article")
            if any(file.parted for file in self._files):
                said += f" in {counted(len(self._files), 'file')}"
        if self.marked is not None:
            said += " · now choose the right one"
        self.say(said)

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
        facts = Content.styled(facts_of(article), "dim")
        self.query_one("#preview", Static).update(Content("\n").join([origin, facts, *texts]))

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
            self.articles_shown.action_page_up()

    def action_first(self) -> None:
        """Go to the first article."""
        self.articles_shown.action_first()

    def action_last(self) -> None:
        """Go to the last article."""
        self.articles_shown.action_last()

    # Choosing

    @on(OptionList.OptionSelected)
    def choose_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the article on which Enter was pressed.

        Keys typed ahead may have moved the cursor since.
        """
        if event.option_id is not None:
            self._choose(int(event.option_id))

    def action_choose(self) -> None:
        """Mark the article at hand as the left one, or open it beside the marked one."""
        number = self.articles_shown.at_hand
        if number is not None:
            self._choose(number)

    def _choose(self, number: int) -> None:
        if self.marked is None:
            self.marked = number
            self._show()
            self.rank(number, self._on_the_list(), go=False)
        elif number == self.marked:
            self._unmark()
        else:
            self._open(self.marked, number)

    def action_closest(self) -> None:
        """Open the article at hand beside the one most like it."""
        number = self.articles_shown.at_hand
        if len(self._on_the_list()) < 2:
            self.say("there is no other article")
        elif number is not None:
            self.rank(number, self._on_the_list(), go=True)

    def _open(self, left: int, right: int) -> None:
        from tui.app.screens.reader import ReaderScreen

        pair = self.articles[left], self.articles[right]
        self.app.push_screen(ReaderScreen(*pair, self._options, self._places))

    @work(thread=True, exclusive=True)
    def rank(self, to: int, among: Sequence[int], *, go: bool) -> None:
        """Measure how like the others are; `go` opens the most alike."""
        from tui.library import ranked, sketch

        worker = get_current_worker()
        drawn: dict[int, Sketch] = {}
        for number in among:
            if worker.is_cancelled:
                return
            drawn[number] = self._sketches.get(number) or sketch(self.articles[number])
            self._sketches[number] = drawn[number]
        others = [(number, each) for number, each in drawn.items() if number != to]
        self.post_message(self.Ranked(to, ranked(drawn[to], others), go=go))

    @on(Ranked)
    def show_ranked(self, event: Ranked) -> None:
        """Show the others by likeness, or open the first of them."""
        if event.go and self.is_current:
            self._open(event.to, self._most_alike(event.to, event.ranks))
        elif not event.go and event.to == self.marked:
            self._likeness = dict(event.ranks)
            self._ranked = [event.to, *(number for number, _ in event.ranks)]
            self._show()

    def _most_alike(self, to: int, ranks: tuple[tuple[int, Likeness], ...]) -> int:
        """The article to open beside another: a version's other version, else the most like it."""
        file = next(file for file in self._files if to <= file.whole)
        other = [number for number in file.shown if number != to] if file.versions else []
        return other[0] if other else ranks[0][0]

    def _unmark(self) -> None:
        self.marked = None
        self._likeness = {}
        self._ranked = None
        self._show()

    # Parts

    def action_join(self) -> None:
        """Show the articles of a file as one, or the one as several again."""
        number = self.articles_shown.at_hand
        if number is None:
            return
        file = next(file for file in self._files if number <= file.whole)
        if not file.has_parts:
            self.say("this file holds one article")
            return
        file.joined = not file.joined
        self._unmark()
        # The filter may hide some of them.
        passing = (shown for shown in file.shown if self._passes(shown))
        if (first := next(passing, None)) is not None:
            self.articles_shown.go_to(first)

    def articles_at_hand(self) -> tuple[Article, ...]:
        """The article under the cursor."""
        number = self.articles_shown.at_hand
        return () if number is None else (self.articles[number],)

    def show_repaired(self, document: Document) -> None:
        """List a document that was read anew."""
        new = {article.origin: article for article in (document.whole, *document.parts)}
        for number, article in enumerate(self.articles):
            if article.origin in new:
                self._sketches.pop(number, None)
        self.articles = tuple(new.get(article.origin, article) for article in self.articles)
        self._unmark()

    def _on_the_list(self) -> list[int]:
        """The numbers of the articles to choose from, filtered or not."""
        return [number for file in self._files for number in file.shown]

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
