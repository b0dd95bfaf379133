"""Hypothesis strategies for texts and articles, shared by the property tests.

Words come from a small stock, so that paragraphs of two articles really
resemble each other; hostile and wide characters come in between.
"""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from tui.article.model import Article, Paragraph, Role
from tui.compare import Change, Row, Side
from tui.visible import visible

STOCK = (
    "the a of to and in said Iraq Paris Monday yesterday powers meeting fighters air strike "
    "“quoted” don’t co-operate U.S. US 2014 3,000 — - ... … naïve café 東京都 日本語のテキスト "
    "עברית שלום e\u0301te 👩\u200d👩\u200d👧 👍🏽 \u200b x " + "verylongword" * 6
).split(" ")

words = st.sampled_from(STOCK) | st.text(min_size=1, max_size=6)


def texts(max_words: int = 40) -> st.SearchStrategy[str]:
    """Paragraph texts as an `Article` holds them: harmless, on one line, never blank."""

    def tidy(parts: list[str]) -> str:
        return visible(" ".join(" ".join(parts).split())).strip()

    return st.lists(words, min_size=1, max_size=max_words).map(tidy).filter(bool)


def article_of(paragraphs: list[str], origin: str = "text") -> Article:
    """An article of body paragraphs, without reading a file."""
    return Article(
        title=paragraphs[0],
        paragraphs=tuple(
            Paragraph(text, Role.BODY, number) for number, text in enumerate(paragraphs, start=1)
        ),
        file=origin,
    )


def articles(max_paragraphs: int = 8) -> st.SearchStrategy[Article]:
    """Articles of body paragraphs."""
    return st.lists(texts(), min_size=1, max_size=max_paragraphs).map(article_of)


@st.composite
def article_pairs(draw: st.DrawFn, max_paragraphs: int = 8) -> tuple[Article, Article]:
    """Two articles that share some paragraphs, in any order, some with a word changed."""
    left = draw(st.lists(texts(), min_size=1, max_size=max_paragraphs))
    pool = left + draw(st.lists(texts(), min_size=1, max_size=max_paragraphs))
    right = []
    for text in draw(st.lists(st.sampled_from(pool), min_size=1, max_size=max_paragraphs)):
        parts = text.split(" ")
        change = draw(st.sampled_from(["keep", "keep", "drop", "insert", "half"]))
        if change == "drop" and len(parts) > 1:
            del parts[draw(st.integers(0, len(parts) - 1))]
        elif change == "insert":
            parts.insert(draw(st.integers(0, len(parts))), draw(st.sampled_from(STOCK)))
        elif change == "half":
            parts = parts[: max(1, len(parts) // 2)]
        right.append(" ".join(parts).strip() or "word")
    return article_of(left, "left"), article_of(right, "right")


def numbered(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Change, ...]]:
    """Rows made by hand, each that differs with a change of its own; a move with one for both."""
    changes: list[Change] = []
    of_row: dict[int, int] = {}
    for at, row in enumerate(rows):
        if not row.kind.is_change or at in of_row:
            continue
        covered = (at,) if row.other_end is None else (at, row.other_end)
        of_row.update(dict.fromkeys(covered, len(changes) + 1))
        left, right = (
            tuple(number for each in covered for number in rows[each].side(side))
            for side in (Side.LEFT, Side.RIGHT)
        )
        changes.append(Change(len(changes) + 1, row.kind, covered, left, right))
    return tuple(replace(row, change=of_row.get(at)) for at, row in enumerate(rows)), tuple(changes)
