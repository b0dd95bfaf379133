"""Find the headlines of a file: the first, and those of the stories after it.

In: the texts of the paragraphs, and the roles known so far by number. Out:
numbers of paragraphs. In doubt a line is no headline, for each later one
parts the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from tui.article.model import Role
from tui.article.roles import bylines, looks
from tui.article.roles.parts import OPENING

TOP = 8
"""Paragraphs from the first, or from a later headline, in which a byline is looked for."""

TITLE_WITHIN = 12
"""Paragraphs from the first in which a headline is looked for."""

PROSE_WITHIN = 12
"""Paragraphs above a later headline in which the end of the story before must be."""

NEIGHBOUR_WORDS = 12
"""Fewest words of the prose that must stand below a heading."""

_CHAPTER = re.compile(
    r"(?:chapter|book|part|section|act|scene|volume|letter|article|appendix|version|release)\b",
    re.IGNORECASE,
)
_QUOTES = frozenset("'\"‘“«„‚‹「『¿¡…")
_RULE = re.compile(r"[\W_]+")


def first_title(texts: Sequence[str], roles: Mapping[int, Role]) -> int | None:
    """Find the first headline, if at most one paragraph of prose is above it."""
    prose = 0
    for number, text in enumerate(texts[:TITLE_WITHIN]):
        if prose == 2:
            break
        if number in roles:
            continue
        if _is_title(text):
            return number
        prose += looks.is_prose(text)
    return None


def _is_title(text: str) -> bool:
    """Whether it is a headline, and no entry of a list or a log."""
    return (text[0].isalnum() or text[0] in _QUOTES) and looks.is_headline(text)


def later_titles(
    texts: Sequence[str], roles: Mapping[int, Role], lines: Sequence[int], title: int | None
) -> list[int]:
    """Find the headlines of the second story and of those after it.

    Above a headline must be the end of a story, and below it a line that
    tells whose story follows. An agency tells that surely. The name of a
    person or a place could also be a heading; it counts below a rule, and
    when the first story begins in the same way.
    """
    signed = _is_signed(texts, roles, -1 if title is None else title)
    found: list[int] = []
    for number in lines:
        if number < 2 or not _tells_whose(texts, roles, number):
            continue
        headline = _headline_above(texts, roles, number)
        if headline is None or headline <= (found[-1] if found else title or 0):
            continue
        agency = roles.get(number) is Role.CREDIT or bylines.agency_in_credit(texts[number])
        ruled = _RULE.fullmatch(texts[headline - 1]) is not None
        if (agency or ruled or signed) and _is_between_stories(texts, roles, headline, number):
            found.append(headline)
    return found


def _tells_whose(texts: Sequence[str], roles: Mapping[int, Role], number: int) -> bool:
    text = texts[number]
    match roles.get(number):
        case Role.CREDIT:
            return bylines.agency_in_credit(text) is not None
        case Role.DATELINE:
            return True
        case None:
            by = bylines.is_byline(text) and bylines.names_persons(text)
            return by or bylines.is_agency_alone(text)
    return False


def _headline_above(texts: Sequence[str], roles: Mapping[int, Role], number: int) -> int | None:
    """Find the headline of a story that `number` signs; a deck may be between."""
    found = None
    for at in (number - 1, number - 2):
        text = texts[at]
        if at < 1 or at in roles or _CHAPTER.match(text) or not _is_title(text):
            break
        found = at
    return found


def _is_signed(texts: Sequence[str], roles: Mapping[int, Role], title: int) -> bool:
    """Whether the story below the title tells, before its prose, whose it is."""
    below = range(title + 1, min(title + 1 + OPENING, len(texts)))
    above_prose = takewhile(lambda number: not looks.is_prose(texts[number]), below)
    return any(_tells_whose(texts, roles, number) for number in above_prose)


def _is_between_stories(
    texts: Sequence[str], roles: Mapping[int, Role], headline: int, signed: int
) -> bool:
    above = range(max(headline - PROSE_WITHIN, 0), headline)
    below = range(signed + 1, min(signed + TOP, len(texts)))
    first = next((number for number in below if not _is_dressing(texts, roles, number)), None)
    return (
        first is not None
        and looks.is_prose(texts[first], NEIGHBOUR_WORDS)
        and any(number not in roles and looks.is_prose(texts[number]) for number in above)
    )


def _is_dressing(texts: Sequence[str], roles: Mapping[int, Role], number: int) -> bool:
    """Whether it can stand between the name of the author and the story."""
    return number in roles or bylines.is_date_line(texts[number])
