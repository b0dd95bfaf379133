"""Find a paragraph that is made of many others, of which none alone resembles it.

In: which paragraphs lie in which longer one, and how much of it they are. Out:
the pairs of such groups, one of which will hold the others together. What a weight
is, is other files' business.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from tui.compare.model import Link


class Part(NamedTuple):
    """A paragraph that lies, for the most part, in a longer one on the other side."""

    link: Link
    """The two, left and right."""
    whole: tuple[int, int]
    """Which is the longer: 0 (left) or 1 (right), and its number."""
    share: float
    """Share (0 to 1) of the longer one that the part's words are."""


def of_wholes(parts: Iterable[Part], floor: float) -> set[Link]:
    """The links of all parts that together make up enough of a longer paragraph.

    `floor` is the least share (0 to 1) of it that its parts together must be.
    """
    by_whole: defaultdict[tuple[int, int], list[Part]] = defaultdict(list)
    for part in parts:
        by_whole[part.whole].append(part)
    return {
        part.link
        for found in by_whole.values()
        if len(found) > 1 and sum(part.share for part in found) >= floor
        for part in found
    }
