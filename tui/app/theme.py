"""The six colours of our own, for every theme, and which theme to begin with.

In: a theme's kind, what the reader asked for, the environment. Out: names of
colours, the name of a theme. Colour never speaks alone: each ink has a sign or
a text style too.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tui.config import meant
from tui.errors import UsageError
from tui.terminal import Colours, Wish

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
# The dark blue of the Linux console is hardly seen on its black; bold makes
# what is reworded the brightest there.
_EIGHT_DARK = {
    "added": "ansi_cyan",
    "removed": "ansi_yellow",
    "reworded": "ansi_white",
    "moved": "ansi_magenta",
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


def colours(*, dark: bool, ansi: bool, most: Colours = Colours.SIXTEEN) -> dict[str, str]:
    """The value of each of our variables (`$added` and so on) in a theme of one kind.

    `most` is how many colours the terminal has.
    """
    if ansi and dark:
        return _EIGHT_DARK if most is Colours.EIGHT else _ANSI_DARK
    if ansi:
        return _ANSI_LIGHT
    return _DARK if dark else _LIGHT


def first_theme(wish: Wish | None, environment: Mapping[str, str], known: Collection[str]) -> str:
    """The theme to begin with, one of those that are `known`.

    As the reader wishes; or `TEXTUAL_THEME` chooses, the first name in it that
    is known. Otherwise the terminal's own sixteen colours on its own background;
    some terminals tell in `COLORFGBG` that it is light.

    Raises:
        UsageError: a name was given and no theme has it.
    """
    names = environment.get("TEXTUAL_THEME", "")
    if wish is None and names:
        wish = next((Wish(name, "") for name in names.split(",") if name in known), None)
        wish = wish or Wish(names, "TEXTUAL_THEME")
    if wish is not None:
        if wish.theme not in known:
            raise UsageError(f"{wish.said_by}: no theme is called {meant(wish.theme, known)}")
        return wish.theme
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "ansi-light" if background in {"7", "15"} else "ansi-dark"
