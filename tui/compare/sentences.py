"""Find which sentences of a few paragraphs belong with which of a few others.

In: sentences, as codes. Out: links, or groups, in order. In stretches up to a bound
everything is compared with everything; longer ones are parted first at the
sentences that both sides have.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from math import log1p, prod

from tui.article.sentences import sentences_of
from tui.compare.alignment import best_in_gap, gaps, heaviest_chain
from tui.compare.codes import BOOK, Code, words_in
from tui.compare.model import CompareOptions, Link
from tui.compare.similarity import MUCH, Weights, in_order, likeness
from tui.compare.wording import differences
from tui.compare.words import Words

Together = tuple[range, range]
"""Left and right sentences, by number from 0, that belong together; neither is empty."""

_CLAUSE = 4
"""Words in a row that two sentences share on purpose: a clause of one went to the other."""


def cut(text: str, words: Words) -> list[range]:
    """The sentences of a text by the numbers of their words; every word is in one."""
    starts = [bisect_left(words.starts, sentence.start) for sentence in sentences_of(text)]
    ends = (*starts[1:], len(words.starts))
    return [range(*each) for each in zip(starts, ends, strict=True) if each[0] < each[1]]


def together(
    left: Sequence[Code], right: Sequence[Code], options: CompareOptions
) -> list[Together]:
    """The sentences that belong together, in groups that rise on both sides.

    A group is a pair, or one sentence that was cut, or several that were
    joined, or a few between which words went across a point. What is in no
    group has no counterpart. Where nothing has one, all is one group.
    """
    if not left or not right:
        return []
    here, there = range(len(left)), range(len(right))
    return [*_Row(left, right, options).together(here, there)] or [(here, there)]


def pair_sentences(
    left: Sequence[str], right: Sequence[str], weights: Weights, options: CompareOptions
) -> list[Link]:
    """Links between sentences of both sides, rising on both.

    First the heaviest chain of those that are alike beyond doubt, then what
    place speaks for between them. Takes `len(left) * len(right)` comparisons:
    callers bound the product.
    """
    alike = [[likeness(one, other, weights) for other in right] for one in left]
    chain = heaviest_chain(
        (i, j, chain_weight(alike[i][j], len(one), len(other)))
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if alike[i][j] >= options.sure_from
    )
    found = list(chain)
    for here, there in gaps(chain, range(len(left)), range(len(right))):
        found += best_in_gap(
            here,
            there,
            lambda i, j: alike[i][j],
            options.pair_from,
            options.place,
            options.place_at_most,
        )
    return sorted(found)


def chain_weight(alike: float, left: int, right: int) -> float:
    """What a pair of `left` and `right` words weighs in a chain: long ones more than short ones."""
    return alike * (1 + log1p(min(left, right)) / 4)


class _Row:
    """The sentences of both sides of a row, and the steps by which they are brought together."""

    def __init__(
        self, left: Sequence[Code], right: Sequence[Code], options: CompareOptions
    ) -> None:
        self._left, self._right = left, right
        self._options = options

    @cached_property
    def _weights(self) -> Weights:
        return Weights([*map(words_in, self._left), *map(words_in, self._right)], BOOK.key)

    def together(self, here: range, there: range, *, parted: bool = False) -> Iterator[Together]:
        """What belongs together in a stretch.

        It is one group where it is too long to tell, and `parted` already.
        """
        ours, theirs = self._left[here.start : here.stop], self._right[there.start : there.stop]
        first = _alike(ours, theirs)
        last = _alike(ours[first:][::-1], theirs[first:][::-1])
        if first + last < max(len(here), len(there)):
            # What is left over may belong to the sentence beside it, if that is not the same.
            first -= first > 0 and ours[first - 1] != theirs[first - 1]
            last -= last > 0 and ours[-last] != theirs[-last]
        for n in range(first):
            yield _pair(here[n], there[n])
        here, there = here[first : len(here) - last], there[first : len(there) - last]
        if here and there:
            if self._within_bounds(here, there):
                yield from self._by_likeness(here, there)
            elif parted:
                yield here, there
            else:
                yield from self._in_parts(here, there)
        for n in range(last):
            yield _pair(here.stop + n, there.stop + n)

    def _within_bounds(self, here: range, there: range) -> bool:
        """Whether every two sentences, and every two words, may be compared."""
        words = (
            sum([len(codes[number]) for number in numbers])
            for codes, numbers in ((self._left, here), (self._right, there))
        )
        return (
            len(here) * len(there) <= self._options.sentences_up_to
            and prod(words) <= self._options.edits_up_to
        )

    def _in_parts(self, here: range, there: range) -> Iterator[Together]:
        """What belongs together in a stretch, parted at the sentences that both sides have."""
        before = here.start, there.start
        for i, j in (*self._found_again(here, there), (here.stop, there.stop)):
            inner = range(before[0], i), range(before[1], j)
            if all(inner):
                yield from self.together(*inner, parted=True)
            if i < here.stop:
                yield _pair(i, j)
            before = i + 1, j + 1

    def _found_again(self, here: range, there: range) -> list[Link]:
        """The heaviest chain of sentences that both sides have, each of them once."""
        on_left = Counter([self._left[i] for i in here])
        on_right = Counter([self._right[j] for j in there])
        place = {self._right[j]: j for j in there if on_right[self._right[j]] == 1}
        return heaviest_chain(
            (i, place[code], chain_weight(1.0, len(code), len(code)))
            for i in here
            if on_left[code := self._left[i]] == 1 and code in place
        )

    def _by_likeness(self, here: range, there: range) -> Iterator[Together]:
        """What belongs together in a stretch of which everything may be compared."""
        ours = self._left[here.start : here.stop]
        theirs = self._right[there.start : there.stop]
        links = pair_sentences(
            [*map(words_in, ours)], [*map(words_in, theirs)], self._weights, self._options
        )
        for lefts, rights in _groups([*links, *self._ties(ours, theirs, links)]):
            yield (
                range(here.start + lefts.start, here.start + lefts.stop),
                range(there.start + rights.start, there.start + rights.stop),
            )

    def _ties(
        self, left: Sequence[Code], right: Sequence[Code], links: Sequence[Link]
    ) -> Iterator[Link]:
        """Sentences between which words run on beside the links.

        One was cut or several were joined, or a clause went from one to the
        next. They are seen in a shortest edit script of the whole stretch.
        None leads from one side of a link to the other.
        """
        partner, owner = dict(links), {j: i for i, j in links}
        shared: defaultdict[Link, float] = defaultdict(float)
        runs: set[Link] = set()
        for i, j, words in _shared(left, right):
            if partner.get(i) != j:
                shared[i, j] += self._weight(words)
                if len(words) >= _CLAUSE:
                    runs.add((i, j))
        for (i, j), held in shared.items():
            if any((a < i) != (b < j) and a != i and b != j for a, b in links):
                continue
            ours, theirs = self._weight(words_in(left[i])), self._weight(words_in(right[j]))
            clause = (i, j) in runs and held >= self._options.share_from * min(ours, theirs)
            free = theirs if i in partner else ours
            one_free = (i in partner) != (j in owner)
            if clause or (one_free and held >= self._options.join_from * free):
                yield i, j

    def _weight(self, words: Code) -> float:
        return sum([self._weights[word] for word in words])


def _pair(i: int, j: int) -> Together:
    return range(i, i + 1), range(j, j + 1)


def _alike(left: Sequence[Code], right: Sequence[Code]) -> int:
    """How many sentences both sides begin with that are plainly the same ones."""
    for n, (one, other) in enumerate(zip(left, right, strict=False)):
        if one == other:
            continue
        alike = in_order(one, other)
        beside = (
            *(in_order(one, next_) for next_ in right[n + 1 : n + 2]),
            *(in_order(next_, other) for next_ in left[n + 1 : n + 2]),
        )
        if alike < MUCH or any(better >= alike for better in beside):
            return n
    return min(len(left), len(right))


def _shared(left: Sequence[Code], right: Sequence[Code]) -> Iterator[tuple[int, int, Code]]:
    """The runs of equal words between two sentences, without marks, in order."""
    ends = [*accumulate(map(len, left))], [*accumulate(map(len, right))]
    ours, theirs = "".join(left), "".join(right)
    at = other = 0
    end = (len(ours), len(ours), len(theirs), len(theirs))
    for stretch in (*differences(ours, theirs), end):
        while at < stretch[0]:
            i, j = bisect_right(ends[0], at), bisect_right(ends[1], other)
            size = min(stretch[0], ends[0][i], at + ends[1][j] - other) - at
            if words := words_in(Code(ours[at : at + size])):
                yield i, j, words
            at, other = at + size, other + size
        at, other = stretch[1], stretch[3]


def _groups(links: Sequence[Link]) -> list[Together]:
    """The sentences that links hold together, and what stands between them."""
    found: list[Together] = []
    for i, j in sorted(links):
        here, there = _pair(i, j)
        while found and not (found[-1][0].stop <= here.start and found[-1][1].stop <= there.start):
            before = found.pop()
            here, there = _hull(before[0], here), _hull(before[1], there)
        found.append((here, there))
    return found


def _hull(one: range, other: range) -> range:
    return range(min(one.start, other.start), max(one.stop, other.stop))
