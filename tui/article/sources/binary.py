"""Refuse what was never meant to be read, and say what it is.

In: the bytes of a file. Out: nothing, or the error that names it. Word and
OpenDocument files are zip archives too: whoever reads those comes first.
"""

from __future__ import annotations

from tui.errors import ArticleError

BINARY_ABOVE = 0.05
"""Share of control characters (0 to 1) above which a file is no text."""

# Left out where texts have them: tabs, line ends, page breaks, overstrikes,
# and the colours of a terminal's log.
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\b\t\n\v\f\r\x1b"))

_STRETCH = 50_000
"""Bytes that are gone over at a time."""

_SAVE_AS = "open it in its program and save it as text or .docx."
_UNPACK = "unpack it and give a file in it."
_NO_WORDS = "give a file with text in it."

# The first bytes of a file, what it is then, and what to do. Short ones that
# prose could begin with, `BM` and `MZ`, are left to the control characters.
_SIGNATURES = (
    (b"%PDF-", "a PDF", "save its text in a file and open that."),
    (b"%!PS-Adobe", "a PostScript file", "save its text in a file and open that."),
    (b"{\\rtf", "an RTF document", _SAVE_AS),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old office program", _SAVE_AS),
    (b"PK\x03\x04", "a zip archive", _UNPACK),
    (b"PK\x05\x06", "an empty zip archive", _NO_WORDS),
    (b"\x1f\x8b", "packed with gzip", _UNPACK),
    (b"BZh91AY&SY", "packed with bzip2", _UNPACK),
    (b"\xfd7zXZ\x00", "packed with xz", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _NO_WORDS),
    (b"\xff\xd8\xff", "a JPEG picture", _NO_WORDS),
    (b"GIF87a", "a GIF picture", _NO_WORDS),
    (b"GIF89a", "a GIF picture", _NO_WORDS),
    (b"II*\x00", "a TIFF picture", _NO_WORDS),
    (b"MM\x00*", "a TIFF picture", _NO_WORDS),
    (b"OggS\x00", "a sound or video file", _NO_WORDS),
    (b"fLaC\x00", "a sound file", _NO_WORDS),
    (b"ID3\x03\x00", "a sound file", _NO_WORDS),
    (b"ID3\x04\x00", "a sound file", _NO_WORDS),
    (b".snd\x00", "a sound file", _NO_WORDS),
    (b"\x1a\x45\xdf\xa3", "a video file", _NO_WORDS),
    (b"\x7fELF", "a program", _NO_WORDS),
    (b"\xcf\xfa\xed\xfe", "a program", _NO_WORDS),
    (b"SQLite format 3\x00", "a database", _NO_WORDS),
)


class NotTextError(ArticleError):
    """A file that was never meant to be read: a picture, a program."""


def refuse_binary(name: str, raw: bytes) -> None:
    """Refuse a file whose first bytes tell what it is.

    Raises:
        NotTextError: They do; it says what the file is and what to do.
    """
    for signature, what, cure in _SIGNATURES:
        if raw.startswith(signature):
            raise NotTextError(f"{name} is {what}; {cure}")


def refuse_controls(name: str, raw: bytes) -> None:
    """Refuse bytes full of control characters, NUL among them; a few are a text's.

    Raises:
        NotTextError: More than `BINARY_ABOVE` of them are.
    """
    # Stretch by stretch, as what stays near at hand is gone over twice as fast.
    stretches = (raw[at : at + _STRETCH] for at in range(0, len(raw), _STRETCH))
    others = sum(len(stretch.translate(None, _CONTROLS)) for stretch in stretches)
    if len(raw) - others > BINARY_ABOVE * len(raw):
        raise NotTextError(
            f"{name} is not text: it is full of control characters; give a text file."
        )
