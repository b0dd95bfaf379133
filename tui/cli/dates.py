"""The days on which texts came out, as somebody says who knows.

In: articles and days. Out: the same articles, with these days.
"""

from __future__ import annotations

from dataclasses import replace

from tui.article import Article, Loaded
from tui.errors import UsageError


def dated(article: Article, day: str | None) -> Article:
    """The article, come out on a day in ISO 8601; as it is known itself where that is None."""
    if day is None:
        return article
    guessed = article.about.guessed - {"date"}
    return replace(article, about=replace(article.about, date=day, guessed=guessed))


def dated_pair(loaded: Loaded, left: str | None, right: str | None) -> Loaded:
    """The same with these days for the two texts that were named.

    Raises:
        UsageError: a day is given, and other than two texts.
    """
    if left is None and right is None:
        return loaded
    if loaded.pair is None:
        raise UsageError("--left-date and --right-date tell of two texts; name two.")
    pair = dated(loaded.pair[0], left), dated(loaded.pair[1], right)
    return replace(loaded, pair=pair)
