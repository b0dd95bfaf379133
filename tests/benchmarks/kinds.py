"""Measure what edits are called, against the names that editors gave them.

Run it with `python -m tests.benchmarks.kinds [FILES]`; without files it reads
`tests/cases/changes/*.md`. Kinds are compared where a mark agrees with the labelled one;
a fact is found where an edit of facts touches it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.marks import CASES
from tests.labelled import cases
from tests.named import Named, mistaken, named

MOST_MISTAKES = 12
"""Kinds of mistakes that are shown."""


def kinds(paths: Sequence[Path]) -> None:
    """Print how the edits of each page are named, and what was mistaken for what."""
    heads = ("kinds", "of", "recall", "precis.", "facts", "quiet", "quoted")
    print(f"{'':28}{''.join(f'{head:>9}' for head in heads)}")
    whole, wrong = Named(), Counter[tuple[str, str]]()
    for path in paths:
        page = Named()
        for case in cases(path):
            page += named(case)
            wrong += mistaken(case)
        whole += page
        print(f"  {path.stem[:25]:26}{_line(page)}")
    print(f"  {'all':26}{_line(whole)}\n")
    for (want, got), count in wrong.most_common(MOST_MISTAKES):
        print(f"  {count:3} × {want} is called {got}")


def _line(page: Named) -> str:
    shares = (100 * page.recall, 100 * page.precision) if page.facts and page.told else (100, 100)
    return (
        f"{100 * page.kinds:9.1f}{page.agree:9}{shares[0]:9.1f}{shares[1]:9.1f}{page.facts:9}"
        f"{page.facts_quiet:9}{page.quoted_found:6}/{page.quoted}"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path, default=sorted(CASES.glob("*.md")))
    kinds(options.parse_args().files)


if __name__ == "__main__":
    main()
