"""Cut a text into clean lines.

In: a text with any line ends. Out: its lines, harmless and without blanks at
the ends, with their numbers. What belongs together is other files' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.visible import visible

# Spelt out, since `str.strip` would also take control characters that
# `visible` has to show.
_EDGES = " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
_EDGES += "\u202f\u205f\u2060\u3000\ufeff"

# Signs without any ink that a word may yet need at its end: joiners,
# direction marks, fillers. A line of nothing else is blank.
_FILLERS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
_INKLESS = re.compile(f"[{_EDGES}\xad\u180e\u200c-\u200f\u2061-\u2064{''.join(sorted(_FILLERS))}]*")

# These end a line of prose, but no editor counts them.
_INNER_ENDS = re.compile("[\v\f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, cleaned."""

    text: str
    """Harmless, no blanks at the ends; empty when the line is blank."""
    number: int
    """From 1, as editors count: by LF, CR and CRLF only."""
    indent: int
    """Blanks before the text; a tab goes on to the next multiple of eight."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, column by column: a long text has too many for a value each."""

    texts: Sequence[str]
    """Harmless, no blanks at the ends; empty where the line is blank."""
    numbers: Sequence[int]
    """From 1, as editors count; ascending, and one number twice for an inner line end."""
    indents: Sequence[int]
    """Blanks before the texts; a tab goes on to the next multiple of eight."""


def cut(text: str) -> Lines:
    """Cut at LF, CR, CRLF, VT, FF and Unicode's line and paragraph separators.

    Two lines have the same number when only one of the last four is between
    them. An empty text is one blank line.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = text.split("\n")
    numbers: Sequence[int] = range(1, len(rows) + 1)
    if any(end in text for end in "\v\f\u2028\u2029"):
        parts = [_INNER_ENDS.split(row) for row in rows]
        numbers = [number for number, row in enumerate(parts, start=1) for _ in row]
        rows = [part for row in parts for part in row]
    # What `clean` would say of most rows, without the call: of what can be
    # printed the edges are plain blanks, and only fillers have no ink.
    texts = [row.strip(" ") if row.isprintable() else clean(row) for row in rows]
    if not text.isascii():
        texts = [clean(each) if each[:1] in _FILLERS else each for each in texts]
    # Stripping a string that has nothing to strip gives the same string, and
    # a long text seldom has any indent.
    indents: Sequence[int] = bytes(len(rows))
    if texts != rows:
        indents = [
            0 if stripped is row else _indent(row)
            for stripped, row in zip(texts, rows, strict=True)
        ]
    return Lines(texts, numbers, indents)


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of the text one by one, cut as `cut` does."""
    lines = cut(text)
    return map(Line, lines.texts, lines.numbers, lines.indents)


def clean(text: str) -> str:
    """Make one line of text harmless and blank-free at its ends; empty when it is blank."""
    if _INKLESS.fullmatch(text):
        return ""
    return visible(text.replace("\t", " ").strip(_EDGES))


def one_line(text: str) -> str:
    """Join the lines of `text` that are not blank by single spaces."""
    return " ".join(filter(None, cut(text).texts))


def _indent(row: str) -> int:
    blanks = row[: len(row) - len(row.lstrip(_EDGES))]
    return len(blanks.expandtabs())
