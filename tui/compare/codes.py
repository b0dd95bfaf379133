"""Write a text as a string of one code point a word, so that words compare as letters do.

In: texts. Out: codes, in which equal words, however they are written, are one
and the same character. rapidfuzz compares two such strings tens of times as
quickly as two lists of words, and they take two or four bytes a word. Where a
word stands in its text is `words`' business.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NewType
from zlib import crc32

from tui.article.model import Article
from tui.compare.phrase import is_word
from tui.compare.words import AT_REST, Chunks, keys_of

Code = NewType("Code", str)
"""The words and marks of a text, in order, one code point each."""

_MARKS = range(0x01, 0x100)
"""Code points of punctuation marks; a mark beyond so many is coded like a word."""
_WORDS = range(0x100, 0xD800), range(0xE000, 0x110000)
"""Code points of words; surrogates are left out, for a string may not hold them alone."""
_MARK_RUN = re.compile(f"[{chr(_MARKS[0])}-{chr(_MARKS[-1])}]+")

_BLANK = re.compile(r"\s")

_AROUND = ',.;:!?"()[]\u201c\u201d'
"""Marks that stand around words and are never part of them."""
_CHUNKS_KEPT = 400_000
"""Stretches between blanks whose code is remembered: some 60 MB."""
_SLICE = 100_000
"""Letters coded at a time: a few milliseconds, after which others get their turn."""
_ARTICLES_KEPT = 4
"""Articles whose codes are remembered for the next comparison with them."""


class Codebook:
    """Which code point stands for which key, and the codes of what was read lately.

    Words never cross a blank, so the code of a text is that of its stretches
    between blanks, most of which were seen before.

    A million different keys have a code point each. Beyond them keys share
    those of others, by chance; `same` knows what equal codes prove then.
    """

    def __init__(self, words: Sequence[range] = _WORDS) -> None:
        """`words` are the code points for words."""
        self._words = words
        self._points: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._free_marks = iter(_MARKS)
        self._free_words = chain(*words)
        self._chunks = Chunks(self._chunk, _CHUNKS_KEPT)
        self._articles: OrderedDict[tuple[str, int], tuple[Code, ...]] = OrderedDict()
        self._full = False

    def code(self, text: str) -> Code:
        """The code of a text; empty if it has neither word nor mark."""
        chunk = self._chunks.__getitem__
        if len(text) <= _SLICE:
            return Code("".join(map(chunk, text.split())))
        return Code("".join("".join(map(chunk, part.split())) for part in _slices(text)))

    def codes(
        self,
        article: Article,
        tell: Callable[[int], None],
        other: tuple[Article, Sequence[Code]] | None = None,
    ) -> tuple[Code, ...]:
        """The code of each paragraph; `tell` is given the number of each one that is done.

        Of an `other` article with its codes, paragraphs that are the same need
        not be read again.
        """
        name = (article.fingerprint, len(article.paragraphs))
        known = self._articles.get(name)
        if known is None:
            seen: dict[str, Code] = {}
            if other:
                texts = (paragraph.text for paragraph in other[0].paragraphs)
                seen = dict(zip(texts, other[1], strict=True))
            codes: list[Code] = []
            for number, paragraph in enumerate(article.paragraphs):
                text = paragraph.text
                codes.append(seen.get(text) or self.code(text))
                tell(number)
            known = self._articles[name] = tuple(codes)
        self._articles.move_to_end(name)
        while len(self._articles) > _ARTICLES_KEPT:
            self._articles.popitem(last=False)
        return known

    def key(self, point: str) -> str:
        """The key that a code point stands for."""
        return self._keys[point]

    def same(self, left: str, right: str) -> bool:
        """Whether two texts of one code have the same words and marks, however written."""
        return not self._full or keys_of(left) == keys_of(right)

    def forget(self) -> None:
        """Give back what many different stretches take that are remembered; a few stay."""
        if len(self._chunks) > AT_REST:
            self._chunks.clear()

    def _chunk(self, chunk: str) -> str:
        core = chunk.strip(_AROUND)
        if core.isascii() and core.isalpha():
            # Most words of most texts, and no word joins the marks around it.
            before, after = chunk.split(core, 1)
            marks = self._chunks
            return "".join(
                (
                    marks[before] if before else "",
                    self._point(core.lower()),
                    marks[after] if after else "",
                )
            )
        return "".join(self._point(key) for key in keys_of(chunk))

    def _point(self, key: str) -> str:
        known = self._points.get(key)
        if known is None:
            # `setdefault` and `next` are atomic, so that the thread of the app may code too.
            number = None if is_word(key) else next(self._free_marks, None)
            if number is None:
                number = next(self._free_words, None)
            if number is None:
                self._full = True
                number = _choice(self._words[-1], key)
            known = self._points.setdefault(key, chr(number))
            self._keys.setdefault(known, key)
        return known


def _choice(points: range, key: str) -> int:
    """One of some code points for a key, the same on every machine."""
    return points[crc32(key.encode("utf-8", "surrogatepass")) % len(points)]


def _slices(text: str) -> Iterator[str]:
    """The text in parts of some length, cut where there is a blank."""
    start = 0
    while start < len(text):
        end = start + _SLICE
        blank = _BLANK.search(text, end) if end < len(text) else None
        end = blank.start() if blank else len(text)
        yield text[start:end]
        start = end


def words_in(code: Code) -> Code:
    """The code without its punctuation marks."""
    return Code(_MARK_RUN.sub("", code))


BOOK = Codebook()
"""The one that all comparisons of articles share."""
