"""The reader: two articles, level with one another.

In: two articles. It starts the comparing, holds the session, and answers the
keys; drawing is the panes' business, finding the next place is `review`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from tui.app.bindings import bindings_on, shown_keys
from tui.app.screens.base import DiptychScreen
from tui.app.widgets.panes import Panes
from tui.app.widgets.status_line import StatusLine
from tui.app.widgets.titles import Titles
from tui.article import Article, Span
from tui.commands import Where
from tui.compare import Comparison, Kind, Side, compare, edits_of, pending
from tui.layout import Found, View
from tui.review import Search, Session, find, next_change, other_end, previous_change

if TYPE_CHECKING:
    from tui.app.widgets.ask_line import AskLine

_BLANK_FOR = 0.15
"""Seconds after which the articles are shown unpaired, to be read until the pairing is made."""
_PROGRESS_STEP = 0.05
"""Share of the work after which the progress bar is drawn again."""


_OTHER_SIDE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


class _NoLongerWantedError(Exception):
    """The comparing was cancelled."""


class ReaderScreen(DiptychScreen):
    """Two articles side by side, stacked, as a redline, or one of them clean."""

    where = Where.READER
    BINDINGS = bindings_on(Where.READER)

    class Compared(Message):
        """The pairing is made."""

        def __init__(self, comparison: Comparison) -> None:
            super().__init__()
            self.comparison = comparison

    class Progressed(Message):
        """The pairing has come so far (0 to 1)."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    def __init__(self, left: Article, right: Article) -> None:
        super().__init__()
        self.session = Session(pending(left, right))
        self.search: Search | None = None
        # While the panes show other rows, the place is kept by this article.
        self.side_in_hand = Side.LEFT
        self._match: int | None = None

    # Building and comparing

    def compose(self) -> ComposeResult:
        """Titles, panes, and one line below them."""
        comparison = self.session.comparison
        yield Titles(comparison.left.title, comparison.right.title)
        yield Panes(comparison, edits_of)
        yield StatusLine(shown_keys(self.where))

    def on_mount(self) -> None:
        """Start the comparing as soon as something is on the screen."""
        self.panes.focus()
        self._show_status()
        comparison = self.session.comparison
        self.start_comparing(comparison.left, comparison.right)
        self.set_timer(_BLANK_FOR, self.panes.show)

    @property
    def panes(self) -> Panes:
        """The widget that shows the articles."""
        return self.query_one(Panes)

    @work(thread=True, exclusive=True)
    def start_comparing(self, left: Article, right: Article) -> None:
        """Pair the two articles while the keys go on working."""
        worker = get_current_worker()
        told = 0.0

        def progress(share: float) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise _NoLongerWantedError
            if share >= told + _PROGRESS_STEP:
                told = share
                self.post_message(self.Progressed(share))

        try:
            comparison = compare(left, right, progress=progress)
        except _NoLongerWantedError:
            return
        self.post_message(self.Compared(comparison))

    @on(Progressed)
    def show_progress(self, event: Progressed) -> None:
        """Draw the progress bar."""
        if self.session.comparison.pending:
            self.query_one(StatusLine).say_progress("pairing", event.share)

    @on(Compared)
    def show_compared(self, event: Compared) -> None:
        """Show the pairs, at the paragraph that was at the top."""
        side, paragraph = self._paragraph_at_top()
        self._show(event.comparison, side, paragraph)

    def _paragraph_at_top(self) -> tuple[Side, int]:
        row = self.panes.comparison.rows[self.panes.top_row]
        sides = {Side.LEFT: row.left, Side.RIGHT: row.right}
        if not sides[self.side_in_hand]:
            self.side_in_hand = _OTHER_SIDE[self.side_in_hand]
        return self.side_in_hand, sides[self.side_in_hand][0]

    def _show(self, comparison: Comparison, side: Side, paragraph: int) -> None:
        self.session = Session(comparison)
        row = next(
            number
            for number, row in enumerate(comparison.rows)
            if paragraph in (row.left if side is Side.LEFT else row.right)
        )
        self.panes.show_comparison(comparison, row, keep_place=True)
        if self.search is not None:
            self._search_for(self.search.query)
        self._show_status()

    # Moving

    def action_line_down(self) -> None:
        """Move down one line."""
        self.panes.move_lines(1)

    def action_line_up(self) -> None:
        """Move up one line."""
        self.panes.move_lines(-1)

    def action_page_down(self) -> None:
        """Move down one page."""
        self.panes.move_pages(1)

    def action_page_up(self) -> None:
        """Move up one page."""
        self.panes.move_pages(-1)

    def action_first(self) -> None:
        """Go to the first line."""
        self.panes.go_to_start()

    def action_last(self) -> None:
        """Go to the last line."""
        self.panes.go_to_end()

    # Changes

    def action_next(self) -> None:
        """Go to the next match while a search is on, else to the next change."""
        if self.search is not None:
            self._go_to_match(self.search.below(self._match, self.panes.top_row))
            return
        row = self.session.row if self.session.row is not None else self.panes.top_row - 1
        self._take(next_change(self.session, row), "no change below")

    def action_previous(self) -> None:
        """Go to the previous change."""
        row = self.session.row if self.session.row is not None else self.panes.top_row
        self._take(previous_change(self.session, row), "no change above")

    def action_other_end(self) -> None:
        """Jump to the other end of the move in hand, or of the first one in view."""
        rows = self.session.comparison.rows
        in_hand = () if self.session.row is None else (self.session.row,)
        for row in (*in_hand, *self.panes.rows_in_view()):
            if rows[row].kind is Kind.MOVED:
                self._take(other_end(self.session, row), "")
                return
        self._say("no moved passage in view")

    def _take(self, session: Session, otherwise: str) -> None:
        """Take the change of `session` in hand and go there; say `otherwise` if it is the same."""
        if session is self.session or session.row is None:
            self._say(otherwise)
            return
        self.session = session
        self.panes.show_in_hand(frozenset((session.row,)))
        self.panes.go_to_row(session.row)
        self._show_status()

    # Views

    def action_next_view(self) -> None:
        """Go on to the next view, at the same place."""
        views = list(View)
        self.panes.show_view(views[(views.index(self.panes.view) + 1) % len(views)])
        self._show_status()

    def action_swap(self) -> None:
        """Put the left article on the right, and compare again."""
        side, paragraph = self._paragraph_at_top()
        comparison = self.session.comparison
        swapped = pending(comparison.right, comparison.left)
        self.side_in_hand = _OTHER_SIDE[side]
        self._show(swapped, self.side_in_hand, paragraph)
        self.start_comparing(swapped.left, swapped.right)

    # Searching

    async def action_search(self) -> None:
        """Ask what to search for."""
        self.query_one(StatusLine).display = False
        from tui.app.widgets.ask_line import AskLine

        line = AskLine("search in both articles", id="search")
        await self.mount(line)
        line.focus()

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Go to the first match from the place in view on."""
        self._close_search_line(event.line)
        self._search_for(event.value)
        if self.search is not None:
            self._go_to_match(self.search.below(None, self.panes.top_row))

    def action_previous_match(self) -> None:
        """Go to the match before."""
        if self.search is not None:
            self._go_to_match(self.search.above(self._match, self.panes.top_row))

    def action_back(self) -> None:
        """Close the search line, else end the search, else go back to the library."""
        for line in self.query("#search"):
            self._close_search_line(line)
            return
        if self.search is not None:
            self.search = None
            self.panes.show_found({})
            self._show_status()
        else:
            super().action_back()

    def _close_search_line(self, line: Widget) -> None:
        line.remove()
        self.query_one(StatusLine).display = True
        self.panes.focus()

    def _search_for(self, query: str) -> None:
        found = find(self.session.comparison, query)
        self._match = None
        self.search = found if found.matches else None
        self.panes.show_found(_found_of(found))
        if query.strip() and not found.matches:
            self._say(f"“{query.strip()}” is in neither article")

    def _go_to_match(self, number: int) -> None:
        if self.search is None:
            return
        self._match = number
        match = self.search.matches[number]
        line = self.panes.line_of(match.row, match.side, match.paragraph, match.span.start)
        self.panes.go_to_row(match.row, line)
        self._show_status()

    # What the status line says

    @on(Panes.Moved)
    def moved(self) -> None:
        """Let go of a change that has left the screen."""
        row = self.session.row
        if row is not None and row not in self.panes.rows_in_view():
            self.session = Session(self.session.comparison)
            self.panes.show_in_hand(frozenset())
        self._show_status()

    def _say(self, word: str) -> None:
        self.query_one(StatusLine).say(word)

    def _show_status(self) -> None:
        comparison = self.session.comparison
        titles = (comparison.left.title, comparison.right.title)
        self.query_one(Titles).show(*titles, self.panes.shown_view)
        if not comparison.pending:
            self.query_one(StatusLine).say(self._status())

    def _status(self) -> str:
        parts = [self._matches_in_words() or self._changes_in_words()]
        if self.panes.shown_view is not View.SIDE_BY_SIDE:
            parts.append(self.panes.shown_view.value)
        return " · ".join(parts)

    def _matches_in_words(self) -> str:
        search = self.search
        if search is None or self._match is None:
            return ""
        return (
            f"match {self._match + 1} of {len(search.matches)} for “{search.query.strip()}”: "
            f"{search.count(Side.LEFT)} left, {search.count(Side.RIGHT)} right"
        )

    def _changes_in_words(self) -> str:
        changes = self.session.comparison.changes
        change = self.session.change
        if not changes:
            return "no change: the two are the same"
        if change is None:
            return "1 change" if len(changes) == 1 else f"{len(changes)} changes"
        return f"change {change.number} of {len(changes)} · {change.kind.value}"


def _found_of(search: Search) -> Found:
    found: dict[tuple[Side, int], tuple[Span, ...]] = {}
    for match in search.matches:
        place = (match.side, match.paragraph)
        found[place] = (*found.get(place, ()), match.span)
    return found
