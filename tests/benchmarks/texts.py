"""Long texts made from a seed: paragraphs of about sixty words, half of them edited."""

import random
from collections import Counter
from functools import cache
from itertools import accumulate
from pathlib import Path

from tests.benchmarks.corpora import english
from tests.benchmarks.editing import vocabulary

WORDS_A_PARAGRAPH = 60
_CONSONANTS, _VOWELS = "bdfgklmnprstv", "aeiou"
_SYLLABLES = [consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS]


def paragraphs(count: int, seed: int = 1, length: int = WORDS_A_PARAGRAPH) -> list[str]:
    """Paragraphs of invented words, common ones more often than rare ones."""
    chance = random.Random(seed)
    stock = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / (rank + 3) for rank in range(len(stock))]
    words = chance.choices(stock, weights, k=count * length)
    return [
        " ".join(words[at : at + length]).capitalize() + "." for at in range(0, len(words), length)
    ]


DIFFERENT_WORDS = 30_000
"""Words that `prose` knows: about as many as a long novel or a year of a newspaper's column."""
SENTENCE = (6, 24)
"""Fewest and most words of a sentence."""


@cache
def english_words() -> tuple[str, ...]:
    """The words of the corpus, the most common first; then rare ones, joined from two of them."""
    counted = Counter(word.lower() for word in vocabulary(english()) if word.isalpha())
    known = [word for word, _ in sorted(counted.items(), key=lambda each: (-each[1], each[0]))]
    chance = random.Random(1)
    long = [word for word in known if len(word) > 3]
    stock = dict.fromkeys(known)
    while len(stock) < DIFFERENT_WORDS:
        stock["".join(chance.sample(long, 2))] = None
    return tuple(stock)


def prose(count: int, seed: int = 1) -> list[str]:
    """Paragraphs of sentences of English words, each word as frequent as its rank has it (Zipf)."""
    chance = random.Random(seed)
    stock = english_words()
    weights = [*accumulate(1 / (rank + 2.7) for rank in range(len(stock)))]
    made = []
    for _ in range(count):
        words = chance.choices(stock, cum_weights=weights, k=WORDS_A_PARAGRAPH)
        at = 0
        while at < len(words):
            end = min(at + chance.randint(*SENTENCE), len(words))
            if end - at > SENTENCE[0]:
                words[(at + end) // 2] += ","
            words[at] = words[at].capitalize()
            words[end - 1] += "."
            at = end
        made.append(" ".join(words))
    return made


def edited(texts: list[str], seed: int = 2) -> list[str]:
    """The same paragraphs, every second one with about 7 % of its words changed."""
    chance = random.Random(seed)
    changed = []
    for number, text in enumerate(texts):
        words = text.split()
        if number % 2:
            for at in chance.sample(range(len(words)), k=max(1, len(words) * 7 // 100)):
                words[at] = "".join(chance.choices(_SYLLABLES, k=3))
        changed.append(" ".join(words))
    return changed


def write_pair(folder: Path, count: int, words: int = WORDS_A_PARAGRAPH) -> tuple[str, str]:
    """Two files of so many paragraphs each, of so many words; their paths."""
    left = paragraphs(count, length=words)
    paths = folder / f"left-{count}.txt", folder / f"right-{count}.txt"
    for path, texts in zip(paths, (left, edited(left)), strict=True):
        path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    return str(paths[0]), str(paths[1])
