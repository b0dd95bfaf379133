"""Let paragraphs left over join the pair beside them: splits and merges.

In: links in order, and the words of each paragraph. Out: groups. Which pairs
hold was decided before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tui.compare.model import Link

Numbers = tuple[tuple[int, ...], tuple[int, ...]]
"""Left and right paragraphs that belong together, ascending, in sequence."""
Bag = Mapping[int, int]
"""How often each word, by its number, occurs in a paragraph."""


def join(
    links: Sequence[Link],
    left: Sequence[Bag],
    right: Sequence[Bag],
    weights: Sequence[float],
    floor: float,
) -> list[Numbers]:
    """Each link with the free paragraphs beside it that its partner has words for.

    A paragraph joins when at least `floor` (0 to 1) of its weight lies in
    words which the partner holds beyond those of the paragraphs it has
    already. A group grows on one side only: one to many is a split, many to
    one a merge. A paragraph between two groups goes to the first that takes
    it. Takes time in proportion to the words looked at.
    """
    groups: list[Numbers] = []
    for number, (i, j) in enumerate(links):
        before = (groups[-1][0][-1], groups[-1][1][-1]) if groups else (-1, -1)
        after = links[number + 1] if number + 1 < len(links) else (len(left), len(right))
        lefts = _grown(i, left, right[j], before[0], after[0], weights, floor)
        rights: tuple[int, ...] = (j,)
        if len(lefts) == 1:
            rights = _grown(j, right, left[i], before[1], after[1], weights, floor)
        groups.append((lefts, rights))
    return groups


def _grown(
    start: int,
    bags: Sequence[Bag],
    partner: Bag,
    before: int,
    after: int,
    weights: Sequence[float],
    floor: float,
) -> tuple[int, ...]:
    """Paragraph `start` and its free neighbours, from behind `before` to ahead of `after`."""
    first = last = start
    if before + 1 == start and start + 1 == after:
        return (start,)
    spare = Counter(partner)
    spare.subtract(bags[start])
    while last + 1 < after and _takes(spare, bags[last + 1], weights, floor):
        last += 1
    while first - 1 > before and _takes(spare, bags[first - 1], weights, floor):
        first -= 1
    return tuple(range(first, last + 1))


def _takes(spare: Counter[int], bag: Bag, weights: Sequence[float], floor: float) -> bool:
    """Whether enough of a paragraph is among the spare words; if so they are used up."""
    whole = _weight(bag.items(), weights)
    held = _weight(((word, min(count, spare[word])) for word, count in bag.items()), weights)
    if not whole or held < floor * whole:
        return False
    spare.subtract(bag)
    return True


def _weight(counts: Iterable[tuple[int, int]], weights: Sequence[float]) -> float:
    return sum(weights[word] * count for word, count in counts if count > 0)
