"""Cut text into words and marks, and fold each to the key it is compared by.

In: one paragraph's text. Out: keys in order, each with its place in the text.
Which keys belong together is other files' business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from tui.compare.model import Wording

_DASHES = "\\-\u2010-\u2015\u2212"
_HYPHENS = "\\-\u2010\u2011"
_APOSTROPHES = "'\u2019\u02bc\uff07"
# Everything that is neither a blank nor a letter, figure or combining mark.
# Written as ranges because `re` knows no Unicode categories, and `\w` would
# cut Devanagari and Thai at every vowel sign.
_MARKS = (
    "\x00-/:-@\\[-^`{-~\x7f-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7"
    "\u2000-\u200a\u200e-\u206f\u20a0-\u20c0\u2190-\u2bff\u2e00-\u2e7f"
    "\u3000-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufe10-\ufe19\ufe30-\ufe6b"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufff0-\uffff"
    "\U0001f000-\U0001faff"
)
_WORD = f"[^\\s{_MARKS}]"
_IDEOGRAPH = (
    "[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"
)
_COMBINING = "[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_TOKEN = re.compile(
    f"(?:[^\\W\\d_]\\.){{2,}}(?:[{_HYPHENS}]{_WORD}+)*"  # U.S. and U.S.-led
    "|\\d+(?:[.,:\u2013-]\\d+)+"  # 3,000 and 2.5 and 2005-2007
    f"|{_IDEOGRAPH}{_COMBINING}*"  # no blanks to go by: every sign for itself
    f"|{_WORD}+(?:[{_APOSTROPHES}{_HYPHENS}]{_WORD}+)*"
    "|[\U0001f1e6-\U0001f1ff]{2}"  # a flag
    f"|[\\.\u2026]{{2,}}|[{_DASHES}]+"  # an ellipsis, a dash
    f"|\\S{_COMBINING}*(?:\u200d\\S{_COMBINING}*)*"  # one mark, one emoji
)

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u2026": "...",
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\u00ad": None,
        "\u200b": None,
    }
)
_DASH_RUN = re.compile("-{2,}")
_DOT_RUN = re.compile(r"\.{2,}")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}")


_NORMALIZED_UP_TO = 1_000
"""Letters of the longest word that is normalized: putting thousands of accents
on one letter in order takes quadratic time."""


def _typography(surface: str) -> str:
    if len(surface) <= _NORMALIZED_UP_TO:
        surface = unicodedata.normalize("NFC", surface)
    folded = surface.translate(_TYPOGRAPHY)
    return _DOT_RUN.sub("...", _DASH_RUN.sub("-", folded)).replace("''", '"')


def _points(surface: str) -> str:
    return _ACRONYM.sub(lambda found: found.group().replace(".", ""), surface)


LADDER: tuple[tuple[Wording, Callable[[str], str]], ...] = (
    (Wording.TYPOGRAPHY, _typography),
    (Wording.POINTS, _points),
    (Wording.CASE, str.casefold),
)
"""The folds, in the order they are applied; each explains one class of difference."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of one text, in order; blanks are not among them."""

    keys: tuple[str, ...]
    """What each is compared by: folded over the whole ladder."""
    starts: tuple[int, ...]
    """Where each begins; code points from 0."""
    ends: tuple[int, ...]
    """Where each ends, one past its last character."""


_keys: dict[str, str] = {}
_KEYS_KEPT = 200_000


def _key(surface: str) -> str:
    folded = surface
    for _, fold in LADDER:
        folded = fold(folded)
    # A mark that folds to nothing (a soft hyphen alone) keeps its surface.
    folded = folded or surface
    if len(_keys) >= _KEYS_KEPT:
        _keys.clear()
    _keys[surface] = folded
    return folded


def words_of(text: str) -> Words:
    """Cut `text` into words and marks.

    A word keeps its inner apostrophes, hyphens and points (`don't`, `U.S.-led`,
    `3,000`); a run of dots or of dashes is one mark; in Chinese and Japanese
    every sign is a word. Text without words gives three empty tuples.
    """
    surfaces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(text):
        surfaces.append(found.group())
        start, end = found.span()
        starts.append(start)
        ends.append(end)
    known = _keys.get
    keys = tuple([known(surface) or _key(surface) for surface in surfaces])
    return Words(keys, tuple(starts), tuple(ends))


def is_word(key: str) -> bool:
    """Whether a key is a word or a figure, and not a punctuation mark."""
    return any(map(str.isalnum, key))


def first_rung(left: str, right: str) -> Wording:
    """The first rung of the ladder on which two stretches of text are equal.

    Blanks are left out of it; stretches that differ by blanks alone are
    `SPACING`, those that no rung makes equal are `WORDS`.
    """
    left, right = "".join(left.split()), "".join(right.split())
    if left == right:
        return Wording.SPACING
    for wording, fold in LADDER:
        left, right = fold(left), fold(right)
        if left == right:
            return wording
    return Wording.WORDS
