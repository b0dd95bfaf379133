"""Let paragraphs left over join the pair beside them: splits and merges.

In: pairs in order, and what each paragraph weighs. Out: groups. What a weight
is, and what a group is called, is other files' business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

Numbers = tuple[tuple[int, ...], tuple[int, ...]]
"""Left and right paragraphs that belong together, ascending, in sequence."""

Fits = Callable[[Numbers, Numbers], bool]
"""Whether the first group is better off as the second, larger one."""


def join(groups: Sequence[Numbers], counts: tuple[int, int], fits: Fits) -> list[Numbers]:
    """Groups with the free paragraphs beside them taken in, where `fits` says so.

    A group grows on one side only: one to many is a split, many to one a
    merge. A paragraph between two groups goes to the first that takes it.
    """
    grown = list(groups)
    for number in range(len(grown)):
        before = grown[number - 1] if number else ((-1,), (-1,))
        after = grown[number + 1] if number + 1 < len(grown) else ((counts[0],), (counts[1],))
        grown[number] = _grow(grown[number], before, after, fits)
    return grown


def _grow(group: Numbers, before: Numbers, after: Numbers, fits: Fits) -> Numbers:
    growing = True
    while growing:
        growing = False
        for larger in _neighbours(group, before, after):
            if fits(group, larger):
                group = larger
                growing = True
                break
    return group


def _neighbours(group: Numbers, before: Numbers, after: Numbers) -> list[Numbers]:
    """The group with one free paragraph more, on each side where it may grow."""
    left, right = group
    larger: list[Numbers] = []
    if len(right) == 1:
        if left[-1] + 1 < after[0][0]:
            larger.append(((*left, left[-1] + 1), right))
        if left[0] - 1 > before[0][-1]:
            larger.append(((left[0] - 1, *left), right))
    if len(left) == 1:
        if right[-1] + 1 < after[1][0]:
            larger.append((left, (*right, right[-1] + 1)))
        if right[0] - 1 > before[1][-1]:
            larger.append((left, (right[0] - 1, *right)))
    return larger
