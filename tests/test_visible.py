"""Control characters become visible substitutes, one for one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import ReaderError
from tui.visible import visible

HOSTILE_CATEGORIES = ("Cc", "Cs", "Zl", "Zp")
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
anything = st.text(st.characters())


@given(anything)
def test_every_character_has_one_substitute_at_most(text):
    assert len(visible(text)) == len(text)


@given(anything)
def test_nothing_is_left_that_steers_a_terminal(text):
    shown = visible(text)
    assert not any(unicodedata.category(letter) in HOSTILE_CATEGORIES for letter in shown)
    assert not set(shown) & set(BIDI)


@given(anything)
def test_text_made_visible_stays_as_it_is(text):
    assert visible(visible(text)) == visible(text)


@given(anything)
def test_what_is_harmless_is_kept(text):
    for before, after in zip(text, visible(text), strict=True):
        assert before == after or unicodedata.category(before) in {*HOSTILE_CATEGORIES, "Cf"}


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\tb\nc", "a␉b␊c"),
        ("\x7f", "␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202egpj.exe", "\ufffdgpj.exe"),
        ("\udcff", "\ufffd"),
        ("\ufeff", "\ufffd"),
    ],
)
def test_a_substitute_tells_what_stood_there(hostile, shown):
    assert visible(hostile) == shown


@pytest.mark.parametrize("text", ["naïve “quotes” — 東京 👩\u200d👧", "עברית", "a\u00a0b", ""])
def test_honest_text_is_not_touched(text):
    assert visible(text) == text


def test_an_error_cannot_steer_the_terminal_that_shows_it():
    assert str(ReaderError("\x1b]0;owned\x07: not found")) == "␛]0;owned␇: not found"
