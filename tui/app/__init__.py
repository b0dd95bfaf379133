"""The terminal app, and the only code that knows Textual.

Comes in: a reading of texts, done or under way. Goes out: an exit code.
May import: everything below it.
"""

import asyncio
from contextlib import closing
from pathlib import Path

from tui.app.app import DiptychApp
from tui.article import ReadAhead, ReadOptions
from tui.compare import CompareOptions
from tui.endings import Endings
from tui.errors import EXIT_TROUBLE
from tui.terminal import USUAL, Abilities, Wish

__all__ = ["DiptychApp", "run_app"]


def run_app(
    ahead: ReadAhead,
    options: CompareOptions | None = None,
    *,
    endings: Endings | None = None,
    places: Path | None = None,
    reading: ReadOptions | None = None,
    abilities: Abilities = USUAL,
    wish: Wish | None = None,
) -> int:
    """Open the reader on the pair that was named, else the library; returns the exit code.

    With `endings` it ends the process instead, and waits for no thread. In the
    folder `places` it is kept where the reader left off; `reading` is how a text is
    read again that was edited.

    Raises:
        ReaderError: The reading ended in trouble, or no theme is called as wished.
    """
    app = DiptychApp(
        ahead,
        options,
        endings=endings,
        places=places,
        reading=reading,
        abilities=abilities,
        wish=wish,
    )
    # A loop of our own, for Textual's would wait here for threads that pair texts.
    with closing(asyncio.new_event_loop()) as loop:
        app.run(loop=loop, mouse=abilities.mouse)
    if endings is not None:
        endings.draws(None)  # Not before: the terminal may have been slow to take the last bytes.
    if app.trouble is not None:
        raise app.trouble
    # Every way out gives a code; none means that something broke.
    code = EXIT_TROUBLE if app.return_code is None else app.return_code
    if endings is not None:
        endings.leave(code)
    return code
