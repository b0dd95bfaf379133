"""Join the lines of a paragraph that was hard-wrapped.

In: lines of one paragraph, and all lines of the text. Out: the paragraph on
one line, its words whole again. Which lines belong together is other files'
business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from tui.article.plain.wrapping import UNSPACED, is_unspaced

SOFT_HYPHEN = "\xad"
_HYPHENS = frozenset(("-", "‐", SOFT_HYPHEN))

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-‐]$")
_HYPHEN = re.compile(r"\w[.'’]?[-‐]$")
# `pre- and post-war` keeps its blank.
_AFTER_SUSPENDED = re.compile(r"(?:and|or|nor|to|und|oder|bis|et|ou|y|o|e|en|of|i|och|og)\b")


def _may_join(line: str) -> bool:
    """Whether what it ends with may stand beside the next line without a blank."""
    return line[-1] in _HYPHENS or line[-1] >= UNSPACED[0]


class Joiner:
    """Joins lines, and looks in the text for the words that were broken."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def join(self, lines: Sequence[str]) -> str:
        """Join lines that are not blank by single blanks, or by none.

        A soft hyphen at a line's end is undone, and so is a hyphen when the
        whole word stands elsewhere in the text and its hyphenated form does
        not. Any other hyphen inside a word stays. Lines in a script without
        blanks between words get none.
        """
        if len(lines) == 1:
            return lines[0]
        plainly = " ".join(lines)
        if (plainly.isascii() and "-" not in plainly) or not any(map(_may_join, lines[:-1])):
            return plainly
        joined = lines[0]
        for line in lines[1:]:
            joined = self._join_two(joined, line)
        return joined

    def _join_two(self, above: str, line: str) -> str:
        if above.endswith(SOFT_HYPHEN):
            return above.removesuffix(SOFT_HYPHEN) + line
        if is_unspaced(above[-1], line[0]):
            return above + line
        if not line[0].isalnum() or _HYPHEN.search(above[-3:]) is None:
            return f"{above} {line}"
        if _AFTER_SUSPENDED.match(line):
            return f"{above} {line}"
        return (above[:-1] if self._is_broken_word(above, line) else above) + line

    def _is_broken_word(self, above: str, line: str) -> bool:
        last, first = _BROKEN.search(above[-60:]), _WORD.match(line)
        if last is None or first is None:
            return False
        start, end = last[1].casefold(), first[0].casefold()
        return f"{start}{end}" in self._words and f"{start}-{end}" not in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        """Every word of the text; only a text with hyphens at line ends is gone over for it."""
        words: set[str] = set()
        for line in self._lines:
            words.update(_WORD.findall(line))
        return frozenset(word.casefold().replace("‐", "-") for word in words)
