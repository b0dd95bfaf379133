"""Comes in: paths, from a person. Goes out: `Article` values, or an `ArticleError`.

May import: `tui.errors`, `tui.visible`. Who compares or shows them is not known here.
"""

from tui.article.load import Loaded, load_articles, load_library, load_paths
from tui.article.model import Article, Paragraph, Role, Span
from tui.article.names import names_of

__all__ = [
    "Article",
    "Loaded",
    "Paragraph",
    "Role",
    "Span",
    "load_articles",
    "load_library",
    "load_paths",
    "names_of",
]
