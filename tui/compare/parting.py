"""Cut an edit at what both sides have in another form, and at the facts on both sides.

In: the phrases of both sides, and tables. Out: parts, each one decision of an editor.
What each is called is other files' business.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tui.compare.facts import Told, facts_in
from tui.compare.kinds import forms, rung
from tui.compare.model import Fact, Stretch, Wording
from tui.compare.phrase import Phrase, trimmed
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


_Both = tuple[Sequence[Told], Sequence[Told]]
"""What the left and the right of an edit tell."""


class Part(NamedTuple):
    """Words of the left and the right that belong together in an edit, from 0, half-open."""

    left: range
    right: range


def may_part(left: Sequence[str], right: Sequence[str], tables: Tables, *, large: bool) -> bool:
    """Whether an edit, by the keys of both sides, may be more than one part.

    `large` says whether both sides hold a word that is written large. A quick
    no: most edits are words that no table knows, and of no name.
    """
    if not left or not right or not 1 < max(len(left), len(right)) <= _UP_TO:
        return False
    return large or _may_have_forms(left, right, tables)


def _may_have_forms(left: Sequence[str], right: Sequence[str], tables: Tables) -> bool:
    """Whether some words of both sides may be forms of one another."""
    return (
        any(map(tables.knows, left))
        or any(map(tables.knows, right))
        or _may_join(left, right, tables)
        or _may_join(right, left, tables)
    )


def _may_join(apart: Sequence[str], together: Sequence[str], tables: Tables) -> bool:
    """Whether two neighbours are one word of the other side, or a variant of words."""
    return any(
        one + other in together or tables.knows_pair(one, other) for one, other in pairwise(apart)
    )


def parts(left: Phrase, right: Phrase, tables: Tables) -> list[Part]:
    """An edit cut into what is one decision each, in order.

    `Fuad Masum said` against `Fouad Massoum told them` are three parts: two
    names, each spelt otherwise, and the rest; `53 paintings` against `55 works`
    are two. No part is empty on both sides, or begins or ends with the same
    word on both.
    """
    whole = Part(range(len(left)), range(len(right)))
    large = any(left.named) and any(right.named)
    if not may_part(left.keys, right.keys, tables, large=large):
        return [whole]
    paired: list[Part] = []
    if _may_have_forms(left.keys, right.keys, tables):
        if rung(left, right, tables) in _OF_LETTERS:
            return [whole]
        paired += _in_other_forms(left, right, tables)
    told = facts_in(left, tables), facts_in(right, tables)
    if all(told):
        for part in _between(whole, paired):
            paired += _near_names(left, right, part, told)
        for part in _between(whole, paired):
            paired += _facts_of_a_kind(left, right, part, told)
    trimmed = (_trimmed(left, right, part) for part in (*paired, *_between(whole, paired)))
    return sorted((part for part in trimmed if part.left or part.right), key=_place)


def _between(whole: Part, pairs: list[Part]) -> list[Part]:
    """What stands between some pairs, which rise on both sides; the pairs are put in order."""
    pairs.sort(key=_place)
    found: list[Part] = []
    at, other = whole.left.start, whole.right.start
    for pair in pairs:
        found.append(Part(range(at, pair.left.start), range(other, pair.right.start)))
        at, other = pair.left.stop, pair.right.stop
    found.append(Part(range(at, whole.left.stop), range(other, whole.right.stop)))
    return found


def _place(part: Part) -> tuple[int, int]:
    return part.left.start, part.right.start


def _in_other_forms(left: Phrase, right: Phrase, tables: Tables) -> Iterator[Part]:
    """Words that both sides have in another form, rising on both."""
    there: dict[Hashable, list[range]] = {}
    for words in _windows(len(right)):
        for form in forms(right.keys[words.start : words.stop], tables):
            there.setdefault(form, []).append(words)
    at = other = 0
    for words in _windows(len(left)):
        if words.start < at:
            continue
        keys = left.keys[words.start : words.stop]
        places = {place for form in forms(keys, tables) for place in there.get(form, ())}
        # The most of what stands first: forms come in no order.
        for place in sorted(places, key=lambda each: (each.start, -each.stop)):
            pair = _trimmed(left, right, Part(words, place))
            if place.start >= other and pair.left and pair.right:
                yield pair
                at, other = pair.left.stop, pair.right.stop
                break


def _windows(words: int) -> Iterator[range]:
    """Of so many words those from each place on, the most of them first."""
    for start in range(words):
        for stop in range(min(start + _WINDOW, words), start, -1):
            yield range(start, stop)


def _near_names(left: Phrase, right: Phrase, part: Part, told: _Both) -> Iterator[Part]:
    """Names in a part that are one on both sides, spelt otherwise."""
    here, there = _names(told[0], part.left), _names(told[1], part.right)
    other = part.right.start
    for i in here:
        for j in there:
            if j >= other and _are_near(left.keys[i], right.keys[j]):
                yield Part(range(i, i + 1), range(j, j + 1))
                other = j + 1
                break


def _names(told: Sequence[Told], words: range) -> list[int]:
    """Which of some words are names."""
    return [
        each.words.start for each in told if each.kind is Fact.NAME and each.words.start in words
    ]


def _are_near(left: str, right: str) -> bool:
    return Indel.normalized_similarity(left, right) >= _NAME_FROM


def _facts_of_a_kind(left: Phrase, right: Phrase, part: Part, told: _Both) -> Iterator[Part]:
    """Facts of one kind that stand for one another, where both sides tell as many of them."""
    here, there = _facts(left, part.left, told[0]), _facts(right, part.right, told[1])
    if [kind for kind, _ in here] == [kind for kind, _ in there]:
        for (_, words), (_, others) in zip(here, there, strict=True):
            yield Part(words, others)


def _facts(phrase: Phrase, words: range, told: Sequence[Told]) -> list[tuple[Fact, range]]:
    """The facts among some words, each with all the words that tell it."""
    found: list[tuple[Fact, range]] = []
    for each in told:
        first, last = each.words.start, each.words.stop
        if each.kind is Fact.UNIT or first < words.start or last > words.stop:
            continue
        while first > words.start and phrase.keys[first - 1] in _BEFORE.get(each.kind, ()):
            first -= 1
        if found and found[-1][0] is each.kind and found[-1][1].stop >= first:
            first = found.pop()[1].start
        found.append((each.kind, range(first, last)))
    return found


def _trimmed(left: Phrase, right: Phrase, part: Part) -> Part:
    """A part without the words that both sides begin or end with."""
    whole = Stretch(part.left.start, part.left.stop, part.right.start, part.right.stop)
    i, k, j, m = trimmed(whole, left.keys, right.keys)
    return Part(range(i, k), range(j, m))
