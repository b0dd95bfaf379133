"""A first glance at two articles: what is the same in both, before anything is compared.

In: two articles. Out: a `Comparison` that is still `PENDING`, to be read until the
pairing is made. What resembles what is `engine`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import overload

from tui.article.model import Article
from tui.compare.alignment import heaviest_chain
from tui.compare.model import (
    CompareOptions,
    Comparison,
    Kind,
    Progress,
    Regime,
    Row,
    no_progress,
    telling,
)

_TELL_EVERY = 1_024
"""Paragraphs after which progress is told: some milliseconds."""
_REPEATED = -1
"""In the place of a paragraph's number: it stands there more than once."""


def glance(
    left: Article,
    right: Article,
    options: CompareOptions | None = None,
    progress: Progress = no_progress,
) -> Comparison:
    """Two articles, level wherever both hold a paragraph of the very same text.

    Only texts that stand once in either article count, and of these the chain
    in reading order that holds the most letters; its rows have the likeness 1,
    and all others 0: between two of the chain the paragraphs stand side by side
    by number, which means nothing. What is set aside is in no chain unless
    `options` say so. 100,000 paragraphs of 60 words take half a second.
    """
    options = options or CompareOptions()
    rows: list[Row] = []
    at_left = at_right = 0
    tell = partial(progress, 0.0)
    for i, j in telling(heaviest_chain(_same(left, right, options, tell)), tell):
        if i > at_left or j > at_right:
            rows += _ByNumber(range(at_left, i), range(at_right, j))
        rows.append(Row((i,), (j,), Kind.SAME, 1.0))
        at_left, at_right = i + 1, j + 1
    rows += _ByNumber(range(at_left, len(left.paragraphs)), range(at_right, len(right.paragraphs)))
    return Comparison(left, right, tuple(rows), (), Regime.PENDING, options)


def pending(left: Article, right: Article) -> Comparison:
    """Two articles side by side by number alone: quicker than a glance, and tells less."""
    rows = _ByNumber(range(len(left.paragraphs)), range(len(right.paragraphs)))
    return Comparison(left, right, rows, (), Regime.PENDING)


def _same(
    left: Article, right: Article, options: CompareOptions, tell: Callable[[], None]
) -> Iterator[tuple[int, int, float]]:
    """The pairs of the very same text, by left number, each with its letters."""
    here = _places(left, options, tell)
    there = _places(right, options, tell)
    for text, number in here.items():
        other = there.get(text, _REPEATED)
        if number != _REPEATED and other != _REPEATED:
            yield number, other, float(len(text))


def _places(article: Article, options: CompareOptions, tell: Callable[[], None]) -> dict[str, int]:
    """Where each text stands in an article, in reading order."""
    places: dict[str, int] = {}
    for number, paragraph in enumerate(telling(article.paragraphs, tell, _TELL_EVERY)):
        if options.compares(paragraph):
            text = paragraph.text
            places[text] = _REPEATED if text in places else number
    return places


class _ByNumber(Sequence[Row]):
    """Rows of the first of both, the second of both, and so on; then what one has more.

    Each is made when it is looked at, and few of a hundred thousand ever are.
    """

    def __init__(self, left: range, right: range) -> None:
        self._left, self._right = left, right

    def __len__(self) -> int:
        return max(len(self._left), len(self._right))

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return _ByNumber(self._left[at], self._right[at])
        at = range(len(self))[at]
        return Row(tuple(self._left[at : at + 1]), tuple(self._right[at : at + 1]), Kind.SAME)
