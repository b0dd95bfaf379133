"""Make a document of a tracker's page, and cut it anew where the reader says so.

In: the text of a page, and the cuts that the reader chose. Out: a `Document`
with two versions. Where rows are cut is `tracker`'s business.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tui.article.document import Document, TwoVersions
from tui.article.facts.about import about_of
from tui.article.model import About, Article, Paragraph, Role
from tui.article.plain.paragraphs import Piece
from tui.article.roles.guess import paragraphs_of
from tui.article.roles.titles import title_of
from tui.article.tracker.page import Cell, TrackerPage, is_tracker_page, read_tracker_page
from tui.article.tracker.repairs import load_repairs, save_repair
from tui.errors import ArticleError

FOUND = "a page of two versions, cut row by row"


def document_of_page(file: str, text: str, folder: Path | None) -> Document | None:
    """Read a tracker's page with the cuts kept in `folder`; None when it is none.

    Cuts that cannot be read cost only themselves: a note says so.
    """
    if not is_tracker_page(text):
        return None
    chosen: Mapping[str, int] = MappingProxyType({})
    notes: tuple[str, ...] = ()
    if folder is not None:
        try:
            chosen = load_repairs(folder, _fingerprint(text))
        except ArticleError as error:
            notes = (f"The cuts that you chose are left out: {error}",)
    document = _document(file, text, chosen, folder)
    return document and replace(document, notes=notes)


def with_cut(document: Document, key: str, cut: int | None) -> Document:
    """Cut one row of the page elsewhere; None lets the program decide again.

    A document that is no page of two versions stays as it is.
    """
    kept = document.two_versions
    if kept is None:
        return document
    chosen = {row: place for row, place in kept.chosen.items() if row != key}
    if cut is not None:
        chosen[key] = cut
    anew = _document(document.whole.file, kept.text, MappingProxyType(chosen), kept.folder)
    return replace(anew, notes=document.notes) if anew else document


def keep_cut(document: Document, key: str, cut: int | None) -> None:
    """Remember the reader's cut of a row for the next time; None forgets it.

    Raises:
        ArticleError: It cannot be written.
    """
    kept = document.two_versions
    if kept is not None and kept.folder is not None:
        save_repair(kept.folder, _fingerprint(kept.text), key, cut)


def _document(
    file: str, text: str, chosen: Mapping[str, int], folder: Path | None
) -> Document | None:
    page = read_tracker_page(text, chosen)
    if page is None:
        return None
    whole = _as_it_came(file, page)
    versions = [_version(file, page, side) for side in (0, 1)]
    parts = tuple(version for version in versions if version is not None)
    if len(parts) < len(versions):
        # Everything stands on one side, so there is nothing to compare.
        return Document(whole)
    # Its headline row holds two, which no version has.
    whole = replace(whole, title=" / ".join(dict.fromkeys(part.title for part in parts)))
    return Document(whole, parts, TwoVersions(page, text, chosen, folder))


def _as_it_came(file: str, page: TrackerPage) -> Article:
    """The page itself: what it says about itself, and every row as one paragraph."""
    furniture = [
        Paragraph(line.text, Role.FURNITURE, line.number, aside=True) for line in page.furniture
    ]
    rows = _with_roles(page, [Cell(row.text, row.line, row.doubtful) for row in page.rows])
    return _article(file, page, sorted((*furniture, *rows), key=lambda each: each.line or 0))


def _version(file: str, page: TrackerPage, side: int) -> Article | None:
    cells = page.version(side)
    if not cells:
        return None
    article = _article(file, page, _with_roles(page, cells))
    return replace(article, part=side + 1, label=page.labels[side])


def _with_roles(page: TrackerPage, cells: Sequence[Cell]) -> Iterator[Paragraph]:
    """Guess the roles of cells as those of any text; the headline is known by its row."""
    headline = page.rows[0].line if page.titled else None
    guessed = paragraphs_of([(Piece(cell.text, cell.line),) for cell in cells])
    for cell, paragraph in zip(cells, guessed, strict=True):
        role = Role.TITLE if cell.line == headline else paragraph.role
        yield replace(paragraph, role=role, doubtful=cell.doubtful)


def _article(file: str, page: TrackerPage, paragraphs: Iterable[Paragraph]) -> Article:
    paragraphs = tuple(paragraphs)
    about = about_of(paragraphs, About(source=page.source))
    if about.date is None and page.date is not None:
        # The address tells on which day it was put there, not that it was new.
        about = replace(about, date=page.date, guessed=about.guessed | {"date"})
    return Article(title_of(paragraphs, file), paragraphs, file, about=about, found=FOUND)


def _fingerprint(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
