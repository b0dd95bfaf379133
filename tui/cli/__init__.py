"""The command line.

Comes in: the words after `diptych`. Goes out: the app, or text on standard output;
a `ReaderError` as one line on standard error; an exit code.
May import: everything below it; the app only inside `read`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from tui.cli.output import complain
from tui.errors import EXIT_SAME, EXIT_TROUBLE, ReaderError

EXIT_INTERRUPTED = 130
"""The reader pressed Ctrl+C; the code that shells give for it."""


def run() -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the words after `diptych` ask for, and give the exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        return _command(words)
    except ReaderError as error:
        complain(str(error))
        return EXIT_TROUBLE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except SystemExit:
        # How argparse leaves when it has shown its help.
        return EXIT_SAME


def _command(words: Sequence[str]) -> int:
    """Run the command that the first word names; any other word is a text to read."""
    command: Callable[[Sequence[str]], int]
    # Each command is imported when it runs, so that help is there at once.
    match words[:1]:
        case ["diff"]:
            from tui.cli.diff import diff as command
        case ["list"]:
            from tui.cli.listing import list_articles as command
        case ["show"]:
            from tui.cli.show import show as command
        case _:
            from tui.cli.read import read

            return read(words)
    return command(words[1:])
