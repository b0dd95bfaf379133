"""Write a comparison as plain text: a sign for each row, marks around changed words.

In: an account of a comparison, and what of it is wanted. Out: pieces of text. Panes and
colours are other packages' business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from tui.article.counting import counted
from tui.article.model import Article
from tui.compare.accounting import Account
from tui.compare.model import Comparison, Edit, Kind, Regime, Row, Side, Wording
from tui.compare.signs import carried_notes, gravest_sign, move_note, sign_of, two_signs
from tui.compare.weave import strand_of
from tui.export.marks import JOIN, marked
from tui.export.sections import write_sections
from tui.export.wanted import Only, Wanted
from tui.export.wrapping import wrapped

_INDENT = "  "


def write_text(account: Account, wanted: Wanted) -> Iterator[str]:
    """Two lines that name the articles, the rows, what was bounded, and a line of counts.

    Lines are at most as wide as `wanted` says, a wide character counting two,
    but for words that are longer. Where sections are wanted they stand for all that
    follows the names.
    """
    comparison = account.comparison
    yield f"--- {_name(comparison.left)}\n"
    yield f"+++ {_name(comparison.right)}\n\n"
    if wanted.sections:
        yield from write_sections(account, wanted)
        return
    left_out = 0
    for number, row in enumerate(comparison.rows):
        edits = account.edits_of(number)
        if wanted.only is None or wanted.only.asks_for_row(row, edits):
            yield from _row(comparison, number, edits, wanted)
        else:
            left_out += 1
    if comparison.options.regime is not None:
        yield f"Taken for two {comparison.regime.value}, as you asked.\n"
    elif comparison.regime is Regime.TELLINGS:
        yield "Two tellings, with few or no passages in common.\n"
    for sentence in comparison.bounded:
        yield f"{sentence}\n"
    counted_out = f"; {counted(left_out, 'row')} left out" if left_out else ""
    yield f"{counts(comparison)}{counted_out}\n"


def _row(
    comparison: Comparison, number: int, edits: tuple[Edit, ...], wanted: Wanted
) -> Iterator[str]:
    """A row with its signs and notes, and a blank line."""
    row = comparison.rows[number]
    # A move's words are marked where they stand now.
    if row.other_end is not None and not row.right:
        edits = ()
    note = move_note(comparison, row)
    parts = [f"({note})"] if note else []
    parts.append(_joined_marks(comparison, number, edits, wanted.only))
    parts += [f"({each})" for each in carried_notes(comparison, number, Side.BOTH)]
    lines = wrapped(" ".join(parts), wanted.width - len(_INDENT) if wanted.width else 0)
    doubtful = _is_doubtful(comparison, row)
    signs = two_signs(sign_of(row), gravest_sign(edits), doubtful=doubtful)
    yield signs + f"\n{_INDENT}".join(lines) + "\n\n"


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


def _joined_marks(
    comparison: Comparison, number: int, edits: Iterable[Edit], only: Only | None
) -> str:
    """The text of a row, with its marks and with its paragraphs joined."""
    row = comparison.rows[number]
    left, right = comparison.both_sides(number) if row.right else (row.left, row.right)
    if not left or not right:
        article, alone = (comparison.left, left) if left else (comparison.right, right)
        return f" {JOIN} ".join(article.paragraphs[each].text for each in alone)
    return marked(
        strand_of(comparison.left, left),
        strand_of(comparison.right, right),
        filter(_can_be_seen, edits),
        partial(only.asks_for, row) if only else None,
    )


def _can_be_seen(edit: Edit) -> bool:
    """Whether an edit can be seen in a line of text: blanks and emphasis alone cannot."""
    return edit.wording not in (Wording.SPACING, Wording.EMPHASIS)
