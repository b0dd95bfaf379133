"""Break a paragraph into screen lines.

In: text and a pane width in terminal cells. Out: one `Span` a line. What a
line looks like is other files' business.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import category

from tui.article.model import Span
from tui.layout.clusters import Cluster, clusters_of

NARROWEST = 2
"""Cells of the narrowest pane: the size of one wide character."""

# Characters of one cell each, of which only the blank ends a word: nearly all
# prose in alphabets, curly quotes, dashes and no-break blanks among it. Here a
# character is a cell, and a line is found 25 times faster than by measuring.
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a"
    "\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u22ff\u2400-\u2426\u2500-\u257f\ufffd]*"
)

_BLANKS = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Unicode's spaces, without those that forbid a break: U+00A0, U+2007, U+202F."""

_BLANK_SIGNS = frozenset(_BLANKS)

_BREAK_AFTER = "\u200b"
"""The zero width space marks the ends of words in Khmer and Thai."""

_GLUE = "\u00a0\u2007\u202f\u2060"
"""What holds its neighbours on one line."""

_CLOSING = frozenset({"Pe", "Pf", "Po", "Pd", "Lm"})
"""Categories of the marks that never open a line: brackets, points, dashes."""
_OPENING = frozenset({"Ps", "Pi"})
"""Categories of the brackets and quotes that never end one."""
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"


class _Chance(NamedTuple):
    """A place where the line may end."""

    end: int
    """One past the last character of this line."""
    start: int
    """First character of the next one."""
    cells: int
    """Cells of the text before that character."""


def wrap(text: str, width: int) -> tuple[Span, ...]:
    """Break `text` into lines of at most `width` cells.

    Lines end between words; a word wider than a line is cut, but never
    inside a character as the reader sees it. Chinese and Japanese break
    between characters. Spans come in reading order and never overlap; blanks
    at a break or at an end of the text belong to no line. Empty text gives
    one empty span, so a blank paragraph still takes a line.

    Raises:
        ValueError: `width` is under 2, the size of one wide character.
    """
    if width < NARROWEST:
        raise ValueError(f"a line of {width} cells cannot hold every character")
    if not text.strip(_BLANKS):
        return (Span(0, 0),)
    if text.isascii() or _NARROW.fullmatch(text):
        return _wrap_narrow(text, width)
    return _wrap_measured(text, width)


def _wrap_narrow(text: str, width: int) -> tuple[Span, ...]:
    lines: list[Span] = []
    end = len(text.rstrip(" "))
    start = len(text) - len(text.lstrip(" "))
    while end - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        if blank < 0:
            lines.append(Span(start, start + width))
            start += width
            continue
        line_end = blank
        while text[line_end - 1] == " ":
            line_end -= 1
        lines.append(Span(start, line_end))
        start = blank + 1
        while text[start] == " ":
            start += 1
    lines.append(Span(start, end))
    return tuple(lines)


def _wrap_measured(text: str, width: int) -> tuple[Span, ...]:
    lines: list[Span] = []
    # The line now being filled begins at `start`, where the text is
    # `line_cells` cells long; `cells` is its length up to the cluster at hand.
    start: int | None = None
    line_cells = cells = 0
    chance: _Chance | None = None
    before: Cluster | None = None
    blank_from = end = 0
    for cluster in clusters_of(text):
        if text[cluster.start : cluster.end] in _BLANK_SIGNS:
            if before is not None:
                blank_from, before = cluster.start, None
            cells += cluster.cells
            continue
        if start is None:
            start, line_cells = cluster.start, cells
        elif before is None:
            chance = _Chance(blank_from, cluster.start, cells)
        elif _may_part(text, before, cluster):
            chance = _Chance(cluster.start, cluster.start, cells)
        taken = _room_for(text, cluster)
        if cells + taken - line_cells > width and chance is not None:
            lines.append(Span(start, chance.end))
            start, line_cells, chance = chance.start, chance.cells, None
        if cells + taken - line_cells > width:
            lines.append(Span(start, cluster.start))
            start, line_cells = cluster.start, cells
        cells += taken
        before, end = cluster, cluster.end
    lines.append(Span(start or 0, end))
    return tuple(lines)


def _room_for(text: str, cluster: Cluster) -> int:
    """Cells kept for a cluster: no fewer than any terminal takes for it.

    Vowel signs that stand beside their letter (Devanagari, Bengali, Tamil and
    others; Mc in Unicode) have no width of their own for Textual, and one cell
    each in xterm and tmux. A line that is full for the one would lose its end
    in the other.
    """
    if cluster.end - cluster.start == 1:
        return cluster.cells
    marks = text[cluster.start + 1 : cluster.end]
    beside = sum(category(mark) == "Mc" for mark in marks)
    # Two are the most that the narrowest pane has.
    return min(max(2, cluster.cells), cluster.cells + beside)


def _may_part(text: str, before: Cluster, after: Cluster) -> bool:
    """Whether a line may end between two clusters that no blank parts."""
    last = text[before.end - 1]
    if last == _BREAK_AFTER:
        return True
    base, first = text[before.start], text[after.start]
    if not (_breaks_anywhere(base, before.cells) or _breaks_anywhere(first, after.cells)):
        return False
    if last in _GLUE or first in _GLUE or first in _SMALL_KANA:
        return False
    return category(first) not in _CLOSING and category(base) not in _OPENING


def _breaks_anywhere(sign: str, cells: int) -> bool:
    """Whether `sign` is written without blanks; Korean is wide and has them."""
    return cells == 2 and not ("\u1100" <= sign <= "\u11ff" or "\uac00" <= sign <= "\ud7a3")
