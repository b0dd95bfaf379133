"""Join and cut the paragraphs of an article as a person decided, and set them aside or not.

In: an article and what is to change about it. Out: the article as it then is, and which
paragraph became which. How paragraphs are found in a file is other modules' business.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.article.model import Article, Paragraph, Role, Span, Styled
from tui.errors import CorrectionError


@dataclass(frozen=True, slots=True)
class Recut:
    """What a person changed about the paragraphs of one article.

    All numbers are those of the article as it came, so that none of them
    shifts another. What is said of a paragraph that is cut counts for all its
    pieces, what is said of one that is joined for the whole.
    """

    joins: tuple[int, ...] = ()
    """Paragraphs, from 0, joined to the one before, with one blank between."""
    cuts: tuple[tuple[int, int], ...] = ()
    """Paragraph, and the code point from 0 before which it is cut in two."""
    asides: frozenset[int] = frozenset()
    """Paragraphs that are of the page: set aside."""
    story: frozenset[int] = frozenset()
    """Paragraphs that are of the story: not set aside, whatever they look like."""


Became = tuple[tuple[int, ...], ...]
"""For each paragraph as it came the numbers, ascending, of those that hold it now."""

_JOINER = "\u200d"
_FLAG_LETTERS = re.compile("[\U0001f1e6-\U0001f1ff]*")
# Beside the combining marks, which Unicode names as such: vowels of Korean, Thai and
# Lao letters, and what colours or completes an emoji.
_TRAILING = re.compile(
    "[\u1160-\u11ff\u0e33\u0eb3\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)


def recut(article: Article, changes: Recut) -> tuple[Article, Became]:
    """The article with joins, cuts and declarations made; unchanged where there are none.

    Cuts come before joins. The ends of a cut have no blanks. A piece keeps
    role, line and doubt of its paragraph; a joined paragraph has the line of
    its first part and the role of its first part that is not set aside, and
    is itself set aside if all its parts are. What is declared of the story
    is `BODY` where it was `FURNITURE`.

    Raises:
        CorrectionError: a number is outside the article or the paragraph, a cut
            would leave nothing on one side or part a letter from its marks, or
            a paragraph is declared both of the page and of the story.
    """
    if changes == Recut():
        return article, tuple((number,) for number in range(len(article.paragraphs)))
    _check(article, changes)
    joins = frozenset(changes.joins)
    cuts: defaultdict[int, set[int]] = defaultdict(set)
    for number, at in changes.cuts:
        cuts[number].add(at)
    made: list[Paragraph] = []
    became: list[tuple[int, ...]] = []
    for number, paragraph in enumerate(article.paragraphs):
        pieces = [paragraph]
        if number in cuts:
            spans = _pieces(paragraph.text, sorted(cuts[number]), f"{article.origin}: ", number)
            pieces = [_piece(paragraph, span) for span in spans]
        first = len(made)
        if number in joins:
            first -= 1
            made[-1] = _joined(made[-1], pieces.pop(0))
        made += pieces
        became.append(tuple(range(first, len(made))))
    _declare(made, became, changes, article.origin)
    return replace(article, paragraphs=tuple(made)), tuple(became)


def came_from(changes: Recut, count: int) -> tuple[tuple[int, ...], ...]:
    """The other way round: for each of `count` recut paragraphs what it is made of.

    The numbers are those of the paragraphs as they came, ascending.
    """
    joins, cuts = frozenset(changes.joins), frozenset(changes.cuts)
    cuts_of = Counter(number for number, _ in cuts)
    came: list[tuple[int, ...]] = []
    for number in range(count + len(joins) - len(cuts)):
        if number in joins:
            came[-1] = (*came[-1], number)
        else:
            came.append((number,))
        came += [(number,)] * cuts_of[number]
    return tuple(came)


def check_numbers(article: Article, numbers: Iterable[int]) -> None:
    """Look whether an article has paragraphs of these numbers, from 0.

    Raises:
        CorrectionError: one is outside the article.
    """
    count = len(article.paragraphs)
    for number in numbers:
        if not 0 <= number < count:
            raise CorrectionError(
                f"{article.origin}: there is no paragraph {number + 1} to correct, only {count}."
            )


def _check(article: Article, changes: Recut) -> None:
    cut = (number for number, _ in changes.cuts)
    check_numbers(article, sorted({*changes.joins, *cut, *changes.asides, *changes.story}))
    if 0 in changes.joins:
        raise CorrectionError(
            f"{article.origin}: paragraph 1 cannot be joined, for none stands before it."
        )


def _pieces(text: str, cuts: Iterable[int], where: str, number: int) -> list[Span]:
    """The spans that cuts leave of a text, without the blanks at their ends."""
    spans: list[Span] = []
    start = 0
    for at in cuts:
        end, after = at, at
        while 0 < end <= len(text) and text[end - 1].isspace():
            end -= 1
        while 0 <= after < len(text) and text[after].isspace():
            after += 1
        if not start < end or not after < len(text):
            raise CorrectionError(
                f"{where}paragraph {number + 1} cannot be cut before its character {at + 1}, "
                "for nothing would be left on one side."
            )
        if _is_inside(text, after):
            raise CorrectionError(
                f"{where}paragraph {number + 1} cannot be cut before its character {at + 1}, "
                "which is one with the character before it."
            )
        spans.append(Span(start, end))
        start = after
    return [*spans, Span(start, len(text))]


def _is_inside(text: str, at: int) -> bool:
    """Whether what stands at a place is seen as one with what stands before it."""
    here, before = text[at], text[at - 1]
    if unicodedata.category(here).startswith("M") or _TRAILING.match(here) or before == _JOINER:
        return True
    if not _FLAG_LETTERS.fullmatch(here):
        return False
    # Two of these letters are a flag.
    flags = _FLAG_LETTERS.match(text[at - 1 :: -1])
    return flags is not None and flags.end() % 2 == 1


def _piece(paragraph: Paragraph, span: Span) -> Paragraph:
    styles = (
        replace(
            styled,
            span=Span(
                max(styled.span.start, span.start) - span.start,
                min(styled.span.end, span.end) - span.start,
            ),
        )
        for styled in paragraph.styles
        if styled.span.start < span.end and span.start < styled.span.end
    )
    return replace(paragraph, text=paragraph.text[span.start : span.end], styles=tuple(styles))


def _joined(one: Paragraph, other: Paragraph) -> Paragraph:
    """Two paragraphs as one, with a blank between."""
    shift = len(one.text) + 1
    return replace(
        one,
        text=f"{one.text} {other.text}",
        role=other.role if one.aside and not other.aside else one.role,
        aside=one.aside and other.aside,
        doubtful=one.doubtful or other.doubtful,
        styles=(*one.styles, *(_shifted(styled, shift) for styled in other.styles)),
    )


def _shifted(styled: Styled, shift: int) -> Styled:
    return replace(styled, span=Span(styled.span.start + shift, styled.span.end + shift))


def _declare(
    made: list[Paragraph], became: list[tuple[int, ...]], changes: Recut, origin: str
) -> None:
    """Set aside what is declared of the page, and nothing that is declared of the story."""
    asides = {now for number in changes.asides for now in became[number]}
    for number in sorted(changes.story):
        if not asides.isdisjoint(became[number]):
            raise CorrectionError(
                f"{origin}: paragraph {number + 1} is of the story, and so it cannot be set aside."
            )
        for now in became[number]:
            role = made[now].role
            role = Role.BODY if role is Role.FURNITURE else role
            made[now] = replace(made[now], role=role, aside=False)
    for now in asides:
        made[now] = replace(made[now], aside=True)
