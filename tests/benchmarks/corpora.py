"""Stories of many kinds and languages to make edited texts from, all of them in this repository.

Each comes with a pool of other prose in its language: its own later chapters, and
other texts. Words that come in, and paragraphs that come in, are from the pool.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.article.tracker.tracker_pages import SEEDS
from tests.benchmarks.editing import vocabulary
from tui.article.load import load_article

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
CORPORA = {
    "novels": (
        "emma.txt",
        "pride-and-prejudice.txt",
        "persuasion-one-a-line.txt",
        "northanger-abbey-indented.txt",
    ),
    # 001, 003 and 004 tell what these tell, which makes a poor pool of other prose.
    "news": ("000", "002"),
    "rules": ("constitution.txt", "social-contract.txt", "gpl-3.txt", "apache-2.txt"),
    "manuals": (
        "bug-reporting.txt",
        "libpng-manual.txt",
        "xdmcp.txt",
        "jargon.txt",
        "node-collaborators.md",
    ),
    "verses": ("dhammapada-richards.txt",),
    "European": ("faq-de.txt", "faq-fr.txt", "dhammapada-polish.txt", "history-ru.txt"),
    "Hebrew, Korean": ("tutorial-he.txt", "install-ko.txt"),
    "Chinese, Japanese": ("faq-zh-cn.txt", "install-ja.txt"),
}
"""Texts by what they are; a text of figures is a seed."""
_ENGLISH = ("novels", "rules", "manuals", "verses")
"""Those whose texts are pools for one another."""
_STORY = 2 / 3
"""Share (0 to 1) of a text that is the story; the rest of it is pool."""
_LONGEST = 48
"""Paragraphs of a story at most."""
_ALIKE = 0.6
"""Share (0 to 1) of different words in common from which a paragraph is too like one of the
story to come in: who sees one go and the other come may well call it reworded."""


@dataclass(frozen=True, slots=True)
class Story:
    """A text to edit, and where an editor takes other words and paragraphs from."""

    name: str
    paragraphs: tuple[str, ...]
    """Each has a word, no two have the same words."""
    pool: tuple[str, ...]
    """None of them has a like among the paragraphs."""


@cache
def stories(corpus: str) -> tuple[Story, ...]:
    """The stories of one of the `CORPORA`."""
    return tuple(_story(name, corpus) for name in CORPORA[corpus])


def english() -> Iterator[str]:
    """Every English paragraph that is nobody's but its author's: no seeds."""
    for corpus in _ENGLISH:
        for name in CORPORA[corpus]:
            yield from _paragraphs(name)


def _story(name: str, corpus: str) -> Story:
    own = _different(_paragraphs(name))
    end = min(_LONGEST, round(len(own) * _STORY))
    pool = own[end:]
    if corpus in _ENGLISH or corpus == "news":
        others = (
            text
            for group in _ENGLISH
            for other in CORPORA[group]
            if other != name
            for text in _paragraphs(other)
        )
        # As many from elsewhere as from its own chapters, evenly from all texts.
        found = tuple(others)
        pool += found[:: max(1, len(found) // max(1, len(pool)))]
    known = [_words(text) for text in own[:end]]
    return Story(name, own[:end], tuple(text for text in pool if not _resembles(text, known)))


@cache
def _paragraphs(name: str) -> tuple[str, ...]:
    path = min(SEEDS.glob(f"{name}_*")) if name.isdecimal() else CORPUS / name
    return tuple(each.text for each in load_article(path).paragraphs if not each.aside)


def _different(texts: Sequence[str]) -> tuple[str, ...]:
    """Those that have words, each the first of its like."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(_bare(text), text)
    found.pop("", None)
    return tuple(found.values())


def _resembles(text: str, others: Sequence[Set[str]]) -> bool:
    words = _words(text)
    return any(2 * len(words & each) >= _ALIKE * (len(words) + len(each)) for each in others)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in vocabulary([text]))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
