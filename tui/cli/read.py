"""Open the app on what was named: `diptych` alone.

In: the words after `diptych`. Out: the app's exit code. The app is imported
here, when it is sure that there is something to show and a terminal to show
it on.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from tui import __version__
from tui.article import Loaded, Progress, ReadAhead, load_library
from tui.article.sources.address import Kind, address_of
from tui.cli.arguments import compare_options, read_options, reader_parser
from tui.cli.dates import dated_pair
from tui.cli.output import is_terminal, write
from tui.errors import EXIT_SAME, ArticleError, UsageError
from tui.paths import config_file, places_folder

_INSTEAD = "use `diptych diff LEFT RIGHT` to compare two files without it."

PATIENCE = 0.25
"""Seconds that reading may take before the app opens and shows how far it is."""


def read(words: Sequence[str]) -> int:
    """Read what was named and open it in the app."""
    asked = reader_parser().parse_args(words)
    if asked.version:
        write([f"diptych {__version__}\n"])
        return EXIT_SAME
    how = read_options(asked)

    def load(progress: Progress) -> Loaded:
        loaded = load_library(asked.paths or ["."], how, progress)
        if loaded.pair is None and len(loaded.articles) < 2:
            raise ArticleError(_too_few(loaded))
        return dated_pair(loaded, asked.left_date, asked.right_date)

    if any(address_of(path).kind is Kind.STDIN for path in asked.paths if path):
        _type_at_the_terminal()
    ahead = ReadAhead(load)
    if ahead.wait(PATIENCE):
        ahead.outcome()  # Trouble is told before anything is drawn.
    _require_terminal()

    # Nothing that a start makes is garbage, and looking for it takes a twelfth
    # of the time; the app begins to collect when its first screen stands.
    gc.disable()
    from tui.config import load_config

    options = compare_options(asked, load_config(config_file()))
    from tui.endings import Endings

    with Endings() as endings:
        from tui.app import run_app

        return run_app(ahead, options, endings, places_folder(), how)


def _too_few(loaded: Loaded) -> str:
    """What to say when there is one article and none to compare it with."""
    sentence = (
        f"{loaded.articles[0].origin} is all there is to read, and a comparison takes two texts; "
        "name another file or folder as well."
    )
    return f"{sentence} Left out: {loaded.skipped[0]}" if loaded.skipped else sentence


def _require_terminal() -> None:
    if not (is_terminal(sys.__stdin__) and is_terminal(sys.stdout)):
        raise UsageError(f"the reader needs a terminal for its input and its output; {_INSTEAD}")
    if os.environ.get("TERM") == "dumb":
        raise UsageError(f"this terminal cannot draw a screen (TERM is dumb); {_INSTEAD}")


def _type_at_the_terminal() -> None:
    """Take keys from the terminal, and the text from where standard input was.

    Before anything is read: a text may come slowly, and who reads it must not
    go on with the keys.
    """
    if sys.stdin is None or sys.stdin.isatty():
        return  # Reading it will tell the trouble.
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(
            f"standard input is a text and there is no terminal to take keys from; {_INSTEAD}"
        ) from error
    sys.stdin = os.fdopen(os.dup(sys.stdin.fileno()))
    os.dup2(terminal, 0)
    os.close(terminal)
