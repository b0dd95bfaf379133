"""The terminal app, and the only code that knows Textual.

Comes in: a reading of texts, done or under way. Goes out: an exit code.
May import: everything below it.
"""

from tui.app.app import DiptychApp
from tui.article import ReadAhead
from tui.compare import CompareOptions
from tui.errors import EXIT_TROUBLE
from tui.terminal import USUAL, Abilities, Wish

__all__ = ["DiptychApp", "run_app"]


def run_app(
    ahead: ReadAhead,
    options: CompareOptions | None = None,
    *,
    abilities: Abilities = USUAL,
    wish: Wish | None = None,
) -> int:
    """Open the reader on the pair that was named, else the library; returns the exit code.

    Raises:
        ReaderError: The reading ended in trouble, or no theme is called as wished.
    """
    app = DiptychApp(ahead, options, abilities=abilities, wish=wish)
    app.run(mouse=abilities.mouse)
    if app.trouble is not None:
        raise app.trouble
    # Every way out gives a code; none means that something broke.
    return EXIT_TROUBLE if app.return_code is None else app.return_code
