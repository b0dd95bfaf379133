"""What goes into the tables from outside, and what they answer with."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

Keys: TypeAlias = tuple[str, ...]
"""The keys of some neighbouring words, in order."""


@dataclass(frozen=True, slots=True)
class Entries:
    """What a reader adds to the tables; of two entries for the same words the later one counts.

    An entry of spelling or of variants whose two sides are the same takes those
    words out of the built-in table.
    """

    spelling: tuple[tuple[str, str], ...] = ()
    """A word and its other spelling."""
    variants: tuple[tuple[Keys, Keys], ...] = ()
    """An expression of one to four words and another that counts as the same."""
    abbreviations: tuple[tuple[Keys, Keys], ...] = ()
    """A short form and what it stands for."""


@dataclass(frozen=True, slots=True)
class Number:
    """What a run of words counts, or which place in a row it names."""

    value: Fraction
    ordinal: bool = False
    """Whether it is second and not two."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day."""

    minutes: int
    """Since midnight: 0 to 1439."""
    certain: bool
    """Whether it can be nothing else; 10.30 may be a number."""
