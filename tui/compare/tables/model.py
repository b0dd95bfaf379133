"""The tables, asked by key.

In: keys as `tui.compare.words` folds them. Out: what they mean whichever house
wrote them. Which of two texts says what is other files' business.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from tui.compare.tables.days import Days, read_days
from tui.compare.tables.forms import (
    Abbreviations,
    Units,
    read_abbreviations,
    read_units,
    read_variants,
)
from tui.compare.tables.numbers import Numerals, figures_of, read_numerals
from tui.compare.tables.spelling import LONGEST, Spelling, read_spelling
from tui.compare.tables.values import Entries, Keys, Number, Time

MOST_WORDS = 12
"""Words of the longest expression that a table of variants or abbreviations holds."""

ENGLISH = "en"

_WORDS_KEPT = 50_000
"""Words of which it is remembered what the tables say."""

_LANGUAGES_KEPT = 16
"""Languages whose tables are remembered."""

_POSSESSIVE = "'s"
_SHORTEST_OWN = 3
"""Letters of the shortest word of a reader's own that takes endings."""

_MOST_STEPS = 9
"""Entries of a reader's own that may lead on from one to the next by their endings."""

_TELLING_MARKS = frozenset("\"'.%&$\u00a3\u20ac\u00a5\u00b0")
"""Marks that are forms of one another or of words, or end an abbreviation."""

_WORDS_FIRST = frozenset(("a", "in", "it", "no", "who", "us", "am", "pub", "fa"))
"""Abbreviations that are words in most places."""

_OWN_ENDINGS = ("s", "es", "d", "ed", "ing", "r", "er", "rs", "ers")
"""Endings with which a word is looked for that a reader added."""

_Name = TypeVar("_Name", bound=Hashable)


@dataclass(frozen=True, eq=False)
class Tables:
    """What is known of house style in one language; ask `built_in` for them."""

    language: str
    """The language of the texts, a code of two letters or three."""
    entries: Entries
    """What a reader added."""
    spelling: Spelling
    own_words: Mapping[str, str]
    """By a reader's own words: the one that stands for all that are the same."""
    first_forms: Mapping[Keys, Keys]
    """By form: the first form of its entry."""
    own_forms: Mapping[Keys, Keys]
    """The same of a reader's own entries, in American spelling."""
    abbreviations: Abbreviations
    units: Units
    days: Days
    numerals: Numerals
    remembered: dict[str, str] = field(default_factory=dict, init=False)
    """The spellings that were asked for."""
    known: dict[str, bool] = field(default_factory=dict, init=False)
    """The words that were asked for, and whether any table has them."""
    in_languages: dict[str, Tables] = field(default_factory=dict, init=False)
    """The tables of other languages that were asked for, with the same entries."""

    # Without slots, so that what few comparisons need is made when it is asked for.

    def knows(self, key: str) -> bool:
        """Whether the tables have anything to say of `key` alone; if not, it is itself and no more.

        Long forms of abbreviations are not known by their words.
        """
        known = self.known.get(key)
        if known is None:
            if len(self.known) >= _WORDS_KEPT:
                self.known.clear()
            known = self.known[key] = self._know(key)
        return known

    def _know(self, key: str) -> bool:
        if not key[:1].isalnum():
            return key in _TELLING_MARKS
        days = (self.month(key), self.weekday(key), self.relative_day(key))
        return (
            not key.isalpha()
            or self.spelled(key) != key
            or self.first_forms.get((key,), (key,)) != (key,)
            or (key,) in self.own_forms
            or ((key,) in self.abbreviations.longs and key not in _WORDS_FIRST)
            or self.number((key,)) is not None
            or (self.unit(key) is not None and key not in _WORDS_FIRST)
            or any(day is not None for day in days)
        )

    def knows_pair(self, key: str, other: str) -> bool:
        """Whether some variant of several words begins with these two."""
        return (key, other) in self._pairs

    @cached_property
    def _pairs(self) -> frozenset[Keys]:
        forms = (*self.first_forms, *self.own_forms)
        return frozenset(keys[:2] for keys in forms if len(keys) > 1)

    def spelled(self, key: str) -> str:
        """A word in American spelling; itself when no table knows it.

        Inflected forms, the parts of a hyphenated word and a possessive are seen
        to. Capitals are folded before: that a Mr Grey is no Mr Gray is for the
        caller to see.
        """
        known = self.remembered.get(key)
        if known is None:
            if len(self.remembered) >= _WORDS_KEPT:
                self.remembered.clear()
            known = self.remembered[key] = self._spell(key)
        return known

    def variant(self, keys: Keys) -> Keys:
        """The first form of the entry that `keys` are a form of; themselves without one."""
        if not 0 < len(keys) <= MOST_WORDS:
            return keys
        bare, ending, apart = _without_possessive(keys)
        found = self.form_of(bare)
        if found == tuple(map(self.spelled, bare)) and found not in self.first_forms:
            return keys
        return (*found[:-1], found[-1] + ending, *apart)

    def written_out(self, keys: Keys) -> frozenset[Keys]:
        """All that `keys` may stand for, in American spelling, and they themselves.

        Two runs of keys are abbreviation and long form of one another, or two
        abbreviations of the same, when their answers share something. The
        points of abbreviations may be among the keys. A possessive is a key of
        its own at the end.
        """
        if not 0 < len(keys) <= MOST_WORDS:
            return frozenset((keys,))
        bare, ending, apart = _without_possessive(self._without_points(keys))
        longs = self.abbreviations.longs
        found = longs.get(bare, frozenset()) | {tuple(map(self.spelled, bare))}
        # NGOs, as NGO has no other plural.
        one = (*bare[:-1], bare[-1][:-1])
        if bare[-1].endswith("s") and one in self.abbreviations.capitals:
            found |= {(*long[:-1], _plural(long[-1])) for long in longs[one]}
        return frozenset((*long, _POSSESSIVE) for long in found) if ending or apart else found

    def number(self, keys: Sequence[str]) -> Number | None:
        """The number that all of `keys` write together, in figures, words or both.

        Thousands may be parted by commas or be keys of their own (`3 000`); where
        the language writes decimal commas, points and commas change places.
        Indefinite numbers (thousands), ranges, dates and times are none.
        """
        return self.numerals.number(keys)

    def time(self, keys: Sequence[str]) -> Time | None:
        """The time of day that all of `keys` write together: 10:30, 10.30 am, noon."""
        return self.numerals.time(keys)

    def in_figures(self, key: str) -> str:
        """A word that begins with a number word, in figures: five-year as 5-year."""
        return self.numerals.in_figures(key)

    def unit(self, key: str, *, beside_number: bool = True) -> str | None:
        """The name of the unit that `key` is; `None` for another word.

        `beside_number` is whether a number stands before or after it; without
        one, `in` and `won` are no units.
        """
        if not beside_number and key in self.units.beside_numbers:
            return None
        names = self.units.names
        return names.get(key) or names.get(self.spelled(key))

    def month(self, key: str) -> int | None:
        """1 to 12, by full or short name."""
        return self.days.months.get(key)

    def weekday(self, key: str) -> int | None:
        """Monday is 0, by full or short name."""
        return self.days.weekdays.get(key)

    def relative_day(self, key: str) -> int | None:
        """Days from the day of writing: yesterday is -1."""
        return self.days.relative.get(key)

    def takes_point(self, key: str) -> bool:
        """Whether `key` may be written with or without a point after it: Mr, Sept, J."""
        return key in self.abbreviations.pointed or (len(key) == 1 and key.isalpha())

    def extended(self, entries: Entries) -> Tables:
        """These tables with what a reader added; that counts more than what they hold."""
        if entries == Entries():
            return self
        ours = self.entries
        together = Entries(
            ours.spelling + entries.spelling,
            ours.variants + entries.variants,
            ours.abbreviations + entries.abbreviations,
        )
        return _with_entries(_of_language(self.language), together)

    def for_language(self, language: str | None) -> Tables:
        """The tables for texts of a language by its BCP 47 tag; without one, of English.

        Other languages than English have figures, signs of units and, where a file
        knows them, days; no spelling, variants and abbreviations but what a reader
        added. A language nobody knows is no error.
        """
        code = (language or ENGLISH).casefold().replace("_", "-").partition("-")[0]
        code = ENGLISH if code.startswith(ENGLISH) else code
        if code == self.language:
            return self
        # A reader may have added thousands of entries, and every row asks.
        if code not in self.in_languages:
            if len(self.in_languages) >= _LANGUAGES_KEPT:
                self.in_languages.clear()
            self.in_languages[code] = _with_entries(_of_language(code), self.entries)
        return self.in_languages[code]

    def _spell(self, key: str) -> str:
        if len(key) > LONGEST:
            return key
        if "-" in key:
            return "-".join(map(self.spelled, key.split("-")))
        for ending in (_POSSESSIVE, "'"):
            if key.endswith(ending) and key != ending:
                return self.spelled(key.removesuffix(ending)) + ending
        spelled = self.spelling.american(key)
        for _ in range(_MOST_STEPS if self.own_words else 0):
            step = self._own_spelling(spelled)
            if step == spelled:
                break
            spelled = step
        return spelled

    def _own_spelling(self, word: str) -> str:
        own = self.own_words
        if word in own:
            return own[word]
        for ending in _OWN_ENDINGS:
            stem = word.removesuffix(ending)
            if word.endswith(ending) and len(stem) >= _SHORTEST_OWN:
                root = own.get(stem, stem)
                if root != stem:
                    return root + ending
        return word

    def form_of(self, keys: Keys) -> Keys:
        """The first form of an entry, and of no entry the words in American spelling."""
        spelled = tuple(map(self.spelled, keys))
        found = self.first_forms.get(keys) or self.first_forms.get(spelled, spelled)
        return self.own_forms.get(found, found)

    def _without_points(self, keys: Keys) -> Keys:
        if "." not in keys[1:]:
            return keys
        return keys[:1] + tuple(
            key
            for word, key in itertools.pairwise(keys)
            if not (key == "." and self.takes_point(word))
        )


def built_in() -> Tables:
    """The tables of English, read when they are first asked for."""
    return _of_language(ENGLISH)


@lru_cache(maxsize=_LANGUAGES_KEPT)
def _of_language(code: str) -> Tables:
    is_english = code == ENGLISH
    days = read_days(code)
    abbreviations = read_abbreviations() if is_english else Abbreviations()
    units = read_units(abbreviations, signs_only=not is_english)
    for short, full in days.full.items():
        abbreviations.add((short,), ((name,) for name in full))
        abbreviations.pointed.add(short)
    return Tables(
        code,
        Entries(),
        read_spelling() if is_english else Spelling(),
        {},
        read_variants() if is_english else {},
        {},
        abbreviations,
        units,
        days,
        read_numerals() if is_english else figures_of(code),
    )


@lru_cache(maxsize=_LANGUAGES_KEPT)
def _with_entries(tables: Tables, entries: Entries) -> Tables:
    """The built-in tables of a language with a reader's entries."""
    if entries == Entries():
        return tables
    words = [pair for pair in entries.spelling if max(map(len, pair)) <= LONGEST]
    phrases = [
        pair for pair in entries.variants if all(0 < len(keys) <= MOST_WORDS for keys in pair)
    ]
    kept = {keys for keys, other in phrases if keys == other}
    spelling = tables.spelling.without(word for word, other in words if word == other)
    spelled = replace(
        tables,
        entries=entries,
        spelling=spelling,
        own_words=_grouped(
            (spelling.american(word), spelling.american(other)) for word, other in words
        ),
        first_forms={keys: first for keys, first in tables.first_forms.items() if keys not in kept},
    )
    added = Abbreviations()
    for short, long in entries.abbreviations:
        added.add(short, [tuple(map(spelled.spelled, long))])
    theirs = tables.abbreviations
    return replace(
        spelled,
        own_forms=_grouped(
            (spelled.form_of(keys), spelled.form_of(other)) for keys, other in phrases
        ),
        abbreviations=Abbreviations(
            theirs.longs | added.longs, theirs.capitals - added.longs.keys(), theirs.pointed
        ),
    )


def _grouped(pairs: Iterable[tuple[_Name, _Name]]) -> dict[_Name, _Name]:
    """By name: the one that stands for all that are the same, directly or by way of others."""
    parents: dict[_Name, _Name] = {}

    def root(name: _Name) -> _Name:
        path = []
        while name in parents:
            path.append(name)
            name = parents[name]
        parents.update(dict.fromkeys(path, name))
        return name

    for name, other in pairs:
        ours, theirs = root(name), root(other)
        if ours != theirs:
            parents[ours] = theirs
    roots = {name: root(name) for name in tuple(parents)}
    return roots | {name: name for name in roots.values()}


def _without_possessive(keys: Keys) -> tuple[Keys, str, Keys]:
    """The keys without the sign of the possessive; the sign in the last key, or as keys."""
    *_, last = keys
    # Of U.N.'s and United Nations' it is apart.
    for apart in (("'", "s"), ("'",)):
        bare = keys[: -len(apart)]
        if bare and keys[-len(apart) :] == apart and (len(apart) > 1 or bare[-1].endswith("s")):
            return bare, "", apart
    if last.endswith(_POSSESSIVE) and last != _POSSESSIVE:
        return (*keys[:-1], last.removesuffix(_POSSESSIVE)), _POSSESSIVE, ()
    return keys, "", ()


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
