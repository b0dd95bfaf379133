"""Write a comparison, an article or a list out, for a file, a pipe or another program.

Comes in: an `Account` of a comparison, a `Document` or what was `Loaded`. Goes out: text,
piece by piece.
May import: compare, article, errors, visible; no layout, for a file has no panes.
"""

from tui.export.article import write_article, write_plain
from tui.export.formats import FORMATS, Format
from tui.export.listing import facts_of, guessed, write_list
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
