"""Turn the bytes of a file into text.

In: bytes and the name they came by. Out: `Decoded`, the text as it stands,
controls and all, and what it was written in. Where bytes come from, lines and
paragraphs are other files' business.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from tui.article.sources.binary import refuse_binary, refuse_controls

DAMAGED_UP_TO = 0.4
"""Share (0 to 1) of broken places among all that is not ASCII up to which a
text is damaged UTF-8. Prose in an old encoding has more: 0.5 and up."""

NULS_IN_LATIN = 0.4
"""Share (0 to 0.5) of NUL bytes from which what is else plain text is UTF-16."""

STRANGE_UP_TO = 0.02
"""Share (0 to 1) of signs that hardly any text holds up to which bytes are UTF-16."""

SAMPLE_LIMIT = 50_000
"""Bytes that an encoding is guessed from; more cost time and change nothing."""

CONTEXT = 1_000
"""Bytes of the sample before the first that is not ASCII."""

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

# What prose has been saved in by office programs and mailers; asked about
# more (the DOS and EBCDIC pages), the detector is more often wrong.
_OLD = {
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp1257": "Windows-1257",
    "cp874": "Windows-874",
    "iso8859-2": "ISO-8859-2",
    "iso8859-15": "ISO-8859-15",
    "mac-roman": "Mac Roman",
    "koi8-r": "KOI8-R",
    "cp932": "Shift JIS",
    "euc_jis_2004": "EUC-JP",
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "cp949": "EUC-KR",
}

_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_ASCII = bytes(range(0x80))
_ASCII_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text."""

    text: str
    """Without a byte order mark; line ends as they were. `U+FFFD` stands for
    what is broken; there are no lone surrogates."""
    encoding: str
    """Its usual name: `Windows-1252`."""
    guessed: bool
    """Whether nothing states the encoding, neither a mark nor the bytes themselves."""


def decode(name: str, raw: bytes) -> Decoded:
    """Read the bytes in the encoding they state, else in UTF-8, else in a guessed one.

    A byte order mark states it; bytes that are all well-formed UTF-8 state
    it too, and no bytes are an empty text in UTF-8. What cannot be read in the
    encoding found becomes `U+FFFD`; a text is never refused for it.

    Raises:
        NotTextError: The file is binary. The error names it by `name`.
    """
    for mark, codec, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(codec, "replace")
            refuse_controls(name, text.encode())
            return Decoded(text, encoding, guessed=False)
    refuse_binary(name, raw)
    utf_16 = _utf_16_codec(raw)
    if utf_16 is not None:
        return Decoded(raw.decode(utf_16, "replace"), "UTF-16", guessed=True)
    refuse_controls(name, raw)
    try:
        return Decoded(raw.decode(), "UTF-8", guessed=False)
    except UnicodeDecodeError:
        return _decode_old(raw)


def _decode_old(raw: bytes) -> Decoded:
    """Read what is not wholly UTF-8."""
    text = raw.decode("utf-8", "replace")
    signs = len(text) - (len(raw) - len(raw.translate(None, _ASCII)))
    broken = text.count("\ufffd") - raw.count("\ufffd".encode())
    if broken <= DAMAGED_UP_TO * signs:
        return Decoded(text, "UTF-8", guessed=True)
    codec = _old_codec(raw)
    return Decoded(raw.decode(codec, "replace"), _OLD[codec], guessed=True)


def _utf_16_codec(raw: bytes) -> str | None:
    """Tell UTF-16 without a mark, and its byte order; `None` when it is something else."""
    head = raw[:SAMPLE_LIMIT]
    nuls = head.count(0)
    if not nuls or len(head) < 2:
        return None
    # Every other script than Latin leaves control characters among its bytes.
    rest = head.replace(b"\0", b"")
    if nuls < NULS_IN_LATIN * len(head) and rest == rest.translate(None, _ASCII_CONTROLS):
        return None
    sample = head[: len(head) // 2 * 2]
    strange, _, codec = min(_strangeness(sample, codec) for codec in ("utf-16-le", "utf-16-be"))
    return codec if strange <= STRANGE_UP_TO * len(sample) / 2 else None


def _strangeness(sample: bytes, codec: str) -> tuple[int, int, str]:
    """Tell how little it reads like a text, by strange signs and then by blocks of Unicode.

    In the wrong byte order, the signs of one script are strewn over many blocks.
    """
    text = sample.decode(codec, "replace")
    return sum(map(_is_strange, text)), len({ord(sign) >> 8 for sign in text}), codec


def _is_strange(sign: str) -> bool:
    """Whether hardly any text holds it: controls, signs without a meaning, invisible operators."""
    if sign.isspace():
        return False
    return (
        sign == "\ufffd"
        or "\u2060" <= sign <= "\u206f"
        or unicodedata.category(sign) in ("Cc", "Cn", "Co")
    )


def _old_codec(raw: bytes) -> str:
    """Guess the codec, one of `_OLD`, from a sample."""
    # Well-formed UTF-8, the common case, should not wait for this import.
    from tui.article.sources.western import best_western, is_western  # noqa: PLC0415

    found = _NOT_ASCII.search(raw)
    start = max(0, found.start() - CONTEXT) if found else 0
    # Colours and stray controls would make the detector think of a program.
    sample = raw[start : start + SAMPLE_LIMIT].translate(None, _ASCII_CONTROLS)
    # A line end first, since it takes a text that begins with BM for a picture.
    codec = _ask_detector(sample)
    return best_western(sample, codec) if is_western(codec) else codec


def _ask_detector(sample: bytes) -> str:
    # Few texts need it, and it takes a tenth of a second to load.
    import chardet  # noqa: PLC0415

    found = chardet.detect(
        # A line end first: it takes a text that begins with BM for a picture.
        b"\n" + sample,
        prefer_superset=False,
        compat_names=False,
        include_encodings=_OLD,
        no_match_encoding="cp1252",
    )
    return found["encoding"] or "cp1252"
