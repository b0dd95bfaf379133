"""Sum a comparison up in a few plain sentences, by rule.

In: an account. Out: sentences. Where they are shown is other packages' business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tui.article.counting import counted
from tui.article.model import Article, Role
from tui.compare.accounting import Account
from tui.compare.model import Comparison, Kind, Regime, Side, Wording
from tui.compare.signs import beginning

_HEADLINE = 70
"""Letters of a headline that are told."""
_PAIRED = (
    (Kind.SAME, "is the same", "are the same"),
    (Kind.QUIET, "differs in house style alone", "differ in house style alone"),
    (Kind.REWORDED, "is reworded", "are reworded"),
    (Kind.SPLIT, "is split", "are split"),
    (Kind.MERGED, "is made of several", "are made of several"),
    (Kind.REGROUPED, "stretch is cut into paragraphs otherwise", "stretches are cut otherwise"),
)
_ALONE = (
    (Kind.ADDED, "was added", "were added"),
    (Kind.REMOVED, "was removed", "were removed"),
    (Kind.MOVED, "moved", "moved"),
)
_SINCE = {
    Kind.SAME: "is the same",
    Kind.QUIET: "differs in house style alone",
    Kind.REWORDED: "is reworded",
    Kind.SPLIT: "is split",
    Kind.MERGED: "is merged with another paragraph",
    Kind.REGROUPED: "is cut into paragraphs otherwise",
}


def summary(account: Account) -> tuple[str, ...]:
    """What differs between two articles, in the order in which an editor would ask.

    What is set aside is counted nowhere, unless it was compared.
    """
    return tuple(_sentences(account))


def _sentences(account: Account) -> Iterator[str]:
    comparison = account.comparison
    left, right = (_size(comparison, article) for article in comparison.articles)
    if not comparison.changes:
        yield f"The two are the same: {left}."
        return
    yield f"The left has {left}; the right has {right}."
    if comparison.regime is Regime.TELLINGS:
        yield "They are two tellings, with few or no passages in common."
    yield from _paragraphs(comparison)
    yield from _opening(comparison)
    yield from _words(account)
    if account.same.words:
        first, last = account.same.first + 1, account.same.last + 1
        where = f"¶{first}" if first == last else f"¶{first} to ¶{last}"
        words = counted(account.same.words, "word")
        aside = ", house style aside," if _quiet(account) else ""
        yield f"The longest stretch that is the same{aside} has {words}, in {where} on the left."
    yield from account.bounded


def _size(comparison: Comparison, article: Article) -> str:
    paragraphs = [each for each in article.paragraphs if comparison.options.compares(each)]
    return f"{counted(len(paragraphs), 'paragraph')} and {counted(article.words, 'word')}"


def _paragraphs(comparison: Comparison) -> Iterator[str]:
    """How many paragraphs there are of each kind."""
    count: Counter[Kind] = Counter()
    for row in comparison.rows:
        # A move has a row at either end.
        if row.kind is not Kind.MOVED or row.left:
            count[row.kind] += 1
    for kinds in (_PAIRED, _ALONE):
        told = [
            (count[kind], one if count[kind] == 1 else many)
            for kind, one, many in kinds
            if count[kind]
        ]
        if told:
            (number, first), *rest = told
            listed = [f"{counted(number, 'paragraph')} {first}"]
            listed += [f"{number:,} {words}" for number, words in rest]
            yield f"{_listed(listed)}."


def _opening(comparison: Comparison) -> Iterator[str]:
    """What became of the headline and of the lead."""
    left, right = (_first(article, Role.TITLE) for article in comparison.articles)
    if left is not None and right is not None:
        here, there = comparison.left.paragraphs[left].text, comparison.right.paragraphs[right].text
        if here == there:
            yield "The headline is the same."
        else:
            was, now = beginning(here, _HEADLINE), beginning(there, _HEADLINE)
            yield f"The headline was “{was}” and is “{now}”."
    left, right = (_first(article, Role.BODY) for article in comparison.articles)
    if left is None or right is None:
        return
    row = comparison.rows[comparison.row_of(Side.LEFT, left)]
    if right in row.right and row.kind in _SINCE:
        yield f"The lead {_SINCE[row.kind]}."
    else:
        yield "The lead is another one."


def _first(article: Article, role: Role) -> int | None:
    """The number of the first paragraph of a role."""
    numbers = (n for n, each in enumerate(article.paragraphs) if each.role is role)
    return next((n for n in numbers if not article.paragraphs[n].aside), None)


def _words(account: Account) -> Iterator[str]:
    """How many words went and came, and of what kinds the edits are."""
    gone, new = account.words.gone, account.words.new
    if gone or new:
        went = counted(gone, "word") if gone else "No word"
        yield f"{went} went and {counted(new, 'word') if new else 'none'} came in."
    edits = sum(account.edits.values())
    if not edits:
        return
    quiet = _quiet(account)
    facts, quoted = account.edits[Wording.FACT], len(account.quotations)
    told = [f"{_are(quiet)} house style"]
    told += [f"{_are(facts)} of facts"] if facts else []
    told += [f"{_are(quoted)} inside quotation marks"] if quoted else []
    yield f"Of {counted(edits, 'edit')} inside paragraphs, {_listed(told)}."


def _quiet(account: Account) -> int:
    """How many edits are house style."""
    return sum(account.edits[kind] for kind in account.comparison.options.quiet)


def _are(number: int) -> str:
    """`none is`, `1 is`, `2 are`."""
    return f"{number:,} {'is' if number == 1 else 'are'}" if number else "none is"


def _listed(parts: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
