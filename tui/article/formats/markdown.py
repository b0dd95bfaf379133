"""Find the paragraphs of Markdown, with the roles its marks give them.

In: a text. Out: what it states of itself, and its paragraphs in words, with
the marks inside them as styles. Guessing is other files' business.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from tui.article.formats.front_matter import front_matter_of
from tui.article.model import Paragraph, Reading, Role, Span, Style, Styled
from tui.article.plain.lines import clean, lines_of

if TYPE_CHECKING:
    from markdown_it.token import Token

LENGTH_LIMIT, LINES_LIMIT = 4_000_000, 100_000
"""Characters and lines of the longest text that is parsed; it takes some seconds."""

MARKS_LIMIT = 150_000
"""Marks in the longest text that is parsed: up to 40 microseconds each."""

OPEN_LIMIT = 10_000
"""Brackets opened and not closed before the next: up to 130 microseconds each."""

LAZY_LIMIT = 500_000
"""Lines times levels of quotation: a line without marks may go on in each level,
7 microseconds to find out."""

LABEL_LIMIT = 1_000
"""Characters after `[^` without a blank or `]`; each such mark is read to its end."""

DEEPEST = 100
"""Levels of nesting; the parser drops what lies deeper, so such a text is not Markdown."""

_MARKS = "[*_~`<&\\|!"
_OPEN = re.compile(r"\[(?=[^\[\]]*+(?:\[|\Z))")
_LABEL = re.compile(rf"\[\^[^ \n\]]{{{LABEL_LIMIT}}}")
_LINE_START = re.compile(r"^[-+*>\d.) \t]+", re.MULTILINE)

_CONTAINERS = {
    "blockquote_open": Role.QUOTE,
    "list_item_open": Role.LIST_ITEM,
    "footnote_reference_open": Role.FOOTNOTE,
}
_CONTAINER_ENDS = ("blockquote_close", "list_item_close", "footnote_reference_close")
_CODE = ("fence", "code_block")
_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG, "a": Style.LINK, "s": Style.STRUCK}
_NO_WORDS = ("html_inline", "footnote_ref")
_BLANK_ENDS = str.maketrans(dict.fromkeys("\v\f\u2028\u2029", " "))

_LINE_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)
# Each goes on to the end of the text when it is not closed, so that no text is
# searched twice.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<(script|style)\b.*?(?:</\1\b[^<>]*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_INLINE_TAGS = (
    "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|"
    "span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE_TAGS})(?:[\s/][^<>]*)?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?[a-z][^<>]*>|<![a-z][^<>]*>", re.IGNORECASE)
_CUT = "\f"
# Bounded, since `int` refuses thousands of digits.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});", re.IGNORECASE)

Stretch = tuple[str, frozenset[Style]]
"""Words, and how all of them are set off."""

_PLAIN: frozenset[Style] = frozenset()


def read_markdown(text: str) -> Reading:
    """Read the text as CommonMark with tables, strike-through, footnotes and front matter.

    The first heading of level one is the title. A row of a table is one
    paragraph, cells joined by ` | `; a line of code is one. A footnote stands
    where it is written; the mark that refers to it is no word, since it
    changes with every note before it. A picture is its alternative text. HTML
    gives the words that can be seen, cut at the tags of blocks; comments do not
    count.

    No paragraphs come from a text without words, and from one too long, too
    deep or too full of marks for the parser, with a note: read those as plain.
    """
    front = front_matter_of(text)
    tokens = None if _is_too_much(front.rest) else _parse(front.rest)
    if tokens is None or any(token.level >= DEEPEST - 1 for token in tokens):
        note = "It is too long or too intricate to be read as Markdown; it is read as plain text."
        return Reading((), "Markdown", front.stated, (*front.notes, note))
    paragraphs = tuple(_with_one_title(_paragraphs(tokens)))
    return Reading(paragraphs, "Markdown", front.stated, front.notes)


def _is_too_much(text: str) -> bool:
    lines = max(map(text.count, "\r\n")) + 1
    if len(text) > LENGTH_LIMIT or lines > LINES_LIMIT + 1:
        return True
    marks, levels = sum(map(text.count, _MARKS)), 0
    for start in _LINE_START.findall(text):
        marks += len(start) - start.count(" ")
        levels = max(levels, start.count(">"))
    return (
        marks > MARKS_LIMIT
        or lines * levels > LAZY_LIMIT
        or len(_OPEN.findall(text)) > OPEN_LIMIT
        or _LABEL.search(text) is not None
    )


def _parse(text: str) -> list[Token]:
    # Plain text, the common case, should not wait for these imports.
    from markdown_it import MarkdownIt  # noqa: PLC0415
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    # Moved to the end, a note that nothing refers to would be lost.
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    return parser.parse(text.translate(_BLANK_ENDS))


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    containers = [Role.BODY]
    for number, token in enumerate(tokens):
        if token.type in _CONTAINERS:
            containers.append(_CONTAINERS[token.type])
        elif token.type in _CONTAINER_ENDS:
            containers.pop()
        elif token.map:
            yield from _block(tokens, number, token.map[0], tuple(containers))


def _block(
    tokens: Sequence[Token], number: int, row: int, containers: Sequence[Role]
) -> Iterator[Paragraph]:
    """Yield the paragraphs of the block that token `number` begins on `row`, from 0."""
    token = tokens[number]
    if token.type == "paragraph_open":
        yield from _paragraph(_stretches(_inside(tokens[number + 1])), containers[-1], row)
    elif token.type == "heading_open":
        role = Role.TITLE if token.tag == "h1" and len(containers) == 1 else Role.SUBHEAD
        yield from _paragraph(_stretches(_inside(tokens[number + 1])), role, row)
    elif token.type == "tr_open":
        yield from _paragraph(_row(tokens, number), Role.TABLE, row)
    elif token.type in _CODE:
        above = row + (token.type == "fence") - 1
        for line in lines_of(token.content):
            yield from _paragraph([(line.text, _PLAIN)], Role.CODE, above + line.number)
    elif token.type == "html_block":
        yield from _seen(token.content, containers[-1], row)


def _inside(token: Token) -> Sequence[Token]:
    return token.children or []


def _paragraph(stretches: Iterable[Stretch], role: Role, row: int) -> Iterator[Paragraph]:
    """Yield the words as a paragraph that begins on `row`, from 0; nothing when they are blank."""
    stretches = list(stretches)
    written = "".join(words for words, _ in stretches)
    text = clean(written)
    if text:
        # What was taken from the front, since nothing is taken after a point.
        shift = len(written) + 1 - len(clean(written + "."))
        yield Paragraph(text, role, row + 1, styles=_styles(stretches, shift, len(text)))


def _styles(stretches: Sequence[Stretch], shift: int, length: int) -> tuple[Styled, ...]:
    """Join neighbouring stretches of one style, and cut them to the cleaned text."""
    spans: dict[Style, list[tuple[int, int]]] = {}
    at = -shift
    for words, styles in stretches:
        start, end = max(at, 0), min(at + len(words), length)
        at += len(words)
        for style in styles if start < end else ():
            known = spans.setdefault(style, [])
            first = known.pop()[0] if known and known[-1][1] == start else start
            known.append((first, end))
    return tuple(
        sorted(Styled(Span(*span), style) for style, runs in spans.items() for span in runs)
    )


def _row(tokens: Sequence[Token], start: int) -> list[Stretch]:
    """Join the cells of the table row that begins at `start`; nothing when all are blank."""
    following = (tokens[number] for number in range(start, len(tokens)))
    row = takewhile(lambda token: token.type != "tr_close", following)
    stretches: list[Stretch] = []
    filled = False
    for cell in (list(_stretches(_inside(token))) for token in row if token.type == "inline"):
        filled = filled or any(clean(words) for words, _ in cell)
        stretches += [(" | ", _PLAIN), *cell]
    return stretches[1:] if filled else []


def _stretches(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Yield the words inside a block in order, without the marks."""
    around: list[Style] = []
    for number, token in enumerate(tokens):
        if token.nesting > 0 and token.tag in _STYLES:
            around.append(_STYLES[token.tag])
        elif token.nesting < 0 and token.tag in _STYLES:
            around.pop()
        elif token.type == "image":
            inner = _stretches(_inside(token))
            yield from ((words, styles.union(around)) for words, styles in inner)
        elif token.type == "code_inline":
            yield token.content, frozenset((*around, Style.CODE))
        else:
            words = _words(token)
            if number + 1 < len(tokens) and _takes_blanks(tokens[number + 1]):
                words = words.rstrip(" ")
            yield words, frozenset(around)


def _words(token: Token) -> str:
    if _breaks_line(token):
        return " "
    return "" if token.type in _NO_WORDS else token.content


def _breaks_line(token: Token) -> bool:
    return token.type in ("softbreak", "hardbreak") or (
        token.type == "html_inline" and _LINE_BREAK_TAG.match(token.content) is not None
    )


def _takes_blanks(token: Token) -> bool:
    """Whether blanks before it would stand there twice, or before nothing."""
    return token.type == "footnote_ref" or _breaks_line(token)


def _seen(content: str, role: Role, row: int) -> Iterator[Paragraph]:
    """Yield the words of a block of HTML that begins on `row`, cut at the tags of blocks."""
    bare = _INLINE_TAG.sub(_line_ends, _UNSEEN.sub(_line_ends, content))
    for part in _BLOCK_TAG.sub(lambda tag: _CUT + _line_ends(tag), bare).split(_CUT):
        lines = [(line.number, clean(_unescaped(line.text))) for line in lines_of(part)]
        filled = [(number, words) for number, words in lines if words]
        if filled:
            text = " ".join(words for _, words in filled)
            yield from _paragraph([(text, _PLAIN)], role, row + filled[0][0] - 1)
        row += part.count("\n")


def _line_ends(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _unescaped(words: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), words)


def _with_one_title(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    titled = False
    for paragraph in paragraphs:
        if titled and paragraph.role is Role.TITLE:
            yield replace(paragraph, role=Role.SUBHEAD)
        else:
            yield paragraph
        titled = titled or paragraph.role is Role.TITLE
