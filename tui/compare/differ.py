"""Find where the words of both sides of a row differ: the one place that knows how.

In: both sides, tables and options. Out: differences, those between sentences that
belong together in one list. What each is called is other files' business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tui.compare.model import CompareOptions, Stretch
from tui.compare.narrowing import Window
from tui.compare.parting import may_part, parts
from tui.compare.phrase import SENTENCE_ENDS
from tui.compare.rowtext import Difference, RowText
from tui.compare.sentences import together
from tui.compare.tables import Tables
from tui.compare.tidy import tidy
from tui.compare.wording import differences
from tui.compare.words import words_of

_SENTENCE = 5
"""Words of a side from which one sentence that stands for another may be new text, ..."""
_NOTHING_LEFT = 0.2
"""... if it shares less of its words (0 to 1, in any order) with the other."""
_LETTERS_OF_A_WORD = 6
"""Letters of a word and its blank, about: to tell how many words two texts share."""

Spans = list[tuple[int, int]]


def differ(
    left: RowText,
    right: RowText,
    windows: Sequence[Window] | None,
    tables: Tables,
    options: CompareOptions,
) -> Iterator[list[Difference]]:
    """The differences of a row, in order, in groups that lie in the same sentences.

    Nearly equal paragraphs are looked at in the few `windows` in which they can
    differ; of others the sentences that belong together are compared. A
    sentence without a counterpart is a difference of its own.
    """
    row = _Row(left, right, tables, options)
    return row.by_sentence() if windows is None else row.in_windows(windows)


def plain_marks(
    left: str,
    right: str,
    windows: Sequence[Window],
    tables: Tables,
    options: CompareOptions,
) -> tuple[Spans, Spans] | None:
    """The characters that differ between two nearly equal texts; None where it takes more to tell.

    It gives what `differ` would, in a tenth of the time, where every difference
    is a word, a few words that came, or a few that went.
    """
    ours: Spans = []
    theirs: Spans = []
    for start, end, other_start, other_end in windows:
        gone, came = left[start:end], right[other_start:other_end]
        if _is_one_word(gone) and _is_one_word(came) and gone.lower() != came.lower():
            ours.append((start, end))
            theirs.append((other_start, other_end))
            continue
        here, there = words_of(gone), words_of(came)
        if len(here.keys) * len(there.keys) > options.edits_up_to:
            return None
        at = other = 0
        last = Stretch(len(here.keys), len(here.keys), len(there.keys), len(there.keys))
        raw = differences(here.keys, there.keys)
        around = _shared_around(left, start, end) if len(raw) > 1 else 0
        for i, k, j, m in (*tidy(raw, here.keys, there.keys, around), last):
            if at < i and (
                gone[here.starts[at] : here.ends[i - 1]]
                != came[there.starts[other] : there.ends[j - 1]]
            ):
                return None  # Equal words, written otherwise.
            went = (here.starts[i], here.ends[k - 1]) if i < k else None
            new = (there.starts[j], there.ends[m - 1]) if j < m else None
            if _is_mark(here.keys[i:k]) or _is_mark(there.keys[j:m]):
                return None
            if went and new:
                large = not (gone[slice(*went)].islower() or came[slice(*new)].islower())
                if may_part(here.keys[i:k], there.keys[j:m], tables, large=large):
                    return None
            if went:
                ours.append((start + went[0], start + went[1]))
            if new:
                theirs.append((other_start + new[0], other_start + new[1]))
            at, other = k, m
    return ours, theirs


def _shared_around(text: str, start: int, end: int) -> int:
    """How many words of its sentence, about, stand around a window of a text."""
    before = max([text.rfind(point, 0, start) for point in ".!?"])
    after = min(
        [place for point in ".!?" if (place := text.find(point, end - 1)) >= 0] or [len(text)]
    )
    return max(0, start - before - 1 + after - end) // _LETTERS_OF_A_WORD


def _is_one_word(text: str) -> bool:
    return text.isalpha() and text.isascii()


def _is_mark(keys: Sequence[str]) -> bool:
    return len(keys) == 1 and not keys[0][0].isalnum()


def _shared(left: Sequence[str], right: Sequence[str]) -> float:
    """The share (0 to 1) of the words that both sides have in common, in any order."""
    return 2 * (Counter(left) & Counter(right)).total() / (len(left) + len(right))


class _Row:
    """Both sides of a row."""

    def __init__(
        self, left: RowText, right: RowText, tables: Tables, options: CompareOptions
    ) -> None:
        self.left, self.right = left, right
        self.tables = tables
        self._options = options

    def in_windows(self, windows: Iterable[Window]) -> Iterator[list[Difference]]:
        """The differences of nearly equal paragraphs."""
        text = self.left.only_text or ""
        ends = [number for number, key in enumerate(self.left.keys) if key in SENTENCE_ENDS]
        found: list[Difference] = []
        for start, end, other_start, other_end in windows:
            here = self.left.words_in(start, end)
            there = self.right.words_in(other_start, other_end)
            around = _shared_around(text, start, end)
            found += self._decided(self._stretches(here, there, around), here, there, around)
        # An end itself is of the sentence before it.
        for _, group in groupby(found, lambda each: bisect_left(ends, each.left.start)):
            yield [*group]

    def by_sentence(self) -> Iterator[list[Difference]]:
        """The differences of other paragraphs."""
        at, other = 0, 0
        left_end, right_end = len(self.left), len(self.right)
        end = range(left_end, left_end), range(right_end, right_end)
        for here, there in (*self._together(), end):
            before = range(at, here.start), range(other, there.start)
            if self._is_one_sentence(*before):
                yield [*self._between(*before)]
            else:
                yield [*self._alone(*before)]
            yield [*self._between(here, there)]
            at, other = here.stop, there.stop

    def _between(self, here: range, there: range) -> Iterable[Difference]:
        """The differences between sentences."""
        return self._decided(self._stretches(here, there), here, there)

    def _decided(
        self, stretches: Sequence[Stretch], here: range, there: range, around: int = 0
    ) -> Iterable[Difference]:
        """Differences, each one decision; one of two sentences where nothing is left of them.

        `around` are the words beside these that both sentences share.
        """
        if len(stretches) == 1:
            i, k, j, m = stretches[0]
            kept = around + len(here) - (k - i), around + len(there) - (m - j)
            if (
                min(k - i, m - j) >= _SENTENCE
                and max(kept) <= 1
                and _shared(self.left.keys[i:k], self.right.keys[j:m]) < _NOTHING_LEFT
            ):
                return [Difference(range(i, k), range(j, m), alone=True)]
        return self._parted(stretches)

    def _is_one_sentence(self, here: range, there: range) -> bool:
        """Whether one sentence stands where another stood; what is carried did not go."""
        return (
            self.left.is_sentence(here)
            and self.right.is_sentence(there)
            and all(carried is None for _, carried in self.left.carried_in(here))
            and all(carried is None for _, carried in self.right.carried_in(there))
        )

    def _stretches(self, here: range, there: range, around: int = 0) -> list[Stretch]:
        """Where some words of both sides differ: everywhere, where they are too many."""
        ours = self.left.keys[here.start : here.stop]
        theirs = self.right.keys[there.start : there.stop]
        i, j = here.start, there.start
        if ours == theirs:
            return []
        if len(ours) * len(theirs) > self._options.edits_up_to:
            return [Stretch(i, here.stop, j, there.stop)]
        found = tidy(differences(ours, theirs), ours, theirs, around)
        return [Stretch(a + i, b + i, c + j, d + j) for a, b, c, d in found]

    def _together(self) -> Iterator[tuple[range, range]]:
        """The words, by number, between which both sides are compared."""
        left, right = self.left.sentences, self.right.sentences
        if len(left) == len(right) == 1:
            yield left[0], right[0]
            return
        for here, there in together(self.left.codes(), self.right.codes(), self._options):
            yield (
                range(left[here.start].start, left[here.stop - 1].stop),
                range(right[there.start].start, right[there.stop - 1].stop),
            )

    def _alone(self, here: range, there: range) -> Iterator[Difference]:
        """Sentences of one side that have no counterpart."""
        nothing = range(here.stop, here.stop), range(there.start, there.start)
        for words, carried in self.left.carried_in(here):
            yield Difference(words, nothing[1], True, carried)
        for words, carried in self.right.carried_in(there):
            yield Difference(nothing[0], words, True, carried)

    def _parted(self, stretches: Iterable[Stretch]) -> Iterator[Difference]:
        """Differences, cut at what both sides have in another form."""
        for i, k, j, m in stretches:
            went, came = range(i, k), range(j, m)
            point = (not came and self._is_point(self.left, went)) or (
                not went and self._is_point(self.right, came)
            )
            if point and i and j:
                # Marked with its word, as U.S. is.
                yield Difference(range(i - 1, k), range(j - 1, m))
                continue
            if not went or not came or len(went) == len(came) == 1:
                yield Difference(went, came)
                continue
            left, right = self.left.phrase(went), self.right.phrase(came)
            for here, there in parts(left, right, self.tables):
                yield Difference(
                    range(i + here.start, i + here.stop), range(j + there.start, j + there.stop)
                )

    def _is_point(self, side: RowText, words: range) -> bool:
        """Whether a word is the point of an abbreviation or an initial."""
        at = words.start
        return (
            len(words) == 1
            and side.keys[at] == "."
            and side.joins(at)
            and self.tables.takes_point(side.keys[at - 1])
        )
