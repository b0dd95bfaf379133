"""Write a comparison as plain text: a sign for each row, marks around changed words.

In: a comparison and a width. Out: pieces of text. Panes and colours are
other packages' business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tui.article.model import Article
from tui.compare import edits_of
from tui.compare.model import Comparison, Edit, Kind, Regime, Row, Side, Wording
from tui.compare.signs import DOUBT, carried_notes, move_note, sign_of
from tui.compare.weave import strand_of
from tui.export.marks import JOIN, marked
from tui.export.wrapping import wrapped

_INDENT = "  "


def write_text(comparison: Comparison, width: int) -> Iterator[str]:
    """Two lines that name the articles, the rows, what was bounded, and a line of counts.

    Lines are at most `width` characters wide, a wide character counting two,
    but for words that are longer; 0 writes each row on one line.
    """
    yield f"--- {_name(comparison.left)}\n"
    yield f"+++ {_name(comparison.right)}\n\n"
    for number, row in enumerate(comparison.rows):
        text = _joined_marks(comparison, number)
        note = move_note(comparison, row)
        parts = [f"({note})"] if note else []
        parts += [text, *(f"({each})" for each in carried_notes(comparison, number, Side.BOTH))]
        lines = wrapped(" ".join(parts), width - len(_INDENT) if width else 0)
        doubt = DOUBT if _is_doubtful(comparison, row) else " "
        yield f"{sign_of(row)}{doubt}" + f"\n{_INDENT}".join(lines) + "\n\n"
    if comparison.options.regime is not None:
        yield f"Taken for two {comparison.regime.value}, as you asked.\n"
    elif comparison.regime is Regime.TELLINGS:
        yield "Two tellings, with few or no passages in common.\n"
    for sentence in comparison.bounded:
        yield f"{sentence}\n"
    yield f"{counts(comparison)}\n"


def _is_doubtful(comparison: Comparison, row: Row) -> bool:
    """Whether a paragraph of the row may have been cut at the wrong place."""
    left, right = comparison.left.paragraphs, comparison.right.paragraphs
    return any(left[n].doubtful for n in row.left) or any(right[n].doubtful for n in row.right)


def counts(comparison: Comparison) -> str:
    """How many rows are the same or set aside, and how many changes there are of each kind."""
    found = Counter(change.kind for change in comparison.changes)
    found.update(row.kind for row in comparison.rows if not row.kind.is_change)
    return ", ".join(f"{found[kind]} {kind.value}" for kind in Kind if found[kind])


def _name(article: Article) -> str:
    return f"{article.origin}  {article.title}"


def _joined_marks(comparison: Comparison, number: int) -> str:
    """The text of a row, with its marks and with its paragraphs joined."""
    row = comparison.rows[number]
    # A move's words are marked where they stand now.
    left, right = comparison.both_sides(number) if row.right else (row.left, row.right)
    if not left or not right:
        article, alone = (comparison.left, left) if left else (comparison.right, right)
        return f" {JOIN} ".join(article.paragraphs[each].text for each in alone)
    edits = filter(_is_marked, edits_of(comparison, number))
    return marked(strand_of(comparison.left, left), strand_of(comparison.right, right), edits)


def _is_marked(edit: Edit) -> bool:
    """Whether an edit can be seen in a line of text: blanks and emphasis alone cannot."""
    return edit.wording not in (Wording.SPACING, Wording.EMPHASIS)
