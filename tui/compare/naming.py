"""Name the differences of a row: their kind, the facts in them, and whose words they are.

In: both sides of a row, and where they differ. Out: a name for each difference.
Where they differ is other files' business.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tui.article.model import Article
from tui.compare.days import same_day
from tui.compare.facts import Told, differing, facts_in, is_other_word, may_tell
from tui.compare.kinds import rung
from tui.compare.model import Fact, Wording
from tui.compare.phrase import is_word
from tui.compare.rowtext import Difference, RowText
from tui.compare.tables import Tables
from tui.compare.words import first_rung

_PHRASE = 6
"""Words that can come in or go away as a fact; more are new text that holds some."""
_NAMED_UP_TO = 100
"""Words of the longest side of a difference whose facts are told; longer ones are new text."""
_ORDER = {fact: number for number, fact in enumerate(Fact)}


class Name(NamedTuple):
    """What a difference is."""

    wording: Wording
    facts: tuple[Fact, ...] = ()
    quoted: bool = False
    same_day: bool = False


class Naming:
    """Names the differences of one row."""

    def __init__(
        self, left: RowText, right: RowText, tables: Tables, articles: Sequence[Article]
    ) -> None:
        self._left, self._right = left, right
        self._tables = tables
        self._dates = tuple(article.about.date for article in articles)

    def of(self, differences: Sequence[Difference]) -> Iterator[Name]:
        """The names of the differences between sentences that belong together.

        A fact that one edit takes away and another brings back has only moved.
        """
        wordings = [
            Wording.WORDS if self._is_plain(each) else self._wording(each) for each in differences
        ]
        told = [
            self._told(each) if wording is None else ((), ())
            for each, wording in zip(differences, wordings, strict=True)
        ]
        differ = differing(
            [fact for left, _ in told for fact in left],
            [fact for _, right in told for fact in right],
        )
        for each, wording, (left, right) in zip(differences, wordings, told, strict=True):
            quoted = self._is_quoted(each)
            if wording is not None:
                yield Name(wording, quoted=quoted)
                continue
            facts = {
                fact.kind
                for one, other in ((left, right), (right, left))
                for fact in one
                if (fact.what in differ or _stands_for(fact, other))
                and (fact.firm or any(fact.kind is each.kind for each in other))
            }
            if not facts:
                yield Name(Wording.WORDS, quoted=quoted)
                continue
            named = tuple(sorted(facts, key=_ORDER.__getitem__))
            yield Name(Wording.FACT, named, quoted, Fact.DATE in facts and self._is_same_day(each))

    def of_equal(self, i: int, j: int) -> Name | None:
        """The name of what differs between two words with one key; None for nothing."""
        left, right = self._left.surface(i), self._right.surface(j)
        if left != right:
            quoted = i in self._left.quoted and j in self._right.quoted
            if is_other_word(left, right):
                return Name(Wording.FACT, (Fact.NAME,), quoted)
            return Name(first_rung(left, right), (), quoted)
        if self._left.styles(i) != self._right.styles(j):
            return Name(Wording.EMPHASIS)
        return None

    def _is_plain(self, difference: Difference) -> bool:
        """A quick yes for what most differences are: other words, that no table knows."""
        here = self._left.keys[difference.left.start : difference.left.stop]
        there = self._right.keys[difference.right.start : difference.right.stop]
        if difference.carried is not None or any(
            self._tables.knows(key) or may_tell(key) for key in chain(here, there)
        ):
            return False
        if not any(map(str.isalpha, chain(here, there))) or "".join(here) == "".join(there):
            return False
        return self._left.is_small(difference.left) and self._right.is_small(difference.right)

    def _wording(self, difference: Difference) -> Wording | None:
        """The kind of a difference, but for facts and wording."""
        if difference.carried is not None:
            return Wording.CARRIED
        if difference.alone:
            return Wording.WORDS
        here, there = difference.left, difference.right
        if (not here or not there) and self._size(difference) > _PHRASE:
            return Wording.WORDS
        if max(len(here), len(there)) > _NAMED_UP_TO:
            return Wording.WORDS
        return rung(self._left.phrase(here), self._right.phrase(there), self._tables)

    def _size(self, difference: Difference) -> int:
        """The words of both sides, marks not counted."""
        keys = chain(
            self._left.keys[difference.left.start : difference.left.stop],
            self._right.keys[difference.right.start : difference.right.stop],
        )
        return sum(map(is_word, keys))

    def _told(self, difference: Difference) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
        """The facts on either side of a difference."""
        left, right = self._left.phrase(difference.left), self._right.phrase(difference.right)
        return facts_in(left, self._tables), facts_in(right, self._tables)

    def _is_quoted(self, difference: Difference) -> bool:
        """Whether words inside quotation marks changed; marks alone say nothing else."""
        return (
            self._size(difference) > 0
            and _inside(self._left, difference.left)
            and _inside(self._right, difference.right)
        )

    def _is_same_day(self, difference: Difference) -> bool:
        """Whether both sides name the same day, and the dates of both articles are known."""
        if None in self._dates or not self._dates:
            return False
        left, right = map(str, self._dates)
        return same_day(
            (self._left.keys[difference.left.start : difference.left.stop], left),
            (self._right.keys[difference.right.start : difference.right.stop], right),
            self._tables,
        )


def _stands_for(fact: Told, others: Sequence[Told]) -> bool:
    """Whether a fact stands where another of its kind stood; such ones did not move."""
    return not differing([fact], others).isdisjoint([fact.what]) and any(
        fact.kind is each.kind for each in others
    )


def _inside(side: RowText, words: range) -> bool:
    """Whether words stand inside quotation marks; of none, whether their place does."""
    inside = side.quoted
    if not inside:
        return False
    if any(is_word(side.keys[word]) for word in words):
        return all(word in inside for word in words if is_word(side.keys[word]))
    if words:
        return words.start in inside
    return words.start in inside or words.start - 1 in inside
