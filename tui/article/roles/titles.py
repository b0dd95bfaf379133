"""Name an article from its own words.

In: its paragraphs, with roles. Out: one line for a list. Which paragraph is
the title was decided before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.article.model import Paragraph, Role
from tui.article.roles.looks import first_sentence, is_prose
from tui.article.roles.parts import parts_of

LONGEST = 80
"""Characters of a title that is taken from the running text."""

LEAD = 1_000
"""Characters of a paragraph in which its first sentence is looked for."""

_WORD = re.compile(r"[^\W_]")


def title_of(paragraphs: Sequence[Paragraph], name: str) -> str:
    """Take the title, else the beginning of the lead; `name` when there are no words.

    Of several stories the first names them all.
    """
    for paragraph in _by_worth(next(iter(parts_of(paragraphs)), ())):
        if _WORD.search(paragraph.text):
            if paragraph.role in (Role.TITLE, Role.SUBHEAD):
                return paragraph.text
            return shortened(first_sentence(paragraph.text[:LEAD]))
    return name


def shortened(text: str) -> str:
    """Cut between words to at most `LONGEST` characters, the ellipsis included."""
    if len(text) <= LONGEST:
        return text
    head = text[:LONGEST]
    kept = head.rsplit(" ", 1)[0] if " " in head else head[:-1]
    return kept.rstrip(" ,;:.–—-") + "…"


def _by_worth(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield what may name the article, best first."""
    yield from (paragraph for paragraph in paragraphs if paragraph.role is Role.TITLE)
    yield from (paragraph for paragraph in paragraphs[:1] if paragraph.role is Role.SUBHEAD)
    body = [paragraph for paragraph in paragraphs if paragraph.role is Role.BODY]
    yield from (paragraph for paragraph in body if is_prose(paragraph.text))
    yield from body
    yield from paragraphs
