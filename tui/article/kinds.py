"""Tell by how a file begins which reader should look at it.

In: the beginning of a file. Out: yes or no; where the answer is "may be", the
reader itself has the last word. These questions are asked of every text, and
most are plain: so that they open at once, the readers are imported only after
a yes.
"""

from __future__ import annotations

_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How archives, old Word files and Rich Text begin."""

_BLANKS = "\ufeff \t\r\n\f"

_FRONT_MATTER = ("---", "+++")

HEAD_LETTERS = 6_000
"""Letters of a text in which a tracker's own lines are looked for."""

_CUES = ("version ", " later", "has changed", "from the source", "original source")
_FEWEST_CUES = 2


def may_be_office_document(raw: bytes) -> bool:
    """Whether it begins like a word processor's file."""
    return raw.startswith(_OFFICE)


def may_be_web_page(text: str) -> bool:
    """Whether the first thing in it is a tag."""
    return text.lstrip(_BLANKS).startswith("<")


def may_have_front_matter(text: str) -> bool:
    """Whether it begins with a line that front matter begins with."""
    return text.startswith(_FRONT_MATTER)


def may_be_tracker_page(text: str) -> bool:
    """Whether its head has words from two kinds of a tracker's own lines."""
    head = text[:HEAD_LETTERS].casefold()
    return sum(cue in head for cue in _CUES) >= _FEWEST_CUES
