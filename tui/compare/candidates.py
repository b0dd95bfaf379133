"""Propose paragraphs worth a closer look, without looking at all of them.

In: the words of many paragraphs, one code point each, and those of one. Out:
the few that share its rarest words. How alike they are is other files' business.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from heapq import nlargest

from tui.compare.model import telling

_TELL_EVERY = 64
"""Paragraphs after which progress is told: some milliseconds."""


class Index:
    """Which paragraphs hold which word, for words that few of them hold."""

    def __init__(
        self,
        codes: Iterable[tuple[int, str]],
        common_from: int,
        tell: Callable[[], None],
    ) -> None:
        """`codes` are the numbers and words of the paragraphs.

        A word that more than `common_from` of them hold proposes nothing.
        `tell` is called now and then.
        """
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, code in telling(codes, tell, _TELL_EVERY):
            for word in set(code):
                held = holders[word]
                if len(held) <= common_from:
                    held.append(number)
        self._holders = holders
        self._common_from = common_from

    def propose(
        self, code: str, weight: Callable[[str], float], most: int, looks: int
    ) -> list[int]:
        """The numbers of at most `most` paragraphs that share rare words, best first.

        Looks at the rarest words first, and at no further one after `looks`
        paragraphs. Of paragraphs that share as much the first one goes first.
        """
        holders, common_from = self._holders, self._common_from
        # In the order of the text, so that equally rare words go the same way everywhere.
        known = [
            (len(holders[word]), word)
            for word in dict.fromkeys(code)
            if word in holders and len(holders[word]) <= common_from
        ]
        known.sort(key=_count)
        scores: dict[int, float] = {}
        looked = 0
        for count, word in known:
            looked += count
            if looked > looks and scores:
                break
            worth = weight(word)
            for other in holders[word]:
                scores[other] = scores.get(other, 0.0) + worth
        return nlargest(most, scores, key=lambda other: (scores[other], -other))


def _count(counted: tuple[int, str]) -> int:
    return counted[0]
