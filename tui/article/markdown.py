"""Find the paragraphs of Markdown, with the roles its marks give them.

In: a text. Out: paragraphs in words, without the marks. Guessing is other
files' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from tui.article.lines import clean, one_line
from tui.article.model import Paragraph, Role

if TYPE_CHECKING:
    from markdown_it.token import Token

LENGTH_LIMIT, LINES_LIMIT = 4_000_000, 100_000
"""Characters and lines of the longest text that is parsed; it takes some seconds."""

DEEPEST = 100
"""Levels of nesting; the parser drops what lies deeper, so such a text is not Markdown."""

_CONTAINERS = {"blockquote_open": Role.QUOTE, "list_item_open": Role.LIST_ITEM}
_CONTAINER_ENDS = ("blockquote_close", "list_item_close")
_CODE = ("fence", "code_block", "html_block")
_BLANK_ENDS = str.maketrans(dict.fromkeys("\v\f\u2028\u2029", " "))
_LINE_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)


def markdown_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Read the text as CommonMark with tables and strikethrough.

    The first heading of level one is the title. A code block and a table row
    are one paragraph each, lines joined by a space, cells by ` | `; HTML
    blocks are kept as code. None at all come from a text without words, and
    from one too long or too deep to be read as Markdown.
    """
    if len(text) > LENGTH_LIMIT or max(map(text.count, "\r\n")) > LINES_LIMIT:
        return ()
    tokens = _parse(text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        return ()
    return tuple(_with_one_title(_paragraphs(tokens)))


def _parse(text: str) -> list[Token]:
    # Plain text, the common case, should not wait for this import.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    return parser.enable(["table", "strikethrough"]).parse(text.translate(_BLANK_ENDS))


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    containers = [Role.BODY]
    for number, token in enumerate(tokens):
        if token.type in _CONTAINERS:
            containers.append(_CONTAINERS[token.type])
        elif token.type in _CONTAINER_ENDS:
            containers.pop()
        elif token.type == "paragraph_open":
            yield from _paragraph(_words([tokens[number + 1]]), containers[-1], token)
        elif token.type == "heading_open":
            role = Role.TITLE if token.tag == "h1" else Role.SUBHEAD
            yield from _paragraph(_words([tokens[number + 1]]), role, token)
        elif token.type == "tr_open":
            yield from _paragraph(_row(tokens, number), Role.TABLE, token)
        elif token.type in _CODE:
            yield from _paragraph(one_line(token.content), Role.CODE, token)


def _paragraph(words: str, role: Role, token: Token) -> Iterator[Paragraph]:
    text = clean(words)
    if text and token.map:
        yield Paragraph(text, role, token.map[0] + 1)


def _row(tokens: Sequence[Token], start: int) -> str:
    """Join the cells of the table row that begins at `start`; empty when all are."""
    following = (tokens[number] for number in range(start, len(tokens)))
    row = takewhile(lambda token: token.type != "tr_close", following)
    cells = [clean(_words([token])) for token in row if token.type == "inline"]
    return " | ".join(cells) if any(cells) else ""


def _words(tokens: Sequence[Token]) -> str:
    return "".join(map(_words_of_one, tokens))


def _words_of_one(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type in ("inline", "image"):
        return _words(token.children or [])
    if token.type == "html_inline":
        return " " if _LINE_BREAK_TAG.match(token.content) else ""
    return token.content


def _with_one_title(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    titled = False
    for paragraph in paragraphs:
        if titled and paragraph.role is Role.TITLE:
            yield Paragraph(paragraph.text, Role.SUBHEAD, paragraph.line)
        else:
            yield paragraph
        titled = titled or paragraph.role is Role.TITLE
