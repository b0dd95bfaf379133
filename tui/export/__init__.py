"""Write a comparison out, for a file, a pipe or another program.

Comes in: a `Comparison`. Goes out: text, piece by piece, in one of `FORMATS`.
May import: compare, article, errors, visible; no layout, for a file has no panes.
"""

from tui.export.formats import FORMATS, Format
from tui.export.record import SCHEMA
from tui.export.text import counts

__all__ = ["FORMATS", "SCHEMA", "Format", "counts"]
