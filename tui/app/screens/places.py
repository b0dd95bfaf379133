"""The places that are marked in the text: matches of a search, and where a panel leads.

In: what to search for, or a place. Out: the place in view, and marked. What the status
line says of it is the reader's business.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.app.screens.panels import PanelScreen
from tui.article import Span
from tui.compare import Side
from tui.layout import NOTHING_FOUND, Found
from tui.review import Search, Session, at_row, find

if TYPE_CHECKING:
    from tui.app.lines import Spot
    from tui.app.widgets.ask_line import AskLine


class PlaceScreen(PanelScreen):
    """A screen that is searched, and on which a place can be pointed out."""

    session: Session

    def __init__(self) -> None:
        super().__init__()
        self.search: Search | None = None
        self.match: int | None = None
        """Number of the match in hand, from 0."""
        self.spot: Spot | None = None
        """The place that a panel led to."""

    @abstractmethod
    def show_status(self) -> None:
        """Say where the reader is."""

    # Searching

    async def action_search(self) -> None:
        """Ask what to search for."""
        await self.ask("search in both articles")

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Go to the first match from the place in view on."""
        self.stop_asking()
        self.search_for(event.value)
        if self.search is not None:
            self.go_to_match(self.search.below(None, self.panes.top_row))

    def action_previous_match(self) -> None:
        """Go to the match before."""
        if self.search is not None:
            self.go_to_match(self.search.above(self.match, self.panes.top_row))

    def stop_asking(self) -> None:
        """Put the status line back, and give the keys to the panes."""
        super().stop_asking()
        self.panes.focus()

    def search_for(self, query: str) -> None:
        """Mark every place where the words stand."""
        found = find(self.session.comparison, query, self.panes.view.side)
        self.unmark()
        if found.matches:
            self.search = found
            places = (((each.side, each.paragraph), each.span) for each in found.matches)
            self.panes.show_found(_by_paragraph(places))
        elif query.strip():
            self.say(f"“{query.strip()}” is in neither article")

    def go_to_match(self, number: int) -> None:
        """Take a match in hand, and bring it into view."""
        if self.search is None:
            return
        self.match = number
        match = self.search.matches[number]
        marked = {(match.side, match.paragraph): (match.span,)}
        self.panes.show_match(marked)
        self._bring_into_view(match.row, marked)

    # Where a panel leads

    def go_to_spot(self, spot: Spot) -> None:
        """Bring a place into view, and mark it; its change is in hand then."""
        self.unmark()
        self.spot = spot
        self.session = at_row(self.session, spot.row)
        sides = ((Side.LEFT, spot.left), (Side.RIGHT, spot.right))
        places = (((side, each.paragraph), each.span) for side, all_ in sides for each in all_)
        marked = _by_paragraph(places)
        self.panes.show_found(marked)
        self.panes.show_match(marked)
        self.panes.show_in_hand(frozenset({spot.row}))
        self._bring_into_view(spot.row, marked)

    def forget_spot(self) -> None:
        """Mark the place no longer that a panel led to."""
        if self.spot is not None:
            self.unmark()

    def unmark(self) -> None:
        """Mark no place, be it a match or where a panel led."""
        if self.search is not None or self.spot is not None:
            self.search = self.match = self.spot = None
            self.panes.show_found(NOTHING_FOUND)
            self.show_status()

    def _bring_into_view(self, row: int, marked: Found) -> None:
        if self.panes.asides_folded and not self.panes.shows(row):
            self.panes.fold_asides(fold=False)
        line = 0
        for (side, paragraph), spans in marked.items():
            line = self.panes.line_of(row, side, paragraph, spans[0].start)
            break
        self.panes.go_to_row(row, line)
        self.show_status()


def _by_paragraph(places: Iterable[tuple[tuple[Side, int], Span]]) -> Found:
    found: dict[tuple[Side, int], list[Span]] = {}
    for paragraph, span in places:
        found.setdefault(paragraph, []).append(span)
    return {paragraph: tuple(spans) for paragraph, spans in found.items()}
