"""Captions: what they look like, and which paragraphs only their neighbours make one.

In: the texts of the paragraphs. Out: yes or no, or numbers of paragraphs.
In doubt a paragraph is no caption.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from tui.article.counting import word_count
from tui.article.roles.bylines import AGENCIES, are_names
from tui.article.roles.looks import Size, ends_sentence

LONGEST = 500
"""Letters of the longest caption."""

_PICTURE = "(?i:(?:file |stock )?(?:photo|photograph|picture|image)s?(?: credit)?)"
_CREDIT_IN_BRACKETS = re.compile(rf"\({_PICTURE}\s*(?::|(?i:by|courtesy of)\b)[^()]{{1,60}}\)")
_CREDIT_ALONE = re.compile(rf"(?=[A-Z]){_PICTURE}\s*:\s*(?:(?i:courtesy of|by) )?(?P<names>\w.*)")
_AGENCY_AT_END = re.compile(rf"(?P<words>.*?)\s*\((?:{AGENCIES})\)")

_PICTURE_CREDIT = Size(letters=80, words=8)
_WORDS_BEFORE_AGENCY = 6
"""Fewer words before `(AFP)` are the name of something, not a picture's description."""
FEW = range(2, 5)
"""Lines of a block as a page has them under its pictures; more are a run of paragraphs."""


def is_picture_credit(text: str) -> bool:
    """Whether it only says who a picture is from: `Photo: AP`."""
    if not _PICTURE_CREDIT.holds(text):
        return False
    match = _CREDIT_ALONE.fullmatch(text)
    # `Image: Fix the scale` is from a log of changes.
    return match is not None and are_names(match["names"].split()) and not ends_sentence(text)


def is_caption(text: str) -> bool:
    """Whether it ends in a picture's credit, `(Photo: AP)`, or is nothing else."""
    if len(text) > LONGEST:
        return False
    return is_picture_credit(text) or without_picture_credit(text) != text


def without_picture_credit(text: str) -> str:
    """Take the credits in brackets from the end of a caption."""
    while text.endswith(")") and _CREDIT_IN_BRACKETS.fullmatch(text, max(text.rfind("("), 0)):
        text = text[: text.rindex("(")].rstrip()
    return text


def names_agency_at_end(text: str) -> bool:
    """Whether an agency in brackets ends a line of some words that is no sentence."""
    if len(text) > LONGEST or not text.endswith(")"):
        return False
    match = _AGENCY_AT_END.fullmatch(text)
    # `… he said. (AFP)` is how some papers end their reports.
    return (
        match is not None
        and word_count(match["words"]) >= _WORDS_BEFORE_AGENCY
        and not ends_sentence(match["words"])
    )


def beside_pictures(texts: Sequence[str], blocks: Iterable[range]) -> set[int]:
    """Find captions in blocks of `FEW` lines."""
    found = set()
    for numbers in blocks:
        found |= {number for number in numbers if names_agency_at_end(texts[number])}
        first, last = texts[numbers[0]], texts[numbers[-1]]
        if len(numbers) == 3 and first == last and is_picture_credit(first):
            found.add(numbers[1])
    return found


def copies(texts: Sequence[str], captions: Iterable[int]) -> set[int]:
    """Find the neighbours of captions that say the same without the credit."""
    return {
        other
        for number in captions
        for other in (number - 1, number + 1)
        if 0 <= other < len(texts) and without_picture_credit(texts[number]) == texts[other]
    }


def is_spare(number: int, texts: Sequence[str], captions: Collection[int]) -> bool:
    """Whether a caption repeats the one above it, or is only the credit of a picture."""
    text = texts[number]
    if is_picture_credit(text):
        return True
    return number - 1 in captions and without_picture_credit(
        texts[number - 1]
    ) == without_picture_credit(text)
