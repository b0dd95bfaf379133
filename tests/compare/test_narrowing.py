"""Where two texts can differ, and what must hold outside of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import texts
from tui.compare.narrowing import narrowed
from tui.compare.words import words_of


@st.composite
def versions(draw):
    """A text, and the same with a few of its words changed, gone or new."""
    words = draw(texts(60)).split(" ")
    other = [*words]
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(other)))
        other[at : at + draw(st.integers(0, 2))] = draw(st.lists(texts(2), max_size=2))
    return " ".join(words), " ".join(other)


@given(versions())
@settings(max_examples=300)
def test_outside_the_windows_both_texts_are_the_same(pair):
    left, right = pair
    windows = narrowed(left, right)
    if windows is None:
        return
    left_at = right_at = 0
    for window in windows:
        assert left[left_at : window.left_start] == right[right_at : window.right_start]
        assert left[window.left_start : window.left_end] != right[
            window.right_start : window.right_end
        ]  # fmt: skip
        left_at, right_at = window.left_end, window.right_end
    assert left[left_at:] == right[right_at:]


@given(versions())
def test_the_words_of_a_window_are_those_of_the_whole_text(pair):
    left, right = pair
    for window in narrowed(left, right) or ():
        for text, start, end in ((left, *window[:2]), (right, *window[2:])):
            whole, own = words_of(text), words_of(text[start:end])
            places = [start + at for at in own.starts]
            assert {*places} <= {*whole.starts}
            assert places == [at for at in whole.starts if start <= at < end]


def test_texts_that_are_the_same_have_no_window():
    assert narrowed("He left.", "He left.") == []


def test_each_change_has_a_window_of_its_own():
    left = "The old man who lived there had not seen the red ship for many long years"
    right = "The young man who lived there had not seen the ship for many long years"
    shown = [(left[a:b], right[c:d]) for a, b, c, d in narrowed(left, right)]
    assert shown == [
        ("old", "young"),
        ("not seen the red ship for many", "not seen the ship for many"),
    ]


def test_a_sentence_that_came_in_needs_a_look_at_the_whole():
    assert narrowed("He left. It was late.", "He left. He was tired. It was late.") is None


def test_blanks_that_differ_need_a_look_at_the_whole():
    assert narrowed("He left  the house.", "He left the house.") is None
