"""Write what differs put together: the style ledger, facts and quotations, the summary.

In: an account. Out: pieces of text. What belongs in each was decided before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.article.counting import counted
from tui.compare import summary
from tui.compare.accounting import Account
from tui.compare.ledger import Pattern
from tui.compare.model import Comparison, Fact, Found, Passage
from tui.export.excerpts import edit_excerpt, passage_excerpt
from tui.export.wanted import Section, Wanted
from tui.export.wrapping import hanging, wrapped

_INDENT = "  "
_FACTS = (
    (Fact.NUMBER, "Numbers"),
    (Fact.DATE, "Dates"),
    (Fact.UNIT, "Units"),
    (Fact.NAME, "Names"),
)
"""The facts in the order in which they are written."""
_KEPT = 20
"""Places at which a form was kept that are written out; a common word has thousands."""
_NOTHING = "(nothing)"
"""What stands for a form without a letter: a comma that came in."""


def write_sections(account: Account, wanted: Wanted) -> Iterator[str]:
    """The sections that are wanted, each under its heading, with a blank line behind it."""
    writers: dict[Section, tuple[str, Callable[[Account, int], Iterator[str]]]] = {
        Section.LEDGER: ("STYLE LEDGER", _ledger),
        Section.FACTS: ("FACTS AND QUOTATIONS", _facts),
        Section.SUMMARY: ("SUMMARY", _summary),
    }
    for number, section in enumerate(s for s in Section if s in wanted.sections):
        heading, write = writers[section]
        yield f"\n{heading}\n\n" if number else f"{heading}\n\n"
        yield from write(account, wanted.width)


def _summary(account: Account, width: int) -> Iterator[str]:
    for sentence in summary(account):
        yield _sentence(sentence, width)


def _ledger(account: Account, width: int) -> Iterator[str]:
    if not account.ledger:
        yield _sentence("No form stands where another stood more than once.", width)
    for number, pattern in enumerate(account.ledger):
        yield "\n" if number else ""
        yield from _pattern(account.comparison, pattern, width)
    yield from _bounded(account, width)


def _pattern(comparison: Comparison, pattern: Pattern, width: int) -> Iterator[str]:
    left, right = pattern.left or _NOTHING, pattern.right or _NOTHING
    times = f"×{len(pattern.places):,}"
    heading = wrapped(f"{left} → {right} {times} · {pattern.wording.value}", width)
    yield f"\n{_INDENT}".join(heading) + "\n"
    yield from _places(comparison, pattern.places, width)
    if not pattern.kept:
        return
    yield f"{_INDENT}kept as it was:\n"
    kept = [
        (_where(comparison, row, (passage,), ()), passage_excerpt(comparison.left, passage))
        for row, passage in pattern.kept[:_KEPT]
    ]
    yield from _listed(kept, width)
    if len(pattern.kept) > _KEPT:
        yield f"{_INDENT}and in {counted(len(pattern.kept) - _KEPT, 'more place')}\n"


def _facts(account: Account, width: int) -> Iterator[str]:
    # An edit of several facts stands under the first of them.
    order = [fact for fact, _ in _FACTS]
    first: dict[Fact, list[Found]] = {fact: [] for fact in order}
    for found in account.facts:
        first[min(found.edit.facts, key=order.index)].append(found)
    groups = [*((name, first[fact]) for fact, name in _FACTS), ("Quotations", account.quotations)]
    told = [(name, places) for name, places in groups if places]
    if not told:
        yield _sentence(
            "Inside paragraphs no number, date, unit or name differs, and no quotation.", width
        )
    for number, (name, places) in enumerate(told):
        yield "\n" if number else ""
        yield f"{name} ({len(places):,})\n"
        yield from _places(account.comparison, places, width)
    yield from _bounded(account, width)


def _places(comparison: Comparison, places: Iterable[Found], width: int) -> Iterator[str]:
    """Where edits are, and both wordings of each in a few words of context."""
    lines: list[tuple[str, str]] = []
    for row, edit in ((found.row, found.edit) for found in places):
        note = " (same day, said differently)" if edit.same_day else ""
        where = _where(comparison, row, edit.left, edit.right)
        lines.append((where, f"{edit_excerpt(comparison, edit)}{note}"))
    return _listed(lines, width)


def _listed(lines: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Places and what stands there, side by side."""
    room = max((len(where) for where, _ in lines), default=0)
    for where, text in lines:
        yield from hanging(f"{_INDENT}{where:<{room}}  ", text, width)


def _where(
    comparison: Comparison, row: int, left: Iterable[Passage], right: Iterable[Passage]
) -> str:
    """The paragraphs of both sides, counted from 1; those of the row where a side has none."""
    beside = comparison.both_sides(row)
    numbers = (
        [passage.paragraph for passage in passages] or list(of_row)
        for passages, of_row in zip((left, right), beside, strict=True)
    )
    return "/".join(map(_numbers, numbers))


def _numbers(paragraphs: Sequence[int]) -> str:
    first, last = paragraphs[0] + 1, paragraphs[-1] + 1
    return f"¶{first}" if first == last else f"¶{first}–{last}"


def _bounded(account: Account, width: int) -> Iterator[str]:
    for sentence in account.bounded:
        yield f"\n{_sentence(sentence, width)}"


def _sentence(text: str, width: int) -> str:
    return "\n".join(wrapped(text, width)) + "\n"
