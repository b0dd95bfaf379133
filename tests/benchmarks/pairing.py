"""Measure how well paragraphs are paired in texts whose true pairs are known, and print a table.

Run it with `python -m tests.benchmarks.pairing`; it takes about a minute.
Name kinds of edits to measure only those; `--mistakes 5` shows the texts of
five wrong pairs of each kind, `--seeds 10` edits every story ten times.

Links: precision, recall and F1 over all pairs of paragraphs that belong
together. Moved, splits, merges: F1, of moved links and of whole groups. Kinds:
share of the paragraphs of both sides whose kind (same, quiet, reworded, added,
removed, moved, split, merged) is right. `–` where there is nothing to find and
nothing was found.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.benchmarks.corpora import CORPORA, Story, stories
from tests.benchmarks.editing import EditedText, Group, Plan, edit
from tests.strategies import article_of
from tui.compare import Comparison, Kind, Side, compare
from tui.compare.model import Link

_COPY = Plan(reworded=0.3, words=0.08, noisy=0.2, removed=0.02, added=0.02)
PLANS = {
    "untouched": Plan(),
    "typography": Plan(noisy=1.0),
    "copy-edited": _COPY,
    "10 % of words": Plan(reworded=1.0, words=0.1),
    "50 %, spread": Plan(reworded=1.0, words=0.5),
    "50 %, clustered": Plan(reworded=1.0, words=0.5, clustered=True),
    "75 %, spread": Plan(reworded=1.0, words=0.75),
    "75 %, clustered": Plan(reworded=1.0, words=0.75, clustered=True),
    "came and went": Plan(removed=0.2, added=0.2),
    "came and went, 50 %": Plan(removed=0.15, added=0.15, reworded=1.0, words=0.5),
    "moved near": Plan(moved=0.1),
    "moved far": Plan(moved=0.1, far=True),
    "moved near, 20 %": Plan(moved=0.1, reworded=1.0, words=0.2),
    "moved far, 20 %": Plan(moved=0.1, far=True, reworded=1.0, words=0.2),
    "split": Plan(split=0.3),
    "split, 15 %": Plan(split=0.3, reworded=1.0, words=0.15),
    "merged": Plan(merged=0.15),
    "merged, 15 %": Plan(merged=0.15, reworded=1.0, words=0.15),
    "carried over": Plan(carried=0.3),
    "repeated * * *": Plan(repeated="* * *", removed=0.1, added=0.1, reworded=0.3, words=0.1),
    "repeated words": Plan(repeated="Advertisement", removed=0.1, added=0.1),
    "all of it": Plan(
        reworded=0.4,
        words=0.15,
        noisy=0.2,
        removed=0.05,
        added=0.05,
        split=0.05,
        merged=0.03,
        moved=0.05,
    ),
    "all of it, 50 %": Plan(
        reworded=1.0,
        words=0.5,
        noisy=0.2,
        removed=0.05,
        added=0.05,
        split=0.05,
        merged=0.03,
        moved=0.05,
    ),
    "unrelated": Plan(removed=1.0, added=1.0),
}
"""The kinds of edits."""
SEEDS = 4
"""Times that every story is edited in every way."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a comparison says, in the terms of an `EditedText`."""

    links: frozenset[Link]
    moved: frozenset[Link]
    splits: frozenset[Group]
    merges: frozenset[Group]
    kinds: tuple[tuple[Kind | None, ...], tuple[Kind | None, ...]]


@dataclass(slots=True)
class Tally:
    """How many were right, were found, and were there to be found."""

    right: int = 0
    found: int = 0
    true: int = 0

    def add(self, found: frozenset[object], true: frozenset[object]) -> None:
        self.right += len(found & true)
        self.found += len(found)
        self.true += len(true)

    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    def recall(self) -> float | None:
        return self.right / self.true if self.true else None

    def f1(self) -> float | None:
        both = self.found + self.true
        return 2 * self.right / both if both else None


@dataclass(slots=True)
class Score:
    """The tallies of some edited texts together."""

    links: Tally = field(default_factory=Tally)
    moved: Tally = field(default_factory=Tally)
    splits: Tally = field(default_factory=Tally)
    merges: Tally = field(default_factory=Tally)
    kinds: Tally = field(default_factory=Tally)

    def add(self, text: EditedText, found: Found) -> None:
        """Count one text; what is open is neither right nor wrong."""
        moved = moves_read(text, found.moved)
        unsure = text.open | {link for readings in text.moved for r in readings for link in r}
        self.links.add(found.links - text.open, text.links)
        # Open where one reading is as good as another, but for the reading chosen.
        self.moved.add(found.moved - (text.open - moved), moved)
        self.splits.add(found.splits - open_groups(found.splits, unsure), text.splits)
        self.merges.add(found.merges - open_groups(found.merges, unsure), text.merges)
        self.kinds.add(_known(found.kinds, text), _known(text.kinds, text))

    def __str__(self) -> str:
        links = (self.links.precision(), self.links.recall(), self.links.f1())
        others = (self.moved, self.splits, self.merges, self.kinds)
        return " ".join(map(percent, (*links, *(tally.f1() for tally in others))))


HEADS = ("P", "R", "F1", "moved", "splits", "merges", "kinds")


def percent(value: float | None) -> str:
    return "      –" if value is None else f"{100 * value:7.2f}"


def moves_read(text: EditedText, found: frozenset[Link]) -> frozenset[Link]:
    """The links that moved, each move read the way that agrees best with what was found."""
    return frozenset(
        link
        for readings in text.moved
        for link in max(readings, key=lambda links: (len(links & found), -len(links)))
    )


def open_groups(groups: frozenset[Group], unsure: frozenset[Link]) -> frozenset[Group]:
    """Those groups that hold a pair which may be linked or not."""
    return frozenset(
        group for group in groups if any((i, j) in unsure for i in group.left for j in group.right)
    )


def _known(
    kinds: tuple[tuple[Kind | None, ...], tuple[Kind | None, ...]], text: EditedText
) -> frozenset[object]:
    """The kinds of those paragraphs of which the truth knows it."""
    return frozenset(
        (side, number, kind)
        for side in (0, 1)
        for number, (kind, true) in enumerate(zip(kinds[side], text.kinds[side], strict=True))
        if true is not None
    )


def found_by(comparison: Comparison) -> Found:
    """What the rows of a comparison say."""
    links: set[Link] = set()
    moved: set[Link] = set()
    groups: set[Group] = set()
    kinds: list[list[Kind | None]] = [
        [None] * len(comparison.article(side).paragraphs) for side in (Side.LEFT, Side.RIGHT)
    ]
    for number, row in enumerate(comparison.rows):
        left, right = comparison.both_sides(number)
        pairs = {(i, j) for i in left for j in right}
        links |= pairs
        if row.kind is Kind.MOVED:
            moved |= pairs
        if len(left) + len(right) > 2 and left and right:
            groups.add(Group(left, right))
        for side, numbers in enumerate((row.left, row.right)):
            for paragraph in numbers:
                kinds[side][paragraph] = row.kind
    return Found(
        frozenset(links),
        frozenset(moved),
        frozenset(group for group in groups if len(group.right) > 1),
        frozenset(group for group in groups if len(group.left) > 1),
        (tuple(kinds[0]), tuple(kinds[1])),
    )


def edited_texts(kind: str, corpus: str, seeds: int) -> Iterator[tuple[Story, EditedText]]:
    """The texts of one kind of edit and one corpus, the same in every run."""
    for story in stories(corpus):
        for seed in range(seeds):
            chance = random.Random(f"{kind} {story.name} {seed}")
            yield story, edit(story.paragraphs, story.pool, PLANS[kind], chance)


def compared(text: EditedText) -> Found:
    return found_by(compare(article_of(list(text.left)), article_of(list(text.right))))


def mistakes_in(text: EditedText, found: Found) -> Iterator[str]:
    """A few lines for everything that is wrong."""
    for what, pairs in (
        ("false link", found.links - text.links - text.open),
        ("missed link", text.links - found.links),
        ("not moved", moves_read(text, found.moved) - found.moved),
        ("moved?", found.moved - moves_read(text, found.moved) - text.open),
    ):
        for i, j in sorted(pairs):
            yield f"{what} {i}-{j}\n    L {text.left[i][:150]}\n    R {text.right[j][:150]}"
    for name, true, groups in (
        ("split", text.splits, found.splits),
        ("merge", text.merges, found.merges),
    ):
        for group in sorted(groups ^ true):
            yield f"{'false' if group in groups else 'missed'} {name} {group.left} {group.right}"
    for side in (0, 1):
        for number, true_kind in enumerate(text.kinds[side]):
            said = found.kinds[side][number]
            if true_kind and said is not true_kind:
                yield f"{'LR'[side]} {number} is {true_kind} and not {said}"


def pairing(kinds: list[str], seeds: int, mistakes: int) -> None:
    """Print the table."""
    sums = {kind: Score() for kind in kinds}
    for kind in kinds:
        print(f"\n{kind:28}", *(f"{head:>7}" for head in HEADS))
        for corpus in CORPORA:
            score, shown = Score(), 0
            for story, text in edited_texts(kind, corpus, seeds):
                found = compared(text)
                for total in (score, sums[kind]):
                    total.add(text, found)
                for mistake in mistakes_in(text, found):
                    if shown < mistakes:
                        print(f"  {story.name}: {mistake}")
                        shown += 1
            print(f"  {corpus:26}", score)
    print(f"\n{'All corpora':28}", *(f"{head:>7}" for head in HEADS))
    for kind, score in sums.items():
        print(f"  {kind:26}", score)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kinds", nargs="*", choices=[[], *PLANS], default=[], metavar="KIND")
    options.add_argument("--seeds", type=int, default=SEEDS)
    options.add_argument("--mistakes", type=int, default=0)
    given = options.parse_args()
    start = time.process_time()
    pairing(given.kinds or list(PLANS), given.seeds, given.mistakes)
    print(f"\n{time.process_time() - start:.0f} s of the processor")


if __name__ == "__main__":
    main()
