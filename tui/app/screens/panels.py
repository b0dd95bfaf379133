"""The one panel below the panes: which is open, and where its line at hand leads.

In: keys, and the account of a comparison. Out: an open panel, a place to go to. What a
panel says is written in `lines` and `reasons`; going there is the reader's business.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on

from tui.app.screens.work import WorkScreen
from tui.app.widgets.panes import Panes
from tui.compare import Comparison, Wording

if TYPE_CHECKING:
    from tui.app.lines import Panel, PanelLine, Spot
    from tui.app.widgets.line_panel import LinePanel
    from tui.app.widgets.why_panel import WhyPanel
    from tui.compare import Account


class PanelScreen(WorkScreen):
    """A screen with room for one panel at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.account: Account | None = None
        """Of all words; None until they were compared."""
        self.paired: Comparison | None = None
        """As the pairing left it; None until it is made."""
        self._why: WhyPanel | None = None
        self._listed: LinePanel | None = None
        self._panel: Panel | None = None
        self.sentences: tuple[str, ...] = ()
        """Its summary."""
        self._lines: tuple[PanelLine, ...] = ()
        # The line that was gone to last, and how many of its places were.
        self._gone: tuple[int, int] = (0, 0)

    @property
    def panes(self) -> Panes:
        """The widget that shows the articles."""
        return self.query_one(Panes)

    @abstractmethod
    def row_at_hand(self) -> int:
        """The row in hand, or else the first in view."""

    @abstractmethod
    def hold_row(self, row: int | None = None) -> None:
        """Keep the change in hand in view; if there is none, mark `row`."""

    @abstractmethod
    def panel_closed(self) -> None:
        """Mark nothing but the change in hand."""

    @abstractmethod
    def go_to_spot(self, spot: Spot) -> None:
        """Bring a place into view, and mark it."""

    @abstractmethod
    def switch_quiet(self, wording: Wording) -> None:
        """Take edits of one kind for quiet ones, or no longer."""

    @property
    def has_panel(self) -> bool:
        """Whether a panel is open."""
        return self._why is not None or self._listed is not None

    def close_panel(self) -> None:
        """Give its room back to the panes."""
        self.workers.cancel_group(self, "why")
        for panel in (self._why, self._listed):
            if panel is not None:
                panel.remove()
        if self.has_panel:
            self._why = self._listed = self._panel = None
            self.panel_closed()

    # Lists

    async def action_ledger(self) -> None:
        """List which forms stand for which others again and again; or close that."""
        await self._turn("LEDGER")

    async def action_facts(self) -> None:
        """List the facts and quotations that differ; or close that."""
        await self._turn("FACTS")

    async def action_summary(self) -> None:
        """Sum up what differs; or close that."""
        await self._turn("SUMMARY")

    async def action_kinds(self) -> None:
        """List the kinds of edits, to switch them between quiet and loud; or close that."""
        await self._turn("KINDS")

    async def _turn(self, name: str) -> None:
        """Open one of the lists in the place of any panel, or close it."""
        # Most readers open no list, and the first page should not wait for them.
        from tui.app.lines import NOTHING_IN, Panel, lines_of
        from tui.app.widgets.line_panel import LinePanel

        panel = Panel[name]
        was_open = self._panel
        self.close_panel()
        if was_open is panel:
            return
        if self.account is None:
            waiting = "words are still being compared" if self.paired else "pairs are not made yet"
            self.say(f"the {waiting}")
            return
        self._lines = lines_of(panel, self.account, self.sentences)
        if not self._lines:
            self.say(NOTHING_IN[panel])
            return
        self._gone = (0, 0)
        self._panel = panel
        self._listed = LinePanel(panel.value, [line.text for line in self._lines])
        await self.mount(self._listed, after=self.panes)
        self.call_after_refresh(self.hold_row)

    def show_account(self, account: Account, sentences: tuple[str, ...]) -> None:
        """Let an open list say what is known now; `sentences` sum it up."""
        self.account, self.sentences = account, sentences
        if self._listed is None or self._panel is None:
            return
        from tui.app.lines import lines_of

        self._lines = lines_of(self._panel, account, sentences)
        if self._lines:
            self._listed.show([line.text for line in self._lines])
        else:
            self.close_panel()

    def moves_in_list(self, lines: int) -> bool:
        """Move in the list that is open; False where none is."""
        if self._listed is not None:
            self._listed.move(lines)
        return self._listed is not None

    @property
    def list_length(self) -> int:
        """How many lines the open list has; 0 where none is."""
        return len(self._lines) if self._listed is not None else 0

    def action_go_there(self) -> None:
        """Go to the next place of the line at hand, or switch its kind."""
        if self._listed is None:
            return
        number = self._listed.cursor
        line = self._lines[number]
        if line.kind is not None:
            self.switch_quiet(line.kind)
        elif line.spot is not None:
            gone = self._gone[1] if self._gone[0] == number else 0
            self._gone = number, gone + 1
            self.go_to_spot(line.spot(gone % line.places))
        else:
            self.say("this line leads nowhere")

    def switches_kind(self) -> bool:
        """Switch the kind at hand; False where no list of kinds is open."""
        is_kind = self._listed is not None and self._lines[self._listed.cursor].kind is not None
        if is_kind:
            self.action_go_there()
        return is_kind

    # Why these two

    def action_why(self) -> None:
        """Tell why the change in hand, or the first row in view, is as it is; or close that."""
        if self._why is not None:
            self.close_panel()
        elif self.paired is None:
            self.say("the pairs are not made yet")
        else:
            self.close_panel()
            self.explain(self.paired, self.row_at_hand())

    def explain_anew(self) -> None:
        """Tell the why of another row, if somebody wanted to know that of one."""
        if self._why is not None and self.paired is not None:
            self.explain(self.paired, self.row_at_hand())

    @on(WorkScreen.Explained)
    async def show_explained(self, event: WorkScreen.Explained) -> None:
        """Open the panel, or say the other thing in it."""
        if event.comparison is not self.paired:
            return  # The two were paired otherwise in the meantime.
        if event.why is None:
            self.say("set aside, and so not compared")
            return
        from tui.app.reasons import in_words
        from tui.app.widgets.why_panel import WhyPanel

        if self._why is None:
            self._why = WhyPanel()
            await self.mount(self._why, after=self.panes)
        self._why.say(in_words(event.comparison, event.row, event.why))
        self.call_after_refresh(self.hold_row, event.row)
