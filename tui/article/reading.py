"""Turn one file into a document: the one place that knows every kind of file.

In: an address. Out: a `Document`. By content first, by suffix second, the
bytes go to the reader that knows them; what it finds becomes articles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from tui.article.document import Document
from tui.article.facts.about import about_of
from tui.article.formats.front_matter import FrontMatter, front_matter_of
from tui.article.formats.markdown import read_markdown
from tui.article.formats.web import looks_like_html, read_html
from tui.article.model import About, Article, Paragraph, Reading, Role, Tracked
from tui.article.pages import document_of_page
from tui.article.plain.paragraphs import part
from tui.article.roles.guess import paragraphs_of
from tui.article.roles.parts import parts_of
from tui.article.roles.titles import title_of
from tui.article.sources.address import Address
from tui.article.sources.encoding import Decoded, decode
from tui.article.sources.fetching import SIZE_LIMIT, read_bytes
from tui.article.sources.folders import MARKDOWN_SUFFIXES
from tui.errors import ArticleError
from tui.visible import visible

Progress = Callable[[float], None]
"""Told which share (0 to 1) of the work is done.

An exception it raises ends the reading: that is how to cancel one.
"""

_FETCHED, _DECODED, _PARTED = 0.05, 0.15, 0.65
"""Share (0 to 1) of the work that is done when each step ends, as measured on
a plain text of 45 MB."""

# How archives, old Word files and Rich Text begin.
_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf")


def no_progress(share: float) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How texts are to be read."""

    size_limit: int = SIZE_LIMIT
    """Most bytes of one text."""
    tracked: Tracked = Tracked.ACCEPTED
    """How the tracked changes of an office document are read."""
    repairs: Path | None = None
    """The folder with the cuts that the reader chose on trackers' pages; None
    where there is none."""


def read_document(
    address: Address, options: ReadOptions, progress: Progress = no_progress
) -> Document:
    """Read one text, whatever its name; its part is not looked at.

    Raises:
        ArticleError: It cannot be read, or holds nothing but blanks.
    """
    raw = read_bytes(address, size_limit=options.size_limit)
    progress(_FETCHED)
    if raw.startswith(_OFFICE):
        reading = _read_office(str(address), raw, options.tracked)
        if reading is not None:
            return _marked_up(address, reading)
    decoded = decode(str(address), raw)
    if looks_like_html(decoded.text):
        # A page states its own encoding.
        return _marked_up(address, read_html(str(address), raw))
    del raw  # A large text should not be held twice.
    progress(_DECODED)
    page = document_of_page(visible(address.name), decoded.text, options.repairs)
    document = page or _of_text(address, decoded.text, progress)
    return replace(document, notes=(*document.notes, *_about_encoding(decoded)))


def _read_office(name: str, raw: bytes, tracked: Tracked) -> Reading | None:
    """Read a word processor's document; None for another kind of archive."""
    from tui.article.formats.office import Kind, kind_of, refusal

    match kind_of(raw):
        case None:
            return None
        case Kind.WORD:
            from tui.article.formats.word import read_docx

            return read_docx(name, raw, tracked=tracked)
        case Kind.OPENDOCUMENT:
            from tui.article.formats.opendocument import read_odt

            return read_odt(name, raw, tracked=tracked)
        case kind:
            raise refusal(name, kind)


def _of_text(address: Address, text: str, progress: Progress) -> Document:
    """Read Markdown where the name says so and the parser can, else plain text."""
    if PurePath(address.name).suffix.lower() not in MARKDOWN_SUFFIXES:
        return _of_plain_text(address, front_matter_of(text), progress)
    reading = read_markdown(text)
    if reading.paragraphs:
        return _marked_up(address, reading)
    front = replace(front_matter_of(text), notes=reading.notes)
    return _of_plain_text(address, front, progress)


def _of_plain_text(address: Address, front: FrontMatter, progress: Progress) -> Document:
    parted = part(front.rest)
    progress(_PARTED)
    reading = Reading(paragraphs_of(parted.blocks), parted.found, front.stated, front.notes)
    whole = _article(address, reading, reading.paragraphs)
    stories = parts_of(reading.paragraphs)
    if len(stories) == 1:
        return Document(whole, notes=reading.notes)
    parts = tuple(
        replace(_article(address, replace(reading, stated=About()), story), part=number)
        for number, story in enumerate(stories, start=1)
    )
    return Document(whole, parts, notes=reading.notes)


def _marked_up(address: Address, reading: Reading) -> Document:
    """A document of one article, in which marks and not guesses tell the title."""
    titles = (each.text for each in reading.paragraphs if each.role is Role.TITLE)
    title = reading.stated.title or next(titles, None)
    reading = replace(reading, stated=replace(reading.stated, title=title))
    return Document(_article(address, reading, reading.paragraphs), notes=reading.notes)


def _about_encoding(decoded: Decoded) -> tuple[str, ...]:
    if not decoded.guessed:
        return ()
    return (f"It is read as {decoded.encoding}, which is a guess.",)


def _article(address: Address, reading: Reading, paragraphs: Sequence[Paragraph]) -> Article:
    if not paragraphs:
        raise ArticleError(f"{address} holds nothing but blanks; give a file with text in it.")
    about = about_of(paragraphs, reading.stated)
    name = visible(PurePath(address.name).name or address.name)
    return Article(
        title=about.title or title_of(paragraphs, name),
        paragraphs=tuple(paragraphs),
        file=visible(address.name),
        about=about,
        found=reading.found,
    )
