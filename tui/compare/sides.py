"""The paragraphs of one side that are compared: their words, keys and sentences.

In: codes, and the texts they were made of. Out: the same, in the form a step of the
pairing asks for. Who belongs with whom is other files' business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.article.sentences import sentences_of
from tui.compare.codes import Code, Codebook, words_in
from tui.compare.phrase import SENTENCE_ENDS


class Side:
    """The paragraphs of one side that are compared, by their places among these."""

    def __init__(self, codes: Sequence[Code], text: Callable[[int], str], book: Codebook) -> None:
        self.codes = codes
        self._words: list[Code | None] = [None] * len(codes)
        self._text = text
        self._book = book

    def __len__(self) -> int:
        return len(self.codes)

    def words(self, place: int) -> Code:
        """The words of a paragraph, without its marks."""
        words = self._words[place]
        if words is None:
            words = self._words[place] = words_in(self.codes[place])
        return words

    def keys(self, place: int) -> list[str]:
        """The words of a paragraph, spelt out in folded form."""
        return list(map(self._book.key, self.words(place)))

    def is_prose(self, place: int) -> bool:
        """Whether a paragraph ends as a sentence does, closing quotes and brackets aside.

        Two captions of one event share names and little else.
        """
        return any(self._book.key(point) in SENTENCE_ENDS for point in self.codes[place][-3:])

    def sentences(self, place: int) -> list[Code]:
        """The words of each sentence of a paragraph; sentences without any are left out."""
        text = self._text(place)
        spans = sentences_of(text)
        if len(spans) < 2:
            return [words] if (words := self.words(place)) else []
        found = (words_in(self._book.code(text[span.start : span.end])) for span in spans)
        return [words for words in found if words]
