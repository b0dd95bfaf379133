"""Keep the reader's place in a row when the view or the width changes.

In: a band and a line of it, or a band and a share. Out: the other. Which row
the reader is in is not its business.
"""

from __future__ import annotations

from itertools import accumulate

from tui.layout.model import Band


def share_above(band: Band, line: int) -> float:
    """The share (0 to 1) of a row's text that stands above `line`, counted from 0.

    Each line has a share of its own, a blank one too; a band without lines
    gives 0.
    """
    above = _letters_above(band)
    return above[line] / above[-1] if line and above[-1] else 0.0


def line_at(band: Band, share: float) -> int:
    """The line, from 0, above which `share` (0 to 1) of the row's text stands.

    It gives every line of the same band back from its `share_above`; a band
    without lines gives 0.
    """
    above = _letters_above(band)
    # Half a letter more: a share is a rounded number.
    reached = share * above[-1] + 0.5
    for line in range(band.height - 1, 0, -1):
        if above[line] <= reached:
            return line
    return 0


def _letters_above(band: Band) -> list[int]:
    """Letters above each line, and at the end all of them.

    A line counts one more than it holds: the blank that the break took, so
    that no line is without weight and narrow panes count as wide ones do.
    """
    letters = [
        1 + sum(len(run.text) for line in level for run in line.runs)
        for level in zip(*band.panes, strict=True)
    ]
    return [0, *accumulate(letters)]
