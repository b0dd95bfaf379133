"""Tell whether two phrases name the same day, each from the day its article came out.

In: keys, and days of publication. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tui.compare.phrase import bare
from tui.compare.tables import Tables

_WEEK = 7


def same_day(
    left: tuple[Sequence[str], str], right: tuple[Sequence[str], str], tables: Tables
) -> bool:
    """Whether the keys of both sides name one day.

    The second of each side is the day of publication in ISO 8601. A day of the
    week is the next or the last one, seen from there; a month and a day are
    those of the same year. Sides without a day, or with a date that holds
    no day, name none.
    """
    return not _days(*left, tables).isdisjoint(_days(*right, tables))


def _days(keys: Sequence[str], published: str, tables: Tables) -> set[date]:
    """The days that some keys may name."""
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return set()
    if not date.min.year < day.year < date.max.year:
        return set()
    found: set[date] = set()
    keys = [*map(bare, keys)]
    for place, key in enumerate(keys):
        from_today, weekday = tables.relative_day(key), tables.weekday(key)
        month = tables.month(key)
        if from_today is not None:
            found.add(day + timedelta(from_today))
        elif weekday is not None:
            ahead = (weekday - day.weekday()) % _WEEK
            found |= {day + timedelta(ahead), day + timedelta(ahead - _WEEK)}
        elif month is not None:
            found |= _on_day(day, month, (*keys[:place][-1:], *keys[place + 1 : place + 3]))
    return found


def _on_day(published: date, month: int, beside: Sequence[str]) -> set[date]:
    """The days of a month that the keys beside its name may mean."""
    found: set[date] = set()
    for key in beside:
        digits = key.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
        if digits.isascii() and digits.isdecimal() and len(digits) < 3:
            try:
                found.add(date(published.year, month, int(digits)))
            except ValueError:
                continue
    return found
