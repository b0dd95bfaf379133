"""The values that reading a file gives: articles, paragraphs, spans.

Nothing here reads or guesses; `load` and the readers beside it do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one paragraph's text, half-open. Never empty in a mark."""

    start: int
    """First character; code points from 0."""
    end: int
    """One past the last character."""


class Role(StrEnum):
    """What a paragraph is in its article."""

    TITLE = "title"
    CREDIT = "credit"
    """Who the text is from and where: `Reuters/Paris/Dubai`, `By Jane Doe`."""
    DATELINE = "dateline"
    """A place that stands alone before the text: `TEHRAN-`."""
    SUBHEAD = "subhead"
    BODY = "body"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"
    FURNITURE = "furniture"
    """What the page says about itself: `Skip to main content`."""

    @property
    def aside(self) -> bool:
        """Whether it is of the page and not of the story, and so dimmed."""
        return self in (Role.CAPTION, Role.FURNITURE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the reader sees it: on one line, harmless, never blank."""

    text: str
    """No line ends, no blanks at the ends; control characters are substituted."""
    role: Role
    line: int
    """The line of the file it begins on, from 1."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text to compare."""

    title: str
    """From the text itself; the file's name only when the text has no words."""
    source: str | None
    """Paper or agency where the text names one in a credit line."""
    paragraphs: tuple[Paragraph, ...]
    """In reading order; at least one."""
    origin: str
    """The path as it was given, harmless to print."""
    words: int
    """How many words it has; two signs of a script without blanks count as one."""
    fingerprint: str
    """Hash of the paragraphs' texts: the same text has the same fingerprint."""
