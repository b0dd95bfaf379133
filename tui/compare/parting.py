"""Cut an edit at what both sides have in another form, and at the facts on both sides.

In: the phrases of both sides, and tables. Out: parts, each one decision of an editor.
What each is called is other files' business.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tui.compare.facts import facts_in
from tui.compare.kinds import forms, rung
from tui.compare.model import Fact, Wording
from tui.compare.phrase import Phrase
from tui.compare.tables import Tables

_UP_TO = 10
"""Words of the longest side of an edit that is cut into parts; longer ones are rewrites."""
_WINDOW = 5
"""Words of the longest form that is looked for inside an edit."""
_NAME_FROM = 0.6
"""Share of common letters (0 to 1, in order) from which two names are one, spelt otherwise."""
_BEFORE = {
    Fact.DATE: frozenset(
        ("on", "in", "at", "by", "of", "since", "until", "from", "the", "early", "late", "last")
    ),
    Fact.NAME: frozenset({"the"}),
}
"""Words before a day or a name that belong to it."""
_OF_LETTERS = frozenset(
    {
        Wording.SPACING,
        Wording.TYPOGRAPHY,
        Wording.POINTS,
        Wording.CASE,
        Wording.PUNCTUATION,
        Wording.HYPHENATION,
    }
)
"""Rungs on which both sides have the same letters: cut up they would be riddles."""


class Part(NamedTuple):
    """Words of the left and the right that belong together in an edit, from 0, half-open."""

    left: range
    right: range


def parts(left: Phrase, right: Phrase, tables: Tables) -> list[Part]:
    """An edit cut into what is one decision each, in order.

    `Fuad Masum said` against `Fouad Massoum told them` are three parts: two
    names, each spelt otherwise, and the rest; `53 paintings` against `55 works`
    are two. No part is empty on both sides, or begins or ends with the same
    word on both.
    """
    whole = Part(range(len(left)), range(len(right)))
    longest = max(len(left), len(right))
    if not left or not right or longest > _UP_TO or longest == 1:
        return [whole]
    if rung(left, right, tables) in _OF_LETTERS:
        return [whole]
    found = _cut_at([whole], lambda part: _in_other_forms(left, right, part, tables))
    found = _cut_at(found, lambda part: _near_names(left, right, part, tables))
    found = _cut_at(found, lambda part: _facts_of_a_kind(left, right, part, tables))
    trimmed = (_trimmed(left, right, part) for part in found)
    return [part for part in trimmed if part.left or part.right]


def _cut_at(parts: Iterable[Part], inside: Callable[[Part], Iterable[Part]]) -> list[Part]:
    """The parts, each cut into the pairs inside it, in order, and what stands between them."""
    found: list[Part] = []
    for part in parts:
        at, other = part.left.start, part.right.start
        if part.left and part.right:
            for pair in inside(part):
                found += [
                    Part(range(at, pair.left.start), range(other, pair.right.start)),
                    pair,
                ]
                at, other = pair.left.stop, pair.right.stop
        found.append(Part(range(at, part.left.stop), range(other, part.right.stop)))
    return found


def _in_other_forms(left: Phrase, right: Phrase, part: Part, tables: Tables) -> Iterator[Part]:
    """Words that both sides have in another form, rising on both."""
    there: dict[Hashable, list[range]] = {}
    for words in _windows(part.right):
        for form in forms(right.keys[words.start : words.stop], tables):
            there.setdefault(form, []).append(words)
    at, other = part.left.start, part.right.start
    for words in _windows(part.left):
        if words.start < at:
            continue
        keys = left.keys[words.start : words.stop]
        places = (place for form in forms(keys, tables) for place in there.get(form, ()))
        for place in places:
            pair = _trimmed(left, right, Part(words, place))
            if place.start >= other and pair.left and pair.right:
                yield pair
                at, other = pair.left.stop, pair.right.stop
                break


def _windows(words: range) -> Iterator[range]:
    """The words from each place on, the most of them first."""
    for start in words:
        for stop in range(min(start + _WINDOW, words.stop), start, -1):
            yield range(start, stop)


def _near_names(left: Phrase, right: Phrase, part: Part, tables: Tables) -> Iterator[Part]:
    """Names in a part that are one on both sides, spelt otherwise."""
    here, there = _names(left, part.left, tables), _names(right, part.right, tables)
    other = part.right.start
    for i in here:
        for j in there:
            if j >= other and _are_near(left.keys[i], right.keys[j]):
                yield Part(range(i, i + 1), range(j, j + 1))
                other = j + 1
                break


def _names(phrase: Phrase, words: range, tables: Tables) -> list[int]:
    """Which of some words are names."""
    told = facts_in(phrase.part(words.start, words.stop), tables)
    return [words.start + each.words.start for each in told if each.kind is Fact.NAME]


def _are_near(left: str, right: str) -> bool:
    return Indel.normalized_similarity(left, right) >= _NAME_FROM


def _facts_of_a_kind(left: Phrase, right: Phrase, part: Part, tables: Tables) -> Iterator[Part]:
    """Facts of one kind that stand for one another, where both sides tell as many of them."""
    here = _facts(left, part.left, tables)
    there = _facts(right, part.right, tables)
    if [kind for kind, _ in here] == [kind for kind, _ in there]:
        for (_, words), (_, others) in zip(here, there, strict=True):
            yield Part(words, others)


def _facts(phrase: Phrase, words: range, tables: Tables) -> list[tuple[Fact, range]]:
    """The facts among some words, each with all the words that tell it."""
    found: list[tuple[Fact, range]] = []
    for told in facts_in(phrase.part(words.start, words.stop), tables):
        if told.kind is Fact.UNIT:
            continue
        first, last = words.start + told.words.start, words.start + told.words.stop
        while first > words.start and phrase.keys[first - 1] in _BEFORE.get(told.kind, ()):
            first -= 1
        if found and found[-1][0] is told.kind and found[-1][1].stop >= first:
            first = found.pop()[1].start
        found.append((told.kind, range(first, last)))
    return found


def _trimmed(left: Phrase, right: Phrase, part: Part) -> Part:
    """A part without the words that both sides begin or end with."""
    i, j, k, m = part.left.start, part.right.start, part.left.stop, part.right.stop
    while i < k and j < m and left.keys[i] == right.keys[j]:
        i, j = i + 1, j + 1
    while i < k and j < m and left.keys[k - 1] == right.keys[m - 1]:
        k, m = k - 1, m - 1
    return Part(range(i, k), range(j, m))
