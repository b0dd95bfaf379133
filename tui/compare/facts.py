"""Tell which facts some words hold, and which differ: numbers, units, dates, names.

In: two phrases, and tables. Out: what is told by one of them alone. It prefers to
find too much: a false alarm costs a glance, a missed fact a correction.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tui.compare.model import Fact
from tui.compare.phrase import Phrase, bare
from tui.compare.tables import Tables

_LONGEST_NUMBER = 6
"""Words of a number: two hundred and twenty-five thousand."""
_TIMES = frozenset(
    """
    morning afternoon evening night noon midnight weekend day week month year decade century
    days weeks months years decades centuries hour hours minute minutes summer autumn fall winter
    spring easter christmas ramadan
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_NEEDS_CAPITAL = frozenset({"may", "march", "mar", "dec", "jan", "sun", "sat", "wed", "mon"})
"""Names of days and months that are other words where they are written small."""
_SAYS_LITTLE = frozenset(
    {"one", "ones", "first", "second", "third", "half", "quarter", "no", "zero"}
)
"""Numbers that count only where the other side has a number too: `one of them`, `at first`."""
_MANY = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"}
)
"""Numbers that nobody counted."""
_OF_A_PLACE = frozenset({"s", "n", "i", "an", "ian", "ish", "ese", "ns", "is", "ans", "ians", "es"})
"""Endings by which a name is another form of itself: Iraq, Iraqi; Russia, Russians."""
_HALVES_OF_A_DAY = frozenset({"am", "pm"})
"""What tells the hour beside a number."""
_STEM = 4
"""Letters that two forms of a name share at least."""
_CURRENCIES = frozenset("$\u00a3\u20ac\u00a5")


_YEAR = re.compile("1[5-9][0-9][0-9]|20[0-9][0-9]|2100")
_PART_OF_A_YEAR = re.compile("(?:first|second|third|fourth|last|next) (?:quarter|half)")
_MEASURES = {
    tuple(words.split()): measure
    for measure, forms in {
        "about": "about,around,some,approximately,roughly,circa",
        "over": "over,above,more than,upwards of",
        "under": "under,below,less than,fewer than",
        "nearly": "nearly,almost,close to,just under",
        "at least": "at least,no less,no fewer",
        "up to": "up to,at most,no more",
    }.items()
    for words in forms.split(",")
}
"""What makes a number more or less, by the words before it."""


_TELLING = _TIMES | _MANY | _HALVES_OF_A_DAY | {word for words in _MEASURES for word in words}


def may_tell(key: str) -> bool:
    """Whether a word that is written small, and that no table knows, may tell a fact."""
    return key in _TELLING


class Told(NamedTuple):
    """One fact in a phrase."""

    kind: Fact
    value: Hashable
    words: range
    """The words that tell it, by number from 0."""
    firm: bool = True
    """Whether it counts where the other side has nothing of its kind."""

    @property
    def what(self) -> tuple[Fact, Hashable]:
        """The fact itself, wherever it stands."""
        return self.kind, self.value


What = tuple[Fact, Hashable]


def facts_in(phrase: Phrase, tables: Tables) -> tuple[Told, ...]:
    """What `phrase` tells, in its order."""
    return tuple(_facts(phrase, tables))


def differing(left: Sequence[Told], right: Sequence[Told]) -> frozenset[What]:
    """What one side tells and the other does not; names in another form are the same."""
    if not left and not right:
        return frozenset()
    here, there = (Counter([told.what for told in side]) for side in (left, right))
    ours: list[What] = []
    theirs: dict[str | None, list[What]] = {}
    for fact in (there - here).elements():
        theirs.setdefault(_beginning(fact), []).append(fact)
    for fact in (here - there).elements():
        near = theirs.get(_beginning(fact), []) if fact[0] is Fact.NAME else []
        other = next((each for each in near if _same_name(fact, each)), None)
        if other is None:
            ours.append(fact)
        else:
            near.remove(other)
    return frozenset(chain(ours, *theirs.values()))


def _facts(phrase: Phrase, tables: Tables) -> Iterator[Told]:
    at = 0
    while at < len(phrase):
        size, told = _fact(phrase, at, tables)
        if told is not None:
            kind, value = told
            words = range(at, at + size)
            firm = size > 1 or phrase.keys[at] not in _SAYS_LITTLE
            yield Told(kind, value, words, firm)
        at += size


def _fact(phrase: Phrase, at: int, tables: Tables) -> tuple[int, What | None]:
    """How many words from `at` on go together, and the fact they tell, if any."""
    keys, key, named = phrase.keys, phrase.keys[at], phrase.named[at]
    for size in range(min(2, len(keys) - at), 0, -1):
        measure = _MEASURES.get(keys[at : at + size])
        if measure and _counts(_after(phrase, at + size), tables):
            return size, (Fact.NUMBER, measure)
    if _PART_OF_A_YEAR.fullmatch(" ".join(keys[at : at + 2])):
        return 2, (Fact.DATE, keys[at : at + 2])
    size, value = _number(keys, at, tables)
    if size:
        return size, (Fact.DATE if _is_year(keys[at : at + size]) else Fact.NUMBER, value)
    if named or key not in _NEEDS_CAPITAL:
        day = _day(key, tables)
        if day is not None:
            return 1, (Fact.DATE, day)
    beside = _after(phrase, at + 1) if key in _CURRENCIES else _before(phrase, at)
    unit = tables.unit(key, beside_number=_counts(beside, tables))
    if _before(phrase, at) == "\u00b0":
        unit, named = f"degree {key}", False
    if unit is not None and not (named and key.isalpha()):
        return 1, (Fact.DATE if unit in _TIMES else Fact.UNIT, unit)
    figures = tables.in_figures(key)
    if any(map(str.isdigit, figures)) or key in _MANY:
        return 1, (Fact.NUMBER, figures)
    if key in _SAYS_LITTLE or (key in _HALVES_OF_A_DAY and _counts(_before(phrase, at), tables)):
        return 1, (Fact.NUMBER, key)
    if key in _TIMES or ("-" in key and not _TIMES.isdisjoint(key.split("-"))):
        return 1, (Fact.DATE, key)
    return 1, (Fact.NAME, bare(key)) if named else None


def _before(phrase: Phrase, at: int) -> str:
    return phrase.keys[at - 1] if at else phrase.before


def _after(phrase: Phrase, at: int) -> str:
    return phrase.keys[at] if at < len(phrase) else phrase.after


def _counts(key: str, tables: Tables) -> bool:
    """Whether a word beside another is a number, or the sign of a currency before one."""
    return key[:1].isdigit() or key in _CURRENCIES or tables.number((key,)) is not None


def _number(keys: tuple[str, ...], at: int, tables: Tables) -> tuple[int, Hashable]:
    """How many words from `at` on are a number, and which; 0 where none begins."""
    if tables.number(keys[at : at + 1]) is None:
        return 0, None
    for size in range(min(_LONGEST_NUMBER, len(keys) - at), 0, -1):
        value = tables.number(keys[at : at + size])
        if value is not None:
            return size, value
    return 0, None


def _is_year(keys: tuple[str, ...]) -> bool:
    return len(keys) == 1 and bool(_YEAR.fullmatch(keys[0]))


def _day(key: str, tables: Tables) -> Hashable:
    """A month, a day of the week, or a day told from today; None for other words."""
    key = bare(key)
    for name, find in (
        ("month", tables.month),
        ("weekday", tables.weekday),
        ("day", tables.relative_day),
    ):
        number = find(key)
        if number is not None:
            return name, number
    return None


def _beginning(fact: What) -> str | None:
    """The letters that a name shares with every other form of it; None for other facts."""
    return str(fact[1])[:_STEM] if fact[0] is Fact.NAME else None


def _same_name(one: What, other: What) -> bool:
    """Whether two names are forms of one: Iraq, Iraqi, Iraqis."""
    short, long = sorted((str(one[1]), str(other[1])), key=len)
    stems = (short, short.rstrip("aeiy"))
    return any(
        len(stem) >= _STEM and long.startswith(stem) and long[len(stem) :] in _OF_A_PLACE
        for stem in stems
    )


_OTHER_WORDS = frozenset({"us", "it", "who", "aids", "am", "pm", "or", "in", "un", "eu"})


def is_other_word(left: str, right: str) -> bool:
    """Whether one of two spellings is an acronym and the other a word: US and us."""
    one, other = left.replace(".", ""), right.replace(".", "")
    return (
        one.casefold() in _OTHER_WORDS
        and (one.islower() or other.islower())
        and (one.isupper() or other.isupper())
    )
