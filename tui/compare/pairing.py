"""Pair the paragraphs of two articles: the one place that knows the order of those steps.

In: codes and texts of the paragraphs that are compared. Out: groups in reading
order, moves, and the regime. Each step is a module of its own and knows no other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf

from tui.compare.alignment import best_in_gap, gaps, heaviest_chain
from tui.compare.candidates import Index
from tui.compare.codes import Code
from tui.compare.fixed import Fixed
from tui.compare.joins import join, unite
from tui.compare.model import CompareOptions, Link, Numbers, Regime, Scored, telling
from tui.compare.moves import Move, find_moves
from tui.compare.parts import Part, of_wholes
from tui.compare.retold import retold
from tui.compare.sentences import chain_weight, pair_sentences
from tui.compare.sides import Side
from tui.compare.similarity import MUCH, Weights, in_order, likeness

_TELL_EVERY = 64
"""Paragraphs or pairs after which progress is told: some milliseconds."""
_PROPOSED, _SCORED, _CHAINED = 0.6, 0.7, 0.8
"""Share (0 to 1) of the pairing that is done when each step ends."""
_NEAR, _ASTRAY = 4, 2
"""How far, in paragraphs, a neighbour may be that points to a partner, and how far off."""
_LARGEST_REGION = 400
"""Largest product of two sides of a stretch in which shared sentences are looked for."""
_MANY = 3
"""A paragraph this many times as long as another does not resemble its part."""
_HEAVIER = 8.0
"""More than any pair weighs in a chain, unless its paragraphs have 10^12 words."""


class Pairing:
    """The steps from two sides to groups and moves, and what they share on the way."""

    def __init__(
        self,
        left: Side,
        right: Side,
        weights: Weights,
        options: CompareOptions,
        progress: Callable[[float], None],
        fixed: Fixed,
    ) -> None:
        self._left, self._right = left, right
        self._fixed = fixed
        self._weights = weights
        self.options = options
        self.regime = Regime.TELLINGS
        self.long_gaps = 0
        """Gaps in which not every pair was looked at."""
        self._alike: dict[Link, float] = {}
        self._progress = progress
        self._done = 0.0

    def groups_and_moves(self) -> tuple[list[Numbers], list[Link]]:
        """Groups in reading order, and the links of paragraphs that moved."""
        scored = self._with_parts(self._scored_pairs())
        self._tell(_SCORED)
        self.regime, retold = self._regime(scored)
        if self._fixed:
            scored = self._fixed.allowed(scored)
            self._settle(scored, retold)
            retold = retold and self._retold(self._fixed.barred(*self._all(), self._tell))
        if self.regime is Regime.VERSIONS:
            groups = self._of_versions(scored)
        else:
            scored = self._prose(scored)
            groups = retold or [
                ((left,), (right,))
                for left, right in self._chain(
                    self._fixed.between(scored), self.options.telling_pair_from
                )
            ]
            groups = self._fixed.with_pins(groups)
        groups, moves = find_moves(self._that_may_move(scored), groups, self._tell)
        return groups, sorted([*moves, *self._fixed.moves])

    def _settle(self, scored: Iterable[Scored], retold: Iterable[Numbers]) -> None:
        """Choose which pins stand in place; where they cross, the other pairs have a say."""
        pairs: Iterable[Scored] = (
            [(i[0], j[0], 1.0) for i, j in retold if self._fixed.allows(i, j)]
            if retold
            else self._weighed(scored, self.options.sure_from)
        )
        chain = 1 + min(len(self._left), len(self._right))
        self._fixed.settle(pairs, _HEAVIER * chain, heaviest_chain)

    def _of_versions(self, scored: Sequence[Scored]) -> list[Numbers]:
        chain = self._chain(self._fixed.between(scored), self.options.sure_from)
        links = self._filled(self._fixed.with_corners(chain), scored)
        self._tell(_CHAINED)
        groups = join(
            links,
            (len(self._left), self._left.words),
            (len(self._right), self._right.words),
            self._weights,
            self.options.join_from,
            self._tell,
            self._fixed.allows,
        )
        groups = self._fixed.with_pins(groups)
        return unite(groups, self._links_of_sentences(groups), self._tell, self._fixed.allows)

    def _that_may_move(self, scored: Sequence[Scored]) -> Iterator[Move]:
        """The pairs that may be linked against the order, or where order allows it.

        What goes the same way as a paragraph beside it need not be long, nor
        much alike: passages are moved in blocks.
        """
        options = self.options
        in_place = self.regime is Regime.VERSIONS
        least = options.found_from

        def goes_along(i: int, j: int) -> bool:
            return self._alike.get((i, j), 0.0) >= least

        for i, j, alike in telling(scored, self._tell):
            if alike < least:
                continue
            words = self._shorter(i, j)
            floor = options.move_from if words >= options.long_words else options.short_move_from
            in_block = goes_along(i - 1, j - 1) or goes_along(i + 1, j + 1)
            if words < options.move_words:
                anywhere = in_block and alike >= options.sure_from
            else:
                anywhere = in_block or alike >= floor
            if anywhere or (in_place and words >= options.move_words):
                yield Move(alike, i, j, anywhere)

    def _tell(self, share: float = 0.0) -> None:
        """Tell that at least so much is done; without a share, only that work goes on."""
        self._done = max(self._done, share)
        self._progress(self._done)

    def likeness(self, lefts: Sequence[int], rights: Sequence[int]) -> float:
        """How alike some left paragraphs are to some right ones, each side read as one."""
        if len(lefts) == len(rights) == 1:
            return self._likeness(lefts[0], rights[0])
        return likeness(
            "".join(map(self._left.words, lefts)),
            "".join(map(self._right.words, rights)),
            self._weights,
        )

    def _scored_pairs(self) -> list[Scored]:
        """Exact pairs, neighbours of pairs, and candidates; by left number, then right."""
        exact = _exact(self._left.codes, self._right.codes, self._tell)
        self._alike = dict.fromkeys(exact, 1.0)
        if self._fixed:
            exact = [link for link in exact if self._fixed.allows(link[:1], link[1:])]
        # What begins stands beside what begins.
        partner = {-1: -1, **dict(exact), **self._fixed.partners}
        taken = {j for _, j in telling(exact, self._tell)} | self._fixed.right
        self._search(partner, taken)
        by_left: list[list[Scored]] = [[] for _ in range(len(self._left))]
        for (i, j), alike in telling(self._alike.items(), self._tell):
            by_left[i].append((i, j, alike))
        for lefts, rights in self._fixed.pins:
            # The regime is seen from what a person pinned, too, by what it says.
            pinned = self.likeness(lefts, rights)
            for i, j in [*((i, rights[0]) for i in lefts), *((lefts[0], j) for j in rights[1:])]:
                by_left[i].append((i, j, pinned))
        return [pair for pairs in telling(by_left, self._tell) for pair in sorted(pairs)]

    def _search(self, partner: dict[int, int], taken: set[int]) -> None:
        """Weigh pairs of what has no partner yet: beside its neighbours', then by rare words.

        What is found beyond doubt goes into `partner` and `taken`.
        """
        left, right = self._left, self._right
        free = [
            i for i in telling(range(len(left)), self._tell) if i not in partner and left.words(i)
        ]
        for i in telling(free, self._tell):
            self._take_beside(i, partner, taken)
        free = [i for i in free if i not in partner]
        index = self._index(right, (j for j in range(len(right)) if j not in taken))
        for number, i in enumerate(free):
            if number % _TELL_EVERY == 0:
                self._tell(_PROPOSED * number / len(free))
            if self._take_beside(i, partner, taken):
                continue
            proposed = self._proposed(index, left.words(i))
            alike = {j: self._weigh(i, j) for j in proposed}
            best = max(proposed, key=lambda j: (alike[j], -j), default=None)
            if best is None or best in taken or not self._fixed.allows((i,), (best,)):
                continue
            if alike[best] >= MUCH:
                partner[i] = best
                taken.add(best)
        index = self._index(left, (i for i in free if i not in partner))
        for j in telling(range(len(right)), self._tell):
            if j not in taken:
                for i in self._proposed(index, right.words(j)):
                    self._weigh(i, j)

    def _take_beside(self, i: int, partner: dict[int, int], taken: set[int]) -> bool:
        """Whether a left paragraph has a partner where those before it point to.

        Texts run in parallel nearly everywhere, which spares most paragraphs
        the search for candidates. What is found goes into the other two.
        """
        left, right = self._left, self._right
        astray = range(-_ASTRAY, _ASTRAY + 1)
        ahead = {i + partner[near] - near for near in range(i - _NEAR, i) if near in partner}
        words = left.words(i)
        alike, _, j = max(
            (
                (in_order(words, right.words(j)), -abs(off), j)
                for beside in ahead
                for off in astray
                if 0 <= (j := beside + off) < len(right) and j not in taken
            ),
            default=(0.0, 0, 0),
        )
        if alike < MUCH or not self._fixed.allows((i,), (j,)):
            return False
        partner[i] = j
        taken.add(j)
        self._weigh(i, j)
        return True

    def _weigh(self, i: int, j: int) -> float:
        """The likeness of a pair, which is remembered: the pair is one of those scored."""
        alike = self._alike[i, j] = self._likeness(i, j)
        return alike

    def _index(self, side: Side, places: Iterable[int]) -> Index:
        """An index of some paragraphs of one side."""
        options = self.options
        size = len(self._left) + len(self._right)
        return Index(
            ((place, side.words(place)) for place in places),
            max(options.rare_at_least, int(options.rare_within * size)),
            self._tell,
        )

    def _proposed(self, index: Index, words: Code) -> list[int]:
        options = self.options
        weight = self._weights.__getitem__
        return index.propose(words, weight, options.candidates, options.looks)

    def _with_parts(self, scored: list[Scored]) -> list[Scored]:
        """The pairs, those of a split or a merge of many raised to the floor of sure pairs."""
        parts = [
            part
            for i, j, alike in telling(scored, self._tell)
            if alike < self.options.sure_from and (part := self._part(i, j))
        ]
        raised = of_wholes(parts, self.options.join_from)
        floor = self.options.sure_from
        if not raised:
            return scored
        return [(i, j, max(alike, floor) if (i, j) in raised else alike) for i, j, alike in scored]

    def _part(self, i: int, j: int) -> Part | None:
        """What the shorter of two paragraphs is of the longer one, if it lies in it."""
        if self._longer(i, j) < self._shorter(i, j) * _MANY:
            return None
        left, right = self._left.words(i), self._right.words(j)
        shorter, longer = sorted((left, right), key=len)
        if self._weights.held(shorter, longer) < self.options.join_from:
            return None
        return Part((i, j), (0, i) if longer is left else (1, j), len(shorter) / len(longer))

    def _regime(self, scored: Sequence[Scored]) -> tuple[Regime, list[Numbers]]:
        """What the two are, and the groups of a story told in other words, where it is one."""
        options = self.options
        if options.regime is Regime.VERSIONS:
            return Regime.VERSIONS, []
        if options.regime is Regime.TELLINGS:
            return Regime.TELLINGS, self._retold()
        alike, much_alike = (
            self._again(scored, floor) for floor in (options.found_from, options.same_text_from)
        )
        if alike >= options.versions_from or much_alike >= options.short_versions_from:
            return Regime.VERSIONS, []
        groups = self._retold()
        if groups:
            return Regime.TELLINGS, groups
        faint = alike >= options.faint_versions_from or self._in_order(scored)
        return Regime.VERSIONS if faint else Regime.TELLINGS, []

    def _in_order(self, scored: Iterable[Scored]) -> bool:
        """Whether two texts too long to be read as a story retold run in parallel all the same.

        Of n pairs in no order some two times the root of n rise on both sides
        by chance: of ten thousand one in fifty.
        """
        if not self._too_long():
            return False
        chain = self._chain(scored, self.options.pair_from)
        return len(chain) >= self.options.versions_from * min(len(self._left), len(self._right))

    def _too_long(self) -> bool:
        return len(self._left) * len(self._right) > self.options.retold_cells

    def _again(self, scored: Iterable[Scored], floor: float) -> float:
        """Which share (0 to 1) of the shorter article is found again in the other, in any order."""
        best = [0.0] * len(self._left), [0.0] * len(self._right)
        for i, j, alike in telling(scored, self._tell):
            if alike >= floor:
                best[0][i] = max(best[0][i], alike)
                best[1][j] = max(best[1][j], alike)
        side, found = min(
            zip((self._left, self._right), best, strict=True),
            key=lambda each: sum(map(len, each[0].codes)),
        )
        whole = sum(map(len, side.codes))
        again = sum(len(code) * share for code, share in zip(side.codes, found, strict=True))
        return again / whole if whole else 0.0

    def _retold(self, barred: Iterable[Link] = ()) -> list[Numbers]:
        """Groups of two texts that tell one story in other words, if they do; none `barred`."""
        if self._too_long():
            return []
        left, right = (
            [side.keys(place) for place in range(len(side))] for side in (self._left, self._right)
        )
        groups: list[Numbers] = []
        for i, j, _ in retold(left, right, self.options, lambda: self._tell(_SCORED), barred):
            if groups and i == groups[-1][0][-1]:
                groups[-1] = groups[-1][0], (*groups[-1][1], j)
            elif groups and j == groups[-1][1][-1]:
                groups[-1] = (*groups[-1][0], i), groups[-1][1]
            else:
                groups.append(((i,), (j,)))
        return groups

    def _prose(self, scored: Sequence[Scored]) -> list[Scored]:
        """The pairs of paragraphs that two tellings may share."""
        options = self.options
        return [
            (i, j, alike)
            for i, j, alike in scored
            if alike >= min(options.telling_pair_from, options.move_from)
            and self._shorter(i, j) >= options.telling_pair_words
            and self._left.is_prose(i)
            and self._right.is_prose(j)
        ]

    def _chain(self, scored: Iterable[Scored], floor: float) -> list[Link]:
        return heaviest_chain(self._weighed(scored, floor))

    def _weighed(self, scored: Iterable[Scored], floor: float) -> Iterator[Scored]:
        """The pairs that are alike enough for a chain, with what they weigh in it."""
        left, right = self._left.codes, self._right.codes
        return (
            (i, j, chain_weight(alike, len(left[i]), len(right[j])))
            for i, j, alike in telling(scored, self._tell)
            if alike >= floor
        )

    def _filled(self, chain: list[Link], scored: Sequence[Scored]) -> list[Link]:
        """The chain with weaker pairs in its gaps."""
        found = list(chain)
        for here, there in gaps(chain, *self._all()):
            if len(here) * len(there) <= self.options.gap_pairs:
                found += self._best_in_gap(here, there)
                continue
            self.long_gaps += 1
            first, last = (bisect_left(scored, (edge,)) for edge in (here.start, here.stop))
            inside = [pair for pair in scored[first:last] if pair[1] in there]
            links = self._chain(inside, self.options.telling_pair_from)
            found += links
            for within in gaps(links, here, there):
                if len(within[0]) * len(within[1]) <= self.options.gap_pairs:
                    found += self._best_in_gap(*within)
        return sorted(found)

    def _best_in_gap(self, here: range, there: range) -> list[Link]:
        self._tell(_SCORED)
        options = self.options
        score = self._allowed_likeness if self._fixed else self._likeness
        return best_in_gap(
            here, there, score, options.pair_from, options.place, options.place_at_most
        )

    def _links_of_sentences(self, groups: Sequence[Numbers]) -> list[Link]:
        """Links of paragraphs that share sentences and are in no group together, best first."""
        shares: dict[Link, float] = {}
        ends: list[Numbers] = [((-1,), (-1,)), *groups, ((len(self._left),), (len(self._right),))]
        surplus = [0, *map(self._surplus, telling(groups, self._tell)), 0]
        for number, (before, after) in enumerate(pairwise(ends)):
            if number % _TELL_EVERY == 0:
                self._tell(_CHAINED)
            free = (
                tuple(range(before[0][-1] + 1, after[0][0])),
                tuple(range(before[1][-1] + 1, after[1][0])),
            )
            first, second = surplus[number : number + 2]
            # What one group lacks may be what the next has too much of.
            uneven = first * second < 0 and min(abs(first), abs(second)) >= self.options.move_words
            if any(free) or uneven:
                self._tell()
                beside = [group for group in (before, after) if self._has_spare(group)]
                lefts = sorted({*free[0], *(i for group in beside for i in group[0])})
                rights = sorted({*free[1], *(j for group in beside for j in group[1])})
                for link, share in self._shares(lefts, rights, free):
                    shares[link] = max(share, shares.get(link, 0.0))
        best = sorted((-share, link) for link, share in shares.items())
        return [link for share, link in best if -share >= self.options.share_from]

    def _has_spare(self, group: Numbers) -> bool:
        """Whether words of a group are not accounted for on the other side."""
        lefts, rights = group
        if not 0 <= lefts[0] < len(self._left) or lefts[0] in self._fixed.left:
            return False
        return [self._left.codes[i] for i in lefts] != [self._right.codes[j] for j in rights]

    def _surplus(self, group: Numbers) -> int:
        """How many words and marks more a group has on the left than on the right."""
        left, right = self._left.codes, self._right.codes
        return sum([len(left[i]) for i in group[0]]) - sum([len(right[j]) for j in group[1]])

    def _shares(
        self, lefts: Sequence[int], rights: Sequence[int], free: Numbers
    ) -> Iterator[tuple[Link, float]]:
        """How much of the shorter of two paragraphs, 0 to 1, the other has in its sentences."""
        pairs = len(lefts) * len(rights)
        if not pairs or pairs > _LARGEST_REGION:
            return
        if any(free) and not any(
            self._may_share(i, j) for i in lefts for j in rights if i in free[0] or j in free[1]
        ):
            return
        left = [(i, words) for i in lefts for words in self._left.sentences(i)]
        right = [(j, words) for j in rights for words in self._right.sentences(j)]
        if len(left) * len(right) > self.options.gap_pairs or len(left) + len(right) == len(
            lefts
        ) + len(rights):
            return
        links = pair_sentences(
            [words for _, words in left], [words for _, words in right], self._weights, self.options
        )
        held: defaultdict[Link, list[int]] = defaultdict(lambda: [0, 0])
        for a, b in links:
            shared = held[left[a][0], right[b][0]]
            shared[0] += len(left[a][1])
            shared[1] += len(right[b][1])
        for (i, j), shared in held.items():
            whole = len(self._left.words(i)), len(self._right.words(j))
            side = 0 if whole[0] <= whole[1] else 1
            yield (i, j), shared[side] / whole[side]

    def _may_share(self, i: int, j: int) -> bool:
        """Whether two paragraphs have words enough in common to share a sentence."""
        shorter, longer = sorted((self._left.words(i), self._right.words(j)), key=len)
        return self._weights.held(shorter, longer) >= self.options.share_from

    def _likeness(self, i: int, j: int) -> float:
        known = self._alike.get((i, j))
        if known is None:
            same = self._left.codes[i] == self._right.codes[j]
            known = (
                1.0 if same else likeness(self._left.words(i), self._right.words(j), self._weights)
            )
        return known

    def _allowed_likeness(self, i: int, j: int) -> float:
        """Likeness of two paragraphs; under every floor where they may not be tied."""
        return self._likeness(i, j) if self._fixed.allows((i,), (j,)) else -inf

    def _shorter(self, i: int, j: int) -> int:
        return min(len(self._left.words(i)), len(self._right.words(j)))

    def _longer(self, i: int, j: int) -> int:
        return max(len(self._left.words(i)), len(self._right.words(j)))

    def _all(self) -> tuple[range, range]:
        return range(len(self._left)), range(len(self._right))


def _exact(left: Sequence[str], right: Sequence[str], tell: Callable[[], None]) -> list[Link]:
    """Pairs of paragraphs with the same code, by left number, then right.

    Of repeated ones the first goes with the first and so on, and the last
    with the last: a repetition more may stand at either end.
    """
    there: defaultdict[str, list[int]] = defaultdict(list)
    for number, code in enumerate(telling(right, tell)):
        there[code].append(number)
    here: defaultdict[str, list[int]] = defaultdict(list)
    for number, code in enumerate(telling(left, tell)):
        if code in there:
            here[code].append(number)
    found: list[list[int]] = [[] for _ in left]
    for code, numbers in telling(here.items(), tell):
        others = there[code]
        for i, j in zip(numbers, others, strict=False):
            found[i].append(j)
        if len(numbers) != len(others):
            for i, j in zip(reversed(numbers), reversed(others), strict=False):
                found[i].append(j)
    return [
        (i, j)
        for i, others in enumerate(telling(found, tell))
        for j in dict.fromkeys(sorted(others))
    ]
