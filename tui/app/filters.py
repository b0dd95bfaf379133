"""Fit what is drawn to the terminal: its colours and its characters.

In: the segments of one screen line. Out: the same cells, as that terminal can
show them. What a terminal can show is known elsewhere.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.glyphs import Spelled

_BLACK, _WHITE = 0, 7
_BRIGHT = 8
"""Number of the first of the bright colours; the eight below are the same, dark."""


class Colourless(LineFilter):
    """Without any colour; bold, underlined and the other text styles stay.

    Textual's own filter names the default colours, which takes a code too.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without colour."""
        return [
            Segment(text, None if style is None else _without_colour(style))
            for text, style, _ in segments
        ]


class EightColours(LineFilter):
    """With the nearest of the eight dark colours in the place of any other."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in eight colours."""
        return [
            Segment(text, None if style is None else _in_eight(style))
            for text, style, _ in segments
        ]


class Spelling(LineFilter):
    """With the characters that the terminal's encoding has."""

    def __init__(self, spelled: Spelled) -> None:
        super().__init__()
        self._spelled = spelled

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, their text spelled otherwise and just as wide."""
        return [Segment(self._spelled(text), style) for text, style, _ in segments]


@lru_cache(1024)
def _without_colour(style: Style) -> Style:
    return style.without_color


@lru_cache(1024)
def _in_eight(style: Style) -> Style:
    color, bgcolor = _dark(style.color), _dark(style.bgcolor)
    if color is not None and color.number == _BLACK and style.color != color:
        # A dark grey, and the ground is black as a rule.
        color = RichColor.from_ansi(_WHITE)
    return style + Style(color=color, bgcolor=bgcolor)


def _dark(color: RichColor | None) -> RichColor | None:
    """The nearest of the eight colours; the terminal's own stays."""
    if color is None or color.is_default:
        return color
    number = color.downgrade(ColorSystem.STANDARD).number or _BLACK
    return RichColor.from_ansi(number % _BRIGHT)
