"""The six colours of our own, for every theme, and which theme to begin with.

In: a theme's name and kind, the environment. Out: names of colours. Colour
never speaks alone: each ink has a sign or a text style too.
"""

from __future__ import annotations

from collections.abc import Mapping

# Blue against orange, which people who cannot tell red from green can tell
# apart. The sixteen ANSI colours have no orange: yellow on dark, red on light.
_ANSI_DARK = {
    "added": "ansi_bright_blue",
    "removed": "ansi_yellow",
    "reworded": "ansi_bright_cyan",
    "moved": "ansi_bright_magenta",
    "quiet": "ansi_white",
    "note": "ansi_cyan",
}
_ANSI_LIGHT = {
    "added": "ansi_blue",
    "removed": "ansi_red",
    "reworded": "ansi_magenta",
    "moved": "ansi_cyan",
    "quiet": "ansi_black",
    "note": "ansi_blue",
}
_DARK = {
    "added": "#7db8ff",
    "removed": "#ffb066",
    "reworded": "#6fe0d0",
    "moved": "#d9b3ff",
    "quiet": "#b0b5bd",
    "note": "#9fd8ff",
}
_LIGHT = {
    "added": "#00479e",
    "removed": "#8f3d00",
    "reworded": "#00574e",
    "moved": "#5e1c8f",
    "quiet": "#50555e",
    "note": "#00567a",
}


def colours(*, dark: bool, ansi: bool) -> dict[str, str]:
    """The value of each of our variables (`$added` and so on) in a theme of one kind."""
    if ansi:
        return _ANSI_DARK if dark else _ANSI_LIGHT
    return _DARK if dark else _LIGHT


def can_strike(environment: Mapping[str, str]) -> bool:
    """Whether the terminal can be trusted to strike words through.

    The Linux console, `screen` and the terminals named after old hardware
    have no such style; to them a struck word looks like any other.
    """
    return not environment.get("TERM", "").startswith(("linux", "screen", "vt", "ansi"))


def first_theme(environment: Mapping[str, str]) -> str:
    """The theme to begin with.

    `TEXTUAL_THEME` chooses. Otherwise the terminal's own sixteen colours on
    its own background; some terminals tell in `COLORFGBG` that it is light.
    """
    chosen = environment.get("TEXTUAL_THEME")
    if chosen:
        return chosen
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "ansi-light" if background in {"7", "15"} else "ansi-dark"
