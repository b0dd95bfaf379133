"""Trackers' pages made from prose that lies about, with the cuts that are right.

A story is a list of paragraphs; an edited second version of it, or another
story, is its right column.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tui.article.plain.lines import one_line
from tui.article.roles.looks import ends_sentence

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
NEWS = ("000", "001", "002", "003")
MANUALS = (
    *sorted(Path("/usr/share/common-licenses").glob("*[0-9]")),
    *sorted(Path("/usr/share/perl").glob("5.*.*/pod/*.pod")),
    *sorted(Path("/usr/share/vim").glob("vim*/doc/usr_*.txt")),
)
"""Prose that Debian puts on most machines; none of it is needed by a test."""

HEAD = """This article is from the source 'gazette' and was first published or seen on . It changed.

You can find the current article at its original source at http://www.example.com/2014/09/16/{slug}.html

The article has changed 6 times. There is an RSS feed of changes available.

Version {number} Version {next}
"""
SHARES = {"identical": 0.0, "light": 0.05, "medium": 0.2, "heavy": 0.5}
"""Share of words that each kind of edit changes."""

_BODY = re.compile(r"[A-Z“‘\"'(].{60,1200}")
_WORD = re.compile(r"(\W*)(.*?)(\W*)")


@dataclass(frozen=True)
class MadePage:
    """A page, and what a reader of it should find."""

    text: str
    rows: tuple[tuple[str, str], ...]
    """The left and the right cell of each row, the headlines first."""

    def cuts(self) -> tuple[int, ...]:
        """Where the right cell of each row begins."""
        return tuple(len(left) + 1 if left and right else len(left) for left, right in self.rows)


def news() -> list[list[str]]:
    """The stories in `seeds/` that are no tracker's page."""
    found = (min(SEEDS.glob(f"{number}_*.txt")) for number in NEWS)
    return [prose(path.read_text(encoding="utf-8"), r"\n") for path in found]


def manuals() -> list[list[str]]:
    """Chapters of licences and manuals on this machine, perhaps none."""
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in MANUALS)
    chapters = [prose(re.sub(r"[A-Z]<+ ?(.*?) ?>+", r"\1", text), r"\n\s*\n") for text in texts]
    return [chapter for chapter in chapters if len(chapter) >= 12]


def prose(text: str, between: str) -> list[str]:
    """The paragraphs that a newspaper could have: some words, and a sentence's end."""
    blocks = [one_line(block) for block in re.split(between, text) if not block.startswith(" ")]
    return [
        " ".join(block.split())
        for block in blocks
        if _BODY.fullmatch(block) and ends_sentence(block) and "  " not in block.strip()
    ]


def page_of(rows: Sequence[tuple[str, str]], slug: str) -> MadePage:
    """Lay the rows out as a tracker's page; rows of two empty cells are left out."""
    kept = tuple(row for row in rows if any(row))
    lines = [" ".join(filter(None, row)) for row in kept]
    head = HEAD.format(slug=slug, number=2, next=3)
    return MadePage(head + "\n".join([lines[0], "(about 3 hours later)", *lines[1:]]), kept)


def edited_page(
    story: Sequence[str], pool: Sequence[str], share: float, seed: int, *, aligned: bool
) -> MadePage:
    """A story beside its second version, in which a `share` of the words is another.

    `aligned` puts the versions of a paragraph in one row, as a tracker does
    that compares; else rows are filled from the top. Paragraphs come and go
    unless nothing is changed.
    """
    chance = random.Random(seed)
    words = [word for text in pool for word in text.split() if word.isalpha()]
    rows: list[tuple[str, str]] = []
    for paragraph in story:
        fate = chance.random() if share else 1.0
        if fate < 0.03:
            rows.append((paragraph, ""))
            continue
        if fate < 0.08:
            rows.append(("", chance.choice(pool)))
        rows.append((paragraph, edited(paragraph, words, share, chance)))
    head = headline(story[0])
    title = head, edited(head, words, share, chance)
    if not aligned:
        columns = ([row[side] for row in rows if row[side]] for side in (0, 1))
        rows = [*zip_longest(*columns, fillvalue="")]
    return page_of([title, *rows], "-".join(re.findall(r"\w+", head.casefold())))


def rewritten_page(left: Sequence[str], right: Sequence[str]) -> MadePage:
    """Two stories that have nothing in common, row by row."""
    title = headline(left[0]), headline(right[0])
    rows = [title, *zip_longest(left, right, fillvalue="")]
    return page_of(rows, "-".join(re.findall(r"\w+", title[0].casefold())))


def edited(text: str, words: Sequence[str], share: float, chance: random.Random) -> str:
    """Replace, drop and insert words; marks and capitals stay where they were."""
    return " ".join(_edited_words(text.split(), words, share, chance))


def _edited_words(
    text: Sequence[str], words: Sequence[str], share: float, chance: random.Random
) -> Iterator[str]:
    for at, word in enumerate(text):
        before, core, after = _WORD.fullmatch(word).groups()
        if not core or chance.random() >= share:
            yield word
            continue
        other = chance.choice(words).casefold()
        other = other.capitalize() if core[0].isupper() else other
        if 0 < at < len(text) - 1 and word.isalpha() and word.islower():
            yield from chance.choice(((other,), (), (word, other), (other,)))
        else:
            yield before + other + after


def headline(text: str) -> str:
    """The first words of a paragraph, as a headline has them."""
    words = re.findall(r"[^\W\d_]+", text)[: 7 + len(text) % 5]
    return " ".join(word.capitalize() for word in words)
