"""Compare two articles.

Comes in: two `Article`s, `CompareOptions` and a person's `Corrections`. Goes out: a
`Comparison` of rows and changes, and the `Edit`s of a row when somebody looks at it.
May import: article, errors, visible.
"""

from tui.article.recut import Recut
from tui.compare.edits import edits_of, mark_words
from tui.compare.engine import Progress, align_texts, compare
from tui.compare.glance import glance, pending
from tui.compare.model import (
    Carried,
    Change,
    CompareOptions,
    Comparison,
    Corrections,
    Edit,
    Kind,
    Passage,
    Regime,
    Row,
    Side,
    Wording,
)
from tui.compare.signs import DOUBT, SIGNS, carried_notes, move_note, sign_of
from tui.compare.why import Reason, RunnerUp, Why, why

__all__ = [
    "DOUBT",
    "SIGNS",
    "Carried",
    "Change",
    "CompareOptions",
    "Comparison",
    "Corrections",
    "Edit",
    "Kind",
    "Passage",
    "Progress",
    "Reason",
    "Recut",
    "Regime",
    "Row",
    "RunnerUp",
    "Side",
    "Why",
    "Wording",
    "align_texts",
    "carried_notes",
    "compare",
    "edits_of",
    "glance",
    "mark_words",
    "move_note",
    "pending",
    "sign_of",
    "why",
]
