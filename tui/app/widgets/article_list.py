"""The list of articles: one line each, in columns.

Handed entries; answers with Textual's own messages of a list of options,
whose ids are the entries' numbers. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.app.widgets.cells import fitted

if TYPE_CHECKING:
    from tui.library import Likeness

_SOURCE_WIDTH = 14
_WORDS_WIDTH = 7
_LIKENESS_WIDTH = 29
_PERCENT_WIDTH = 5
_DATE_WIDTH = 11
_TITLE_WIDTH = 28
"""Fewer cells than this for a title, and another column is left out."""
_LEAST_FOR_WORDS = 24
"""Fewer cells than this in a line, and the number of words is left out too."""
_MARK, _MARK_ROOM = "▌ ", "  "
_BETWEEN = "  "


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    number: int
    """Number of the article among all, from 0."""
    title: str
    source: str
    date: str
    """Both empty where they are not known."""
    words: int
    likeness: Likeness | None
    """To the article that is marked; None for itself, or while none is marked."""
    marked: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above the articles of one file; it cannot be chosen."""

    name: str
    holds: str
    """What the file holds, in a few words."""


class ArticleList(OptionList):
    """Articles in columns; the columns that do not fit are left out."""

    DEFAULT_CSS = """
    ArticleList {
        height: 1fr; border: none; padding: 0; background: transparent;
        scrollbar-size-vertical: 0;
    }
    ArticleList:focus { border: none; }
    """

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)
        self.count = 0
        """How many articles are on the list."""
        self._ranked = False

    def show(self, lines: Sequence[Entry | Heading]) -> None:
        """List these; the one at hand stays at hand while it is among them."""
        at_hand = self.at_hand
        self._ranked = any(isinstance(line, Entry) and line.likeness for line in lines)
        self.clear_options()
        self.add_options(map(self._option, lines))
        numbers = [line.number for line in lines if isinstance(line, Entry)]
        self.count = len(numbers)
        if numbers:
            self.go_to(numbers[0] if at_hand not in numbers or at_hand is None else at_hand)

    def go_to(self, number: int) -> None:
        """Put the cursor on an article of the list."""
        self.highlighted = self.get_option_index(str(number))

    def action_first(self) -> None:
        """Go to the first article, with the name of its file in view."""
        super().action_first()
        self.scroll_home(animate=False)

    def action_page_up(self) -> None:
        """Move up one page; a heading there is stepped over."""
        super().action_page_up()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            self.action_first()

    @property
    def at_hand(self) -> int | None:
        """Number of the article under the cursor."""
        option = self.highlighted_option
        return None if option is None or option.id is None else int(option.id)

    def heading(self) -> str:
        """The names of the columns, as wide as they are."""
        return self._columns("title", "source", "date", "words", "likeness", "  like")

    def _option(self, line: Entry | Heading) -> Option:
        if isinstance(line, Entry):
            return Option(self._line(line), id=str(line.number))
        width = self.size.width - len(_MARK) - 1
        room = width - cell_len(line.holds) - len(_BETWEEN)
        words = f"{_MARK_ROOM}{fitted(line.name, max(1, room)).rstrip()}{_BETWEEN}{line.holds}"
        words = fitted(words, max(1, width + len(_MARK)))
        return Option(Content.styled(words, "dim"), disabled=True)

    def _line(self, entry: Entry) -> Content:
        like, percent = "", ""
        if entry.likeness is not None:
            percent = f"{entry.likeness.shared:4.0%} "
            like = f"{percent}{entry.likeness.relation.value}"
        text = self._columns(
            entry.title, entry.source, entry.date, f"{entry.words:,}", like, percent
        )
        line = Content(f"{_MARK if entry.marked else _MARK_ROOM}{text}")
        return line.stylize("bold") if entry.marked else line

    def _columns(
        self, title: str, source: str, date: str, words: str, likeness: str, percent: str
    ) -> str:
        width = self.size.width - len(_MARK) - 1
        columns = f"{_BETWEEN}{words:>{_WORDS_WIDTH}}" if width >= _LEAST_FOR_WORDS else ""
        widths = ((likeness, _LIKENESS_WIDTH), (percent, _PERCENT_WIDTH)) if self._ranked else ()
        for column, cells in widths:
            if width - cell_len(columns) - cells - len(_BETWEEN) >= cells:
                columns += _BETWEEN + set_cell_size(column, cells)
                break
        known = [(source, _SOURCE_WIDTH)]
        # Beside a likeness the source is wanted; the date can wait.
        if not self._ranked:
            known.insert(0, (date, _DATE_WIDTH))
        for column, cells in known:
            if width - cell_len(columns) - cells - len(_BETWEEN) >= _TITLE_WIDTH:
                columns = _BETWEEN + fitted(column, cells) + columns
        return fitted(title, max(1, width - cell_len(columns))) + columns
