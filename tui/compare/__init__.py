"""Compare two articles.

Comes in: two `Article`s and `CompareOptions`. Goes out: a `Comparison` of rows and
changes, and the `Edit`s of a row when somebody looks at it.
May import: article, errors, visible.
"""

from tui.compare.edits import edits_of, mark_words
from tui.compare.engine import Progress, align_texts, compare, pending
from tui.compare.model import (
    Carried,
    Change,
    CompareOptions,
    Comparison,
    Edit,
    Kind,
    Passage,
    Regime,
    Row,
    Side,
    Wording,
)
from tui.compare.signs import DOUBT, SIGNS, carried_notes, move_note, sign_of

__all__ = [
    "DOUBT",
    "SIGNS",
    "Carried",
    "Change",
    "CompareOptions",
    "Comparison",
    "Edit",
    "Kind",
    "Passage",
    "Progress",
    "Regime",
    "Row",
    "Side",
    "Wording",
    "align_texts",
    "carried_notes",
    "compare",
    "edits_of",
    "mark_words",
    "move_note",
    "pending",
    "sign_of",
]
