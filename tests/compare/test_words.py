"""Words and marks, and what must hold of them in every script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from tui.compare.words import _TOKEN, Chunks, keys_of, words_of

SCRIPTS = "\u0e01-\u0e4e \u0e81-\u0ece \u0f00-\u0fbc \u1000-\u109f \u1780-\u17dd \u1b00-\u1b4c"
SIGNS = "".join(
    sign
    for first, last in ((ends[0], ends[-1]) for ends in SCRIPTS.split())
    for sign in map(chr, range(ord(first), ord(last) + 1))
    if unicodedata.category(sign)[0] in "LM"
)
TEXTS = st.text(alphabet=SIGNS + " aZ1.,-'\u200b\u200d\u4ed6\u30a2\u3099", max_size=30)


@given(TEXTS)
def test_words_cover_the_text_in_order_and_hold_no_blank(text):
    words = words_of(text)
    at = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        assert at <= start < end
        assert not text[at:start].strip()
        assert not any(map(str.isspace, text[start:end]))
        at = end
    assert not text[at:].strip()


@given(TEXTS)
def test_a_text_is_cut_as_its_parts_between_blanks_are(text):
    assert words_of(text).keys == tuple(key for part in text.split() for key in words_of(part).keys)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ดอกไม้", "ด อ ก ไม้"),
        ("ໂທລະສັບ", "ໂທ ລະ ສັ ບ"),
        ("ទូរស័ព្ទ", "ទូ រ ស័ ព្ទ"),
        ("အင်္ကျီ။", "အင်္ကျီ ။"),
        ("བོད་ཡིག།", "བོད་ ཡིག །"),
        ("ꦥꦶꦠꦶꦏ꧀", "ꦥꦶ ꦠꦶ ꦏ꧀"),
        ("AI技術の話", "AI 技 術 の 話"),
        ("می‌روی؟", "می‌روی ؟"),
    ],
)
def test_a_letter_keeps_its_signs(text, words):
    found = words_of(text)
    cut = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert cut == words.split()


@given(
    st.one_of(TEXTS, texts(), st.text(alphabet="aZé'’-.,:1 \u00a0\u3000\n\u2028他", max_size=30))
)
def test_stretches_that_were_seen_before_are_cut_as_the_whole_text_is(text):
    # Twice: what is remembered must be what was made.
    for words in (words_of(text), words_of(text)):
        found = [*_TOKEN.finditer(text)]
        assert words.keys == tuple(keys_of(text))
        assert words.starts == tuple(each.start() for each in found)
        assert words.ends == tuple(each.end() for each in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("7.8-magnitude", "7.8-magnitude"),
        ("$2.1bn, 10.30am", "$ 2.1bn , 10.30am"),
        ("the 1,000th of 2005-2007", "the 1,000th of 2005-2007"),
        ("3,000.", "3,000 ."),
        ("2.5%-5.5%", "2.5 % - 5.5 %"),
        ("3.5-他", "3.5 - 他"),
    ],
)
def test_a_figure_keeps_what_is_written_to_it(text, words):
    found = words_of(text)
    cut = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert cut == words.split()


def test_what_is_remembered_has_an_end():
    asked = []
    chunks = Chunks(lambda chunk: asked.append(chunk) or len(chunk), kept=2)
    assert [chunks[chunk] for chunk in ("a", "bb", "a", "ccc", "a", "x" * 99, "x" * 99)] == [
        1, 2, 1, 3, 1, 99, 99,
    ]  # fmt: skip
    assert asked == ["a", "bb", "ccc", "a", "x" * 99, "x" * 99]
