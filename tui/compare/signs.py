"""What a row is, in one sign and in a few words: for the screen, the text output and the help.

In: a row. Out: a sign, notes. Drawing them is other packages' business.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.compare.model import Comparison, Edit, Kind, Passage, Row, Side, Wording

WENT_AWAY, CAME_HERE = ">", "<"
SET_ASIDE = ":"
DOUBT = "?"
QUOTATION, FACT = "Q", "!"
NO_SIGN = " "
QUIET, REWORDED = "·", "~"
_SIGNS = {
    Kind.SAME: "=",
    Kind.QUIET: QUIET,
    Kind.REWORDED: REWORDED,
    Kind.ADDED: "+",
    Kind.REMOVED: "-",
    Kind.MOVED: WENT_AWAY,
    Kind.SPLIT: "S",
    Kind.MERGED: "M",
    Kind.REGROUPED: "R",
    Kind.ASIDE: SET_ASIDE,
}
_MEANINGS = {
    Kind.SAME: "same on both sides",
    Kind.QUIET: "quiet: only spelling, points, quotes, dashes, capitals or other house style",
    Kind.REWORDED: "reworded",
    Kind.ADDED: "added: only on the right",
    Kind.REMOVED: "removed: only on the left",
    Kind.MOVED: "moved away from here",
    Kind.SPLIT: "split: one paragraph on the left, several on the right",
    Kind.MERGED: "merged: several paragraphs on the left, one on the right",
    Kind.REGROUPED: "regrouped: several paragraphs on both sides, cut at other places",
    Kind.ASIDE: "set aside: of the page and not of the story; not compared",
}

_BY_EDITS = frozenset({Kind.QUIET, Kind.REWORDED})
"""What a row is that both sides have, by its edits alone."""
_CAME_HERE = {Kind.MOVED: ((CAME_HERE, "moved here from elsewhere"),)}

SIGNS: tuple[tuple[str, str], ...] = (
    *(
        meaning
        for kind, sign in _SIGNS.items()
        for meaning in ((sign, _MEANINGS[kind]), *_CAME_HERE.get(kind, ()))
    ),
    (FACT, "reworded, and a fact differs: a number, a unit, a date or a name"),
    (QUOTATION, "reworded, and a quotation was changed"),
    (DOUBT, "after another sign: may have been cut from its neighbour at the wrong place"),
)
"""Every sign and what it means, for people."""


_BEGINNING = 24
"""Characters by which a note names a sentence, but for the rest of a word."""


def sign_of(row: Row, edits: Iterable[Edit] = ()) -> str:
    """The sign of a row, one character; of a move, that of the end it is.

    With `edits`, those of the row, it is told from them whether it is a quiet one.
    """
    if row.kind is Kind.MOVED and row.right:
        return CAME_HERE
    quiet = {edit.quiet for edit in edits} if row.kind in _BY_EDITS else set()
    return _SIGNS[row.kind] if not quiet else _SIGNS[Kind.QUIET if all(quiet) else Kind.REWORDED]


def gravest_sign(edits: Iterable[Edit]) -> str:
    """The sign of the gravest of some edits, a changed quotation or a fact; else a blank."""
    signs = {_gravity(edit) for edit in edits}
    return next((sign for sign in (QUOTATION, FACT) if sign in signs), NO_SIGN)


def two_signs(sign: str, gravest: str, *, doubtful: bool = False) -> str:
    """The sign of a row and what stands after it: two characters.

    What is grave stands in the place of the sign of a reworded row, and after
    the sign of any other; a doubt always stands after it.
    """
    if gravest != NO_SIGN and sign == REWORDED:
        sign, gravest = gravest, NO_SIGN
    return sign + (DOUBT if doubtful else gravest)


def _gravity(edit: Edit) -> str:
    if edit.quiet:
        return NO_SIGN
    return QUOTATION if edit.quoted else FACT if edit.wording is Wording.FACT else NO_SIGN


def move_note(comparison: Comparison, row: Row) -> str | None:
    """Where the other end of a moved row is, paragraphs counted from 1; None for other rows."""
    if row.other_end is None:
        return None
    end = comparison.rows[row.other_end]
    return f"moved to ¶{end.right[0] + 1}" if row.left else f"moved from ¶{end.left[0] + 1}"


def carried_notes(comparison: Comparison, number: int, side: Side) -> list[str]:
    """Where the carried sentences of row `number` stand on the other side, in reading order.

    Those of `side`, or of both sides, each named by its first words;
    paragraphs are counted from 1.
    """
    row = comparison.rows[number]
    carried = [comparison.carried[each] for each in row.carried]
    notes: list[str] = []
    if side is not Side.RIGHT:
        notes += [
            f"{_beginning(comparison, Side.LEFT, left)} moved to ¶{right.paragraph + 1}"
            for left, right in sorted((each.left, each.right) for each in carried)
            if left.paragraph in row.left
        ]
    if side is not Side.LEFT:
        notes += [
            f"{_beginning(comparison, Side.RIGHT, right)} moved from ¶{left.paragraph + 1}"
            for right, left in sorted((each.right, each.left) for each in carried)
            if right.paragraph in row.right
        ]
    return notes


def _beginning(comparison: Comparison, side: Side, passage: Passage) -> str:
    text = comparison.article(side).paragraphs[passage.paragraph].text
    return f"“{beginning(text[passage.span.start : passage.span.end], _BEGINNING)}”"


def beginning(text: str, letters: int) -> str:
    """The first words of a text, in about so many letters, and `…` for the rest."""
    return text if len(text) <= letters else f"{text[:letters].rsplit(maxsplit=1)[0]}…"
