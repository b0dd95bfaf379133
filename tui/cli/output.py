"""Write to the terminal, a pipe or a file, and say what went wrong.

In: pieces of text. Out: bytes on standard output, a line on standard error.
What is written is other files' business.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

from tui.errors import ReaderError
from tui.glyphs import spelling

PIPE_WIDTH = 80
"""Width of the text, in characters, when standard output is no terminal."""
NARROWEST = 10
"""Smallest width, in characters, that text is wrapped to."""


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits behind it; a stream that was closed (`>&-`) is None."""
    return stream is not None and stream.isatty()


def output_width(asked: int | None) -> int:
    """Characters in a line: as asked for, else the terminal's width, else `PIPE_WIDTH`."""
    if asked is not None:
        return asked
    if not is_terminal(sys.stdout):
        return PIPE_WIDTH
    return max(NARROWEST, shutil.get_terminal_size().columns)


def write(pieces: Iterable[str], encoding: str | None = None) -> None:
    """Write to standard output; one who stops reading early (`| head`) is no trouble.

    Raises:
        ReaderError: It cannot be written, on a full disk for example.
    """
    out: TextIO | None = sys.stdout
    if out is None:  # closed by the caller, `>&-`
        return
    if isinstance(out, io.TextIOWrapper):
        # What the encoding lacks is written as an escape sequence of Python's, from
        # which another program can tell what it was; a person gets what is like it.
        out.reconfigure(encoding=encoding, errors="backslashreplace")
    spelled = spelling(out.encoding) if encoding is None and is_terminal(out) else None
    try:
        for piece in pieces:
            out.write(spelled(piece) if spelled else piece)
        out.flush()
    except OSError as error:
        # The interpreter flushes once more when it leaves; let that go nowhere.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out.fileno())
        os.close(nowhere)
        if not isinstance(error, BrokenPipeError):
            raise ReaderError(f"standard output cannot be written: {error.strerror}.") from error


def complain(message: str) -> None:
    """Write one line to standard error."""
    out: TextIO | None = sys.stderr
    if out is not None:
        with contextlib.suppress(OSError):
            print(f"diptych: {message}", file=out)
