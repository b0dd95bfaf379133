"""Say of many articles who resembles whom.

Comes in: `Article`s. Goes out: a `Likeness` for each pair asked about.
May import: compare, article, errors, visible.
"""

from tui.library.likeness import Sketch, likeness, ranked, sketch
from tui.library.model import Likeness, Relation

__all__ = ["Likeness", "Relation", "Sketch", "likeness", "ranked", "sketch"]
