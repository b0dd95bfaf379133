"""Cut a text into clean lines.

In: a text with any line ends. Out: its lines, harmless and without blanks at
the ends, with their numbers. What belongs together is other files' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.visible import visible

# Spelt out, since `str.strip` would also take control characters that
# `visible` has to show.
_EDGES = " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
_EDGES += "\u202f\u205f\u2060\u3000\ufeff"

# Signs without any ink that a word may yet need at its end: joiners,
# direction marks, fillers. A line of nothing else is blank.
_INKLESS = re.compile(
    f"[{_EDGES}\xad\u034f\u115f\u1160\u180e\u200c-\u200f\u2061-\u2064\u2800\u3164\uffa0]*"
)

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
    """Blanks before the text, in characters."""


def lines_of(text: str) -> Iterator[Line]:
    """Cut at LF, CR, CRLF, VT, FF and Unicode's line and paragraph separators.

    Two lines have the same number when only one of the last four is between
    them.
    """
    for number, row in enumerate(_rows(text), start=1):
        for part in _INNER_ENDS.split(row):
            yield _line(part, number)


def clean(text: str) -> str:
    """Make one line of text harmless and blank-free at its ends; empty when it is blank."""
    if _INKLESS.fullmatch(text):
        return ""
    return visible(text.replace("\t", " ").strip(_EDGES))


def one_line(text: str) -> str:
    """Join the lines of `text` that are not blank by single spaces."""
    return " ".join(line.text for line in lines_of(text) if line.text)


def _rows(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _line(row: str, number: int) -> Line:
    return Line(clean(row), number, len(row) - len(row.lstrip(_EDGES)))
