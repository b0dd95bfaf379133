"""Write a comparison as one JSON record, for other programs.

In: a comparison. Out: JSON text on one line. The README describes every
field; whoever changes one raises `SCHEMA` and mends the README.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tui import __version__
from tui.article.model import Article
from tui.compare import edits_of
from tui.compare.model import Change, Comparison, Edit, Passage

SCHEMA = 1
"""Number of the record's layout; raised when a field changes or goes away."""

Json = dict[str, object]


def write_record(comparison: Comparison, width: int) -> Iterator[str]:
    """The record, with a line end; `width` has no meaning here.

    Paragraph and row numbers count from 0, change numbers from 1. Offsets are
    code points of the paragraph's text, half-open.
    """
    del width
    yield json.dumps(_record(comparison), ensure_ascii=False, separators=(",", ":"))
    yield "\n"


def _record(comparison: Comparison) -> Json:
    return {
        "schema": SCHEMA,
        "program": "diptych",
        "version": __version__,
        "regime": comparison.regime.value,
        "left": _article(comparison.left),
        "right": _article(comparison.right),
        "rows": [_row(comparison, number) for number in range(len(comparison.rows))],
        "changes": [_change(change) for change in comparison.changes],
        "bounded": comparison.bounded,
    }


def _article(article: Article) -> Json:
    return {
        "origin": article.origin,
        "title": article.title,
        "source": article.source,
        "words": article.words,
        "fingerprint": article.fingerprint,
        "paragraphs": [
            {
                "text": paragraph.text,
                "role": paragraph.role.value,
                "line": paragraph.line,
                "aside": paragraph.aside,
            }
            for paragraph in article.paragraphs
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
        "edits": [_edit(edit) for edit in edits_of(comparison, number)],
    }


def _edit(edit: Edit) -> Json:
    return {
        "wording": edit.wording.value,
        "left": _passages(edit.left),
        "right": _passages(edit.right),
    }


def _passages(passages: Iterable[Passage]) -> list[Json]:
    return [
        {"paragraph": passage.paragraph, "start": passage.span.start, "end": passage.span.end}
        for passage in passages
    ]


def _change(change: Change) -> Json:
    return {
        "number": change.number,
        "kind": change.kind.value,
        "rows": change.rows,
        "left": change.left,
        "right": change.right,
    }
