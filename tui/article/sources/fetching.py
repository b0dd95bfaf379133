"""Fetch the bytes of a text, or say why not.

In: an address. Out: the bytes of a file, of standard input or of a file in
git, as they are. What they mean is other files' business.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from tui.article.sources.address import Address, Kind
from tui.errors import ArticleError, UsageError

SIZE_LIMIT = 100_000_000
"""Most bytes that are read of one text unless told otherwise; an endless one is told by it."""

_PIECE = 64_000_000
"""Bytes that are asked for at once: Python makes room for all of them before it reads."""

# A pipe that a shell hands over, `<(command)`, is open already and has an end.
_HANDED = (Path("/dev/fd"), Path("/proc/self/fd"))

# What came in by standard input: nobody can ask for it again.
_come_in: list[bytes] = []


def read_bytes(source: Address | Path, *, size_limit: int = SIZE_LIMIT) -> bytes:
    """Read all there is, up to `size_limit` bytes; at least one byte.

    A path is always a file's, whatever its name looks like. Standard input
    may be asked for again and gives the same.

    Raises:
        UsageError: Standard input is the keyboard.
        ArticleError: It is missing, unreadable, no regular file, too large or
            empty.
    """
    address = Address(str(source)) if isinstance(source, Path) else source
    if "://" in address.name and not os.path.lexists(address.name):
        raise ArticleError(f"{address} is no file; save the page in one and open that.")
    match address.kind:
        case Kind.FILE:
            raw = _read_file(Path(address.name), size_limit)
        case Kind.STDIN:
            raw = _read_stdin(size_limit)
        case Kind.REVISION:
            # Files, the common case, should not wait for this import.
            from tui.article.sources.git import read_revision  # noqa: PLC0415

            raw = read_revision(address.name, size_limit)
    if raw is None:
        raise ArticleError(
            f"{address} is larger than {size_limit / 1_000_000:,g} MB; cut it into smaller "
            "files, or raise the limit with `--size-limit` (in MB)."
        )
    if not raw:
        raise ArticleError(f"{address} is empty; give a file with text in it.")
    return raw


def _read_file(path: Path, size_limit: int) -> bytes | None:
    """Read a regular file; `None` when it is too large."""
    try:
        # The kind is asked before opening: to open a pipe can wait for ever,
        # and to open a device can set it going.
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ArticleError(f"{path} is a folder; give a file in it.")
        handed = stat.S_ISFIFO(mode) and path.parent in _HANDED
        if not (stat.S_ISREG(mode) or handed):
            raise ArticleError(
                f"{path} is a pipe, a device or a socket; "
                "save what it gives in a file and open that."
            )
        with open(path, "rb", opener=None if handed else _open_at_once) as file:
            # A system file can call itself regular and have nothing to give yet.
            raw = _read_up_to(file, size_limit + 1)
    except FileNotFoundError as error:
        raise ArticleError(f"{path} does not exist; check the name.") from error
    except PermissionError as error:
        raise ArticleError(
            f"{path} cannot be read: permission denied; "
            "ask for the right to read it, or give it with `chmod u+r`."
        ) from error
    except (OSError, ValueError) as error:
        trouble = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ArticleError(
            f"{path} cannot be read: {trouble.lower()}; check the name and the disk."
        ) from error
    return raw if len(raw) <= size_limit else None


def _read_up_to(file: BinaryIO, size: int) -> bytes:
    """Read so many bytes or to the end; no more is asked for at once than a piece."""
    pieces: list[bytes] = []
    while size > 0 and (piece := file.read(min(size, _PIECE))):
        pieces.append(piece)
        size -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _open_at_once(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _read_stdin(size_limit: int) -> bytes | None:
    """Read on until the end or the limit; `None` when there is more."""
    if sys.stdin is None:
        raise ArticleError("standard input is closed; give a file with text in it.")
    if sys.stdin.isatty():
        raise UsageError(
            "standard input is the keyboard; pipe a text into it, "
            "as in `cat draft.txt | diptych - other.txt`."
        )
    wanted = size_limit + 1 - sum(map(len, _come_in))
    try:
        more = _read_up_to(sys.stdin.buffer, wanted)
    except OSError as error:
        raise ArticleError(
            f"standard input cannot be read: {(error.strerror or str(error)).lower()}; "
            "save the text in a file and open that."
        ) from error
    if more:
        _come_in.append(more)
    raw = b"".join(_come_in)
    return raw if len(raw) <= size_limit else None
