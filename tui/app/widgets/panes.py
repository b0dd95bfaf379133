"""Draw two articles level with one another, a screen line at a time.

Handed a comparison, a view, what was found and which rows are in hand;
answers with `Moved` when other lines have come into view. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.strips import INK_NAMES, Strips
from tui.compare import Comparison, Edit, Side
from tui.layout import (
    NOTHING_FOUND,
    Found,
    Frame,
    Page,
    Place,
    View,
    line_at,
    share_above,
    share_read,
)
from tui.review import EVERYTHING, Filter, TextPlace

_ABOVE = 4
"""A row that is gone to stands this part (1/n) of a page below the top, ..."""
_BELOW = 8
"""... or its end this part above the bottom, if that moves the text less."""


@dataclass(frozen=True, slots=True)
class ReadingPlace(TextPlace):
    """A place in a text, and where on the screen it stands."""

    below: int
    """Lines between the top of the panes and the line it is in."""


class Panes(Widget, can_focus=True):
    """Two panes that cannot drift, for both are drawn in one line."""

    DEFAULT_CSS = "Panes { width: 1fr; height: 1fr; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"panes--{name}" for name in INK_NAMES),
        "panes--raised",
        "panes--off",
        "panes--found",
        "panes--match",
        "panes--sign",
        "panes--in-hand",
        "panes--note",
        "panes--separator",
    }

    class Moved(Message):
        """Other lines have come into view."""

        def __init__(self, *, scrolled: bool) -> None:
            super().__init__()
            self.scrolled = scrolled

    def __init__(
        self,
        comparison: Comparison,
        edits_of: Callable[[Comparison, int], tuple[Edit, ...]],
    ) -> None:
        super().__init__()
        self.view = View.SIDE_BY_SIDE
        self.asides_folded = False
        self._blank = True
        self._edits_of = edits_of
        self._filter = EVERYTHING
        self._found = NOTHING_FOUND
        self._in_hand: frozenset[int] = frozenset()
        self._page = Page(comparison, Frame(self.view, 80), edits_of, self._found)
        self._top = Place(0, 0)
        self._shown: tuple[Place, ...] = ()
        # The reading place is remembered as a share of its row's text, so that
        # narrowing and widening the window again ends where it began.
        self._row, self._share = 0, 0.0
        self._strips = Strips(self._style, self._more)

    # What is shown

    @property
    def comparison(self) -> Comparison:
        """The comparison on the screen."""
        return self._page.comparison

    @property
    def top_row(self) -> int:
        """The row of the line at the top."""
        return self._top.row

    @property
    def first_row(self) -> int:
        """The first row of which text is in view: the last line of a band is blank."""
        for place in self._window():
            if place.line < self._page.band(place.row).height - 1:
                return place.row
        return self.top_row

    @property
    def shown_view(self) -> View:
        """The view really shown: two panes need some width."""
        return self._page.frame.shown

    def rows_in_view(self) -> range:
        """The rows of which a line is on the screen."""
        shown = self._window()
        return range(shown[0].row, shown[-1].row + 1) if shown else range(0)

    def share_read(self, letters: Sequence[int]) -> float | None:
        """The share (0 to 1) of the text down to the bottom; None at the very start."""
        shown = self._window()
        if not shown or self._top == Place(0, 0):
            return None
        return share_read(letters, self._page.band(shown[-1].row), shown[-1].line)

    def shows(self, row: int) -> bool:
        """Whether the view shows anything of a row."""
        return self._page.band(row).height > 0

    def show_comparison(self, comparison: Comparison, row: int) -> None:
        """Show another comparison with `row` at the top, as far down in it as before."""
        self._row = row
        self._begin()
        self._lay_out(comparison)

    def edits(self, row: int) -> tuple[Edit, ...]:
        """The edits of a row, as they are drawn."""
        return self._page.edits(row)

    def settle(self, comparison: Comparison) -> None:
        """Take over a comparison of the very same rows, their kinds better known."""
        self._page.settle(comparison)

    def show_marks(self, comparison: Comparison, picked: Filter) -> None:
        """Mark other things in the very same rows, at the same place."""
        self._filter = picked
        self._lay_out(comparison)

    def reading_place(self, side: Side) -> ReadingPlace | None:
        """The first text of one article in view, or of the other where it has none in view.

        None at the very start, which stays the start whatever is paired there.
        """
        if self._top == Place(0, 0):
            return None
        found: dict[Side, ReadingPlace] = {}
        for below, place in enumerate(self._window()):
            for pane in self._page.band(place.row).panes:
                line = pane[place.line]
                if line.span is None or line.paragraph is None:
                    continue
                of = Side.LEFT if line.side is Side.LEFT else Side.RIGHT
                here = ReadingPlace(of, line.paragraph, line.span.start, below)
                found.setdefault(of, here)
                if line.side is Side.BOTH:
                    (left,) = self.comparison.rows[place.row].left
                    found.setdefault(Side.LEFT, replace(here, side=Side.LEFT, paragraph=left))
        if found:
            return found.get(side) or next(iter(found.values()))
        # A redline is no article's text: the row at the top will do.
        row = self.comparison.rows[self._top.row]
        side = side if row.side(side) else Side.RIGHT if row.right else Side.LEFT
        return ReadingPlace(side, row.side(side)[0], 0, -self._top.line)

    def show_at(self, comparison: Comparison, reading: ReadingPlace | None) -> None:
        """Show another comparison with a place in the text on the screen line where it was.

        None stands for the very start.
        """
        self._begin()
        self._turn_to(comparison)
        place = Place(0, 0)
        if reading is not None:
            row = comparison.row_of(reading.side, reading.paragraph)
            line = self.line_of(row, reading.side, reading.paragraph, reading.offset)
            place = self._page.moved(Place(row, line), -reading.below)
            place = self._page.held(place, self.size.height)
        self._remember(place)
        self._put(place, scrolled=False)

    def _begin(self) -> None:
        self._in_hand = frozenset()
        self._found = NOTHING_FOUND
        self._strips.show_match(NOTHING_FOUND)
        self._blank = False

    def show(self) -> None:
        """Show the text that was given at first; until then the panes stay blank.

        Most pairings are made before anybody could read a word. Blank panes
        spare those readers a page that is replaced at once.
        """
        if self._blank:
            self._blank = False
            self.refresh()

    def show_next_view(self) -> None:
        """Show the same place in the next view that looks different at this width."""
        views = list(View)
        at = views.index(self.view)
        self.view = next(
            view
            for view in (*views[at + 1 :], *views[:at])
            if Frame(view, self.size.width).shown is not self.shown_view
        )
        self._lay_out(self.comparison)

    def fold_asides(self, *, fold: bool) -> None:
        """Show what is set aside as one line a stretch, or in full."""
        self.asides_folded = fold
        self._lay_out(self.comparison)

    def show_found(self, found: Found) -> None:
        """Mark what was found; an empty mapping marks nothing."""
        self._found = found
        self._strips.show_match(NOTHING_FOUND)
        self._lay_out(self.comparison)

    def show_match(self, match: Found) -> None:
        """Mark some of the places that were found as those in hand."""
        self._strips.show_match(match)
        self.refresh()

    def show_in_hand(self, rows: frozenset[int]) -> None:
        """Mark the rows of the change in hand."""
        if rows != self._in_hand:
            self._in_hand = rows
            self.refresh()

    # Moving

    def move_lines(self, lines: int) -> None:
        """Move down so many lines, or up when negative."""
        self._go(self._page.moved(self._top, lines))

    def move_pages(self, pages: int) -> None:
        """Move down so many pages; one line stays in view."""
        self.move_lines(pages * max(1, self.size.height - 1))

    def go_to_start(self) -> None:
        """Go to the first line."""
        self._go(Place(0, 0))

    def go_to_end(self) -> None:
        """Go to the last page."""
        self._go(self._page.last_top(self.size.height))

    def go_to_row(self, row: int, line: int = 0) -> None:
        """Bring a line of a row into view; nothing moves when the row is in view whole."""
        height = self.size.height
        shown = self._window()
        target = Place(row, line)
        # The last line of a band is blank and need not be seen.
        end = Place(row, max(line, self._page.band(row).height - 2))
        if target not in shown or (end not in shown and end.line < height):
            top = self._page.moved(target, -(height // _ABOVE))
            if target > self._top:
                top = min(top, self._page.moved(end, height // _BELOW + 1 - height))
            self._go(top)

    def line_of(self, row: int, side: Side, paragraph: int, offset: int) -> int:
        """The line of a row's band that shows a place in a text; 0 where the view has none."""
        for pane in self._page.band(row).panes:
            for number, line in enumerate(pane):
                # A line for both is of a row whose one paragraph is the same on both sides.
                is_there = line.side is Side.BOTH or (
                    line.side is side and line.paragraph == paragraph
                )
                if (
                    line.span is not None
                    and is_there
                    and line.span.start <= offset < max(line.span.end, line.span.start + 1)
                ):
                    return number
        # A redline is no article's text; there the first line with a match will do.
        for pane in self._page.band(row).panes:
            for number, line in enumerate(pane):
                if line.span is None and any(run.found for run in line.runs):
                    return number
        return 0

    def _go(self, place: Place) -> None:
        place = self._page.held(place, self.size.height)
        if place != self._top:
            self._remember(place)
            self._put(place, scrolled=True)

    def _remember(self, place: Place) -> None:
        self._row = place.row
        self._share = share_above(self._page.band(place.row), place.line)

    def _lay_out(self, comparison: Comparison) -> None:
        before = self._page
        self._turn_to(comparison)
        same = self._page.frame == before.frame and comparison is before.comparison
        row = min(self._row, len(comparison.rows) - 1)
        place = Place(row, line_at(self._page.band(row), self._share))
        top = self._page.held(place, self.size.height)
        if same and top == self._top:
            self._shown = ()
            self.refresh()
        else:
            self._put(top, scrolled=False)

    def _turn_to(self, comparison: Comparison) -> None:
        frame = Frame(self.view, max(self.size.width, 1), self.asides_folded)
        self._page = Page(comparison, frame, self._edits_of, self._found, self._filter)
        self._strips.forget()

    def _put(self, place: Place, *, scrolled: bool) -> None:
        self._top = place
        self._shown = ()
        self.refresh()
        self.post_message(self.Moved(scrolled=scrolled))

    def _window(self) -> tuple[Place, ...]:
        if not self._shown:
            self._shown = self._page.window(self._top, self.size.height)
        return self._shown

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again, at the same place in the text; the change in hand stays in view."""
        event.stop()
        before = self.rows_in_view()
        held = next((row for row in sorted(self._in_hand) if row in before), None)
        self._lay_out(self.comparison)
        if held is not None and held not in self.rows_in_view():
            # Not remembered: in the old size again, the text stands where it stood.
            top = self._page.moved(Place(held, 0), -(self.size.height // _ABOVE))
            self._put(self._page.held(top, self.size.height), scrolled=False)

    # Drawing

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._strips.forget_styles()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of the widget; blank below the end of the text."""
        shown = () if self._blank else self._window()
        if y >= len(shown):
            return self._strips.blank(self.size.width)
        place = shown[y]
        band = self._page.band(place.row)
        # One mark is enough, at the first line in view, and soon sent.
        is_first = place.line == 0 or (y == 0 and place.line < band.height - 1)
        in_hand = is_first and place.row in self._in_hand
        return self._strips.strip(band, place.line, self._page.frame, in_hand=in_hand)

    def _style(self, name: str | None) -> Style:
        return self.rich_style if name is None else self.get_component_rich_style(f"panes--{name}")

    def _more(self, name: str) -> Style:
        return self.get_component_rich_style(f"panes--{name}", partial=True)
