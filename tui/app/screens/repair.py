"""The repair of a tracker's page: where each row was cut into its two versions.

In: the document of the page. It holds the row at hand and asks for another
cut of it; cutting and keeping are `article`'s business.
"""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from tui.app.bindings import bindings_on, shown_keys
from tui.app.screens.base import DiptychScreen
from tui.app.widgets.panes import Panes
from tui.app.widgets.status_line import StatusLine
from tui.app.widgets.titles import Titles
from tui.article import Document
from tui.article.pages import keep_cut, with_cut
from tui.article.tracker.page import Row as PageRow
from tui.article.tracker.page import next_place, previous_place
from tui.commands import Where
from tui.compare import Comparison, Kind, Regime, Row
from tui.errors import ReaderError


class RepairScreen(DiptychScreen):
    """Both versions, row by row as the page has them."""

    where = Where.REPAIR
    BINDINGS = bindings_on(Where.REPAIR)

    def __init__(self, document: Document, line: int) -> None:
        """Begin at the first row in doubt from `line` of the page on."""
        super().__init__()
        self.document = document
        rows = _rows(document)
        doubtful = [at for at, row in enumerate(rows) if row.doubtful]
        self._row = next((at for at in doubtful if rows[at].line >= line), (doubtful or [0])[0])

    def compose(self) -> ComposeResult:
        """Labels, panes, and one line below them."""
        yield Titles(*(part.label or part.title for part in self.document.parts))
        yield Panes(_beside(self.document), lambda *_: ())
        yield StatusLine(shown_keys(self.where))

    def on_mount(self) -> None:
        """Show the page at the first row in doubt."""
        self._panes.focus()
        self.call_after_refresh(self._show)

    @property
    def _panes(self) -> Panes:
        return self.query_one(Panes)

    def _show(self) -> None:
        self._panes.show_comparison(_beside(self.document), self._panes.top_row)
        left, right = (part.label or part.title for part in self.document.parts)
        self.query_one(Titles).show(left, right, self._panes.shown_view)
        self._take(self._row)

    def _take(self, row: int) -> None:
        """Take a row in hand and bring it into view."""
        rows = _rows(self.document)
        self._row = max(0, min(row, len(rows) - 1))
        self._panes.show_in_hand(frozenset({self._row}))
        self._panes.go_to_row(self._row)
        self.say(_told(rows, self._row))

    # Moving

    def action_line_down(self) -> None:
        """Go to the next row."""
        self._take(self._row + 1)

    def action_line_up(self) -> None:
        """Go to the row above."""
        self._take(self._row - 1)

    def action_page_down(self) -> None:
        """Move down one page; the row at the top comes to hand."""
        self._panes.move_pages(1)

    def action_page_up(self) -> None:
        """Move up one page; the row at the top comes to hand."""
        self._panes.move_pages(-1)

    @on(Panes.Moved)
    def moved(self, event: Panes.Moved) -> None:
        """Take the row at the top in hand when the one in hand was scrolled away."""
        in_view = self._panes.rows_in_view()
        if event.scrolled and in_view and self._row not in in_view:
            self._row = in_view[0]
            self._panes.show_in_hand(frozenset({self._row}))
            self.say(_told(_rows(self.document), self._row))

    def action_first(self) -> None:
        """Go to the first row."""
        self._take(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self._take(len(_rows(self.document)) - 1)

    def action_next_doubt(self) -> None:
        """Go to the next row in doubt."""
        self._take_doubt(range(self._row + 1, len(_rows(self.document))), "below")

    def action_previous_doubt(self) -> None:
        """Go to the previous row in doubt."""
        self._take_doubt(range(self._row - 1, -1, -1), "above")

    def _take_doubt(self, numbers: range, where: str) -> None:
        rows = _rows(self.document)
        found = next((number for number in numbers if rows[number].doubtful), None)
        if found is None:
            self.say(f"no cut in doubt {where}")
        else:
            self._take(found)

    # Cutting

    def action_next_cut(self) -> None:
        """Cut the row at hand at its next place."""
        self._cut(next_place(_rows(self.document)[self._row]))

    def action_previous_cut(self) -> None:
        """Cut the row at hand at the place before."""
        self._cut(previous_place(_rows(self.document)[self._row]))

    def action_keep_cut(self) -> None:
        """Keep the cut of the row at hand as it is, and go on to the next in doubt."""
        self._cut(_rows(self.document)[self._row].cut)
        self.action_next_doubt()

    def action_own_cut(self) -> None:
        """Forget what the reader chose for the row at hand."""
        self._cut(None)

    def _cut(self, place: int | None) -> None:
        key = _rows(self.document)[self._row].key
        try:
            keep_cut(self.document, key, place)
        except ReaderError as error:
            self.notify(str(error), title="not kept", severity="error", markup=False)
        self.document = with_cut(self.document, key, place)
        self._show()
        self.post_message(self.Repaired(self.document))


def _rows(document: Document) -> tuple[PageRow, ...]:
    return document.two_versions.page.rows if document.two_versions else ()


def _beside(document: Document) -> Comparison:
    """The two versions beside one another as the page has them, and not by what they say."""
    left, right = document.parts
    at_left, at_right = (
        {each.line: (number,) for number, each in enumerate(part.paragraphs)}
        for part in document.parts
    )
    rows = tuple(
        Row(at_left.get(row.line, ()), at_right.get(row.line, ()), Kind.SAME)
        for row in _rows(document)
    )
    return Comparison(left, right, rows, (), Regime.PENDING)


def _told(rows: tuple[PageRow, ...], at: int) -> str:
    """Where the reader is, and how the row at hand came to be cut as it is."""
    row = rows[at]
    place = row.places.index(row.cut) + 1 if row.cut in row.places else 0
    how = "by you" if row.by_hand else "in doubt" if row.doubtful else "sure"
    doubts = sum(each.doubtful for each in rows)
    return (
        f"row {at + 1} of {len(rows)} · cut {place} of {len(row.places)}, {how} · {doubts} in doubt"
    )
