"""Propose pairs worth a closer look, without looking at all of them.

In: the words of each paragraph and how many paragraphs hold each word. Out:
for each left paragraph the few right ones that share its rarest words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence


def propose(
    left: Sequence[Iterable[int]],
    right: Sequence[Iterable[int]],
    held_by: Sequence[int],
    weights: Sequence[float],
    common_from: int,
    most: int,
) -> list[tuple[int, int]]:
    """Pairs (left, right) that share rare words, best first for each left paragraph.

    `held_by` counts the paragraphs of both sides that hold a word; words held
    by more than `common_from` propose nothing. Each left paragraph keeps
    `most` proposals, and so does each right one: a paragraph that many
    resemble must not lose its own partner to the crowd.
    """
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, words in enumerate(right):
        for word in set(words):
            if held_by[word] <= common_from:
                holders[word].append(number)
    kept: set[tuple[int, int]] = set()
    by_right: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for number, words in enumerate(left):
        scores: dict[int, float] = {}
        for word in set(words):
            for other in holders.get(word, ()):
                scores[other] = scores.get(other, 0.0) + weights[word]
        best = sorted(((score, other) for other, score in scores.items()), reverse=True)
        kept.update((number, other) for _, other in best[:most])
        for score, other in best:
            by_right[other].append((score, number))
    for other, scored in by_right.items():
        scored.sort(reverse=True)
        kept.update((number, other) for _, number in scored[:most])
    return sorted(kept)
