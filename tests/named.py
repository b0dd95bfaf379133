"""Score how edits are named, against the names that editors gave them.

In: a labelled case. Out: counts. Which marks agree is `benchmarks.marks`' business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from tests.benchmarks.marks import cores
from tests.labelled import Case, Label
from tui.article.model import About, Article, Paragraph, Role, Span
from tui.compare import Change, Comparison, Edit, Kind, Regime, Row, Wording, edits_of


@dataclass(frozen=True, slots=True)
class Named:
    """How the edits of some cases are named; counts."""

    agree: int = 0
    """Marks that agree with a labelled one, ..."""
    right: int = 0
    """... and those of them whose kind is that of the label."""
    facts: int = 0
    """Labelled facts, ..."""
    facts_found: int = 0
    """... those that an edit of facts touches, ..."""
    facts_quiet: int = 0
    """... and those that only quiet edits touch."""
    told: int = 0
    """Edits of facts, ..."""
    told_right: int = 0
    """... and those of them that touch a labelled fact."""
    quoted: int = 0
    """Changed quotations, ..."""
    quoted_found: int = 0
    """... and those that are known as such."""

    def __add__(self, other: Named) -> Named:
        return Named(*map(sum, zip(astuple(self), astuple(other), strict=True)))

    @property
    def kinds(self) -> float:
        """Share (0 to 1) of the marks that agree whose kind is right."""
        return self.right / self.agree

    @property
    def recall(self) -> float:
        """Share (0 to 1) of the labelled facts that are found."""
        return self.facts_found / self.facts

    @property
    def precision(self) -> float:
        """Share (0 to 1) of the edits of facts that are ones."""
        return self.told_right / self.told


def comparison_of(case: Case) -> Comparison:
    """A comparison of one row that holds the case."""
    dates = case.dates or (None, None)
    left, right = (
        Article(
            side,
            (Paragraph(text, Role.BODY, 1),),
            side,
            about=About(date=day.isoformat() if day else None, language=case.language),
        )
        for side, text, day in (("left", case.left, dates[0]), ("right", case.right, dates[1]))
    )
    rows = (Row((0,), (0,), Kind.REWORDED, 0.9, 1),)
    changes = (Change(1, Kind.REWORDED, (0,), (0,), (0,)),)
    return Comparison(left, right, rows, changes, Regime.VERSIONS)


def named(case: Case) -> Named:
    """How the edits of a case are named."""
    edits = edits_of(comparison_of(case), 0)
    matched = _matched(case, edits)
    facts = [label for label in case.marks if label.kind is Wording.FACT]
    told = [edit for edit in edits if edit.wording is Wording.FACT]
    touching = [[*_touching(fact, edits)] for fact in facts]
    quoted = [edit for label, edit in matched if "quoted" in label.flags]
    return Named(
        agree=len(matched),
        right=sum(edit.wording is label.kind for label, edit in matched),
        facts=len(facts),
        facts_found=sum(any(edit in told for edit in some) for some in touching),
        facts_quiet=sum(bool(some) and all(edit.quiet for edit in some) for some in touching),
        told=len(told),
        told_right=sum(any(edit in some for some in touching) for edit in told),
        quoted=len(quoted),
        quoted_found=sum(edit.quoted for edit in quoted),
    )


def mistaken(case: Case) -> Counter[tuple[str, str]]:
    """What marks that agree were labelled, and what they are called instead."""
    matched = _matched(case, edits_of(comparison_of(case), 0))
    pairs = ((label.kind.value, edit.wording.value) for label, edit in matched)
    return Counter(pair for pair in pairs if len({*pair}) > 1)


def _matched(case: Case, edits: Sequence[Edit]) -> list[tuple[Label, Edit]]:
    """The labels that an edit agrees with, each with that edit."""
    at = cores(case, [(label.left, label.right) for label in case.marks])
    labels = dict(zip(at, case.marks, strict=True))
    found = zip(cores(case, [*map(_spans, edits)]), edits, strict=True)
    return [(labels[core], edit) for core, edit in found if core in labels]


def _spans(edit: Edit) -> tuple[Span | None, Span | None]:
    return edit.left[0].span if edit.left else None, edit.right[0].span if edit.right else None


def _touching(label: Label, edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits that share letters with a label."""
    for edit in edits:
        pairs = zip(_spans(edit), (label.left, label.right), strict=True)
        if any(a and b and a.start < b.end and b.start < a.end for a, b in pairs):
            yield edit
