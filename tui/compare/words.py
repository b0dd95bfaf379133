"""Cut text into words and marks, and fold each to the key it is compared by.

In: one paragraph's text. Out: keys in order, each with its place in the text.
Which keys belong together is other files' business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate, chain
from typing import TypeVar

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
    # Punctuation of other scripts, but for what stands inside a word: an
    # Armenian question mark, a Hebrew geresh, the point between Tibetan syllables.
    "\u037e\u0387\u0589\u05c0\u05c3\u060c\u060d\u061b\u061d-\u061f\u066a\u06d4\u0700-\u070d"
    "\u07f7-\u07f9\u0830-\u083e\u085e\u0964\u0965\u0df4\u0e4f\u0e5a\u0e5b\u0f04-\u0f0a"
    "\u0f0d-\u0f12\u0f14\u0f3a-\u0f3d\u104a\u104b\u10fb\u1360-\u1368\u166e\u1735\u1736"
    "\u17d4-\u17d6\u17d8-\u17da\u1800-\u1805\u1808\u1809\u1944\u1945\u1b5a-\u1b60"
    "\u1c3b-\u1c3f\u1c7e\u1c7f\ua4fe\ua4ff\ua876\ua877\ua8ce\ua8cf\ua92f\ua9c1-\ua9cd"
    "\uaa5d-\uaa5f\uabeb\ufd3e\ufd3f"
)
_COMBINING = (
    "[\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_IDEOGRAPH = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f"
)
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_THAI = "\u0e01-\u0e2e\u0e81-\u0eae\u0edc-\u0edf"
_THAI_BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4"
_THAI_ABOVE = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
_THAI_AFTER = "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u0ebd"
_BURMESE = (
    "\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081"
)
_BURMESE_SIGN = (
    "\u102b-\u1038\u103a-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d"
    "\u1071-\u1074\u1082-\u108f"
)
_TIBETAN = "\u0f00\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f84\u0f86-\u0fbc"
# Khmer, Tai Tham, Balinese, Javanese: letters, what puts a letter under
# another, and the vowels and other signs on them.
_STACKED = "\u1780-\u17b3\u1a20-\u1a54\u1b05-\u1b33\u1b45-\u1b4c\ua984-\ua9b2"
_STACKER = "\u17d2\u1a60\u1b44\ua9c0"
_STACKED_SIGN = (
    "\u17b4-\u17d1\u17d3\u17dd\u1a55-\u1a5f\u1a61-\u1a7c\u1b00-\u1b04\u1b34-\u1b43"
    "\ua980-\ua983\ua9b3-\ua9bf"
)
_UNSPACED = (
    f"{_IDEOGRAPH}{_KATAKANA}{_THAI}{_THAI_BEFORE}{_THAI_ABOVE}{_THAI_AFTER}"
    f"{_BURMESE}{_BURMESE_SIGN}\u1039{_TIBETAN}\u0f0b\u0f0c{_STACKED}{_STACKER}{_STACKED_SIGN}"
)
"""Letters and signs of the scripts that put no blanks between words."""
_WORD = f"[^\\s{_MARKS}{_UNSPACED}]"
# A sign, or about a syllable: less than a word often, but never a letter
# without its vowels and accents. A zero-width space after it tells where a
# word ends, and is not there to be read. Counted, so that no endless run of
# signs is one word.
_SYLLABLE = (
    f"(?:[{_IDEOGRAPH}]{_COMBINING}*"
    f"|(?:[{_KATAKANA}]{_COMBINING}*){{1,99}}"  # foreign words in Japanese
    f"|[{_THAI_BEFORE}]?[{_THAI}][{_THAI_ABOVE}]*[{_THAI_AFTER}]*"
    f"|[{_BURMESE}](?:\u1039[{_BURMESE}]|[{_BURMESE_SIGN}]){{0,99}}"
    f"(?:[{_BURMESE}]\u1037?\u103a(?:\u1039[{_BURMESE}]|[{_BURMESE_SIGN}]){{0,99}}){{0,9}}"
    f"|[{_TIBETAN}]{{1,99}}[\u0f0b\u0f0c]?"
    f"|[{_STACKED}](?:[{_STACKER}][{_STACKED}]|[{_STACKER}{_STACKED_SIGN}]){{0,99}}"
    ")\u200b*"
)
_TOKEN = re.compile(
    "[A-Za-z]++(?=[ ,])|"  # most words of a Latin text, found without trying the rest
    f"(?:[^\\W\\d_]\\.){{2,}}(?:[{_HYPHENS}]{_WORD}+)*"  # U.S. and U.S.-led
    # 3,000 and 2005-2007, and 2.1bn and 7.8-magnitude
    f"|\\d+(?:[.,:\u2013-]\\d+)+{_WORD}*+(?:[{_HYPHENS}]{_WORD}+)*"
    f"|{_WORD}+(?:[{_APOSTROPHES}{_HYPHENS}]{_WORD}+)*"
    f"|{_SYLLABLE}"  # no blanks to go by
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
        **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF66, 0xFFA0)},
        "\u00ad": None,
        "\u0640": None,  # the Arabic letter that only makes a word longer
        "\u0f0b": None,  # between Tibetan syllables, left out before a mark
        "\u0f0c": None,
        "\u200b": None,
        "\u2060": None,
        "\ufeff": None,
    }
)
_DASH_RUN = re.compile("-{2,}")
_DOT_RUN = re.compile(r"\.{2,}")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}")
_BLANK = re.compile(r"^(?=\S)|(?<!\s)\s++(?=\S)")
"""What is before a stretch without blanks; at the start of a text it may be nothing."""


_NORMALIZED_UP_TO = 1_000
"""Letters of the longest word that is normalized: putting thousands of accents
on one letter in order takes quadratic time."""
_CHUNK_KEPT_UP_TO = 64
"""Letters of the longest stretch between two blanks that is remembered."""
AT_REST = 10_000
"""Words that may stay remembered when the work is done: 2 MB."""
_CHUNKS_KEPT = 100_000
"""Stretches of which the words are remembered: some 40 MB."""


def _typography(surface: str) -> str:
    folded = surface.translate(_TYPOGRAPHY)
    if len(folded) <= _NORMALIZED_UP_TO:
        folded = unicodedata.normalize("NFC", folded)
    return _DOT_RUN.sub("...", _DASH_RUN.sub("-", folded)).replace("''", '"')


def _points(surface: str) -> str:
    return _ACRONYM.sub(lambda found: found.group().replace(".", ""), surface)


def _case(surface: str) -> str:
    # The Turkish capital dotted i folds to two characters, its small letter to one.
    return surface.casefold().replace("i\u0307", "i")


LADDER: tuple[tuple[Wording, Callable[[str], str]], ...] = (
    (Wording.TYPOGRAPHY, _typography),
    (Wording.POINTS, _points),
    (Wording.CASE, _case),
)
"""The folds, in the order they are applied; each explains one class of difference."""


T = TypeVar("T")


class Chunks(dict[str, T]):
    """What is known of stretches between blanks, made when first asked for.

    Most stretches of a text were seen before, and a dictionary finds them
    tens of times as quickly as a regular expression cuts them.
    """

    def __init__(self, make: Callable[[str], T], kept: int) -> None:
        """`make` is asked about a new stretch; at most `kept` are remembered."""
        self._make = make
        self._kept = kept

    def __missing__(self, chunk: str) -> T:
        made = self._make(chunk)
        if len(chunk) <= _CHUNK_KEPT_UP_TO:
            if len(self) >= self._kept:
                self.clear()
            self[chunk] = made
        return made


class Words:
    """The words and marks of one text, in order; blanks are not among them."""

    __slots__ = ("_chunks", "_ends", "_starts", "_text", "keys")

    keys: tuple[str, ...]
    """What each is compared by: folded over the whole ladder."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._chunks = text.split()
        self.keys = tuple(chain.from_iterable(map(_chunk_keys.__getitem__, self._chunks)))
        self._starts: tuple[int, ...] | None = None
        self._ends: tuple[int, ...] = ()

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each begins; code points from 0."""
        if self._starts is None:
            self._starts, self._ends = self._measured()
        return self._starts

    @property
    def ends(self) -> tuple[int, ...]:
        """Where each ends, one past its last character."""
        if self._starts is None:
            self._starts, self._ends = self._measured()
        return self._ends

    def _measured(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where the words begin and end, as most who compare never ask."""
        steps = map(_chunk_steps.__getitem__, self._chunks)
        before = -1
        if len(self._text) != sum(map(len, self._chunks)) + len(self._chunks) - 1:
            # A blank of several signs, or one at an end.
            steps = map(_stepped, _BLANK.findall(self._text), steps)
            before = 0
        places = tuple(accumulate(chain.from_iterable(steps), initial=before))
        return places[1::2], places[2::2]


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
    `3,000`); a run of dots or of dashes is one mark. Where no blanks part words,
    every Chinese sign stands for itself, as do a run of Katakana and, in Thai,
    Lao, Khmer, Burmese, Tibetan and Javanese, about a syllable. Text without
    words gives three empty tuples.
    """
    return Words(text)


def keys_of(text: str) -> list[str]:
    """The keys of the words and marks of `text` alone, in order."""
    known = _keys.get
    return [known(surface) or _key(surface) for surface in map(_surface, _TOKEN.finditer(text))]


_surface = re.Match[str].group


def _steps(chunk: str) -> tuple[int, ...]:
    """How far it is to the start and to the end of each word of a chunk, from what is before.

    The first is the blank before the chunk; words of one chunk touch.
    """
    lengths = [len(found.group()) for found in _TOKEN.finditer(chunk)]
    return (1, *(step for length in lengths for step in (length, 0)))[:-1]


def _stepped(blank: str, steps: tuple[int, ...]) -> tuple[int, ...]:
    return (len(blank), *steps[1:])


_chunk_keys = Chunks(lambda chunk: tuple(keys_of(chunk)), _CHUNKS_KEPT)
_chunk_steps = Chunks(_steps, _CHUNKS_KEPT)


def forget() -> None:
    """Give back what many different words take that are remembered; a few stay."""
    for words in (_chunk_keys, _chunk_steps, _keys):
        if len(words) > AT_REST:
            words.clear()


def first_rung(left: str, right: str) -> Wording:
    """The first rung of the ladder on which two stretches of text are equal.

    Blanks are left out of it; stretches that differ by blanks alone are
    `SPACING`, those that no rung makes equal are `WORDS`.
    """
    left, right = "".join(left.split()), "".join(right.split())
    if left == right:
        return Wording.SPACING
    for wording, fold in LADDER:
        before = left, right
        left, right = fold(left), fold(right)
        if left == right:
            # Strasse and Straße are more than capitals apart.
            sharp = wording is Wording.CASE and len({each.lower() for each in before}) > 1
            return Wording.SPELLING if sharp else wording
    return Wording.WORDS
