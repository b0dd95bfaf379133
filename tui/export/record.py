"""Write a comparison, an article or a list of articles as a JSON record, for other programs.

In: what is to be written. Out: JSON text on one line. The README describes every
field; whoever changes one raises `SCHEMA` and mends the README.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tui import __version__
from tui.article import Article, Document, Loaded, Paragraph
from tui.compare import summary
from tui.compare.accounting import Account
from tui.compare.ledger import Pattern
from tui.compare.model import Carried, Change, Comparison, Edit, Found, Passage, Wording
from tui.export.wanted import Only, Section, Wanted

SCHEMA = 2
"""Number of the record's layout; raised when a field changes or goes away."""

Json = dict[str, object]

_SECTIONS = {
    Section.LEDGER: ("ledger",),
    Section.FACTS: ("facts", "quotations"),
    Section.SUMMARY: ("summary",),
}
"""The fields that hold what a section does."""


def write_record(account: Account, wanted: Wanted) -> Iterator[str]:
    """The record, with a line end.

    Paragraph and row numbers count from 0, change numbers from 1. Offsets are
    code points of the paragraph's text, half-open.
    """
    yield _line(_record(account, wanted))


def _line(record: Json) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def _head() -> Json:
    return {"schema": SCHEMA, "program": "diptych", "version": __version__}


def _record(account: Account, wanted: Wanted) -> Json:
    comparison = account.comparison
    sections: Json = {
        "ledger": [_pattern(account, pattern) for pattern in account.ledger],
        "facts": [_found(found) for found in account.facts],
        "quotations": [_found(found) for found in account.quotations],
        "summary": summary(account),
    }
    if wanted.sections:
        asked = [name for section in wanted.sections for name in _SECTIONS[section]]
        differs = {name: written for name, written in sections.items() if name in asked}
    else:
        differs = {**_rows(account, wanted.only), **_counts(account), **sections}
    return {
        **_head(),
        "regime": comparison.regime.value,
        "regime_by_hand": comparison.options.regime is not None,
        "quiet": sorted(comparison.options.quiet),
        "left": _article(comparison.left),
        "right": _article(comparison.right),
        **differs,
        "bounded": (*comparison.bounded, *account.bounded),
    }


def _rows(account: Account, only: Only | None) -> Json:
    """The rows that are wanted, and what they belong to."""
    comparison = account.comparison
    rows: list[Json] = []
    for number, row in enumerate(comparison.rows):
        edits = account.edits_of(number)
        if only is None or only.asks_for_row(row, edits):
            wanted = [edit for edit in edits if only is None or only.asks_for(row, edit)]
            rows.append(_row(comparison, number, wanted))
    changes = {row["change"] for row in rows}
    return {
        "rows": rows,
        "left_out": len(comparison.rows) - len(rows),
        "changes": [_change(each) for each in comparison.changes if each.number in changes],
        "carried": [_carried(carried) for carried in comparison.carried],
    }


def _counts(account: Account) -> Json:
    words, same = account.words, account.same
    return {
        "edits": {wording.value: account.edits[wording] for wording in Wording},
        "words": {"gone": words.gone, "new": words.new, "quiet": words.quiet},
        "same": {"words": same.words, "first": same.first, "last": same.last},
    }


def _pattern(account: Account, pattern: Pattern) -> Json:
    return {
        "left": pattern.left,
        "right": pattern.right,
        "wording": pattern.wording.value,
        "quiet": pattern.wording in account.comparison.options.quiet,
        "places": [_found(found) for found in pattern.places],
        "kept": [{"row": row, **_passage(passage)} for row, passage in pattern.kept],
    }


def _found(found: Found) -> Json:
    return {"row": found.row, **_edit(found.edit)}


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


def _row(comparison: Comparison, number: int, edits: Iterable[Edit]) -> Json:
    row = comparison.rows[number]
    return {
        "number": number,
        "left": row.left,
        "right": row.right,
        "kind": row.kind.value,
        "likeness": round(row.likeness, 4),
        "change": row.change,
        "other_end": row.other_end,
        "carried": row.carried,
        "edits": [_edit(edit) for edit in edits],
    }


def _edit(edit: Edit) -> Json:
    return {
        "wording": edit.wording.value,
        "quiet": edit.quiet,
        "facts": edit.facts,
        "quoted": edit.quoted,
        "same_day": edit.same_day,
        "carried": edit.carried,
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
