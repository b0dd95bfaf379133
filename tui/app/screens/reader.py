"""The reader: two articles, level with one another.

In: two articles. It starts the comparing, holds the session, and answers the
keys; drawing is the panes' business, finding the next place is `review`'s.
"""

from __future__ import annotations

import os
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.bindings import bindings_on, shown_keys
from tui.app.screens.base import DiptychScreen
from tui.app.theme import can_strike
from tui.app.widgets.panes import Panes, ReadingPlace
from tui.app.widgets.status_line import StatusLine
from tui.app.widgets.titles import Titles
from tui.article import Article, Document, Span, names_of
from tui.commands import Where
from tui.compare import (
    CompareOptions,
    Comparison,
    Kind,
    Regime,
    Side,
    Why,
    compare,
    edits_of,
    glance,
    pending,
    why,
)
from tui.layout import Found, View
from tui.review import Search, Session, at_row, find, next_change, other_end, previous_change

if TYPE_CHECKING:
    from tui.app.widgets.ask_line import AskLine
    from tui.app.widgets.why_panel import WhyPanel

_BLANK_FOR = 0.15
"""Seconds after which the articles are shown unpaired, to be read until the pairing is made."""
_PROGRESS_EVERY = 0.1
"""Seconds after which the progress bar is drawn again."""
_GLANCE_AT_ONCE = 10_000
"""Paragraphs of two articles that are glanced at before anything is drawn: some
15 ms. With more they stand side by side by number until the glance is taken."""


_REGIMES = (None, Regime.VERSIONS, Regime.TELLINGS)
"""What two articles may be taken for, in the order of the key; None sees it from the texts."""


class _NoLongerWantedError(Exception):
    """The comparing was cancelled."""


class ReaderScreen(DiptychScreen):
    """Two articles side by side, stacked, as a redline, or one of them clean."""

    where = Where.READER
    BINDINGS = bindings_on(Where.READER)

    class Compared(Message):
        """The pairing is made, or the first glance is taken."""

        def __init__(self, comparison: Comparison) -> None:
            super().__init__()
            self.comparison = comparison

    class Explained(Message):
        """It is known why a row is one; None where nothing was weighed."""

        def __init__(self, comparison: Comparison, row: int, why: Why | None) -> None:
            super().__init__()
            self.comparison = comparison
            self.row = row
            self.why = why

    class Progressed(Message):
        """The pairing has come so far (0 to 1)."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    def __init__(self, left: Article, right: Article, options: CompareOptions) -> None:
        super().__init__()
        self.session = Session(_first_look(left, right, options))
        self.options = options
        self.search: Search | None = None
        # While the panes show other rows, the place is kept by this article.
        self.side_in_hand = Side.LEFT
        # The paragraph of the change in hand, while the sides are being swapped.
        self._kept: tuple[Side, int] | None = None
        self._match: int | None = None
        # Counted once, for that takes a while in long articles.
        self._asides = self._doubts = 0
        # Why the row at hand is one, while somebody wants to know.
        self._panel: WhyPanel | None = None

    # Building and comparing

    def compose(self) -> ComposeResult:
        """Titles, panes, and one line below them."""
        comparison = self.session.comparison
        yield Titles(*names_of((comparison.left, comparison.right)))
        yield Panes(comparison, edits_of)
        yield StatusLine(shown_keys(self.where))

    def on_mount(self) -> None:
        """Start the comparing as soon as something is on the screen."""
        self._count()
        self.panes.focus()
        self.panes.set_class(not can_strike(os.environ), "-no-strike")
        self._show_status()
        self._compare()
        self.set_timer(_BLANK_FOR, self.panes.show)

    @property
    def panes(self) -> Panes:
        """The widget that shows the articles."""
        return self.query_one(Panes)

    def _compare(self) -> None:
        """Start to compare the two articles that are shown."""
        comparison = self.session.comparison
        # A glance at articles that were compared before would be a step back.
        unpaired = comparison.pending and not _is_short(comparison.left, comparison.right)
        self._pair(comparison.left, comparison.right, self.options, glance_first=unpaired)

    # A worker without a description spells out its arguments, both articles whole.
    @work(thread=True, exclusive=True, description="pairing")
    def _pair(
        self, left: Article, right: Article, options: CompareOptions, *, glance_first: bool
    ) -> None:
        """Pair the two articles while the keys go on working."""
        worker = get_current_worker()
        told = monotonic()

        def progress(share: float) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise _NoLongerWantedError
            if monotonic() >= told + _PROGRESS_EVERY:
                told = monotonic()
                self.post_message(self.Progressed(share))

        try:
            if glance_first:
                self.post_message(self.Compared(glance(left, right, options, progress)))
            self.post_message(self.Compared(compare(left, right, options, progress)))
        except _NoLongerWantedError:
            return

    @on(Progressed)
    def show_progress(self, event: Progressed) -> None:
        """Draw the progress bar."""
        comparison = self.session.comparison
        if comparison.pending or comparison.options is not self.options:
            self.query_one(StatusLine).say_progress("pairing", event.share)

    @on(Compared)
    def show_compared(self, event: Compared) -> None:
        """Show the pairs, with the text that is being read on the line where it was."""
        comparison, shown = event.comparison, self.session.comparison
        if (
            comparison.left is not shown.left
            or comparison.options is not self.options
            or (comparison.pending and not shown.pending)
        ):
            return  # Something else was asked for while it was on its way.
        self._show(comparison, self.panes.reading_place(self.side_in_hand))
        if self._kept is not None and not comparison.pending:
            self.session = at_row(self.session, comparison.row_of(*self._kept))
            self._kept = None
            self._show_in_hand()
            self._show_status()

    def _paragraph_of(self, row: int) -> tuple[Side, int]:
        """The first paragraph of a row, on the side in hand where that has one."""
        here = self.panes.comparison.rows[row]
        side = self.side_in_hand
        if not here.side(side):
            side = side.other
        return side, here.side(side)[0]

    def _show(self, comparison: Comparison, reading: ReadingPlace | None) -> None:
        """Show another comparison with a place in the text where it was; None is the start."""
        self._close_panel()
        self.session = Session(comparison)
        self._count()
        if reading is not None:
            self.side_in_hand = reading.side
        self.panes.show_at(comparison, reading)
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
        if self.session.comparison.pending:
            return
        row = self.session.row if self.session.row is not None else self.panes.top_row - 1
        self._take(next_change(self.session, row), "no change below")

    def action_previous(self) -> None:
        """Go to the previous match while a search is on, else to the previous change."""
        if self.search is not None:
            self.action_previous_match()
            return
        if self.session.comparison.pending:
            return
        in_view = self.panes.rows_in_view()
        row = self.session.row if self.session.row is not None else in_view.stop
        self._take(previous_change(self.session, row), "no change above")

    def action_other_end(self) -> None:
        """Jump to the other end of the move in hand; with none in hand, of the first in view."""
        in_hand = self.session.row
        rows = self.panes.rows_in_view() if in_hand is None else (in_hand,)
        for row in rows:
            if self.session.comparison.rows[row].kind is Kind.MOVED:
                self._take(other_end(self.session, row), "")
                return
        self.say("no moved passage in view" if in_hand is None else "this did not move")

    def _take(self, session: Session, otherwise: str) -> None:
        """Take the change of `session` in hand and go there; say `otherwise` if it is the same."""
        if session is self.session or session.row is None:
            self.say(otherwise)
            return
        self.session = session
        self._show_in_hand()
        self.panes.go_to_row(session.row)
        if self._panel is not None:
            self._explain(session.comparison, session.row)
        self._show_status()
        if not self.panes.shows(session.row):
            self.say(f"{self._changes_in_words()}, in the other article")

    def _show_in_hand(self) -> None:
        change = self.session.change
        self.panes.show_in_hand(frozenset() if change is None else frozenset(change.rows))

    # Why these two

    def action_why(self) -> None:
        """Tell why the change in hand, or the first row in view, is as it is; or close that."""
        comparison = self.session.comparison
        if self._panel is not None:
            self._close_panel()
        elif comparison.pending:
            self.say("the pairs are not made yet")
        else:
            row = self.session.row
            self._explain(comparison, self.panes.first_row if row is None else row)

    @work(thread=True, exclusive=True, group="why", description="why")
    def _explain(self, comparison: Comparison, row: int) -> None:
        """Find out why a row is one, which takes a while in long articles."""
        found = why(comparison, row)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Explained(comparison, row, found))

    @on(Explained)
    async def show_explained(self, event: Explained) -> None:
        """Open the panel, or say the other thing in it."""
        comparison, row = event.comparison, event.row
        if comparison is not self.session.comparison:
            return  # The two were paired otherwise in the meantime.
        if event.why is None:
            self.say("set aside, and so not compared")
            return
        from tui.app.reasons import in_words
        from tui.app.widgets.why_panel import WhyPanel

        if self._panel is None:
            self._panel = WhyPanel()
            await self.mount(self._panel, after=self.panes)
        self._panel.say(in_words(comparison, row, event.why))
        if self.session.row is None:
            self.panes.show_in_hand(frozenset({row}))
        else:
            self.call_after_refresh(self.panes.go_to_row, self.session.row)

    def _close_panel(self) -> None:
        self.workers.cancel_group(self, "why")
        if self._panel is not None:
            self._panel.remove()
            self._panel = None
            self._show_in_hand()

    # Views

    def action_next_view(self) -> None:
        """Go on to the next view, at the same place."""
        self.panes.show_next_view()
        if self.search is not None:
            self._search_for(self.search.query)
        self._show_status()

    def action_asides(self) -> None:
        """Fold what is set aside; then compare it too; then show it dimmed again."""
        if not self._asides:
            self.say("nothing is set aside")
        elif self.options.asides or self.panes.asides_folded:
            self.panes.fold_asides(fold=False)
            self.options = replace(self.options, asides=not self.options.asides)
            self._compare()
        else:
            self.panes.fold_asides(fold=True)
            self._show_status()

    def action_regime(self) -> None:
        """Take the two for versions of one text; then for two tellings; then for what they are."""
        at = _REGIMES.index(self.options.regime)
        self.options = replace(self.options, regime=_REGIMES[(at + 1) % len(_REGIMES)])
        self._compare()

    # Pages of two versions

    def articles_at_hand(self) -> tuple[Article, ...]:
        """The two articles that are shown."""
        comparison = self.session.comparison
        return comparison.left, comparison.right

    def line_at_hand(self) -> int:
        """The line of the paragraph at the top."""
        side, paragraph = self._paragraph_of(self.panes.top_row)
        return self.session.comparison.article(side).paragraphs[paragraph].line or 1

    def show_repaired(self, document: Document) -> None:
        """Compare again with the new versions of a page, at the same line of it."""
        new = {part.origin: part for part in document.parts}
        comparison = self.session.comparison
        left = new.get(comparison.left.origin, comparison.left)
        right = new.get(comparison.right.origin, comparison.right)
        if (left, right) != (comparison.left, comparison.right):
            line = self.line_at_hand()
            at = next((n for n, each in enumerate(left.paragraphs) if (each.line or 1) >= line), 0)
            place = ReadingPlace(Side.LEFT, at, 0, 0) if at else None
            self._show(_first_look(left, right, self.options), place)
            self._compare()

    def action_swap(self) -> None:
        """Put the left article on the right, and compare again."""
        reading = self.panes.reading_place(self.side_in_hand)
        if self.session.row is not None:
            side_of_change, kept = self._paragraph_of(self.session.row)
            self._kept = side_of_change.other, kept
        elif self._kept is not None:  # Swapped again before the pairs were there.
            self._kept = self._kept[0].other, self._kept[1]
        comparison = self.session.comparison
        self.side_in_hand = self.side_in_hand.other
        if reading is not None:
            reading = replace(reading, side=reading.side.other)
        self._show(_first_look(comparison.right, comparison.left, self.options), reading)
        self._compare()

    # Searching

    async def action_search(self) -> None:
        """Ask what to search for."""
        await self.ask("search in both articles")

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Go to the first match from the place in view on."""
        self.stop_asking()
        self._search_for(event.value)
        if self.search is not None:
            self._go_to_match(self.search.below(None, self.panes.top_row))

    def action_previous_match(self) -> None:
        """Go to the match before."""
        if self.search is not None:
            self._go_to_match(self.search.above(self._match, self.panes.top_row))

    def action_back(self) -> None:
        """Close the search line or the panel, else end the search, else go to the library."""
        if self.asking:
            self.stop_asking()
        elif self._panel is not None:
            self._close_panel()
        elif self.search is not None:
            self._end_search()
        else:
            super().action_back()

    def stop_asking(self) -> None:
        """Put the status line back, and give the keys to the panes."""
        super().stop_asking()
        self.panes.focus()

    def _search_for(self, query: str) -> None:
        found = find(self.session.comparison, query, self.panes.view.side)
        self._end_search()
        if found.matches:
            self.search = found
            self.panes.show_found(_found_of(found))
        elif query.strip():
            self.say(f"“{query.strip()}” is in neither article")

    def _end_search(self) -> None:
        self.search, self._match = None, None
        self.panes.show_found({})
        self._show_status()

    def _go_to_match(self, number: int) -> None:
        if self.search is None:
            return
        self._match = number
        match = self.search.matches[number]
        if self.panes.asides_folded and not self.panes.shows(match.row):
            self.panes.fold_asides(fold=False)
        line = self.panes.line_of(match.row, match.side, match.paragraph, match.span.start)
        self.panes.show_match(match.side, match.paragraph, match.span)
        self.panes.go_to_row(match.row, line)
        self._show_status()

    # What the status line says

    @on(Panes.Moved)
    def moved(self, event: Panes.Moved) -> None:
        """Let go of a change that was scrolled away."""
        row = self.session.row
        gone = row is not None and self.panes.shows(row) and row not in self.panes.rows_in_view()
        if event.scrolled and gone:
            self.session = Session(self.session.comparison)
            self._show_in_hand()
        self._show_status()

    def _show_status(self) -> None:
        comparison = self.session.comparison
        left, right = names_of((comparison.left, comparison.right))
        self.query_one(Titles).show(left, right, self.panes.shown_view)
        if not comparison.pending:
            self.query_one(StatusLine).say(self._status())

    def _status(self) -> str:
        comparison = self.session.comparison
        at_rest = self.session.change is None and self.search is None
        parts = [self._matches_in_words() or self._changes_in_words()]
        if (at_rest and comparison.changes) or comparison.options.regime is not None:
            parts.append(self._what_they_are())
        if self.panes.shown_view is not View.SIDE_BY_SIDE:
            parts.append(self.panes.shown_view.value)
        if at_rest:
            parts += comparison.bounded[:1]
            parts += filter(None, (self._doubts_in_words(), self._asides_in_words()))
        return " · ".join(parts)

    def _count(self) -> None:
        """Count what is set aside, be it compared or not, and what is in doubt."""
        articles = self.articles_at_hand()
        self._asides = sum(each.aside for article in articles for each in article.paragraphs)
        # Each cut of a tracker's page that may be wrong is seen on two sides.
        doubts = {
            (article.file, each.line)
            for article in articles
            for each in article.paragraphs
            if each.doubtful
        }
        self._doubts = len(doubts)

    def _doubts_in_words(self) -> str:
        if not self._doubts:
            return ""
        return f"{self._doubts} {'cut' if self._doubts == 1 else 'cuts'} in doubt, see R"

    def _asides_in_words(self) -> str:
        if not self._asides:
            return ""
        if self.session.comparison.options.asides:
            return f"{self._asides} compared"
        return f"{self._asides} set aside{', folded' if self.panes.asides_folded else ''}"

    def _matches_in_words(self) -> str:
        search = self.search
        if search is None:
            return ""
        matches = f"{len(search.matches)} for “{search.query.strip()}”"
        which = "matches" if self._match is None else f"match {self._match + 1} of"
        sides = f"{search.count(Side.LEFT)} left, {search.count(Side.RIGHT)} right"
        return f"{which} {matches}: {sides}"

    def _changes_in_words(self) -> str:
        changes = self.session.comparison.changes
        change = self.session.change
        if not changes:
            return "no change: the two are the same"
        if change is None:
            return "1 change" if len(changes) == 1 else f"{len(changes)} changes"
        return f"change {change.number} of {len(changes)} · {change.kind.value}"

    def _what_they_are(self) -> str:
        """What the two articles are to each other, or were told to be."""
        comparison = self.session.comparison
        words = f"two {comparison.regime.value}"
        if comparison.options.regime is not None:
            return f"taken for {words}"
        if comparison.regime is Regime.TELLINGS and not any(
            row.left and row.right for row in comparison.rows
        ):
            return f"{words}, no passage in common"
        return words


def _first_look(left: Article, right: Article, options: CompareOptions) -> Comparison:
    """What there is to read before anything is paired."""
    if _is_short(left, right):
        return glance(left, right, options)
    return pending(left, right)


def _is_short(left: Article, right: Article) -> bool:
    """Whether the two are glanced at while nobody notices."""
    return len(left.paragraphs) + len(right.paragraphs) <= _GLANCE_AT_ONCE


def _found_of(search: Search) -> Found:
    found: dict[tuple[Side, int], list[Span]] = {}
    for match in search.matches:
        found.setdefault((match.side, match.paragraph), []).append(match.span)
    return {place: tuple(spans) for place, spans in found.items()}
