"""Compare the words of one row: the one place that knows the order of those steps.

In: a comparison and the number of a row. Out: its edits, made when somebody
looks at the row, for a hundred thousand rows are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from tui.article.model import Article, Paragraph, Role
from tui.compare.differ import differ, plain_marks
from tui.compare.model import CompareOptions, Comparison, Edit, Kind, Wording
from tui.compare.naming import Name, Naming
from tui.compare.narrowing import Window, narrowed
from tui.compare.rowtext import Difference, Places, RowText
from tui.compare.tables import Tables, built_in

_DEFAULTS = CompareOptions()
_UNNAMED = Name(Wording.WORDS)
_IN_RUNS = frozenset({Wording.EMPHASIS, Wording.CASE})
"""What neighbouring words that differ alike are one edit of."""


def edits_of(comparison: Comparison, number: int) -> tuple[Edit, ...]:
    """The edits of row `number`, from 0, in reading order.

    Words are compared between the sentences that belong together; a sentence
    without a counterpart came in or went away whole. The edits of a moved row
    are those between its two ends; their passages lie in the paragraphs of
    both, whichever end is asked for. Outside the edits both sides hold the
    same words in the same order. Rows that are the same have none, and those
    on one side only have none but for their carried sentences.
    """
    left, right = comparison.both_sides(number)
    row = comparison.rows[number]
    if comparison.pending or row.kind is Kind.SAME:
        return ()
    went = sorted((comparison.carried[n].left, n) for n in row.carried)
    came = sorted((comparison.carried[n].right, n) for n in row.carried)
    on_left = [(n, passage) for passage, n in went if passage.paragraph in left]
    on_right = [(n, passage) for passage, n in came if passage.paragraph in right]
    if not left or not right:
        return (
            *(Edit((passage,), (), Wording.CARRIED, carried=n) for n, passage in on_left),
            *(Edit((), (passage,), Wording.CARRIED, carried=n) for n, passage in on_right),
        )
    compared = _Row(
        _side(comparison.left, left, on_left),
        _side(comparison.right, right, on_right),
        comparison.options,
        comparison.articles,
    )
    texts = compared.only_texts()
    return tuple(compared.edits(narrowed(*texts) if texts else None, named=True))


def mark_words(
    left: str, right: str, options: CompareOptions = _DEFAULTS
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The characters that differ between two texts, as half-open spans on each side.

    Offsets are code points; the spans of a side are in order and disjoint,
    and never cut a word. Quiet differences (quotes, dashes, points, capitals,
    blanks) are among them.
    """
    windows = narrowed(left, right)
    plain = windows and plain_marks(left, right, windows, tables_for(options), options)
    if plain:
        return plain
    here, there = (RowText([(0, Paragraph(text, Role.BODY, None))]) for text in (left, right))
    edits = [*_Row(here, there, options).edits(windows)]
    return (
        [(p.span.start, p.span.end) for edit in edits for p in edit.left],
        [(p.span.start, p.span.end) for edit in edits for p in edit.right],
    )


def tables_for(options: CompareOptions, *articles: Article) -> Tables:
    """The tables by which articles are compared, those of their language."""
    tables = options.tables or built_in()
    languages = {article.about.language or "" for article in articles}
    # Of a short text no more than the script is known.
    known = {language for language in languages if language and not language.startswith("und")}
    return tables.for_language(known.pop()) if len(known) == 1 else tables


def _side(article: Article, numbers: Iterable[int], carried: Places) -> RowText:
    paragraphs = ((number, article.paragraphs[number]) for number in numbers)
    # In German every noun is written large, and so a capital tells nothing.
    german = (article.about.language or "").startswith("de")
    return RowText(paragraphs, carried, lambda: article.written_small, nouns_large=german)


class _Row:
    """Both sides of a row, and the edits between them."""

    def __init__(
        self,
        left: RowText,
        right: RowText,
        options: CompareOptions,
        articles: Sequence[Article] = (),
    ) -> None:
        self._left, self._right = left, right
        self._options = options
        self._tables = tables_for(options, *articles)
        self._naming = Naming(left, right, self._tables, articles)

    def only_texts(self) -> tuple[str, str] | None:
        """The texts of both sides, where each is one paragraph."""
        left, right = self._left.only_text, self._right.only_text
        return None if left is None or right is None else (left, right)

    def edits(self, windows: Sequence[Window] | None, *, named: bool = False) -> Iterator[Edit]:
        """The edits of the row, in reading order; all are of wording unless they are `named`.

        `windows` are those in which nearly equal paragraphs differ, None for others.
        """
        at, other = 0, 0
        end = Difference(range(len(self._left), len(self._left)), range(0))
        groups = differ(self._left, self._right, windows, self._tables, self._options)
        for group in (*groups, [end]):
            names = self._naming.of(group) if named else repeat(_UNNAMED)
            for difference, name in zip(group, names, strict=False):
                yield from self._quiet_edits(at, other, difference.left.start - at)
                at, other = difference.left.stop, difference.right.stop
                if difference is not end:
                    yield self._edit(difference.left, difference.right, name, difference.carried)

    def _edit(self, here: range, there: range, name: Name, carried: int | None = None) -> Edit:
        passages = self._left.passages(here), self._right.passages(there)
        quiet = name.wording in self._options.quiet
        wording, facts, quoted, same_day = name
        return Edit(*passages, wording, quiet, facts, quoted, same_day, carried)

    def _quiet_edits(self, i: int, j: int, size: int) -> Iterator[Edit]:
        """The differences between so many equal words from `i` and from `j` on."""
        left, right = self._left, self._right
        if not size:
            return
        if not (left.set_off or right.set_off):
            for after_blank in (True, False):
                written = left.written(i, i + size, after_blank=after_blank)
                other = right.written(j, j + size, after_blank=after_blank)
                if written is not None and written == other:
                    if after_blank:
                        return
                    # Only the blanks before the first of them differ.
                    size = 1
        run: Name | None = None
        since = 0
        for n in range(size):
            blanks = self._blanks(i + n, j + n, after_edit=n == 0)
            name = self._naming.of_equal(i + n, j + n)
            joins = not blanks and left.joins(i + n) and right.joins(j + n)
            if run is not None and not (joins and name == run):
                yield self._edit(range(i + since, i + n), range(j + since, j + n), run)
                run = None
            if blanks:
                yield blanks
            if name is None or name == run:
                continue
            if name.wording in _IN_RUNS:
                run, since = name, n
            else:
                yield self._edit(range(i + n, i + n + 1), range(j + n, j + n + 1), name)
        if run is not None:
            yield self._edit(range(i + since, i + size), range(j + since, j + size), run)

    def _blanks(self, i: int, j: int, *, after_edit: bool) -> Edit | None:
        """The edit of the blanks before two equal words.

        Where a mark came in and a blank went with it, that is one edit.
        """
        before, after = self._left.blank_before(i), self._right.blank_before(j)
        if before is None or after is None or before[0] == after[0]:
            return None
        if after_edit and not (before[0] and after[0]):
            return None
        quiet = Wording.SPACING in self._options.quiet
        return Edit(before[1], after[1], Wording.SPACING, quiet)
