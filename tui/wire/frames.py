"""Read the frames that Textual writes, as cells.

In: strings of three sequences (go to a place, choose a style, and between them text).
Out: screens. Whatever else stands in a frame came with a text and is made visible:
nothing passes from here to the terminal but cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rich.cells import split_graphemes

from tui.visible import visible
from tui.wire.model import BLANK, PLAIN, Cell, Place, Row, Screen, Style, put, seen_on_blanks

_PLACE = re.compile(r"\x1b\[(\d{1,4});(\d{1,4})H")
_STYLE = re.compile(r"\x1b\[([\d;]{0,60})m")

_LONGEST = 16
"""Code points of a cell. Families of emoji have up to 10; who stacks more marks on a
letter wants to flood the line, and each is sent as often as the line is drawn."""
_REMEMBERED = 1_000
"""Stretches of a row whose cells are remembered: scrolling draws the same ones again,
a line higher."""

_ON = {
    **dict(zip("1234", ("bold", "dim", "italic", "underline"), strict=True)),
    **dict(zip("5789", ("blink", "reverse", "hidden", "strike"), strict=True)),
    **{str(code): "ink" for code in (*range(30, 38), *range(90, 98))},
    **{str(code): "ground" for code in (*range(40, 48), *range(100, 108))},
}
"""Which attribute a code of SGR sets (ECMA-48, and the bright colours of aixterm)."""
_OFF = {
    "22": ("bold", "dim"),
    **{f"2{code}": (_ON[code],) for code in "345789"},
    "39": ("ink",),
    "49": ("ground",),
}
_COLOURS = {"38": "ink", "48": "ground"}
_PARTS = {"5": 1, "2": 3}
"""Numbers that name a colour of 256, or one by its red, green and blue."""


def is_frame(written: str) -> bool:
    """Whether an app draws with this; other strings switch modes of the terminal."""
    return _PLACE.match(written) is not None


def cursor_of(frame: str) -> Place | None:
    """Where an app leaves the cursor, which is where people type; None for the first cell.

    Nobody sees it, but input methods and magnifiers follow it.
    """
    place = _PLACE.search(frame, max(frame.rfind("\x1b"), 0))
    if place is None or place.end() < len(frame):
        return None
    line, column = int(place[1]) - 1, int(place[2]) - 1
    return (line, column) if (line, column) > (0, 0) else None


class Reader:
    """Reads frames, and remembers what it has read of them.

    `spelled` writes a text with the signs that the terminal has, as many cells wide.
    """

    def __init__(self, spelled: Callable[[str], str] | None = None) -> None:
        self._spelled = spelled
        self._cells = lru_cache(_REMEMBERED)(self._read)

    def drawn(self, screen: Screen, frame: str) -> Screen:
        """The screen with a frame drawn on it; what falls outside of it is left out."""
        rows = list(screen)
        _, *parts = _PLACE.split(frame)
        for line, column, written in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            y, x = int(line) - 1, int(column) - 1
            if written and 0 <= y < len(rows) and 0 <= x < len(rows[y]):
                rows[y] = put(rows[y], x, self._cells(written.rstrip("\n")))
        return tuple(rows)

    def _read(self, written: str) -> Row:
        cells: list[Cell] = []
        style = PLAIN
        first, *parts = _STYLE.split(written)
        self._add(cells, first, style)
        for codes, text in zip(parts[::2], parts[1::2], strict=True):
            style = styled(style, codes)
            self._add(cells, text, style)
        return tuple(cells)

    def _add(self, cells: list[Cell], text: str, style: Style) -> None:
        text = visible(text)
        if self._spelled is not None:
            text = self._spelled(text)
        blank = (" ", style) if seen_on_blanks(style) else BLANK
        if text.isascii():
            cells += [blank if sign == " " else (sign, style) for sign in text]
            return
        for start, end, width in split_graphemes(text)[0]:
            sign = text[start : min(end, start + _LONGEST)]
            if width == 0:
                if cells and len(cells[-1][0]) + len(sign) <= _LONGEST:
                    cells[-1] = (cells[-1][0] + sign, cells[-1][1])
            else:
                cells.append(blank if sign == " " else (sign, style))
                cells += [("", style)] * (width - 1)


@lru_cache(500)
def styled(before: Style, codes: str) -> Style:
    """The style after one more SGR sequence; codes that are not known change nothing."""
    named = dict(before)
    waiting = iter(codes.split(";"))
    for code in waiting:
        if not code.strip("0"):
            named.clear()
        elif code in _OFF:
            for name in _OFF[code]:
                named.pop(name, None)
        elif code in _COLOURS:
            kind = next(waiting, "")
            parts = [next(waiting, "") for _ in range(_PARTS.get(kind, 0))]
            if parts and all(parts):
                named[_COLOURS[code]] = ";".join((code, kind, *parts))
        elif code in _ON:
            named[_ON[code]] = code
    return tuple(sorted(named.items()))
