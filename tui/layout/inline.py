"""Write two texts as one: the right one, with what went away put back in its place.

In: the texts of both sides and the edits between them. Out: one text with
strokes of ink. Breaking it into lines is another file's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import category

from tui.article.model import Span
from tui.compare.model import Edit, Passage, Wording
from tui.layout.marks import edit_ink
from tui.layout.model import Ink
from tui.layout.runs import Stroke, touching

_BREAK = "¶"
_SOLID = re.compile(r"\S+")
_OPENING = frozenset({"Ps", "Pi"})


@dataclass(slots=True)
class Joined:
    """The paragraphs of one side of a row as one text, `¶` between them."""

    text: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    """Where each paragraph begins in `text`, by its number."""
    breaks: list[Span] = field(default_factory=list)
    """Where each `¶` stands."""
    found: list[Span] = field(default_factory=list)
    """What was searched for, in order and disjoint."""

    def add(self, paragraph: int, text: str, found: Sequence[Span]) -> None:
        """Add the next paragraph; `found` are spans of its own text."""
        if self.starts:
            place = len(self.text) + 1
            self.breaks.append(Span(place, place + 1))
            self.text += f" {_BREAK} "
        start = self.starts[paragraph] = len(self.text)
        self.text += text
        self.found += (Span(start + span.start, start + span.end) for span in found)

    def span_of(self, passages: Sequence[Passage]) -> Span:
        """The stretch from the first passage to the last, breaks included."""
        first, last = passages[0], passages[-1]
        return Span(
            self.starts[first.paragraph] + first.span.start,
            self.starts[last.paragraph] + last.span.end,
        )


@dataclass(frozen=True, slots=True)
class Inline:
    """One text made of two."""

    text: str
    strokes: tuple[Stroke, ...]
    found: tuple[Span, ...]


class _Event(NamedTuple):
    """One side of an edit, or a break between two paragraphs.

    Outside the edits both texts have the same letters in the same order, so
    their count is a place in both texts at once. Events sort by it.
    """

    letters: int
    """Letters outside the edits and before it."""
    order: float
    """Number of the edit, from 0; a break has that of the edit before, and a half."""
    on_right: bool
    start: int
    """First character in the joined text of its side."""
    end: int
    """One past the last character."""
    gap: int
    """How many blanks part it from what stands before it on its side."""
    ink: Ink | None
    """None for a break, until it is known whether the other side has it too."""


def write_inline(left: Joined, right: Joined, edits: Sequence[Edit]) -> Inline:
    """Write both texts as one, each edit as what went away and then what came in.

    All of the right text is in it, and of the left what is struck; of a
    quiet edit only the right words stand. A `¶` is inked where one side ends
    a paragraph and the other does not. `edits` are in reading order; outside
    of them the texts differ by nothing but blanks.
    """
    went = list(_events(left, edits, on_right=False))
    came = list(_events(right, edits, on_right=True))
    sheet = _Sheet()
    at = letters = 0
    for event in sorted(_settle_breaks(went, came)):
        reached = _after(right.text, at, event.letters - letters)
        sheet.write(right, at, reached)
        at, letters = reached, event.letters
        if event.on_right:
            sheet.write(right, at, event.start)
            sheet.write(right, max(at, event.start), event.end, event.ink)
            at = max(at, event.end)
        elif event.ink is not Ink.QUIET:  # Of a quiet edit the right words will do.
            sheet.write(left, event.start - event.gap, event.start)
            sheet.write(left, event.start, event.end, event.ink)
    sheet.write(right, at, len(right.text))
    return Inline("".join(sheet.parts), tuple(sheet.strokes), tuple(sheet.found))


def _events(side: Joined, edits: Sequence[Edit], *, on_right: bool) -> Iterator[_Event]:
    stretches: list[tuple[Span, int | None, Ink | None]]
    stretches = [(span, None, None) for span in side.breaks]
    for number, edit in enumerate(edits):
        passages = edit.right if on_right else edit.left
        if passages:
            stretches.append((side.span_of(passages), number, _ink(edit, on_right=on_right)))
    at = letters = 0
    last = -1
    for span, number_of_edit, ink_of_edit in sorted(stretches, key=lambda stretch: stretch[0]):
        if span.start < at:
            continue  # A break that an edit reaches over.
        before = side.text[at : span.start]
        letters += len("".join(before.split()))
        gap = len(before) - len(before.rstrip())
        last = last if number_of_edit is None else number_of_edit
        order = last + 0.5 if number_of_edit is None else last
        yield _Event(letters, order, on_right, span.start, span.end, gap, ink_of_edit)
        at = span.end


def _ink(edit: Edit, *, on_right: bool) -> Ink:
    """The ink of one side of an edit, where each side stands for itself."""
    if edit.quiet or edit.wording is Wording.CARRIED:
        return edit_ink(edit)
    return Ink.ADDED if on_right else Ink.REMOVED


def _settle_breaks(left: list[_Event], right: list[_Event]) -> Iterator[_Event]:
    """Give every break its ink; one that both sides have stands once, in plain ink."""
    ends = {event.letters for event in left if event.ink is None}
    ends &= {event.letters for event in right if event.ink is None}
    for event in (*left, *right):
        if event.ink is not None:
            yield event
        elif event.letters not in ends:
            yield event._replace(ink=Ink.ADDED if event.on_right else Ink.REMOVED)
        elif event.on_right:
            yield event._replace(ink=Ink.PLAIN)


def _after(text: str, start: int, letters: int) -> int:
    """The place in `text` where so many letters, blanks not counted, follow `start`."""
    if letters > 0:
        for solid in _SOLID.finditer(text, start):
            if solid.start() + letters <= solid.end():
                return solid.start() + letters
            letters -= solid.end() - solid.start()
    return start if letters <= 0 else len(text)


class _Sheet:
    """The text as far as it is written."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.strokes: list[Stroke] = []
        self.found: list[Span] = []
        self._length = 0

    def write(self, side: Joined, start: int, end: int, ink: Ink | None = Ink.PLAIN) -> None:
        """Write a stretch of one side's text, after a blank where words would touch."""
        if start >= end:
            return
        before = side.text[start - 1] if start else ""
        if self.parts and _would_touch(before, self.parts[-1][-1], side.text[start]):
            self._put(" ")
        moved = self._length - start
        if ink is not None and ink is not Ink.PLAIN:
            self.strokes.append(Stroke(start + moved, end + moved, ink))
        for span in touching(side.found, Span(start, end)):
            self.found.append(Span(max(span.start, start) + moved, min(span.end, end) + moved))
        self._put(side.text[start:end])

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)


def _would_touch(before: str, last: str, first: str) -> bool:
    """Whether a stretch needs a blank in front of it.

    `before` is what stands before it in its own text, `last` what is written
    last, `first` its own first character. Where it stood without a blank it
    may do so again, but not beside a word that it never met.
    """
    if last.isspace() or first.isspace() or before == last:
        return False
    if not before:
        return True
    return (first.isalnum() and not _unspaced(first)) or category(first) in _OPENING


def _unspaced(sign: str) -> bool:
    """Whether `sign` is Chinese or Japanese, which have no blanks between words."""
    return "\u2e80" <= sign <= "\ua4cf" or sign >= "\U00020000"
