"""Say what is known of an article beside its text.

In: its paragraphs, with roles, and what its file states. Out: both in one
`About`. Which role a paragraph has was decided before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from tui.article.facts.language import language_of
from tui.article.model import About, Paragraph, Role
from tui.article.roles.bylines import agency_in_credit, source_in_credit

LONGEST_DATE_LINE, FEWEST_FIGURES = 120, 4
"""Characters of the longest line that is looked at for a date, and the figures
it must have at least: `1.9.14`, `May 2014`. Any other line is prose."""

FIRST, LAST = 12, 6
"""Paragraphs from the first and from the last among which a date line may stand."""

_BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)

# `PARIS (Reuters) - …`; `PARIS, Sept 15 (AFP) …`. Without the dash only a
# place in capitals tells the line from a sentence.
_AGENCY = r"\((?P<agency>[^()]{2,30})\)"
_POINT = r"(?<=\b[^\W\d_]{3})\.|(?<=\b[^\W\d_]{4})\."
_PLACE = rf"[^\W\d_a-zß-öø-ÿ](?:[^().!?;:]|{_POINT}){{0,50}}"
_CAPITALS = r"(?:[^\W\d_a-zß-öø-ÿ][\s/'’-]*){3,40}(?:,\s*[^\W\d_]{3,9}\.?\s*\d{1,2}\s*)?"
_BEGINNING = r"\s+[\"'“‘«„]?[^\W\d_a-zß-öø-ÿ]"
_LEADS = (
    re.compile(rf"(?:{_PLACE})?{_AGENCY}\s*[-–—]"),
    re.compile(rf"{_CAPITALS}(?:[-–—]\s*)?{_AGENCY}{_BEGINNING}"),
)


def about_of(paragraphs: Sequence[Paragraph], stated: About) -> About:
    """Add to what is stated what the paragraphs tell; `guessed` names what they told.

    A statement is never overruled. Where the paragraphs are silent the field
    stays `None`: an agency that is only mentioned is no source, a date in the
    running text not the article's.
    """
    guesses = {
        "title": next(_texts(paragraphs, Role.TITLE), None),
        "deck": next(_texts(paragraphs, Role.DECK), None),
        "byline": next(_authors(paragraphs), None),
        "source": next(_sources(paragraphs), None),
        "date": _date_of(paragraphs),
        "language": language_of(_texts_for_language(paragraphs)),
    }
    told = {
        field: guess
        for field, guess in guesses.items()
        if guess is not None and getattr(stated, field) is None
    }
    guessed = stated.guessed | told.keys()
    return replace(stated, guessed=guessed, **told)


def _texts(paragraphs: Sequence[Paragraph], *roles: Role) -> Iterator[str]:
    return (paragraph.text for paragraph in paragraphs if paragraph.role in roles)


def _authors(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield the bylines without `By`, but for those that name an agency alone."""
    for text in _texts(paragraphs, Role.BYLINE):
        names = _BY.sub("", text, count=1)
        if agency_in_credit(names) != names:
            yield names


def _sources(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield what credits, bylines and the lead name as the source, in this order."""
    yield from filter(None, map(source_in_credit, _texts(paragraphs, Role.CREDIT)))
    yield from filter(None, map(agency_in_credit, _texts(paragraphs, Role.BYLINE)))
    lead = next(_texts(paragraphs, Role.BODY), "")
    for found in filter(None, (pattern.match(lead) for pattern in _LEADS)):
        agency = agency_in_credit(found["agency"])
        if agency is not None:
            yield agency


def _date_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """Read the first date line; the lines that are known as such come first."""
    ends = [*paragraphs[:FIRST], *paragraphs[max(FIRST, len(paragraphs) - LAST) :]]
    # A title, a subhead or a caption that is a date tells of the events.
    around = _texts(ends, Role.BODY, Role.BYLINE, Role.CREDIT, Role.FURNITURE)
    lines = [
        text for text in chain(_texts(paragraphs, Role.DATELINE), around) if _has_figures(text)
    ]
    if not lines:
        return None
    # Few texts have such a line, and the patterns of dates take milliseconds to compile.
    from tui.article.facts.dates import date_among  # noqa: PLC0415

    return date_among(lines)


def _has_figures(text: str) -> bool:
    """Whether it is short enough for a date line and has enough figures in it."""
    return len(text) <= LONGEST_DATE_LINE and sum(map(str.isdigit, text)) >= FEWEST_FIGURES


def _texts_for_language(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield the running text first; the rest counts only where there is little of it."""
    yield from _texts(paragraphs, Role.BODY)
    yield from (
        paragraph.text
        for paragraph in paragraphs
        if paragraph.role not in (Role.BODY, Role.CODE) and not paragraph.aside
    )
