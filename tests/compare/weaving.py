"""Rows of two texts and the edits between them, made together so that they fit."""

from typing import NamedTuple

from hypothesis import strategies as st

from tests.strategies import article_of
from tui.article.model import Span
from tui.compare.model import Comparison, Edit, Kind, Passage, Regime, Row, Wording
from tui.compare.weave import Strand, strand_of

GAPS = (" ", " ", " ", "\u00a0", "\n", "")
"""What stands before a word; a line end is the join of two paragraphs."""

words = st.sampled_from(["the", "air", "strike", "US", "U.S.", "2014", ",", "—", "“", "東", "京"])
runs = st.lists(st.tuples(words, st.sampled_from(GAPS)), max_size=3)


class Woven(NamedTuple):
    """A row, as the steps that write it take it."""

    comparison: Comparison
    left: Strand
    right: Strand
    edits: tuple[Edit, ...]


class _Text:
    """The paragraphs of one side while they grow."""

    def __init__(self) -> None:
        self.paragraphs = [""]

    def add(self, gap: str, word: str) -> Passage:
        if gap == "\n" and self.paragraphs[-1]:
            self.paragraphs.append("")
        elif self.paragraphs[-1]:
            self.paragraphs[-1] += gap
        start = len(self.paragraphs[-1])
        self.paragraphs[-1] += word
        return Passage(len(self.paragraphs) - 1, Span(start, start + len(word)))


@st.composite
def woven(draw: st.DrawFn) -> Woven:
    """Shared words, and edits that may touch one another and reach over joins.

    Between two words that both share stands a blank on both sides or on neither.
    """
    left, right = _Text(), _Text()
    edits: list[Edit] = []
    after_edit = True
    for _ in range(draw(st.integers(1, 6))):
        for word, gap in draw(runs):
            others = GAPS if after_edit else GAPS[:-1] if gap else ("",)
            left.add(gap, word)
            right.add(draw(st.sampled_from(others)), word)
            after_edit = False
        sides = [[text.add(gap, word) for word, gap in draw(runs)] for text in (left, right)]
        if any(sides):
            quiet = draw(st.booleans())
            wording = Wording.TYPOGRAPHY if quiet else Wording.WORDS
            edits.append(Edit(*map(_reach, sides), wording, quiet))
            after_edit = True
    if not (left.paragraphs[0] and right.paragraphs[0]):
        edits.append(Edit((left.add(" ", "old"),), (right.add(" ", "new"),), Wording.WORDS))
    articles = article_of(left.paragraphs, "left"), article_of(right.paragraphs, "right")
    numbers = tuple(range(len(left.paragraphs))), tuple(range(len(right.paragraphs)))
    comparison = Comparison(*articles, (Row(*numbers, Kind.REWORDED),), (), Regime.VERSIONS)
    strands = strand_of(articles[0], numbers[0]), strand_of(articles[1], numbers[1])
    return Woven(comparison, *strands, tuple(edits))


def _reach(passages: list[Passage]) -> tuple[Passage, ...]:
    """A passage for each paragraph, from its first word to its last."""
    reach: dict[int, Passage] = {}
    for passage in passages:
        first = reach.setdefault(passage.paragraph, passage)
        span = Span(first.span.start, passage.span.end)
        reach[passage.paragraph] = Passage(passage.paragraph, span)
    return tuple(reach.values())


def parted(text: str) -> set[int]:
    """Before which characters, blanks and joins not counted, a text has a blank or a join."""
    places: set[int] = set()
    letters = 0
    for sign in text.replace("¶", " "):
        if sign.isspace():
            places.add(letters)
        else:
            letters += 1
    return places - {0, letters}


def solid(text: str) -> str:
    """A text without blanks and joins."""
    return "".join(text.replace("¶", " ").split())
