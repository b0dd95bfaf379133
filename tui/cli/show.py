"""Show how one article was understood: `diptych show`.

In: the words after `show`. Out: the article on standard output.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import is_folder, load_document
from tui.cli.arguments import read_options, show_parser
from tui.cli.output import output_width, write
from tui.errors import EXIT_SAME, UsageError
from tui.export import write_article, write_article_record, write_plain


def show(words: Sequence[str]) -> int:
    """Read one text and write out how it was understood."""
    asked = show_parser().parse_args(words)
    if not asked.article:
        raise UsageError("the name is empty; name a text.")
    if is_folder(asked.article):
        raise UsageError(
            f"{asked.article} is a folder; name a file in it, "
            f"or see what it holds with `diptych list {asked.article}`."
        )
    document = load_document(asked.article, read_options(asked))
    if asked.json:
        write(write_article_record(document), "utf-8")
    elif asked.plain:
        write(write_plain(document.whole))
    else:
        write(write_article(document, output_width(asked.width)))
    return EXIT_SAME
