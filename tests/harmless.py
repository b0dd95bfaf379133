"""Read what a program sent to its terminal, and bear nothing that is not on the list.

In: the bytes of a pseudo-terminal. Out: the text among them; `ForbiddenError` where there is
anything else than text and the few sequences that drawing a screen needs. What the
sequences do is the emulator's business.
"""

import re

NUMBERS = "[0-9]*(?:;[0-9]*)*"
LOOKS = (
    "(?:[0-4]|7|9|2[1-57-9]|3[0-79]|4[0-79]|9[0-7]|10[0-7]|[34]8;5;[0-9]+|[34]8;2(?:;[0-9]+){3})"
)
"""One look of text; blinking and hidden text are not among them."""
MODES = "(?:7|25|1000|1002|1003|1004|1006|1015|1016|1049|2004|2026|2048)"
"""Wrapping, cursor, mouse, focus, the other screen, pasting, frames as a whole, sizes told."""

_DRAWING = re.compile(
    rf"""
    \r | \n
    | \x1b\[ {LOOKS}? (?: ; {LOOKS} )* m
    | \x1b\[ {NUMBERS} [Hr]           # go to a place; where scrolling ends
    | \x1b\[ [0-9]* [A-DGd]           # go some cells or lines
    | \x1b\[ [0-9]* [KX@PLM]          # erase, put in, take out
    | \x1b[78DM]                     # keep the place; scroll
    | \x1b\[\?1049h \x1b\[m \x1b\[H \x1b\[2J # the other screen, for those without it cleared
    | \x1b\[ \? {MODES} (?: ; {MODES} )* [hl]
    | \x1b\[ \? (?: 2026 | 2048 ) \$p # may frames be sent as a whole, and sizes told?
    | \x1b\[ 5 n                     # is all of it drawn?
    | \x1b\[ > [0-9]+ u | \x1b\[ < u  # keys told apart
    """,
    re.VERBOSE,
)
_TEXT = re.compile(
    # No control, no mark that turns the order of the text, no end of a line, no surrogate.
    "[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\ufeff]+"
)


class ForbiddenError(AssertionError):
    """Something was sent that is neither text nor on the list."""


def harmless(sent: bytes | bytearray) -> str:
    """The text among what was sent, as it was sent.

    Raises:
        ForbiddenError: there is something that steers the terminal, or that is not UTF-8.
    """
    try:
        stream = bytes(sent).decode()
    except UnicodeDecodeError as error:
        raise ForbiddenError(_near(sent, error.start)) from error
    texts = []
    at = 0
    while at < len(stream):
        if found := _TEXT.match(stream, at):
            texts.append(found.group())
        elif not (found := _DRAWING.match(stream, at)):
            raise ForbiddenError(_near(stream, at))
        at = found.end()
    return "".join(texts)


def _near(stream: str | bytes | bytearray, at: int) -> str:
    return f"{stream[at : at + 12]!r} at {at} of {stream[max(0, at - 30) : at + 30]!r}"
