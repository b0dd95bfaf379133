"""Compare the words of one row: the one place that knows the order of those steps.

In: a comparison and the number of a row. Out: its edits, made when somebody
looks at the row, for a hundred thousand rows are never looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, repeat

from tui.article.model import Article, Paragraph, Role
from tui.compare.model import CompareOptions, Comparison, Edit, Kind, Stretch, Wording
from tui.compare.naming import Difference, Name, Naming
from tui.compare.parting import parts
from tui.compare.rowtext import Places, RowText
from tui.compare.sentences import together
from tui.compare.similarity import in_order
from tui.compare.tables import Tables, built_in
from tui.compare.tidy import tidy
from tui.compare.wording import differences
from tui.compare.words import first_rung

_DEFAULTS = CompareOptions()
_LIGHT = 8
"""Words of a side of the largest change in a row whose sentences need not be paired first."""
_SENTENCE = 5
"""Words of a side from which one sentence that stands for another is new text."""
_NOTHING_LEFT = 0.2
"""Share of the words in common (0 to 1, in order) under which it is."""
_ENDS = frozenset(".!?") | {"..."}
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
    compared = _Compared(
        _side(comparison.left, left, on_left),
        _side(comparison.right, right, on_right),
        comparison.options,
        tables_for(comparison.options, *comparison.articles),
    )
    naming = Naming(compared.left, compared.right, compared.tables, comparison.articles)
    return tuple(compared.edits(naming))


def mark_words(
    left: str, right: str, options: CompareOptions = _DEFAULTS
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The characters that differ between two texts, as half-open spans on each side.

    Offsets are code points; the spans of a side are in order and disjoint,
    and never cut a word. Quiet differences (quotes, dashes, points, capitals,
    blanks) are among them.
    """
    here, there = (RowText([(0, Paragraph(text, Role.BODY, None))]) for text in (left, right))
    edits = [*_Compared(here, there, options, tables_for(options)).edits()]
    return (
        [(p.span.start, p.span.end) for edit in edits for p in edit.left],
        [(p.span.start, p.span.end) for edit in edits for p in edit.right],
    )


def tables_for(options: CompareOptions, *articles: Article) -> Tables:
    """The tables by which articles are compared, those of their language."""
    tables = options.tables or built_in()
    languages = {article.about.language for article in articles} - {None}
    return tables.for_language(languages.pop()) if len(languages) == 1 else tables


def _side(article: Article, numbers: Iterable[int], carried: Places) -> RowText:
    paragraphs = ((number, article.paragraphs[number]) for number in numbers)
    # In German every noun is written large, and so a capital tells nothing.
    german = (article.about.language or "").startswith("de")
    return RowText(paragraphs, carried, lambda: article.written_small, nouns_large=german)


class _Compared:
    """Both sides of a row, and where their words differ."""

    def __init__(
        self, left: RowText, right: RowText, options: CompareOptions, tables: Tables
    ) -> None:
        self.left, self.right = left, right
        self.tables = tables
        self._options = options

    def edits(self, naming: Naming | None = None) -> Iterator[Edit]:
        """The edits of the row, in reading order; without `naming` they are all of wording."""
        at, other = 0, 0
        end = Difference(range(len(self.left), len(self.left)), range(0))
        for group in (*self._by_sentence(), [end]):
            names = naming.of(group) if naming else repeat(_UNNAMED)
            for difference, name in zip(group, names, strict=False):
                yield from self._quiet_edits(at, other, difference.left.start - at, naming)
                at, other = difference.left.stop, difference.right.stop
                if difference is not end:
                    yield self._edit(difference.left, difference.right, name, difference.carried)

    def _edit(self, here: range, there: range, name: Name, carried: int | None = None) -> Edit:
        passages = self.left.passages(here), self.right.passages(there)
        quiet = name.wording in self._options.quiet
        wording, facts, quoted, same_day = name
        return Edit(*passages, wording, quiet, facts, quoted, same_day, carried)

    def _quiet_edits(self, i: int, j: int, size: int, naming: Naming | None) -> Iterator[Edit]:
        """The differences between so many equal words from `i` and from `j` on."""
        left, right = self.left, self.right
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
            blanks = self._blanks(i + n, j + n)
            name = self._of_equal(i + n, j + n, naming)
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

    def _of_equal(self, i: int, j: int, naming: Naming | None) -> Name | None:
        """The name of what differs between two words with one key."""
        if naming:
            return naming.of_equal(i, j)
        left, right = self.left.surface(i), self.right.surface(j)
        return None if left == right else Name(first_rung(left, right))

    def _blanks(self, i: int, j: int) -> Edit | None:
        """The edit of the blanks before two equal words."""
        before, after = self.left.blank_before(i), self.right.blank_before(j)
        if before is None or after is None or before[0] == after[0]:
            return None
        quiet = Wording.SPACING in self._options.quiet
        return Edit(before[1], after[1], Wording.SPACING, quiet)

    def _by_sentence(self) -> Iterator[list[Difference]]:
        """The differences, those between sentences that belong together in one list."""
        left, right = self.left, self.right
        whole = range(len(left)), range(len(right))
        stretches = self._stretches(*whole)
        if stretches is not None and all(map(self._is_light, stretches)):
            ends = [number for number, key in enumerate(left.keys) if key in _ENDS]
            for _, group in groupby(stretches, lambda each: bisect_right(ends, each.left_start)):
                yield [*self._parted(group)]
            return
        at = 0, 0
        for here, there in (*self._together(), (whole[0][len(left) :], whole[1][len(right) :])):
            between = range(at[0], here.start), range(at[1], there.start)
            if self._is_one_sentence(*between):
                yield self._between(*between)
            else:
                yield [*self._alone(*between)]
            yield self._between(here, there)
            at = here.stop, there.stop

    def _between(self, here: range, there: range) -> list[Difference]:
        """The differences between sentences; one where nothing is left of them."""
        stretches = self._sure_stretches(here, there)
        if len(stretches) == 1:
            i, k, j, m = stretches[0]
            if (
                min(k - i, m - j) >= _SENTENCE
                and len(here) - (k - i) <= 1 >= len(there) - (m - j)
                and in_order(self.left.keys[i:k], self.right.keys[j:m]) < _NOTHING_LEFT
            ):
                return [Difference(range(i, k), range(j, m), alone=True)]
        return [*self._parted(stretches)]

    def _is_one_sentence(self, here: range, there: range) -> bool:
        """Whether one sentence stands where another stood; what is carried did not go."""
        return (
            here in self.left.sentences
            and there in self.right.sentences
            and all(carried is None for _, carried in self.left.carried_in(here))
            and all(carried is None for _, carried in self.right.carried_in(there))
        )

    def _sure_stretches(self, here: range, there: range) -> list[Stretch]:
        """Where some words of both sides differ: everywhere, where they are too many."""
        found = self._stretches(here, there)
        whole = Stretch(here.start, here.stop, there.start, there.stop)
        return [whole] if found is None else found

    def _stretches(self, here: range, there: range) -> list[Stretch] | None:
        """Where some words of both sides differ; None where they are too many."""
        ours = self.left.keys[here.start : here.stop]
        theirs = self.right.keys[there.start : there.stop]
        if ours == theirs:
            return []
        if len(ours) * len(theirs) > self._options.edits_up_to:
            return None
        i, j = here.start, there.start
        found = tidy(differences(ours, theirs), ours, theirs)
        return [Stretch(a + i, b + i, c + j, d + j) for a, b, c, d in found] if i or j else found

    def _is_light(self, stretch: Stretch) -> bool:
        """Whether a stretch is short and ends no sentence, so that it lies inside one."""
        i, k, j, m = stretch
        return (
            k - i <= _LIGHT
            and m - j <= _LIGHT
            and _ENDS.isdisjoint(self.left.keys[i:k])
            and _ENDS.isdisjoint(self.right.keys[j:m])
        )

    def _together(self) -> Iterator[tuple[range, range]]:
        """The words, by number, between which both sides are compared."""
        left, right = self.left.sentences, self.right.sentences
        if len(left) == len(right) == 1:
            yield left[0], right[0]
            return
        for here, there in together(self.left.codes(), self.right.codes(), self._options):
            yield (
                range(left[here.start].start, left[here.stop - 1].stop),
                range(right[there.start].start, right[there.stop - 1].stop),
            )

    def _alone(self, here: range, there: range) -> Iterator[Difference]:
        """Sentences of one side that have no counterpart."""
        nothing = range(here.stop, here.stop), range(there.start, there.start)
        for words, carried in self.left.carried_in(here):
            yield Difference(words, nothing[1], True, carried)
        for words, carried in self.right.carried_in(there):
            yield Difference(nothing[0], words, True, carried)

    def _parted(self, stretches: Iterable[Stretch]) -> Iterator[Difference]:
        """Differences, cut at what both sides have in another form."""
        for i, k, j, m in stretches:
            if self._is_point(self.left, range(i, k)) and j == m and j:
                yield Difference(range(i - 1, k), range(j - 1, m))
                continue
            if self._is_point(self.right, range(j, m)) and i == k and i:
                yield Difference(range(i - 1, k), range(j - 1, m))
                continue
            left, right = self.left.phrase(range(i, k)), self.right.phrase(range(j, m))
            for here, there in parts(left, right, self.tables):
                yield Difference(
                    range(i + here.start, i + here.stop), range(j + there.start, j + there.stop)
                )

    def _is_point(self, side: RowText, words: range) -> bool:
        """Whether a word is the point of an abbreviation or an initial."""
        at = words.start
        return (
            len(words) == 1
            and side.keys[at] == "."
            and side.joins(at)
            and self.tables.takes_point(side.keys[at - 1])
        )
