"""The view model: what is on the screen, line by line, before any colour.

Nothing here wraps or draws; the views beside it make these values and the
app turns them into strips.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from tui.article.model import Span
from tui.compare.model import Side


class View(StrEnum):
    """How two articles share the screen; `v` goes through them in this order."""

    SIDE_BY_SIDE = "side by side"
    STACKED = "stacked"
    REDLINE = "redline"
    """One text, with what went away and what came in inside it."""
    CLEAN_LEFT = "clean left"
    """The left article alone, unmarked."""
    CLEAN_RIGHT = "clean right"

    @property
    def side(self) -> Side:
        """Which article it shows; most show both."""
        sides = {View.CLEAN_LEFT: Side.LEFT, View.CLEAN_RIGHT: Side.RIGHT}
        return sides.get(self, Side.BOTH)


class Ink(StrEnum):
    """What a run of text is, and so how it is drawn."""

    PLAIN = "plain"
    ADDED = "added"
    """Words that only the right has, inside a row that both have."""
    REMOVED = "removed"
    REWORDED = "reworded"
    """Words that stand for other words on the other side."""
    QUIET = "quiet"
    """A difference of quotes, dashes, blanks, capitals or emphasis."""
    ADDED_WHOLE = "added-whole"
    """A paragraph that only the right has."""
    REMOVED_WHOLE = "removed-whole"
    MOVED_WHOLE = "moved-whole"
    WENT = "went"
    """A sentence that stands in another paragraph of the right."""
    CAME = "came"
    """A sentence that stood in another paragraph of the left."""
    FURNITURE = "furniture"
    """A paragraph of the page, not of the story: dimmed."""


class Stress(StrEnum):
    """How loud a run of text is, whatever its ink."""

    USUAL = "usual"
    FACT = "fact"
    """A fact that differs: raised above other words."""
    QUOTATION = "quotation"
    """Words that were changed inside quotation marks: raised like a fact."""
    OFF = "off"
    """Of a kind that the reader switched off: dimmed."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line in one ink."""

    text: str
    ink: Ink = Ink.PLAIN
    found: bool = False
    """Whether it is part of what the reader searched for."""
    stress: Stress = Stress.USUAL


Found: TypeAlias = Mapping[tuple[Side, int], tuple[Span, ...]]
"""What the reader searched for: spans by side (left or right) and paragraph,
in order and disjoint."""

NOTHING_FOUND: Found = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Line:
    """One screen line of one pane."""

    side: Side
    sign: str = " "
    """One cell for the gutter: what the row is, readable without colour."""
    runs: tuple[Run, ...] = ()
    """In reading order, together at most as wide as the pane; may be empty."""
    paragraph: int | None = None
    """The paragraph it shows, from 0, of the right article where it stands for
    both; None for a blank line, a note, and a redline made of both texts."""
    span: Span | None = None
    """Which part of that paragraph's text; None where `paragraph` is."""
    doubt: bool = False
    """Whether a paragraph begins here that may have been cut at the wrong place."""
    second: str = " "
    """One cell after the sign: the gravest edit of the row on its first line, of
    the line on others."""
    note: bool = False
    """Whether it is the program's own word ("moved to 12"), not the text's."""


@dataclass(frozen=True, slots=True)
class Band:
    """One row after wrapping: as many lines in one pane as in the other."""

    row: int
    """Number of the row, from 0."""
    panes: tuple[tuple[Line, ...], ...]
    """One or two panes from left to right, all with the same number of lines.
    The last line of a band is blank, to part it from the next. One pane
    without lines where the view shows nothing of the row: a gap in one
    article alone."""

    @property
    def height(self) -> int:
        """Screen lines it takes; 0 where the view shows nothing of the row."""
        return len(self.panes[0])
