"""Find a paragraph that is made of many others, of which none alone resembles it.

In: which paragraphs lie in which longer one, and how much of it they are. Out:
a pair to hold each such group by; the neighbours join it later. What a weight
is, is other files' business.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

Link = tuple[int, int]


class Part(NamedTuple):
    """A paragraph that lies, for the most part, in a longer one on the other side."""

    link: Link
    """The two, left and right."""
    whole: Link
    """Which is the longer: 0 (left) or 1 (right), and its number."""
    share: float
    """Share (0 to 1) of the longer one that the part's words are."""


def anchors(parts: Iterable[Part], floor: float) -> list[Link]:
    """For each longer paragraph the link to its largest part, if all parts make up enough of it.

    `floor` is the least share (0 to 1) of it that its parts together must be.
    """
    by_whole: defaultdict[Link, list[Part]] = defaultdict(list)
    for part in parts:
        by_whole[part.whole].append(part)
    return [
        max(found, key=lambda part: (part.share, part.link)).link
        for found in by_whole.values()
        if len(found) > 1 and sum(part.share for part in found) >= floor
    ]
