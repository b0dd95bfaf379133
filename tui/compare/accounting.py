"""Account for two articles: what every row is, once its words were compared.

In: a comparison. Out: the kinds of every row's edits, and what differs put together:
style patterns, facts, quotations, counts of words. It reads every row: the one thing
here that takes long in a long article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from tui.article.counting import UNSPACED, word_count
from tui.article.model import Article, Span
from tui.collecting import no_collecting
from tui.compare.codes import BOOK
from tui.compare.edits import edits_of
from tui.compare.ledger import Pattern, patterns, with_kept
from tui.compare.model import (
    Change,
    Comparison,
    Edit,
    Found,
    Kind,
    Passage,
    Progress,
    Row,
    Wording,
    no_progress,
    telling,
)
from tui.compare.words import forget

_TELL_EVERY = 64
"""Rows after which progress is told: some milliseconds."""
_ENOUGH = 20_000
"""Edits that are put together at most, some 20 MB of them; `Account.bounded` says so."""
_BOUNDED = (
    f"Of more than {_ENOUGH:,} edits the first ones are in the style ledger "
    "and in the lists of facts and quotations."
)
_WORD = re.compile(r"\w\S*")
_SIGN = re.compile(UNSPACED)


_Kinded = TypeVar("_Kinded", Row, Change)


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many words there are of what.

    A mark that stands alone is a word where a whole paragraph came or went, as
    `Article.words` has it, and none inside an edit.
    """

    gone: int = 0
    """On the left and not on the right, quiet edits not counted."""
    new: int = 0
    """On the right and not on the left, quiet edits not counted."""
    quiet: int = 0
    """On the left, in quiet edits."""


@dataclass(frozen=True, slots=True)
class Same:
    """The longest stretch of words that are the same on both sides, one after the other."""

    words: int = 0
    first: int = 0
    """Left paragraph in which it begins, from 0, ..."""
    last: int = 0
    """... and in which it ends."""


@dataclass(frozen=True, slots=True)
class Account:
    """What differs between two articles, put together."""

    comparison: Comparison
    """Its rows and changes are quiet or reworded as their edits are."""
    kinds: tuple[frozenset[Wording], ...]
    """Of every row, the kinds of its edits."""
    edits: Mapping[Wording, int]
    """How many edits there are of each kind."""
    words: WordCounts
    same: Same
    ledger: tuple[Pattern, ...]
    """The most frequent first."""
    facts: tuple[Found, ...]
    """Edits of facts, in reading order."""
    quotations: tuple[Found, ...]
    """Edits inside quotation marks, in reading order; quiet ones are not among them."""
    by_row: Mapping[int, tuple[Edit, ...]]
    """The edits of rows with both sides, as far as they were put together."""
    bounded: tuple[str, ...] = ()
    """Sentences that say what was cut short, if anything was."""

    def edits_of(self, number: int) -> tuple[Edit, ...]:
        """The edits of row `number`, from 0, in reading order."""
        edits = self.by_row.get(number)
        if edits is None:
            return edits_of(self.comparison, number)
        # They may have been made when other kinds were quiet.
        quiet = self.comparison.options.quiet
        return tuple(
            edit if edit.quiet is (edit.wording in quiet) else replace(edit, quiet=not edit.quiet)
            for edit in edits
        )


def account(
    comparison: Comparison, progress: Progress = no_progress, *, before: Account | None = None
) -> Account:
    """Compare the words of every row, and put together what differs.

    A row of a hundred words with three edits takes some .4 ms. `before` is the
    account of the same rows when other kinds were quiet: what it holds of
    their edits is not made again.
    """
    with no_collecting():
        try:
            return _Reading(comparison, progress, before).account()
        finally:
            BOOK.forget()
            forget()


def settled(comparison: Comparison, kinds: tuple[frozenset[Wording], ...]) -> Comparison:
    """The comparison, its rows and changes quiet or reworded by the kinds of their edits.

    A row is quiet when all its edits are of kinds that the options call quiet.
    """
    quiet = comparison.options.quiet
    changed = {Kind.QUIET, Kind.REWORDED}
    rows = tuple(
        _of_kind(row, Kind.QUIET if of_row <= quiet else Kind.REWORDED)
        if row.kind in changed
        else row
        for row, of_row in zip(comparison.rows, kinds, strict=True)
    )
    changes = tuple(
        _of_kind(change, rows[change.rows[0]].kind) if change.kind in changed else change
        for change in comparison.changes
    )
    return replace(comparison, rows=rows, changes=changes)


def _of_kind(each: _Kinded, kind: Kind) -> _Kinded:
    """The row or change itself where it is of that kind, as most are."""
    return each if each.kind is kind else replace(each, kind=kind)


class _Reading:
    """All rows, read one after the other."""

    def __init__(self, comparison: Comparison, progress: Progress, before: Account | None) -> None:
        self._comparison = comparison
        known = before and replace(before, comparison=comparison)
        self._edits_of = known.edits_of if known else partial(edits_of, comparison)
        self._progress = progress
        self._count: Counter[Wording] = Counter()
        self._found: list[Found] = []
        self._by_row: dict[int, tuple[Edit, ...]] = {}
        self._gone = self._new = self._quiet = 0
        self._run = self._longest = Same()

    def account(self) -> Account:
        comparison = self._comparison
        rows = range(len(comparison.rows))
        # The same few sets again and again: each is kept once.
        sets: dict[frozenset[Wording], frozenset[Wording]] = {}
        kinds: list[frozenset[Wording]] = []
        for number in telling(rows, lambda: self._progress(len(kinds) / len(rows)), _TELL_EVERY):
            edits = self._edits_of(number)
            of_row = frozenset([edit.wording for edit in edits])
            kinds.append(sets.setdefault(of_row, of_row))
            self._read(number, edits)
        self._end_run()
        found = self._found[:_ENOUGH]
        return Account(
            settled(comparison, tuple(kinds)),
            tuple(kinds),
            self._count,
            WordCounts(self._gone, self._new, self._quiet),
            self._longest,
            tuple(self._ledger(found)),
            tuple(each for each in found if each.edit.wording is Wording.FACT),
            tuple(each for each in found if each.edit.changes_quotation),
            self._by_row,
            (_BOUNDED,) if len(self._found) > _ENOUGH else (),
        )

    def _ledger(self, found: list[Found]) -> list[Pattern]:
        """The patterns among some edits, with the places where they were not followed."""
        comparison = self._comparison
        lefts = (
            (number, paragraph, comparison.left.paragraphs[paragraph].text)
            for number in self._by_row
            for paragraph in comparison.rows[number].left
        )
        return with_kept(patterns(comparison, found), lefts, self._covered)

    def _covered(self, row: int, paragraph: int) -> Sequence[Span]:
        """What edits of a row cover of a left paragraph, in order."""
        return [
            passage.span
            for edit in self._by_row[row]
            for passage in edit.left
            if passage.paragraph == paragraph
        ]

    def _read(self, number: int, edits: tuple[Edit, ...]) -> None:
        """Count one row."""
        row = self._comparison.rows[number]
        if row.kind is Kind.ASIDE:
            return
        if row.kind is Kind.MOVED and not row.left:
            self._end_run()
            return  # Its edits were read at its other end.
        self._count.update([edit.wording for edit in edits])
        left, right = self._comparison.both_sides(number)
        here = _Text(self._comparison.left, left)
        there = _Text(self._comparison.right, right)
        if left and right:
            if len(self._found) <= _ENOUGH:
                self._found += [Found(number, edit) for edit in edits]
                self._by_row[number] = edits
            self._read_pair(here, there, edits, left[0])
        else:
            carried = sum(here.words_in(edit.left) + there.words_in(edit.right) for edit in edits)
            self._gone += here.all_words() - (carried if left else 0)
            self._new += there.all_words() - (carried if right else 0)
        if not (left and right) or row.kind is Kind.MOVED:
            self._end_run()

    def _read_pair(self, here: _Text, there: _Text, edits: Iterable[Edit], paragraph: int) -> None:
        """Count the words of two sides, and those in a row that are the same."""
        shared = gone = new = 0
        for edit in edits:
            left, right = here.words_in(edit.left), there.words_in(edit.right)
            if edit.quiet:
                self._quiet += left
                continue
            before = (
                here.words_to(edit.left[0]) - gone
                if edit.left
                else (there.words_to(edit.right[0]) - new)
            )
            self._lengthen(before - shared, (edit.left[0].paragraph if edit.left else paragraph))
            self._end_run()
            shared = before
            gone, new = gone + left, new + right
            if edit.wording is not Wording.CARRIED:
                self._gone, self._new = self._gone + left, self._new + right
        self._lengthen(here.words_to_end() - gone - shared, here.last)

    def _lengthen(self, words: int, paragraph: int) -> None:
        """So many more words are the same on both sides, up to a left paragraph."""
        if words > 0:
            run = self._run
            first = run.first if run.words else paragraph
            self._run = Same(run.words + words, first, paragraph)

    def _end_run(self) -> None:
        if self._run.words > self._longest.words:
            self._longest = self._run
        self._run = Same()


class _Text:
    """The paragraphs of one side of a row, and how far their words are counted."""

    def __init__(self, article: Article, numbers: tuple[int, ...]) -> None:
        self._article = article
        self._numbers = numbers
        self._at = 0
        self._offset = 0
        self._words = 0

    @property
    def last(self) -> int:
        """The number of the last paragraph."""
        return self._numbers[-1]

    def all_words(self) -> int:
        """All the words, counted as `Article.words` counts them."""
        return sum(word_count(self._text(number)) for number in self._numbers)

    def words_in(self, passages: Iterable[Passage]) -> int:
        """The words of some passages."""
        return sum(_words(self._text(each.paragraph), each.span) for each in passages)

    def words_to(self, passage: Passage) -> int:
        """The words before a passage, which stands behind the one asked for before."""
        while self._numbers[self._at] != passage.paragraph:
            self._count_to(None)
            self._at, self._offset = self._at + 1, 0
        self._count_to(passage.span.start)
        return self._words

    def words_to_end(self) -> int:
        """All the words."""
        while self._at < len(self._numbers):
            self._count_to(None)
            self._at, self._offset = self._at + 1, 0
        return self._words

    def _count_to(self, offset: int | None) -> None:
        text = self._text(self._numbers[self._at])
        end = len(text) if offset is None else offset
        self._words += _words(text, Span(self._offset, end))
        self._offset = end

    def _text(self, paragraph: int) -> str:
        return self._article.paragraphs[paragraph].text


def _words(text: str, span: Span) -> int:
    """The words of a stretch that begins and ends between words; marks alone are none."""
    part = text[span.start : span.end]
    words = len(_WORD.findall(part))
    return words if part.isascii() else words + len(_SIGN.findall(part)) // 2
