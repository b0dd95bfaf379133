"""Part a version tracker's page into the two versions it shows.

In: the text of a page, as a browser saves it: each row of the table is a line
with the left cell, a blank and the right cell. Out: a `TrackerPage`, or `None`
for a text that is no such page. Where a row is cut is chosen in `cuts`; making
articles is the caller's business.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.counting import word_count
from tui.article.facts.dates import date_in_url
from tui.article.plain.lines import Line, clean, lines_of
from tui.article.roles.looks import ends_sentence

if TYPE_CHECKING:
    from tui.article.tracker.cuts import Cut

HEAD_LETTERS = 6_000
"""Letters of a text in which a tracker's lines are looked for."""

HEAD_LINES = 30
"""Lines that are not blank among which they must be."""

CUES = 2
"""Kinds of such lines (of five) that make a page."""

DOUBTFUL_BELOW = 0.85
"""Margin (0 to 1) under which a cut is shown as doubtful; a higher one asks the reader more."""

LONGEST_ROW = 500_000
"""Letters of a row beyond which a page is left as it came; cutting takes the square of them."""

TITLE_WORDS = 60
"""Most words of a first row that holds two headlines."""

_LONGEST_CUE = 400
_WORDS_OF_CUES = ("version", "later")
_VERSIONS = re.compile(r"[«<‹←\s]*version (\d+)[\s|,:→-]+version (\d+)[»>›→\s]*", re.IGNORECASE)
_LATER = re.compile(
    r"\(?\s*((?:(?:about|over|almost|nearly|under|less than|more than) )?"
    r"(?:\d+|an?|one|half an?) (?:second|minute|hour|day|week|month|year)s? later)\s*\)?",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"th(?:e|is) article has changed (?:\d+ times?|once|twice)\b.*", re.IGNORECASE
)
_SOURCE = re.compile(
    r"this article is from the source ['‘\"“](?P<source>[^'’\"”]{1,60})['’\"”].*"
    r"\bfirst (?:published|seen)\b.*",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"(?:you can (?:find|see|read) )?the (?:current|original) article\b.*\boriginal source\b"
    r".*?(?P<url>https?://\S+).*",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"[«<‹←\s]*(?:previous|next|first|latest|last|older|newer) version[»>›→\s]*|"
    r"there is an rss feed of changes available\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One row's text in one version: a paragraph."""

    text: str
    """Harmless, on one line, never blank."""
    line: int
    """The line of the page it stands on, from 1."""
    doubtful: bool
    """Whether it may have been cut from its neighbour at the wrong place."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, and where it was cut."""

    key: str
    """By which a cut that the reader chose is found again; the same after a reload."""
    text: str
    """Both cells as the page has them: harmless, on one line, never blank."""
    line: int
    """The line of the page, from 1."""
    places: tuple[int, ...]
    """Offsets where the right cell may begin, ascending; 0 (no left cell) and
    the text's length (no right cell) are among them."""
    cut: int
    """Where the right cell begins; one of `places`, or wherever the reader chose."""
    margin: float
    """How sure the cut is, 0 to 1."""
    by_hand: bool = False
    """Whether the reader chose the cut."""

    @property
    def doubtful(self) -> bool:
        """Whether a reader should look at it; what the reader chose is beyond doubt."""
        return not self.by_hand and self.margin < DOUBTFUL_BELOW

    @property
    def cells(self) -> tuple[str, str]:
        """The left and the right text, without the blank between; one may be empty."""
        return clean(self.text[: self.cut]), clean(self.text[self.cut :])


@dataclass(frozen=True, slots=True)
class TrackerPage:
    """A tracker's page, understood."""

    labels: tuple[str, str]
    """What the page calls its versions: `version 2`, `version 3, about 3 hours later`."""
    titled: bool
    """Whether the first row holds the headlines."""
    rows: tuple[Row, ...]
    """From the top; at least one."""
    furniture: tuple[Line, ...]
    """What the page says about itself, in its order; no blank lines."""
    source: str | None
    """The paper, as the page states it."""
    url: str | None
    """Where the page says that the article is from."""
    date: str | None
    """The day in that address, in ISO 8601; a guess at the day of publication."""

    def version(self, side: int) -> tuple[Cell, ...]:
        """The paragraphs of the left (0) or the right (1) version, in order.

        When the page is `titled` and the first row has such a cell, the first
        is the title. A version may be empty.
        """
        return tuple(
            Cell(row.cells[side], row.line, row.doubtful) for row in self.rows if row.cells[side]
        )


def is_tracker_page(text: str) -> bool:
    """Whether two kinds of a tracker's own lines stand at its beginning.

    One of them must tell that two versions are shown: trackers also have
    pages with one. Looks at the first lines alone, and at whole lines: a story
    that speaks of versions is no page.
    """
    head = text[:HEAD_LETTERS]
    folded = head.casefold()
    # Most texts have no such word, and need not be cut into lines.
    if not any(word in folded for word in _WORDS_OF_CUES):
        return False
    return _is_page([line for line in lines_of(head) if line.text][:HEAD_LINES])


def read_tracker_page(text: str, chosen: Mapping[str, int]) -> TrackerPage | None:
    """Part the page in two; `None` when it is none, has no rows, or one beyond all bounds.

    `chosen` has the cuts that the reader decided, by `Row.key`. Such a cut
    stands and is not doubtful, and no other row is cut elsewhere for it: who
    mends one row should not have to look at all of them again. One that fits
    no row, or does not lie between two words, is passed over.
    """
    if not is_tracker_page(text):
        return None
    # Those who only list files should not wait for this import.
    from tui.article.tracker.cuts import choose_cuts  # noqa: PLC0415

    furniture, table = _parted([line for line in lines_of(text) if line.text])
    if not table or max(len(line.text) for line in table) > LONGEST_ROW:
        return None
    url = _first(_ORIGINAL, furniture, "url")
    titled = _is_title(table[0].text)
    cuts = choose_cuts([line.text for line in table], titled=titled, address=_address(url))
    return TrackerPage(
        labels=_labels(furniture),
        titled=titled,
        rows=tuple(
            _row(key, line, cut, chosen.get(key))
            for key, line, cut in zip(_keys(table), table, cuts, strict=True)
        ),
        furniture=furniture,
        source=_first(_SOURCE, furniture, "source"),
        url=url,
        date=date_in_url(url) if url else None,
    )


def _row(key: str, line: Line, cut: Cut, chosen: int | None) -> Row:
    if chosen is None or not fits(line.text, chosen):
        return Row(key, line.text, line.number, cut.places, cut.chosen, cut.margin)
    return Row(key, line.text, line.number, cut.places, chosen, 1.0, by_hand=True)


def next_place(row: Row) -> int:
    """The place after the row's cut, and from the last one on to the first."""
    return next((place for place in row.places if place > row.cut), row.places[0])


def previous_place(row: Row) -> int:
    """The place before the row's cut, and from the first one back to the last."""
    return next((place for place in reversed(row.places) if place < row.cut), row.places[-1])


def fits(text: str, cut: int) -> bool:
    """Whether a row's text can be cut there: at an end, or between two words."""
    if cut in (0, len(text)):
        return True
    if not 0 < cut < len(text) or not text[cut - 1].isspace():
        return False
    return bool(clean(text[:cut]) and clean(text[cut:]))


def _is_page(head: Sequence[Line]) -> bool:
    kinds = (_VERSIONS, _LATER, _CHANGED, _SOURCE, _ORIGINAL)
    found = [any(_says(kind, line) for line in head) for kind in kinds]
    return sum(found) >= CUES and any(found[:2])


def _says(cue: re.Pattern[str], line: Line) -> bool:
    return len(line.text) <= _LONGEST_CUE and cue.fullmatch(line.text) is not None


def _is_furniture(line: Line) -> bool:
    kinds = (_VERSIONS, _LATER, _CHANGED, _SOURCE, _ORIGINAL, _NAVIGATION)
    return any(_says(kind, line) for kind in kinds)


def _parted(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part what the page says of itself from the rows of its table.

    The table begins below the line that names the versions, or else below
    the last of a tracker's lines but the one that tells the time between.
    """
    head = lines[:HEAD_LINES]
    named = [at for at, line in enumerate(head) if _says(_VERSIONS, line)]
    told = [at for at, line in enumerate(head) if _is_furniture(line) and not _says(_LATER, line)]
    start = (named[0] if named else max(told, default=-1)) + 1
    below = lines[start:]
    return (
        (*lines[:start], *(line for line in below if _is_furniture(line))),
        tuple(line for line in below if not _is_furniture(line)),
    )


def _is_title(text: str) -> bool:
    """Whether the first row can hold headlines: few words, and no paragraph's end."""
    return word_count(text) <= TITLE_WORDS and not (ends_sentence(text) and not text.endswith("?"))


def _labels(furniture: Sequence[Line]) -> tuple[str, str]:
    numbers = next((match for match in _matches(_VERSIONS, furniture)), None)
    later = next((match[1] for match in _matches(_LATER, furniture)), None)
    left, right = (
        (f"version {numbers[1]}", f"version {numbers[2]}")
        if numbers
        else ("earlier version", "later version")
    )
    return left, f"{right}, {later}" if later else right


def _first(cue: re.Pattern[str], lines: Sequence[Line], group: str) -> str | None:
    return next((match[group] for match in _matches(cue, lines)), None)


def _matches(cue: re.Pattern[str], lines: Sequence[Line]) -> Iterator[re.Match[str]]:
    for line in lines:
        if len(line.text) <= _LONGEST_CUE and (match := cue.fullmatch(line.text)):
            yield match


def _address(url: str | None) -> tuple[str, ...]:
    """The words of the last part of an address that has some: those of its headline."""
    parts = (part for part in reversed((url or "").split("?")[0].split("/")[3:]) if part)
    names = (re.split(r"[-_+.]", part.casefold()) for part in parts)
    words = (tuple(word for word in name if word and word != "html") for name in names)
    return next((name for name in words if len(name) >= 3), ())


def _keys(table: Sequence[Line]) -> Iterator[str]:
    """A key for each row: a hash of its text, and the how-manieth of that text it is."""
    met: Counter[str] = Counter()
    for line in table:
        digest = hashlib.blake2b(line.text.encode(), digest_size=8).hexdigest()
        met[digest] += 1
        yield f"{digest}.{met[digest]}"
