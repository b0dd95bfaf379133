"""Make paragraphs of runs of words that are set off in several ways.

In: runs, as documents and web pages hold them. Out: paragraphs whose styles lie
on the cleaned text. What role a paragraph has is for its reader to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tui.article.model import Paragraph, Role, Span, Style, Styled
from tui.article.plain.lines import clean

NO_STYLES: frozenset[Style] = frozenset()

_BLANKS = re.compile(r"[ \t\n\v\f\r\u2028\u2029]+")
_BLANK = re.compile(r"[ \t\n\v\f\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that are set off alike."""

    text: str
    """As it stands in the file."""
    styles: frozenset[Style] = NO_STYLES
    literal: bool = False
    """Whether each of its blanks counts; else blanks in a row are one, as in a browser."""


@dataclass(frozen=True, slots=True)
class Words:
    """The clean text of a paragraph, or of a part of it, with what is set off in it."""

    text: str
    styles: tuple[Styled, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, and how high it stands among the headings."""

    paragraph: Paragraph
    level: int | None = None
    """1 for the highest heading; None for what is no heading."""


def joined(runs: Iterable[Run]) -> Words:
    """Put runs together, harmless and on one line; line ends and tabs become blanks."""
    texts: list[str] = []
    stretches: list[Styled] = []
    length, ends_blank = 0, True
    for run in runs:
        text = (_BLANK if run.literal else _BLANKS).sub(" ", run.text)
        if ends_blank and not run.literal:
            text = text.removeprefix(" ")
        if text:
            span = Span(length, length + len(text))
            stretches += (Styled(span, style) for style in run.styles)
            texts.append(text)
            length, ends_blank = span.end, text.endswith(" ")
    whole = "".join(texts)
    text = clean(whole)
    # Only blanks are cut off, and the mark at the end keeps those before it.
    cut = len(whole) + 1 - len(clean(whole + "."))
    return Words(text, tuple(_merged(stretches, text, cut)))


def beside(parts: Sequence[Words], between: str) -> Words:
    """Put clean parts side by side with a sign between them; no text when all are empty."""
    if not any(part.text for part in parts):
        return Words("", ())
    whole = between.join(part.text for part in parts)
    cut = len(whole) - len(whole.lstrip(" "))
    styles: list[Styled] = []
    start = -cut
    for part in parts:
        styles += (_moved(styled, start) for styled in part.styles)
        start += len(part.text) + len(between)
    return Words(clean(whole), tuple(styles))


def row_of(cells: Sequence[Words]) -> Words:
    """Make one paragraph of the cells of a table row."""
    return beside(cells, " | ")


def with_one_title(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Take the first title for the title, else the first of the highest headings.

    Any other title becomes a subhead.
    """
    chosen = next(
        (block for block in blocks if block.paragraph.role is Role.TITLE),
        next((block for block in blocks if block.level == 1), None),
    )
    return tuple(_as_heading(block, chosen=block is chosen) for block in blocks)


def blocks_of(words: Words, role: Role, level: int | None = None) -> Iterator[Block]:
    """Yield the paragraph of a document without lines; nothing when it has no words."""
    if words.text:
        aside = role is Role.FURNITURE
        yield Block(Paragraph(words.text, role, None, aside, styles=words.styles), level)


def words_of(paragraph: Paragraph) -> Words:
    """The words of a paragraph, to be put into another."""
    return Words(paragraph.text, paragraph.styles)


def _as_heading(block: Block, *, chosen: bool) -> Paragraph:
    paragraph = block.paragraph
    if chosen:
        return replace(paragraph, role=Role.TITLE)
    return replace(paragraph, role=Role.SUBHEAD) if paragraph.role is Role.TITLE else paragraph


def _merged(stretches: Iterable[Styled], text: str, cut: int) -> Iterator[Styled]:
    """Yield the stretches as they lie in the clean text: sorted, each as long as can be."""
    by_style = sorted(stretches, key=lambda styled: (styled.style, styled.span))
    whole: list[Styled] = []
    for styled in by_style:
        if whole and whole[-1].style is styled.style and whole[-1].span.end == styled.span.start:
            whole[-1] = Styled(Span(whole[-1].span.start, styled.span.end), styled.style)
        else:
            whole.append(styled)
    yield from sorted(filter(None, (_trimmed(styled, text, cut) for styled in whole)))


def _trimmed(styled: Styled, text: str, cut: int) -> Styled | None:
    """Leave out the blanks at the ends of a stretch: nobody sees them set off."""
    start = max(styled.span.start - cut, 0)
    end = min(styled.span.end - cut, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Styled(Span(start, end), styled.style) if start < end else None


def _moved(styled: Styled, by: int) -> Styled:
    return Styled(Span(styled.span.start + by, styled.span.end + by), styled.style)
