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
from tui.cli.arguments import read_options, reader_parser
from tui.cli.output import is_terminal, write
from tui.errors import EXIT_SAME, ArticleError, UsageError

PATIENCE = 0.25
"""Seconds that reading may take before the app opens and shows how far it is."""


def read(words: Sequence[str]) -> int:
    """Read what was named and open it in the app."""
    asked = reader_parser().parse_args(words)
    if asked.version:
        write([f"diptych {__version__}\n"])
        return EXIT_SAME
    options = read_options(asked)

    def load(progress: Progress) -> Loaded:
        loaded = load_library(asked.paths or ["."], options, progress)
        if loaded.pair is None and len(loaded.articles) < 2:
            raise ArticleError(_too_few(loaded))
        return loaded

    ahead = ReadAhead(load)
    if ahead.wait(PATIENCE):
        ahead.outcome()  # Trouble is told before anything is drawn.
    _require_terminal(piped="-" in asked.paths)

    # Nothing that a start makes is garbage, and looking for it takes a twelfth
    # of the time; the app begins to collect when its first screen stands.
    gc.disable()
    from tui.app import run_app

    return run_app(ahead)


def _too_few(loaded: Loaded) -> str:
    """What to say when there is one article and none to compare it with."""
    sentence = (
        f"{loaded.articles[0].origin} is all there is to read, and a comparison takes two texts; "
        "name another file or folder as well."
    )
    return f"{sentence} Left out: {loaded.skipped[0]}" if loaded.skipped else sentence


def _require_terminal(*, piped: bool) -> None:
    instead = "use `diptych diff LEFT RIGHT` to compare two files without it."
    if piped:
        _type_at_the_terminal(instead)
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise UsageError(f"the reader needs a terminal for its input and its output; {instead}")
    if os.environ.get("TERM") == "dumb":
        raise UsageError(f"this terminal cannot draw a screen (TERM is dumb); {instead}")


def _type_at_the_terminal(instead: str) -> None:
    """Take keys from the terminal, when standard input was the text and is at its end."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(
            f"standard input is a text and there is no terminal to take keys from; {instead}"
        ) from error
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
