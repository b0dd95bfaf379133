"""Read numbers and times of day from words and figures.

In: keys. Out: a `Number` or a `Time`, or `None` for what is neither. Where in a
text numbers begin and end is other files' business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from tui.compare.tables.files import lines
from tui.compare.tables.values import Number, Time

MOST_WORDS = 12
"""Words of the longest number that is read."""

LONGEST = 40
"""Characters of the longest single figure or number word that is read."""

_FIGURES = re.compile(
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}|\d+)?"  # 3,000 and 1,50,000
    r"(?:\.(?P<decimals>\d+))?"
    "(?P<part>[\u00bc-\u00be\u2150-\u215e])?"
    r"(?P<ending>[a-z]{1,3})?"
)
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_PARTS = {
    "\u00bc": Fraction(1, 4),
    "\u00bd": Fraction(1, 2),
    "\u00be": Fraction(3, 4),
    "\u2150": Fraction(1, 7),
    "\u2151": Fraction(1, 9),
    "\u2152": Fraction(1, 10),
    "\u2153": Fraction(1, 3),
    "\u2154": Fraction(2, 3),
    "\u2155": Fraction(1, 5),
    "\u2156": Fraction(2, 5),
    "\u2157": Fraction(3, 5),
    "\u2158": Fraction(4, 5),
    "\u2159": Fraction(1, 6),
    "\u215a": Fraction(5, 6),
    "\u215b": Fraction(1, 8),
    "\u215c": Fraction(3, 8),
    "\u215d": Fraction(5, 8),
    "\u215e": Fraction(7, 8),
}
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:(?P<mark>[.:])(?P<minute>[0-5]\d))?(?P<half>[ap]m)?")
_HALVES = frozenset(("am", "pm"))
_NAMED_HOURS = {"noon": 12, "midday": 12, "midnight": 0}
_GROUP = 3
"""Figures of a group in 3 000 000."""
_DOZEN = 12
_HUNDRED = 100


@dataclass(frozen=True, eq=False)
class Numerals:
    """The number words of one language; none but figures without them."""

    cardinals: dict[str, int] = field(default_factory=dict)
    """Values 0 to 90."""
    ordinals: dict[str, str] = field(default_factory=dict)
    """By ordinal: the cardinal."""
    scales: dict[str, int] = field(default_factory=dict)
    """What a number before it is multiplied by."""
    shorts: dict[str, int] = field(default_factory=dict)
    """Short forms of the scales, after figures only."""
    parts: dict[str, Fraction] = field(default_factory=dict)
    """Parts of one, as in two thirds."""
    decimal_comma: bool = False
    """Whether 3,5 is three and a half and 3.000 three thousand."""

    @cached_property
    def _words(self) -> frozenset[str]:
        """Every word that a number can hold: what begins with another one is none."""
        return frozenset(
            (*self.cardinals, *self.ordinals, *self.scales, *self.parts, "a", "an", "minus", "half")
        )

    def _is_none(self, key: str) -> bool:
        """Whether a word plainly begins no number: a quick no, for most words are none."""
        return key.isalpha() and key not in self._words

    def number(self, keys: Sequence[str]) -> Number | None:
        """The number that all of `keys` write together."""
        if keys and self._is_none(keys[0]):
            return None
        if not 0 < len(keys) <= MOST_WORDS or any(len(key) > LONGEST for key in keys):
            return None
        first = keys[0]
        if first == "minus" and self.cardinals:
            found = self.number(keys[1:])
            return Number(-found.value) if found and not found.ordinal else None
        if not first.isalpha() and any(map(str.isnumeric, first)):
            return self._from_figures(keys)
        words = [part for key in keys for part in key.split("-")]
        part = self._parts_of_one(words)
        if part is not None:
            return Number(part)
        cardinal = self.ordinals.get(words[-1])
        if cardinal is not None:
            words[-1] = cardinal
        value = self._counted(words)
        return None if value is None else Number(value, ordinal=cardinal is not None)

    def in_figures(self, key: str) -> str:
        """A compound that begins with a number word, with figures: five-year as 5-year.

        Also without a compound, twenty-five as 25; any other key as it is.
        """
        if not self.cardinals or len(key) > LONGEST or self._is_none(key):
            return key
        words = key.split("-")
        if self._is_none(words[0]):
            return key
        for end in range(min(len(words), MOST_WORDS), 0, -1):
            found = self.number(words[:end]) if words[0].isalpha() else None
            if found is not None and found.value.denominator == 1:
                figures = str(found.value) + (_ordinal_ending(found) if found.ordinal else "")
                return "-".join((figures, *words[end:]))
        return key

    def time(self, keys: Sequence[str]) -> Time | None:
        """The time of day that all of `keys` write together."""
        if not keys or any(len(key) > LONGEST for key in keys):
            return None
        *words, last = keys
        if self._is_none(last) and last not in _NAMED_HOURS and last not in _HALVES:
            return None
        if last in _NAMED_HOURS and self.cardinals:
            hour = _NAMED_HOURS[last]
            fits = not words or words in (["12"], ["twelve"])
            return Time(hour * 60, certain=True) if fits else None
        if last == "o'clock" and len(words) == 1:
            found = _CLOCK.fullmatch(self.in_figures(words[0]))
            if found is None or found["mark"] or found["half"] or int(found["hour"]) > _DOZEN:
                return None
            return Time(int(found["hour"]) % 24 * 60, certain=True)
        half = last if last in _HALVES else ""
        words = words if half else [*words, last]
        found = _CLOCK.fullmatch(self.in_figures(words[0])) if len(words) == 1 else None
        return None if found is None or (half and found["half"]) else _time(found, half)

    def _from_figures(self, keys: Sequence[str]) -> Number | None:
        first, *rest = keys
        if self.decimal_comma:
            first = first.translate({ord(","): ".", ord("."): ","})
        if first.isdecimal() and len(first) <= _GROUP and not first.startswith("0"):
            while rest and rest[0].isdecimal() and len(rest[0]) == _GROUP:
                first += rest.pop(0)
        found = _FIGURES.fullmatch(first)
        if found is None or not (found["whole"] or found["part"] or found["decimals"]):
            return None
        value = Fraction(int((found["whole"] or "0").replace(",", "")))
        if found["decimals"]:
            value += Fraction(int(found["decimals"]), 10 ** len(found["decimals"]))
        if found["part"]:
            if found["decimals"]:
                return None
            value += _PARTS.get(found["part"], 0)
        ending = found["ending"]
        if ending in _ORDINAL_ENDINGS:
            return None if rest or value.denominator > 1 else Number(value, ordinal=True)
        if ending:
            rest.insert(0, ending)
        return self._scaled(value, rest)

    def _scaled(self, value: Fraction, words: Sequence[str]) -> Number | None:
        for at, word in enumerate(words):
            scale = self.scales.get(word)
            if scale is None and at == len(words) - 1 == 0:
                scale = self.shorts.get(word)
            if scale is None:
                return None
            value *= scale
        return Number(value)

    def _parts_of_one(self, words: Sequence[str]) -> Fraction | None:
        """Half, two thirds, a quarter, half a million; two and a half."""
        *count, last = words
        if words[0] == "half" and len(words) > 1:
            rest = words[2:] if words[1] in ("a", "an") else words[1:]
            if len(rest) == 1 and rest[0] in self.scales:
                return Fraction(self.scales[rest[0]], 2)
            return None
        if last in self.scales and "and" in count:
            part = self._parts_of_one(count)
            return None if part is None else part * self.scales[last]
        if last not in self.parts:
            return None
        part = self.parts[last]
        if len(count) > 2 and count[-2:] in (["and", "a"], ["and", "one"]):
            whole = self._counted(count[:-2])
            return None if whole is None else whole + part
        if not count:
            return part if last == "half" else None
        if count in (["a"], ["an"]):
            # A third man is no third of a man.
            return part if last in ("half", "quarter") else None
        if len(count) > 1 or count[0] not in self.cardinals:
            return None
        value = self.cardinals[count[0]]
        # Twenty-fifth is a place in a row, one fifth is a part.
        return part * value if value == 1 or last.endswith("s") else None

    def _counted(self, words: Sequence[str]) -> Fraction | None:
        """What cardinals, scales and `and` come to."""
        if words[0] in ("a", "an"):
            words = words[1:]
            if not words or words[0] not in self.scales:
                return None
        total, last_scale = 0, 0
        below: int | None = None
        for at, word in enumerate(words):
            scale = self.scales.get(word, 0)
            if word == "and":
                if at == len(words) - 1 or not (below or total) or (below or 0) % _HUNDRED:
                    return None
            elif word in self.cardinals:
                below = _joined(below, self.cardinals[word], is_first=at == 1)
                if below is None:
                    return None
            elif not scale or below == 0 or (last_scale and scale >= last_scale):
                return None
            elif scale > _HUNDRED:
                total += (below or 1) * scale
                below, last_scale = None, scale
            else:
                below = (below or 1) * scale
                if below > _HUNDRED * _HUNDRED:
                    return None
        return Fraction(total + (below or 0))


def _joined(before: int | None, value: int, *, is_first: bool) -> int | None:
    """Two cardinals beside one another as one number; years too, as in nineteen eighty."""
    if before is None:
        return value
    if value and before % _HUNDRED == 0 and before:
        return before + value
    if 0 < value < 10 and before % 10 == 0 and before % _HUNDRED >= 20:
        return before + value
    if is_first and 10 <= before <= 20 and value >= 10:
        return before * _HUNDRED + value
    return None


def _time(found: re.Match[str], half: str) -> Time | None:
    half = half or found["half"] or ""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if not (half or found["mark"]) or hour >= 24 or (half and not 1 <= hour <= _DOZEN):
        return None
    if half:
        hour = hour % _DOZEN + (_DOZEN if half == "pm" else 0)
    return Time(hour * 60 + minute, certain=bool(half) or found["mark"] == ":")


def _ordinal_ending(number: Number) -> str:
    value = int(number.value)
    if value % _HUNDRED in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def read_numerals() -> Numerals:
    """The built-in number words of English."""
    cardinals: dict[str, int] = {}
    ordinals: dict[str, str] = {}
    scales: dict[str, int] = {}
    shorts: dict[str, int] = {}
    parts: dict[str, Fraction] = {}
    for section, line in lines("numbers.txt"):
        first, *words = line.split()
        if section in ("words", "scales"):
            (cardinals if section == "words" else scales)[words[0]] = int(first)
            for ordinal in words[1:]:
                ordinals[ordinal] = words[0]
                if int(first) > 2:
                    part = Fraction(1, int(first))
                    parts.update({ordinal: part, ordinal + "s": part})
        elif section == "shorts":
            shorts.update(dict.fromkeys(words, int(first)))
        elif section == "parts":
            parts.update(dict.fromkeys(words, Fraction(first)))
    return Numerals(cardinals, ordinals, scales, shorts, parts)


def figures_of(language: str) -> Numerals:
    """Figures alone, as a language other than English writes them."""
    return Numerals(
        decimal_comma=any(
            section == "commas" and language in line.split()
            for section, line in lines("numbers.txt")
        )
    )
