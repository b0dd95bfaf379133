"""Compare two texts without the app: `diptych diff`.

In: the words after `diff`. Out: the comparison on standard output, and an
exit code as `diff` has them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Document, ReadOptions, is_folder, load_whole
from tui.cli.arguments import compare_options, diff_parser, read_options, wanted
from tui.cli.dates import dated
from tui.cli.output import complain, output_width, write
from tui.compare import Account, account, compare
from tui.config import load_config
from tui.errors import EXIT_DIFFERENT, EXIT_SAME, UsageError
from tui.export import FORMATS, Section, Wanted
from tui.paths import config_file


def diff(words: Sequence[str]) -> int:
    """Compare two texts and write the comparison out."""
    asked = diff_parser(FORMATS).parse_args(words)
    what = wanted(asked, output_width(asked.width))
    options = compare_options(asked, load_config(config_file()))
    left, right = (_document(name, read_options(asked)) for name in (asked.left, asked.right))
    articles = dated(left.whole, asked.left_date), dated(right.whole, asked.right_date)
    found = account(compare(*articles, options))
    # A comparison may rest on a guess, and on standard output notes would be in the way.
    for document in (left, right):
        for note in document.notes:
            complain(f"{document.whole.file}: {note}")
    # Text is for this terminal; every other format is UTF-8 by its own rules.
    encoding = None if asked.format == "text" else "utf-8"
    write(FORMATS[asked.format](found, what), encoding)
    return EXIT_DIFFERENT if _differs(found, what) else EXIT_SAME


def _differs(found: Account, what: Wanted) -> bool:
    """Whether anything differs of what was asked for."""
    comparison = found.comparison
    if what.only is not None:
        return any(
            what.only.asks_for_row(row, found.edits_of(number))
            for number, row in enumerate(comparison.rows)
        )
    differs = {
        Section.LEDGER: found.ledger,
        Section.FACTS: (*found.facts, *found.quotations),
        Section.SUMMARY: comparison.changes,
    }
    return any(differs[section] for section in what.sections or (Section.SUMMARY,))


def _document(name: str, options: ReadOptions) -> Document:
    if not name:
        raise UsageError("one of the two names is empty; name two texts.")
    if is_folder(name):
        raise UsageError(
            f"{name} is a folder and `diptych diff` compares two texts; name a file in it, "
            f"or open the folder with `diptych {name}`."
        )
    return load_whole(name, options)
