"""Tell the Western encodings of one byte a sign from one another.

In: bytes that are prose of Western Europe. Out: the codec in which they read
best. Other encodings are the detector's business.

An English text holds few signs that are not ASCII, too few for a statistics
of letters; where they stand tells more. What is `é` to a
Macintosh is a capital `Ž` to Windows, and no word is `cafŽ`.
"""

from __future__ import annotations

import re

# Latin-1 is not among them: its own signs are read alike as cp1252, and its
# controls from 0x80 on are never meant.
_CODECS = ("cp1252", "mac-roman", "iso8859-15")

_LOWER = "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþœß"
_LETTERS = frozenset(_LOWER + _LOWER.replace("ß", "").upper())
_WORDS_OF_ONE = frozenset("àÀèÈé")

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = r"[^\W\d_]"
_SIGNS = "‘“”„‚«»‹›…•·°£€©®™§ºª"
_SIGN_IN_PLACE = re.compile(
    rf"[’–—\xa0]|(?<!\w)[¿¡]|(?<!{_LETTER})[{_SIGNS}]|[{_SIGNS}](?!{_LETTER})"
)


def is_western(codec: str) -> bool:
    """Whether it is one of those that this file tells apart."""
    return codec in _CODECS


def best_western(sample: bytes, guess: str) -> str:
    """Choose the codec in which most signs stand where prose has them; `guess` when even."""
    others = (codec for codec in _CODECS if codec != guess)
    return max((guess, *others), key=lambda codec: _in_place(sample.decode(codec, "replace")))


def _in_place(text: str) -> int:
    """Count the signs, none of them ASCII, that stand where prose has them."""
    words = (word for word in _WORD.findall(text) if not word.isascii() and _is_well_cased(word))
    letters = sum(letter in _LETTERS for word in words for letter in word)
    return letters + len(_SIGN_IN_PLACE.findall(text))


def _is_well_cased(word: str) -> bool:
    if len(word) == 1:
        return word in _WORDS_OF_ONE
    return word[1:].islower() or word.isupper()
