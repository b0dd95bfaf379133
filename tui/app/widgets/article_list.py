"""The list of articles: one line each, in columns.

Handed entries; answers with Textual's own messages of a list of options,
whose ids are the entries' numbers. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.app.widgets.cells import fitted
from tui.library import Likeness

_SOURCE_WIDTH = 14
_WORDS_WIDTH = 7
_LIKENESS_WIDTH = 29
_PERCENT_WIDTH = 5
_MARK = "▌ "
_BETWEEN = "  "


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    number: int
    """Number of the article among all, from 0."""
    title: str
    source: str | None
    words: int
    likeness: Likeness | None
    """To the article that is marked; None for itself, or while none is marked."""
    marked: bool


class ArticleList(OptionList):
    """Articles in columns; the columns that do not fit are left out."""

    DEFAULT_CSS = """
    ArticleList { height: 1fr; border: none; padding: 0; background: transparent; }
    ArticleList:focus { border: none; }
    """

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)

    def show(self, entries: Sequence[Entry]) -> None:
        """List these; the one at hand stays at hand while it is among them."""
        at_hand = self.at_hand
        self.clear_options()
        self.add_options(Option(self._line(entry), id=str(entry.number)) for entry in entries)
        numbers = [entry.number for entry in entries]
        if numbers:
            self.highlighted = numbers.index(at_hand) if at_hand in numbers else 0

    @property
    def at_hand(self) -> int | None:
        """Number of the article under the cursor."""
        option = self.highlighted_option
        return None if option is None or option.id is None else int(option.id)

    def heading(self) -> str:
        """The names of the columns, as wide as they are."""
        return self._columns("title", "source", "words", "likeness", "  like")

    def _line(self, entry: Entry) -> Content:
        like, percent = "", ""
        if entry.likeness is not None:
            percent = f"{entry.likeness.shared:4.0%} "
            like = f"{percent}{entry.likeness.relation.value}"
        text = self._columns(entry.title, entry.source or "", f"{entry.words:,}", like, percent)
        line = Content(f"{_MARK if entry.marked else '  '}{text}")
        return line.stylize("bold") if entry.marked else line

    def _columns(self, title: str, source: str, words: str, likeness: str, percent: str) -> str:
        width = max(self.size.width, 20) - len(_MARK) - 1
        columns = f"{_BETWEEN}{words:>{_WORDS_WIDTH}}"
        for column, cells in ((likeness, _LIKENESS_WIDTH), (percent, _PERCENT_WIDTH)):
            if width - cell_len(columns) - cells - len(_BETWEEN) >= cells:
                columns += _BETWEEN + set_cell_size(column, cells)
                break
        if width - cell_len(columns) - _SOURCE_WIDTH >= 2 * _SOURCE_WIDTH:
            columns = _BETWEEN + fitted(source, _SOURCE_WIDTH) + columns
        return fitted(title, max(1, width - cell_len(columns))) + columns
