"""Write a word as one variety of English does, whichever it came in.

In: keys. Out: keys in American spelling. By stems and endings, so that the
inflected forms need no entries of their own; a word no table knows stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tui.compare.tables.files import endings, lines

LONGEST = 40
"""Characters of the longest word that is looked for; longer ones stay as they are."""

_SHORTEST_STEM = 4
"""Letters of the shortest stem that takes -ize unless a list says otherwise."""

_SHORTEST_AFTER_PREFIX = 4
"""Letters of the shortest word that is looked for behind a prefix."""

_ISE = re.compile(
    r"(?P<stem>[^\W\d_]{3,})is"
    r"(?P<ending>e[sd]?|ers?|ing(?:ly|s)?|able|ement|ation(?:s|al|ally)?)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """Stems in British and American spelling."""

    stems: dict[str, dict[str, str]] = field(default_factory=dict)
    """By British stem and ending: the American stem."""
    prefixes: tuple[str, ...] = ()
    """What may stand before any word."""
    never: frozenset[str] = frozenset()
    """Words in -ise that keep their s."""
    always: frozenset[str] = frozenset()
    """Words in -ise that the rule for long stems would miss."""

    def american(self, word: str) -> str:
        """A word of letters alone in American spelling; itself when nothing knows it."""
        found = self._listed(word) or self._with_z(word)
        if found:
            return found
        for prefix in self.prefixes:
            rest = word[len(prefix) :]
            if len(rest) >= _SHORTEST_AFTER_PREFIX and word.startswith(prefix):
                found = self._listed(rest) or self._with_z(rest)
                if found:
                    return prefix + found
        return word

    def _listed(self, word: str) -> str | None:
        for cut in range(len(word), 1, -1):
            known = self.stems.get(word[:cut])
            if known and word[cut:] in known:
                return known[word[cut:]] + word[cut:]
        return None

    def _with_z(self, word: str) -> str | None:
        found = _ISE.fullmatch(word)
        if found is None:
            return None
        stem, ending = found["stem"], found["ending"]
        whole = stem + "ise"
        if whole not in self.always and (
            len(stem) < _SHORTEST_STEM or stem[-1] in "aeiouyw" or self._keeps_s(whole)
        ):
            return None
        return f"{stem}iz{ending}"

    def _keeps_s(self, word: str) -> bool:
        return word in self.never or any(
            word.startswith(prefix) and word[len(prefix) :] in self.never
            for prefix in self.prefixes
        )

    def without(self, words: Iterable[str]) -> Spelling:
        """The same, but for some words that stay as they are."""
        words = frozenset(words)
        stems = {stem: known for stem, known in self.stems.items() if stem not in words}
        return replace(self, stems=stems, never=self.never | words)


def read_spelling() -> Spelling:
    """The built-in spellings of English."""
    stems: dict[str, dict[str, str]] = {}
    words: dict[str, list[str]] = {"prefixes": [], "never": [], "ise": []}
    brackets = ""
    taken: tuple[str, ...] = ()
    for section, line in lines("spelling.txt"):
        if section in words:
            words[section] += line.split()
            continue
        if section != brackets:
            brackets, taken = section, endings(section)
        british, american = line.split()
        stems.setdefault(british, {}).update(dict.fromkeys(taken, american))
    return Spelling(
        stems,
        tuple(sorted(words["prefixes"], key=len, reverse=True)),
        frozenset(words["never"]),
        frozenset(words["ise"]),
    )
