"""The style ledger: one form that stands where another stood, again and again.

In: the edits of two articles. Out: patterns, each with its places and with the places
where the old form was kept. Finding the edits is other files' business.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Postfix, Prefix

from tui.article.model import Span
from tui.compare.model import Comparison, Edit, Found, Passage, Wording

_OF_A_TABLE = frozenset({Wording.POINTS, Wording.SPELLING, Wording.VARIANT, Wording.ABBREVIATION})
"""What is house style where it stands once; of other kinds a pattern needs two places."""
_OF_MARKS = frozenset({Wording.TYPOGRAPHY, Wording.PUNCTUATION})
_NEVER = frozenset({Wording.SPACING, Wording.EMPHASIS, Wording.CARRIED})
_AT_MOST = 4
"""Words of the longest form of a pattern."""
_KEPT_OF = 200
"""Patterns whose exceptions are looked for; to look for thousands would take minutes."""
_KEPT_MOST = 1_000
"""Exceptions of one pattern that are told at most."""
_KEPT_TIMES = 4
"""How many times as often as it is replaced a form may be kept, ..."""
_BY_COUNT = frozenset({Wording.WORDS})
"""... if nothing but the count makes it a pattern."""
_ENDING = re.compile(r"[-'\u2019]")
_BEFORE_A_DAY = re.compile(r"^(?:on|in|at) (?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form that stands where another stood."""

    left: str
    """As it is written most often, ..."""
    right: str
    """... and what stands there instead most often."""
    wording: Wording
    places: tuple[Found, ...]
    """In reading order; at least one."""
    kept: tuple[tuple[int, Passage], ...] = ()
    """Where the left form is on both sides: rows, from 0, and passages of the left."""


def patterns(comparison: Comparison, found: Iterable[Found]) -> list[Pattern]:
    """The patterns among some edits, the most frequent first, then in reading order.

    What two forms share at their end after a hyphen or an apostrophe is not
    part of them: `US-led`, `U.S.-led` and `US`, `U.S.` are one pattern. A
    pattern has two places, or its kind comes from a table of house style.
    """
    places: dict[tuple[str, str, Wording], list[tuple[Found, str, str]]] = {}
    for each in found:
        forms = _forms(comparison, each.edit)
        if forms is not None:
            fold = _folded(each.edit.wording)
            key = fold(forms[0]), fold(forms[1]), each.edit.wording
            places.setdefault(key, []).append((each, *forms))
    made = [
        Pattern(*_most_often(group), key[2], tuple(each for each, _, _ in group))
        for key, group in places.items()
        if len(group) > 1 or key[2] in _OF_A_TABLE
    ]
    made.sort(key=lambda pattern: (-len(pattern.places), pattern.places[0].row))
    return made


def _forms(comparison: Comparison, edit: Edit) -> tuple[str, str] | None:
    """What stood there and what stands there, if it can be a pattern."""
    if edit.wording in _NEVER or len(edit.left) != 1 or len(edit.right) != 1:
        return None
    left = _text(comparison.left.paragraphs[edit.left[0].paragraph].text, edit.left[0].span)
    right = _text(comparison.right.paragraphs[edit.right[0].paragraph].text, edit.right[0].span)
    if max(left.count(" "), right.count(" ")) >= _AT_MOST:
        return None
    if edit.wording in _OF_MARKS:
        return _marks(left, right)
    shared = Postfix.similarity(left, right)
    ending = _ENDING.search(left, len(left) - shared)
    if ending and len(left) - ending.start() < min(len(left), len(right)):
        size = len(left) - ending.start()
        left, right = left[:-size], right[:-size]
    return left, right


def _text(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _marks(left: str, right: str) -> tuple[str, str]:
    """The marks that differ, without the letters around them."""
    last = Postfix.similarity(left, right)
    left, right = left[: len(left) - last], right[: len(right) - last]
    first = Prefix.similarity(left, right)
    return left[first:], right[first:]


def _folded(wording: Wording) -> Callable[[str], str]:
    """How forms of one pattern may differ from place to place."""
    if wording is Wording.CASE:
        return str
    if wording is Wording.FACT:
        return lambda form: _BEFORE_A_DAY.sub("", form).casefold()
    return str.casefold


def _most_often(group: list[tuple[Found, str, str]]) -> tuple[str, str]:
    forms = Counter((left, right) for _, left, right in group)
    return max(forms, key=lambda each: forms[each])


def with_kept(
    patterns: Sequence[Pattern],
    lefts: Iterable[tuple[int, int, str]],
    covered: Callable[[int, int], Sequence[Span]],
) -> list[Pattern]:
    """The patterns, each with the places where its left form stayed as it was.

    `lefts` are rows, numbers of left paragraphs, and their texts, of rows that
    have both sides; `covered` gives what edits cover of such a paragraph, in
    order. Other wording that is kept far more often than it is replaced is no
    pattern, and so it is left out.
    """
    most: dict[str, int] = {}
    # A mark that came in stands for nothing, which is everywhere.
    for pattern in [each for each in patterns if each.left][:_KEPT_OF]:
        size = _KEPT_TIMES * len(pattern.places) if pattern.wording in _BY_COUNT else _KEPT_MOST
        most[pattern.left] = max(most.get(pattern.left, 0), size)
    kept: dict[str, list[tuple[int, Passage]]] = {form: [] for form in most}
    search = _search_for(most)
    for row, paragraph, text in lefts:
        if search is None:
            break
        found = [*search.finditer(text)]
        spans = covered(row, paragraph) if found else ()
        for match in found:
            span = Span(*match.span())
            if _is_free(span, spans):
                kept[match.group()].append((row, Passage(paragraph, span)))
        if any(len(kept[match.group()]) > most[match.group()] for match in found):
            search = _search_for(form for form in most if len(kept[form]) <= most[form])
    return [
        replace(pattern, kept=tuple(kept.get(pattern.left, ())[:_KEPT_MOST]))
        for pattern in patterns
        if pattern.wording not in _BY_COUNT
        or len(kept.get(pattern.left, ())) <= _KEPT_TIMES * len(pattern.places)
    ]


def _search_for(forms: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of some forms where it stands alone, the longest first."""
    escaped = [re.escape(form) for form in sorted(forms, key=len, reverse=True)]
    # A form is no part of a word, and no mark inside one.
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)") if escaped else None


def _is_free(span: Span, covered: Sequence[Span]) -> bool:
    """Whether no edit covers any of a stretch."""
    at = bisect_right(covered, span)
    beside = covered[max(at - 1, 0) : at + 1]
    return not any(each.start < span.end and span.start < each.end for each in beside)
