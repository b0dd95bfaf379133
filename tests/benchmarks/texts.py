"""Long texts made from nothing but a seed: paragraphs of about sixty words, half of them edited."""

import random
from pathlib import Path

WORDS_A_PARAGRAPH = 60
_CONSONANTS, _VOWELS = "bdfgklmnprstv", "aeiou"
_SYLLABLES = [consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS]


def paragraphs(count: int, seed: int = 1) -> list[str]:
    """Paragraphs of invented words, common ones more often than rare ones."""
    chance = random.Random(seed)
    stock = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / (rank + 3) for rank in range(len(stock))]
    words = chance.choices(stock, weights, k=count * WORDS_A_PARAGRAPH)
    return [
        " ".join(words[at : at + WORDS_A_PARAGRAPH]).capitalize() + "."
        for at in range(0, len(words), WORDS_A_PARAGRAPH)
    ]


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


def write_pair(folder: Path, count: int) -> tuple[str, str]:
    """Two files of so many paragraphs each; their paths."""
    left = paragraphs(count)
    paths = folder / f"left-{count}.txt", folder / f"right-{count}.txt"
    for path, texts in zip(paths, (left, edited(left)), strict=True):
        path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    return str(paths[0]), str(paths[1])
