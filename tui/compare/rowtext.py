"""The words of one side of a row, paragraph after paragraph.

In: paragraphs, by number. Out: their keys in one list, and where each stands in its
paragraph. What differs between two sides is other files' business.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from tui.article.model import Paragraph, Role, Span, Style
from tui.compare.codes import BOOK, Code
from tui.compare.model import Passage
from tui.compare.phrase import SENTENCE_ENDS, TITLES, Phrase, is_word
from tui.compare.quotations import quoted
from tui.compare.sentences import cut
from tui.compare.tables import is_common
from tui.compare.words import Words, words_of

Passages = tuple[Passage, ...]
Places = Sequence[tuple[int, Passage]]
"""Numbers and places of the carried sentences of one side of a row, in order."""

_LONG = 4
"""Letters of a word that a headline writes large."""
_HEADLINE_WORDS = 4
_HEADLINE_UP_TO = 40
"""Words of the longest headline."""
_HEADLINE_SHARE = 0.8
"""How many long words of a text are written large (0 to 1) for it to be a headline."""
_OPENS_SENTENCE = SENTENCE_ENDS | {":"}
"""Marks after which a capital tells nothing."""
_PLAIN: frozenset[Style | Role] = frozenset()


class Difference(NamedTuple):
    """Words of the left that stand where words of the right stand, by number."""

    left: range
    right: range
    alone: bool = False
    """Whether whole sentences came or went, or stand for others."""
    carried: int | None = None
    """Of a sentence that stands in another row: its number in the comparison."""


class RowText:
    """The words of one side of a row, by their numbers from 0."""

    def __init__(
        self,
        paragraphs: Iterable[tuple[int, Paragraph]],
        carried: Places = (),
        written_small: Callable[[], Container[str]] = frozenset,
        *,
        nouns_large: bool = False,
    ) -> None:
        self._carried = carried
        self._written_small_elsewhere = written_small
        self._nouns_large = nouns_large
        self._numbers: list[int] = []
        """The paragraphs, by their numbers in the article, ..."""
        self._paragraphs: list[Paragraph] = []
        self._first_words: list[int] = []
        """... and the first word of each."""
        self.keys: list[str] = []
        self._words: list[Words] = []
        for number, paragraph in paragraphs:
            words = words_of(paragraph.text)
            self._numbers.append(number)
            self._paragraphs.append(paragraph)
            self._first_words.append(len(self.keys))
            self._words.append(words)
            self.keys += words.keys

    # Places are measured when they are asked for: most who compare never do.

    @cached_property
    def _starts(self) -> list[int]:
        return [*chain.from_iterable([words.starts for words in self._words])]

    @cached_property
    def _ends(self) -> list[int]:
        return [*chain.from_iterable([words.ends for words in self._words])]

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def sentences(self) -> list[range]:
        """The words of each sentence, by number; every word is in one."""
        found: list[range] = []
        paragraphs = zip(self._first_words, self._paragraphs, self._words, strict=True)
        for first, paragraph, words in paragraphs:
            cuts = cut(paragraph.text, words)
            found += [range(first + each.start, first + each.stop) for each in cuts]
        return found

    def is_sentence(self, words: range) -> bool:
        """Whether some words are one sentence."""
        at = bisect_left(self.sentences, words.start, key=lambda each: each.start)
        return at < len(self.sentences) and self.sentences[at] == words

    def codes(self) -> list[Code]:
        """The code of each sentence."""
        whole = "".join([BOOK.code(paragraph.text) for paragraph in self._paragraphs])
        return [Code(whole[each.start : each.stop]) for each in self.sentences]

    @property
    def only_text(self) -> str | None:
        """The text of its one paragraph; None where there are more, or carried sentences."""
        return self._text(0) if len(self._paragraphs) == 1 and not self._carried else None

    def words_in(self, start: int, end: int) -> range:
        """The words of the first paragraph that begin in a stretch of its text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def surface(self, word: int) -> str:
        """How a word is written."""
        return self._text(self._place(word))[self._starts[word] : self._ends[word]]

    def is_small(self, words: range) -> bool:
        """Whether some words are written without a capital; none are."""
        if not words:
            return True
        place = self._place(words.start)
        text = self._text(place)[self._starts[words.start] : self._ends[words.stop - 1]]
        return words.stop <= self._words_in(place).stop and text.islower()

    def phrase(self, words: range) -> Phrase:
        """Some words as a phrase."""
        surfaces = tuple([self.surface(word) for word in words])
        keys = tuple(self.keys[words.start : words.stop])
        named = tuple([self._is_named(*each) for each in zip(words, surfaces, keys, strict=True)])
        before = self.keys[max(words.start - 1, 0) : words.start]
        after = self.keys[words.stop : words.stop + 1]
        return Phrase(surfaces, keys, named, "".join(before), "".join(after))

    def _is_named(self, word: int, surface: str, key: str) -> bool:
        """Whether a word is written large though nothing but a name asks for it."""
        if surface.islower() or not any(map(str.isupper, surface)) or key in TITLES:
            return False
        if self._nouns_large:
            return len(surface) > 1 and surface.isupper()
        if not (self._is_headline or self.begins_sentence(word)):
            return True
        return not (
            is_common(key) or key in self._written_small or key in self._written_small_elsewhere()
        )

    @cached_property
    def _is_headline(self) -> bool:
        """Whether nearly every word is written large."""
        if len(self.keys) > _HEADLINE_UP_TO:
            return False
        words = [
            word
            for paragraph in self._paragraphs
            for word in paragraph.text.split()
            if len(word) >= _LONG
        ]
        large = sum(not word[0].islower() for word in words)
        return len(words) >= _HEADLINE_WORDS and large >= _HEADLINE_SHARE * len(words)

    @cached_property
    def _written_small(self) -> frozenset[str]:
        return frozenset(
            key for paragraph in self._paragraphs for key in paragraph.text.split() if key.islower()
        )

    @cached_property
    def set_off(self) -> bool:
        """Whether any word is set off."""
        return bool(self._styles)

    def styles(self, word: int) -> frozenset[Style | Role]:
        """How a word is set off; that of a heading is among it."""
        return self._styles.get(word, _PLAIN)

    @cached_property
    def _styles(self) -> dict[int, frozenset[Style | Role]]:
        styles: dict[int, frozenset[Style | Role]] = {}
        for place, paragraph in enumerate(self._paragraphs):
            words = self._words_in(place)
            if paragraph.is_heading:
                styles |= dict.fromkeys(words, frozenset({Role.SUBHEAD}))
            for styled in paragraph.styles:
                first = bisect_right(self._ends, styled.span.start, words.start, words.stop)
                last = bisect_left(self._starts, styled.span.end, words.start, words.stop)
                for word in range(first, last):
                    styles[word] = styles.get(word, _PLAIN) | {styled.style}
        return styles

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The words inside quotation marks; the marks are not among them."""
        found: set[int] = set()
        for place, paragraph in enumerate(self._paragraphs):
            words = self._words_in(place)
            for span in quoted(paragraph.text):
                first = bisect_left(self._starts, span.start, words.start, words.stop)
                found.update(range(first, bisect_left(self._starts, span.end, first, words.stop)))
        return frozenset(found)

    def written(self, first: int, last: int, *, after_blank: bool) -> str | None:
        """How the words `[first, last)` are written, with the blank before them or without it.

        None where they cross paragraphs.
        """
        place = self._place(first)
        if last > self._words_in(place).stop:
            return None
        alone = not after_blank or first == self._first_words[place]
        start = self._starts[first] if alone else self._ends[first - 1]
        return self._text(place)[start : self._ends[last - 1]]

    def passages(self, words: range) -> Passages:
        """Where some words stand, a passage for each paragraph they touch."""
        found: list[Passage] = []
        first = words.start
        while first < words.stop:
            place = self._place(first)
            until = min(words.stop, self._words_in(place).stop)
            span = Span(self._starts[first], self._ends[until - 1])
            found.append(Passage(self._numbers[place], span))
            first = until
        return tuple(found)

    def carried_in(self, words: range) -> Iterator[tuple[range, int | None]]:
        """Some words, cut at the carried sentences among them; None for the others."""
        at = words.start
        first = bisect_left(self._carried_words, at, key=lambda each: each[0].start)
        for carried, number in islice(self._carried_words, first, None):
            if carried.start >= words.stop:
                break
            if carried.stop <= words.stop:
                if at < carried.start:
                    yield range(at, carried.start), None
                yield carried, number
                at = carried.stop
        if at < words.stop:
            yield range(at, words.stop), None

    @cached_property
    def _carried_words(self) -> list[tuple[range, int]]:
        """The words of each carried sentence, in order, and its number in the comparison."""
        return [(self._words_of(passage), number) for number, passage in self._carried]

    def blank_before(self, word: int) -> tuple[str, Passages] | None:
        """What stands between a word and the one before; None at a paragraph's start."""
        place = self._place(word)
        if word == self._first_words[place]:
            return None
        start, end = self._ends[word - 1], self._starts[word]
        blank = self._text(place)[start:end]
        return blank, (Passage(self._numbers[place], Span(start, end)),) if blank else ()

    def joins(self, word: int) -> bool:
        """Whether only blanks part a word from the one before, in the same paragraph."""
        return word != self._first_words[self._place(word)]

    def begins_sentence(self, word: int) -> bool:
        """Whether a word is the first of its sentence, opening marks aside."""
        while word and not is_word(self.keys[word - 1]):
            word -= 1
            if self.keys[word] in _OPENS_SENTENCE:
                return True
        return not self.joins(word)

    def _text(self, place: int) -> str:
        return self._paragraphs[place].text

    def _place(self, word: int) -> int:
        """Which of the paragraphs a word stands in."""
        return bisect_right(self._first_words, word) - 1

    def _words_in(self, place: int) -> range:
        """The words of one of the paragraphs."""
        last = place + 1 == len(self._first_words)
        stop = len(self.keys) if last else self._first_words[place + 1]
        return range(self._first_words[place], stop)

    def _words_of(self, passage: Passage) -> range:
        words = self._words_in(self._numbers.index(passage.paragraph))
        return range(
            bisect_left(self._starts, passage.span.start, words.start, words.stop),
            bisect_left(self._starts, passage.span.end, words.start, words.stop),
        )
