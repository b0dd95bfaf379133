"""Read web pages as a browser saved them.

In: the bytes or the text of a page. Out: all its text as paragraphs with roles;
what is not of the story stands aside. `trafilatura` judges what the story is; the
words are read here, so that none is lost when it errs.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tui.article.counting import word_count
from tui.article.formats.blocks import NO_STYLES, Block, Run, Words, joined, row_of, with_one_title
from tui.article.formats.extras import missing
from tui.article.model import About, Paragraph, Reading, Role, Span, Style, Styled
from tui.article.roles.bylines import is_byline
from tui.errors import ArticleError
from tui.visible import visible

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FOUND = "paragraphs of a web page"

BEGINNING = 1_024
"""Bytes of a page in which it tells its character set; browsers look no further."""

JUDGED_LIMIT = 3_000_000
"""Characters of the longest page in which the story is looked for; it takes some seconds."""

JUDGED_TAGS = 30_000
"""Tags of such a page; thousands of tables in a row take the judge minutes."""

TAGS_LIMIT, ATTRIBUTES_LIMIT = 1_000_000, 2_000
"""Tags of a page, and attributes of a tag, beyond which it is none that a
browser saved: the parser takes the square of them."""

LONGEST_STATED = 2_000
"""Characters of a statement in the head of a page that are read."""

SHORT = 25
"""Letters of a paragraph up to which the judge must have kept it whole, not as part of another."""

WINDOW = 20_000
"""Letters of the story in which the next paragraph is looked for."""

TOP = 5
"""Paragraphs from the headline in which the deck and the byline are looked for."""

BYLINE_WORDS = 15
"""Most words of a line that names the author above the story."""

PROSE_WORDS = 10
"""Fewest words that stand for a paragraph in a block that is not marked as one."""

_DEEPEST_LINE = 65_535
"""The parser counts no further; what stands there or below has no line."""

# Browsers read these declared character sets as larger ones.
_LARGER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874",
    "iso8859-11": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
          (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
# What browsers know, by Python's names; the others are jokes or traps.
_OF_PAGES = re.compile(
    r"ascii|utf-8|utf-16|cp1?(?:25\d|866|874|932|949)|iso8859|koi8|mac-|gb|big5|shift_jis|euc_|"
    r"iso2022_jp|tis-620"
)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
# Control characters, halves of surrogates, and what XML cannot hold.
_UNFIT = re.compile("[\0-\b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SHOWN = dict.fromkeys("\ufffe\uffff", "\ufffd")
_START = re.compile(r"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)

_SILENT = (
    "audio", "canvas", "datalist", "embed", "head", "iframe", "noframes", "noscript", "object",
    "script", "style", "svg", "template", "video",
)  # fmt: skip
# Where one of these is not closed, the parser puts the rest of the page into it.
_LEFT_OPEN = frozenset(("audio", "canvas", "datalist", "embed", "object", "svg", "video"))
_STORY = "boolean(.//p | .//h1 | .//h2 | .//h3)"
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"),
        *("label", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre"),
        *("search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot"),
        *("th", "thead", "tr", "ul"),
    )
)
_ROLES = {
    "blockquote": Role.QUOTE,
    "caption": Role.CAPTION,
    "dd": Role.LIST_ITEM,
    "dt": Role.LIST_ITEM,
    "figcaption": Role.CAPTION,
    "li": Role.LIST_ITEM,
    "pre": Role.CODE,
    **{f"h{level}": Role.SUBHEAD for level in range(1, 7)},
}
_SET_OFF = {
    "a": Style.LINK,
    **dict.fromkeys(("b", "strong"), Style.STRONG),
    **dict.fromkeys(("cite", "em", "i"), Style.EMPHASIS),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Style.CODE),
    **dict.fromkeys(("del", "s", "strike"), Style.STRUCK),
}
_PARAGRAPH_TAGS = frozenset((*_ROLES, "p", "tr"))
_FURNITURE_TAGS = ("aside", "button", "dialog", "footer", "form", "label", "nav", "select")
_DECK_CLASS = re.compile(r"\b(?:standfirst|deck|dek|sub-?(?:title|headline|deck))\b", re.IGNORECASE)
_FURNITURE_CLASS = re.compile(
    r"(?:\b|_)(?:ads?|advert\w*|banner|breadcrumbs?|comments?|cookies?|menu|nav\w*|newsletter\w*"
    r"|popup|promo\w*|recommend\w*|related|shar(?:e|ing)|sidebar|social|sponsor\w*|subscri\w*"
    r"|teasers?|toolbar|widget)(?:\b|_)",
    re.IGNORECASE,
)
# A table with one of these in it lays out a page.
_LAYOUT = (
    ".//table|.//ul|.//ol|.//dl|.//blockquote|.//pre|.//h1|.//h2|.//h3|.//td[count(.//p)>1]"
    "|.//tr/text()[normalize-space()]|.//tr/*[not(self::td or self::th)]"
)

_PUBLISHED = frozenset(
    ("article:published_time", "citation_publication_date", "date", "datepublished", "dc.date",
     "dc.date.issued", "dcterms.date", "dcterms.issued", "parsely-pub-date", "pubdate")
)  # fmt: skip
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_DAY = re.compile(r"\s*(\d{4})[-/](\d\d)(?:[-/](\d\d))?(?!\d)")
_NO_DAYS = ("0001-01-01", "1970-01-01")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def looks_like_html(text: str) -> bool:
    """Whether a text begins as a web page does, behind comments and an XML declaration."""
    rest = text.lstrip("\ufeff \t\r\n\f")
    for begins, ends in (("<?xml", "?>"), *(("<!--", "-->"),) * 10):
        if rest.startswith(begins):
            rest = rest.partition(ends)[2].lstrip()
    return _START.match(rest) is not None


def read_html(name: str, page: bytes | str) -> Reading:
    """Read a page: the story as body, all else of it as furniture.

    A single line break is a blank; two in a row end a paragraph. A table row is
    one paragraph, cells joined by ` | `, unless the table lays out the page.
    Author, date and the like are what the head of the page or its linked data
    state; nothing is taken from the running text.

    Raises:
        ArticleError: The page is nested too deep for the parser, or
            `trafilatura` is not installed.
    """
    text = page if isinstance(page, str) else _decoded(page)
    tags = text.split("<")
    if len(tags) > TAGS_LIMIT or any(tag.count("=") > ATTRIBUTES_LIMIT for tag in tags):
        raise ArticleError(f"{name} has too many tags for a web page; save it as plain text.")
    judged = len(text) <= JUDGED_LIMIT and len(tags) <= JUDGED_TAGS
    del tags
    tree = _parsed(name, text)
    if tree is None:
        return Reading((), FOUND)
    stated = _stated(tree)
    pieces = list(_pieces(tree))
    if not judged:
        blocks = [_block(piece) for piece in pieces]
        remarks = [f"{name} is too long to tell its story from its furniture."]
    else:
        blocks = _sorted_out(pieces, _judged(pieces, _Story.of(tree)), stated)
        remarks = list(_remarks(name, blocks))
    return Reading(with_one_title(blocks), FOUND, stated, tuple(map(visible, remarks)))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph of the page, of the story or not."""

    words: Words
    role: Role
    level: int | None
    line: int | None
    element: HtmlElement
    """The block it stands in."""


def _decoded(raw: bytes) -> str:
    """Decode as browsers do: by its mark, by what the page declares, else UTF-8 or Western."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    declared = _CHARSET.search(raw[:BEGINNING])
    try:
        encoding = codecs.lookup(declared[1].decode("ascii")).name if declared else ""
        if not encoding or not _OF_PAGES.match(encoding):
            return raw.decode()
        return raw.decode(_LARGER.get(encoding, encoding), "replace")
    except (LookupError, UnicodeError):
        return raw.decode("cp1252", "replace")


def _parsed(name: str, text: str) -> HtmlElement | None:
    """Parse the page; `None` when there is nothing in it."""
    try:
        import trafilatura  # noqa: F401, PLC0415 - an extra, and it brings the parser
        from lxml import etree, html  # noqa: PLC0415
    except ImportError as error:
        raise missing(name, "a web page", "html", error) from error
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    fit = _UNFIT.sub(lambda match: _SHOWN.get(match[0], visible(match[0])), lines)
    try:
        tree = html.document_fromstring(fit.encode(), parser=parser)
    except etree.ParserError:
        return None
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise ArticleError(
            f"{name} is nested too deep to be read as a web page; save it as plain text."
        )
    return tree


def _pieces(tree: HtmlElement) -> Iterator[_Piece]:
    """Yield all paragraphs of the page in their order."""
    blocks: list[tuple[HtmlElement, Role, int | None]] = [(tree, Role.BODY, None)]
    runs: list[_Text] = []
    for token in _tokens(tree):
        if isinstance(token, _Text):
            if runs or token.run.text.strip():
                runs.append(token)
            continue
        element, role, level = blocks[-1]
        words = joined(text.run for text in runs)
        if words.text:
            yield _Piece(words, role, level, _line(runs[0].line), element)
        runs = []
        if isinstance(token, _Piece):
            yield token
        elif token.opens is not None:
            blocks.append((token.opens, *_role(token.opens, role)))
        elif token.closes:
            blocks.pop()


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of the page, as it stands between two tags."""

    run: Run
    line: int
    """The line of its first word, as the parser counts."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """The end of a paragraph: a block begins or ends, or a blank line stands there."""

    opens: HtmlElement | None = None
    closes: bool = False


def _tokens(tree: HtmlElement) -> Iterator[_Text | _Edge | _Piece]:
    """Yield the texts of the page, the edges of its blocks, and the rows of its tables."""
    from lxml import etree  # noqa: PLC0415 - an extra

    styles, grids = [NO_STYLES], [False]
    line, broken = 0, False
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag, begins = element.tag, event == "start"
        text = (element.text if begins else element.tail) or ""
        if begins:
            line = max(line, element.sourceline or 0)
            styles.append(styles[-1] | {_SET_OFF[tag]} if tag in _SET_OFF else styles[-1])
            grids.append(_is_grid(element) if tag == "table" else grids[-1])
        else:
            styles.pop()
            grids.pop()
        if tag in _BLOCKS:
            yield _Edge(opens=element if begins else None, closes=not begins)
            broken = False
        silent = tag in _SILENT and (tag not in _LEFT_OPEN or not element.xpath(_STORY))
        if begins and (silent or (tag == "tr" and grids[-1])):
            walk.skip_subtree()
            if tag == "tr" and (row := _row(element)).text:
                yield _Piece(row, Role.TABLE, None, _line(line), element)
            continue
        if tag == "br" and begins:
            yield _Edge() if broken else _Text(Run(" "), line)
            broken = True
        if text:
            lead = text[: len(text) - len(text.lstrip())]
            yield _Text(Run(text, styles[-1]), line + lead.count("\n"))
            line += text.count("\n")
            broken = broken and not text.strip()


def _row(row: HtmlElement) -> Words:
    return row_of([joined(_runs(cell)) for cell in row])


def _runs(cell: HtmlElement) -> Iterator[Run]:
    """Yield what a cell of a table says, its blocks parted by blanks."""
    for token in _tokens(cell):
        if isinstance(token, _Text):
            yield token.run
        else:
            yield Run(" ")


def _is_grid(table: HtmlElement) -> bool:
    return not table.xpath(_LAYOUT)


def _role(element: HtmlElement, around: Role) -> tuple[Role, int | None]:
    tag = str(element.tag)
    role = _ROLES.get(tag, around)
    return role, int(tag[1]) if tag in _ROLES and role is Role.SUBHEAD else None


def _line(line: int) -> int | None:
    return line if 0 < line < _DEEPEST_LINE else None


@dataclass(frozen=True, slots=True)
class _Story:
    """What the judge took for the story, in letters and digits only."""

    letters: str
    wholes: frozenset[str]
    """The same, of each of its elements."""

    @classmethod
    def of(cls, tree: HtmlElement) -> _Story:
        """Ask the judge, in the way that keeps most."""
        import trafilatura  # noqa: PLC0415 - an extra

        for library in ("trafilatura", "htmldate", "justext"):
            # It writes on standard error what it thinks of a page.
            logging.getLogger(library).setLevel(logging.CRITICAL + 1)
        found = trafilatura.bare_extraction(
            tree, favor_recall=True, include_comments=False, include_tables=True
        )
        if not isinstance(found, trafilatura.settings.Document):
            return cls("", frozenset())
        texts = ["".join(element.itertext()) for element in found.body.iter()]
        return cls(_letters(texts[0]), frozenset(map(_letters, texts)))


def _judged(pieces: Sequence[_Piece], story: _Story) -> list[bool]:
    """Tell for each paragraph whether it is in the story."""
    verdicts: list[bool] = []
    place = 0
    for piece in pieces:
        letters = _letters(piece.words.text)
        found = story.letters.find(letters, place, place + WINDOW) if letters else -1
        if found >= 0 and (len(letters) > SHORT or letters in story.wholes):
            place = found + len(letters)
        # A row of stars belongs to what stands above it.
        known = letters in story.wholes or (found >= 0 and len(letters) > SHORT)
        verdicts.append(known if letters else verdicts[-1:] == [True])
    return verdicts


def _sorted_out(pieces: Sequence[_Piece], judged: Sequence[bool], stated: About) -> list[Block]:
    """Set aside what is not of the story; nothing, when there is no story.

    The judge at times leaves out whole sections. So from the headline to the
    end of the story its word is enough only where the page agrees: a body
    paragraph set aside costs more than furniture left in.
    """
    if True not in judged:
        return [_block(piece) for piece in pieces]
    first = judged.index(True)
    last = len(judged) - 1 - judged[::-1].index(True)
    head = _headline(pieces[: first + 1], stated.title)
    top = first if head is None else head
    blocks = []
    for number, piece in enumerate(pieces):
        if number == head:
            blocks.append(_block(replace(piece, level=1)))
        elif number < max(first, top + TOP) and (role := _role_at_the_top(piece, stated)):
            blocks.append(_block(replace(piece, role=role, level=None)))
        elif judged[number] or (top < number < last and not _is_of_the_page(piece)):
            blocks.append(_block(piece))
        else:
            blocks.append(_block(replace(piece, role=Role.FURNITURE, level=None)))
    return blocks


def _is_of_the_page(piece: _Piece) -> bool:
    """Whether the marks of a paragraph, too, say that it is furniture."""
    whole = Span(0, len(piece.words.text))
    is_paragraph = piece.element.tag in _PARAGRAPH_TAGS
    if not is_paragraph and word_count(piece.words.text) < PROSE_WORDS:
        return True
    if Styled(whole, Style.LINK) in piece.words.styles:
        return True
    return any(
        around.tag in _FURNITURE_TAGS or _FURNITURE_CLASS.search(around.get("class", ""))
        for around in (piece.element, *piece.element.iterancestors())
        # The classes of the whole page tell what is in it somewhere.
        if around.tag not in ("body", "html")
    )


def _block(piece: _Piece) -> Block:
    aside = piece.role is Role.FURNITURE
    paragraph = Paragraph(
        piece.words.text, piece.role, piece.line, aside, styles=piece.words.styles
    )
    return Block(paragraph, piece.level)


def _headline(pieces: Sequence[_Piece], title: str | None) -> int | None:
    """Find the heading that has the stated title, else the last of the highest ones."""
    letters = _letters(title or "")
    headings = [number for number, piece in enumerate(pieces) if piece.level is not None]
    named = [number for number in headings if _letters(pieces[number].words.text) == letters]
    highest = [number for number in headings if pieces[number].level == 1]
    return next(iter((*reversed(named), *reversed(highest))), None)


def _role_at_the_top(piece: _Piece, stated: About) -> Role | None:
    """The role of a line around the headline that the head of the page tells of."""
    text = piece.words.text
    called_deck = _DECK_CLASS.search(piece.element.get("class", "")) is not None
    told = stated.deck is not None and _letters(text) == _letters(stated.deck)
    if piece.level is None and (called_deck or told):
        return Role.DECK
    names_author = is_byline(text) or (stated.byline is not None and stated.byline in text)
    return Role.BYLINE if names_author and word_count(text) <= BYLINE_WORDS else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _remarks(name: str, blocks: Iterable[Block]) -> Iterator[str]:
    words = sum(word_count(block.paragraph.text) for block in blocks if block.paragraph.aside)
    if words:
        yield f"{name} has {words:,} words that are not of its story and are set aside."


def _stated(tree: HtmlElement) -> About:
    """Read the head of the page and its linked data.

    The judge is shown nothing else: in the running text it would guess.
    """
    import trafilatura  # noqa: PLC0415 - an extra
    from lxml import html  # noqa: PLC0415

    page = html.document_fromstring("<html><head></head><body></body></html>")
    told = tree.xpath("//head/title|//meta|//link[@rel]|//script[@type='application/ld+json']")
    page[0].extend(deepcopy(each) for each in told if _is_short(each))
    found = trafilatura.extract_metadata(page, extensive=False)
    language = _LANGUAGE.fullmatch(tree.get("lang", ""))
    return About(
        title=_plain(found.title),
        deck=_plain(found.description),
        byline=_plain(found.author),
        source=_plain(found.sitename),
        date=_published(told),
        language=language[0] if language else None,
    )


def _is_short(stated: HtmlElement) -> bool:
    """Whether a statement is no longer than statements are; linked data may be."""
    return stated.tag != "meta" or len(stated.get("content", "")) <= LONGEST_STATED


def _plain(text: str | None) -> str | None:
    return joined([Run(text or "")]).text or None


def _published(told: Iterable[HtmlElement]) -> str | None:
    """The one day of publication that the page states; `None` when it states several."""
    declared, linked = [], []
    for element in told:
        if element.tag == "meta":
            names = (element.get("property"), element.get("name"), element.get("itemprop"))
            if any(name and name.lower() in _PUBLISHED for name in names):
                declared.append(element.get("content", ""))
        elif element.tag == "script":
            linked += _LINKED_DATE.findall(element.text or "")
    days = {day for day in map(_day, declared) if day} or {day for day in map(_day, linked) if day}
    return days.pop() if len(days) == 1 else None


def _day(text: str) -> str | None:
    """Read a day or month as in ISO 8601; `None` for anything else."""
    found = _DAY.match(text)
    if not found:
        return None
    year, month, day = found.groups()
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    whole = f"{year}-{month}-{day}" if day else f"{year}-{month}"
    return None if whole in _NO_DAYS else whole
