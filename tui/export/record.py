"""Write a comparison, an article or a list of articles as a JSON record, for other programs.

In: what is to be written. Out: JSON text on one line. The README describes every
field; whoever changes one raises `SCHEMA` and mends the README.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tui import __version__
from tui.article import Article, Document, Loaded, Paragraph
from tui.compare import edits_of
from tui.compare.model import Carried, Change, Comparison, Edit, Passage

SCHEMA = 1
"""Number of the record's layout; raised when a field changes or goes away."""

Json = dict[str, object]


def write_record(comparison: Comparison, width: int) -> Iterator[str]:
    """The record, with a line end; `width` has no meaning here.

    Paragraph and row numbers count from 0, change numbers from 1. Offsets are
    code points of the paragraph's text, half-open.
    """
    del width
    yield _line(_record(comparison))


def _line(record: Json) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def _head() -> Json:
    return {"schema": SCHEMA, "program": "diptych", "version": __version__}


def _record(comparison: Comparison) -> Json:
    return {
        **_head(),
        "regime": comparison.regime.value,
        "regime_by_hand": comparison.options.regime is not None,
        "left": _article(comparison.left),
        "right": _article(comparison.right),
        "rows": [_row(comparison, number) for number in range(len(comparison.rows))],
        "changes": [_change(change) for change in comparison.changes],
        "carried": [_carried(carried) for carried in comparison.carried],
        "bounded": comparison.bounded,
    }


def write_list_record(loaded: Loaded) -> Iterator[str]:
    """The articles of a list with what is known of them, without their paragraphs."""
    yield _line(
        {
            **_head(),
            "articles": [
                _known(article) for document in loaded.documents for article in document.articles
            ],
            "skipped": loaded.skipped,
            "passed_over": loaded.passed_over,
        }
    )


def write_article_record(document: Document) -> Iterator[str]:
    """One article with its paragraphs, and the names of its parts."""
    yield _line(
        {
            **_head(),
            "article": _article(document.whole),
            "parts": [part.origin for part in document.parts],
            "notes": document.notes,
        }
    )


def _article(article: Article) -> Json:
    return {
        **_known(article),
        "fingerprint": article.fingerprint,
        "paragraphs": [_paragraph(paragraph) for paragraph in article.paragraphs],
    }


def _known(article: Article) -> Json:
    about = article.about
    return {
        "origin": article.origin,
        "file": article.file,
        "part": article.part,
        "label": article.label,
        "title": article.title,
        "deck": about.deck,
        "byline": about.byline,
        "source": about.source,
        "date": about.date,
        "language": about.language,
        "guessed": sorted(about.guessed),
        "found": article.found,
        "words": article.words,
        "asides": sum(paragraph.aside for paragraph in article.paragraphs),
    }


def _paragraph(paragraph: Paragraph) -> Json:
    return {
        "text": paragraph.text,
        "role": paragraph.role.value,
        "line": paragraph.line,
        "aside": paragraph.aside,
        "doubtful": paragraph.doubtful,
        "styles": [
            {"style": each.style.value, "start": each.span.start, "end": each.span.end}
            for each in paragraph.styles
        ],
    }


def _row(comparison: Comparison, number: int) -> Json:
    row = comparison.rows[number]
    return {
        "left": row.left,
        "right": row.right,
        "kind": row.kind.value,
        "likeness": round(row.likeness, 4),
        "change": row.change,
        "other_end": row.other_end,
        "carried": row.carried,
        "edits": [_edit(edit) for edit in edits_of(comparison, number)],
    }


def _edit(edit: Edit) -> Json:
    return {
        "wording": edit.wording.value,
        "left": _passages(edit.left),
        "right": _passages(edit.right),
    }


def _passages(passages: Iterable[Passage]) -> list[Json]:
    return [_passage(passage) for passage in passages]


def _passage(passage: Passage) -> Json:
    return {
        "paragraph": passage.paragraph,
        "start": passage.span.start,
        "end": passage.span.end,
    }


def _carried(carried: Carried) -> Json:
    return {
        "left": _passage(carried.left),
        "right": _passage(carried.right),
        "likeness": round(carried.likeness, 4),
    }


def _change(change: Change) -> Json:
    return {
        "number": change.number,
        "kind": change.kind.value,
        "rows": change.rows,
        "left": change.left,
        "right": change.right,
    }
