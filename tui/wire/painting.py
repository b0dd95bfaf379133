"""Turn one screen into the next with as few bytes as it takes.

In: the screen that is wanted. Out: sequences for the terminal, which shows the screen
before. Only what every terminal since the VT100 knows is used: places, styles, erasing to
the end of a line, and scrolling a part of the screen. Sending is not its business.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tui.wire.model import BLANK, PLAIN, Place, Row, Screen, Style, seen_on_blanks, unknown_screen

_NEAR = 4
"""Cells between two changes that are sent again, since a jump over them takes as much."""
_INDENT = 3
"""Blanks at the head of a line that are sent, since to jump there takes more."""
_SHIFTS = 3
"""Distances that scrolling is weighed for: those by which most rows would fit."""
_SCROLLING = 18
"""Bytes that the two margins and the way to one of them take."""
_WORTH_TRYING = 1.5
"""How far an estimate may be off, as a factor."""
_JUMP = 8
"""Bytes that it takes to begin with another row, about."""

_NEXT_LINE = "\r\n"
_INDEX = "\n"
_REVERSE_INDEX = "\x1bM"
_ERASE = "\x1b[K"

# Signs that terminals give different widths: several characters joined in one, scripts
# whose letters change one another or run from right to left, and the symbols that newer
# versions of Unicode made wide.
_DOUBTFUL = re.compile(
    r"..|[\u00ad\u0300-\u036f\u0590-\u109f\u1100-\u1df9\u200b-\u200f\u2060-\u206f\u231a-\u23ff"
    r"\u25fd-\u27bf\u2b00-\u2bff\ua840-\uabff\ufb1d-\ufdff\ufe00-\ufe0f\ufe70-\ufeff"
    r"\U00010800-\U00010fff\U00011000-\U00013fff\U0001e000-\U0010ffff]",
    re.DOTALL,
)


class _Scroll(NamedTuple):
    """Lines that are moved, with those in between."""

    top: int
    """The first of them, from 0."""
    bottom: int
    """The last of them, from 0."""
    up: int
    """By how many lines; down where negative."""


class Painter:
    """Knows what the terminal shows, and in which style it would write on."""

    def __init__(self, screen: Screen) -> None:
        self.shown = screen
        """What the terminal shows."""
        self._style: Style | None = None
        self._cursor: Place | None = None

    def forget(self) -> None:
        """Take nothing for granted: something else may have drawn on the terminal."""
        self.shown = unknown_screen(len(self.shown[0]) if self.shown else 0, len(self.shown))
        self._style = self._cursor = None

    def paint(self, wanted: Screen, cursor: Place | None = None) -> str:
        """What to send so that the terminal shows another screen; empty if it does already.

        `cursor` is where the cursor is left; None says that it is of no use anywhere.
        """
        if [len(row) for row in wanted] != [len(row) for row in self.shown]:
            self.shown = wanted
            self.forget()
        ways = (
            _drawn(_Pen(self._style), self.shown, scroll, wanted)
            for scroll in _ways(self.shown, wanted)
        )
        best = min(ways, key=_Pen.bytes_sent)
        if cursor is not None and (best.sent or cursor != self._cursor):
            best.go(*cursor)
        self.shown, self._style, self._cursor = wanted, best.style, cursor
        return best.sent


class _Pen:
    """Where the terminal would write on and in which style; and what it was sent so far."""

    def __init__(self, style: Style | None) -> None:
        self._sent: list[str] = []
        self.style = style
        """None where it is not known."""
        self.line = -1
        """From 0; under 0 where it is not known."""
        self.column: int | None = None
        """From 0; None where it is not known, as at the right edge."""
        self._is_doubtful = False

    @property
    def sent(self) -> str:
        """All that it was sent."""
        return "".join(self._sent)

    def bytes_sent(self) -> int:
        """How much that is."""
        return len(self.sent.encode(errors="replace"))

    def fork(self) -> _Pen:
        """A second pen at the same place that was sent nothing yet, to try something with."""
        other = _Pen(self.style)
        other.line, other.column = self.line, self.column
        other._is_doubtful = self._is_doubtful
        return other

    def join(self, other: _Pen) -> None:
        """Do what another pen has done that was forked from this one."""
        self._sent += other._sent
        self.style, self.line, self.column = other.style, other.line, other.column
        self._is_doubtful = other._is_doubtful

    def go(self, line: int, column: int) -> None:
        """Go to a place by the shortest way."""
        if self._is_doubtful:
            self.column, self._is_doubtful = None, False
        if (self.line, self.column) == (line, column):
            return
        ways = [f"\x1b[{line + 1};{column + 1}H" if column else f"\x1b[{line + 1}H"]
        if line == self.line and self.column is not None and column > self.column:
            ahead = column - self.column
            ways.append("\x1b[C" if ahead == 1 else f"\x1b[{ahead}C")
        if line == self.line + 1 and self.line >= 0:
            if column == 0:
                ways.append(_NEXT_LINE)
            if column == self.column:
                ways.append("\x1b[B")
        if line == self.line and column == 0:
            ways.append("\r")
        self._sent.append(min(ways, key=len))
        self.line, self.column = line, column

    def write(self, row: Row, start: int, end: int) -> None:
        """Write cells of the row that the pen is on, which begin at `start`."""
        send = self._sent.append
        for column in range(start, end):
            text, style = cell = row[column]
            if not text:
                continue
            is_doubtful = not text.isascii() and _DOUBTFUL.match(text) is not None
            if self._is_doubtful and not is_doubtful and cell != BLANK:
                self.go(self.line, column)
            if (
                style is not self.style
                and style != self.style
                and not (cell == BLANK and self.writes_blanks)
            ):
                self._take(style)
            send(text)
            if is_doubtful:
                self._is_doubtful = True
        self.column = end if end < len(row) else None

    @property
    def writes_blanks(self) -> bool:
        """Whether a blank in the style at hand looks like one in no style."""
        return self.style is not None and not seen_on_blanks(self.style)

    def _take(self, style: Style) -> None:
        before = self.style
        if before is not None and {name for name, _ in before} <= {name for name, _ in style}:
            codes = [code for name, code in style if (name, code) not in before]
        else:
            codes = ["", *(code for _, code in style)] if style else []
        self._sent.append(f"\x1b[{';'.join(codes)}m")
        self.style = style

    def plain(self) -> None:
        """Take a style in which what is erased gets the terminal's own background."""
        if not self.writes_blanks:
            self._take(PLAIN)

    def erase(self) -> None:
        """Erase from here to the end of the line."""
        self.plain()
        self._sent.append(_ERASE)

    def scroll(self, by: _Scroll) -> None:
        """Move some of the lines."""
        self.plain()
        edge, sequence = (by.bottom, _INDEX) if by.up > 0 else (by.top, _REVERSE_INDEX)
        # Most terminals go home when the margins are reset; it is not worth relying on.
        self._sent.append(
            f"\x1b[{by.top + 1};{by.bottom + 1}r\x1b[{edge + 1}H{sequence * abs(by.up)}\x1b[r"
        )
        self.line, self.column = -1, None


def _drawn(pen: _Pen, shown: Screen, scroll: _Scroll | None, wanted: Screen) -> _Pen:
    """The pen after it has scrolled `shown`, and has drawn what is still missing."""
    if scroll is not None:
        pen.scroll(scroll)
        shown = _moved(shown, scroll)
    for y, (old, new) in enumerate(zip(shown, wanted, strict=True)):
        if old != new:
            _draw_row(pen, y, old, new)
    return pen


def _draw_row(pen: _Pen, y: int, old: Row, new: Row) -> None:
    """Turn a row into another one, by the shorter of two ways."""
    first = next(x for x, cell in enumerate(new) if cell != old[x])
    erased = pen.fork()
    erased.go(y, first)
    erased.erase()
    _draw_changes(erased, y, (*old[:first], *(BLANK,) * (len(new) - first)), new)
    # Where widths are in doubt nobody knows which cells the old signs really cover.
    if _is_doubtful(old) or _is_doubtful(new):
        pen.join(erased)
        return
    changed = pen.fork()
    _draw_changes(changed, y, old, new)
    pen.join(min(changed, erased, key=_Pen.bytes_sent))


def _draw_changes(pen: _Pen, y: int, old: Row, new: Row) -> None:
    """Write the cells that are other ones, and little more."""
    length = len(new)
    tail = length
    while tail and new[tail - 1] == BLANK:
        tail -= 1
    x = 0
    while x < length:
        if old[x] == new[x]:
            x += 1
            continue
        if x >= tail and length - x >= len(_ERASE):
            pen.go(y, x)
            pen.erase()
            return
        end = _end_of_change(old, new, x)
        if tail > x:
            end = min(end, tail)
        if pen.line == y - 1 and 0 < x <= _INDENT and new[:x] == (BLANK,) * x and pen.writes_blanks:
            x = 0
        pen.go(y, x)
        pen.write(new, x, end)
        x = end


def _end_of_change(old: Row, new: Row, start: int) -> int:
    """One past the last cell of a stretch that is best written in one go."""
    end = start + 1
    style = new[start][1]
    for x in range(end, len(new)):
        if old[x] != new[x] or not new[x][0]:
            end, style = x + 1, new[x][1]
        elif x - end >= _NEAR or (new[x] != BLANK and new[x][1] != style):
            break
    return end


def _ways(shown: Screen, wanted: Screen) -> Iterator[_Scroll | None]:
    """Ways to begin that may be the shortest: to scroll, not to scroll, or both to be tried."""
    changed = [y for y, row in enumerate(wanted) if row != shown[y]]
    as_it_is = sum(_cost(shown[y], wanted[y]) for y in changed)
    where: dict[Row, list[int]] = {}
    for y, row in enumerate(shown):
        where.setdefault(row, []).append(y)
    votes = Counter(old - y for y in changed for old in where.get(wanted[y], ()))
    found: list[tuple[int, _Scroll]] = []
    for up, _ in votes.most_common(_SHIFTS):
        fitting = [y for y in changed if y + up in where.get(wanted[y], ())]
        top, bottom = min(fitting[0], fitting[0] + up), max(fitting[-1], fitting[-1] + up)
        scroll = _Scroll(top, bottom, up)
        cost = sum(map(_cost, _moved(shown, scroll), wanted)) + _SCROLLING + abs(up)
        found.append((cost, scroll))
    cost, best = min(found, default=(as_it_is, None))
    if best is not None and cost < as_it_is * _WORTH_TRYING:
        yield best
    if best is None or cost * _WORTH_TRYING > as_it_is:
        yield None


def _moved(shown: Screen, by: _Scroll) -> Screen:
    """The screen after scrolling."""
    part = shown[by.top : by.bottom + 1]
    blanks = ((BLANK,) * len(shown[0]),) * min(abs(by.up), len(part))
    part = (*part[by.up :], *blanks) if by.up > 0 else (*blanks, *part[: by.up])
    return shown[: by.top] + part + shown[by.bottom + 1 :]


def _cost(old: Row, new: Row) -> int:
    """Bytes that it takes to turn a row into another one, about."""
    if old == new:
        return 0
    return _JUMP + sum(was != cell for was, cell in zip(old, new, strict=True))


def _is_doubtful(row: Row) -> bool:
    return any(_DOUBTFUL.match(text) for text, _ in row if not text.isascii())
