"""Read files as articles.

Comes in: paths. Goes out: `Article`s, or an `ArticleError` that says what is wrong.
May import: errors, visible.
"""

from tui.article.load import Loaded, is_folder, load_articles, load_library
from tui.article.model import Article, Paragraph, Role, Span
from tui.article.names import names_of

__all__ = [
    "Article",
    "Loaded",
    "Paragraph",
    "Role",
    "Span",
    "is_folder",
    "load_articles",
    "load_library",
    "names_of",
]
