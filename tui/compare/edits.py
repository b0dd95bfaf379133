"""Compare the words of one row: the one place that knows the order of those steps.

In: a comparison and the number of a row. Out: its edits, made when somebody
looks at the row, for a hundred thousand rows are never looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui.article.model import Article, Span, Style, Styled
from tui.compare.codes import BOOK, Code
from tui.compare.model import CompareOptions, Comparison, Edit, Kind, Passage, Stretch, Wording
from tui.compare.sentences import cut, together
from tui.compare.tidy import tidy
from tui.compare.wording import differences
from tui.compare.words import Words, first_rung, words_of

_DEFAULTS = CompareOptions()

Passages = tuple[Passage, ...]
Places = Sequence[tuple[int, Passage]]
"""Numbers and places of the carried sentences of one side of a row, in order."""


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
    return _edits(
        _side(comparison.left, left, on_left),
        _side(comparison.right, right, on_right),
        comparison.options,
    )


def mark_words(
    left: str, right: str, options: CompareOptions = _DEFAULTS
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The characters that differ between two texts, as half-open spans on each side.

    Offsets are code points; the spans of a side are in order and disjoint,
    and never cut a word. Quiet differences (quotes, dashes, points, capitals,
    blanks) are among them.
    """
    edits = _edits(_Side([(0, left, ())]), _Side([(0, right, ())]), options)
    return (
        [(p.span.start, p.span.end) for edit in edits for p in edit.left],
        [(p.span.start, p.span.end) for edit in edits for p in edit.right],
    )


class _Side:
    """The words of one side of a row, paragraph after paragraph."""

    def __init__(
        self, paragraphs: Iterable[tuple[int, str, Sequence[Styled]]], carried: Places = ()
    ) -> None:
        self.keys: list[str] = []
        self.sentences: list[range] = []
        """The words of each sentence, by number."""
        self._numbers: list[int] = []
        """The paragraphs, by their numbers in the article, ..."""
        self._texts: list[str] = []
        self._first_words: list[int] = []
        """... and the first word of each."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._styles: dict[int, frozenset[Style]] = {}
        self._carried = carried
        for number, text, styles in paragraphs:
            words: Words = words_of(text)
            first_word = len(self.keys)
            for styled in styles:
                first = first_word + bisect_right(words.ends, styled.span.start)
                last = first_word + bisect_left(words.starts, styled.span.end)
                for word in range(first, last):
                    self._styles[word] = self.styles(word) | {styled.style}
            self.sentences += [
                range(first_word + each.start, first_word + each.stop) for each in cut(text, words)
            ]
            self._numbers.append(number)
            self._texts.append(text)
            self._first_words.append(first_word)
            self.keys += words.keys
            self._starts += words.starts
            self._ends += words.ends

    def codes(self) -> list[Code]:
        """The code of each sentence."""
        whole = "".join(map(BOOK.code, self._texts))
        return [Code(whole[each.start : each.stop]) for each in self.sentences]

    def surface(self, word: int) -> str:
        """How a word is written."""
        return self._texts[self._place(word)][self._starts[word] : self._ends[word]]

    def styles(self, word: int) -> frozenset[Style]:
        """How a word is set off."""
        return self._styles.get(word, frozenset())

    def written(self, first: int, last: int, *, after_blank: bool) -> str | None:
        """How the words `[first, last)` are written, with the blank before them or without it.

        None where one of them is set off, or where they cross paragraphs.
        """
        place = self._place(first)
        if self._styles or (place + 1 < len(self._texts) and self._place(last - 1) != place):
            return None
        alone = not after_blank or first == self._first_words[place]
        start = self._starts[first] if alone else self._ends[first - 1]
        return self._texts[place][start : self._ends[last - 1]]

    def passages(self, first: int, last: int) -> Passages:
        """Where the words `[first, last)` stand, a passage for each paragraph they touch."""
        found: list[Passage] = []
        while first < last:
            place = self._place(first)
            after = self._first_words[place + 1] if place + 1 < len(self._texts) else last
            until = min(last, after)
            span = Span(self._starts[first], self._ends[until - 1])
            found.append(Passage(self._numbers[place], span))
            first = until
        return tuple(found)

    def alone(self, first: int, last: int) -> Iterator[tuple[Passages, Wording, int | None]]:
        """Where the words `[first, last)` stand, cut at the carried ones of them."""
        at = first
        for number, passage in self._carried:
            start, end = self._words_of(passage)
            if first <= start and end <= last:
                if at < start:
                    yield self.passages(at, start), Wording.WORDS, None
                yield self.passages(start, end), Wording.CARRIED, number
                at = end
        if at < last:
            yield self.passages(at, last), Wording.WORDS, None

    def joined(self, before: Passages, after: Passages) -> Passages:
        """Two passages as one where only a blank is between them; else none."""
        (one,), (other,) = before, after
        text = self._texts[self._numbers.index(one.paragraph)]
        if one.paragraph != other.paragraph or text[one.span.end : other.span.start].strip():
            return ()
        return (Passage(one.paragraph, Span(one.span.start, other.span.end)),)

    def blank_before(self, word: int) -> tuple[str, Passages] | None:
        """What stands between a word and the one before; None at a paragraph's start."""
        place = self._place(word)
        if word == self._first_words[place]:
            return None
        start, end = self._ends[word - 1], self._starts[word]
        blank = self._texts[place][start:end]
        return blank, (Passage(self._numbers[place], Span(start, end)),) if blank else ()

    def _place(self, word: int) -> int:
        """Which of the paragraphs a word stands in."""
        return bisect_right(self._first_words, word) - 1

    def _words_of(self, passage: Passage) -> tuple[int, int]:
        place = self._numbers.index(passage.paragraph)
        first = self._first_words[place]
        last = self._first_words[place + 1] if place + 1 < len(self._texts) else len(self.keys)
        return (
            bisect_left(self._starts, passage.span.start, first, last),
            bisect_left(self._starts, passage.span.end, first, last),
        )


def _edits(left: _Side, right: _Side, options: CompareOptions) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    left_at = right_at = 0
    end = range(len(left.keys), len(left.keys)), range(len(right.keys), len(right.keys))
    for here, there in (*_together(left, right, options), end):
        edits += [
            Edit(passages, (), wording, carried=number)
            for passages, wording, number in left.alone(left_at, here.start)
        ]
        edits += [
            Edit((), passages, wording, carried=number)
            for passages, wording, number in right.alone(right_at, there.start)
        ]
        edits += _edits_between(left, here, right, there, options.edits_up_to)
        left_at, right_at = here.stop, there.stop
    return tuple(
        replace(edit, quiet=True) if edit.wording in options.quiet else edit
        for edit in _with_runs(edits, left, right)
    )


def _together(left: _Side, right: _Side, options: CompareOptions) -> Iterator[tuple[range, range]]:
    """The words, by number, between which both sides are compared."""
    if len(left.sentences) == len(right.sentences) == 1:
        yield left.sentences[0], right.sentences[0]
        return
    for here, there in together(left.codes(), right.codes(), options):
        yield (
            range(left.sentences[here.start].start, left.sentences[here.stop - 1].stop),
            range(right.sentences[there.start].start, right.sentences[there.stop - 1].stop),
        )


def _edits_between(
    left: _Side, here: range, right: _Side, there: range, up_to: int
) -> Iterator[Edit]:
    """The edits between some words of both sides; one that replaces all where they are too many."""
    ours, theirs = left.keys[here.start : here.stop], right.keys[there.start : there.stop]
    if ours == theirs:
        stretches: Sequence[Stretch] = ()
    elif len(ours) * len(theirs) > up_to:
        stretches = [Stretch(0, len(ours), 0, len(theirs))]
    else:
        stretches = tidy(differences(ours, theirs), ours, theirs)
    left_at, right_at = here.start, there.start
    end = Stretch(len(ours), len(ours), len(theirs), len(theirs))
    for stretch in (*stretches, end):
        size = here.start + stretch.left_start - left_at
        yield from _quiet_edits(left, left_at, right, right_at, size)
        left_at, right_at = here.start + stretch.left_end, there.start + stretch.right_end
        if stretch is not end:
            yield Edit(
                left.passages(here.start + stretch.left_start, left_at),
                right.passages(there.start + stretch.right_start, right_at),
                Wording.WORDS,
            )


def _side(article: Article, numbers: Iterable[int], carried: Places) -> _Side:
    paragraphs = ((number, article.paragraphs[number]) for number in numbers)
    return _Side(((number, each.text, each.styles) for number, each in paragraphs), carried)


def _quiet_edits(left: _Side, i: int, right: _Side, j: int, size: int) -> Iterator[Edit]:
    """The differences between so many equal words from `i` and from `j` on."""
    if not size:
        return
    for after_blank in (True, False):
        surface = left.written(i, i + size, after_blank=after_blank)
        if surface is not None and surface == right.written(j, j + size, after_blank=after_blank):
            if after_blank:
                return
            # Only the blanks before the first of them differ.
            size = 1
    for n in range(size):
        yield from _quiet_edits_of_word(left, i + n, right, j + n)


def _quiet_edits_of_word(left: _Side, i: int, right: _Side, j: int) -> Iterator[Edit]:
    """The differences between two equal words, and between the blanks before them."""
    before, after = left.blank_before(i), right.blank_before(j)
    if before and after and before[0] != after[0]:
        yield Edit(before[1], after[1], Wording.SPACING)
    surfaces = left.surface(i), right.surface(j)
    if surfaces[0] != surfaces[1]:
        yield Edit(left.passages(i, i + 1), right.passages(j, j + 1), first_rung(*surfaces))
    elif left.styles(i) != right.styles(j):
        yield Edit(left.passages(i, i + 1), right.passages(j, j + 1), Wording.EMPHASIS)


def _with_runs(edits: Iterable[Edit], left: _Side, right: _Side) -> Iterator[Edit]:
    """The edits, those of neighbouring words that are set off otherwise made one."""
    run: Edit | None = None
    for edit in edits:
        if run is not None and run.wording is edit.wording is Wording.EMPHASIS:
            reach = left.joined(run.left, edit.left), right.joined(run.right, edit.right)
            if all(reach):
                run = Edit(*reach, Wording.EMPHASIS)
                continue
        if run is not None:
            yield run
        run = edit
    if run is not None:
        yield run
