"""One text with what went away and what came in inside it.

In: a row and a pane width. Out: a band of one pane. How two texts become one
is `inline`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.article.model import Span
from tui.compare.model import Comparison, Kind, Side
from tui.compare.weave import Strand, strand_of
from tui.layout.blocks import (
    Block,
    carried_lines,
    lines_of,
    lines_of_side,
    marked_blocks,
    note_lines,
    one_pane,
)
from tui.layout.inline import write_inline
from tui.layout.marks import Marks, gutter_signs
from tui.layout.model import Band, Ink, Line


def redline(
    comparison: Comparison,
    number: int,
    pane_width: int,
    marks: Marks,
) -> Band:
    """Lay row `number` out as one text, the right one where both are there.

    Without edits a row whose words differ is shown as replaced whole, the
    left text above the right one. Until the pairing is made the right
    article stands alone, and after its end the left one.
    """
    row = comparison.rows[number]
    if not (row.left and row.right) or comparison.pending:
        side = Side.RIGHT if row.right else Side.LEFT
        carried = [edit for edit in marks.edits if edit.carried is not None]
        lines = lines_of_side(comparison, number, side, pane_width, replace(marks, edits=carried))
        lines += carried_lines(comparison, number, side, pane_width)
        lines += note_lines(comparison, number, side, pane_width)
    elif row.kind is Kind.SAME:
        lines = lines_of_side(comparison, number, Side.BOTH, pane_width, replace(marks, edits=()))
    else:
        lines = _two_sided(comparison, number, pane_width, marks)
        lines += carried_lines(comparison, number, Side.BOTH, pane_width)
    return one_pane(number, lines)


def _two_sided(comparison: Comparison, number: int, pane_width: int, marks: Marks) -> list[Line]:
    row = comparison.rows[number]
    sign, second = gutter_signs(comparison, row, marks.edits)
    bare = replace(marks, edits=())
    left = marked_blocks(comparison, number, Side.LEFT, bare)
    right = marked_blocks(comparison, number, Side.RIGHT, bare)
    if not marks.edits and row.kind is not Kind.QUIET and _letters(left) != _letters(right):
        return [
            *lines_of(_whole(left, Ink.REMOVED_WHOLE), sign, pane_width),
            *lines_of(_whole(right, Ink.ADDED_WHOLE), sign, pane_width),
        ]
    ours = strand_of(comparison.left, row.left)
    theirs = strand_of(comparison.right, row.right)
    searched = {Side.LEFT: _found_in(ours, left), Side.RIGHT: _found_in(theirs, right)}
    inline = write_inline(ours, theirs, marks, searched)
    base = right[0].base
    doubtful = any(block.doubtful for block in (*left, *right))
    block = Block(
        Side.BOTH,
        inline.text,
        None,
        doubtful,
        base,
        strokes=inline.strokes,
        found=inline.found,
    )
    return lines_of([block], sign, pane_width, second)


def _letters(blocks: Sequence[Block]) -> str:
    return "".join("".join(block.text.split()) for block in blocks)


def _whole(blocks: Sequence[Block], ink: Ink) -> Iterator[Block]:
    return (replace(block, base=ink) for block in blocks)


def _found_in(strand: Strand, blocks: Sequence[Block]) -> list[Span]:
    """What was searched for, as spans of the text of a strand."""
    return [
        Span(start + span.start, start + span.end)
        for start, block in zip(strand.starts.values(), blocks, strict=True)
        for span in block.found
    ]
