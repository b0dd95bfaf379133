"""Read OpenDocument texts (.odt).

In: the bytes of a document. Out: its paragraphs with the roles that their styles
give them, and what it states of itself. Unpacking is the business of `office`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
from tui.article.formats.office import Remarks, confirmed_title, damaged, locked, unpack
from tui.article.model import About, Reading, Role, Style, Tracked
from tui.article.plain.lines import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FOUND = "paragraphs of an OpenDocument text"

MOST_BLANKS = 100
"""Blanks in a row that a document may ask for by their number."""

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _TABLE = f"{_OASIS}office:1.0}}", f"{_OASIS}text:1.0}}", f"{_OASIS}table:1.0}}"
_STYLE, _FO = f"{_OASIS}style:1.0}}", f"{_OASIS}xsl-fo-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_ROW = f"{_TABLE}table-row"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_BOX = f"{_OASIS}drawing:1.0}}text-box"
_NOTE = f"{_TEXT}note"
_CHANGES = f"{_TEXT}tracked-changes"
_MARKS = tuple(f"{_TEXT}{tag}" for tag in ("change", "change-start", "change-end"))
_COMMENT = f"{_OFFICE}annotation"
_CONTENTS = f"{_TEXT}table-of-content"

# What these hold is not words of the text, or is read elsewhere.
_WORDLESS = {
    _CHANGES,
    _COMMENT,
    f"{_OFFICE}change-info",
    f"{_OFFICE}forms",
    f"{_OFFICE}event-listeners",
    f"{_TEXT}ruby-text",
    f"{_TEXT}table-of-content-source",
    f"{_OASIS}svg-compatible:1.0}}title",
    f"{_OASIS}svg-compatible:1.0}}desc",
}
# The names are LibreOffice's own in English; the last are what pandoc writes.
_ROLES = {
    "title": Role.TITLE,
    "subtitle": Role.DECK,
    "quotations": Role.QUOTE,
    "caption": Role.CAPTION,
    "preformatted text": Role.CODE,
    "author": Role.BYLINE,
    "date": Role.DATELINE,
}
_LEVELS: dict[str | None, int] = {str(level): level for level in range(1, 11)}
_CODE_NAMES = ("source text", "teletype")
_LIGHT = ("normal", "100", "200", "300", "400", "500")


def read_odt(name: str, raw: bytes, *, tracked: Tracked = Tracked.ACCEPTED) -> Reading:
    """Read a document in the state that `tracked` asks for.

    A table row is one paragraph, cells joined by ` | `. Text boxes follow the
    paragraph they hang on; notes come last, with their numbers; headers,
    footers and tables of contents are kept as furniture. A date is never
    stated: that of the last saving is not that of publication.

    The XML is read as OpenDocument 1.3 describes it: of the libraries for this
    format none parts a document into runs, and none undoes tracked changes.

    Raises:
        ArticleError: The document is damaged, locked or too large, or `lxml`
            is not installed.
    """
    members = unpack(name, raw)
    if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
        raise locked(name)
    content = _parse(name, members.get("content.xml", b""))
    looks = _parse(name, members["styles.xml"]) if members.get("styles.xml") else content
    meta = _parse(name, members["meta.xml"]) if members.get("meta.xml") else content
    text = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise damaged(name, "it has no text in it")
    reader = _Reader(_styles([looks, content]), tracked, _regions(text))
    blocks = [*reader.blocks(text), *reader.footnotes(), *reader.margins(looks)]
    paragraphs = with_one_title(blocks)
    title = _stated(meta, f"{_DC}title")
    confirmed = confirmed_title(title, paragraphs)
    # The creator is who made the file, or the template, and not who wrote the story.
    stated = About(title=confirmed, language=_language(looks))
    remarks = Remarks(
        name,
        refused_title=None if confirmed else title,
        tracked=tracked if _regions(text) else None,
        comments=sum(1 for _ in text.iter(_COMMENT)),
    )
    return Reading(paragraphs, FOUND, stated, remarks.sentences)


_STYLES_DEEP = 30
"""Styles that one may have as its parents, one above another."""


@dataclass(frozen=True, slots=True)
class _StyleOf:
    """A style, with what it has from its parents."""

    names: tuple[str, ...]
    """Its own name and those of its parents, in small letters."""
    set_off: frozenset[Style]


_PLAIN = _StyleOf((), NO_STYLES)


@dataclass(frozen=True, slots=True)
class _Start:
    """A paragraph begins."""

    role: Role
    level: int | None


@dataclass(frozen=True, slots=True)
class _End:
    """A paragraph ends."""


Atoms = Iterator["Run | Block | _Start | _End | Element"]
"""What a document is read as, in a row; elements are marks of changes, text boxes and notes."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known while a document is read."""

    styles: Mapping[tuple[str, str], _StyleOf]
    """By family and name."""
    tracked: Tracked
    regions: Mapping[str, Element]
    """The tracked changes by their names."""
    put_back: set[str] = field(default_factory=set)
    """The deletions that were put back so far, each in its one place."""
    met: list[Element] = field(default_factory=list)
    """The notes that the text has referred to so far."""

    def blocks(self, container: Element) -> Iterator[Block]:
        """Yield the paragraphs and table rows in a container, in order."""
        return self._assembled(self.atoms(container, Role.BODY))

    def footnotes(self) -> Iterator[Block]:
        """Yield the notes that were met, also those that stand in notes."""
        # The list grows while it is gone through.
        for note in self.met:
            mark = _stated(note, f"{_TEXT}note-citation") or ""
            for body in note.iterchildren(f"{_TEXT}note-body"):
                for place, block in enumerate(self.blocks(body)):
                    words = words_of(block.paragraph)
                    if place == 0 and mark:
                        words = beside([Words(mark, ()), words], " ")
                    yield from blocks_of(words, Role.FOOTNOTE)

    def margins(self, looks: Element) -> Iterator[Block]:
        """Yield what headers and footers hold."""
        for page in looks.iterfind(f"{_OFFICE}master-styles/{_STYLE}master-page"):
            for margin in page:
                for block in self.blocks(margin):
                    yield Block(replace(block.paragraph, role=Role.FURNITURE, aside=True))

    def atoms(self, container: Element, base: Role) -> Atoms:
        for child in container:
            if child.tag in _PARAGRAPHS:
                yield self._start(child, base)
                yield from self._inlines(child, NO_STYLES)
                yield _End()
            elif child.tag == f"{_TABLE}table":
                yield from self._rows(child)
            elif child.tag in _MARKS:
                yield from self._change(child, inside=False)
            elif child.tag == f"{_TEXT}list":
                yield from self.atoms(child, Role.LIST_ITEM if base is Role.BODY else base)
            elif child.tag == _CONTENTS:
                yield from self.atoms(child, Role.FURNITURE)
            elif child.tag == _BOX:
                yield child
            elif child.tag not in _WORDLESS:
                yield from self.atoms(child, base)

    def _inlines(self, element: Element, styles: frozenset[Style]) -> Atoms:
        yield Run(element.text or "", styles)
        for child in element:
            yield from self._inline(child, styles)
            yield Run(child.tail or "", styles)

    def _inline(self, child: Element, styles: frozenset[Style]) -> Atoms:
        if child.tag == f"{_TEXT}s":
            yield Run(" " * _count(child), styles, literal=True)
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield Run(" ", styles, literal=True)
        elif child.tag in _MARKS:
            yield from self._change(child, inside=True)
        elif child.tag in (_NOTE, _BOX):
            yield child
        elif child.tag in _PARAGRAPHS:
            # A paragraph in a paragraph: no word processor writes it.
            yield from self._inlines(child, styles)
        elif child.tag not in _WORDLESS:
            yield from self._inlines(child, styles | self._set_off(child))

    def _change(self, mark: Element, *, inside: bool) -> Atoms:
        """Yield the ends of an insertion as they are, and what a deletion took away."""
        if self.tracked is Tracked.ACCEPTED:
            return
        name = mark.get(f"{_TEXT}change-id", "")
        region = self.regions.get(name)
        deletion = None if region is None else region.find(f"{_TEXT}deletion")
        if mark.tag != f"{_TEXT}change":
            yield mark
        elif deletion is not None and name not in self.put_back:
            self.put_back.add(name)
            # What was inserted and then deleted refers to no other deletion.
            atoms = list(replace(self, regions={}).atoms(deletion, Role.BODY))
            # Its first and last paragraphs are pieces of the one it is put back in.
            if inside and atoms and isinstance(atoms[0], _Start):
                del atoms[0]
            if inside and atoms and isinstance(atoms[-1], _End):
                del atoms[-1]
            yield from atoms

    def _assembled(self, atoms: Atoms) -> Iterator[Block]:
        """Make paragraphs of what was not inserted; where one's end was, the next goes on in it."""
        runs: list[Run] = []
        boxes: list[Element] = []
        start = _Start(Role.BODY, None)
        dropping: set[str] = set()
        for atom in atoms:
            if isinstance(atom, _Start):
                # A paragraph keeps the role that it had when its first words were written.
                start = start if any(run.text.strip() for run in runs) else atom
            elif not isinstance(atom, Run | Block | _End) and atom.tag not in (_BOX, _NOTE):
                self._follow(atom, dropping)
            elif dropping:
                continue
            elif isinstance(atom, Run):
                runs.append(atom)
            elif isinstance(atom, _End | Block):
                yield from self._finished(runs, boxes, start)
                runs, boxes = [], []
                if isinstance(atom, Block):
                    yield atom
            elif atom.tag == _NOTE:
                self.met.append(atom)
            elif runs:
                boxes.append(atom)
            else:
                yield from self.blocks(atom)
        yield from self._finished(runs, boxes, start)

    def _follow(self, mark: Element, dropping: set[str]) -> None:
        name = mark.get(f"{_TEXT}change-id", "")
        region = self.regions.get(name)
        if region is None or region.find(f"{_TEXT}insertion") is None:
            return
        if mark.tag == f"{_TEXT}change-start":
            dropping.add(name)
        else:
            dropping.discard(name)

    def _finished(
        self, runs: Iterable[Run], boxes: Iterable[Element], start: _Start
    ) -> Iterator[Block]:
        yield from blocks_of(joined(runs), start.role, start.level)
        for box in boxes:
            yield from self.blocks(box)

    def _rows(self, table: Element) -> Iterator[Block]:
        for child in table:
            if child.tag == _ROW:
                cells = [self._cell(cell) for cell in child.iterchildren(*_CELLS)]
                yield from blocks_of(row_of(cells), Role.TABLE)
            elif child.tag not in _WORDLESS:
                yield from self._rows(child)

    def _cell(self, cell: Element) -> Words:
        return beside([words_of(block.paragraph) for block in self.blocks(cell)], " ")

    def _start(self, paragraph: Element, base: Role) -> _Start:
        style = self.styles.get(("paragraph", paragraph.get(f"{_TEXT}style-name", "")), _PLAIN)
        if base is Role.FURNITURE:
            return _Start(base, None)
        role = next((_ROLES[name] for name in style.names if name in _ROLES), None)
        if role is None and paragraph.tag == f"{_TEXT}h":
            return _Start(Role.SUBHEAD, _LEVELS.get(paragraph.get(f"{_TEXT}outline-level")))
        return _Start(role or base, None)

    def _set_off(self, element: Element) -> frozenset[Style]:
        if element.tag == f"{_TEXT}a":
            return frozenset((Style.LINK,))
        return self.styles.get(("text", element.get(f"{_TEXT}style-name", "")), _PLAIN).set_off


def _parse(name: str, xml: bytes) -> Element:
    try:
        from lxml import etree  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing(name, "an OpenDocument text", "office", error) from error
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, error) from error


def _regions(text: Element) -> dict[str, Element]:
    """The tracked changes by the names with which the text refers to them."""
    regions = text.iterfind(f"{_CHANGES}/{_TEXT}changed-region")
    return {region.get(_XML_ID) or region.get(f"{_TEXT}id") or "": region for region in regions}


def _styles(roots: Iterable[Element]) -> dict[tuple[str, str], _StyleOf]:
    """The styles of paragraphs and of words, by family and name."""
    elements = {
        (style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", "")): style
        for root in roots
        for style in root.iter(f"{_STYLE}style")
    }
    return {key: _style(style, elements) for key, style in elements.items()}


def _style(style: Element, elements: Mapping[tuple[str, str], Element]) -> _StyleOf:
    chain: list[Element] = []
    base: Element | None = style
    while base is not None and base not in chain and len(chain) < _STYLES_DEEP:
        chain.append(base)
        parent = base.get(f"{_STYLE}parent-style-name", "")
        base = elements.get((base.get(f"{_STYLE}family", ""), parent))
    names = tuple(map(_name, chain))
    set_off = {Style.CODE} if any(name in _CODE_NAMES for name in names) else set()
    for each in reversed(chain):
        look = each.find(f"{_STYLE}text-properties")
        if look is not None:
            set_off = _with_look(set_off, look)
    return _StyleOf(names, frozenset(set_off))


def _with_look(set_off: set[Style], look: Element) -> set[Style]:
    line = look.get(f"{_STYLE}text-line-through-style") or look.get(
        f"{_STYLE}text-line-through-type"
    )
    for said, plain, style in (
        (look.get(f"{_FO}font-weight"), _LIGHT, Style.STRONG),
        (look.get(f"{_FO}font-style"), ("normal",), Style.EMPHASIS),
        (line, ("none",), Style.STRUCK),
    ):
        if said:
            set_off = set_off - {style} if said in plain else set_off | {style}
    return set_off


def _name(style: Element) -> str:
    name = style.get(f"{_STYLE}display-name") or style.get(f"{_STYLE}name")
    return (name or "").replace("_20_", " ").lower()


def _count(blanks: Element) -> int:
    count = blanks.get(f"{_TEXT}c", "1")
    return min(int(count[:4]), MOST_BLANKS) if count.isdecimal() else 1


def _stated(root: Element, tag: str) -> str | None:
    found = next(root.iter(tag), None)
    return None if found is None else joined([Run("".join(found.itertext()))]).text or None


def _language(looks: Element) -> str | None:
    for style in looks.iter(f"{_STYLE}default-style"):
        look = style.find(f"{_STYLE}text-properties")
        if style.get(f"{_STYLE}family") == "paragraph" and look is not None:
            parts = (look.get(f"{_FO}language"), look.get(f"{_FO}country"))
            return one_line("-".join(part for part in parts if part not in (None, "none"))) or None
    return None
