"""The values that reading a file gives: articles, paragraphs, spans.

Nothing here reads or guesses; `load` and the readers beside it do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tui.article.counting import word_count

_LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_ENOUGH_LETTERS = 200_000
"""Letters of an article after which no more of it is read for its words: 20 ms."""


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
    DECK = "deck"
    """The line or two under the title that sum the story up."""
    BYLINE = "byline"
    """Who wrote it: `By Jane Doe`."""
    CREDIT = "credit"
    """Which paper or agency it is from and where: `Reuters/Paris/Dubai`."""
    DATELINE = "dateline"
    """A place that stands alone before the text, `TEHRAN-`, or when it was published."""
    SUBHEAD = "subhead"
    BODY = "body"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"
    """What the page says about itself: `Skip to main content`."""


_HEADINGS = frozenset({Role.TITLE, Role.SUBHEAD})


class Style(StrEnum):
    """How words are set off inside a paragraph."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    STRUCK = "struck"
    """Struck through, and yet there to be read."""


@dataclass(frozen=True, slots=True, order=True)
class Styled:
    """A stretch of a paragraph that is set off."""

    span: Span
    style: Style


class Tracked(StrEnum):
    """Which state of a document with tracked changes is read."""

    ACCEPTED = "accepted"
    """As if every change were accepted."""
    BEFORE = "before"
    """As it was before the changes."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the reader sees it: on one line, harmless, never blank."""

    text: str
    """No line ends, no blanks at the ends; control characters are substituted."""
    role: Role
    line: int | None
    """The line of the file it begins on, from 1; None in formats without lines."""
    aside: bool = False
    """Whether it is of the page and not of the story: furniture, the second
    copy of a caption. It is shown dimmed and left out of the pairing."""
    doubtful: bool = False
    """Whether it may have been cut from its neighbour at the wrong place."""
    styles: tuple[Styled, ...] = ()
    """What is set off in it, by place; stretches of one style are disjoint."""

    @property
    def is_heading(self) -> bool:
        """Whether it stands above a text or a part of one."""
        return self.role in _HEADINGS


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an article beside its text; None where nothing tells it."""

    title: str | None = None
    deck: str | None = None
    byline: str | None = None
    """The authors, without `By`."""
    source: str | None = None
    """Paper, agency or site."""
    date: str | None = None
    """Day of publication in ISO 8601: `2014-09-15`; `2014-09` when no more is known."""
    language: str | None = None
    """As in BCP 47: `en`; `und-Hebr` when only the script is known."""
    guessed: frozenset[str] = frozenset()
    """Names of those fields that were guessed; the file itself states the others.
    `title` is among them where an article is called by its beginning."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of one file, before it is parted into articles."""

    paragraphs: tuple[Paragraph, ...]
    """In the order of the file; none when it holds no text."""
    found: str
    """How the paragraphs were found, in a few words: `one paragraph a line`."""
    stated: About = About()
    """What the file states of itself, in front matter or metadata; nothing guessed."""
    notes: tuple[str, ...] = ()
    """Sentences for the reader: what was left out or could not be read, and why."""


@dataclass(frozen=True)
class Article:
    """One text to compare."""

    # Without slots, so that what takes long to count is counted when it is asked for.

    title: str
    """Stated or from the text itself; the file's name only when the text has no words."""
    paragraphs: tuple[Paragraph, ...]
    """In reading order; at least one."""
    file: str
    """The name as it was given, harmless to print."""
    part: int | None = None
    """Which article of its file it is, from 1; None when it is all of it."""
    label: str | None = None
    """What the page calls this part: `version 2`."""
    about: About = About()
    found: str = ""
    """How its paragraphs were found, in a few words."""

    @property
    def origin(self) -> str:
        """The name by which it can be opened again: `page.txt#2`."""
        return self.file if self.part is None else f"{self.file}#{self.part}"

    @property
    def source(self) -> str | None:
        """Paper, agency or site, where it is known."""
        return self.about.source

    @cached_property
    def words(self) -> int:
        """How many words it has, what is set aside not counted.

        Two signs of a script without blanks count as one.
        """
        return sum(word_count(each.text) for each in self.paragraphs if not each.aside)

    @cached_property
    def written_small(self) -> frozenset[str]:
        """The words that it writes without a capital somewhere, of its first 200,000 letters.

        What begins a sentence and is not among them may be a name.
        """
        found: set[str] = set()
        letters = 0
        for paragraph in self.paragraphs:
            found.update(filter(str.islower, _LETTERS.findall(paragraph.text)))
            letters += len(paragraph.text)
            if letters >= _ENOUGH_LETTERS:
                break
        return frozenset(found)

    @cached_property
    def fingerprint(self) -> str:
        """Hash of the paragraphs' texts: the same text has the same fingerprint."""
        # Most readers never need it, and the import takes milliseconds.
        import hashlib  # noqa: PLC0415

        digest = hashlib.blake2b(digest_size=16)
        for paragraph in self.paragraphs:
            digest.update(paragraph.text.encode() + b"\n")
        return digest.hexdigest()
