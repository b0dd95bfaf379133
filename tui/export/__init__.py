"""Write a comparison, an article or a list out, for a file, a pipe or another program.

Comes in: an `Account` of a comparison, a `Document` or what was `Loaded`. Goes out: text,
piece by piece.
May import: compare, article, deferred, errors, visible; no layout, for a file has no panes.

What writes a comparison is imported when it is asked for: the list of articles needs none of it.
"""

from typing import TYPE_CHECKING

from tui.deferred import deferred
from tui.export.listing import facts_of, guessed, write_list

if TYPE_CHECKING:
    from tui.export.article import write_article, write_plain
    from tui.export.formats import FORMATS, Format
    from tui.export.record import SCHEMA, write_article_record, write_list_record
    from tui.export.text import counts
    from tui.export.wanted import CHOICES, Only, Section, Wanted, only_named

__all__ = [
    "CHOICES",
    "FORMATS",
    "SCHEMA",
    "Format",
    "Only",
    "Section",
    "Wanted",
    "counts",
    "facts_of",
    "guessed",
    "only_named",
    "write_article",
    "write_article_record",
    "write_list",
    "write_list_record",
    "write_plain",
]

# Kept from the type checker, which would let every misspelled name pass.
if not TYPE_CHECKING:
    __getattr__ = deferred(
        __name__,
        {
            "article": ("write_article", "write_plain"),
            "formats": ("FORMATS", "Format"),
            "record": ("SCHEMA", "write_article_record", "write_list_record"),
            "text": ("counts",),
            "wanted": ("CHOICES", "Only", "Section", "Wanted", "only_named"),
        },
    )
