"""Pair the passages of two texts that tell one story, in one order, in other words.

In: the words of every passage (paragraph or sentence) of both texts, without
punctuation marks. Out: links, each with its probability, or none where the
texts do not retell each other. Two versions of one text are other files' business.

Two tellings share few words, most of them common, and so no pair is judged
alone. Every way of linking the texts in order is weighed, all at once, and a
pair is as probable as the ways that contain it (a pair hidden Markov model,
decoded by posterior: Durbin et al., "Biological sequence analysis", 1998,
chapter 4; Do et al., "ProbCons", 2005). One of the ways is that nothing is
linked, so that unrelated texts fall out of the same sum.

The figures named here are of 48 pairs of fables told by two books (GNAT, Pial
and Skiena, EMNLP 2023). The weights were fitted by likelihood to these and to
as many pairs of different fables. Fitted to one half of the fables they link the
other half with F1 .68, and find what stands alone with F1 .73 (mean of both
ways); fitted to all, .71 and .77.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.compare.model import CompareOptions, Link

_UNRELATED = 10.0
"""Weight (natural logarithm) of "nothing is linked" against all other ways
together. With it one in a hundred pairs of different fables has false links."""
_LINKED = 1.1
"""Weight (natural logarithm) of a link that no shared word speaks for, before it
is divided by the number of possible links, ..."""
_RIVALS_UP_TO = 150
"""... but by no more than this: in a long text a link rivals its neighbours only.
Of 33 fables in a row (298 sentences against 158) the links have F1 .69 with 150,
.71 with 100, .65 with 400, and with 1,000 there are none."""
_BY_COSINE = 3.4
"""Added to the weight of a link for the square root of the cosine (0 to 1) of its
passages: how much of both is shared."""
_BY_SHARED = 1.7
"""Added to it for the logarithm of the weight that is shared: how much it is."""
_USUAL_WEIGHT = 25.0
"""What the mean passage is taken to weigh, as the sentences of fables do: long
paragraphs share more by chance alone."""
_NEXT = 1.1
"""Added where a link follows the one before it without leaving out a passage."""
_ALSO = -1.0
"""Added where one passage is linked to one more: mergers are rarer than pairs."""
_ALSO_UP_TO = 4.0
"""Largest factor (over 1) for one more passage, however alike: without a bound
long groups swallow what stands beside them."""
_FUNCTION_WORD = 0.4
"""Weight of a function word against another as frequent. From .3 to .5 F1 is
flat; at 0 half of the links are lost, at 1 different fables are linked."""

_ENGLISH = """
a about after again all also am an and any are as at be because been before but by can could
did do does down for from had has have he her here him his how i if in into is it its itself
just let like may me might more most must my no nor not now of off on once one only or other
our out over own shall she should so some such than that the their them then there these they
thing this those though through to too under until up upon us very was we well were what when
where which while who whom why will with would yet you your
"""
_FUNCTION_WORDS = frozenset(_ENGLISH.split())
"""English only; in other languages the counts alone say which words are common."""

_ENDINGS = (
    *("ations", "ation", "ingly", "edly", "ness", "ment", "ings", "ing"),
    *("ies", "ied", "ers", "est", "ed", "er", "es", "ly", "s", "y", "e"),
)
"""What words of one family differ by in English, longest first."""
_CONTRACTED = ("'s", "s'", "'ll", "'d", "'ve", "'re", "n't")
_STEM = 3
"""Letters that an ending must leave of a word."""

_HUGE = 1e50
"""Sums over this are scaled down, long before a float overflows."""

Matrix = list[list[float]]


class Retelling(NamedTuple):
    """Two passages that tell the same."""

    left: int
    """Passage of the left text, from 0."""
    right: int
    """Passage of the right text, from 0."""
    probability: float
    """0 to 1, as the model has it."""


def _nothing() -> None:
    """Do nothing."""


def retold(
    left: Sequence[Sequence[str]],
    right: Sequence[Sequence[str]],
    options: CompareOptions,
    pulse: Callable[[], None] = _nothing,
    barred: Iterable[Link] = (),
) -> tuple[Retelling, ...]:
    """Link the passages of two texts that tell one story in one order.

    Links are sorted and rise on both sides. A passage may be linked to several
    that stand together; these have no other link. Nothing is linked where the
    texts are unrelated, of one matter but not of one order, or too long
    (`retold_cells`). Takes 2 to 9 microseconds for each product of two passages,
    short texts the most.

    `pulse` is called every few milliseconds; what it raises ends the work.
    `barred` are pairs that are not linked, however probable; what is linked in
    their stead is the best that is left.
    """
    if not left or not right or len(left) * len(right) > options.retold_cells:
        return ()
    # Sums grow along a row, and are scaled only from row to row.
    if len(right) > len(left):
        turned = retold(right, left, options, pulse, ((j, i) for i, j in barred))
        return tuple(sorted(Retelling(i, j, p) for j, i, p in turned))
    odds = _odds(left, right, pulse)
    ways = _all_ways(odds, pulse)
    turned_round = _all_ways([row[::-1] for row in odds], pulse)
    # In the first few passages order tells nothing.
    ordered = max(0, len(right) - options.orderless) * options.in_order_from
    if ways.total - turned_round.total < ordered:
        return ()
    probabilities = _probabilities(odds, ways, pulse)
    for i, j in barred:
        probabilities[i][j] = -math.inf
    return tuple(
        Retelling(i, j, probabilities[i][j])
        for i, j in _most_probable(probabilities, options.retold_from, pulse)
    )


def _stem(word: str) -> str:
    """What words of one family have in common; a rough guess, and only for English."""
    for ending in _CONTRACTED:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word = word.removesuffix(ending)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + _STEM:
            word = word.removesuffix(ending)
            break
    if len(word) > _STEM and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    if len(word) > _STEM and word[-1] in "ie":
        word = word[:-1]
    return word


_FUNCTION_STEMS = frozenset(map(_stem, _FUNCTION_WORDS))


def _weights(passages: Sequence[Counter[str]]) -> dict[str, float]:
    """What each stem weighs: the more, the fewer passages of both texts hold it."""
    held_by = Counter(stem for passage in passages for stem in passage)
    return {
        stem: math.log1p(len(passages) / count)
        * (_FUNCTION_WORD if stem in _FUNCTION_STEMS else 1.0)
        for stem, count in held_by.items()
    }


def _odds(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], pulse: Callable[[], None]
) -> Matrix:
    """How much likelier each pair of passages is linked than not, but for all other pairs."""
    stems = {word: _stem(word) for passage in (*left, *right) for word in passage}
    on_left, on_right = (
        [Counter(stems[word] for word in passage) for passage in side] for side in (left, right)
    )
    passages = [*on_left, *on_right]
    weights = _weights(passages)

    def length(stems_of_one: Iterable[str]) -> float:
        return math.sqrt(sum(weights[stem] ** 2 for stem in stems_of_one)) or 1.0

    lengths = [length(passage) for passage in on_right]
    holders: dict[str, list[tuple[int, int]]] = {}
    for j, passage in enumerate(on_right):
        for stem, count in passage.items():
            holders.setdefault(stem, []).append((j, count))
    mean = sum(weights[stem] * n for each in passages for stem, n in each.items()) / len(passages)
    usual = _USUAL_WEIGHT / (mean or 1.0)
    unshared = math.exp(_LINKED) / min(len(left) * len(right), _RIVALS_UP_TO)
    odds: Matrix = []
    for passage in on_left:
        pulse()
        shared = [0.0] * len(right)
        product = [0.0] * len(right)
        for stem, count in passage.items():
            weight = weights[stem]
            for j, other in holders.get(stem, ()):
                shared[j] += weight * min(count, other)
                product[j] += weight * weight
        own = length(passage)
        odds.append(
            [
                unshared
                * math.exp(_BY_COSINE * math.sqrt(both / (own * length)))
                * (1 + usual * weight) ** _BY_SHARED
                for weight, both, length in zip(shared, product, lengths, strict=True)
            ]
        )
    return odds


class _Ways(NamedTuple):
    """The sum over all ways of linking in order, by the last link.

    A link is the first of its passages (`opened`), one more left passage of
    the same right one (`down`), or one more right passage (`across`). Row `i`
    stands for its numbers times e to the power of `scales[i]`.
    """

    opened: Matrix
    down: Matrix
    across: Matrix
    scales: list[float]
    total: float
    """Natural logarithm of the sum, at least one link in each way."""


def _also(odds: float, width: int) -> float:
    """The odds of a link where one of its passages is linked already.

    Bounded so that the product of a whole row, squared, is still a float.
    """
    return min(odds * _ALSO_ODDS, _ALSO_UP_TO, 10 ** (100 / width))


_ALSO_ODDS = math.exp(_ALSO)
_NEXT_BONUS = math.exp(_NEXT) - 1
"""What a link that follows the one before it has over any other after that one."""


def _divided(by: float, *rows: list[float]) -> Iterator[list[float]]:
    """Rows whose numbers grew too large, scaled down."""
    return ([number / by for number in row] for row in rows)


def _all_ways(odds: Matrix, pulse: Callable[[], None]) -> _Ways:
    """Sum the ways from the first passages to the last."""
    width = len(odds[0])
    ways = _Ways([], [], [], [], 0.0)
    none_yet, scale = 1.0, 0.0
    # Of all rows above: the sums of each column, and the last row alone.
    above = [0.0] * width
    last, last_down = [0.0] * width, [0.0] * width
    for row in odds:
        pulse()
        opened, down, across, ending = [], [], [], []
        before = beside = corner = 0.0
        for j, chance in enumerate(row):
            more = _also(chance, width)
            new = chance * (none_yet + before + _NEXT_BONUS * corner)
            lower = more * last_down[j]
            further = more * beside
            opened.append(new)
            down.append(lower)
            across.append(further)
            ending.append(new + lower + further)
            before += above[j]
            corner = last[j]
            beside = new + further
        ways.opened.append(opened)
        ways.down.append(down)
        ways.across.append(across)
        ways.scales.append(scale)
        last = ending
        last_down = [new + lower for new, lower in zip(opened, down, strict=True)]
        above = [all_above + here for all_above, here in zip(above, ending, strict=True)]
        largest = max(above)
        if largest > _HUGE:
            scale += math.log(largest)
            none_yet /= largest
            last, last_down, above = _divided(largest, last, last_down, above)
    return ways._replace(total=math.log(sum(above)) + scale)


def _probabilities(odds: Matrix, ways: _Ways, pulse: Callable[[], None]) -> Matrix:
    """The probability of each link: the share of the ways, and of none, that contain it."""
    width = len(odds[0])
    everything = ways.total + math.log1p(math.exp(min(_UNRELATED - ways.total, 700)))
    no_more, scale = 1.0, 0.0
    below = [0.0] * width
    next_opened, next_down = [0.0] * (width + 1), [0.0] * width
    probabilities: Matrix = []
    for i in range(len(odds) - 1, -1, -1):
        pulse()
        share = math.exp(ways.scales[i] + scale - everything)
        row, opened, down, across = odds[i], ways.opened[i], ways.down[i], ways.across[i]
        found, here_opened, here_down = [0.0] * width, [0.0] * (width + 1), [0.0] * width
        after = beside = 0.0
        for j in range(width - 1, -1, -1):
            more = _also(row[j], width)
            rest = no_more + after + _NEXT_BONUS * next_opened[j + 1]
            from_down = rest + next_down[j]
            from_across = rest + beside
            from_opened = rest + next_down[j] + beside
            through = opened[j] * from_opened + down[j] * from_down + across[j] * from_across
            # Rounding may carry a sure link a hair over 1.
            found[j] = min(1.0, share * through)
            here_opened[j] = row[j] * from_opened
            here_down[j] = more * from_down
            beside = more * from_across
            after += below[j]
        probabilities.append(found)
        next_opened, next_down = here_opened, here_down
        below = [all_below + here for all_below, here in zip(below, here_opened, strict=False)]
        largest = max(below)
        if largest > _HUGE:
            scale += math.log(largest)
            no_more /= largest
            next_opened, next_down, below = _divided(largest, next_opened, next_down, below)
    probabilities.reverse()
    return probabilities


_Chain = tuple[float, "_Link | None"]
"""What a chain of links is worth, and its last link."""
_Link = tuple["_Link | None", int, int]
"""The link before this one, and its own two passages."""


def _most_probable(probabilities: Matrix, floor: float, pulse: Callable[[], None]) -> list[Link]:
    """The links in order whose probabilities, less `floor` each, have the greatest sum."""
    width = len(probabilities[0])
    nothing: _Chain = (0.0, None)
    # The best chain of the rows above, up to each column.
    best = [nothing] * (width + 1)
    above: list[_Chain | None] = [None] * width
    for i, row in enumerate(probabilities):
        pulse()
        best_here = [nothing]
        down: list[_Chain | None] = []
        across: _Chain | None = None
        for j, probability in enumerate(row):
            gain = probability - floor
            opened = _longer(best[j], gain, i, j)
            lower = _longer(above[j], gain, i, j)
            further = _longer(across, gain, i, j)
            down.append(_better(opened, lower))
            across = _better(opened, further)
            ended = _better(_better(opened, lower), further)
            best_here.append(_better(_better(best[j + 1], best_here[j]), ended) or nothing)
        best, above = best_here, down
    links = []
    link = best[-1][1]
    while link:
        link, i, j = link
        links.append((i, j))
    return links[::-1]


def _longer(chain: _Chain | None, gain: float, i: int, j: int) -> _Chain | None:
    """The chain with one link more, unless it is worth nothing from here on."""
    if chain is None or chain[0] + gain <= 0:
        return None
    return chain[0] + gain, (chain[1], i, j)


def _better(one: _Chain | None, other: _Chain | None) -> _Chain | None:
    """The chain that is worth more, of two as good the first."""
    if one is None or (other is not None and other[0] > one[0]):
        return other
    return one
