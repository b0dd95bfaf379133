"""Say why the paragraphs of a row stand beside one another, or why one stands alone.

In: a comparison and one of its rows. Out: a `Why`, made when somebody asks.
The row itself was decided by `pairing`; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest

from tui.article.model import Article
from tui.compare.codes import BOOK, Code, words_in
from tui.compare.model import Comparison, Kind, Regime, Side
from tui.compare.phrase import is_word
from tui.compare.similarity import Weights, in_order, likeness
from tui.compare.words import words_of

_WORDS = 8
"""How many shared words are named at most."""
_CLOSER_LOOKS = 20
"""Of how many paragraphs, the most alike by the order of their words, the likeness is taken."""
_LOOK_AT = 2_000
"""Words of a paragraph by which those are found: a look takes 60 microseconds at most."""
_SPELT_UP_TO = 100_000
"""Letters of a paragraph in which shared words are looked for: some milliseconds."""

_JOINED = (Kind.SPLIT, Kind.MERGED, Kind.REGROUPED)


class Reason(StrEnum):
    """What speaks for a row."""

    BY_HAND = "by hand"
    """The reader paired them."""
    SAME_TEXT = "same text"
    SAME_WORDS = "same words"
    """Only quotes, dashes, points, blanks, capitals or emphasis differ."""
    SHARED_WORDS = "shared words"
    SHARED_SENTENCES = "shared sentences"
    """What stands in one paragraph here stands in several there."""
    MOVED = "moved"
    """It stands elsewhere on the other side."""
    PLACE = "place"
    """Too little alike to be sure by itself; it stands between the same two sure pairs."""
    ORDER = "order"
    """Both tell it in the same order, in other words."""


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The paragraph that would have come next."""

    side: Side
    """On which side it stands: left or right."""
    paragraph: int
    """Its number in that article, from 0."""
    likeness: float
    """0 to 1, to what the row has on the other side."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a row is a row."""

    likeness: float
    """0 to 1; of a moved paragraph, to its other end; 0 for one that stands alone."""
    reasons: tuple[Reason, ...]
    """What speaks for the pair, the strongest first; none for a paragraph that stands alone."""
    words: tuple[str, ...]
    """At most eight words that both sides hold, as the left one first writes them,
    the rarest first."""
    runner_up: RunnerUp | None
    """The paragraph most like one side of the row, anywhere in the other article but
    in the row itself; None where no other shares a word."""


def why(comparison: Comparison, row_number: int) -> Why | None:
    """Why the row with that number, from 0, is one; of a moved paragraph, with its other end.

    None where nothing was weighed: before the pairing is made, and for what is
    set aside. Looks at all paragraphs of both articles: a third of a second at
    100,000 of 60 words a side.
    """
    row = comparison.rows[row_number]
    if comparison.pending or row.kind is Kind.ASIDE:
        return None
    own = comparison.both_sides(row_number)
    articles = comparison.left, comparison.right
    codes = tuple(BOOK.codes(article, lambda _: None) for article in articles)
    compared = tuple(
        [n for n, each in enumerate(article.paragraphs) if comparison.options.compares(each)]
        for article in articles
    )
    weights = Weights(
        [codes[side][number] for side in (0, 1) for number in compared[side]], BOOK.key
    )
    whole = tuple(Code("".join(codes[side][number] for number in own[side])) for side in (0, 1))
    words = tuple(_shared(comparison.left, own[0], whole[1], weights)) if all(whole) else ()
    found = [
        (alike, -side, -paragraph)
        for side in (0, 1)
        if whole[1 - side]
        for alike, paragraph in _nearest(
            whole[1 - side],
            codes[side],
            (number for number in compared[side] if number not in own[side]),
            weights,
        )
    ]
    alike, side, paragraph = max(found, default=(0.0, 0, 0))
    return Why(
        row.likeness,
        tuple(_reasons(comparison, row_number, whole, words)) if all(own) else (),
        words,
        RunnerUp((Side.LEFT, Side.RIGHT)[-side], -paragraph, alike) if alike else None,
    )


def _reasons(
    comparison: Comparison, row_number: int, codes: Sequence[Code], words: Sequence[str]
) -> Iterator[Reason]:
    row, options = comparison.rows[row_number], comparison.options
    by_hand = _by_hand(comparison, row_number)
    if by_hand:
        yield Reason.BY_HAND
    if row.kind is Kind.SAME or (row.kind is Kind.MOVED and _same_text(comparison, row_number)):
        yield Reason.SAME_TEXT
    elif codes[0] == codes[1]:
        yield Reason.SAME_WORDS
    elif words:
        yield Reason.SHARED_WORDS
    if row.kind is Kind.MOVED:
        yield Reason.MOVED
    elif by_hand:
        return  # Nothing else had to speak for it.
    elif comparison.regime is Regime.TELLINGS:
        if row.likeness < options.telling_pair_from or row.kind in _JOINED:
            yield Reason.ORDER
    elif row.kind in _JOINED:
        yield Reason.SHARED_SENTENCES
    elif row.likeness < options.sure_from:
        yield Reason.PLACE


def _by_hand(comparison: Comparison, row_number: int) -> bool:
    """Whether a pin of the reader's ties what stands in the row."""
    if not comparison.corrections.pins:
        return False
    left, right = (
        {origin for number in numbers for origin in comparison.origins(side)[number]}
        for side, numbers in zip(
            (Side.LEFT, Side.RIGHT), comparison.both_sides(row_number), strict=True
        )
    )
    return any(
        not left.isdisjoint(lefts) and not right.isdisjoint(rights)
        for lefts, rights in comparison.corrections.pins
    )


def _same_text(comparison: Comparison, row_number: int) -> bool:
    left, right = comparison.both_sides(row_number)
    here = [comparison.left.paragraphs[number].text for number in left]
    return here == [comparison.right.paragraphs[number].text for number in right]


def _shared(left: Article, numbers: Iterable[int], right: Code, weights: Weights) -> Iterator[str]:
    """The words of some left paragraphs that a stretch of the right article holds too."""
    keys = {BOOK.key(point): weights[point] for point in set(words_in(right))}
    held = {key: weight for key, weight in keys.items() if is_word(key)}
    surfaces: dict[str, str] = {}
    for number in numbers:
        text = left.paragraphs[number].text[:_SPELT_UP_TO]
        found = words_of(text)
        for key, start, end in zip(found.keys, found.starts, found.ends, strict=True):
            if key in held:
                surfaces.setdefault(key, text[start:end])
    rarest = sorted(surfaces, key=held.__getitem__, reverse=True)
    return map(surfaces.__getitem__, rarest[:_WORDS])


def _nearest(
    code: Code, others: Sequence[Code], among: Iterable[int], weights: Weights
) -> Iterator[tuple[float, int]]:
    """The likeness of some paragraphs to a stretch of the other article, and their numbers.

    Only the likeliest few: those that share most words in the same order.
    """
    start = code[:_LOOK_AT]
    looks = {number: in_order(start, others[number][:_LOOK_AT]) for number in among}
    words = words_in(code)
    for number in nlargest(_CLOSER_LOOKS, looks, key=looks.__getitem__):
        yield likeness(words, words_in(others[number]), weights), number
