"""Two texts as one sequence of pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.weaving import Woven, woven
from tests.strategies import article_of
from tui.article.model import Span
from tui.compare.model import Edit, Passage, Side, Wording
from tui.compare.weave import Strand, strand_of, weave

SIGNS = {Side.LEFT: "[{}]", Side.RIGHT: "{{{}}}", Side.BOTH: "{}"}


def pieces_of(left: list[str], right: list[str], *words: tuple[str, str]) -> str:
    """The pieces of a row, in brackets by side; each pair of words is an edit."""
    articles = article_of(left), article_of(right)
    strands = [strand_of(article, range(len(article.paragraphs))) for article in articles]
    at = [0, 0]
    edits = []
    for pair in words:
        sides = []
        for n, wanted in enumerate(pair):
            start = strands[n].text.index(wanted, at[n])
            at[n] = start + len(wanted)
            sides.append(_passages(strands[n], start, wanted))
        edits.append(Edit(*sides, Wording.WORDS))
    found = weave(*strands, edits)
    return "|".join(SIGNS[piece.side].format(piece.text.replace("\n", "¶")) for piece in found)


def _passages(strand: Strand, start: int, wanted: str) -> tuple[Passage, ...]:
    passages = []
    for part in filter(None, wanted.split("\n")):
        begin = strand.text.index(part, start)
        number = max(n for n, first in strand.starts.items() if first <= begin)
        span = Span(begin - strand.starts[number], begin + len(part) - strand.starts[number])
        passages.append(Passage(number, span))
    return tuple(passages)


@pytest.mark.parametrize(
    ("left", "right", "words", "expected"),
    [
        ("all is well", "all is well", [], "all is well"),
        ("The sun", "A sun", [("The", "A")], "[The]|{A}| |sun"),
        ("he had met", "he met", [("had", "")], "he| |[had]|[ ]|met"),
        ("he met", "he had met", [("", "had")], "he| |{had}|{ }|met"),
        ("in, he", "in 2014 he", [(",", "2014")], "in|[,]|{ }|{2014}| |he"),
        ("in Iran but", "in Iran, but", [("", ",")], "in Iran|{,}| |but"),
        ("yes he", "yes—he", [("", "—")], "yes|{—}|[ ]|he"),
        ("a b d", "a x y d", [("b", "x"), ("", "y")], "a| |[b]|{x}| |{y}|{ }|d"),
        ("a b d", "a x d", [("b", ""), ("", "x")], "a| |[b]|{x}| |d"),
        ("I go", "So he go", [("", "So"), ("I", "he")], "{So}|{ }|[I]|{he}| |go"),
    ],
)  # fmt: skip
def test_blanks_belong_to_the_side_that_has_them(left, right, words, expected):
    assert pieces_of([left], [right], *words) == expected


def test_a_join_belongs_to_the_side_that_has_it():
    assert pieces_of(["One. Two."], ["One.", "Two."]) == "One.|[ ]|{¶}|Two."
    assert pieces_of(["One.", "Two."], ["One. Two."]) == "One.|[¶]|{ }|Two."
    assert pieces_of(["One.", "Two."], ["One.", "Two."]) == "One.|¶|Two."


def test_a_join_meets_its_twin_behind_words_that_came_in():
    assert pieces_of(["One.", "Two."], ["One. New.", "Two."], ("", "New.")) == (
        "One.|{ }|{New.}|¶|Two."
    )


def test_a_join_inside_an_edit_is_a_piece_of_it():
    expected = "It rained|[.]|[¶]|[It]|{ }|{and}| |snowed."
    left, right = ["It rained.", "It snowed."], ["It rained and snowed."]
    assert pieces_of(left, right, (".\nIt", "and")) == expected


def test_texts_that_differ_outside_the_edits_give_the_right_one():
    assert pieces_of(["the US ."], ["the U.S."]) == "the U.S."


def test_a_strand_finds_passages_over_a_join():
    strand = strand_of(article_of(["No", "One two", "six ten"]), (1, 2))
    span = strand.reach((Passage(1, Span(4, 7)), Passage(2, Span(0, 3))))
    assert strand.text[span.start : span.end] == "two\nsix"
    assert strand.reach(()) is None


@given(woven())
def test_without_one_side_the_text_of_the_other_is_left(row: Woven):
    pieces = list(weave(row.left, row.right, row.edits))
    assert "".join(piece.text for piece in pieces if piece.side is not Side.LEFT) == row.right.text
    left = "".join(piece.text for piece in pieces if piece.side is not Side.RIGHT)
    assert left.replace("\u00a0", " ") == row.left.text.replace("\u00a0", " ")


@given(woven(), st.data())
def test_the_right_text_is_whole_even_if_edits_are_missing(row: Woven, data: st.DataObject):
    edits = [edit for edit in row.edits if data.draw(st.booleans())]
    pieces = weave(row.left, row.right, edits)
    right = "".join(piece.text for piece in pieces if piece.side is not Side.LEFT)
    assert right == row.right.text


@given(woven())
def test_every_piece_says_where_it_stands_and_of_which_edit_it_is(row: Woven):
    order: list[tuple[int, bool]] = []
    for piece in weave(row.left, row.right, row.edits):
        strand = row.left if piece.side is Side.LEFT else row.right
        assert strand.text[piece.start : piece.start + len(piece.text)] == piece.text != ""
        if piece.edit is not None:
            order.append((row.edits.index(piece.edit), piece.side is Side.RIGHT))
        elif piece.side is not Side.BOTH:
            assert piece.is_blank or piece.is_join
    assert order == sorted(order)
