"""Read Word documents (.docx).

In: the bytes of a document. Out: its paragraphs with the roles that their styles
give them, and what it states of itself. Unpacking is the business of `office`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.article.formats.blocks import (
    NO_STYLES,
    Block,
    Run,
    Words,
    beside,
    blocks_of,
    joined,
    row_of,
    with_one_title,
    words_of,
)
from tui.article.formats.extras import missing
from tui.article.formats.office import Remarks, confirmed_title, damaged, packed, unpack
from tui.article.model import About, Reading, Role, Style, Tracked
from tui.article.plain.lines import one_line

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

FOUND = "paragraphs of a Word document"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LIBRARY_TROUBLE = (AttributeError, KeyError, RecursionError, TypeError, ValueError)
_STYLES_DEEP = 30
"""Styles that one may be based on, one after another; Word itself allows a dozen."""
_RELATED = ("footnotes", "endnotes", "header", "footer", "comments", "core-properties")
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_BOX, _FIELD = f"{_W}txbxContent", f"{_W}fldChar"

# The names are Word's own in English, whatever language the menus speak; the
# last few are what pandoc writes.
_ROLES = {
    "title": Role.TITLE,
    "subtitle": Role.DECK,
    "quote": Role.QUOTE,
    "intense quote": Role.QUOTE,
    "block text": Role.QUOTE,
    "caption": Role.CAPTION,
    "html preformatted": Role.CODE,
    "toc heading": Role.FURNITURE,
    "author": Role.BYLINE,
    "date": Role.DATELINE,
    "source code": Role.CODE,
}
_LISTS = ("list bullet", "list number")
_CONTENTS = "toc "
_HEADINGS = {f"heading {level}": level for level in range(1, 10)}
_OUTLINE: dict[str | None, int] = {str(level - 1): level for level in range(1, 10)}
_CODE_NAMES = ("html code", "verbatim char")

_KEPT = {
    Tracked.ACCEPTED: frozenset((f"{_W}ins", f"{_W}moveTo")),
    Tracked.BEFORE: frozenset((f"{_W}del", f"{_W}moveFrom")),
}
_CHANGES = _KEPT[Tracked.ACCEPTED] | _KEPT[Tracked.BEFORE]
# Properties are no words, the reading aid of a ruby stands above the words,
# and a fallback repeats what stands beside it.
_WORDLESS = {f"{_W}{tag}" for tag in ("pPr", "rPr", "sdtPr", "sectPr", "rt")} | {_FALLBACK}
_WORDS = {f"{_W}t", f"{_W}delText", f"{_MATHS}t"}
_SIGNS = {
    f"{_W}{tag}": sign
    for tag, sign in (("tab", " "), ("ptab", " "), ("br", " "), ("cr", " "),
                      ("noBreakHyphen", "\u2011"), ("softHyphen", "\xad"))
}  # fmt: skip
_SET_OFF = {
    f"{_W}b": Style.STRONG,
    f"{_W}i": Style.EMPHASIS,
    f"{_W}strike": Style.STRUCK,
    f"{_W}dstrike": Style.STRUCK,
}
_OFF = ("0", "false", "off")


def read_docx(name: str, raw: bytes, *, tracked: Tracked = Tracked.ACCEPTED) -> Reading:
    """Read a document in the state that `tracked` asks for.

    A table row is one paragraph, cells joined by ` | `. Text boxes follow the
    paragraph they hang on; footnotes and endnotes come last, with their
    numbers; headers, footers and tables of contents are kept as furniture. A
    date is never stated: that of the last saving is not that of publication.

    Raises:
        ArticleError: The document is damaged, locked or too large, or
            `python-docx` is not installed.
    """
    parts = _opened(name, raw)
    reader = _Reader(_styles(parts.styles), tracked)
    paragraphs = with_one_title(
        [*reader.blocks(parts.body), *reader.notes(parts), *reader.margins(parts)]
    )
    title = _stated(parts, "title")
    confirmed = confirmed_title(title, paragraphs)
    # The creator is who made the file, or the template, and not who wrote the story.
    stated = About(title=confirmed, language=_language(parts.styles))
    remarks = Remarks(
        name,
        refused_title=None if confirmed else title,
        tracked=None if next(parts.body.iter(*_CHANGES), None) is None else tracked,
        comments=sum(map(len, parts.related["comments"])),
    )
    return Reading(paragraphs, FOUND, stated, remarks.sentences)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The roots of the XML of a document."""

    body: Element
    styles: Element
    related: Mapping[str, Sequence[Element]]
    """The other parts, by the names of their kinds, for all of `_RELATED`."""


@dataclass(frozen=True, slots=True)
class _StyleOf:
    """A style, with what it has from those it is based on."""

    names: tuple[str, ...]
    """Its own name and those of its bases, in small letters."""
    listed: bool
    level: int | None
    set_off: frozenset[Style]


_PLAIN = _StyleOf((), listed=False, level=None, set_off=NO_STYLES)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known while a document is read."""

    styles: Mapping[str | None, _StyleOf]
    tracked: Tracked

    def blocks(self, container: Element) -> Iterator[Block]:
        """Yield the paragraphs and table rows in a container, in order."""
        pending: list[Run | Element] = []
        properties = None
        for element in self._flow(container, _PARAGRAPH, _TABLE):
            if element.tag == _TABLE:
                yield from self._block(pending, properties)
                pending = []
                yield from self._rows(element)
                continue
            pending += self._inlines(element, NO_STYLES)
            properties = self._properties(element, "pPr")
            if not self._is_gone(element.find(f"{_W}pPr/{_W}rPr")):
                yield from self._block(pending, properties)
                pending = []
        yield from self._block(pending, properties)

    def notes(self, parts: _Parts) -> Iterator[Block]:
        """Yield the footnotes, then the endnotes, in the order the text refers to them."""
        for kind in ("footnote", "endnote"):
            # Once, however often the text refers to it.
            references = dict.fromkeys(
                reference.get(f"{_W}id")
                for reference in parts.body.iter(f"{_W}{kind}Reference")
                if self._is_kept(reference)
            )
            found = {
                note.get(f"{_W}id"): note
                for root in parts.related[f"{kind}s"]
                for note in root.iter(f"{_W}{kind}")
            }
            for number, reference in enumerate(references, start=1):
                if reference in found:
                    yield from self._note(number, found[reference])

    def margins(self, parts: _Parts) -> Iterator[Block]:
        """Yield what headers and footers hold."""
        for root in (*parts.related["header"], *parts.related["footer"]):
            for block in self.blocks(root):
                yield Block(replace(block.paragraph, role=Role.FURNITURE, aside=True))

    def _note(self, number: int, note: Element) -> Iterator[Block]:
        for place, block in enumerate(self.blocks(note)):
            words = words_of(block.paragraph)
            if place == 0:
                words = beside([Words(str(number), ()), words], " ")
            yield from blocks_of(words, Role.FOOTNOTE)

    def _flow(self, container: Element, *wanted: str) -> Iterator[Element]:
        """Yield the wanted elements in order, also those inside content controls."""
        for child in container:
            if child.tag in wanted:
                yield child
            elif self._is_open(child):
                yield from self._flow(child, *wanted)

    def _rows(self, table: Element) -> Iterator[Block]:
        for row in self._flow(table, _ROW):
            if not self._is_gone(row.find(f"{_W}trPr")):
                cells = [self._cell(cell) for cell in self._flow(row, _CELL)]
                yield from blocks_of(row_of(cells), Role.TABLE)

    def _cell(self, cell: Element) -> Words:
        return beside([words_of(block.paragraph) for block in self.blocks(cell)], " ")

    def _block(
        self, inlines: Iterable[Run | Element], properties: Element | None
    ) -> Iterator[Block]:
        """Yield a paragraph, and after it the text boxes that hang on it."""
        pieces = list(_without_field_codes(inlines))
        role, level = self._role(properties)
        yield from blocks_of(joined(each for each in pieces if isinstance(each, Run)), role, level)
        for box in pieces:
            if not isinstance(box, Run):
                yield from self.blocks(box)

    def _inlines(self, element: Element, styles: frozenset[Style]) -> Iterator[Run | Element]:
        """Yield the runs in an element, the marks of its fields, and its text boxes."""
        for child in element:
            if child.tag in _WORDS:
                yield Run(child.text or "", styles, literal=True)
            elif child.tag in _SIGNS:
                yield Run(_SIGNS[child.tag], styles, literal=True)
            elif child.tag in (_BOX, _FIELD):
                yield child
            elif child.tag == f"{_W}r":
                yield from self._inlines(child, styles | self._set_off(child))
            elif child.tag == f"{_W}hyperlink":
                yield from self._inlines(child, styles | {Style.LINK})
            elif self._is_open(child):
                yield from self._inlines(child, styles)

    def _set_off(self, run: Element) -> frozenset[Style]:
        properties = self._properties(run, "rPr")
        if properties is None:
            return NO_STYLES
        named = self.styles.get(_value(properties, "rStyle"), _PLAIN).set_off
        return (named - _switched(properties, on=False)) | _switched(properties, on=True)

    def _role(self, properties: Element | None) -> tuple[Role, int | None]:
        style = self.styles.get(_value(properties, "pStyle"), self.styles.get(None, _PLAIN))
        role = next((_ROLES[name] for name in style.names if name in _ROLES), None)
        if any(name.startswith(_CONTENTS) for name in style.names):
            role = Role.FURNITURE
        level = style.level if role is None else None
        if role is None and level is None and properties is not None:
            level = _level(properties)
        if level is not None:
            return Role.SUBHEAD, level
        listed = (
            style.listed if properties is None else _is_listed(properties, inherited=style.listed)
        )
        return role or (Role.LIST_ITEM if listed else Role.BODY), None

    def _properties(self, element: Element, kind: str) -> Element | None:
        """The properties of a paragraph or run in the state that is read."""
        properties = element.find(f"{_W}{kind}")
        if properties is None or self.tracked is Tracked.ACCEPTED:
            return properties
        before = properties.find(f"{_W}{kind}Change/{_W}{kind}")
        return properties if before is None else before

    def _is_open(self, element: Element) -> bool:
        """Whether what an element holds is read."""
        if element.tag in _CHANGES:
            return element.tag in _KEPT[self.tracked]
        return element.tag not in _WORDLESS

    def _is_kept(self, element: Element) -> bool:
        return all(map(self._is_open, element.iterancestors()))

    def _is_gone(self, properties: Element | None) -> bool:
        """Whether a change takes a table row, or the mark at the end of a paragraph."""
        return properties is not None and any(
            child.tag in _CHANGES and child.tag not in _KEPT[self.tracked] for child in properties
        )


def _opened(name: str, raw: bytes) -> _Parts:
    members = unpack(name, raw)
    try:
        import docx  # noqa: PLC0415 - an extra
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
        from docx.oxml.exceptions import InvalidXmlError  # noqa: PLC0415
        from lxml.etree import LxmlError  # noqa: PLC0415
    except ImportError as error:
        raise missing(name, "a Word document", "office", error) from error
    # The library gives an element its methods by its name and asks for no
    # attribute twice: where damage has put another name, it finds None or nothing.
    try:
        return _parts_of(docx.Document(packed(members)))
    except (OpcError, InvalidXmlError, LxmlError, *_LIBRARY_TROUBLE) as error:
        raise damaged(name, error) from error


def _parts_of(document: Document) -> _Parts:
    from docx.oxml import parse_xml  # noqa: PLC0415 - an extra

    related: dict[str, list[Element]] = {kind: [] for kind in _RELATED}
    package = document.part.package
    for relation in (*document.part.rels.values(), *package.rels.values()):
        kind = relation.reltype.rpartition("/")[2]
        if kind in related and not relation.is_external:
            related[kind].append(parse_xml(relation.target_part.blob))
    body = document.element.body
    if body is None:
        raise ValueError("it has no text in it")
    return _Parts(body, document.styles.element, related)


def _without_field_codes(inlines: Iterable[Run | Element]) -> Iterator[Run | Element]:
    """Leave out what stands between the beginning of a field and its outcome."""
    in_code: list[bool] = []
    for inline in inlines:
        if isinstance(inline, Run) or inline.tag != _FIELD:
            if not any(in_code) or not isinstance(inline, Run):
                yield inline
            continue
        kind = inline.get(f"{_W}fldCharType")
        if kind == "begin":
            in_code.append(True)
        elif in_code and kind in ("separate", "end"):
            in_code.pop()
            in_code += [False] * (kind == "separate")


def _styles(root: Element) -> dict[str | None, _StyleOf]:
    """All styles by their ids; the style of paragraphs that name none is under `None`."""
    elements = {style.get(f"{_W}styleId"): style for style in root}
    styles: dict[str | None, _StyleOf] = {
        identity: _style(style, elements) for identity, style in elements.items() if identity
    }
    for identity, style in elements.items():
        if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true"):
            styles[None] = styles.get(identity, _PLAIN)
    return styles


def _style(style: Element, elements: Mapping[str | None, Element]) -> _StyleOf:
    chain: list[Element] = []
    base: Element | None = style
    while base is not None and base not in chain and len(chain) < _STYLES_DEEP:
        chain.append(base)
        base = elements.get(_value(base, "basedOn"))
    names = tuple((_value(each, "name") or "").lower() for each in chain)
    listed = any(name.startswith(_LISTS) for name in names)
    level = next((_HEADINGS[name] for name in names if name in _HEADINGS), None)
    set_off = {Style.CODE} if any(name in _CODE_NAMES for name in names) else set()
    for each in reversed(chain):
        properties, look = each.find(f"{_W}pPr"), each.find(f"{_W}rPr")
        if properties is not None:
            listed = _is_listed(properties, inherited=listed)
            level = level or _level(properties)
        if look is not None:
            set_off = (set_off - _switched(look, on=False)) | _switched(look, on=True)
    return _StyleOf(names, listed, level, frozenset(set_off))


def _is_listed(properties: Element, *, inherited: bool) -> bool:
    numbering = properties.find(f"{_W}numPr")
    number = None if numbering is None else _value(numbering, "numId")
    return inherited if number is None else number != "0"


def _level(properties: Element) -> int | None:
    return _OUTLINE.get(_value(properties, "outlineLvl"))


def _switched(properties: Element, *, on: bool) -> frozenset[Style]:
    return frozenset(
        _SET_OFF[child.tag]
        for child in properties
        if child.tag in _SET_OFF and (child.get(f"{_W}val") not in _OFF) is on
    )


def _value(element: Element | None, tag: str) -> str | None:
    child = None if element is None else element.find(f"{_W}{tag}")
    return None if child is None else child.get(f"{_W}val")


def _stated(parts: _Parts, tag: str) -> str | None:
    """What the properties of a document say, if they say it."""
    texts = (root.findtext(f"{_DC}{tag}") for root in parts.related["core-properties"])
    return next((joined([Run(text)]).text for text in texts if text), None) or None


def _language(styles: Element) -> str | None:
    look = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    return None if look is None else one_line(look.get(f"{_W}val", "")) or None
