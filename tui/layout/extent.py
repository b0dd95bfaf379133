"""How much of the whole text stands above a place, without laying any of it out.

In: a comparison, or a place and its band. Out: letters, and shares of them. What a line
holds depends on the view and the width; what a row holds does not, so nothing is
estimated and nothing has to be corrected later.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate

from tui.compare.model import Comparison, Row, Side
from tui.layout.model import Band
from tui.layout.place import share_above


def letters_above(comparison: Comparison) -> Sequence[int]:
    """Letters above each row, and at the end all of them; a row counts by its longer side.

    Some 60 ms for 100,000 rows: nothing to wait for with the keys.
    """
    sides = {
        side: [len(each.text) for each in comparison.article(side).paragraphs]
        for side in (Side.LEFT, Side.RIGHT)
    }

    def letters(row: Row) -> int:
        left = sum(sides[Side.LEFT][paragraph] for paragraph in row.left)
        return 1 + max(left, sum(sides[Side.RIGHT][paragraph] for paragraph in row.right))

    return array("Q", accumulate(map(letters, comparison.rows), initial=0))


def share_read(letters: Sequence[int], band: Band, line: int) -> float:
    """The share (0 to 1) of the text down to a line of a band, with that line.

    `letters` are those of `letters_above`. The last line of a band is blank and need
    not be seen.
    """
    above, through = letters[band.row], letters[band.row + 1]
    share = 1.0 if line >= band.height - 2 else share_above(band, line + 1)
    return (above + share * (through - above)) / letters[-1]
