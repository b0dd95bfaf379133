"""Read files as articles.

Comes in: paths. Goes out: `Article`s, or an `ArticleError` that says what is wrong.
May import: errors, visible.
"""

from tui.article.load import Loaded, is_folder, load_articles, load_library
from tui.article.model import (
    About,
    Article,
    Document,
    Paragraph,
    Reading,
    Role,
    Span,
    Style,
    Styled,
)
from tui.article.names import names_of

__all__ = [
    "About",
    "Article",
    "Document",
    "Loaded",
    "Paragraph",
    "Reading",
    "Role",
    "Span",
    "Style",
    "Styled",
    "is_folder",
    "load_articles",
    "load_library",
    "names_of",
]
