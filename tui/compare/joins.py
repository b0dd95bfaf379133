"""Let paragraphs left over join the pair beside them: splits and merges.

In: links in order, and the words of each paragraph. Out: groups. Which pairs
hold was decided before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from tui.compare.model import Link, Numbers, telling

Side = tuple[int, Callable[[int], str]]
"""How many paragraphs there are, and the words of each, one code point a word."""

Allows = Callable[[Sequence[int], Sequence[int]], bool]
"""Whether left and right paragraphs may stand together."""


def join(
    links: Sequence[Link],
    left: Side,
    right: Side,
    weights: Mapping[str, float],
    floor: float,
    tell: Callable[[], None],
    allows: Allows,
) -> list[Numbers]:
    """Each link with the free paragraphs beside it that its partner has words for.

    A paragraph joins when at least `floor` (0 to 1) of its weight lies in
    words which the partner holds beyond those of the paragraphs it has
    already. A group grows on one side only: one to many is a split, many to
    one a merge. A paragraph between two groups goes to the first that takes
    it, and to none that it is not allowed beside. Takes time in proportion to
    the words looked at; `tell` is called now and then.
    """
    groups: list[Numbers] = []
    for number, (i, j) in enumerate(telling(links, tell)):
        before = (groups[-1][0][-1], groups[-1][1][-1]) if groups else (-1, -1)
        after = links[number + 1] if number + 1 < len(links) else (left[0], right[0])
        lefts: tuple[int, ...] = (i,)
        rights: tuple[int, ...] = (j,)
        if before[0] + 2 < after[0]:
            fits = partial(_allowed_on_left, allows, j)
            lefts = _grown(i, left[1], right[1](j), before[0], after[0], weights, floor, fits)
        if before[1] + 2 < after[1] and len(lefts) == 1:
            fits = partial(_allowed_on_right, allows, i)
            rights = _grown(j, right[1], left[1](i), before[1], after[1], weights, floor, fits)
        groups.append((lefts, rights))
    return groups


def _grown(
    start: int,
    words: Callable[[int], str],
    partner: str,
    before: int,
    after: int,
    weights: Mapping[str, float],
    floor: float,
    fits: Callable[[int], bool],
) -> tuple[int, ...]:
    """Paragraph `start` and its free neighbours, from behind `before` to ahead of `after`."""
    first = last = start
    if words(start) == partner:
        return (start,)
    spare = Counter(partner)
    spare.subtract(words(start))
    while last + 1 < after and fits(last + 1) and _takes(spare, words(last + 1), weights, floor):
        last += 1
    while (
        first - 1 > before and fits(first - 1) and _takes(spare, words(first - 1), weights, floor)
    ):
        first -= 1
    return tuple(range(first, last + 1))


def _allowed_on_left(allows: Allows, right: int, left: int) -> bool:
    return allows((left,), (right,))


def _allowed_on_right(allows: Allows, left: int, right: int) -> bool:
    return allows((left,), (right,))


def _takes(spare: Counter[str], code: str, weights: Mapping[str, float], floor: float) -> bool:
    """Whether enough of a paragraph is among the spare words; if so they are used up."""
    words = Counter(code)
    whole = _weight(words.items(), weights)
    held = _weight(((word, min(count, spare[word])) for word, count in words.items()), weights)
    if not whole or held < floor * whole:
        return False
    spare.subtract(words)
    return True


def _weight(counts: Iterable[tuple[str, int]], weights: Mapping[str, float]) -> float:
    return sum(weights[word] * count for word, count in counts if count > 0)


def unite(
    groups: Sequence[Numbers], links: Sequence[Link], tell: Callable[[], None], allows: Allows
) -> list[Numbers]:
    """The groups, with paragraphs and other groups that a link ties to them.

    Links come best first. One that would leave a hole, that ties paragraphs
    on both sides of another group, or that brings paragraphs together that
    are not allowed to be, is passed over. Groups rise on both sides, before
    and after.
    """
    if not links:
        return list(groups)
    of_left = {number: group for group in telling(groups, tell) for number in group[0]}
    of_right = {number: group for group in telling(groups, tell) for number in group[1]}
    for left, right in links:
        first = of_left.get(left, ((left,), ()))
        second = of_right.get(right, ((), (right,)))
        if first is second:
            continue
        lefts = tuple(sorted({*first[0], *second[0]}))
        rights = tuple(sorted({*first[1], *second[1]}))
        if _has_hole(lefts) or _has_hole(rights) or not allows(lefts, rights):
            continue
        united = lefts, rights
        of_left.update(dict.fromkeys(lefts, united))
        of_right.update(dict.fromkeys(rights, united))
    return sorted(dict.fromkeys(telling(of_left.values(), tell)))


def _has_hole(numbers: Sequence[int]) -> bool:
    return numbers[-1] - numbers[0] >= len(numbers)
