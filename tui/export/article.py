"""Write one article as it was understood, or its text alone.

In: a document or an article. Out: pieces of text. Who doubts a comparison
looks here first: every paragraph with its role and the line it came from.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.article import About, Article, Document, Paragraph, Role, counted
from tui.compare.signs import DOUBT, SET_ASIDE
from tui.export.listing import doubtful, parts_line, set_aside
from tui.export.wrapping import hanging

_FACTS = ("deck", "byline", "source", "date", "language")
_FIELD_WIDTH = 11
_LINE_WIDTH = 6
_ROLE_WIDTH = max(map(len, Role)) + 1


def write_article(document: Document, width: int) -> Iterator[str]:
    """What is known of the whole document, and its paragraphs one by one.

    A paragraph begins with the line of the file it came from, a mark (`:` set
    aside, `?` cut in doubt), and its role. Lines are at most `width` columns
    where that leaves room for words; 0 does not wrap.
    """
    article = document.whole
    yield f"{article.origin}\n"
    for field, value in _known(document):
        yield from hanging(f"{field:<{_FIELD_WIDTH}}", value, width)
    yield "\n"
    for paragraph in article.paragraphs:
        yield from hanging(_margin(paragraph), paragraph.text, width)


def write_plain(article: Article) -> Iterator[str]:
    """The text that is compared, a blank line between paragraphs."""
    for number, paragraph in enumerate(p for p in article.paragraphs if not p.aside):
        yield f"\n{paragraph.text}\n" if number else f"{paragraph.text}\n"


def _known(document: Document) -> Iterator[tuple[str, str]]:
    article = document.whole
    yield "title", _guess(article.about, "title", article.title)
    if article.label:
        yield "part", article.label
    for field in _FACTS:
        value = getattr(article.about, field)
        yield field, "not known" if value is None else _guess(article.about, field, value)
    story = sum(not each.aside for each in article.paragraphs)
    length = f"{counted(article.words, 'word')}, {counted(story, 'paragraph')}"
    yield "length", length
    yield "found as", article.found
    if document.parts:
        yield "holds", parts_line(document)
    if aside := set_aside(article):
        yield "set aside", aside
    if doubts := doubtful(article):
        yield "in doubt", counted(doubts, "cut")
    for note in document.notes:
        yield "note", note


def _guess(about: About, field: str, value: str) -> str:
    return f"{value} (guessed)" if field in about.guessed else value


def _margin(paragraph: Paragraph) -> str:
    line = "" if paragraph.line is None else str(paragraph.line)
    mark = SET_ASIDE if paragraph.aside else DOUBT if paragraph.doubtful else " "
    return f"{line:>{_LINE_WIDTH}} {mark} {paragraph.role.value:<{_ROLE_WIDTH}}"
