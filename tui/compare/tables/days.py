"""Months, days of the week, and days counted from today.

In: a language. Out: their names as keys.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.compare.tables.files import lines, phrases


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """The days of one language; empty tables for a language no file knows."""

    months: dict[str, int] = field(default_factory=dict)
    """1 to 12."""
    weekdays: dict[str, int] = field(default_factory=dict)
    """Monday is 0."""
    relative: dict[str, int] = field(default_factory=dict)
    """Days from the day of writing."""
    full: dict[str, frozenset[str]] = field(default_factory=dict)
    """By short form: the full names."""


def read_days(language: str) -> Days:
    """The days of a language by its code of two letters."""
    days = Days()
    kinds = {"months": days.months, "weekdays": days.weekdays, "relative": days.relative}
    for section, line in lines("days.txt"):
        kind, _, of = section.partition(" ")
        if of != language:
            continue
        number, _, names = line.partition(" ")
        full, _, short = names.partition(" | ")
        full_names = [name for (name,) in phrases(full)]
        short_names = [name for (name,) in phrases(short)]
        kinds[kind].update(dict.fromkeys(full_names + short_names, int(number)))
        for name in short_names:
            days.full[name] = days.full.get(name, frozenset()) | frozenset(full_names)
    return days
