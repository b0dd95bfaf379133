"""A screen as cells: what stands in each, and in which style."""

from __future__ import annotations

Style = tuple[tuple[str, str], ...]
"""What differs from plain text: names of attributes in order, each with its SGR code."""

Cell = tuple[str, Style]
"""A character as the reader sees it, and its style.

The right half of a wide character has the empty text."""

Row = tuple[Cell, ...]
"""The cells of a screen line, from the left."""

Screen = tuple[Row, ...]
"""Equally long rows, from the top."""

Place = tuple[int, int]
"""A line and a column, both from 0."""

PLAIN: Style = ()
"""The terminal's own colours, and nothing else."""
_SEEN_ON_BLANKS = {"ground", "underline", "reverse", "strike"}

BLANK: Cell = (" ", PLAIN)
"""A cell with nothing in it, on the terminal's own background."""

UNKNOWN: Cell = ("\0", PLAIN)
"""A cell of which nobody knows what it shows; equal to none that is drawn."""


def seen_on_blanks(style: Style) -> bool:
    """Whether a style is seen where there is no ink."""
    return any(name in _SEEN_ON_BLANKS for name, _ in style)


def blank_screen(columns: int, lines: int) -> Screen:
    """A screen with nothing on it."""
    return ((BLANK,) * columns,) * lines


def unknown_screen(columns: int, lines: int) -> Screen:
    """A screen that something else has drawn on."""
    return ((UNKNOWN,) * columns,) * lines


def fitted(screen: Screen, columns: int, lines: int) -> Screen:
    """The screen cut, or filled up with blanks, to a size; the very same if it has that size."""
    if [len(row) for row in screen] == [columns] * lines:
        return screen
    blanks = (BLANK,) * columns
    rows = tuple(put(blanks, 0, row) for row in screen[:lines])
    return rows + (blanks,) * (lines - len(rows))


def put(row: Row, column: int, cells: Row) -> Row:
    """A row with other cells from a column on; of a wide character cut in two a blank is left."""
    room = len(row) - column
    if len(cells) > room:
        is_cut = cells[room][0] == ""
        cells = (*cells[: room - 1], BLANK) if is_cut else cells[:room]
    end = column + len(cells)
    before, after = row[:column], row[end:]
    if before and row[column][0] == "":
        before = (*before[:-1], BLANK)
    if after and after[0][0] == "":
        after = (BLANK, *after[1:])
    return before + cells + after
