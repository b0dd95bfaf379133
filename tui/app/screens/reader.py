"""The reader: two articles, level with one another.

In: two articles. It holds the session and answers the keys. Drawing is the panes'
business, long work that of `work`, panels that of `panels`, words that of `status`, and
finding the next place `review`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult

from tui.app.bindings import bindings_on, shown_keys
from tui.app.screens.places import PlaceScreen
from tui.app.screens.work import begin_alike, first_look
from tui.app.status import (
    BETWEEN,
    LEFT_OFF,
    asides_in_words,
    changes_in_words,
    doubts_in_words,
    in_hand_in_words,
    matches_in_words,
    off_in_words,
    share_in_words,
    what_they_are,
)
from tui.app.widgets.panes import Panes, ReadingPlace
from tui.app.widgets.status_line import StatusLine
from tui.app.widgets.titles import Titles
from tui.article import Article, Document, names_of
from tui.commands import Where
from tui.compare import CompareOptions, Comparison, Edit, Kind, Regime, Side, Wording
from tui.layout import View
from tui.review import (
    Filter,
    Group,
    Session,
    at_row,
    counted_anew,
    found_again,
    keep_place,
    kept_place,
    next_change,
    other_end,
    picking,
    previous_change,
)

_BLANK_FOR = 0.15
"""Seconds after which articles that do not begin alike are shown unpaired, to be read until
the pairing is made."""

_REGIMES = (None, Regime.VERSIONS, Regime.TELLINGS)
"""What two articles may be taken for, in the order of the key; None sees it from the texts."""


class ReaderScreen(PlaceScreen):
    """Two articles side by side, stacked, as a redline, or one of them clean."""

    where = Where.READER
    BINDINGS = bindings_on(Where.READER)

    def __init__(
        self, left: Article, right: Article, options: CompareOptions, places: Path | None = None
    ) -> None:
        """The place in the two texts is kept in the folder `places`; without one it is not."""
        super().__init__()
        self.session = Session(first_look(left, right, options))
        self.options = options
        # While the panes show other rows, the place is kept by this article.
        self.side_in_hand = Side.LEFT
        # The paragraph of the change in hand, while the sides are being swapped.
        self._kept: tuple[Side, int] | None = None
        # How much text stands above each row; empty until there are pairs.
        self._letters: Sequence[int] = ()
        self._places = places
        # Whether the place that was kept is looked for, and whether to say that it was found.
        self._looked_for_place = self._say_left_off = False
        # The last word on where the reader is.
        self._said = ""
        # Counted once, for that takes a while in long articles.
        self._asides = self._doubts = 0

    # Building and comparing

    def compose(self) -> ComposeResult:
        """Titles, panes, and one line below them."""
        comparison = self.session.comparison
        yield Titles(*names_of((comparison.left, comparison.right)))
        yield Panes(comparison, _edits_of)
        yield StatusLine(shown_keys(self.where))

    def on_mount(self) -> None:
        """Start the comparing as soon as something is on the screen."""
        self._count()
        self.panes.focus()
        self.show_status()
        if begin_alike(*self.articles_at_hand()):
            self.panes.show()
        else:
            self.set_timer(_BLANK_FOR, self.panes.show)
        self.call_later(self._compare)

    def _compare(self) -> None:
        """Start to compare the two articles that are shown."""
        comparison = self.session.comparison
        self.workers.cancel_group(self, "account")
        begin = self.begin_pairing if comparison.pending else self.begin_pairing_again
        begin(comparison.left, comparison.right, self.options)

    @on(PlaceScreen.Progressed)
    def show_progress(self, event: PlaceScreen.Progressed) -> None:
        """Draw the progress bar."""
        comparison = self.session.comparison
        if comparison.pending or comparison.options is not self.options:
            self.query_one(StatusLine).say_progress("pairing", event.share)

    @on(PlaceScreen.Compared)
    def show_compared(self, event: PlaceScreen.Compared) -> None:
        """Show the pairs, with the text that is being read on the line where it was."""
        comparison, shown = event.comparison, self.session.comparison
        if (
            comparison.left is not shown.left
            or comparison.options is not self.options
            or (comparison.pending and not shown.pending)
        ):
            return  # Something else was asked for while it was on its way.
        self._letters = event.letters
        self._show(comparison, self.panes.reading_place(self.side_in_hand) or self._left_off())
        if self._kept is not None and not comparison.pending:
            self.session = at_row(self.session, comparison.row_of(*self._kept))
            self._kept = None
            self._show_in_hand()
            self.show_status()
        if not comparison.pending:
            self.account_for(comparison)

    @on(PlaceScreen.Accounted)
    def show_accounted(self, event: PlaceScreen.Accounted) -> None:
        """Count what is on by the words of all rows; no line of them changes."""
        if event.comparison is not self.paired:
            return  # Something else was asked for in the meantime.
        comparison = event.account.comparison
        self.session = counted_anew(self.session, comparison, event.groups)
        self.panes.settle(comparison)
        self.show_account(event.account, event.sentences)
        # What was said in the meantime can be read to its end.
        if self.query_one(StatusLine).said == self._said:
            self.show_status()

    def _left_off(self) -> ReadingPlace | None:
        """Where somebody left off in these two texts, asked for the first time; None after that."""
        if self._looked_for_place or self._places is None:
            return None
        self._looked_for_place = True
        place = kept_place(self._places, *self.articles_at_hand())
        self._say_left_off = place is not None
        return None if place is None else ReadingPlace(place.side, place.paragraph, place.offset, 0)

    def keep_place(self) -> None:
        """Keep the place for the next time, once the place of the last time is shown."""
        if not self._looked_for_place or self._places is None:
            return
        sides = (self.side_in_hand, self.side_in_hand.other)
        found = filter(None, map(self.panes.reading_place, sides))
        top = min(found, key=lambda each: abs(each.below), default=None)
        keep_place(self._places, *self.articles_at_hand(), top)

    def _paragraph_of(self, row: int) -> tuple[Side, int]:
        """The first paragraph of a row, on the side in hand where that has one."""
        here = self.panes.comparison.rows[row]
        side = self.side_in_hand
        if not here.side(side):
            side = side.other
        return side, here.side(side)[0]

    def _show(self, comparison: Comparison, reading: ReadingPlace | None) -> None:
        """Show another comparison with a place in the text where it was; None is the start."""
        self.close_panel()
        self.account, self.spot = None, None
        self.paired = None if comparison.pending else comparison
        self.session = picking(Session(comparison), self.session.filter)
        self._count()
        if reading is not None:
            self.side_in_hand = reading.side
        self.panes.show_at(comparison, reading)
        if self.search is not None:
            self.search_for(self.search.query)
        self.show_status()

    # Moving

    def action_line_down(self) -> None:
        """Move down one line, of the list that is open or of the text."""
        if not self.moves_in_list(1):
            self.panes.move_lines(1)
            self._follow(scrolled=True)

    def action_line_up(self) -> None:
        """Move up one line, of the list that is open or of the text."""
        if not self.moves_in_list(-1):
            self.panes.move_lines(-1)
            self._follow(scrolled=True)

    def action_page_down(self) -> None:
        """Move down one page of the text; in the list of kinds, switch the one at hand."""
        if not self.switches_kind():
            self.panes.move_pages(1)
            self._follow(scrolled=True)

    def action_page_up(self) -> None:
        """Move up one page of the text."""
        self.panes.move_pages(-1)
        self._follow(scrolled=True)

    def action_first(self) -> None:
        """Go to the first line, of the list that is open or of the text."""
        if not self.moves_in_list(-self.list_length):
            self.panes.go_to_start()
            self._follow(scrolled=True)

    def action_last(self) -> None:
        """Go to the last line, of the list that is open or of the text."""
        if not self.moves_in_list(self.list_length):
            self.panes.go_to_end()
            self._follow(scrolled=True)

    # Changes

    def action_next(self) -> None:
        """Go to the next match while a search is on, else to the next change."""
        if self.search is not None:
            self.go_to_match(self.search.below(self.match, self.panes.top_row))
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
        self.forget_spot()
        if session is self.session or session.row is None:
            self.say(BETWEEN.join(filter(None, (otherwise, self._off_in_words()))))
            return
        self.session = session
        self._show_in_hand()
        self.panes.go_to_row(session.row)
        self.explain_anew()
        self.show_status()
        if not self.panes.shows(session.row):
            kind = session.comparison.rows[session.row].kind.value
            self.say(f"{changes_in_words(session)} · {kind}, in the other article")

    def _show_in_hand(self) -> None:
        change = self.session.change
        self.panes.show_in_hand(frozenset() if change is None else frozenset(change.rows))

    # What is on

    def action_quieten(self) -> None:
        """Show what really changed: leave quiet edits unmarked; again, mark them."""
        picked = self.session.filter
        self._pick(replace(picked, quiet=not picked.quiet))

    def action_switch_added(self) -> None:
        """Switch what was added on or off."""
        self._pick(self.session.filter.switched(Group.ADDED))

    def action_switch_removed(self) -> None:
        """Switch what was removed on or off."""
        self._pick(self.session.filter.switched(Group.REMOVED))

    def action_switch_moved(self) -> None:
        """Switch what moved on or off."""
        self._pick(self.session.filter.switched(Group.MOVED))

    def action_switch_cut(self) -> None:
        """Switch what was cut into paragraphs otherwise on or off."""
        self._pick(self.session.filter.switched(Group.CUT))

    def action_switch_facts(self) -> None:
        """Switch facts and quotations on or off."""
        self._pick(self.session.filter.switched(Group.FACTS))

    def action_switch_wording(self) -> None:
        """Switch other wording on or off."""
        self._pick(self.session.filter.switched(Group.WORDING))

    def _pick(self, picked: Filter) -> None:
        """Go through other changes, and mark them; the place stays."""
        self.session = picking(self.session, picked)
        self.panes.show_marks(self.session.comparison, picked)
        self.show_status()

    def switch_quiet(self, wording: Wording) -> None:
        """Take edits of one kind for quiet ones, or no longer; nothing is paired again."""
        from tui.config import NEVER_QUIET

        if wording in NEVER_QUIET or self.paired is None or self.account is None:
            self.say(f"{wording.value} is always loud: it changes what is said")
            return
        shown = self.session.comparison
        under_way = shown.options is not self.options
        self.options = replace(self.options, quiet=self.options.quiet ^ {wording})
        self.paired = replace(self.paired, options=self.options)
        # Which rows are quiet is seen from their edits now, and counted soon.
        comparison = replace(shown, options=self.options)
        self.session = counted_anew(self.session, comparison, self.session.groups)
        self.show_account(replace(self.account, comparison=comparison), self.sentences)
        self.panes.show_marks(comparison, self.session.filter)
        self.show_status()
        if under_way:
            self._compare()
        else:
            self.account_for(self.paired, self.account)

    # The panels

    def row_at_hand(self) -> int:
        """The row in hand, or else the first in view."""
        row = self.session.row
        return self.panes.first_row if row is None else row

    def hold_row(self, row: int | None = None) -> None:
        """Keep the change in hand in view; if there is none, mark `row`."""
        if self.session.row is not None:
            self.panes.go_to_row(self.session.row)
        elif row is not None:
            self.panes.show_in_hand(frozenset({row}))

    def panel_closed(self) -> None:
        """Mark the change in hand alone."""
        self.forget_spot()
        self._show_in_hand()

    # Views

    def action_next_view(self) -> None:
        """Go on to the next view, at the same place."""
        self.panes.show_next_view()
        if self.search is not None:
            self.search_for(self.search.query)
        self.show_status()

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
            self.show_status()

    def action_regime(self) -> None:
        """Take the two for versions of one text; then for two tellings; then for what they are."""
        at = _REGIMES.index(self.options.regime)
        self.options = replace(self.options, regime=_REGIMES[(at + 1) % len(_REGIMES)])
        self._compare()

    # Other versions of a text

    def articles_at_hand(self) -> tuple[Article, Article]:
        """The two articles that are shown."""
        comparison = self.session.comparison
        return comparison.left, comparison.right

    def line_at_hand(self) -> int:
        """The line of the paragraph at the top."""
        side, paragraph = self._paragraph_of(self.panes.top_row)
        return self.session.comparison.article(side).paragraphs[paragraph].line or 1

    def show_repaired(self, document: Document) -> None:
        """Compare again with a document that was read anew, at the same place of it."""
        new = {each.origin: each for each in (document.whole, *document.parts)}
        comparison = self.session.comparison
        left = new.get(comparison.left.origin, comparison.left)
        right = new.get(comparison.right.origin, comparison.right)
        if (left, right) != (comparison.left, comparison.right):
            self._show(first_look(left, right, self.options), self._place_in(left, right))
            self._compare()

    def _place_in(self, left: Article, right: Article) -> ReadingPlace | None:
        """Where the text at the top is in articles that were read anew."""
        here = self.panes.reading_place(self.side_in_hand)
        if here is None:
            return None
        new = left if here.side is Side.LEFT else right
        return found_again(self.session.comparison.article(here.side), new, here)

    def action_edit(self) -> None:
        """Open the file of the paragraph at hand in an editor."""
        alone = self.panes.view.side
        if alone is not Side.BOTH:
            self.side_in_hand = alone
        side, paragraph = self._paragraph_of(self.row_at_hand())
        article = self.session.comparison.article(side)
        self.post_message(self.EditorWanted(article, article.paragraphs[paragraph].line))

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
        self._show(first_look(comparison.right, comparison.left, self.options), reading)
        self._compare()

    def action_back(self) -> None:
        """Close the search line or the panel, else end the search, else go to the library."""
        if self.asking:
            self.stop_asking()
        elif self.has_panel:
            self.close_panel()
        elif self.search is not None:
            self.unmark()
        else:
            self.keep_place()
            super().action_back()

    # What the status line says

    @on(Panes.Moved)
    def moved(self, event: Panes.Moved) -> None:
        """Say where the panes are now."""
        self._follow(scrolled=event.scrolled)

    def _follow(self, *, scrolled: bool) -> None:
        """Let go of a change that was scrolled away, and say where the reader is.

        Called for a key without waiting for word from the panes: the text and the
        status line are then sent together.
        """
        row = self.session.row
        self._say_left_off = self._say_left_off and not scrolled
        gone = row is not None and self.panes.shows(row) and row not in self.panes.rows_in_view()
        if scrolled and gone:
            self.session = replace(self.session, row=None)
            self._show_in_hand()
        if self.spot is not None and self.spot.row not in self.panes.rows_in_view():
            self.forget_spot()
        self.show_status()

    def show_status(self) -> None:
        """Say where the reader is."""
        comparison = self.session.comparison
        left, right = names_of((comparison.left, comparison.right))
        self.query_one(Titles).show(left, right, self.panes.shown_view)
        if not comparison.pending:
            self._said = self._status()
            self.query_one(StatusLine).say(self._said)

    def _status(self) -> str:
        comparison = self.session.comparison
        at_rest = self.session.change is None and self.search is None
        first = [changes_in_words(self.session)]
        if self.search is not None:
            first = [matches_in_words(self.search, self.match)]
        elif self.spot is not None:
            first = [self.spot.words]
        elif at_rest and self._say_left_off:
            first.insert(0, LEFT_OFF)
        # On a narrow screen the end is cut off: what keys have just changed goes first.
        last = [self._off_in_words()]
        if self.panes.shown_view is not View.SIDE_BY_SIDE:
            last.append(self.panes.shown_view.value)
        if at_rest:
            last.append(share_in_words(self.panes.share_read(self._letters)))
        if (at_rest and comparison.changes) or comparison.options.regime is not None:
            last.append(what_they_are(comparison))
        if at_rest:
            compared, folded = comparison.options.asides, self.panes.asides_folded
            last += comparison.bounded[:1]
            last.append(doubts_in_words(self._doubts))
            last.append(asides_in_words(self._asides, compared=compared, folded=folded))
        elif self.search is None and self.spot is None and self.session.row is not None:
            taken = cell_len(_joined(*first, *last)) + len(BETWEEN)
            room = self.query_one(StatusLine).room - taken
            edits = self.panes.edits(self.session.row)
            first.append(in_hand_in_words(self.session, self.account, edits, room))
        return _joined(*first, *last)

    def _off_in_words(self) -> str:
        return off_in_words(self.session, self.account)

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


def _edits_of(comparison: Comparison, row: int) -> tuple[Edit, ...]:
    """The edits of a row; as long as nothing is paired there are none, and none are looked for."""
    if comparison.pending:
        return ()
    from tui.compare import edits_of

    return edits_of(comparison, row)


def _joined(*parts: str) -> str:
    return BETWEEN.join(filter(None, parts))
