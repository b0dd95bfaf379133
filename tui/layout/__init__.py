"""Lay the rows of a comparison out as lines for a view and a width.

Comes in: a `Comparison`, the `Edit`s of a row, what was searched for, a `Frame`.
Goes out: a `Band` for each row, its lines cut into `Run`s that say what they are.
May import: review, compare, article, errors, visible; rich for the width of characters.
"""

from tui.layout.bands import lay_out
from tui.layout.extent import letters_above, share_read
from tui.layout.frame import SIDE_BY_SIDE_FROM, Frame
from tui.layout.model import NOTHING_FOUND, Band, Found, Ink, Line, Run, Stress, View
from tui.layout.page import Page, Place
from tui.layout.place import line_at, share_above
from tui.layout.wrap import wrap

__all__ = [
    "NOTHING_FOUND",
    "SIDE_BY_SIDE_FROM",
    "Band",
    "Found",
    "Frame",
    "Ink",
    "Line",
    "Page",
    "Place",
    "Run",
    "Stress",
    "View",
    "lay_out",
    "letters_above",
    "line_at",
    "share_above",
    "share_read",
    "wrap",
]
