"""Count words, and put counts into words.

In: a text, or a number. Out: a number, or a few words. What a word is in a comparison
is another package's business.
"""

from __future__ import annotations

import re

UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
"""A sign of a script without blanks between words, as a pattern; two of them count as a word."""


def word_count(text: str) -> int:
    """Count words between blanks, and two signs of a script without blanks as one."""
    words = len(text.split())
    return words if text.isascii() else words + len(re.findall(UNSPACED, text)) // 2


def counted(number: int, noun: str) -> str:
    """`0 words`, `1 word`, `2 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
