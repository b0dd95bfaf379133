"""Measure how often the rows of trackers' pages are cut right, and print a table.

Run it with `python -m tests.benchmarks.trackers`; it takes about a minute.
Right: cut at the very place; sure: not marked doubtful; of sure: share of those
that is right; caught: share of the wrong ones that is marked doubtful. The
second half of the line counts rows of one cell between rows of two: their text
alone does not tell in which version they stand.
"""

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.article.tracker import tracker_pages
from tests.article.tracker.tracker_pages import MadePage, edited_page, rewritten_page
from tui.article.tracker.page import read_tracker_page

PAGES = 40
"""Pages of each kind."""
PARAGRAPHS = 30
"""Most paragraphs of a story."""
LONG_PAGE = 2_000
"""Rows of the page whose time is taken."""


def pages(stories: Sequence[Sequence[str]], kind: str, *, aligned: bool) -> Iterator[MadePage]:
    """Pages of one kind, the same in every run."""
    chance = random.Random(7)
    for number in range(PAGES):
        left, right = chance.sample(range(len(stories)), 2)
        start, other = (_start(stories[at], chance) for at in (left, right))
        if kind == "rewrite":
            yield rewritten_page(start, other)
        else:
            share = tracker_pages.SHARES[kind]
            yield edited_page(start, other, share, number, aligned=aligned)


def _start(story: Sequence[str], chance: random.Random) -> Sequence[str]:
    first = chance.randrange(max(1, len(story) - PARAGRAPHS))
    return story[first : first + chance.randint(12, PARAGRAPHS)]


def judged(made: Iterator[MadePage]) -> Counter[str]:
    """How many rows were cut how."""
    found: Counter[str] = Counter()
    for page in made:
        read = read_tracker_page(page.text, {})
        two = [number for number, cells in enumerate(page.rows) if all(cells)]
        for number, (row, cut) in enumerate(zip(read.rows, page.cuts(), strict=True)):
            right = "right" if row.cut == cut else "wrong"
            alone = "lone " if not all(page.rows[number]) and number < two[-1] else ""
            found[f"{alone}{right} {'doubtful' if row.doubtful else 'sure'}"] += 1
    return found


def share(part: int, whole: int) -> str:
    return f"{part / whole:7.1%}" if whole else "      –"


def main() -> None:
    corpora = {"news": tracker_pages.news(), "manuals": tracker_pages.manuals()}
    heads = ("rows", "right", "sure", "of sure", "caught")
    print(" " * 28, *(f"{head:>{6 if head == 'rows' else 7}}" for head in heads * 2))
    for corpus, stories in corpora.items():
        for kind in (*tracker_pages.SHARES, "rewrite"):
            for aligned in (True, False) if kind not in ("rewrite", "identical") else (False,):
                found = judged(pages(stories, kind, aligned=aligned))
                print_row(f"{corpus}, {kind}{', aligned' if aligned else ''}", found)
    text = edited_page(corpora["news"][0] * (LONG_PAGE // len(corpora["news"][0]) + 1),
                       corpora["news"][1], 0.1, 1, aligned=True).text  # fmt: skip
    start = time.process_time()
    read = read_tracker_page(text, {})
    print(f"{len(read.rows):,} rows in {time.process_time() - start:.2f} s of the processor")


def print_row(name: str, found: Counter[str]) -> None:
    """One line of the table: rows of two cells and of the ends, then the lone ones."""
    cells = [f"{name:28}"]
    for prefix in ("", "lone "):
        right = found[f"{prefix}right sure"] + found[f"{prefix}right doubtful"]
        wrong = found[f"{prefix}wrong sure"] + found[f"{prefix}wrong doubtful"]
        sure = found[f"{prefix}right sure"] + found[f"{prefix}wrong sure"]
        cells += [
            f"{right + wrong:6,}",
            share(right, right + wrong),
            share(sure, right + wrong),
            share(found[f"{prefix}right sure"], sure),
            share(found[f"{prefix}wrong doubtful"], wrong),
        ]
    print(" ".join(cells))


if __name__ == "__main__":
    main()
