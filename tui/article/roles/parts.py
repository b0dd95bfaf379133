"""Part a file that holds several stories.

In: paragraphs with roles. Out: the paragraphs of each story, in order. What
a headline looks like was decided before.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article.model import Paragraph, Role
from tui.article.roles.looks import is_prose

OPENING = 3
"""Paragraphs below a headline in which the credit, byline or dateline must come."""

OPENERS = frozenset((Role.CREDIT, Role.BYLINE, Role.DATELINE))
"""What tells below a headline whose story follows."""


def parts_of(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], ...]:
    """Cut above each headline that has a story above it and says whose story is below.

    Together the parts are the paragraphs, in order; without a second story
    they are one part. No paragraphs have no parts.
    """
    starts = [0]
    for number, paragraph in enumerate(paragraphs):
        if (
            paragraph.role is Role.TITLE
            and _opens(paragraphs, number)
            and _is_story(paragraphs[starts[-1] : number])
        ):
            starts.append(number)
    ends = [*starts[1:], len(paragraphs)]
    return tuple(
        tuple(paragraphs[start:end]) for start, end in zip(starts, ends, strict=True) if start < end
    )


def _opens(paragraphs: Sequence[Paragraph], title: int) -> bool:
    below = paragraphs[title + 1 : title + 1 + OPENING]
    opener = next((each for each in below if each.role is not Role.DECK), None)
    return opener is not None and opener.role in OPENERS


def _is_story(above: Sequence[Paragraph]) -> bool:
    """Whether it has prose below a headline of its own, or two paragraphs without one."""
    prose = (each for each in reversed(above) if each.role is Role.BODY and is_prose(each.text))
    if next(prose, None) is None:
        return False
    return any(each.role is Role.TITLE for each in above) or next(prose, None) is not None
