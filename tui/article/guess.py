"""Guess the roles in plain text from how lines look and where they stand.

In: blocks of pieces. Out: paragraphs with roles. In doubt a paragraph is
body: furniture and captions are kept out of a comparison, so a wrong guess
would hide a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from tui.article import looks
from tui.article.model import Paragraph, Role
from tui.article.plain import Block

TOP = 8
"""Paragraphs from the first in which a byline is looked for."""

TITLE_WITHIN = 12
"""Paragraphs from the first in which a headline is looked for."""

RUN = 5
"""Lines from which a block is a run of one-line paragraphs, each on its own."""

_SUBHEAD_WORDS = 12
"""Most words of a line that may head what follows."""
_NEIGHBOUR_WORDS = 12
"""Fewest words of the prose that must stand above and below it."""

Roles = tuple[Role, ...]


def paragraphs_of(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Give every piece a role, in order; at most one is the title."""
    pieces = tuple(chain.from_iterable(blocks))
    texts = tuple(piece.text for piece in pieces)
    alone = tuple(len(block) == 1 or len(block) >= RUN for block in blocks for _ in block)
    roles = tuple(_by_look(number, text) for number, text in enumerate(texts))
    roles = _with_captions(texts, roles, blocks)
    roles = _with_title(texts, roles)
    roles = _with_subheads(texts, roles, alone)
    return tuple(
        Paragraph(piece.text, role, piece.line, aside=_is_aside(number, texts, roles))
        for number, (piece, role) in enumerate(zip(pieces, roles, strict=True))
    )


def source_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """Read the source from the first credit line; `None` without one."""
    for paragraph in paragraphs:
        if paragraph.role is Role.CREDIT:
            return looks.source_in_credit(paragraph.text)
    return None


def _by_look(number: int, text: str) -> Role:
    if looks.is_furniture(text):
        return Role.FURNITURE
    if looks.is_caption(text):
        return Role.CAPTION
    if looks.is_slashed_credit(text) or (number < TOP and looks.is_byline(text)):
        return Role.CREDIT
    if looks.is_dateline(text):
        return Role.DATELINE
    return Role.BODY


def _with_captions(texts: Sequence[str], roles: Roles, blocks: Sequence[Block]) -> Roles:
    """Find the captions that only their neighbours give away."""
    found = _beside_pictures(texts, blocks) | _above_credit(texts, roles)
    found |= {number for number in range(len(texts)) if _repeats_caption(number, texts, roles)}
    return tuple(
        Role.CAPTION if role is Role.BODY and number in found else role
        for number, role in enumerate(roles)
    )


def _beside_pictures(texts: Sequence[str], blocks: Sequence[Block]) -> set[int]:
    """Find captions in blocks of a few lines, as a page has them under its pictures."""
    found = set()
    start = 0
    for block in blocks:
        numbers = range(start, start + len(block))
        start += len(block)
        if not 1 < len(block) < RUN:
            continue
        found |= {number for number in numbers if looks.names_agency_at_end(texts[number])}
        first, last = texts[numbers[0]], texts[numbers[-1]]
        if len(block) == 3 and first == last and looks.is_picture_credit(first):
            found.add(numbers[1])
    return found


def _above_credit(texts: Sequence[str], roles: Roles) -> set[int]:
    """Find the caption of the picture that a page shows above its first credit.

    A byline tells nothing: a standfirst comes before it.
    """
    credit = next((number for number, role in enumerate(roles) if role is Role.CREDIT), 0)
    above = roles[: max(credit - 1, 0)]
    if (
        credit
        and looks.is_slashed_credit(texts[credit])
        and looks.agency_in_credit(texts[credit])
        and looks.is_prose(texts[credit - 1])
        and all(role in (Role.FURNITURE, Role.CAPTION) for role in above)
    ):
        return {credit - 1}
    return set()


def _repeats_caption(number: int, texts: Sequence[str], roles: Roles) -> bool:
    return any(
        roles[other] is Role.CAPTION and looks.without_picture_credit(texts[other]) == texts[number]
        for other in (number - 1, number + 1)
        if 0 <= other < len(texts)
    )


def _is_aside(number: int, texts: Sequence[str], roles: Roles) -> bool:
    """Whether it is furniture, the repeat of the caption above it, or the credit of a picture."""
    if roles[number] is not Role.CAPTION:
        return roles[number] is Role.FURNITURE
    text = looks.without_picture_credit(texts[number])
    repeats = number > 0 and roles[number - 1] is Role.CAPTION
    return looks.is_picture_credit(texts[number]) or (
        repeats and looks.without_picture_credit(texts[number - 1]) == text
    )


def _with_title(texts: Sequence[str], roles: Roles) -> Roles:
    """Make the first headline the title, if at most one paragraph of prose is above it."""
    prose = 0
    for number, (text, role) in enumerate(zip(texts, roles, strict=True)):
        if number == TITLE_WITHIN or prose == 2:
            break
        if role is not Role.BODY:
            continue
        if looks.is_headline(text):
            return (*roles[:number], Role.TITLE, *roles[number + 1 :])
        prose += looks.is_prose(text)
    return roles


def _with_subheads(texts: Sequence[str], roles: Roles, alone: Sequence[bool]) -> Roles:
    return tuple(
        Role.SUBHEAD
        if role is Role.BODY and alone[number] and _is_subhead(number, texts, roles)
        else role
        for number, role in enumerate(roles)
    )


def _is_subhead(number: int, texts: Sequence[str], roles: Roles) -> bool:
    if not 0 < number < len(texts) - 1:
        return False
    above, text, below = texts[number - 1 : number + 2]
    if looks.is_capitals(text):
        return not above.isupper() and not below.isupper()
    return (
        looks.is_headline(text, fewest=2, most=_SUBHEAD_WORDS)
        and not text.strip("'\"‘“«„(")[:1].islower()
        and looks.is_prose(above, _NEIGHBOUR_WORDS)
        and (roles[number + 1] is Role.CREDIT or looks.is_prose(below, _NEIGHBOUR_WORDS))
    )
