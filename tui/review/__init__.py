"""Where the reader is: the change in hand, what is switched off, the search.

Comes in: a `Comparison`, perhaps its `Account`. Goes out: the next `Session`, the next place.
May import: compare, article, errors, visible.
"""

from tui.review.groups import EVERYTHING, Filter, Group, group_of, group_of_row, groups_by_words
from tui.review.search import Match, Search, find
from tui.review.session import (
    Session,
    at_row,
    counted_anew,
    next_change,
    other_end,
    picking,
    previous_change,
)

__all__ = [
    "EVERYTHING",
    "Filter",
    "Group",
    "Match",
    "Search",
    "Session",
    "at_row",
    "counted_anew",
    "find",
    "group_of",
    "group_of_row",
    "groups_by_words",
    "next_change",
    "other_end",
    "picking",
    "previous_change",
]
