"""Propose pairs worth a closer look, without looking at all of them.

In: the words of each paragraph and how many paragraphs hold each word. Out:
for each paragraph the few on the other side that share its rarest words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from heapq import nlargest

_REPORT_EVERY = 256
"""Paragraphs after which progress is told: some hundredths of a second."""

Paragraphs = Mapping[int, Collection[int]]
"""The different words of each paragraph, by its number."""


def propose(
    left: Paragraphs,
    right: Paragraphs,
    held_by: Sequence[int],
    weights: Sequence[float],
    common_from: int,
    most: int,
    looks: int,
    progress: Callable[[float], None],
) -> set[tuple[int, int]]:
    """Pairs (left, right) that share rare words.

    `held_by` counts the paragraphs of both sides that hold a word; words held
    by more than `common_from` propose nothing. Each paragraph of either side
    keeps its best `most` proposals, so that one that many resemble does not
    lose its own partner to the crowd; it looks at its rarest words first, and
    at no further word after `looks` paragraphs. `progress` is told, now and
    then, which share (0 to 1) of the paragraphs has looked.
    """
    total = len(left) + len(right)

    def best(ones: Paragraphs, others: Paragraphs, done: int) -> set[tuple[int, int]]:
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for number, words in others.items():
            for word in words:
                if held_by[word] <= common_from:
                    holders[word].append(number)
        kept: set[tuple[int, int]] = set()
        for looked_for, (number, words) in enumerate(ones.items(), start=done):
            if looked_for % _REPORT_EVERY == 0:
                progress(looked_for / total)
            scores: dict[int, float] = {}
            looked = 0
            # Of equally rare words the first one seen goes first.
            for word in sorted(holders.keys() & words, key=lambda word: (held_by[word], word)):
                looked += len(holders[word])
                if looked > looks and scores:
                    break
                for other in holders[word]:
                    scores[other] = scores.get(other, 0.0) + weights[word]
            ranked = nlargest(most, scores, key=lambda other: (scores[other], -other))
            kept.update((number, other) for other in ranked)
        return kept

    return best(left, right, 0) | {(i, j) for j, i in best(right, left, len(left))}
