"""Compare two articles.

Comes in: two `Article`s, `CompareOptions` and a person's `Corrections`. Goes out: a
`Comparison` of rows and changes, the `Edit`s of a row when somebody looks at it, and an
`Account` of all rows.
May import: article, deferred, errors, visible.

The values and the first glance come with the package; whatever compares words is
imported when it is first asked for, so that a screen can stand before it.
"""

from typing import TYPE_CHECKING

from tui.article.recut import Recut
from tui.compare.glance import glance, pending
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
    Progress,
    Regime,
    Row,
    Side,
    Wording,
)
from tui.compare.signs import DOUBT, SIGNS, carried_notes, move_note, sign_of
from tui.deferred import deferred

if TYPE_CHECKING:
    from tui.compare.accounting import Account, account, settled
    from tui.compare.edits import edits_of, mark_words
    from tui.compare.engine import align_texts, compare
    from tui.compare.ledger import Pattern
    from tui.compare.reasons import Reason, RunnerUp, Why, why
    from tui.compare.summaries import summary
    from tui.compare.tables import Entries, Tables, built_in

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

# Kept from the type checker, which would let every misspelled name pass.
if not TYPE_CHECKING:
    __getattr__ = deferred(
        __name__,
        {
            "accounting": ("Account", "account", "settled"),
            "edits": ("edits_of", "mark_words"),
            "engine": ("align_texts", "compare"),
            "ledger": ("Pattern",),
            "reasons": ("Reason", "RunnerUp", "Why", "why"),
            "summaries": ("summary",),
            "tables": ("Entries", "Tables", "built_in"),
        },
    )
