"""Read a file as text, or say why not.

In: the path of one file. Out: its text as it stands, controls and all.
Lines, paragraphs and folders are other files' business.
"""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

from tui.errors import ArticleError

SIZE_LIMIT = 100_000_000
"""Largest file that is read, in bytes; an endless one is told by it."""

BINARY_ABOVE = 0.05
"""Share of control characters (0 to 1) above which a file is no text."""

# Bell to escape are left out where texts have them: tabs, line ends, page
# breaks, overstrikes, and the colours of a terminal's log.
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\b\t\n\v\f\r\x1b"))

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


class NotTextError(ArticleError):
    """A file that was never meant to be read: a picture, a program."""


def read_text(path: Path) -> str:
    """Read the file as UTF-8, or as UTF-16 or UTF-32 where a byte order mark says so.

    The mark is not part of the text; line ends stay as they are.

    Raises:
        NotTextError: The file is binary.
        ArticleError: It is missing, unreadable, no regular file, too large,
            empty, or in another encoding.
    """
    try:
        raw = _read_bytes(path)
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
    if not raw:
        raise ArticleError(f"{path} is empty; give a file with text in it.")
    return _decode(path, raw)


def _read_bytes(path: Path) -> bytes:
    # The kind is asked before opening: to open a pipe can wait for ever, and
    # to open a device can set it going.
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise ArticleError(f"{path} is a folder; give a file in it.")
    if not stat.S_ISREG(mode):
        raise ArticleError(
            f"{path} is a pipe, a device or a socket; save what it gives in a file and open that."
        )
    with open(path, "rb", opener=_open_at_once) as file:
        # A system file can call itself regular and have nothing to give yet.
        raw = file.read(SIZE_LIMIT + 1) or b""
    if len(raw) > SIZE_LIMIT:
        raise ArticleError(
            f"{path} is larger than {SIZE_LIMIT // 1_000_000} MB; cut it into smaller files."
        )
    return raw


def _open_at_once(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _decode(path: Path, raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_marked(path, raw, encoding)
    _refuse_binary(path, raw)
    bare = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return bare.decode("utf-8")
    except UnicodeDecodeError as error:
        line = _line_ends(bare[: error.start]) + 1
        byte = error.start + len(raw) - len(bare) + 1
        raise ArticleError(
            f"{path} is not UTF-8 at line {line}, byte {byte} of the file; "
            "convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`."
        ) from error


def _decode_marked(path: Path, raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{path} begins with the mark of {encoding} but is not {encoding} "
            f"at byte {error.start + 1}; save it again as UTF-8."
        ) from error
    _refuse_binary(path, text.encode("utf-8"))
    return text


def _refuse_binary(path: Path, raw: bytes) -> None:
    nul = raw.find(0)
    if nul >= 0:
        raise NotTextError(
            f"{path} is not text: byte {nul + 1} is NUL; "
            "give a text file, in UTF-8 or in UTF-16 with a byte order mark."
        )
    if len(raw) - len(raw.translate(None, _CONTROLS)) > BINARY_ABOVE * len(raw):
        raise NotTextError(
            f"{path} is not text: it is full of control characters; give a text file."
        )


def _line_ends(raw: bytes) -> int:
    return raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n")
