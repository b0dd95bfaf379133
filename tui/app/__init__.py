"""The terminal app, and the only code that knows Textual.

Comes in: articles. Goes out: an exit code.
May import: everything below it.
"""

from tui.app.app import DiptychApp
from tui.article import Article
from tui.errors import EXIT_TROUBLE

__all__ = ["DiptychApp", "run_app"]


def run_app(articles: tuple[Article, ...], *, pair: bool, notes: tuple[str, ...] = ()) -> int:
    """Open the reader on two articles (`pair`) or the library on any number.

    `notes` are sentences about files that were left out; the library shows
    them. Returns the exit code.
    """
    app = DiptychApp(articles, pair=pair, notes=notes)
    app.run()
    # Every way out gives a code; none means that something broke.
    return EXIT_TROUBLE if app.return_code is None else app.return_code
