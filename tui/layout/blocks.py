"""Set paragraphs under one another as the lines of one pane.

In: paragraphs with their marks, and a pane width. Out: lines with signs.
Which paragraphs a pane shows is the views' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.article.model import Span
from tui.compare.model import Comparison, Side
from tui.compare.signs import NO_SIGN, carried_notes, move_note, two_signs
from tui.layout.marks import (
    Marks,
    base_ink,
    base_stress,
    gutter_signs,
    line_sign,
    plain_ink,
    sign_of_runs,
    strokes_of,
)
from tui.layout.model import Band, Found, Ink, Line, Run, Stress
from tui.layout.runs import Stroke, runs_of
from tui.layout.wrap import wrap

BLANK = {side: Line(side) for side in Side}
"""A line without text, for each side."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of one pane, before it is broken into lines."""

    side: Side
    text: str
    paragraph: int | None = None
    """Number in its article, from 0; None where the text is made of both."""
    doubtful: bool = False
    """Whether it may have been cut from its neighbour at the wrong place."""
    base: Ink = Ink.PLAIN
    """The ink of what no stroke covers, ..."""
    stress: Stress = Stress.USUAL
    """... and how loud it is."""
    strokes: Sequence[Stroke] = ()
    found: Sequence[Span] = ()


def marked_blocks(comparison: Comparison, number: int, side: Side, marks: Marks) -> list[Block]:
    """The paragraphs of row `number` on one side, with all their marks."""
    row = comparison.rows[number]
    article = comparison.article(side)
    strokes = strokes_of(marks, side) if marks.edits else {}
    return [
        Block(
            side,
            article.paragraphs[paragraph].text,
            paragraph,
            article.paragraphs[paragraph].doubtful,
            base_ink(comparison, row, article.paragraphs[paragraph]),
            base_stress(row, marks.filter),
            strokes.get(paragraph, ()),
            _found_in(marks.found, side, paragraph),
        )
        for paragraph in row.side(side)
    ]


def unmarked_blocks(comparison: Comparison, number: int, side: Side, found: Found) -> list[Block]:
    """The paragraphs of row `number` on one side, as if there were no other."""
    article = comparison.article(side)
    return [
        Block(
            side,
            article.paragraphs[paragraph].text,
            paragraph,
            article.paragraphs[paragraph].doubtful,
            plain_ink(article.paragraphs[paragraph]),
            found=_found_in(found, side, paragraph),
        )
        for paragraph in comparison.rows[number].side(side)
    ]


def _found_in(found: Found, side: Side, paragraph: int) -> tuple[Span, ...]:
    return found.get((Side.LEFT if side is Side.LEFT else Side.RIGHT, paragraph), ())


def lines_of(blocks: Iterable[Block], sign: str, width: int, second: str = NO_SIGN) -> list[Line]:
    """Break blocks into lines, with a blank line between two blocks.

    The first line carries the sign, and every line with a mark in it; of other
    lines than the first it is that of what they hold.
    """
    lines: list[Line] = []
    for block in blocks:
        if lines:
            lines.append(BLANK[block.side])
        own = block.paragraph is not None
        doubt = block.doubtful
        for span in wrap(block.text, width):
            runs = runs_of(block.text, span, block.strokes, block.found, block.base, block.stress)
            own_sign = line_sign(sign, runs) if lines else sign
            signs = two_signs(own_sign, sign_of_runs(runs) if lines else second)
            place = span if own else None
            lines.append(Line(block.side, signs[0], runs, block.paragraph, place, doubt, signs[1]))
            doubt = False
    return lines


def lines_of_side(
    comparison: Comparison,
    number: int,
    side: Side,
    width: int,
    marks: Marks,
) -> list[Line]:
    """What row `number` shows of one side, with all its marks."""
    sign, second = gutter_signs(comparison, comparison.rows[number], marks.edits)
    return lines_of(marked_blocks(comparison, number, side, marks), sign, width, second)


def note_lines(comparison: Comparison, number: int, side: Side, width: int) -> list[Line]:
    """The program's word on where the other end of a moved row is; else no lines."""
    words = move_note(comparison, comparison.rows[number])
    return [] if words is None else _note(words, side, width)


def carried_lines(comparison: Comparison, number: int, side: Side, width: int) -> list[Line]:
    """The program's word on where the carried sentences of one side of a row are."""
    notes = carried_notes(comparison, number, side)
    return [line for words in notes for line in _note(words, side, width)]


def _note(words: str, side: Side, width: int) -> list[Line]:
    return [
        Line(side, runs=(Run(words[span.start : span.end]),), note=True)
        for span in wrap(words, width)
    ]


def one_pane(number: int, lines: Sequence[Line]) -> Band:
    """The band of a view with one pane; of no height where there are no lines."""
    if not lines:
        return Band(number, ((),))
    return Band(number, ((*lines, BLANK[lines[-1].side]),))
