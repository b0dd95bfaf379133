"""Where the reader is: the change in hand, the search.

Comes in: a `Comparison`. Goes out: the next `Session`, the next place.
May import: compare, article, errors, visible.
"""

from tui.review.search import Match, Search, find
from tui.review.session import Session, at_row, next_change, other_end, previous_change

__all__ = [
    "Match",
    "Search",
    "Session",
    "at_row",
    "find",
    "next_change",
    "other_end",
    "previous_change",
]
