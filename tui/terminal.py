"""What the terminal can do, as far as its name and the environment tell.

In: the environment, the encoding of the output. Out: a frozen `Abilities`. What
is drawn with them is the app's business; the command line and the settings may
know better than this guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

_NO_SCREEN = frozenset({"", "dumb", "unknown"})
"""Names of terminals on which no screen can be drawn."""

_OLD = ("linux", "screen", "vt", "ansi")
"""How the names begin of the Linux console, of GNU screen, and of terminals
named after old hardware: what was invented later cannot be relied on."""

_WITHOUT_COLOUR = ("vt", "xterm-mono", "linux-m", "screen-m")
"""How the names begin of terminals that have no colours, says terminfo."""

_WITHOUT_BRIGHT = ("linux", "screen", "ansi")
"""How the names begin of those that have eight, and bold: likewise."""


class Colours(IntEnum):
    """How many colours there are, a power of two."""

    NONE = 0
    EIGHT = 3
    SIXTEEN = 4
    MANY = 8
    """256 colours."""
    TRUE = 24
    """Red, green and blue, 256 steps each."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a terminal can do."""

    screen: bool = True
    """Whether it moves its cursor about: without that there is nothing to read on."""
    colours: Colours = Colours.SIXTEEN
    """`NONE` also where the reader asked for that with `NO_COLOR`."""
    strikes: bool = True
    """Whether words can be struck through."""
    mouse: bool = True
    """Whether the mouse is asked for, unless the reader says otherwise."""
    answers: bool = True
    """Whether it may be asked what it can do, and to report keys as kitty does: an
    older terminal may print the question."""
    encoding: str = "utf-8"
    """Of the output, as Python names it."""


USUAL = Abilities()
"""What most terminals can do."""


class Wish(NamedTuple):
    """A theme that the reader asked for."""

    theme: str
    said_by: str
    """Where: an option, a variable, a file and its key."""


def abilities_of(environment: Mapping[str, str], encoding: str | None) -> Abilities:
    """What can be expected of the terminal that `TERM` and other variables tell of.

    Old hardware's names, `linux` and `screen` get what those certainly have. An
    output without an encoding is taken for ASCII. Under the C locale Python
    writes UTF-8 (PEP 538, PEP 540), which nearly every terminal of today draws;
    so does Diptych.
    """
    term = environment.get("TERM", "")
    old = term.startswith(_OLD)
    # Through ssh every move of the pointer would be a message; where the mouse
    # is left alone, most terminals turn its wheel into arrow keys, and can copy.
    far = any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))
    return Abilities(
        screen=term not in _NO_SCREEN,
        colours=_colours(term, environment),
        strikes=not old,
        mouse=not old and not far,
        answers=not old,
        encoding=encoding or "ascii",
    )


def _colours(term: str, environment: Mapping[str, str]) -> Colours:
    """Colours by `NO_COLOR` (no-color.org: any text but none), `COLORTERM` and `TERM`."""
    if environment.get("NO_COLOR"):
        return Colours.NONE
    if environment.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return Colours.TRUE
    if term.startswith(_WITHOUT_COLOUR):
        return Colours.NONE
    if "256color" in term or "kitty" in term:
        return Colours.MANY
    return Colours.EIGHT if term.startswith(_WITHOUT_BRIGHT) else Colours.SIXTEEN
