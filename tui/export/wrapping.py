"""Break text into lines of a fixed width, for a terminal or a file.

In: text and a width in columns. Out: lines. Panes are another package's
business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_IDEOGRAPHS = "\u3041-\u3096\u30a1-\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A line may break at a blank, but not at a no-break space; and in Chinese and
# Japanese before any sign but a mark that closes.
_BREAKS = re.compile(f"( +)|(?<=[{_IDEOGRAPHS}、。，！？」』）])(?=[{_IDEOGRAPHS}])")


def wrapped(text: str, width: int) -> list[str]:
    """The lines of `text`; runs of blanks become one. 0 makes one line."""
    if not width:
        return [" ".join(part for part in text.split(" ") if part)]
    lines: list[str] = []
    line, taken = "", 0
    for blank, piece in _pieces(text):
        room = columns(piece)
        if line and taken + len(blank) + room > width:
            lines.append(line)
            line, taken = piece, room
        else:
            line += blank + piece if line else piece
            taken = taken + len(blank) + room if taken else room
    return [*lines, line]


def hanging(margin: str, text: str, width: int) -> Iterator[str]:
    """The lines of `text`, each with its line end, beside a margin.

    They stand under it where it takes most of the width.
    """
    indent = len(margin) if width == 0 or width >= 2 * len(margin) else 2
    first, *rest = wrapped(text, max(1, width - indent) if width else 0)
    if indent < len(margin):
        yield f"{margin.rstrip()}\n"
        margin = " " * indent
    yield f"{margin}{first}\n"
    for line in rest:
        yield f"{' ' * indent}{line}\n"


def columns(piece: str) -> int:
    """Columns in a font of fixed width: two for wide signs, none for accents."""
    if piece.isascii():
        return len(piece)
    return sum(
        0
        if unicodedata.combining(letter)
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in piece
    )


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What may not be broken, each with the blank before it or with none."""
    blank, start = "", 0
    for found in _BREAKS.finditer(text):
        if found.start() > start:
            yield blank, text[start : found.start()]
        blank, start = (" " if found[1] else ""), found.end()
    if start < len(text):
        yield blank, text[start:]
