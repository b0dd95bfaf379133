"""A few words of an article around a passage or an edit.

In: articles and places in them. Out: text on one line. Wrapping is other files' business.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article.model import Article
from tui.compare.model import Comparison, Edit, Passage, Side
from tui.export.marks import JOIN, MARKS

_AROUND = 20
"""Letters on either side of a passage."""
_CUT = "…"


def passage_excerpt(article: Article, passage: Passage) -> str:
    """A passage with the words around it: `…since the US Navy came…`."""
    return f"{_before(article, passage)}{_text(article, (passage,))}{_behind(article, passage)}"


def edit_excerpt(comparison: Comparison, edit: Edit) -> str:
    """Both wordings with the words around them: `…met [-yesterday-]{+on Monday+} in…`.

    What stands around is the right text's, if the edit has a place in it.
    """
    article = comparison.right if edit.right else comparison.left
    here = edit.right or edit.left
    went, came = _text(comparison.left, edit.left), _text(comparison.right, edit.right)
    marks = "".join(
        MARKS[side].format(text) for side, text in ((Side.LEFT, went), (Side.RIGHT, came)) if text
    )
    return f"{_before(article, here[0])}{marks}{_behind(article, here[-1])}"


def _text(article: Article, passages: Sequence[Passage]) -> str:
    return f" {JOIN} ".join(
        article.paragraphs[each.paragraph].text[each.span.start : each.span.end]
        for each in passages
    )


def _before(article: Article, passage: Passage) -> str:
    """The words before a passage, cut at a blank if there is one."""
    start = passage.span.start
    near = article.paragraphs[passage.paragraph].text[max(0, start - _AROUND - 1) : start]
    if len(near) <= _AROUND:
        return near
    _, blank, whole_words = near.partition(" ")
    return f"{_CUT}{whole_words.lstrip() if blank else near[1:]}"


def _behind(article: Article, passage: Passage) -> str:
    """The words behind a passage, cut at a blank if there is one."""
    end = passage.span.end
    near = article.paragraphs[passage.paragraph].text[end : end + _AROUND + 1]
    if len(near) <= _AROUND:
        return near
    whole_words, blank, _ = near.rpartition(" ")
    return f"{whole_words.rstrip() if blank else near[:-1]}{_CUT}"
