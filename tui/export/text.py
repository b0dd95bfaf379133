"""Write a comparison as plain text: a sign for each row, marks around changed words.

In: a comparison and a width. Out: pieces of text. Panes and colours are
other packages' business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tui.article.model import Article
from tui.compare import edits_of
from tui.compare.model import Comparison, Edit, Kind, Passage, Regime, Row, Side, Wording
from tui.compare.signs import DOUBT, carried_notes, move_note, sign_of
from tui.export.marks import marked
from tui.export.wrapping import wrapped

_JOIN = " ¶ "
_INDENT = "  "
# Paragraphs hold no line ends, so one can stand for the join of two: it is a
# blank to everything that counts or strips blanks.
_SEAM = "\n"


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
    on_left, on_right = _Joined(comparison.left, left), _Joined(comparison.right, right)
    if not left or not right:
        text = on_left.text + on_right.text
    else:
        edits = [
            (on_left.reach(edit.left), on_right.reach(edit.right))
            for edit in edits_of(comparison, number)
            if _is_marked(edit)
        ]
        # The side with more paragraphs knows where the joins are.
        merged = len(left) > len(right)
        text = marked(on_left.text, on_right.text, edits, shared_from_left=merged)
    return text.replace(_SEAM, _JOIN)


def _is_marked(edit: Edit) -> bool:
    """Whether an edit can be seen in a line of text: blanks and emphasis alone cannot."""
    return edit.wording not in (Wording.SPACING, Wording.EMPHASIS)


class _Joined:
    """Paragraphs as one text, in which a passage can be found again."""

    def __init__(self, article: Article, paragraphs: Sequence[int]) -> None:
        texts = [article.paragraphs[number].text for number in paragraphs]
        self.text = _SEAM.join(texts)
        self._starts: dict[int, int] = {}
        start = 0
        for number, text in zip(paragraphs, texts, strict=True):
            self._starts[number] = start
            start += len(text) + len(_SEAM)

    def reach(self, passages: Sequence[Passage]) -> range:
        """From the first passage's start to the last one's end, the joins included."""
        if not passages:
            return range(0)
        first, last = passages[0], passages[-1]
        return range(
            self._starts[first.paragraph] + first.span.start,
            self._starts[last.paragraph] + last.span.end,
        )
