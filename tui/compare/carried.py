"""Find sentences that went from one paragraph to another.

In: a comparison whose rows are set, and the codes of its paragraphs. Out: the same
with the sentences that lack a counterpart in their own row and have one in another.
Whole paragraphs that moved are `moves`' business.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from tui.article.model import Article, Span
from tui.compare.candidates import Index
from tui.compare.codes import BOOK, Code, words_in
from tui.compare.model import Carried, CompareOptions, Comparison, Kind, Passage, telling
from tui.compare.sentences import cut, together
from tui.compare.similarity import Weights, likeness
from tui.compare.wording import differences
from tui.compare.words import words_of

Codes = tuple[Sequence[Code], Sequence[Code]]
"""The codes of the paragraphs of both articles."""
Tell = Callable[[], None]

_POINTS = re.compile("[" + re.escape(BOOK.code(". ! ? ... \u3002 \u0964")) + "]+")
"""Where a sentence may end, in codes."""
_LOST = 0.5
"""Share (0 to 1) of the words between two points that a shortest edit script of the row
must take away or bring in for them to have no counterpart there."""
_RUN = 4
"""Words in a row that must be lost for a look at what stands between two points."""
_TELL_EVERY = 32
"""Rows or sentences after which it is told that work goes on: some milliseconds."""
_COMPARED = frozenset({Kind.REWORDED, Kind.SPLIT, Kind.MERGED, Kind.REGROUPED, Kind.MOVED})
_ALONE = frozenset({Kind.ADDED, Kind.REMOVED})


class _Piece(NamedTuple):
    """Words between two points, which may be a sentence that was carried."""

    row: int
    """Of a moved paragraph, its left end."""
    words: Code


class _Sentence(NamedTuple):
    """A sentence without a counterpart in its row."""

    row: int
    words: Code
    passage: Passage
    whole: bool
    """Whether it is all there is in its row."""


def with_carried(comparison: Comparison, codes: Codes, tell: Tell) -> Comparison:
    """The comparison with its carried sentences, which their rows know by number.

    Words between two points are looked at first, by their codes alone; only
    the rows in which these match are cut into sentences. Where too much is
    left over to look through, `bounded` says so and there are none. `tell` is
    called every few milliseconds.
    """
    options = comparison.options
    left, right = _pieces(comparison, codes, tell)
    if not left or not right:
        return comparison
    if (
        max(sum([len(each.words) for each in side]) for side in (left, right))
        > options.carried_up_to
    ):
        told = "Too much is new to look for sentences that went to other paragraphs."
        return replace(comparison, bounded=(*comparison.bounded, told))
    rows = {
        row for i, j, _ in _alike(left, right, options, tell) for row in (left[i].row, right[j].row)
    }
    ours: list[_Sentence] = []
    theirs: list[_Sentence] = []
    for row in sorted(rows):
        tell()
        free = _free(comparison, codes, row)
        ours += free[0]
        theirs += free[1]
    pairs = sorted(
        (Carried(ours[i].passage, theirs[j].passage, alike), ours[i].row, theirs[j].row)
        for i, j, alike in _one_to_one(ours, theirs, options, tell)
    )
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for number, (_, *ends) in enumerate(pairs):
        for end in ends:
            numbers[end].append(number)
            other_end = comparison.rows[end].other_end
            if other_end is not None:
                numbers[other_end].append(number)
    known = list(comparison.rows)
    for row, own in numbers.items():
        known[row] = replace(known[row], carried=tuple(own))
    return replace(
        comparison, rows=tuple(known), carried=tuple([carried for carried, _, _ in pairs])
    )


def _pieces(comparison: Comparison, codes: Codes, tell: Tell) -> tuple[list[_Piece], list[_Piece]]:
    """What of each side its row lacks on the other."""
    options = comparison.options
    found: tuple[list[_Piece], list[_Piece]] = [], []
    for number, row in enumerate(telling(comparison.rows, tell, _TELL_EVERY)):
        if row.kind not in _ALONE and not (row.kind in _COMPARED and row.left):
            continue
        ours, theirs = (
            "".join([own[paragraph] for paragraph in numbers])
            for own, numbers in zip(codes, comparison.both_sides(number), strict=True)
        )
        if len(ours) * len(theirs) > options.edits_up_to:
            continue
        run = False
        lost_on_left: list[tuple[int, int]] = []
        lost_on_right: list[tuple[int, int]] = []
        for start, end, other_start, other_end in differences(ours, theirs):
            if end - start >= _RUN or other_end - other_start >= _RUN:
                run = True
            lost_on_left.append((start, end))
            lost_on_right.append((other_start, other_end))
        if not run:
            continue
        for pieces, side, lost in (
            (found[0], ours, lost_on_left),
            (found[1], theirs, lost_on_right),
        ):
            for piece in _lacking(side, lost, options.carried_words):
                words = words_in(Code(piece))
                if len(words) >= options.carried_words:
                    pieces.append(_Piece(number, words))
    return found


def _lacking(side: str, lost: Sequence[tuple[int, int]], shortest: int) -> Iterator[str]:
    """What stands between two points on one side and is lost, for the most part, on the other.

    `lost` are stretches of the side that the other has not, in order.
    """
    if max([end - start for start, end in lost]) < _RUN:
        return
    mask = bytearray(len(side))
    for start, end in lost:
        mask[start:end] = b"\1" * (end - start)
    at = 0
    for point in (*_POINTS.finditer(side), None):
        start, end = at, point.start() if point else len(side)
        at = point.end() if point else end
        if end - start >= shortest and mask.count(1, start, end) >= _LOST * (end - start):
            yield side[start:end]


def _free(
    comparison: Comparison, codes: Codes, row: int
) -> tuple[list[_Sentence], list[_Sentence]]:
    """The sentences of both sides of a row that lack a counterpart in it."""
    options = comparison.options
    numbers = comparison.both_sides(row)
    left = _sentences(comparison.left, codes[0], numbers[0])
    right = _sentences(comparison.right, codes[1], numbers[1])
    if len(left) == len(right) == 1:
        return [], []
    groups = together([code for _, code in left], [code for _, code in right], options)
    paired = (
        frozenset(i for lefts, _ in groups for i in lefts),
        frozenset(j for _, rights in groups for j in rights),
    )
    ours, theirs = (
        [
            _Sentence(row, words, passage, whole=len(left) + len(right) == 1)
            for number, (passage, code) in enumerate(sentences)
            if number not in taken and len(words := words_in(code)) >= options.carried_words
        ]
        for sentences, taken in zip((left, right), paired, strict=True)
    )
    return ours, theirs


def _sentences(
    article: Article, codes: Sequence[Code], paragraphs: Sequence[int]
) -> list[tuple[Passage, Code]]:
    """The sentences of some paragraphs, with their codes."""
    found: list[tuple[Passage, Code]] = []
    for paragraph in paragraphs:
        text, code = article.paragraphs[paragraph].text, codes[paragraph]
        words = words_of(text)
        for each in cut(text, words):
            span = Span(words.starts[each.start], words.ends[each.stop - 1])
            found.append((Passage(paragraph, span), Code(code[each.start : each.stop])))
    return found


def _one_to_one(
    left: Sequence[_Sentence], right: Sequence[_Sentence], options: CompareOptions, tell: Tell
) -> Iterator[tuple[int, int, float]]:
    """Pairs of sentences by their places, with their likeness: best first, then the nearest."""
    pairs = sorted(
        (-alike, abs(left[i].row - right[j].row), i, j)
        for i, j, alike in _alike(left, right, options, tell)
        if not (left[i].whole and right[j].whole)
    )
    taken: tuple[set[int], set[int]] = set(), set()
    for negative, _, i, j in pairs:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j, -negative


def _alike(
    left: Sequence[_Piece | _Sentence],
    right: Sequence[_Piece | _Sentence],
    options: CompareOptions,
    tell: Tell,
) -> Iterator[tuple[int, int, float]]:
    """The pairs of two rows that are alike enough, by their places.

    What is equal to others is compared with no further ones; of many that are
    equal, each meets those about as far on.
    """
    same: defaultdict[Code, list[int]] = defaultdict(list)
    for j, other in enumerate(right):
        same[other.words].append(j)
    weights = Weights([each.words for each in chain(left, right)], BOOK.key)
    index = Index(
        ((j, other.words) for j, other in enumerate(right)),
        max(options.rare_at_least, int(options.rare_within * len(right))),
        tell,
    )
    met: defaultdict[Code, int] = defaultdict(int)
    for i, (row, words, *_) in enumerate(telling(left, tell, _TELL_EVERY)):
        if words in same:
            first = met[words]
            met[words] += 1
            near = same[words][first : first + options.candidates]
        else:
            near = index.propose(words, weights.__getitem__, options.candidates, options.looks)
        for j in near:
            if right[j].row != row:
                alike = likeness(words, right[j].words, weights)
                if alike >= options.carried_from:
                    yield i, j, alike
