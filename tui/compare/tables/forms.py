"""House variants, abbreviations and units, as their files list them.

In: the text files beside this one. Out: forms by key. What a form stands for in a text
is `model`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.compare.tables.files import endings, lines, phrases, short_forms
from tui.compare.tables.values import Keys


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Currencies and measures by the keys of their single words and signs."""

    names: dict[str, str] = field(default_factory=dict)
    beside_numbers: set[str] = field(default_factory=set)
    """Those that are ordinary words, or one letter or two, where no number is near."""


@dataclass(frozen=True, slots=True, eq=False)
class Abbreviations:
    """Short forms and what they stand for."""

    longs: dict[Keys, frozenset[Keys]] = field(default_factory=dict)
    """By short form: its long forms, in American spelling."""
    capitals: set[Keys] = field(default_factory=set)
    """Short forms that are written in capitals only."""
    pointed: set[str] = field(default_factory=set)
    """Words that may have a point after them."""

    def add(self, short: Keys, longs: Iterable[Keys]) -> None:
        """Take in what a short form stands for, beside what it stood for."""
        known = self.longs.get(short)
        self.longs[short] = known.union(longs) if known else frozenset(longs)


def read_variants() -> dict[Keys, Keys]:
    """The built-in house variants of English, by form: the first form of its entry."""
    variants: dict[Keys, Keys] = {}
    for section, line in lines("variants.txt"):
        listed = phrases(line)
        for ending in endings(section):
            first, *others = [(*keys[:-1], keys[-1] + ending) for keys in listed]
            variants[first] = first
            variants.update(dict.fromkeys(others, first))
    return variants


def read_abbreviations() -> Abbreviations:
    """The built-in abbreviations of English."""
    abbreviations = Abbreviations()
    otherwise: set[Keys] = set()
    for _, line in lines("abbreviations.txt"):
        short, _, long = line.partition("|")
        longs = phrases(long)
        for form in short_forms(short):
            abbreviations.pointed.update(form.pointed)
            if longs:
                abbreviations.add(form.keys, longs)
                (abbreviations.capitals if form.capitals else otherwise).add(form.keys)
    # LA is Los Angeles, La. Louisiana.
    abbreviations.capitals.difference_update(otherwise)
    return abbreviations


def read_units(abbreviations: Abbreviations, *, signs_only: bool) -> Units:
    """The units; what their short forms stand for is added to the abbreviations."""
    units = Units()
    for section, line in lines("units.txt"):
        words, _, signs = line.partition("|")
        longs = phrases(words)
        shorts = short_forms(signs)
        name = " ".join(longs[0])
        for keys in [form.keys for form in shorts] + ([] if signs_only else longs):
            if len(keys) == 1:
                key = keys[0]
                units.names.setdefault(key, name)
                if key.isalpha() and (len(key) <= 2 or section == "beside a number"):
                    units.beside_numbers.add(key)
        for form in () if signs_only else shorts:
            abbreviations.pointed.update(form.pointed)
            abbreviations.add(form.keys, longs)
    return units
