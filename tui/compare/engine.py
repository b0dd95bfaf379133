"""Compare two articles: the one place that knows the order of the steps.

In: two articles and options. Out: a `Comparison` of rows and changes; the
words inside a row are `edits`' business. Each step is a module of its own and
knows no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log1p

from tui.article.model import Article
from tui.compare.alignment import best_in_gap, gaps, heaviest_chain
from tui.compare.candidates import propose
from tui.compare.joins import Numbers, join
from tui.compare.model import CompareOptions, Comparison, Kind, Link, Regime, Row
from tui.compare.moves import find_moves
from tui.compare.parts import Part, of_wholes
from tui.compare.rows import Group, number_changes, set_out
from tui.compare.similarity import (
    Profile,
    Vocabulary,
    joined,
    likeness,
    shared_weight,
)
from tui.compare.words import is_word, words_of

Progress = Callable[[float], None]
"""Told, now and then, which share (0 to 1) of the work is done.

An exception it raises ends the comparison: that is how to cancel one.
"""

_FOLDED, _PROPOSED, _SCORED = 0.3, 0.7, 0.9
"""Share (0 to 1) of the work that is done when each step ends, as measured on
10,000 pairs of paragraphs."""
_REPORT_EVERY = 256
"""Paragraphs or pairs after which progress is told: some hundredths of a second."""
_LARGEST_GAP = 4_000
"""Largest product of two sides of a gap in which every pair is looked at."""

_SENTENCE_ENDS = frozenset({".", "!", "?", "...", "\u3002", "\u0964"})

_MANY = 3
"""A paragraph this many times as long as another does not resemble its part."""

Keys = tuple[str, ...]


def _no_progress(share: float) -> None:
    """Tell nobody."""


def compare(
    left: Article,
    right: Article,
    options: CompareOptions | None = None,
    progress: Progress = _no_progress,
) -> Comparison:
    """Pair the paragraphs of two articles and name what differs.

    The same input gives the same answer. Words inside rows are compared by
    `edits_of`, row by row, when somebody looks.
    """
    options = options or CompareOptions()
    pairing = _Pairing(
        _texts_compared(left, options), _texts_compared(right, options), options, progress
    )
    groups, moves = pairing.groups_and_moves()

    def kind_of_pair(i: int, j: int) -> Kind:
        here, there = left.paragraphs[i], right.paragraphs[j]
        if (here.text, here.styles) == (there.text, there.styles):
            return Kind.SAME
        return Kind.QUIET if pairing.same_keys(i, j) else Kind.REWORDED

    rows = set_out(
        groups,
        moves,
        (len(left.paragraphs), len(right.paragraphs)),
        (_asides(left, options), _asides(right, options)),
        kind_of_pair,
    )
    numbered, changes = number_changes(rows)
    progress(1.0)
    comparison = Comparison(left, right, numbered, changes, pairing.regime, options)
    return replace(comparison, bounded=tuple(_bounds(comparison, pairing)))


def _asides(article: Article, options: CompareOptions) -> frozenset[int]:
    """The numbers of the paragraphs that are not compared."""
    if options.asides:
        return frozenset()
    return frozenset(number for number, each in enumerate(article.paragraphs) if each.aside)


def _texts_compared(article: Article, options: CompareOptions) -> dict[int, str]:
    """The other texts, by their numbers."""
    asides = _asides(article, options)
    return {
        number: each.text for number, each in enumerate(article.paragraphs) if number not in asides
    }


def _bounds(comparison: Comparison, pairing: _Pairing) -> Iterator[str]:
    """A sentence for everything that was cut short."""
    for number, row in enumerate(comparison.rows):
        left, right = comparison.both_sides(number)
        if not (row.kind.is_change and left and right):
            continue
        words = pairing.words_product(left, right)
        if words > comparison.options.edits_up_to:
            yield f"Row {number + 1} is too long to compare word by word; it is shown as replaced."
    if pairing.long_gaps:
        where = "one stretch" if pairing.long_gaps == 1 else f"{pairing.long_gaps} stretches"
        yield f"In {where} of many new paragraphs only pairs that share rare words were looked for."


def pending(left: Article, right: Article) -> Comparison:
    """Two articles side by side by number, to read until the pairing is made."""
    shorter = min(len(left.paragraphs), len(right.paragraphs))
    rows = [Row((n,), (n,), Kind.SAME) for n in range(shorter)]
    rows += [Row((n,), (), Kind.SAME) for n in range(shorter, len(left.paragraphs))]
    rows += [Row((), (n,), Kind.SAME) for n in range(shorter, len(right.paragraphs))]
    return Comparison(left, right, tuple(rows), (), Regime.PENDING)


def align_texts(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Links between the paragraphs (or sentences) of two texts.

    Numbers from 0, sorted; a split or a merge gives several links, a
    paragraph without a counterpart gives none, a moved one gives one.
    """
    if not left or not right:
        return []
    texts = dict(enumerate(left)), dict(enumerate(right))
    groups, moves = _Pairing(*texts, CompareOptions(), _no_progress).groups_and_moves()
    linked = {(i, j) for group in groups for i in group.left for j in group.right}
    return sorted(linked | {(i, j) for i, j, _ in moves})


@dataclass(frozen=True, slots=True)
class _Scored:
    left: int
    right: int
    likeness: float


class _Pairing:
    """The steps from texts to groups and moves, and what they share on the way.

    Inside, paragraphs go by their places among those compared; what comes in
    and what goes out are their numbers in the articles.
    """

    def __init__(
        self,
        left: Mapping[int, str],
        right: Mapping[int, str],
        options: CompareOptions,
        progress: Progress,
    ) -> None:
        self._numbers = tuple(left), tuple(right)
        self._places = tuple({n: at for at, n in enumerate(side)} for side in self._numbers)
        self.options = options
        self.regime = Regime.TELLINGS
        self.long_gaps = 0
        self._progress = progress
        total = len(left) + len(right)
        keys: list[Keys] = []
        for number, text in enumerate((*left.values(), *right.values())):
            keys.append(words_of(text).keys)
            if number % _REPORT_EVERY == 0:
                progress(_FOLDED * number / total)
        self._left_keys, self._right_keys = keys[: len(left)], keys[len(left) :]
        vocabulary = Vocabulary([[key for key in some if is_word(key)] for some in keys])
        profiles = vocabulary.profiles()
        self._vocabulary = vocabulary
        self._left, self._right = profiles[: len(left)], profiles[len(left) :]

    def groups_and_moves(self) -> tuple[list[Group], list[tuple[int, int, float]]]:
        """Rows-to-be in reading order, and `(left, right, likeness)` for each move."""
        scored = self._with_parts(self._scored_pairs())
        self.regime = self._regime(scored)
        groups: list[Numbers]
        if self.regime is Regime.VERSIONS:
            groups = join(
                self._fill(self._chain(scored, self.options.pair_from)),
                [profile.counts for profile in self._left],
                [profile.counts for profile in self._right],
                self._vocabulary.weights,
                self.options.join_from,
            )
        else:
            scored = self._prose(scored)
            links = self._chain(scored, self.options.telling_pair_from)
            groups = [((left,), (right,)) for left, right in links]
        taken = [(i, j) for lefts, rights in groups for i in lefts for j in rights]
        long_enough = (
            (pair.left, pair.right, pair.likeness)
            for pair in scored
            if self._shorter(pair.left, pair.right) >= self.options.move_words
        )
        moves = find_moves(long_enough, taken, self.options.move_from)
        on_left, on_right = self._numbers
        return (
            [
                Group(
                    tuple(on_left[i] for i in lefts),
                    tuple(on_right[j] for j in rights),
                    self._group_likeness(lefts, rights),
                )
                for lefts, rights in groups
            ],
            [(on_left[i], on_right[j], self._likeness(i, j)) for i, j in moves],
        )

    def same_keys(self, left: int, right: int) -> bool:
        """Whether two paragraphs have the same words, however they are written."""
        return self._keys_of(left, 0) == self._keys_of(right, 1)

    def words_product(self, left: Iterable[int], right: Iterable[int]) -> int:
        """The words and marks of some left paragraphs times those of some right ones."""
        on_left = sum(len(self._keys_of(number, 0)) for number in left)
        return on_left * sum(len(self._keys_of(number, 1)) for number in right)

    def _keys_of(self, number: int, side: int) -> Keys:
        return (self._left_keys, self._right_keys)[side][self._places[side][number]]

    def _scored_pairs(self) -> list[_Scored]:
        """Exact pairs and candidates, each with its likeness."""
        left, right, options = self._left, self._right, self.options
        exact = self._exact()
        self._progress(_FOLDED)
        common = max(options.rare_at_least, int(options.rare_within * (len(left) + len(right))))
        # Paragraphs that found their equal need no proposal.
        settled = {i for i, _ in exact}, {j for _, j in exact}
        pairs = set(exact) | propose(
            {i: p.counts.keys() for i, p in enumerate(left) if i not in settled[0]},
            {j: p.counts.keys() for j, p in enumerate(right) if j not in settled[1]},
            self._vocabulary.held_by,
            self._vocabulary.weights,
            common,
            options.candidates,
            options.looks,
            lambda share: self._progress(_FOLDED + (_PROPOSED - _FOLDED) * share),
        )
        self._progress(_PROPOSED)
        scored = []
        for number, (i, j) in enumerate(sorted(pairs)):
            scored.append(_Scored(i, j, self._likeness(i, j)))
            if number % _REPORT_EVERY == 0:
                self._progress(_PROPOSED + (_SCORED - _PROPOSED) * number / len(pairs))
        return scored

    def _with_parts(self, scored: list[_Scored]) -> list[_Scored]:
        """The pairs, those of a split or a merge of many raised to the floor of pairs."""
        parts = [
            part
            for pair in scored
            if pair.likeness < self.options.pair_from
            and (part := self._part(pair.left, pair.right))
        ]
        raised = of_wholes(parts, self.options.join_from)
        floor = self.options.pair_from
        return [
            replace(pair, likeness=floor) if (pair.left, pair.right) in raised else pair
            for pair in scored
        ]

    def _part(self, i: int, j: int) -> Part | None:
        """What the shorter of two paragraphs is of the longer one, if it lies in it."""
        left, right = self._left[i], self._right[j]
        shorter, longer = sorted((left.weight, right.weight))
        if _MANY * shorter > longer:
            return None
        held = shared_weight(left, right, self._vocabulary.weights)
        if held < self.options.join_from * shorter:
            return None
        whole = (0, i) if left.weight > right.weight else (1, j)
        return Part((i, j), whole, held / longer)

    def _exact(self) -> list[Link]:
        """Pairs of paragraphs with the same keys.

        Of repeated ones the first goes with the first and so on, and the last
        with the last: a repetition more may stand at either end.
        """
        left, right = _places(self._left_keys), _places(self._right_keys)
        pairs: set[Link] = set()
        for keys, at in left.items():
            there = right.get(keys, [])
            pairs.update(zip(at, there, strict=False))
            pairs.update(zip(reversed(at), reversed(there), strict=False))
        return sorted(pairs)

    def _regime(self, scored: Sequence[_Scored]) -> Regime:
        """Versions, if enough of the shorter article is found again in the other, in any order."""
        best_left = [0.0] * len(self._left)
        best_right = [0.0] * len(self._right)
        for pair in scored:
            if pair.likeness >= self.options.pair_from:
                best_left[pair.left] = max(best_left[pair.left], pair.likeness)
                best_right[pair.right] = max(best_right[pair.right], pair.likeness)
        sides = (
            [(profile.weight, best) for profile, best in zip(profiles, found, strict=True)]
            for profiles, found in ((self._left, best_left), (self._right, best_right))
        )
        shorter = min(sides, key=lambda side: sum(weight for weight, _ in side))
        found_again = sum(weight * best for weight, best in shorter)
        # Marks alone, such as `* * *`, weigh nothing and yet can be found again.
        enough = any(best_left) and found_again >= self.options.versions_from * sum(
            weight for weight, _ in shorter
        )
        return Regime.VERSIONS if enough else Regime.TELLINGS

    def _prose(self, scored: Sequence[_Scored]) -> list[_Scored]:
        """The pairs of paragraphs that two tellings may share."""
        return [
            pair
            for pair in scored
            if self._shorter(pair.left, pair.right) >= self.options.telling_pair_words
            and _is_prose(self._left_keys[pair.left])
            and _is_prose(self._right_keys[pair.right])
        ]

    def _chain(self, scored: Sequence[_Scored], floor: float) -> list[Link]:
        """The best pairs in order; a long pair weighs more than a short one as alike."""
        return heaviest_chain(
            [
                (
                    pair.left,
                    pair.right,
                    pair.likeness * (1 + log1p(self._shorter(pair.left, pair.right)) / 4),
                )
                for pair in scored
                if pair.likeness >= floor
            ]
        )

    def _fill(self, chain: list[Link]) -> list[Link]:
        """The chain with weaker pairs in its gaps."""
        found: list[Link] = []
        for number, (left, right) in enumerate(gaps(chain, len(self._left), len(self._right))):
            if number % _REPORT_EVERY == 0:
                self._progress(_SCORED)
            if len(left) * len(right) > _LARGEST_GAP:
                self.long_gaps += 1
            else:
                found += best_in_gap(left, right, self._likeness, self.options.gap_pair_from)
        return sorted(chain + found)

    def _likeness(self, i: int, j: int) -> float:
        if self._left_keys[i] == self._right_keys[j]:
            return 1.0
        return likeness(self._left[i], self._right[j], self._vocabulary.weights)

    def _group_likeness(self, lefts: tuple[int, ...], rights: tuple[int, ...]) -> float:
        if len(lefts) == len(rights) == 1:
            return self._likeness(lefts[0], rights[0])
        return likeness(*self._profiles((lefts, rights)), self._vocabulary.weights)

    def _profiles(self, group: Numbers) -> tuple[Profile, Profile]:
        return (
            joined([self._left[i] for i in group[0]]),
            joined([self._right[j] for j in group[1]]),
        )

    def _shorter(self, i: int, j: int) -> int:
        return min(len(self._left[i].words), len(self._right[j].words))


def _is_prose(keys: Keys) -> bool:
    """Whether a paragraph ends as a sentence does, closing quotes and brackets aside.

    Two captions of one event share names and little else.
    """
    return any(key in _SENTENCE_ENDS for key in keys[-3:])


def _places(paragraphs: Sequence[Keys]) -> dict[Keys, list[int]]:
    """Where each paragraph stands, and all others that are equal to it."""
    places: dict[Keys, list[int]] = {}
    for number, keys in enumerate(paragraphs):
        places.setdefault(keys, []).append(number)
    return places
