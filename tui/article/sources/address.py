"""Understand how a person names a text.

In: one word of the command line. Out: an `Address`: a file, standard input or
a file as git has it, and which part of it. Reading is other files' business.
"""

from __future__ import annotations

import os.path
import re
from dataclasses import dataclass
from enum import StrEnum

from tui.errors import UsageError

# More digits than any file has parts are part of the name.
_STDIN_FILE = "/dev/stdin"
_STDIN_NAMES = ("-", _STDIN_FILE)

_NAMES_PART = re.compile(r"(.+)#([0-9]{1,9})", re.DOTALL)


class Kind(StrEnum):
    """Where a text is."""

    FILE = "file"
    """On the disk; a folder too, and what is not there at all."""
    STDIN = "stdin"
    """Standard input: `-` or `/dev/stdin`. A file called `-` is `./-`."""
    REVISION = "revision"
    """In git: `HEAD~1:draft.md`; `:draft.md` is what is staged."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a text is, and which part of it is meant."""

    name: str
    """The word without its part."""
    part: int | None = None
    """From 1; None for all of it."""
    kind: Kind = Kind.FILE

    @property
    def file(self) -> str:
        """The name by which its parts can be named: `-#2` would look like an option."""
        return _STDIN_FILE if self.kind is Kind.STDIN else self.name

    def __str__(self) -> str:
        """Name it in a sentence; it may hold anything, as errors expect."""
        return "standard input" if self.kind is Kind.STDIN else self.name


def address_of(word: str) -> Address:
    """Understand `FILE`, `-` and `REV:PATH`, each with or without `#PART`.

    What is on the disk under the literal name wins: `a#2` and `HEAD:b` may be
    files. What ends on `#` without a number is a plain name.

    Raises:
        UsageError: The word is empty, or the part is 0.
    """
    if not word:
        raise UsageError("an empty name names no file; give a file, or `-` for standard input.")
    if os.path.lexists(word) and word not in _STDIN_NAMES:
        return Address(word)
    match = _NAMES_PART.fullmatch(word)
    if match is None:
        return Address(word, None, _kind_of(word))
    name, part = match[1], int(match[2])
    if part == 0:
        raise UsageError(
            f"{word} names no part, since parts are counted from 1; write {name}#1 for the first."
        )
    return Address(name, part, _kind_of(name))


def _kind_of(name: str) -> Kind:
    if name in _STDIN_NAMES:
        return Kind.STDIN
    # The address of a page has a colon too, and git knows nothing of it.
    if ":" in name and "://" not in name and not os.path.lexists(name):
        return Kind.REVISION
    return Kind.FILE
