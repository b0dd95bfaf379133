"""Write what each text was taken for, as plain text.

In: documents. Out: pieces of text. How one article was understood, paragraph
by paragraph, is `article`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.article import Article, Document, Loaded, counted
from tui.export.wrapping import wrapped

_INDENT = "    "


def write_list(loaded: Loaded, width: int) -> Iterator[str]:
    """Two or three lines an article, what was left out, and a line that counts.

    Lines are at most `width` columns, but for words that are longer; 0 does
    not wrap. What was guessed carries a `?`.
    """
    for document in loaded.documents:
        for article in document.articles:
            yield f"{article.origin}\n"
            for line in (_headline(article), facts_of(article)):
                yield from _indented(line, width)
        for note in document.notes:
            yield from _indented(note, width)
        yield "\n"
    for sentence in filter(None, (*loaded.skipped, loaded.passed_over)):
        yield "\n".join(wrapped(sentence, width)) + "\n"
    articles, files = len(loaded.articles), len(loaded.documents)
    yield f"{counted(articles, 'article')} in {counted(files, 'file')}\n"


def guessed(article: Article, field: str) -> str:
    """The sign for a field that was guessed, else nothing."""
    return "?" if field in article.about.guessed else ""


def set_aside(article: Article) -> str:
    """How many paragraphs are set aside, by their roles; empty when none are."""
    roles = [each.role.value for each in article.paragraphs if each.aside]
    return ", ".join(f"{roles.count(role)} {role}" for role in dict.fromkeys(roles))


def doubtful(article: Article) -> int:
    """How many paragraphs may have been cut at the wrong place."""
    return sum(each.doubtful for each in article.paragraphs)


def _headline(article: Article) -> str:
    return f"{article.title}{guessed(article, 'title')}"


def facts_of(article: Article) -> str:
    """What is known of an article beside its title, in one line; a `?` after what was guessed."""
    asides = sum(each.aside for each in article.paragraphs)
    facts = [
        article.label,
        f"by {article.about.byline}{guessed(article, 'byline')}" if article.about.byline else None,
        *(f"{value}{guessed(article, field)}" for field, value in _stated(article)),
        counted(article.words, "word"),
        counted(len(article.paragraphs) - asides, "paragraph"),
        article.found,
    ]
    if aside := set_aside(article):
        facts.append(f"set aside: {aside}")
    if doubts := doubtful(article):
        facts.append(f"{counted(doubts, 'cut')} in doubt")
    return " · ".join(filter(None, facts))


def _stated(article: Article) -> Iterator[tuple[str, str]]:
    for field in ("source", "date", "language"):
        value = getattr(article.about, field)
        # A script alone is nothing that a list should tell.
        if value is not None and not value.startswith("und"):
            yield field, value


def _indented(text: str, width: int) -> Iterator[str]:
    for line in wrapped(text, max(0, width - len(_INDENT)) if width else 0):
        yield f"{_INDENT}{line}\n"


def parts_line(document: Document) -> str:
    """By which names the parts of a document can be opened; empty when it has none."""
    names = [
        f"{part.origin} ({part.label})" if part.label else part.origin for part in document.parts
    ]
    return ", ".join(names)
