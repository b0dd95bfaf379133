"""Find which sentences of a few paragraphs belong with which of a few others.

In: sentences, as codes. Out: links, or groups, in order. In stretches up to a bound
everything is compared with everything; longer ones are parted first at the
sentences that both sides have.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from math import log1p

from tui.article.sentences import sentences_of
from tui.compare.alignment import best_in_gap, gaps, heaviest_chain
from tui.compare.codes import BOOK, Code, words_in
from tui.compare.model import CompareOptions, Link
from tui.compare.similarity import Weights, in_order, likeness
from tui.compare.wording import differences
from tui.compare.words import Words

Together = tuple[range, range]
"""Left and right sentences, by number from 0, that belong together; neither is empty."""

_MUCH = 0.75
"""Share (0 to 1) of words in order from which as many sentences on both sides, each
beside its like, are paired without looking at others."""
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
    first = _same(left, right)
    last = _same(left[first:][::-1], right[first:][::-1])
    here, there = range(first, len(left) - last), range(first, len(right) - last)
    found = [_pair(n, n) for n in range(first)]
    if here and there:
        found += _in_stretch(left, right, here, there, options)
    found += [_pair(len(left) - n, len(right) - n) for n in range(last, 0, -1)]
    return found or [(range(len(left)), range(len(right)))]


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


def _pair(i: int, j: int) -> Together:
    return range(i, i + 1), range(j, j + 1)


def _same(left: Sequence[Code], right: Sequence[Code]) -> int:
    """How many sentences both sides begin with."""
    return sum(1 for _ in takewhile(lambda each: each[0] == each[1], zip(left, right)))  # noqa: B905 - the shorter ends it


def _in_stretch(
    left: Sequence[Code],
    right: Sequence[Code],
    here: range,
    there: range,
    options: CompareOptions,
) -> Iterator[Together]:
    """What belongs together in a stretch; it is one group where it is too long to tell."""
    if _within(left, right, here, there, options):
        yield from _in_bounds(left, right, here, there, options)
        return
    chain = _found_again(left, right, here, there)
    if not chain:
        yield here, there
        return
    found = {link[0]: _pair(*link) for link in chain}
    for inner in gaps(chain, here, there):
        if _within(left, right, *inner, options):
            groups: Iterator[Together] = _in_bounds(left, right, *inner, options)
        else:
            groups = iter([inner])
        found.update((group[0].start, group) for group in groups)
    for start in sorted(found):
        yield found[start]


def _within(
    left: Sequence[Code],
    right: Sequence[Code],
    here: range,
    there: range,
    options: CompareOptions,
) -> bool:
    """Whether every sentence and every word of a stretch may be compared with every other."""
    return (
        len(here) * len(there) <= options.sentences_up_to
        and _words(left, here) * _words(right, there) <= options.edits_up_to
    )


def _words(codes: Sequence[Code], numbers: range) -> int:
    return sum([len(codes[number]) for number in numbers])


def _found_again(
    left: Sequence[Code], right: Sequence[Code], here: range, there: range
) -> list[Link]:
    """The heaviest chain of sentences that both sides have, each of them once."""
    counts = [
        Counter([codes[n] for n in numbers]) for codes, numbers in ((left, here), (right, there))
    ]
    place = {right[j]: j for j in there if counts[1][right[j]] == 1}
    return heaviest_chain(
        (i, place[code], chain_weight(1.0, len(code), len(code)))
        for i in here
        if counts[0][code := left[i]] == 1 and code in place
    )


def _in_bounds(
    left: Sequence[Code],
    right: Sequence[Code],
    here: range,
    there: range,
    options: CompareOptions,
) -> Iterator[Together]:
    if len(here) == len(there) and all(
        in_order(left[i], right[j]) >= _MUCH for i, j in zip(here, there, strict=True)
    ):
        yield from map(_pair, here, there)
        return
    ours, theirs = (
        [codes[n] for n in numbers] for codes, numbers in ((left, here), (right, there))
    )
    bare, others = [*map(words_in, ours)], [*map(words_in, theirs)]
    weights = Weights([*bare, *others], BOOK.key)
    links = pair_sentences(bare, others, weights, options)
    for lefts, rights in _groups([*links, *_ties(ours, theirs, links, weights, options)]):
        yield (
            range(here.start + lefts.start, here.start + lefts.stop),
            range(there.start + rights.start, there.start + rights.stop),
        )


def _ties(
    left: Sequence[Code],
    right: Sequence[Code],
    links: Sequence[Link],
    weights: Weights,
    options: CompareOptions,
) -> Iterator[Link]:
    """Sentences between which words run on beside the links: of a cut, a join, a clause that went.

    They are seen in a shortest edit script of the whole stretch. None leads
    from one side of a link to the other.
    """
    partner, owner = dict(links), {j: i for i, j in links}
    shared: defaultdict[Link, float] = defaultdict(float)
    runs: set[Link] = set()
    for i, j, words in _shared(left, right):
        shared[i, j] += _weight(words, weights)
        if len(words) >= _CLAUSE:
            runs.add((i, j))
    for (i, j), held in shared.items():
        if any((a < i) != (b < j) and a != i and b != j for a, b in links):
            continue
        ours, theirs = _weight(words_in(left[i]), weights), _weight(words_in(right[j]), weights)
        if (i, j) in runs and held >= options.share_from * min(ours, theirs):
            yield i, j
        elif (i in partner) != (j in owner):
            free = theirs if i in partner else ours
            if held >= options.join_from * free > 0:
                yield i, j


def _weight(words: Code, weights: Weights) -> float:
    return sum([weights[word] for word in words])


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
