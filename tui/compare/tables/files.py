"""Read the text files of the tables.

In: the name of a file beside this one. Out: its lines by section, and the forms
on a line as keys. What they mean is other files' business.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.compare.tables.values import Keys


class ShortForm(NamedTuple):
    """A short form of an entry."""

    keys: Keys
    """Its words as keys, without the points at their ends."""
    pointed: tuple[str, ...]
    """Those of the keys that have a point in print."""
    capitals: bool
    """Whether it is written in two capitals or more and nothing else."""


def lines(name: str) -> Iterator[tuple[str, str]]:
    """The entries of a file in order, each with the words in brackets above it."""
    section = ""
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        elif line and not line.startswith("#"):
            yield section, line


def phrases(listed: str) -> list[Keys]:
    """The forms that a part of a line names, with commas between, as keys."""
    # An apostrophe at the end of a word is a mark of its own.
    folded = listed.casefold().replace("' ", " ' ")
    return [keys for form in folded.split(",") if (keys := tuple(form.split()))]


def short_forms(listed: str) -> list[ShortForm]:
    """The same of short forms, with what their looks tell."""
    return [_short_form(form) for each in listed.split(",") if (form := each.strip())]


def endings(section: str) -> tuple[str, ...]:
    """The endings that brackets name; `-` is none."""
    return tuple("" if ending == "-" else ending for ending in section.split(", "))


def _short_form(written: str) -> ShortForm:
    words = written.casefold().split()
    if "." not in written:
        return ShortForm(tuple(words), (), len(written) > 1 and written.isupper())
    pointed = tuple(word[:-1] for word in words if word.endswith("."))
    return ShortForm(tuple(word.removesuffix(".") for word in words), pointed, capitals=False)
