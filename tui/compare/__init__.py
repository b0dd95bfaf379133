"""Compare two articles.

Comes in: two `Article`s, `CompareOptions` and a person's `Corrections`. Goes out: a
`Comparison` of rows and changes, the `Edit`s of a row when somebody looks at it, and an
`Account` of all rows.
May import: article, errors, visible.
"""

from tui.article.recut import Recut
from tui.compare.account import Account, account, settled
from tui.compare.edits import edits_of, mark_words
from tui.compare.engine import Progress, align_texts, compare
from tui.compare.glance import glance, pending
from tui.compare.ledger import Pattern
from tui.compare.model import (
    QUIET,
    Carried,
    Change,
    CompareOptions,
    Comparison,
    Corrections,
    Edit,
    Fact,
    Found,
    Kind,
    Passage,
    Regime,
    Row,
    Side,
    Wording,
)
from tui.compare.signs import DOUBT, SIGNS, carried_notes, move_note, sign_of
from tui.compare.summary import summary
from tui.compare.tables import Entries, Tables, built_in
from tui.compare.why import Reason, RunnerUp, Why, why

__all__ = [
    "DOUBT",
    "QUIET",
    "SIGNS",
    "Account",
    "Carried",
    "Change",
    "CompareOptions",
    "Comparison",
    "Corrections",
    "Edit",
    "Entries",
    "Fact",
    "Found",
    "Kind",
    "Passage",
    "Pattern",
    "Progress",
    "Reason",
    "Recut",
    "Regime",
    "Row",
    "RunnerUp",
    "Side",
    "Tables",
    "Why",
    "Wording",
    "account",
    "align_texts",
    "built_in",
    "carried_notes",
    "compare",
    "edits_of",
    "glance",
    "mark_words",
    "move_note",
    "pending",
    "settled",
    "sign_of",
    "summary",
    "why",
]
