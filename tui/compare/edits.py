"""Compare the words of one row: the one place that knows the order of those steps.

In: a comparison and the number of a row. Out: its edits, made when somebody
looks at the row, for a hundred thousand rows are never looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.article.model import Article, Span, Style, Styled
from tui.compare.model import CompareOptions, Comparison, Edit, Kind, Passage, Stretch, Wording
from tui.compare.tidy import tidy
from tui.compare.wording import differences
from tui.compare.words import Words, first_rung, words_of

_DEFAULTS = CompareOptions()

Passages = tuple[Passage, ...]


def edits_of(comparison: Comparison, number: int) -> tuple[Edit, ...]:
    """The edits of row `number`, from 0, in reading order.

    None for rows that are the same or stand on one side only. The edits of a
    moved row are those between its two ends; their passages lie in the
    paragraphs of both, whichever end is asked for. Outside the edits both
    sides hold the same words in the same order.
    """
    left, right = comparison.both_sides(number)
    same = comparison.rows[number].kind is Kind.SAME
    if comparison.pending or same or not left or not right:
        return ()
    return _edits(
        _side(comparison.left, left),
        _side(comparison.right, right),
        comparison.options.edits_up_to,
    )


def mark_words(
    left: str, right: str, edits_up_to: int = _DEFAULTS.edits_up_to
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The characters that differ between two texts, as half-open spans on each side.

    Offsets are code points; the spans of a side are in order and disjoint,
    and never cut a word. Quiet differences (quotes, dashes, points, capitals,
    blanks) are among them. `edits_up_to` bounds the product of the two word
    counts; beyond it both texts are marked whole.
    """
    edits = _edits(_Side([(0, left, ())]), _Side([(0, right, ())]), edits_up_to)
    return (
        [(p.span.start, p.span.end) for edit in edits for p in edit.left],
        [(p.span.start, p.span.end) for edit in edits for p in edit.right],
    )


@dataclass(frozen=True, slots=True)
class _Word:
    paragraph: int
    start: int
    end: int


class _Side:
    """The words of one side of a row, paragraph after paragraph."""

    def __init__(self, paragraphs: Iterable[tuple[int, str, Sequence[Styled]]]) -> None:
        self.texts: dict[int, str] = {}
        self.keys: list[str] = []
        self._words: list[_Word] = []
        self._styles: dict[int, frozenset[Style]] = {}
        for number, text, styles in paragraphs:
            self.texts[number] = text
            words: Words = words_of(text)
            for styled in styles:
                first = len(self.keys) + bisect_right(words.ends, styled.span.start)
                last = len(self.keys) + bisect_left(words.starts, styled.span.end)
                for word in range(first, last):
                    self._styles[word] = self.styles(word) | {styled.style}
            self.keys += words.keys
            self._words += [
                _Word(number, start, end)
                for start, end in zip(words.starts, words.ends, strict=True)
            ]

    def surface(self, word: int) -> str:
        """How a word is written."""
        at = self._words[word]
        return self.texts[at.paragraph][at.start : at.end]

    def styles(self, word: int) -> frozenset[Style]:
        """How a word is set off."""
        return self._styles.get(word, frozenset())

    def passages(self, first: int, last: int) -> tuple[Passage, ...]:
        """Where the words `[first, last)` stand, a passage for each paragraph they touch."""
        spans: dict[int, Span] = {}
        for word in self._words[first:last]:
            start = spans[word.paragraph].start if word.paragraph in spans else word.start
            spans[word.paragraph] = Span(start, word.end)
        return tuple(Passage(paragraph, span) for paragraph, span in spans.items())

    def joined(self, before: Passages, after: Passages) -> Passages:
        """Two passages as one where only a blank is between them; else none."""
        (one,), (other,) = before, after
        between = self.texts[one.paragraph][one.span.end : other.span.start]
        if one.paragraph != other.paragraph or between.strip():
            return ()
        return (Passage(one.paragraph, Span(one.span.start, other.span.end)),)

    def blank_before(self, word: int) -> tuple[str, tuple[Passage, ...]] | None:
        """What stands between a word and the one before; None at a paragraph's start."""
        if word == 0 or self._words[word - 1].paragraph != self._words[word].paragraph:
            return None
        at = self._words[word]
        start = self._words[word - 1].end
        blank = self.texts[at.paragraph][start : at.start]
        return blank, (Passage(at.paragraph, Span(start, at.start)),) if blank else ()


def _edits(left: _Side, right: _Side, up_to: int) -> tuple[Edit, ...]:
    if len(left.keys) * len(right.keys) > up_to:
        whole = Stretch(0, len(left.keys), 0, len(right.keys))
        return (_edit(left, right, whole),)
    stretches = tidy(differences(left.keys, right.keys), left.keys, right.keys)
    edits: list[Edit] = []
    left_at = right_at = 0
    end = Stretch(len(left.keys), len(left.keys), len(right.keys), len(right.keys))
    for stretch in (*stretches, end):
        while left_at < stretch.left_start:
            edits += _quiet_edits(left, left_at, right, right_at)
            left_at, right_at = left_at + 1, right_at + 1
        if stretch is not end:
            edits.append(_edit(left, right, stretch))
        left_at, right_at = stretch.left_end, stretch.right_end
    return tuple(_with_runs(edits, left, right))


def _side(article: Article, numbers: Iterable[int]) -> _Side:
    paragraphs = ((number, article.paragraphs[number]) for number in numbers)
    return _Side((number, each.text, each.styles) for number, each in paragraphs)


def _edit(left: _Side, right: _Side, stretch: Stretch) -> Edit:
    return Edit(
        left.passages(stretch.left_start, stretch.left_end),
        right.passages(stretch.right_start, stretch.right_end),
        Wording.WORDS,
    )


def _quiet_edits(left: _Side, i: int, right: _Side, j: int) -> Iterator[Edit]:
    """The differences between two equal words, and between the blanks before them."""
    before, after = left.blank_before(i), right.blank_before(j)
    if before and after and before[0] != after[0]:
        yield Edit(before[1], after[1], Wording.SPACING)
    surfaces = left.surface(i), right.surface(j)
    if surfaces[0] != surfaces[1]:
        yield Edit(left.passages(i, i + 1), right.passages(j, j + 1), first_rung(*surfaces))
    elif left.styles(i) != right.styles(j):
        yield Edit(left.passages(i, i + 1), right.passages(j, j + 1), Wording.STYLE)


def _with_runs(edits: Iterable[Edit], left: _Side, right: _Side) -> Iterator[Edit]:
    """The edits, those of neighbouring words that are set off otherwise made one."""
    run: Edit | None = None
    for edit in edits:
        if run is not None and run.wording is edit.wording is Wording.STYLE:
            reach = left.joined(run.left, edit.left), right.joined(run.right, edit.right)
            if all(reach):
                run = Edit(*reach, Wording.STYLE)
                continue
        if run is not None:
            yield run
        run = edit
    if run is not None:
        yield run
