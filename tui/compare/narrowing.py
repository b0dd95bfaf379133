"""Find the few places of two nearly equal texts in which they can differ.

In: one paragraph's text in two versions. Out: windows, cut at blanks, outside of
which both hold the same characters. What differs in a window, and how it is
marked, is other files' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel, Postfix, Prefix

from tui.compare.model import Stretch

_APART = 4
"""Stretches between blanks that both sides share, from which what they part is looked at alone:
as many as words from which `tidy` lets nothing reach across them."""
_AROUND = 3
"""Stretches of both sides around what only one has, for it to be put in a better place."""
_REACH = 40
"""Letters that hold so many, mostly."""
_LONGEST = 16
"""Stretches of one side of the longest window that needs no look at whole sentences."""
_PAIRS_UP_TO = 4_000_000
"""Largest product of the stretches of both sides that is looked at: two thousand a side,
a millisecond."""
_POINTS = re.compile("[.!?\u2026\u3002\uff01\uff1f]")


class Window(NamedTuple):
    """Where two texts may differ; code points from 0, half-open. One side may be empty."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


def narrowed(left: str, right: str) -> list[Window] | None:
    """The windows in which two texts differ, in order and with a blank or more between them.

    None where the texts have to be read whole: sentences came, went, were cut
    or joined, one was written anew, or blanks differ. A word is never cut, as none
    holds a blank.
    """
    same = Prefix.similarity(left, right)
    if same == len(left) == len(right):
        return []
    start = left.rfind(" ", 0, max(0, same - _REACH)) + 1
    same = Postfix.similarity(left[same:], right[same:])
    left_end, right_end = len(left) - same, len(right) - same
    end = left.find(" ", left_end + _REACH)
    if end < 0:
        end = len(left)
    left_end, right_end = end, right_end + end - left_end
    return _windows(left[start:left_end], right[start:right_end], start)


def _windows(left: str, right: str, start: int) -> list[Window] | None:
    """The windows of two texts that begin at `start`."""
    ours, theirs = left.split(), right.split()
    if (
        len(ours) * len(theirs) > _PAIRS_UP_TO
        or " ".join(ours) != left
        or " ".join(theirs) != right
    ):
        return None
    found: list[Window] = []
    left_at = right_at = 0
    left_place = right_place = start
    for first, last, other_first, other_last in _near(ours, theirs):
        if last - first > _LONGEST or other_last - other_first > _LONGEST:
            return None
        gone, came = " ".join(ours[first:last]), " ".join(theirs[other_first:other_last])
        if _POINTS.findall(gone) != _POINTS.findall(came):
            return None
        left_place += _length(ours[left_at:first])
        right_place += _length(theirs[right_at:other_first])
        left_at, right_at = first, other_first
        found.append(
            Window(left_place, left_place + len(gone), right_place, right_place + len(came))
        )
    return found


def _length(chunks: Sequence[str]) -> int:
    """How long some chunks are, each with the blank after it."""
    return len(" ".join(chunks)) + 1 if chunks else 0


def _near(left: Sequence[str], right: Sequence[str]) -> Iterator[Stretch]:
    """The chunks that differ, those that few equal ones part as one."""
    held: Stretch | None = None
    left_at = right_at = 0
    for block in Indel.opcodes(left, right).as_matching_blocks():
        if block.a > left_at or block.b > right_at:
            stretch = Stretch(left_at, block.a, right_at, block.b)
            if left_at == block.a or right_at == block.b:
                before = min(_AROUND, left_at, right_at)
                after = min(_AROUND, len(left) - block.a, len(right) - block.b)
                stretch = Stretch(
                    left_at - before, block.a + after, right_at - before, block.b + after
                )
            if held is None:
                held = stretch
            elif stretch[0] - held[1] < _APART:
                held = Stretch(held[0], stretch[1], held[2], stretch[3])
            else:
                yield held
                held = stretch
        left_at, right_at = block.a + block.size, block.b + block.size
    if held is not None:
        yield held
