"""Lines end between words, fit their pane, and never cut a character in two."""

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.strategies import texts
from tui.article.model import Span
from tui.layout import wrap
from tui.layout.clusters import clusters_of
from tui.layout.wrap import _BLANKS, _NARROW, _wrap_measured, _wrap_narrow

widths = st.integers(min_value=2, max_value=120)
narrow_texts = st.text(alphabet="ab  é“”\u00a0\u202f—", max_size=80).filter(
    lambda text: text.strip(" ")
)


def lines(text: str, width: int) -> list[str]:
    return [text[span.start : span.end] for span in wrap(text, width)]


def test_lines_end_between_words():
    assert lines("to be or not to be", 8) == ["to be or", "not to", "be"]


def test_a_blank_just_beyond_the_edge_is_a_break():
    assert lines("four four", 4) == ["four", "four"]


def test_a_word_wider_than_the_line_is_cut():
    assert lines("a verylongword b", 6) == ["a", "verylo", "ngword", "b"]


def test_several_blanks_at_a_break_belong_to_no_line():
    assert lines("one    two", 5) == ["one", "two"]


def test_blanks_inside_a_line_stay():
    assert lines("one  two", 20) == ["one  two"]


def test_empty_text_gives_one_empty_line():
    assert wrap("", 10) == (Span(0, 0),)
    assert wrap("   ", 2) == (Span(0, 0),)


def test_a_pane_under_two_cells_is_refused():
    with pytest.raises(ValueError, match="1 cells"):
        wrap("word", 1)


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2007"])
def test_no_break_blanks_hold_words_together(blank):
    assert lines(f"about 100{blank}km", 9) == ["about", f"100{blank}km"]
    assert lines(f"東 100{blank}km", 8) == ["東", f"100{blank}km"]


@pytest.mark.parametrize("blank", ["\u2003", "\u2009", "\u3000", "\u1680"])
def test_other_unicode_blanks_part_words(blank):
    assert lines(f"one{blank}two", 5) == ["one", "two"]


def test_japanese_breaks_between_characters():
    assert lines("東京都日本", 5) == ["東京", "都日", "本"]


def test_a_japanese_point_never_opens_a_line():
    assert lines("日本語。東京", 6) == ["日本", "語。東", "京"]


def test_a_japanese_bracket_never_ends_a_line():
    assert lines("日本「東京」", 6) == ["日本", "「東", "京」"]


def test_korean_breaks_between_words():
    assert lines("안녕하세요 세계", 12) == ["안녕하세요", "세계"]


def test_an_accent_stays_on_its_letter():
    assert lines("e\u0301" * 5, 2) == ["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]


@pytest.mark.parametrize(
    "character",
    [
        "👩\u200d👩\u200d👧",
        "👍🏽",
        "🇩🇪",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "\u1112\u1161\u11ab",
        "น\u0e33",
    ],
    ids=["family", "skin tone", "flag", "heart", "keycap", "jamo", "sara am"],
)
def test_what_reads_as_one_character_is_never_cut(character):
    assert lines(character * 3, 2) == [character] * 3


def test_a_zero_width_space_may_end_a_line():
    assert lines("ภาษา\u200bไทย", 5) == ["ภาษา\u200b", "ไทย"]


def test_a_vowel_sign_beside_its_letter_has_room_in_any_terminal():
    # Each of the four takes two cells in xterm and tmux, and one for Textual.
    assert lines("ना ना ना ना", 6) == ["ना ना", "ना ना"]
    assert lines("ना" * 4, 6) == ["ना" * 3, "ना"]


@given(texts(), widths)
def test_no_line_is_wider_than_its_pane(text, width):
    assert all(cell_len(line) <= width for line in lines(text, width))


@given(texts(), widths)
def test_lines_are_in_order_and_leave_out_nothing_but_blanks(text, width):
    end = 0
    for span in wrap(text, width):
        assert text[end : span.start].strip(_BLANKS) == ""
        assert span.start < span.end
        end = span.end
    assert text[end:].strip(_BLANKS) == ""


@given(texts(), widths)
def test_no_line_begins_inside_a_character(text, width):
    begins = {cluster.start for cluster in clusters_of(text)}
    for span in wrap(text, width)[1:]:
        assert span.start in begins
        assert unicodedata.category(text[span.start]) not in {"Mn", "Me"}
        assert text[span.start] not in "\u200d\ufe0e\ufe0f"


@given(texts(), widths)
def test_a_line_takes_every_word_that_fits(text, width):
    spans = wrap(text, width)
    for this, following in pairwise(spans):
        blank_parts_them = this.end < following.start
        first_word = text[following.start : following.end].split(" ")[0]
        if blank_parts_them and text.isascii():
            assert following.start + len(first_word) - this.start > width


@given(narrow_texts, widths)
def test_the_quick_way_and_the_measured_way_agree(text, width):
    assert _wrap_narrow(text, width) == _wrap_measured(text, width)


def test_every_character_that_counts_as_narrow_is_one_cell_wide():
    narrow = [sign for sign in map(chr, range(0x30000)) if _NARROW.fullmatch(sign)]
    assert len(narrow) > 1000
    assert {cell_len(sign) for sign in narrow} == {1}
    assert set(narrow) & set(_BLANKS) == {" "}


@given(texts())
def test_clusters_give_the_text_back(text):
    clusters = clusters_of(text)
    assert "".join(text[start:end] for start, end, _ in clusters) == text
    assert all(cells <= 2 for _, _, cells in clusters)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "é" * 1_000_000,
        "東" * 100_000,
        "東" + "x" * 100_000,
        "a" + "\u0301" * 100_000,
        "\u200d" * 100_000,
        "x" + " " * 1_000_000 + "y",
        "東" + "\u3000" * 100_000 + "京",
        "🇩🇪" * 50_000,
    ],
    ids=["word", "accents", "ideographs", "mixed", "marks", "joiners", "blanks", "wide", "flags"],
)
def test_hostile_text_is_wrapped_in_linear_time(text):
    start = time.perf_counter()
    wrap(text, 2)
    # A quadratic way would take minutes; the bound is for slow machines.
    assert time.perf_counter() - start < 10
