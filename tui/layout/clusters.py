"""Cut text into what a reader sees as one character, and measure it.

In: a text. Out: clusters with their width in terminal cells. Where a line
may end is another file's business.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import split_graphemes

_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_TRAILING_VOWELS = ("\u0e33", "\u0eb3")
"""The Thai and the Lao AM stand beside their letter and yet belong to it."""


class Cluster(NamedTuple):
    """One character as a reader sees it, with all its marks and joiners."""

    start: int
    """First code point, from 0."""
    end: int
    """One past the last code point."""
    cells: int
    """0, 1 or 2: never wider than the narrowest pane."""


def clusters_of(text: str) -> list[Cluster]:
    """Cut `text` into clusters, in order and without gaps.

    Widths are the ones Textual draws with. A text that opens with joiners
    or combining marks opens with a cluster of no width.
    """
    found: list[Cluster] = []
    flag_begun = False
    for start, end, cells in split_graphemes(text)[0]:
        first = text[start]
        # The cell table knows neither flags nor these two vowels.
        flag_letter = _FLAG_LETTERS[0] <= first <= _FLAG_LETTERS[1]
        joins = (flag_letter and flag_begun) or first in _TRAILING_VOWELS
        flag_begun = flag_letter and not flag_begun
        if joins and found and found[-1].cells + cells <= 2:
            found[-1] = Cluster(found[-1].start, end, found[-1].cells + cells)
        else:
            found.append(Cluster(start, end, cells))
    return found
