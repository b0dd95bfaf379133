"""Bring corrections and the articles they are about together.

In: two articles as they came, and what a person decided about them. Out: the
articles with their paragraphs joined and cut, and the pins and bans by the numbers
these have then. What pins and bans do to the pairing is `fixed`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.article.model import Article
from tui.article.recut import Became, Recut, check_numbers, recut
from tui.compare.model import Corrections, Link, Pin
from tui.errors import CorrectionError


class Corrected(NamedTuple):
    """Two articles as a person wants them compared."""

    left: Article
    right: Article
    pins: tuple[Pin, ...]
    """By the numbers in these articles, sorted; disjoint on both sides."""
    bans: frozenset[Link]
    """By the same numbers; none lies in a pin."""


def corrected(left: Article, right: Article, corrections: Corrections) -> Corrected:
    """Make the corrections that come before the pairing.

    What is pinned is compared, though a guess may have set it aside.

    Raises:
        CorrectionError: a correction does not fit the articles, or another one.
    """
    on_left = [lefts for lefts, _ in corrections.pins]
    on_right = [rights for _, rights in corrections.pins]
    check_numbers(left, (i for i, _ in corrections.bans))
    check_numbers(right, (j for _, j in corrections.bans))
    left, left_became = _recut(left, corrections.left, on_left)
    right, right_became = _recut(right, corrections.right, on_right)
    pin_of_left = _pin_of(left, on_left, left_became)
    pin_of_right = _pin_of(right, on_right, right_became)
    bans: set[Link] = set()
    for i, j in corrections.bans:
        pins = {pin_of_left[now] for now in left_became[i] if now in pin_of_left}
        if any(pin_of_right.get(now) in pins for now in right_became[j]):
            raise CorrectionError(
                f"Paragraph {i + 1} on the left and paragraph {j + 1} on the right are both "
                "pinned together and kept apart."
            )
        bans.update((a, b) for a in left_became[i] for b in right_became[j])
    pins_now = (
        (_now(lefts, left_became), _now(rights, right_became)) for lefts, rights in corrections.pins
    )
    return Corrected(left, right, tuple(sorted(pins_now)), frozenset(bans))


def _recut(
    article: Article, changes: Recut, pins: Iterable[Sequence[int]]
) -> tuple[Article, Became]:
    """The article with the changes made and nothing set aside that is pinned."""
    pinned: set[int] = set()
    for numbers in pins:
        check_numbers(article, numbers)
        if not numbers:
            raise CorrectionError(f"{article.origin}: a pin needs a paragraph on both sides.")
        if list(numbers) != list(range(numbers[0], numbers[0] + len(numbers))):
            named = ", ".join(str(number + 1) for number in numbers)
            raise CorrectionError(
                f"{article.origin}: paragraphs {named} do not follow one another, "
                "and so they cannot be pinned as one."
            )
        pinned.update(numbers)
    # An article that needs no change is best left as it is: much is remembered of it.
    story = {n for n in pinned if changes.asides or article.paragraphs[n].aside}
    return recut(article, replace(changes, story=changes.story | story))


def _now(numbers: Iterable[int], became: Became) -> tuple[int, ...]:
    return tuple(sorted({now for number in numbers for now in became[number]}))


def _pin_of(article: Article, pins: Sequence[Sequence[int]], became: Became) -> dict[int, int]:
    """In which pin each pinned paragraph is, both by number."""
    found: dict[int, int] = {}
    for pin, numbers in enumerate(pins):
        for number in numbers:
            for now in became[number]:
                if found.setdefault(now, pin) != pin:
                    raise CorrectionError(
                        f"{article.origin}: paragraph {number + 1} is in two pins at once."
                    )
    return found
