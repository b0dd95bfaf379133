"""Compare two texts without the app: `diptych diff`.

In: the words after `diff`. Out: the comparison on standard output, and an
exit code as `diff` has them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Document, ReadOptions, is_folder, load_whole
from tui.cli.arguments import compare_options, diff_parser, read_options
from tui.cli.output import complain, output_width, write
from tui.compare import compare
from tui.errors import EXIT_DIFFERENT, EXIT_SAME, UsageError
from tui.export import FORMATS


def diff(words: Sequence[str]) -> int:
    """Compare two texts and write the comparison out."""
    asked = diff_parser(FORMATS).parse_args(words)
    options = read_options(asked)
    left, right = _document(asked.left, options), _document(asked.right, options)
    comparison = compare(left.whole, right.whole, compare_options(asked))
    # A comparison may rest on a guess, and on standard output notes would be in the way.
    for document in (left, right):
        for note in document.notes:
            complain(f"{document.whole.file}: {note}")
    # Text is for this terminal; every other format is UTF-8 by its own rules.
    encoding = None if asked.format == "text" else "utf-8"
    write(FORMATS[asked.format](comparison, output_width(asked.width)), encoding)
    return EXIT_DIFFERENT if comparison.changes else EXIT_SAME


def _document(name: str, options: ReadOptions) -> Document:
    if not name:
        raise UsageError("one of the two names is empty; name two texts.")
    if is_folder(name):
        raise UsageError(
            f"{name} is a folder and `diptych diff` compares two texts; name a file in it, "
            f"or open the folder with `diptych {name}`."
        )
    return load_whole(name, options)
