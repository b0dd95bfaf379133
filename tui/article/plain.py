"""Find the paragraphs of plain text.

In: a text. Out: blocks, as blank lines part them, of pieces that will be
paragraphs. What role a piece has is other files' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import ceil

from tui.article.lines import Line, lines_of

MIN_WIDTH, MAX_WIDTH = 30, 120
"""Columns between which a text may have been wrapped by hand or by a mailer."""

WIDTH_RANK = 0.9
"""Share (0 to 1) of the lines that fit in the wrap width; the rest overshoot it."""

WRAPS_ABOVE = 0.7
"""Share (0 to 1) of line breaks for want of room from which a file is hard-wrapped."""

RUNS_ON_ABOVE = 0.3
"""Share (0 to 1) of those that must fall inside a sentence: rows of a table do not."""

_LONGEST_WORD = 20

_STARTS_ITEM = re.compile(r"(?:[-–—*+•‣◦▪·]|\(?(?:\d{1,3}|[a-z])[.)]|\[\d{1,3}\])\s")
_ENDS_CLAUSE = re.compile(r"[.!?…:;。！？।؟]['\"’”»›)\]」』]*$")
_NO_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph whose role is not known yet."""

    text: str
    """On one line, harmless, never blank."""
    line: int
    """The line of the file it begins on, from 1."""


Block = tuple[Piece, ...]
"""What stands between two blank lines; at least one piece."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """Part the text at blank lines, then each block into pieces.

    A line is a piece of its own, unless the whole file looks hard-wrapped:
    then a line that was broken for want of room goes on in the next. A blank
    text has no blocks.
    """
    groups = [
        tuple(group)
        for filled, group in groupby(lines_of(text), key=lambda line: line.text != "")
        if filled
    ]
    width = _wrap_width(groups)
    return tuple(tuple(_pieces(group, width)) for group in groups)


def _pieces(group: Sequence[Line], width: int | None) -> Iterator[Piece]:
    first, texts = group[0], [group[0].text]
    for above, line in pairwise(group):
        if width is not None and _goes_on(first, above, line, width):
            texts.append(line.text)
            continue
        yield Piece(" ".join(texts), first.number)
        first, texts = line, [line.text]
    yield Piece(" ".join(texts), first.number)


def _wrap_width(groups: Sequence[Sequence[Line]]) -> int | None:
    """Find the column at which the file was wrapped; `None` when it was not."""
    breaks = [
        (above, line)
        for group in groups
        for above, line in pairwise(group)
        if line.indent <= above.indent and line.text != above.text
    ]
    if not breaks:
        return None
    lengths = sorted(_length(above) for above, _ in breaks)
    width = lengths[ceil(WIDTH_RANK * len(lengths)) - 1]
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    wraps = [
        (above, line)
        for above, line in breaks
        if _length(above) + 1 + min(_first_word(line), _LONGEST_WORD) > width
    ]
    if len(wraps) < WRAPS_ABOVE * len(breaks):
        return None
    inside = sum(_runs_on(above, line) for above, line in wraps)
    return width if inside >= RUNS_ON_ABOVE * len(wraps) else None


def _goes_on(first: Line, above: Line, line: Line, width: int) -> bool:
    """Whether `line` belongs to the paragraph that began at `first` and has come to `above`."""
    in_list = _STARTS_ITEM.match(first.text) is not None
    if above.text == line.text or (line.indent > above.indent and not in_list):
        return False
    if _NO_WORDS.fullmatch(above.text) or _NO_WORDS.fullmatch(line.text):
        return False
    # A dash or a year can also come to stand first on a line by chance.
    if _STARTS_ITEM.match(line.text) and (in_list or _ENDS_CLAUSE.search(above.text)):
        return False
    if _length(above) + 1 + _first_word(line) > width:
        return True
    # Someone mended the paragraph and did not wrap it again.
    return _length(above) >= width / 2 and _runs_on(above, line)


def _runs_on(above: Line, line: Line) -> bool:
    start = line.text[0]
    return start.isalpha() and not start.isupper() and not _ENDS_CLAUSE.search(above.text)


def _length(line: Line) -> int:
    return line.indent + len(line.text)


def _first_word(line: Line) -> int:
    return len(line.text.split(maxsplit=1)[0])
