"""Turn arguments into one call and an exit code.

In: the words after `diptych`. Out: the app, or a comparison on standard
output; a `ReaderError` as one line on standard error. Each command imports
what it needs when it runs, so that `diptych --help` is there at once.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn, TextIO

from tui import __version__
from tui.errors import (
    EXIT_DIFFERENT,
    EXIT_SAME,
    EXIT_TROUBLE,
    ArticleError,
    ReaderError,
    UsageError,
)

if TYPE_CHECKING:
    from tui.article import Article, Loaded

EXIT_INTERRUPTED = 130
"""The reader pressed Ctrl+C; the code that shells give for it."""

PIPE_WIDTH = 80
"""Width of the text, in characters, when standard output is no terminal."""
NARROWEST = 10
"""Smallest width, in characters, that text is wrapped to."""

_EXAMPLES = """\
examples:
  diptych                         list the texts in this folder
  diptych articles/ draft.md      list those of a folder, and one more
  diptych first.txt second.txt    read two texts side by side
  diptych diff first.txt second.txt | less
                                  compare without the app
  diptych ./diff second.txt       open a file that is called diff
"""
_DIFF_EXAMPLES = """\
examples:
  diptych diff first.txt second.txt
  diptych diff --width 0 first.txt second.txt > changes.txt
  diptych diff --format json first.txt second.txt > changes.json

exit code:
  0 when the texts are the same, 1 when they differ, 2 when there was trouble
"""


def run() -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the words after `diptych` ask for, and give the exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        return _diff(words[1:]) if words[:1] == ["diff"] else _read(words)
    except ReaderError as error:
        _complain(str(error))
        return EXIT_TROUBLE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except SystemExit:
        # How argparse leaves when it has shown its help.
        return EXIT_SAME


class _Parser(argparse.ArgumentParser):
    """A parser that speaks as the rest of the program does."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see `{self.prog} --help`.")

    def print_help(self, file: object = None) -> None:
        del file
        _write([self.format_help()])


def reader_parser() -> argparse.ArgumentParser:
    """The arguments of `diptych` itself."""
    parser = _Parser(
        prog="diptych",
        usage="diptych [PATH ...]\n       diptych diff [--format FORMAT] [--width N] LEFT RIGHT",
        description="Compare texts side by side, paragraph by paragraph and word by word.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="two files to read side by side, or files and folders to choose from; "
        "the current folder when left out",
    )
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    return parser


def diff_parser(formats: Iterable[str]) -> argparse.ArgumentParser:
    """The arguments of `diptych diff`; the first of the formats is the default."""
    names = list(formats)
    parser = _Parser(
        prog="diptych diff",
        description="Compare two files and write what differs to standard output.",
        epilog=_DIFF_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("left", metavar="LEFT", help="the file that [-left-] words come from")
    parser.add_argument("right", metavar="RIGHT", help="the file that {+right+} words come from")
    parser.add_argument(
        "--format", choices=names, default=names[0], help=f"{names[0]} when left out"
    )
    parser.add_argument(
        "--width",
        type=_wrapping_width,
        metavar="N",
        help="characters in a line of text, 0 for no wrapping; when left out, the width of "
        f"the terminal, or {PIPE_WIDTH} in a pipe or a file",
    )
    return parser


def _read(words: Sequence[str]) -> int:
    """Open the app on what was named."""
    asked = reader_parser().parse_args(words)
    if asked.version:
        _write([f"diptych {__version__}\n"])
        return EXIT_SAME

    from tui.article import is_folder, load_library

    paths: list[str] = asked.paths or ["."]
    loaded = load_library(paths)
    articles = loaded.articles
    two_files = len(paths) == 2 and not any(map(is_folder, paths))
    if two_files and len(articles) == 1:
        articles *= 2  # The same file twice.
    if len(articles) < 2:
        raise ArticleError(_too_few(loaded))
    _require_terminal()

    # Nothing that a start makes is garbage, and looking for it takes a twelfth
    # of the time; the app begins to collect when its first screen stands.
    gc.disable()
    from tui.app import run_app

    pair = two_files and len(articles) == 2
    return run_app(articles, pair=pair, notes=loaded.skipped)


def _diff(words: Sequence[str]) -> int:
    """Compare two files and write the comparison out."""
    from tui.compare import compare
    from tui.export import FORMATS

    asked = diff_parser(FORMATS).parse_args(words)
    comparison = compare(_article(asked.left), _article(asked.right))
    width = _width_of_output() if asked.width is None else asked.width
    # Text is for this terminal; every other format is UTF-8 by its own rules.
    encoding = None if asked.format == "text" else "utf-8"
    _write(FORMATS[asked.format](comparison, width), encoding)
    return EXIT_DIFFERENT if comparison.changes else EXIT_SAME


def _article(path: str) -> Article:
    from tui.article import is_folder, load_articles

    if not path:
        raise UsageError("one of the two names is empty; name two files.")
    if is_folder(path):
        raise UsageError(
            f"{path} is a folder and `diptych diff` compares two files; name a file in it, "
            f"or open the folder with `diptych {path}`."
        )
    return load_articles(path)[0]


def _too_few(loaded: Loaded) -> str:
    """What to say when there is one article and none to compare it with."""
    sentence = (
        f"{loaded.articles[0].origin} is all there is to read, and a comparison takes two texts; "
        "name another file or folder as well."
    )
    return f"{sentence} Left out: {loaded.skipped[0]}" if loaded.skipped else sentence


def _require_terminal() -> None:
    instead = "use `diptych diff LEFT RIGHT` to compare two files without it."
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise UsageError(f"the reader needs a terminal for its input and its output; {instead}")
    if os.environ.get("TERM") == "dumb":
        raise UsageError(f"this terminal cannot draw a screen (TERM is dumb); {instead}")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _wrapping_width(word: str) -> int:
    """The number after `--width`, or argparse's own complaint."""
    try:
        width = int(word)
    except ValueError:
        width = -1
    if width and width < NARROWEST:
        raise argparse.ArgumentTypeError(
            f"{word} is not a width; give a number of characters from {NARROWEST} up, "
            "or 0 for no wrapping"
        )
    return width


def _width_of_output() -> int:
    if not _is_terminal(sys.stdout):
        return PIPE_WIDTH
    return max(NARROWEST, shutil.get_terminal_size().columns)


def _write(pieces: Iterable[str], encoding: str | None = None) -> None:
    """Write to standard output; one who stops reading early (`| head`) is no trouble.

    Raises:
        ReaderError: It cannot be written, on a full disk for example.
    """
    out: TextIO | None = sys.stdout
    if out is None:  # closed by the caller, `>&-`
        return
    if isinstance(out, io.TextIOWrapper):
        # What the encoding lacks is written as an escape sequence of Python's.
        out.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        for piece in pieces:
            out.write(piece)
        out.flush()
    except OSError as error:
        # The interpreter flushes once more when it leaves; let that go nowhere.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out.fileno())
        os.close(nowhere)
        if not isinstance(error, BrokenPipeError):
            raise ReaderError(f"standard output cannot be written: {error.strerror}.") from error


def _complain(message: str) -> None:
    out: TextIO | None = sys.stderr
    if out is not None:
        with contextlib.suppress(OSError):
            print(f"diptych: {message}", file=out)
