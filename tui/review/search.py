"""Find a word or a phrase in both articles.

In: a comparison and what was typed. Out: the matches in reading order. Going
there and showing them is the screen's business.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tui.article.model import Article, Span
from tui.compare.model import Comparison, Side


@dataclass(frozen=True, slots=True)
class Match:
    """One place where the words stand."""

    row: int
    """Row of the comparison, from 0."""
    side: Side
    paragraph: int
    """Number of the paragraph in the article of that side, from 0."""
    span: Span


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched for, and where it stands."""

    query: str
    matches: tuple[Match, ...]
    """By row, then left before right, then as they stand in the text."""
    on_left: int
    """How many of them the left article has."""

    def count(self, side: Side) -> int:
        """How many matches one article has."""
        return self.on_left if side is Side.LEFT else len(self.matches) - self.on_left

    def below(self, number: int | None, row: int) -> int:
        """Number (from 0) of the match after match `number`, or else from `row` on; it wraps."""
        if number is not None:
            return (number + 1) % len(self.matches)
        return bisect_left(self.matches, row, key=_row) % len(self.matches)

    def above(self, number: int | None, row: int) -> int:
        """Number (from 0) of the match before match `number`, or else up to `row`; it wraps."""
        if number is not None:
            return (number - 1) % len(self.matches)
        return (bisect_right(self.matches, row, key=_row) - 1) % len(self.matches)


def find(comparison: Comparison, query: str, side: Side = Side.BOTH) -> Search:
    """Every place where `query` stands in the articles of `side`, capitals aside.

    Blanks in the query match any run of blanks, no-break spaces too; straight
    quotes match curly ones, for a keyboard has no others. An empty query has
    no matches.
    """
    words = query.split()
    if not words:
        return Search(query, (), 0)
    pattern = re.compile(r"\s+".join(_pattern(word) for word in words), re.IGNORECASE)
    in_left = _matches(comparison.left, pattern) if side is not Side.RIGHT else {}
    in_right = _matches(comparison.right, pattern) if side is not Side.LEFT else {}
    matches = [
        Match(number, where, paragraph, span)
        for number, row in enumerate(comparison.rows)
        for where, paragraphs, found in (
            (Side.LEFT, row.left, in_left),
            (Side.RIGHT, row.right, in_right),
        )
        for paragraph in paragraphs
        for span in found.get(paragraph, ())
    ]
    return Search(query, tuple(matches), sum(map(len, in_left.values())))


def _pattern(word: str) -> str:
    quotes = {"'": "['\u2018\u2019]", '"': '["\u201c\u201d]', "-": "[-\u2010-\u2015]"}
    return "".join(quotes.get(letter, re.escape(letter)) for letter in word)


def _matches(article: Article, pattern: re.Pattern[str]) -> dict[int, tuple[Span, ...]]:
    found: dict[int, tuple[Span, ...]] = {}
    for number, paragraph in enumerate(article.paragraphs):
        spans = tuple(Span(*match.span()) for match in pattern.finditer(paragraph.text))
        if spans:
            found[number] = spans
    return found


def _row(match: Match) -> int:
    return match.row
