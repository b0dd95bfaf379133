"""Cut one line into runs: stretches that are drawn alike.

In: a text, its strokes of ink, what was searched for in it, and the span of
one line. Out: runs. Which words get which ink is another file's business.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from tui.article.model import Span
from tui.layout.model import Ink, Run, Stress


class Stroke(NamedTuple):
    """A stretch of one text, and the ink it is written in."""

    start: int
    """First character; code points from 0."""
    end: int
    """One past the last character."""
    ink: Ink
    stress: Stress = Stress.USUAL


_Stretch = TypeVar("_Stretch", Stroke, Span)


def runs_of(
    text: str,
    line: Span,
    strokes: Sequence[Stroke] = (),
    found: Sequence[Span] = (),
    base: Ink = Ink.PLAIN,
    stress: Stress = Stress.USUAL,
) -> tuple[Run, ...]:
    """Cut the part of `text` that stands on `line` into runs.

    Together the runs give that part back; an empty line has none. Strokes
    and found spans are each in order and disjoint; what no stroke covers is
    in the `base` ink and stress.
    """
    if line.start == line.end:
        return ()
    strokes = touching(strokes, line)
    found = touching(found, line)
    if not strokes and not found:
        return (Run(text[line.start : line.end], base, stress=stress),)
    borders = {line.start, line.end}
    for start, end, *_ in strokes:
        borders |= {max(start, line.start), min(end, line.end)}
    for span in found:
        borders |= {max(span.start, line.start), min(span.end, line.end)}
    places = sorted(borders)
    runs: list[Run] = []
    stroke_at = found_at = 0
    for start, end in pairwise(places):
        while stroke_at < len(strokes) and strokes[stroke_at].end <= start:
            stroke_at += 1
        while found_at < len(found) and found[found_at].end <= start:
            found_at += 1
        inked = stroke_at < len(strokes) and strokes[stroke_at].start <= start
        look = strokes[stroke_at][2:] if inked else (base, stress)
        is_found = found_at < len(found) and found[found_at].start <= start
        runs.append(Run(text[start:end], look[0], is_found, look[1]))
    return tuple(runs)


def touching(stretches: Sequence[_Stretch], line: Span) -> Sequence[_Stretch]:
    """Those of `stretches`, in order and disjoint, that reach into `line`."""
    if not stretches:
        return stretches
    first = bisect_right(stretches, line.start, key=lambda stretch: stretch.end)
    last = bisect_left(stretches, line.end, lo=first, key=lambda stretch: stretch.start)
    return stretches[first:last]
