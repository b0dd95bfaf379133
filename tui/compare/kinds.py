"""Name an edit: the first rung of the ladder on which both sides are the same.

In: the phrases of both sides, and tables. Out: a kind, or the forms by which a few
words can be met again in another dress. Facts are `facts`' business.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from tui.compare.model import Wording
from tui.compare.phrase import Phrase, is_word
from tui.compare.tables import Tables
from tui.compare.words import LADDER

_QUOTES = frozenset("\"'")
_WINDOW = 5
"""Words of the longest house variant."""
_FIGURES = re.compile(r"\d+")
_GROUPED = re.compile(r"(?<=\d)[ ,](?=\d{3}(?!\d))")
"""What stands before three figures of a number, and nothing but how it is written."""


def rung(left: Phrase, right: Phrase, tables: Tables) -> Wording | None:
    """The first rung on which two phrases are the same; None where there is none.

    Every rung keeps what those before it made the same.
    """
    if not left and not right:
        return Wording.SPACING
    found = _rung(left, right, tables)
    # 2 1 is not 21, nor 10-20 1020, though it is nothing but a blank or a hyphen.
    joins = found in (Wording.SPACING, Wording.HYPHENATION)
    return None if joins and _figures(left) != _figures(right) else found


def _rung(left: Phrase, right: Phrase, tables: Tables) -> Wording | None:
    here, there = "".join(left.surfaces), "".join(right.surfaces)
    words_joined = left.keys != right.keys and all(map(str.isalpha, (*left.keys, *right.keys)))
    if not words_joined:
        if here == there:
            return Wording.SPACING
        for wording, fold in LADDER:
            here, there = fold(here), fold(there)
            if here == there:
                return wording
        if here and _QUOTES.issuperset(here) and _QUOTES.issuperset(there) and there:
            return Wording.TYPOGRAPHY
    found = _of_keys(
        _without_points(left.keys, tables), _without_points(right.keys, tables), tables
    )
    if found is Wording.HYPHENATION and any(left.named):
        # Mac OS and macOS are two spellings of a name, Anne-Marie and Anne Marie are not.
        return found if _joined(left.surfaces) == _joined(right.surfaces) else None
    return found


def _figures(phrase: Phrase) -> list[str]:
    """The figures that stand together, those of 10 000 too."""
    return _FIGURES.findall(_GROUPED.sub("", " ".join(phrase.surfaces)))


def _of_keys(left: tuple[str, ...], right: tuple[str, ...], tables: Tables) -> Wording | None:
    if left == right:
        return Wording.POINTS
    if not any(map(tables.unit, (*left, *right))) and _words(left) == _words(right):
        return Wording.PUNCTUATION
    if not left or not right:
        return None
    if _joined(left) == _joined(right):
        return _of_joined(left, right, tables)
    left, right = _spelled(left, tables), _spelled(right, tables)
    if _joined(left) == _joined(right):
        return Wording.SPELLING
    left, right = _in_first_form(left, tables), _in_first_form(right, tables)
    if _joined(left) == _joined(right):
        return Wording.VARIANT
    if not _long_forms(left, tables).isdisjoint(_long_forms(right, tables)):
        return Wording.ABBREVIATION
    if not _numbers(left, tables).isdisjoint(_numbers(right, tables)):
        return Wording.NUMERALS
    return None


def _of_joined(left: tuple[str, ...], right: tuple[str, ...], tables: Tables) -> Wording:
    """What words are that differ by blanks and hyphens alone; a table may know better."""
    if any("-" in key for key in (*left, *right)):
        return Wording.HYPHENATION
    known = tables.variant(left) == tables.variant(right)
    return Wording.VARIANT if known else Wording.HYPHENATION


def _without_points(keys: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """The keys without the points after abbreviations and initials."""
    return tuple(
        key
        for at, key in enumerate(keys)
        if key != "." or not at or not (len(keys[at - 1]) == 1 or tables.takes_point(keys[at - 1]))
    )


def _words(keys: tuple[str, ...]) -> list[str]:
    return [key for key in keys if is_word(key)]


def _joined(keys: tuple[str, ...]) -> str:
    return "".join(keys).replace("-", "")


def _spelled(keys: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    return tuple([tables.spelled(key) for key in keys])


def _in_first_form(keys: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """The keys with every house variant in the first of its forms."""
    found: list[str] = []
    at = 0
    while at < len(keys):
        for size in range(min(_WINDOW, len(keys) - at), 0, -1):
            window = keys[at : at + size]
            first = tables.variant(window)
            if size == 1 and "-" in window[0]:
                parts = [tables.variant((part,)) for part in window[0].split("-")]
                first = ("-".join(map("".join, parts)),)
            if first != window or size == 1:
                found += first
                at += size
                break
    return tuple(found)


def _long_forms(keys: tuple[str, ...], tables: Tables) -> set[str]:
    """The letters of the words themselves, and of all that they are short for."""
    return {_joined(long) for long in tables.written_out(keys)}


def _numbers(keys: tuple[str, ...], tables: Tables) -> set[Hashable]:
    """What the words are as a number or a time, and with their first number in figures."""
    found: set[Hashable] = {_joined(tuple(map(tables.in_figures, keys)))}
    # 1,000th is two keys.
    number = tables.number(keys) or tables.number(("".join(keys),))
    if number:
        found.add(number)
    if time := tables.time(keys):
        found.add(time.minutes)
    return found


def forms(keys: tuple[str, ...], tables: Tables) -> Iterator[Hashable]:
    """Every form in which a few words can be met again: what has one in common is on a rung."""
    if len(keys) == 1 and keys[0] in _QUOTES:
        yield _QUOTES
        return
    keys = _in_first_form(_spelled(_without_points(keys, tables), tables), tables)
    yield from _numbers(keys, tables)
    yield from _long_forms(keys, tables)
