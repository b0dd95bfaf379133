"""Words as code points."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_of, texts
from tui.compare.codes import Codebook, words_in
from tui.compare.phrase import is_word
from tui.compare.words import keys_of

BOOK = Codebook()

signs = st.sampled_from(list("aBUS.,;:!?\"()[]“”'-’… \u0301é1")) | st.characters(
    exclude_categories=["Cs"]
)


@given(st.text(signs, max_size=30))
def test_a_code_spells_the_keys_of_its_text(text):
    assert [BOOK.key(point) for point in BOOK.code(text)] == keys_of(text)


@given(texts())
def test_the_words_of_a_code_are_its_keys_without_marks(text):
    words = [BOOK.key(point) for point in words_in(BOOK.code(text))]
    assert words == list(filter(is_word, keys_of(text)))


def test_texts_that_differ_in_typography_alone_have_one_code():
    assert BOOK.code("“We won’t,” said the U.S. – at last…") == BOOK.code(
        '"we won\'t," said the US - at last...'
    )


def test_a_text_that_was_coded_is_not_coded_again():
    article, told = article_of(["One text.", "Another text."]), []
    book = Codebook()
    first = book.codes(article, told.append)
    assert book.codes(article_of(["One text.", "Another text."]), told.append) == first
    assert told == [0, 1]


def test_a_long_text_is_coded_in_slices_that_cut_no_word():
    text = "word, " * 50_000
    assert len(set(BOOK.code(text))) == 2
    assert len(BOOK.code(text)) == 100_000


def test_more_words_than_code_points_are_still_told_apart():
    book = Codebook(words=[range(0x100, 0x110)])
    texts = [f"word{number} of many" for number in range(200)]
    codes = [book.code(text) for text in texts]
    assert len(set(codes)) < 200
    assert not book.same(texts[-1], texts[-2])
    assert book.same("“Word 1,”", '"word 1,"')
