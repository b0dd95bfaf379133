"""Compare two articles: paragraphs become codes, codes are paired, pairs become rows.

In: two articles and options. Out: a `Comparison` of rows and changes; the
words inside a row are `edits`' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from tui.article.model import Article
from tui.collecting import no_collecting
from tui.compare.carried import with_carried
from tui.compare.codes import BOOK, Code, Codebook
from tui.compare.corrections import corrected
from tui.compare.fixed import Fixed
from tui.compare.model import (
    CompareOptions,
    Comparison,
    Corrections,
    Kind,
    Link,
    Pin,
    Progress,
    no_progress,
    telling,
)
from tui.compare.pairing import Pairing
from tui.compare.rows import Group, set_out
from tui.compare.sides import Side
from tui.compare.similarity import Weights

_CODED, _PAIRED = 0.3, 0.9
"""Share (0 to 1) of the work that is done when each step ends, as measured on
10,000 pairs of paragraphs."""
_TELL_EVERY = 64
"""Paragraphs after which progress is told: some milliseconds."""


def compare(
    left: Article,
    right: Article,
    options: CompareOptions | None = None,
    progress: Progress = no_progress,
    *,
    corrections: Corrections | None = None,
) -> Comparison:
    """Pair the paragraphs of two articles and name what differs.

    The same input gives the same answer. Words inside rows are compared by
    `edits_of`, row by row, when somebody looks.

    Raises:
        CorrectionError: a correction does not fit the articles, or another one.
    """
    with no_collecting():
        try:
            return _compared_with(
                left, right, options or CompareOptions(), corrections or Corrections(), progress
            )
        finally:
            BOOK.forget()


def _compared_with(
    left: Article,
    right: Article,
    options: CompareOptions,
    corrections: Corrections,
    progress: Progress,
) -> Comparison:
    left, right, pins, bans = corrected(left, right, corrections)
    codes = _codes(left, right, progress)
    numbers = _compared(left, options), _compared(right, options)
    here, there = (
        Side([coded[n] for n in compared], partial(_text, article, compared), BOOK)
        for article, coded, compared in zip((left, right), codes, numbers, strict=True)
    )
    pairing = _pairing(
        here,
        there,
        BOOK,
        options,
        _part(progress, _CODED, _PAIRED),
        _fixed(pins, bans, numbers),
    )
    found, links = pairing.groups_and_moves()
    tell = partial(progress, _PAIRED)
    groups = (
        Group(
            tuple([numbers[0][i] for i in lefts]),
            tuple([numbers[1][j] for j in rights]),
            pairing.likeness(lefts, rights),
        )
        for lefts, rights in found
    )
    rows, changes = set_out(
        groups,
        [
            (numbers[0][i], numbers[1][j], pairing.likeness((i,), (j,)))
            for i, j in telling(links, tell)
        ],
        (len(left.paragraphs), len(right.paragraphs)),
        (_asides(left, options), _asides(right, options)),
        partial(_kind_of_pair, left, right, codes),
        tell,
    )
    comparison = Comparison(
        left, right, rows, changes, pairing.regime, options, corrections=corrections
    )
    bounded = tuple(telling(_bounds(comparison, codes, pairing.long_gaps), tell))
    comparison = with_carried(replace(comparison, bounded=bounded), codes, tell)
    progress(1.0)
    return comparison


def align_texts(left: Sequence[str], right: Sequence[str]) -> list[Link]:
    """Links between the paragraphs (or sentences) of two texts.

    Numbers from 0, sorted; a split or a merge gives several links, a
    paragraph without a counterpart gives none, a moved one gives one.
    """
    if not left or not right:
        return []
    book = Codebook()
    here, there = (
        Side([book.code(text) for text in texts], texts.__getitem__, book)
        for texts in (left, right)
    )
    pairing = _pairing(here, there, book, CompareOptions(), no_progress, Fixed())
    groups, moves = pairing.groups_and_moves()
    linked = {(i, j) for lefts, rights in groups for i in lefts for j in rights}
    return sorted(linked | set(moves))


def _pairing(
    left: Side,
    right: Side,
    book: Codebook,
    options: CompareOptions,
    progress: Progress,
    fixed: Fixed,
) -> Pairing:
    weights = Weights([*left.codes, *right.codes], book.key)
    return Pairing(left, right, weights, options, progress, fixed)


def _fixed(
    pins: Iterable[Pin], bans: Iterable[Link], compared: tuple[Sequence[int], Sequence[int]]
) -> Fixed:
    """Pins and bans by the places of their paragraphs among those that are compared."""
    if not pins and not bans:
        return Fixed()
    here, there = ({number: place for place, number in enumerate(side)} for side in compared)
    return Fixed(
        [
            (tuple([here[i] for i in lefts]), tuple([there[j] for j in rights]))
            for lefts, rights in pins
        ],
        [(here[i], there[j]) for i, j in bans if i in here and j in there],
    )


def _part(progress: Progress, start: float, end: float) -> Progress:
    """Progress of a step that is the stretch from `start` to `end` of the whole."""
    return lambda share: progress(start + (end - start) * share)


def _codes(
    left: Article, right: Article, progress: Progress
) -> tuple[Sequence[Code], Sequence[Code]]:
    """The codes of all paragraphs of both."""
    total = len(left.paragraphs) + len(right.paragraphs)

    def told(before: int, number: int) -> None:
        if number % _TELL_EVERY == 0:
            progress(_CODED * (before + number) / total)

    on_left = BOOK.codes(left, partial(told, 0))
    return on_left, BOOK.codes(right, partial(told, len(on_left)), (left, on_left))


def _text(article: Article, numbers: Sequence[int], place: int) -> str:
    return article.paragraphs[numbers[place]].text


def _kind_of_pair(
    left: Article, right: Article, codes: tuple[Sequence[Code], Sequence[Code]], i: int, j: int
) -> Kind:
    here, there = left.paragraphs[i], right.paragraphs[j]
    set_off = here.styles != there.styles or here.is_heading is not there.is_heading
    if here.text == there.text and not set_off:
        return Kind.SAME
    quiet = codes[0][i] == codes[1][j] and BOOK.same(here.text, there.text)
    return Kind.QUIET if quiet else Kind.REWORDED


def _asides(article: Article, options: CompareOptions) -> frozenset[int]:
    """The numbers of the paragraphs that are not compared."""
    paragraphs = enumerate(article.paragraphs)
    return frozenset(number for number, each in paragraphs if not options.compares(each))


def _compared(article: Article, options: CompareOptions) -> list[int]:
    """The numbers of the others."""
    return [n for n, each in enumerate(article.paragraphs) if options.compares(each)]


def _bounds(
    comparison: Comparison, codes: tuple[Sequence[Code], Sequence[Code]], long_gaps: int
) -> Iterator[str]:
    """A sentence for everything that was cut short."""

    def words(codes: Sequence[Code], numbers: Iterable[int]) -> int:
        return sum(len(codes[number]) for number in numbers)

    for number, row in enumerate(comparison.rows):
        if row.kind in (Kind.SAME, Kind.ASIDE) or (
            row.other_end is None and not (row.left and row.right)
        ):
            continue
        left, right = comparison.both_sides(number)
        if words(codes[0], left) * words(codes[1], right) > comparison.options.edits_up_to:
            yield (
                f"Row {number + 1} is too long to compare word by word at once; between sentences "
                "that both sides have, long stretches are shown as replaced."
            )
    if long_gaps:
        where = "one stretch" if long_gaps == 1 else f"{long_gaps} stretches"
        yield f"In {where} of many new paragraphs only pairs that share rare words were looked for."
