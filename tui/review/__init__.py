"""Where the reader is: the change in hand, what is switched off, the search, the place kept.

Comes in: a `Comparison`, perhaps its `Account`. Goes out: the next `Session`, the next place.
May import: compare, article, errors, saving, visible.
"""

from tui.review.groups import EVERYTHING, Filter, Group, group_of, group_of_row, groups_by_words
from tui.review.places import TextPlace, found_again, keep_place, kept_place
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
    "TextPlace",
    "at_row",
    "counted_anew",
    "find",
    "found_again",
    "group_of",
    "group_of_row",
    "groups_by_words",
    "keep_place",
    "kept_place",
    "next_change",
    "other_end",
    "picking",
    "previous_change",
]
