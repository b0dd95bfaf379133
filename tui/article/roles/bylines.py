"""What says who wrote a story, whose it is, where and when: bylines, credits, datelines.

In: the text of one paragraph. Out: yes or no, or the name in it. Where such
lines stand is other files' business. When in doubt the answer is no.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.article.roles.looks import Size, are_date_words, ends_sentence

AGENCIES = (
    "AA|AFP|Agence France-Presse|Agencies|Anadolu|ANSA|AP|(?:The )?Associated Press|Bloomberg|"
    "DPA|dpa|EFE|EPA|Getty(?: Images)?|IRNA|PA|Reuters|TASS|UPI|Xinhua"
)
"""News agencies that everyone knows, as a pattern."""

LONGEST = 120
"""Letters of the longest line that can be a credit, a byline or a dateline; sign-offs aside."""

_AGENCY = re.compile(AGENCIES)
_AGENCY_ALONE = re.compile(rf"\(?(?:{AGENCIES})\)?")

_NAME = r"[^\W\d_][\w.'’&-]*(?: [^\W\d_][\w.'’&-]*){0,3}"
_SLASHED = re.compile(rf"{_NAME}(?: ?/ ?{_NAME}){{1,3}}")
_BYLINE = re.compile(r"(?:By|BY) (?P<names>[^.!?:;/]{3,80})")
_NAME_LINK = re.compile("and|&|in|of|for|de|da|di|do|du|la|le|van|von|der|den|bin|ibn")
_CREDIT_PARTS = re.compile(r"[/,|()]|\b(?:By|BY|in|for|of)\b")
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
_PERSON_IN = re.compile(rf"{_PERSON.pattern} in {_NAME}")
_NO_NAME = re.compile(
    r"\b(?:the|a|an|all|any|his|her|its|our|their|this|that|way)\b", re.IGNORECASE
)
_SIGN_OFF = re.compile(
    r"\((?:(?:additional |further )?(?:reporting|writing|editing)|compiled|written|edited) by "
    r"[^()]{3,400}\)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_][^\d:;!?]{1,38}\s?[-–—]")

_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d?-\d\d?)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY_AND_YEAR = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b.*\b(?:19|20)\d\d\b")
_DAY_MONTH_YEAR = re.compile(r"(?:\w{2,12},? )?\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.? (?:de )?\d{4}")
_STAMP = re.compile(r"[^\W\d_][^\d:.!?]{1,30}:[\s\d.,:/-]+")

_PLACE_LINE = Size(letters=42, words=6)
_SLASHED_LINE = Size(letters=60, words=12)
_BYLINE_LINE = Size(letters=84, words=14)
_PERSON_LINE = Size(letters=60, words=8)
_DATE_LINE = Size(letters=LONGEST, words=18)


def is_place_line(text: str) -> bool:
    """Whether it is a place in capitals with a dash after it, and nothing more."""
    if not text.isupper() or not _PLACE_LINE.holds(text):
        return False
    return _PLACE.fullmatch(text) is not None


def is_date_line(text: str) -> bool:
    """Whether it is a day and nothing but what goes with one: `Published: 15 September 2014`.

    A label in words that nobody knows may stand before a day in figures, and
    the name of a month may be of any language.
    """
    if not _DATE_LINE.holds(text) or ends_sentence(text):
        return False
    in_figures = _NUMERIC_DATE.search(text) is not None
    if are_date_words(text):
        return in_figures or _DAY_AND_YEAR.search(text) is not None
    if in_figures:
        return _STAMP.fullmatch(text) is not None
    return _YEAR.search(text) is not None and _DAY_MONTH_YEAR.fullmatch(text) is not None


def is_sign_off(text: str) -> bool:
    """Whether it is an agency's last line in brackets: `(Reporting by Jane Doe in Paris)`."""
    return text.endswith(")") and _SIGN_OFF.fullmatch(text) is not None


def is_agency_alone(text: str) -> bool:
    """Whether it is one known agency, in brackets or not, and nothing more."""
    return _AGENCY_ALONE.fullmatch(text) is not None


def is_slashed_credit(text: str) -> bool:
    """Whether it is a paper or an agency and its places: `Reuters/Paris/Dubai`."""
    if "/" not in text or not _SLASHED_LINE.holds(text) or _SLASHED.fullmatch(text) is None:
        return False
    return all(are_names(part.split()) for part in text.split("/"))


def is_byline(text: str) -> bool:
    """Whether it is `By` and up to a dozen words that are names, or one known agency."""
    if not text.startswith(("By ", "BY ")) or not _BYLINE_LINE.holds(text):
        return False
    match = _BYLINE.fullmatch(text)
    if match is None:
        return False
    names = match["names"].replace(",", " ").split()
    fewest = 1 if agency_in_credit(text) else 2
    return fewest <= len(names) <= 12 and are_names(names)


def names_persons(byline: str) -> bool:
    """Whether a byline names persons: not `By AFP`, and not `By the Water`."""
    names = byline[len("By ") :]
    return _AGENCY.fullmatch(names) is None and _NO_NAME.search(names) is None


def is_person(text: str) -> bool:
    """Whether it could be the name of a person, and nothing more."""
    if not _PERSON_LINE.holds(text) or _PERSON.fullmatch(text) is None:
        return False
    return are_names(text.split()) and not text.isupper()


def is_person_in_place(text: str) -> bool:
    """Whether it reads like `Jane Doe in Paris`."""
    if not _PERSON_LINE.holds(text) or _PERSON_IN.fullmatch(text) is None:
        return False
    person, _, place = text.partition(" in ")
    return is_person(person) and are_names(place.split())


def source_in_credit(text: str) -> str | None:
    """Read the paper or agency from a credit line; `None` from one that names persons only."""
    agency = agency_in_credit(text)
    if agency is None and is_slashed_credit(text):
        return text.split("/", maxsplit=1)[0].strip()
    return agency


def agency_in_credit(text: str) -> str | None:
    """Read the name of a news agency that everyone knows from a credit line."""
    parts = (part.strip() for part in _CREDIT_PARTS.split(text))
    return next((part for part in parts if _AGENCY.fullmatch(part)), None)


def are_names(words: Sequence[str]) -> bool:
    """Whether all words begin with a capital, but for those that link names; not empty."""
    return words[0][0].isupper() and all(
        word[0].isupper() or _NAME_LINK.fullmatch(word) for word in words
    )
