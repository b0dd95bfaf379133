"""Find the stretches of words in which two lists of keys differ.

In: the keys of the left and of the right. Out: stretches, in order. What a
difference means, and how it is tidied for reading, is other files' business.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from tui.compare.model import Stretch


def differences(left: Sequence[str], right: Sequence[str]) -> list[Stretch]:
    """The stretches that are not equal, by a shortest edit script of whole words.

    They come in reading order and do not touch one another. Takes
    `len(left) * len(right) / 8` bytes: callers bound the product.
    """
    found: list[Stretch] = []
    left_at = right_at = 0
    for block in Indel.opcodes(left, right).as_matching_blocks():
        if block.a > left_at or block.b > right_at:
            found.append(Stretch(left_at, block.a, right_at, block.b))
        left_at, right_at = block.a + block.size, block.b + block.size
    return found
