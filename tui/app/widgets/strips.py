"""Draw the lines of a band, each once while it looks the same.

In: bands and the styles of the theme at hand. Out: strips as wide as the panes. Which
lines are shown, and when they look different, is the panes' business.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.compare import DOUBT, Side
from tui.layout import NOTHING_FOUND, Band, Found, Frame, Ink, Line, Run, Stress, View

INK_NAMES = frozenset(ink.value for ink in Ink if ink is not Ink.PLAIN)
"""The inks that have a style of their own; the plain one is that of the pane."""
_SEPARATOR = "│"
_IN_HAND = "▌"
_SIDE_LETTERS = {Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: " "}
_KEPT = 4_000
"""Strips that are kept: those of the bands nearby, and some 10 MB at most."""


class Strips:
    """Strips by their place, for one frame and one theme.

    `style_of` gives the style of a name, or that of the pane itself for None; `more_of`
    gives what a name adds to a style.
    """

    def __init__(
        self, style_of: Callable[[str | None], Style], more_of: Callable[[str], Style]
    ) -> None:
        self._style_of = style_of
        self._more_of = more_of
        self._styles: dict[str, Style] = {}
        self._strips: dict[tuple[int, int, bool], Strip] = {}
        self._match: Found = NOTHING_FOUND

    def forget(self) -> None:
        """Draw everything anew: lines look different now."""
        self._strips.clear()

    def forget_styles(self) -> None:
        """Ask for the styles again: the theme is another."""
        self._styles.clear()
        self.forget()

    def show_match(self, match: Found) -> None:
        """Set some of the places that were found off from the others."""
        if match != self._match:
            self._match = match
            self.forget()

    def strip(self, band: Band, number: int, frame: Frame, *, in_hand: bool) -> Strip:
        """Draw one line of a band, marked as of the change in hand or not."""
        place = (band.row, number, in_hand)
        strip = self._strips.get(place)
        if strip is None:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            strip = self._strips[place] = self._drawn(band, number, frame, in_hand=in_hand)
        return strip

    def blank(self, width: int) -> Strip:
        """A line with nothing in it, of so many cells."""
        return Strip.blank(width, self._style("pane"))

    def _drawn(self, band: Band, number: int, frame: Frame, *, in_hand: bool) -> Strip:
        segments = [Segment(_IN_HAND if in_hand else " ", self._style("in-hand"))]
        for at, pane in enumerate(band.panes):
            line = pane[number]
            if at:
                segments.append(Segment(_SEPARATOR, self._style("separator")))
            segments += self._gutter(line, with_letter=frame.shown is View.STACKED)
            segments += self._text(line, frame.pane_width)
        return Strip(segments).adjust_cell_length(frame.width, self._style("pane"))

    def _gutter(self, line: Line, *, with_letter: bool) -> list[Segment]:
        gutter = [Segment(line.sign, self._style("sign"))]
        if with_letter:
            letter = _SIDE_LETTERS[line.side] if line.runs else " "
            gutter.append(Segment(letter, self._style("note")))
        gutter.append(Segment(DOUBT if line.doubt else line.second, self._style("sign")))
        return gutter

    def _text(self, line: Line, width: int) -> list[Segment]:
        segments = []
        at = 0 if line.span is None else line.span.start
        for run in line.runs:
            style = self._style("note") if line.note else self._ink(run)
            if run.found:
                style += self._style("match" if self._is_match(line, at) else "found")
            segments.append(Segment(run.text, style))
            at += len(run.text)
        blank = width - sum(segment.cell_length for segment in segments)
        segments.append(Segment(" " * blank, self._style("pane")))
        return segments

    def _is_match(self, line: Line, at: int) -> bool:
        """Whether character `at` of the line's paragraph is of the match in hand."""
        if not self._match or line.span is None or line.paragraph is None:
            return False
        sides = (Side.LEFT, Side.RIGHT) if line.side is Side.BOTH else (line.side,)
        return any(
            span.start <= at < span.end
            for side in sides
            for span in self._match.get((side, line.paragraph), ())
        )

    def _ink(self, run: Run) -> Style:
        """The style of a run: its ink, raised or dimmed."""
        name = f"{run.ink.value} {run.stress.value}"
        style = self._styles.get(name)
        if style is None:
            style = self._style(run.ink.value if run.ink.value in INK_NAMES else "pane")
            if run.stress is Stress.OFF:
                style += Style(bold=False) + self._more_of("off")
            elif run.stress is not Stress.USUAL:
                style += self._more_of("raised")
            self._styles[name] = style
        return style

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self._style_of(None if name == "pane" else name)
        return style
