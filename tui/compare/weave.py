"""Weave both texts of a row into one sequence that a reader can follow.

In: the paragraphs of both sides and the edits between them. Out: pieces in reading
order, what went away before what came in. How a piece looks is other files' business.

The form is that of interleaved deltas, or the weave: M. J. Rochkind, The Source Code
Control System, IEEE Transactions on Software Engineering 1 (1975).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tui.article.model import Article, Span
from tui.compare.model import Edit, Passage, Side

# Paragraphs hold no line ends, so one can stand for the join of two: it is a
# blank to everything that counts or strips blanks.
_JOIN = "\n"
_SOLID = re.compile(r"\S+")
_BLANKS = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Strand:
    """The paragraphs of one side of a row as one text, a line end between two of them."""

    text: str
    starts: Mapping[int, int]
    """Where each paragraph begins in `text`, by its number, from 0."""

    def reach(self, passages: Sequence[Passage]) -> Span | None:
        """From the first passage's start to the last one's end, joins included."""
        if not passages:
            return None
        first, last = passages[0], passages[-1]
        return Span(
            self.starts[first.paragraph] + first.span.start,
            self.starts[last.paragraph] + last.span.end,
        )


def strand_of(article: Article, numbers: Iterable[int]) -> Strand:
    """Paragraphs of an article, by their numbers from 0, as one text."""
    texts: list[str] = []
    starts: dict[int, int] = {}
    start = 0
    for number in numbers:
        text = article.paragraphs[number].text
        texts.append(text)
        starts[number] = start
        start += len(text) + len(_JOIN)
    return Strand(_JOIN.join(texts), starts)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the left text, of the right one, or of both.

    Words of an edit, words that both share, or what stands between these: a blank or
    the join of two paragraphs, which one side alone may have, too.
    """

    text: str
    """Never empty; where both sides have it, as the right has it."""
    side: Side
    """Where it stands: `Side.BOTH` for what both have."""
    start: int
    """Its first character in the text of its strand, of the right one for both."""
    edit: Edit | None = None
    """What it is a part of; None for what both share and for what stands between."""

    @property
    def is_join(self) -> bool:
        """Whether one paragraph ends here and another begins."""
        return self.text == _JOIN

    @property
    def is_blank(self) -> bool:
        """Whether it only parts words; the blanks that an edit is about do not."""
        return self.edit is None and self.text.isspace() and not self.is_join


def weave(left: Strand, right: Strand, edits: Iterable[Edit]) -> Iterator[Piece]:
    """Both texts as one sequence, each edit as what went away and then what came in.

    Without the pieces of the left it is the right text, character for character; without
    those of the right it is the left text, but for blanks that are not the same in both.
    `edits` are in reading order and may touch one another; outside of them both texts
    hold the same characters, blanks aside. An edit that reaches over a join is several
    pieces, the join one of them. Takes time linear in the length of both texts.
    """
    segments = [*_segments(left, right, edits), _end(left, right)]
    ours = _Gaps(left, Side.LEFT, [segment.left for segment in segments])
    theirs = _Gaps(right, Side.RIGHT, [segment.right for segment in segments])
    came_last = False
    for segment in segments:
        if ours.joins is not None and ours.joins == theirs.joins:
            ours.close()
            yield from theirs.pieces(Side.BOTH)
        elif segment.left and segment.right:
            meet = ours.joins is not None and theirs.joins is not None
            # Words that came in just before need their blank ahead of what goes away here.
            if segment.edit is None or meet or came_last:
                yield from ours.pieces()
                yield from theirs.pieces()
        if segment.left:
            yield from ours.pieces()
            if segment.edit is not None:
                yield from _cut(left, segment.left, Side.LEFT, segment.edit)
            ours.go_on()
        if segment.right:
            yield from theirs.pieces()
            side = Side.BOTH if segment.edit is None else Side.RIGHT
            yield from _cut(right, segment.right, side, segment.edit)
            theirs.go_on()
        came_last = segment.edit is not None and segment.right is not None


class _Segment(NamedTuple):
    """An edit, or words that both sides share, without the blanks around it."""

    left: Span | None
    """Where it stands in the left strand; None where nothing of it does."""
    right: Span | None
    edit: Edit | None


class _Gaps:
    """The blanks and joins of one side that stand between its segments, one after another."""

    def __init__(self, strand: Strand, side: Side, spans: Iterable[Span | None]) -> None:
        self.joins: int | None = None
        """How many joins are in the gap at hand; None where it was written, or is none."""
        self._strand = strand
        self._side = side
        around = pairwise((Span(0, 0), *filter(None, spans)))
        self._gaps = iter([Span(before.end, after.start) for before, after in around])
        self.go_on()

    def go_on(self) -> None:
        """Step over a segment, to the gap behind it."""
        self._gap = next(self._gaps, Span(0, 0))
        between = self._strand.text[self._gap.start : self._gap.end]
        self.joins = between.count(_JOIN) if between.isspace() else None

    def close(self) -> None:
        """Take the gap at hand for written."""
        self.joins = None

    def pieces(self, side: Side | None = None) -> Iterator[Piece]:
        """The gap at hand, if it was not written; `side` if not this side's alone."""
        if self.joins is not None:
            yield from _cut(self._strand, self._gap, side or self._side, None)
            self.close()


def _cut(strand: Strand, span: Span, side: Side, edit: Edit | None) -> Iterator[Piece]:
    """A stretch of one strand as pieces, its joins pieces of their own."""
    at = span.start
    while at < span.end:
        join = strand.text.find(_JOIN, at, span.end)
        end = span.end if join < 0 else max(join, at + 1)
        yield Piece(strand.text[at:end], side, at, edit)
        at = end


def _segments(left: Strand, right: Strand, edits: Iterable[Edit]) -> Iterator[_Segment]:
    """The edits and what is shared between them; all of the right strand but blanks is in them."""
    at = there = 0
    for edit in edits:
        here, other = _from(left.reach(edit.left), at), _from(right.reach(edit.right), there)
        if here:
            left_end = here.start
            right_end = other.start if other else _same(left, Span(at, left_end), right, there)
        elif other:
            right_end = other.start
            left_end = _same(right, Span(there, right_end), left, at)
        else:
            continue
        yield from _shared(left, Span(at, left_end), right, Span(there, right_end))
        yield _Segment(here, other, edit)
        at, there = here.end if here else left_end, other.end if other else right_end
    yield from _shared(left, Span(at, len(left.text)), right, Span(there, len(right.text)))


def _end(left: Strand, right: Strand) -> _Segment:
    """What both share behind everything, so that the last gaps are written, too: nothing."""
    ends = len(left.text), len(right.text)
    return _Segment(Span(ends[0], ends[0]), Span(ends[1], ends[1]), None)


def _from(span: Span | None, start: int) -> Span | None:
    """What of a span stands at `start` or behind it."""
    if span is None or span.start >= start:
        return span
    return Span(start, span.end) if span.end > start else None


def _shared(left: Strand, here: Span, right: Strand, there: Span) -> Iterator[_Segment]:
    """What two stretches share, as segments without blanks around them or joins in them."""
    cuts: set[int] = set()
    for strand, span in ((left, here), (right, there)):
        letters = 0
        parts = strand.text[span.start : span.end].split(_JOIN)
        for part in parts[:-1]:
            letters += _letters(part)
            cuts.add(letters)
    at_left, at_right = here.start, there.start
    letters = 0
    for cut in sorted(cuts):
        left_end = min(_after(left.text, at_left, cut - letters), here.end)
        right_end = min(_after(right.text, at_right, cut - letters), there.end)
        yield from _core(left, Span(at_left, left_end), right, Span(at_right, right_end))
        at_left, at_right, letters = left_end, right_end, cut
    yield from _core(left, Span(at_left, here.end), right, Span(at_right, there.end))


def _core(left: Strand, here: Span, right: Strand, there: Span) -> Iterator[_Segment]:
    """Two stretches without joins as one segment; none where the right has blanks alone."""
    ours, theirs = _stripped(left.text, here), _stripped(right.text, there)
    if theirs:
        yield _Segment(ours, theirs, None)


def _stripped(text: str, span: Span) -> Span | None:
    """A span without the blanks at its ends; None where it has nothing else."""
    stretch = text[span.start : span.end]
    letters = len(stretch.strip())
    if not letters:
        return None
    start = span.start + len(stretch) - len(stretch.lstrip())
    return Span(start, start + letters)


def _same(strand: Strand, span: Span, other: Strand, there: int) -> int:
    """The place in the other strand, from `there` on, behind the letters of a stretch of one."""
    stretch = strand.text[span.start : span.end].strip()
    blanks = _BLANKS.match(other.text, there)
    first = blanks.end() if blanks and stretch else there
    if other.text.startswith(stretch, first):
        return first + len(stretch)
    return _after(other.text, there, _letters(stretch))


def _letters(text: str) -> int:
    """How many characters are not blanks."""
    return len("".join(text.split()))


def _after(text: str, start: int, letters: int) -> int:
    """The place in `text` where so many letters, blanks not counted, follow `start`."""
    if letters > 0:
        for solid in _SOLID.finditer(text, start):
            if solid.start() + letters <= solid.end():
                return solid.start() + letters
            letters -= solid.end() - solid.start()
    return start if letters <= 0 else len(text)
