"""Read the day on which something was published from a line that states it.

In: a line, or the address of a page. Out: the day in ISO 8601. Which lines
of an article may state its day is other files' business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

LONGEST = 120
"""Characters of the longest line that may state a date; longer ones are prose."""

LABEL_WORDS = 3
"""Most words before the colon in a label in a script that is not Latin."""

YEARS = range(1600, 2100)
"""Years in which there were papers."""

_LONGEST_URL = 2_000
_CENTURY_TURN = 69
"""Two-digit years from here on are of the last century, as POSIX has it."""

# English, German, French, Spanish, Italian, Portuguese, Dutch.
_MONTHS = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar feber février févr fév febrero febbraio fevereiro fev februari",
    "march mar märz mär mrz mars marzo março maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre setiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
)
_MONTH_NUMBERS = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()
}

_WEEKDAYS = (
    "monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat "
    "sunday sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim "
    "lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica gio "
    "segunda terça quarta quinta sexta feira seg ter qua qui sex "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo"
)
_LINKS = (
    "on at the of am um den der le la à el a las de del il alle ore em às op om uhr h hrs uur "
    "first by date time"
)
_ZONES = (
    "utc gmt z cet cest eet eest wet west bst ist msk est edt et cst cdt ct mst mdt mt pst pdt pt "
    "aest aedt jst kst hkt sgt standard daylight summer eastern central pacific mountain local"
)
_PUBLISHED = (
    "published posted issued dated created release released publication date "
    "veröffentlicht erschienen erstellt datum publié publiée parution paru parue créé date "
    "publicado publicada fecha pubblicato pubblicata data publicação gepubliceerd geplaatst"
)
_UPDATED = (
    "updated update modified changed edited revised last latest "
    "aktualisiert geändert zuletzt aktualisierung stand actualisé actualisée modifié modifiée mis "
    "mise jour dernière actualizado actualizada modificado última actualización aggiornato "
    "aggiornata modificato ultimo aggiornamento atualizado atualizada em bijgewerkt gewijzigd "
    "laatst"
)
_UPDATED_WORDS = frozenset(_UPDATED.split()) - frozenset(_LINKS.split())
_AROUND = frozenset(" ".join((_WEEKDAYS, _LINKS, _ZONES, _PUBLISHED, _UPDATED)).split())

_MONTH = rf"(?P<name>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
_DAY = r"(?<![\d.:/-])(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DATES = (
    # 2014-09-15, and the same in Chinese, Japanese and Korean.
    re.compile(
        r"(?<![\d.:/-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)"
        r"(?P<day>\d{1,2})(?![\d-])"
    ),
    re.compile(
        r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
    ),
    # 15 September 2014; September 15, 2014.
    re.compile(
        rf"{_DAY}(?:st|nd|rd|th|er|[.oa])?[\s/-]*(?:(?:of|de) )?{_MONTH}[\s,/-]*(?:del? )?{_YEAR}"
    ),
    re.compile(rf"(?<!\w){_MONTH}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:, ?| ){_YEAR}"),
    # 15.09.2014, 09.15.14.
    re.compile(
        r"(?<![\d.:/-])(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)"
        r"(?P<year>\d{4}|\d{2})(?![\d-])"
    ),
    # September 2014.
    re.compile(rf"(?<![\w-]){_MONTH},? (?:de )?{_YEAR}(?!-)"),
)
_OFFSET = r"(?:z\b|(?:utc|gmt)?\s?[+-]\d{1,2}(?::?\d{2})?(?!\d))"
_TIME = re.compile(
    rf"(?<!\d)(?:t|\b)(?:\d{{1,2}}[:h]\d{{2}}(?::\d{{2}}(?:[.,]\d{{1,9}})?)?|"
    rf"\d{{1,2}}(?:\.\d{{2}})?(?=\s?(?:[ap]\.?m|h|uhr|gmt|utc|bst|e[sd]t|ces?t)\b))(?!\d)\s?(?:[ap]\.?m\b\.?)?\s?{_OFFSET}?"
)
_WORD = re.compile(r"[^\W_]+")
_LATIN_OR_DIGIT = re.compile(r"[a-z\u00df-\u024f\d]")
_IN_URL = re.compile(
    r"(?<=/)(?P<year>\d{4})[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?=/|$)"
)


class _Stated(NamedTuple):
    """A date in a line, and what the line calls it."""

    day: str
    is_update: bool


def date_in(text: str) -> str | None:
    """Read the day that a date line states: `Published: 15 September 2014`.

    A date line holds a date and little else: a label, a weekday, a time, a
    zone. A date in running prose, an impossible one, two that differ, and one
    that can be read in two ways (`03/04/2014`) give `None`. A line without a
    day gives the month, `2014-09`. Where a line has both, the day of
    publication counts and not that of an update. Years of two digits are read
    only where no other reading is possible.
    """
    stated = _stated_in(text)
    return stated.day if stated else None


def date_among(texts: Iterable[str]) -> str | None:
    """Read the first day of publication that a date line states; else the first of an update."""
    updated = None
    for text in texts:
        stated = _stated_in(text)
        if stated and not stated.is_update:
            return stated.day
        updated = updated or (stated.day if stated else None)
    return updated


def date_in_url(url: str) -> str | None:
    """Read the day from the path of an address: `/2014/09/16/` or `/2014/sep/16/`.

    Two that differ, and an impossible one, give `None`.
    """
    if len(url) > _LONGEST_URL:
        return None
    days = {
        _day(int(found["year"]), _month(found["month"]), int(found["day"]))
        for found in _IN_URL.finditer(re.split("[?#]", url.casefold(), maxsplit=1)[0])
    }
    return days.pop() if len(days) == 1 else None


def _stated_in(text: str) -> _Stated | None:
    """Read a date line; `None` for any other."""
    if len(text) > LONGEST or not any(map(str.isdigit, text)):
        return None
    line = unicodedata.normalize("NFKC", text).casefold()
    stated, at = [], 0
    for start, end, day in _dates_in(line):
        label = _TIME.sub(" ", line[at:start])
        if not _is_label(label):
            return None
        stated.append(_Stated(day, not _UPDATED_WORDS.isdisjoint(_WORD.findall(label))))
        at = end
    if not _is_label(_TIME.sub(" ", line[at:])):
        return None
    stated = [each for each in stated if not each.is_update] or stated
    return stated[0] if len({each.day for each in stated}) == 1 else None


def _dates_in(line: str) -> list[tuple[int, int, str]]:
    """Find the dates in order, as start, end and day; none when one of them is doubtful."""
    found: list[tuple[int, int, str]] = []
    for pattern in _DATES:
        for match in pattern.finditer(line):
            if any(match.start() < end and start < match.end() for start, end, _ in found):
                continue
            day = _meaning(match.groupdict())
            if day is None:
                return []
            found.append((*match.span(), day))
    return sorted(found)


def _meaning(parts: dict[str, str]) -> str | None:
    if "first" in parts:
        return _only_reading(parts["first"], parts["second"], parts["year"])
    year, month = int(parts["year"]), _month(parts.get("name") or parts["month"])
    if "day" in parts:
        return _day(year, month, int(parts["day"]))
    return f"{year}-{month:02}" if year in YEARS else None


def _only_reading(first: str, second: str, last: str) -> str | None:
    """Read three numbers as a day, if there is but one order that gives one."""
    year = _full_year(last)
    readings = {_day(year, int(second), int(first)), _day(year, int(first), int(second))}
    if len(last) == 2:
        readings.add(_day(_full_year(first), int(second), int(last)))
    readings.discard(None)
    return readings.pop() if len(readings) == 1 else None


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= _CENTURY_TURN else 2000)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_NUMBERS.get(text, 0)


def _day(year: int, month: int, day: int) -> str | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _is_label(words: str) -> bool:
    """Whether what stands beside a date only says what date it is."""
    found = _WORD.findall(words)
    if all(word in _AROUND for word in found):
        return True
    # In a script of which the table knows no words only the colon tells.
    return (
        len(found) <= LABEL_WORDS
        and _LATIN_OR_DIGIT.search(words) is None
        and words.rstrip(" ,").endswith(":")
    )
