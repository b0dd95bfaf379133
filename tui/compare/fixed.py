"""Keep to what a person fixed: who stands beside whom, and who never does.

In: pins and bans, by the places of the paragraphs that are compared. Out: answers
to the steps of the pairing, which ask before they tie anything. Who else belongs
with whom is their business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge

from tui.compare.model import Link, Numbers, Pin, Scored


class Fixed:
    """Pins and bans. False if there are none; then everything is allowed."""

    def __init__(self, pins: Iterable[Pin] = (), bans: Iterable[Link] = ()) -> None:
        """`pins` are disjoint on both sides and contiguous; no ban lies in one of them."""
        self.pins = sorted(pins)
        self.in_place: list[Numbers] = []
        """The pins that keep the order of both sides; chosen by `settle`."""
        self.moves: list[Link] = []
        """The paragraphs of the others, one by one as far as they go."""
        self.left = frozenset(i for lefts, _ in self.pins for i in lefts)
        """What is pinned on the left, ..."""
        self.right = frozenset(j for _, rights in self.pins for j in rights)
        """... and on the right."""
        self.partners = {i: rights[-1] for lefts, rights in self.pins for i in lefts}
        """With what each pinned left paragraph ends on the right."""
        self._banned: defaultdict[int, set[int]] = defaultdict(set)
        for i, j in bans:
            self._banned[i].add(j)
        self._any = bool(self.pins or self._banned)

    def __bool__(self) -> bool:
        return self._any

    def allows(self, lefts: Sequence[int], rights: Sequence[int]) -> bool:
        """Whether these may be tied together: no pin holds any of them, and no ban two."""
        return not self._any or (
            self.left.isdisjoint(lefts)
            and self.right.isdisjoint(rights)
            and all(self._banned[i].isdisjoint(rights) for i in lefts if i in self._banned)
        )

    def allowed(self, pairs: Iterable[Scored]) -> list[Scored]:
        """The pairs that may be tied together."""
        return [pair for pair in pairs if self.allows(pair[:1], pair[1:2])]

    def settle(
        self,
        pairs: Iterable[Scored],
        heaviest: float,
        chain: Callable[[Iterable[Scored]], Sequence[Link]],
    ) -> None:
        """Choose which pins stand in place: as many as can, in the best chain there is.

        `pairs` are the others that may be in it, with their weights, by left
        number; `heaviest` is more than any chain of them weighs.
        """
        if not self.pins:
            return
        firsts = [(lefts[0], rights[0], heaviest) for lefts, rights in self.pins]
        chosen = frozenset(chain(merge(pairs, firsts)))
        for lefts, rights in self.pins:
            if (lefts[0], rights[0]) in chosen:
                self.in_place.append((lefts, rights))
            else:
                self.moves += zip(lefts, rights, strict=False)

    def between(self, pairs: Sequence[Scored]) -> Sequence[Scored]:
        """The pairs that cross no pin in place."""
        if not self.in_place:
            return pairs
        return [pair for pair in pairs if not self._crosses(pair[0], pair[1])]

    def barred(self, left: range, right: range, pulse: Callable[[], None]) -> Iterator[Link]:
        """Every pair of places that may not be tied, or crosses a pin in place.

        `pulse` is called before each left place; what it raises ends the work.
        """
        for i in left:
            pulse()
            for j in right:
                if not self.allows((i,), (j,)) or self._crosses(i, j):
                    yield i, j

    def with_pins(self, groups: list[Numbers]) -> list[Numbers]:
        """The groups with the pins in place for whatever stands there."""
        if not self.in_place:
            return groups
        others = (group for group in groups if self.left.isdisjoint(group[0]))
        return sorted([*others, *self.in_place])

    def with_corners(self, links: list[Link]) -> list[Link]:
        """The links with the first and the last ones of the pins in place."""
        corners = {(lefts[end], rights[end]) for lefts, rights in self.in_place for end in (0, -1)}
        return sorted([*links, *corners]) if corners else links

    def _crosses(self, i: int, j: int) -> bool:
        """Whether a pin in place stands before one of two places and not before the other."""
        return bisect_left(self.in_place, i, key=_first_left) != bisect_left(
            self.in_place, j, key=_first_right
        )


def _first_left(pin: Numbers) -> int:
    return pin[0][0]


def _first_right(pin: Numbers) -> int:
    return pin[1][0]
