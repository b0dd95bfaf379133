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
from dataclasses import replace
from typing import TYPE_CHECKING

from tui import __version__
from tui.article import Loaded, Progress, ReadAhead, is_folder, load_library
from tui.article.sources.address import Kind, address_of
from tui.cli.arguments import compare_options, read_options, reader_parser
from tui.cli.dates import dated_pair
from tui.cli.output import is_terminal, write
from tui.errors import EXIT_SAME, ArticleError, UsageError
from tui.paths import config_file, places_folder
from tui.terminal import Abilities, Wish, abilities_of
from tui.visible import visible

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.config import Config

_INSTEAD = "use `diptych diff {}` to compare two files without it."

_LARGEST = 1_000
"""Columns, or lines, of the largest terminal that is believed in."""

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
        _type_at_the_terminal(asked.paths)
    ahead = ReadAhead(load)
    if ahead.wait(PATIENCE):
        ahead.outcome()  # Trouble is told before anything is drawn.
    abilities = _terminal(asked.paths)
    _forget_absurd_sizes()

    # Nothing that a start makes is garbage, and looking for it takes a twelfth
    # of the time; the app begins to collect when its first screen stands.
    gc.disable()
    from tui.config import load_config

    config = load_config(config_file())
    options = compare_options(asked, config)
    from tui.endings import Endings

    with Endings() as endings:
        from tui.app import run_app

        return run_app(
            ahead,
            options,
            endings=endings,
            places=places_folder(),
            reading=how,
            abilities=_wished(abilities, asked, config),
            wish=_theme(asked, config),
        )


def _forget_absurd_sizes() -> None:
    """Let no variable say that the terminal is of a size that no terminal has."""
    for name in ("COLUMNS", "LINES"):
        said = os.environ.get(name, "")
        if said and not (said.isascii() and said.isdecimal() and 0 < int(said[:5]) <= _LARGEST):
            del os.environ[name]


def _wished(abilities: Abilities, asked: Namespace, config: Config) -> Abilities:
    """What to make use of: as asked for now, as set, as the terminal can."""
    mouse = config.mouse if asked.mouse is None else asked.mouse
    only_ascii = config.only_ascii if asked.ascii is None else asked.ascii
    return replace(
        abilities,
        mouse=abilities.mouse if mouse is None else mouse,
        encoding="ascii" if only_ascii else abilities.encoding,
    )


def _theme(asked: Namespace, config: Config) -> Wish | None:
    if asked.theme is not None:
        return Wish(asked.theme, "--theme")
    return Wish(config.theme, f"{config_file()}: theme") if config.theme else None


def _too_few(loaded: Loaded) -> str:
    """What to say when there is one article and none to compare it with."""
    sentence = (
        f"{loaded.articles[0].origin} is all there is to read, and a comparison takes two texts; "
        "name another file or folder as well."
    )
    return f"{sentence} Left out: {loaded.skipped[0]}" if loaded.skipped else sentence


def _terminal(paths: Sequence[str]) -> Abilities:
    """What the terminal can do.

    Raises:
        UsageError: there is none, or none to draw a screen on.
    """
    if not (is_terminal(sys.__stdin__) and is_terminal(sys.stdout)):
        raise UsageError(
            f"the reader needs a terminal for its input and its output; {_instead(paths)}"
        )
    abilities = abilities_of(os.environ, sys.stdout.encoding)
    if not abilities.screen:
        term = visible(os.environ.get("TERM", "")) or "not set"
        raise UsageError(f"this terminal cannot draw a screen (TERM is {term}); {_instead(paths)}")
    return abilities


def _instead(paths: Sequence[str]) -> str:
    """How to go on without a screen, with the names of two texts if two were given."""
    from shlex import quote

    two = len(paths) == 2 and all(paths) and not any(map(is_folder, paths))
    return _INSTEAD.format(visible(" ".join(map(quote, paths))) if two else "LEFT RIGHT")


def _type_at_the_terminal(paths: Sequence[str]) -> None:
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
            "standard input is a text and there is no terminal to take keys from; "
            + _instead(paths)
        ) from error
    sys.stdin = os.fdopen(os.dup(sys.stdin.fileno()))
    os.dup2(terminal, 0)
    os.close(terminal)
