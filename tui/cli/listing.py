"""Tell what each text was taken for: `diptych list`.

In: the words after `list`. Out: the articles on standard output.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import load_library
from tui.cli.arguments import list_parser, read_options
from tui.cli.output import output_width, write
from tui.errors import EXIT_SAME
from tui.export import write_list, write_list_record


def list_articles(words: Sequence[str]) -> int:
    """Read what was named and write out what it was taken for."""
    asked = list_parser().parse_args(words)
    loaded = load_library(asked.paths or ["."], read_options(asked))
    if asked.json:
        write(write_list_record(loaded), "utf-8")
    else:
        write(write_list(loaded, output_width(asked.width)))
    return EXIT_SAME
