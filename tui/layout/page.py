"""Move through the bands of a comparison, laying each out when it is first seen.

In: a comparison, a frame, what was searched for. Out: bands, and places to
stand at. However long the articles are, only the rows that were seen were
wrapped; drawing them is the app's business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tui.compare import Comparison, Edit, Side
from tui.layout.bands import lay_out
from tui.layout.frame import Frame
from tui.layout.model import Band, Found
from tui.review.groups import EVERYTHING, Filter

_BANDS_KEPT = 2_000
"""Bands that are kept: many screens full, and little memory."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A screen line of the whole comparison: a row and a line of its band, both from 0."""

    row: int
    line: int


class Page:
    """The bands of one comparison in one frame."""

    def __init__(
        self,
        comparison: Comparison,
        frame: Frame,
        edits_of: Callable[[Comparison, int], tuple[Edit, ...]],
        found: Found,
        picked: Filter = EVERYTHING,
    ) -> None:
        self.comparison = comparison
        self.frame = frame
        self._edits_of = edits_of
        self._found = found
        self._filter = picked
        self._edits: dict[int, tuple[Edit, ...]] = {}
        self._bands: dict[int, Band] = {}
        # One article alone shows the rows that it has a part in, perhaps few of many.
        side = frame.shown.side
        rows = comparison.rows
        self._rows: Sequence[int] = (
            range(len(rows))
            if side is Side.BOTH
            else [number for number, row in enumerate(rows) if row.side(side)]
        )

    def band(self, row: int) -> Band:
        """The band of one row; kept, so that it is laid out once while it is near."""
        band = self._bands.get(row)
        if band is None:
            if len(self._bands) >= _BANDS_KEPT:
                self._bands.clear()
                self._edits.clear()
            edits = self.edits(row)
            band = lay_out(self.comparison, row, self.frame, edits, self._found, self._filter)
            self._bands[row] = band
        return band

    def edits(self, row: int) -> tuple[Edit, ...]:
        """The edits of one row; kept as its band is."""
        edits = self._edits.get(row)
        if edits is None:
            edits = self._edits[row] = self._edits_of(self.comparison, row)
        return edits

    def settle(self, comparison: Comparison) -> None:
        """Take over a comparison of the very same rows, their kinds better known.

        What is laid out stays: whether a row is a quiet one was told from its edits.
        """
        self.comparison = comparison

    def lines(self, place: Place) -> Iterator[Place]:
        """The places from one place down to the end."""
        for at in range(bisect_left(self._rows, place.row), len(self._rows)):
            row = self._rows[at]
            first = place.line if row == place.row else 0
            for number in range(first, self.band(row).height):
                yield Place(row, number)

    def window(self, place: Place, height: int) -> tuple[Place, ...]:
        """The places on a screen of so many lines; fewer at the end of the text."""
        return tuple(islice(self.lines(place), height))

    def lines_above(self, place: Place) -> Iterator[Place]:
        """The places above one place, the nearest first."""
        for line in range(min(place.line, self.band(place.row).height) - 1, -1, -1):
            yield Place(place.row, line)
        for at in range(bisect_left(self._rows, place.row) - 1, -1, -1):
            row = self._rows[at]
            for line in range(self.band(row).height - 1, -1, -1):
                yield Place(row, line)

    def moved(self, place: Place, lines: int) -> Place:
        """The place so many lines further down, or up when negative; stays in the text."""
        way = self.lines(place) if lines >= 0 else self.lines_above(place)
        wanted = lines if lines >= 0 else -lines - 1
        found = place
        for number, found in enumerate(way):  # noqa: B007 - the last one met is wanted
            if number >= wanted:
                break
        return found

    def last_top(self, height: int) -> Place:
        """The place that stands at the top when the end of the text is at the bottom."""
        last = len(self.comparison.rows) - 1
        end = Place(last, self.band(last).height)
        return self.moved(end, -height)

    def held(self, place: Place, height: int) -> Place:
        """A place as near as can be to one at the top, with no blank page below the end."""
        full = len(self.window(place, height)) == height
        return place if full else min(place, self.last_top(height))
