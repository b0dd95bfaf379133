"""Read texts as articles.

Comes in: names of files and folders, of revisions in git, or standard input. Goes out:
`Document`s and the `Article`s in them, or an `ArticleError` that says what is wrong.
May import: errors, visible.
"""

from tui.article.ahead import ReadAhead
from tui.article.counting import counted
from tui.article.document import Document
from tui.article.load import Loaded, load_article, load_document, load_library, load_whole
from tui.article.model import (
    About,
    Article,
    Paragraph,
    Role,
    Span,
    Style,
    Styled,
    Tracked,
)
from tui.article.names import called, names_of
from tui.article.reading import Progress, ReadOptions
from tui.article.recut import Recut
from tui.article.sources.fetching import SIZE_LIMIT
from tui.article.sources.folders import is_folder

__all__ = [
    "SIZE_LIMIT",
    "About",
    "Article",
    "Document",
    "Loaded",
    "Paragraph",
    "Progress",
    "ReadAhead",
    "ReadOptions",
    "Recut",
    "Role",
    "Span",
    "Style",
    "Styled",
    "Tracked",
    "called",
    "counted",
    "is_folder",
    "load_article",
    "load_document",
    "load_library",
    "load_whole",
    "names_of",
]
