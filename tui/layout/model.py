"""The view model: what is on the screen, line by line, before any colour.

Nothing here wraps or draws; the views beside it make these values and the
app turns them into strips.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.article.model import Span


class View(StrEnum):
    """How two articles share the screen; `v` goes through them in this order."""

    SIDE_BY_SIDE = "side by side"
    STACKED = "stacked"
    REDLINE = "redline"
    """One text, with what went away and what came in inside it."""
    CLEAN_LEFT = "clean left"
    """The left article alone, unmarked."""
    CLEAN_RIGHT = "clean right"


class Ink(StrEnum):
    """What a run of text is, and so how it is drawn."""

    PLAIN = "plain"
    ADDED = "added"
    """Words that only the right has, inside a row that both have."""
    REMOVED = "removed"
    REWORDED = "reworded"
    """Words that stand for other words on the other side."""
    QUIET = "quiet"
    """A difference of quotes, dashes, blanks or capitals."""
    ADDED_WHOLE = "added-whole"
    """A paragraph that only the right has."""
    REMOVED_WHOLE = "removed-whole"
    MOVED_WHOLE = "moved-whole"
    FURNITURE = "furniture"
    """A paragraph of the page, not of the story: dimmed."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line in one ink."""

    text: str
    ink: Ink = Ink.PLAIN
    found: bool = False
    """Whether it is part of what the reader searched for."""


class Side(StrEnum):
    """Which article a line shows."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    """One text for both: a row that is the same, or a redline."""


@dataclass(frozen=True, slots=True)
class Line:
    """One screen line of one pane."""

    side: Side
    sign: str = " "
    """One cell for the gutter: what the row is, readable without colour."""
    runs: tuple[Run, ...] = ()
    """In reading order, together at most as wide as the pane; may be empty."""
    paragraph: int | None = None
    """The paragraph it shows, from 0; None for a blank line or a note."""
    span: Span | None = None
    """Which part of that paragraph's text."""
    note: bool = False
    """Whether it is the program's own word ("moved to 12"), not the text's."""


@dataclass(frozen=True, slots=True)
class Band:
    """One row after wrapping: as many lines in one pane as in the other."""

    row: int
    """Number of the row, from 0."""
    panes: tuple[tuple[Line, ...], ...]
    """One or two panes from left to right; each a non-empty tuple of lines,
    all of the same length. The last line of a band is blank, to part it from
    the next."""

    @property
    def height(self) -> int:
        """Screen lines it takes."""
        return len(self.panes[0])
