"""Put one edit into a few words, for the status line and the panels.

In: a comparison and an edit of it. Out: words, in so many cells. Which edits are told
is other files' business.
"""

from __future__ import annotations

from rich.cells import cell_len

from tui.app.widgets.cells import beginning
from tui.compare import Comparison, Edit, Passage, Side, Wording

_ARROW = " → "
_JOIN = " ¶ "
_NOTHING = "nothing"


def label_of(edit: Edit) -> str:
    """What an edit is, in one word."""
    return "quotation" if edit.changes_quotation else edit.wording.value


def told(comparison: Comparison, edit: Edit, cells: int) -> str:
    """What stood there and what stands there: `US → U.S.`, `+ came in`, `- went`."""
    left = _text(comparison, Side.LEFT, edit.left)
    right = _text(comparison, Side.RIGHT, edit.right)
    if (left and right) or edit.wording is Wording.SPACING:
        return forms(left, right, cells)
    return shortened(f"- {left}" if left else f"+ {right}", cells)


def forms(left: str, right: str, cells: int) -> str:
    """One form and the one that stands for it; the longer is shortened first."""
    left, right = (each if each.strip() else _NOTHING for each in (left, right))
    room = max(2, cells - len(_ARROW))
    widths = cell_len(left), cell_len(right)
    most = room - min(*widths, room // 2)
    # Where both are too long the left one has the odd cell.
    right_most = room // 2 if min(widths) > room // 2 else most
    return f"{shortened(left, most)}{_ARROW}{shortened(right, right_most)}"


def shortened(text: str, cells: int) -> str:
    """A text in at most `cells` cells, with `…` where something is missing."""
    if cell_len(text) <= cells:
        return text
    return f"{beginning(text, cells - 1).rstrip()}…"


def _text(comparison: Comparison, side: Side, passages: tuple[Passage, ...]) -> str:
    paragraphs = comparison.article(side).paragraphs
    return _JOIN.join(
        paragraphs[each.paragraph].text[each.span.start : each.span.end] for each in passages
    )
