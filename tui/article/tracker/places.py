"""Find where a row of a tracker's page may be cut in two.

In: the text of one row, a left and a right cell with nothing but a blank
between. Out: the places in order, each with what it costs to believe in it.
Which of them is right is other files' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.article.roles.looks import ends_sentence

MOST_PLACES = 400
"""Places of one row that are weighed; of more, those nearest to its middle."""

HEADLINE_WORDS = 60
"""Most words of a row without a sentence's end that is read as two headlines."""

_REPEATS = 4
"""Repeats of a row's first or last words that are tried, those nearest to the middle."""

_LONGEST_ATTRIBUTION = 200
"""Letters before a quotation in which another one means that its speaker goes on."""

_INSIDE_QUOTATION = 6.0
_QUOTATION_GOES_ON = 1.0
_BARE_QUOTATION = 0.5
_SAME_SPEAKER = 2.5
_MAY_BE_ABBREVIATION = 2.0
_NO_SENTENCE_END = 5.0
_SMALL_IN_MARKS = 3.0
_LEANS_BACK = 0.7
_DATELINE = 8.0
# The costs above are in nats, as logarithms of odds: 2 makes a place about
# seven times less likely than a plain beginning of a sentence.

_OPENING = "“‘„«\"'([—–-"
_SENTENCE_END = re.compile(r"[.!?…。！？।؟]['\"’”»›)\]」』]*\s+")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:['’.-][^\W_]+)*")
_CHUNK = re.compile(r"\S+")
_ENDS_IN_POINT = re.compile(r"(?<![\w.'’])(?P<word>(?:[^\W\d_]\.)+|[^\W\d_]{1,5}\.)\s*$")
_NEVER_LAST = re.compile(
    "mrs?|ms|dr|prof|gen|sen|rep|gov|lt|col|sgt|capt|rev|hon|st|messrs|mt|adm|maj|cmdr|pres|"
    r"fig|vol|pp|vs|cf|e\.g|i\.e"
)
_SELDOM_LAST = re.compile(
    r"inc|corp|co|ltd|jr|sr|etc|jan|feb|mar|apr|aug|sept?|oct|nov|dec|no|[ap]\.m"
)
_DATELINE_WORDS = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})?(?: ?\([A-Z][\w /-]{1,20}\))? ?(?:—|–|--|-) "
)
_BACKWARD = re.compile("he|she|its?|his|her|they|their|th(?:is|at|ese|ose)|him|them")
_QUOTE_MARKS = re.compile('[“”«»"]|’’')
_BARE = re.compile(r'(?:“[^”]*”|«[^»]*»|"[^"]*")\s*')


@dataclass(frozen=True, slots=True)
class Place:
    """Where the right cell of a row may begin."""

    offset: int
    """First character of the right cell; 0 when the left one is empty, and
    the row's length when the right one is."""
    cost: float
    """How unlikely a cell begins like this, in nats from 0; below 0 when it is a sign of one."""


def words_of(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Cut `text` into folded words, with the offset of each; marks are left out."""
    found = [(match.group().casefold(), match.start()) for match in _WORD.finditer(text)]
    return tuple(word for word, _ in found), tuple(start for _, start in found)


def places_of(text: str, *, headline: bool) -> tuple[Place, ...]:
    """Find the places where `text` may be cut, ascending; both ends are among them.

    A place is where a sentence begins. In a row of headlines it is where a
    word with a capital begins, or any word in a script without capitals. Where
    the row's first words come again, or its last words came before, is a place
    in either. No cell is blank but at the ends.
    """
    if middle := middle_of_twins(text):
        return (Place(0, 0), Place(middle, -_DATELINE), Place(len(text), 0))
    costs = dict(_sentence_starts(text))
    if headline or (not ends_sentence(text) and len(text.split()) <= HEADLINE_WORDS):
        costs = {start: 0.0 for start in _word_starts(text) if not _is_small(text, start)}
    for start in _repeats(text):
        costs.setdefault(start, _NO_SENTENCE_END)
    for start in _datelines(text, costs):
        costs[start] = -_DATELINE
    inner = [start for start in costs if 0 < start < len(text)]
    inner = sorted(inner, key=lambda start: abs(2 * start - len(text)))[:MOST_PLACES]
    inside = _inside_quotation(text, sorted(inner))
    return (
        Place(0, 0),
        *(
            Place(start, costs[start] + inside.get(start, 0.0) + _start_cost(text, start))
            for start in sorted(inner)
        ),
        Place(len(text), 0),
    )


def middle_of_twins(text: str) -> int | None:
    """The beginning of the second half when both are the same; else `None`."""
    half = len(text) // 2
    if len(text) % 2 and text[half] == " " and text[:half] == text[half + 1 :]:
        return half + 1
    return None


def _sentence_starts(text: str) -> Iterator[tuple[int, float]]:
    for match in _SENTENCE_END.finditer(text):
        start = match.end()
        if start == len(text):
            continue
        small = _is_small(text, start)
        if small and text[start] not in _OPENING:
            continue
        cost = _abbreviation_cost(text, match.start(), start)
        if cost is not None:
            # `(b) You may …`, `“…the fighters …`
            yield start, cost + (_SMALL_IN_MARKS if small else 0.0)


def _abbreviation_cost(text: str, mark: int, start: int) -> float | None:
    """What it costs to end a sentence at the point `mark`; `None` when none ends there."""
    before = _ENDS_IN_POINT.search(text[max(0, mark - 12) : mark + 1])
    if before is None:
        return 0.0
    word = before["word"][:-1].casefold()
    if len(word) == 1 or _NEVER_LAST.fullmatch(word):
        return None
    if "." in word or _SELDOM_LAST.fullmatch(word):
        return None if text[start].isdigit() else _MAY_BE_ABBREVIATION
    return 0.0


def _word_starts(text: str) -> Iterator[int]:
    return (match.start() for match in _CHUNK.finditer(text))


def _is_small(text: str, start: int) -> bool:
    """Whether the word at `start` begins with a small letter, or is a mark alone."""
    bare = text[start : start + 8].lstrip(_OPENING)
    return not bare or not bare[0].isalnum() or bare[0].islower()


def _repeats(text: str) -> Iterator[int]:
    """Where the first two words come again, and where the last two ended before."""
    chunks = list(_CHUNK.finditer(text))
    words = [match.group().casefold().strip(_OPENING + ".,;:!?’”»)]") for match in chunks]
    if len(words) < 4:
        return
    first, last = words[:2], words[-2:]
    starts = [at for at in range(2, len(words) - 1) if words[at : at + 2] == first]
    starts_after = [at for at in range(2, len(words) - 1) if words[at - 2 : at] == last]
    for found in (starts, starts_after):
        middle = sorted(found, key=lambda at: abs(2 * at - len(words)))
        yield from (chunks[at].start() for at in middle[:_REPEATS])


def _datelines(text: str, starts: dict[int, float]) -> list[int]:
    """Where a dateline stands that no cell has but at its beginning."""
    found = [start for start in starts if start and _DATELINE_WORDS.match(text, start)]
    own = _DATELINE_WORDS.match(text)
    if own is not None:
        again = text.find(" " + own.group(), own.end())
        found += [again + 1] if again > 0 else []
    return found


def _inside_quotation(text: str, starts: Sequence[int]) -> dict[int, float]:
    """What it costs to cut at each of `starts`, ascending, that is inside a quotation."""
    # An odd number of straight marks has feet and inches, or a slip, among them.
    straight = text.count('"') % 2 == 0
    marks = iter([*((match.start(), match.group()) for match in _QUOTE_MARKS.finditer(text))])
    at, mark = next(marks, (len(text), ""))
    opened = False
    costs: dict[int, float] = {}
    for start in starts:
        while at < start:
            opened = mark in "“«" or (mark == '"' and straight and not opened)
            at, mark = next(marks, (len(text), ""))
        if opened:
            # Each paragraph of a long quotation opens it anew.
            costs[start] = _QUOTATION_GOES_ON if text[start] in "“«" else _INSIDE_QUOTATION
    return costs


def _start_cost(text: str, start: int) -> float:
    """What the first words of the cell say against its being one."""
    if text[start] in '“«"':
        bare = _BARE.match(text, start)
        if not bare or not ends_sentence(bare.group()) or text[bare.end() :][:1].islower():
            return 0.0
        # A quotation that names no speaker goes on with the one before it.
        before = text[max(0, start - _LONGEST_ATTRIBUTION) : start]
        return _SAME_SPEAKER if _QUOTE_MARKS.search(before) else _BARE_QUOTATION
    first = _WORD.match(text, start)
    return _LEANS_BACK if first and _BACKWARD.fullmatch(first.group().casefold()) else 0.0
