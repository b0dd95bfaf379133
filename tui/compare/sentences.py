"""Pair the sentences of a few paragraphs with those of a few others.

In: sentences, as codes. Out: links between them, in order. Everything is
compared with everything, so this is for stretches, not for whole articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p

from tui.compare.alignment import best_in_gap, gaps, heaviest_chain
from tui.compare.model import CompareOptions, Link
from tui.compare.similarity import Weights, likeness


def pair_sentences(
    left: Sequence[str], right: Sequence[str], weights: Weights, options: CompareOptions
) -> list[Link]:
    """Links between sentences of both sides, rising on both.

    First the heaviest chain of those that are alike beyond doubt, then what
    place speaks for between them. Takes `len(left) * len(right)` comparisons:
    callers bound the product.
    """
    alike = [[likeness(one, other, weights) for other in right] for one in left]
    chain = heaviest_chain(
        (i, j, chain_weight(alike[i][j], len(one), len(other)))
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if alike[i][j] >= options.sure_from
    )
    found = list(chain)
    for here, there in gaps(chain, range(len(left)), range(len(right))):
        found += best_in_gap(
            here,
            there,
            lambda i, j: alike[i][j],
            options.pair_from,
            options.place,
            options.place_at_most,
        )
    return sorted(found)


def chain_weight(alike: float, left: int, right: int) -> float:
    """What a pair of `left` and `right` words weighs in a chain: long ones more than short ones."""
    return alike * (1 + log1p(min(left, right)) / 4)
