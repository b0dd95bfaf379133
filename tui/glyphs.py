"""Spell a text with the characters that a terminal's encoding has.

In: text, the name of an encoding. Out: text just as wide, every character of it
in that encoding. What a text means, and harmless control characters, are other
files' business.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cache, lru_cache
from unicodedata import category, east_asian_width, normalize

Spelled = Callable[[str], str]

UNKNOWN = "?"
"""What stands in each cell of a character that has no likeness in ASCII."""

_SAME_WIDTH = {
    **dict.fromkeys("‘’‚‛′ʻʼ‹›", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("\u00ad‐‑‒–—―−─━═╌╍┄┅┈┉⁃", "-"),
    **dict.fromkeys("│┃║╎╏┆┇┊┋▏▎▍▋▊▉▐▕", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋", "+"),
    **dict.fromkeys("█▓▒░▇▆▅■¶", "#"),
    **dict.fromkeys("▀▔", "-"),
    **dict.fromkeys("▁▂▃▄", "_"),
    **dict.fromkeys("·…‥∙", "."),
    **dict.fromkeys("•●○◦", "o"),
    "▌": "*",
    "→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "↔": "-",
    "×": "x",
    "÷": "/",
    "⁄": "/",
    "⏎": "<",
    "✓": "x",
    "🔎": "/ ",
}
"""Signs of print and of the screen, and what is most like them in as many cells."""

_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Categories of what is drawn over or beside a letter, or not at all."""

# In the old encodings of East Asia the signs that Unicode calls ambiguous, the
# lines of a frame and curly quotes among them, are drawn two cells wide.
_EAST_ASIAN = ("gb", "big5", "euc", "shift", "cp932", "cp936", "cp949", "cp950", "johab", "hz")


def spelling(encoding: str) -> Spelled | None:
    """How text is spelled for a terminal of this encoding; None where it has every character.

    What it gives for a text is as many cells wide as the text, by the table
    that the screen is laid out with. An encoding nobody knows is taken for ASCII.
    """
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        name = "ascii"
    return None if name.startswith("utf") else _spelling(name)


@cache
def _spelling(encoding: str) -> Spelled:
    narrow_only = encoding.startswith(_EAST_ASIAN)

    def writable(grapheme: str) -> bool:
        try:
            written = [character.encode(encoding) for character in grapheme]
        except UnicodeEncodeError:
            return False
        # An encoding that announces its characters in ASCII, by escape
        # sequences for instance, is one that few terminals follow.
        if any(each[0] < 0x80 and len(each) > 1 for each in written):
            return False
        return not (narrow_only and any(east_asian_width(each) == "A" for each in grapheme))

    @lru_cache(maxsize=4096)
    def spelled_grapheme(grapheme: str, cells: int) -> str:
        if not cells:
            return ""
        for same in (grapheme, normalize("NFC", grapheme)):
            if writable(same):
                return same
        return _in_ascii(grapheme, cells)

    @lru_cache(maxsize=4096)
    def spelled(text: str) -> str:
        if text.isascii():
            return text
        from rich.cells import split_graphemes  # noqa: PLC0415 -- most terminals know Unicode

        if "\n" in text:
            return "\n".join(map(spelled, text.split("\n")))
        graphemes, _ = split_graphemes(text)
        return "".join(spelled_grapheme(text[start:end], cells) for start, end, cells in graphemes)

    return spelled


def _in_ascii(grapheme: str, cells: int) -> str:
    """The likeness of one character as a reader sees it, in as many cells."""
    known = _SAME_WIDTH.get(grapheme) or _SAME_WIDTH.get(grapheme[0])
    if known is None:
        # Letters lose their accents and joiners; what no letter is left of is unknown.
        parts = normalize("NFKD", grapheme)
        known = "".join(part for part in parts if category(part) not in _WITHOUT_WIDTH)
    if known.isascii() and known.isprintable() and 0 < len(known) <= cells:
        return known.ljust(cells)
    return UNKNOWN * cells
