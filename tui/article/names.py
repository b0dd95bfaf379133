"""Call each article by a name that no other one has.

In: articles that are shown together. Out: a name for each: its title, with
the file where titles are equal. Shortening a name is for whoever shows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from tui.article.model import Article


def called(article: Article) -> str:
    """The title, after what its page calls it if it is one of several: `version 2: …`."""
    if article.label is None:
        return article.title
    return f"{article.label.partition(',')[0]}: {article.title}"


def names_of(articles: Sequence[Article]) -> tuple[str, ...]:
    """A name for each article, in their order.

    Two versions of one text often share their headline; then the file's name
    comes first, and the whole path where even the names are equal.
    """
    titles = Counter(map(called, articles))
    files = Counter((called(article), PurePath(article.origin).name) for article in articles)

    def name(article: Article) -> str:
        title, file = called(article), PurePath(article.origin).name
        if titles[title] == 1:
            return title
        if files[title, file] == 1:
            return f"{file}: {title}"
        return f"{article.origin}: {title}"

    return tuple(name(article) for article in articles)
