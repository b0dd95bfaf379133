"""A few words in a row: the form in which edits are named.

In: nothing. Out: one type. Where they stand is other files' business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.compare.model import Stretch


def is_word(key: str) -> bool:
    """Whether a key is a word or a figure, and not a punctuation mark."""
    return any(map(str.isalnum, key))


def bare(key: str) -> str:
    """A key without the ending of a possessive; one letter is no word to have one."""
    return key.removesuffix(_POSSESSIVE) if len(key) > len(_POSSESSIVE) + 1 else key


def trimmed(stretch: Stretch, left: Sequence[str], right: Sequence[str]) -> Stretch:
    """The stretch without the words at its ends that are on both sides.

    `the` and `the old one the` part in one word that came in.
    """
    i, k, j, m = stretch
    while i < k and j < m and left[i] == right[j]:
        i, j = i + 1, j + 1
    while i < k and j < m and left[k - 1] == right[m - 1]:
        k, m = k - 1, m - 1
    return Stretch(i, k, j, m)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words and marks in a row, perhaps none; the three tuples are equally long."""

    surfaces: tuple[str, ...]
    """How each is written."""
    keys: tuple[str, ...]
    """What each is compared by."""
    named: tuple[bool, ...]
    """Whether each is written large though nothing but a name asks for it."""
    before: str = ""
    """The key of the word before it; empty where it begins its text."""
    after: str = ""
    """The key of the word after it."""

    def __len__(self) -> int:
        return len(self.keys)

    def part(self, first: int, last: int) -> Phrase:
        """The words `[first, last)` of it."""
        return Phrase(
            self.surfaces[first:last],
            self.keys[first:last],
            self.named[first:last],
            self.keys[first - 1] if first else self.before,
            self.keys[last] if last < len(self) else self.after,
        )


_POSSESSIVE = "'s"
SENTENCE_ENDS = frozenset({".", "!", "?", "...", "\u3002", "\u0964"})
"""The keys of marks that end a sentence."""
TITLES = frozenset(
    """
    i i'm i've i'd i'll mr mrs ms miss dr sir dame lord lady prof president vice prime minister king
    queen prince princess pope father mother sister brother uncle aunt senator governor general
    colonel captain major sergeant professor doctor judge justice chairman chairwoman chief
    director secretary ambassador chancellor mayor sheikh
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
"""What stands before names, and the one pronoun that is written large: no names themselves."""
