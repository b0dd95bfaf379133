"""Turn one file into a document: the one place that knows every kind of file.

In: an address. Out: a `Document`. By content first, by suffix second, the
bytes go to the reader that knows them; what it finds becomes articles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from tui.article import kinds
from tui.article.document import Document
from tui.article.facts.about import about_of
from tui.article.model import About, Article, Paragraph, Reading, Role, Tracked
from tui.article.plain.lines import cut
from tui.article.plain.paragraphs import part
from tui.article.roles.guess import paragraphs_of, with_signatures
from tui.article.roles.parts import parts_of
from tui.article.roles.titles import title_of
from tui.article.sources.address import Address
from tui.article.sources.encoding import Decoded, decode
from tui.article.sources.fetching import SIZE_LIMIT, read_bytes
from tui.article.sources.folders import MARKDOWN_SUFFIXES
from tui.collecting import no_collecting
from tui.errors import ArticleError
from tui.visible import visible

Progress = Callable[[float], None]
"""Told which share (0 to 1) of the work is done.

An exception it raises ends the reading: that is how to cancel one.
"""

LINES_LIMIT = 2_000_000
"""Lines of the longest plain text; each takes some 200 bytes, however short it is."""

_FETCHED, _DECODED, _PARTED = 0.05, 0.15, 0.65
"""Share (0 to 1) of the work that is done when each step ends, as measured on
a plain text of 45 MB."""


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
    if kinds.may_be_office_document(raw):
        reading = _read_office(str(address), raw, options.tracked)
        if reading is not None:
            return _marked_up(address, reading)
    decoded = decode(str(address), raw)
    if kinds.may_be_web_page(decoded.text):
        reading = _read_page(str(address), raw, decoded)
        if reading is not None:
            return _marked_up(address, reading)
    del raw  # A large text should not be held twice, here and below.
    progress(_DECODED)
    notes = _about_encoding(decoded)
    page = _read_tracker_page(address, decoded.text, options)
    if page is not None:
        return replace(page, notes=(*page.notes, *notes))
    marked = _read_markdown(address, decoded.text)
    if marked is not None and marked.paragraphs:
        return _marked_up(address, replace(marked, notes=(*marked.notes, *notes)))
    stated, rest, told = _front_matter(decoded.text)
    notes = (*(marked.notes if marked else told), *notes)
    with no_collecting():
        _refuse_too_many_lines(address, rest)
        lines = cut(rest)
        del decoded, rest
        parted = part(lines)
        del lines
        progress(_PARTED)
        reading = Reading(paragraphs_of(parted.blocks), parted.found, stated, notes)
        del parted
        return _of_stories(address, reading)


def _refuse_too_many_lines(address: Address, text: str) -> None:
    lines = text.count("\n")
    if lines > LINES_LIMIT:
        raise ArticleError(
            f"{address} has {lines:,} lines, and {LINES_LIMIT:,} can be read; "
            "cut it into smaller files."
        )


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


def _read_page(name: str, raw: bytes, decoded: Decoded) -> Reading | None:
    """Read a web page; None for a text that only begins with a tag."""
    from tui.article.formats.web import looks_like_html, read_html

    if not looks_like_html(decoded.text):
        return None
    # A page states its own encoding, in signs of one byte.
    wide = decoded.encoding.startswith(("UTF-16", "UTF-32"))
    return read_html(name, decoded.text if wide else raw)


def _read_tracker_page(address: Address, text: str, options: ReadOptions) -> Document | None:
    """Read a tracker's page; None for any other text."""
    if not kinds.may_be_tracker_page(text):
        return None
    from tui.article.pages import document_of_page

    return document_of_page(visible(address.file), text, options.repairs)


def _read_markdown(address: Address, text: str) -> Reading | None:
    """Read Markdown where the name says so; without paragraphs when the parser cannot."""
    if PurePath(address.name).suffix.lower() not in MARKDOWN_SUFFIXES:
        return None
    from tui.article.formats.markdown import read_markdown

    return read_markdown(text)


def _front_matter(text: str) -> tuple[About, str, tuple[str, ...]]:
    """What a text states before it begins, the rest of it, and notes on what is not clear."""
    if not kinds.may_have_front_matter(text):
        return About(), text, ()
    from tui.article.formats.front_matter import front_matter_of

    front = front_matter_of(text)
    return front.stated, front.rest, front.notes


def _of_stories(address: Address, reading: Reading) -> Document:
    """A document of plain text, which may hold several stories."""
    stories = parts_of(reading.paragraphs)
    if len(stories) < 2:
        return Document(_article(address, reading, reading.paragraphs), notes=reading.notes)
    parts = tuple(
        replace(_article(address, replace(reading, stated=About()), story), part=number)
        for number, story in enumerate(stories, start=1)
    )
    # All of it is called by its first story; what the file states is said of all.
    about = about_of(stories[0], reading.stated) if reading.stated != About() else parts[0].about
    whole = replace(
        parts[0],
        title=reading.stated.title or parts[0].title,
        paragraphs=reading.paragraphs,
        part=None,
        about=about,
    )
    return Document(whole, parts, notes=reading.notes)


def _marked_up(address: Address, reading: Reading) -> Document:
    """A document of one article, in which marks and not guesses tell the title."""
    titles = (each.text for each in reading.paragraphs if each.role is Role.TITLE)
    title = reading.stated.title or next(titles, None)
    reading = replace(reading, stated=replace(reading.stated, title=title))
    paragraphs = with_signatures(reading.paragraphs)
    return Document(_article(address, reading, paragraphs), notes=reading.notes)


def _about_encoding(decoded: Decoded) -> tuple[str, ...]:
    if not decoded.guessed:
        return ()
    return (f"It is read as {decoded.encoding}, which is a guess.",)


def _article(address: Address, reading: Reading, paragraphs: Sequence[Paragraph]) -> Article:
    if not paragraphs:
        raise ArticleError(f"{address} holds nothing but blanks; give a file with text in it.")
    about = about_of(paragraphs, reading.stated)
    if about.title is None:
        # It is called by its beginning, and that is a guess.
        about = replace(about, guessed=about.guessed | {"title"})
    name = visible(PurePath(address.name).name or address.name)
    return Article(
        title=about.title or title_of(paragraphs, name),
        paragraphs=tuple(paragraphs),
        file=visible(address.file),
        about=about,
        found=reading.found,
    )
