"""What a terminal has to be sent so that it shows another screen: as little as possible.

Comes in: frames as an app writes them. Goes out: screens of cells, and the sequences
that turn one into the next.
May import: endings, visible; rich for the width of characters.
"""

from tui.wire.frames import Reader, cursor_of, is_frame
from tui.wire.model import blank_screen, fitted
from tui.wire.painting import Painter
from tui.wire.sending import SYNCHRONIZED, THERE, Sender

__all__ = [
    "SYNCHRONIZED",
    "THERE",
    "Painter",
    "Reader",
    "Sender",
    "blank_screen",
    "cursor_of",
    "fitted",
    "is_frame",
]
