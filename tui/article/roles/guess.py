"""Guess the roles in plain text from how lines look and where they stand.

In: blocks of pieces. Out: paragraphs with roles. In doubt a paragraph is
body: furniture and captions are kept out of a comparison, so a wrong guess
would hide a change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, chain, pairwise, takewhile

from tui.article.counting import word_count
from tui.article.model import Paragraph, Role
from tui.article.plain.paragraphs import Block
from tui.article.roles import bylines, captions, furniture, headlines, looks
from tui.article.roles.headlines import NEIGHBOUR_WORDS, TOP
from tui.article.roles.parts import OPENERS

RUN = 5
"""Lines from which a block is a run of one-line paragraphs, each on its own."""

_LINE = 200
"""Letters of the longest paragraph that can be more than body, captions and sign-offs aside."""
_SUBHEAD_WORDS = 12
"""Most words of a line that may head what follows."""
_DECK_WORDS = 45
"""Most words of the sentence that sums a story up."""

_BULLET = re.compile(r"([-*+•‣◦▪·])\s")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s")
_MARKS = frozenset("-*+•‣◦▪·(0123456789")

Roles = dict[int, Role]
"""Roles by the number of the paragraph; one that is missing is body."""


def paragraphs_of(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Give every piece a role, in order; each story has at most one title."""
    pieces = tuple(chain.from_iterable(blocks))
    texts = [piece.text for piece in pieces]
    # Nearly all of a long text is long paragraphs: what can only be asked of
    # short ones costs nothing there.
    lines = [number for number, text in enumerate(texts) if len(text) <= _LINE]
    roles = _by_look(texts) | _in_lists(texts)
    roles |= _captions(texts, roles, blocks)
    roles |= dict.fromkeys(furniture.at_head(texts, roles), Role.FURNITURE)
    title = headlines.first_title(texts, roles)
    later = headlines.later_titles(texts, roles, lines, title)
    roles |= dict.fromkeys(later, Role.TITLE)
    for start, stop in pairwise([0, *later, len(texts)]):
        roles |= _opening(texts, roles, start, stop, start or title)
        roles |= _stamps(texts, roles, start, stop)
        roles |= dict.fromkeys(furniture.at_tail(texts, start, stop, roles), Role.FURNITURE)
    roles |= _subheads(texts, roles, lines, blocks)
    spare = _spare_captions(texts, roles)
    body = Role.BODY  # To ask an enumeration a hundred thousand times takes its time.
    return tuple(
        Paragraph(piece.text, role, piece.line, aside=role is Role.FURNITURE or number in spare)
        if (role := roles.get(number))
        else Paragraph(piece.text, body, piece.line)
        for number, piece in enumerate(pieces)
    )


def with_signatures(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Find who wrote a text whose other roles its marks tell, above its first prose."""
    top = tuple(
        takewhile(lambda each: each.role is not Role.BODY or not looks.is_prose(each.text),
                  paragraphs[:TOP])
    )  # fmt: skip
    signed = (
        replace(each, role=Role.BYLINE)
        if each.role is Role.BODY and bylines.is_byline(each.text)
        else each
        for each in top
    )
    return (*signed, *paragraphs[len(top) :])


def _by_look(texts: Sequence[str]) -> Roles:
    """Find what tells itself wherever it stands."""
    return {
        number: role
        for number, text in enumerate(texts)
        if (len(text) <= _LINE or text[-1] == ")") and (role := _look(text))
    }


def _look(text: str) -> Role | None:
    if furniture.is_phrase(text):
        return Role.FURNITURE
    if captions.is_caption(text):
        return Role.CAPTION
    if bylines.is_slashed_credit(text) or bylines.is_sign_off(text):
        return Role.CREDIT
    return Role.DATELINE if bylines.is_place_line(text) else None


def _in_lists(texts: Sequence[str]) -> Roles:
    """Find neighbours with the same bullet, or with numbers that count up."""
    marks = {n: mark for n, text in enumerate(texts) if text[0] in _MARKS and (mark := _mark(text))}
    return {
        number: Role.LIST_ITEM
        for above, below in ((n, n + 1) for n in marks if n + 1 in marks)
        if _follows(marks[above], marks[below])
        for number in (above, below)
    }


def _mark(text: str) -> str | int | None:
    """Read the bullet or the number before a list item."""
    if match := _NUMBER.match(text):
        return int(match[1])
    return match[1] if (match := _BULLET.match(text)) else None


def _follows(above: str | int, below: str | int) -> bool:
    return below == (above + 1 if isinstance(above, int) else above)


def _captions(texts: Sequence[str], roles: Roles, blocks: Sequence[Block]) -> Roles:
    """Find the captions that only their neighbours give away."""
    ends = accumulate(map(len, blocks))
    few = (
        range(end - len(block), end)
        for block, end in zip(blocks, ends, strict=True)
        if len(block) in captions.FEW
    )
    found = captions.beside_pictures(texts, few)
    found |= _above_credit(texts, roles)
    looks_like = {number for number, role in roles.items() if role is Role.CAPTION}
    found |= captions.copies(texts, looks_like)
    return {number: Role.CAPTION for number in found if number not in roles}


def _above_credit(texts: Sequence[str], roles: Roles) -> set[int]:
    """Find the caption of the picture that a page shows above its first credit.

    A byline tells nothing: a standfirst comes before it.
    """
    credit = min((number for number, role in roles.items() if role is Role.CREDIT), default=0)
    frame = (Role.FURNITURE, Role.CAPTION)
    if (
        credit
        and bylines.is_slashed_credit(texts[credit])
        and bylines.agency_in_credit(texts[credit])
        and looks.is_prose(texts[credit - 1])
        and all(roles.get(number) in frame for number in range(credit - 1))
    ):
        return {credit - 1}
    return set()


def _spare_captions(texts: Sequence[str], roles: Roles) -> set[int]:
    found = {number for number, role in roles.items() if role is Role.CAPTION}
    return {number for number in found if captions.is_spare(number, texts, found)}


def _opening(
    texts: Sequence[str], roles: Roles, start: int, stop: int, title: int | None
) -> dict[int, Role]:
    """Give roles to what stands above the first prose of a story."""
    first = start if title is None else title + 1
    found = {} if title is None else {title: Role.TITLE}
    for number in range(start, min(start + TOP, stop)):
        if number not in roles and bylines.is_byline(texts[number]):
            named = bylines.names_persons(texts[number])
            found[number] = Role.BYLINE if named else Role.CREDIT
    decks: dict[int, Role] = {}
    for number in range(first, min(first + TOP, stop)):
        if number in roles or number in found:
            continue
        if role := _signing(texts, number, stop):
            found[number] = role
        elif title is not None and len(decks) < 2 and _sums_up(texts, roles, found, number):
            decks[number] = Role.DECK
        else:
            # Lines that no prose follows are a poem or a list.
            return found | (decks if looks.is_prose(texts[number], NEIGHBOUR_WORDS) else {})
    return found


def _signing(texts: Sequence[str], number: int, stop: int) -> Role | None:
    """Tell what says above the story who wrote it, or when."""
    text = texts[number]
    if bylines.is_date_line(text):
        return Role.DATELINE
    if bylines.is_agency_alone(text):
        return Role.CREDIT
    dated = number + 1 < stop and bylines.is_date_line(texts[number + 1])
    if bylines.is_person_in_place(text) or (dated and bylines.is_person(text)):
        return Role.BYLINE
    return None


def _sums_up(texts: Sequence[str], roles: Roles, signed: Roles, number: int) -> bool:
    """Whether it is a second headline, or one sentence right above a byline."""
    text = texts[number]
    if looks.is_headline(text):
        return True
    below = roles.get(number + 1) or signed.get(number + 1)
    return (
        below in OPENERS
        and word_count(text[:_LINE]) <= _DECK_WORDS
        and len(text) <= _LINE
        and looks.first_sentence(text) == text
    )


def _stamps(texts: Sequence[str], roles: Roles, start: int, stop: int) -> Roles:
    """Find the days that a page gives below its story."""
    found = {}
    for number in range(stop - 1, max(start, stop - TOP), -1):
        if number in roles:
            continue
        if bylines.is_date_line(texts[number]):
            found[number] = Role.DATELINE
        elif looks.is_prose(texts[number], NEIGHBOUR_WORDS):
            break
    return found


def _subheads(
    texts: Sequence[str], roles: Roles, lines: Sequence[int], blocks: Sequence[Block]
) -> Roles:
    alone = [len(block) == 1 or len(block) >= RUN for block in blocks for _ in block]
    return {
        number: Role.SUBHEAD
        for number in lines
        if alone[number] and number not in roles and _is_subhead(number, texts, roles)
    }


def _is_subhead(number: int, texts: Sequence[str], roles: Roles) -> bool:
    if not 0 < number < len(texts) - 1:
        return False
    above, text, below = texts[number - 1 : number + 2]
    if looks.is_capitals(text):
        return not above.isupper() and not below.isupper()
    return (
        looks.is_headline(text, fewest=2, most=_SUBHEAD_WORDS)
        and not text.strip("'\"‘“«„(")[:1].islower()
        and looks.is_prose(above, NEIGHBOUR_WORDS)
        and (roles.get(number + 1) is Role.CREDIT or looks.is_prose(below, NEIGHBOUR_WORDS))
    )
