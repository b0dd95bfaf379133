"""Find the paragraphs of plain text.

In: a text. Out: blocks, as blank lines part them, of pieces that will be
paragraphs, and words for how they were found. What role a piece has is other
files' business.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tui.article.plain.joining import SOFT_HYPHEN, Joiner
from tui.article.plain.lines import Lines, cut
from tui.article.plain.wrapping import (
    COLUMNS,
    MAX_WIDTH,
    Row,
    Stretch,
    Wrapping,
    is_full,
    is_near,
    reads_double_spaced,
    runs_on,
    stretches_of,
)

FEW = 0.1
"""Share (0 to 1) of the paragraphs up to which a second convention is not worth a word."""

_STARTS_ITEM = re.compile(r"(?:[-–—*+•‣◦▪·]|\(?(?:\d{1,3}|[a-z])[.)]|\[\d{1,3}\])\s")
_RULER = re.compile(r"(?![。、，．！？」』）]+$)[\W_]+")


class Piece(NamedTuple):
    """A paragraph whose role is not known yet."""

    text: str
    """On one line, harmless, never blank."""
    line: int
    """The line of the file it begins on, from 1."""


Block = tuple[Piece, ...]
"""What stands between two blank lines; at least one piece."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A text, parted into paragraphs."""

    blocks: tuple[Block, ...]
    """In the order of the text; none when it is blank."""
    found: str
    """How the paragraphs were found, in a few words: `one paragraph a line`."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """Part the text as `part` does, without words for how."""
    return part(cut(text)).blocks


def part(lines: Lines) -> Parted:
    """Part the lines of a text at blank ones, then each block into pieces.

    A line is a piece of its own, unless the text looks hard-wrapped where it
    stands: then a line that was broken for want of room goes on in the next.
    Each stretch of the text is judged with its neighbours, so that a letter
    may be followed by a poem or by a text with one paragraph a line. A blank
    text has no blocks.
    """
    groups = _groups(lines)
    spaced = reads_double_spaced(lines, groups)
    if spaced:
        lines = _closed_up(lines)
        groups = _groups(lines)
    wrapping, joiner = Wrapping(lines, groups), Joiner(lines.texts)
    blocks = tuple(_block(group, lines, wrapping, joiner) for group in groups)
    return Parted(blocks, _found(blocks, groups, wrapping.widths, spaced=spaced))


def _groups(lines: Lines) -> list[Stretch]:
    """Find what stands between blank lines."""
    blank = [place for place, text in enumerate(lines.texts) if not text]
    edges = pairwise((-1, *blank, len(lines.texts)))
    return [(above + 1, below) for above, below in edges if below - above > 1]


def _closed_up(lines: Lines) -> Lines:
    """Take one blank line out of every gap."""
    texts = lines.texts
    kept = [place for place, text in enumerate(texts) if text or not (place and texts[place - 1])]
    return Lines(
        [texts[place] for place in kept],
        [lines.numbers[place] for place in kept],
        [lines.indents[place] for place in kept],
    )


def _block(group: Stretch, lines: Lines, wrapping: Wrapping, joiner: Joiner) -> Block:
    start, stop = group
    if stop - start == 1:
        return (Piece(lines.texts[start], lines.numbers[start]),)
    if wrapping.is_filled(group):
        return (Piece(joiner.join(lines.texts[start:stop]), lines.numbers[start]),)
    starts = [start, *_starts(group, lines, wrapping)]
    return tuple(
        Piece(joiner.join(lines.texts[first:end]), lines.numbers[first])
        for first, end in pairwise([*starts, stop])
    )


def _starts(group: Stretch, lines: Lines, wrapping: Wrapping) -> Iterator[int]:
    """Find the places in the group where pieces begin, but for the first."""
    first = None
    for stretch in stretches_of(group) if wrapping.widths else (group,):
        width = wrapping.width_in(stretch) if wrapping.widths else None
        if width is None:
            yield from _apart(stretch, lines)
            first = None
            continue
        mended = wrapping.is_mostly_full(stretch, width)
        rows = wrapping.rows(stretch)
        first = first or rows[0]
        for place, (above, row) in enumerate(pairwise(rows), start=stretch[0] + 1):
            if not _goes_on(first, above, row, width, mended=mended):
                yield place
                first = row


def _apart(stretch: Stretch, lines: Lines) -> Iterator[int]:
    """Find the places of lines that stand alone: all but those after half a word."""
    places = range(stretch[0] + 1, stretch[1])
    return (place for place in places if not lines.texts[place - 1].endswith(SOFT_HYPHEN))


def _goes_on(first: Row, above: Row, row: Row, width: int, *, mended: bool) -> bool:
    """Whether a line belongs to the paragraph that began at `first` and has come to `above`.

    `mended` tells that most lines around are full, so that a short one is
    likelier someone's correction than an end.
    """
    if above.text.endswith(SOFT_HYPHEN):
        return True
    if above.text == row.text or above.quote.count(">") != row.quote.count(">"):
        return False
    if any(COLUMNS in each.text or _RULER.fullmatch(each.text) for each in (above, row)):
        return False
    in_list = _STARTS_ITEM.match(first.words) is not None
    # A dash or a year can also come to stand first on a line by chance.
    if _STARTS_ITEM.match(row.words) and (in_list or above.ends_clause):
        return False
    full = is_full(above, row, width)
    if row.indent != above.indent and not (full and runs_on(above, row)):
        hangs = row.indent > above.indent
        if above is not first or hangs != in_list:
            return False
    if full or not mended:
        return full
    near = is_near(above, width) and not above.ends_clause
    return near or (above.edge >= width / 2 and runs_on(above, row))


def _found(
    blocks: Sequence[Block], groups: Sequence[Stretch], widths: Sequence[int], *, spaced: bool
) -> str:
    """Say in a few words how the paragraphs were found."""
    lengths = (stop - start for start, stop in groups)
    # A long text has many blocks of few sizes.
    sizes = Counter(zip(lengths, map(len, blocks), strict=True))
    single = apart = wrapped = 0
    for (lines, pieces), times in sizes.items():
        single += times * (lines == 1)
        # Half a word may be joined with its other half though no line was wrapped.
        apart += times * pieces * (lines > 1 and (pieces == lines or not widths))
        wrapped += times * pieces * (pieces < lines and bool(widths))
    ways = []
    if wrapped:
        ways.append(f"hard-wrapped at {widths[0]} characters" + ", double-spaced" * spaced)
    elif single > FEW * apart:
        ways.append("blocks between blank lines")
    if apart > FEW * (single + apart + wrapped):
        # Verses and tables are kept line by line, and yet are no paragraphs.
        long = sum(len(each.text) > MAX_WIDTH for block in blocks if block[1:] for each in block)
        ways.append("one paragraph a line" if long > FEW * apart or not wrapped else "line by line")
    return ways[0] if len(ways) == 1 else f"mixed: {', '.join(ways)}" if ways else ""
