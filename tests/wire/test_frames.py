"""What an app draws becomes cells; whatever else stands in a frame becomes signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.visible import visible
from tui.wire import Reader, blank_screen, cursor_of, fitted, is_frame
from tui.wire.model import BLANK


def drawn(frame: str, columns: int = 10, lines: int = 2):
    return Reader().drawn(blank_screen(columns, lines), frame)


def text(row) -> str:
    return "".join(sign for sign, _ in row)


def test_a_frame_is_known_by_going_to_a_place_first():
    assert is_frame("\x1b[1;1Hon the first line")
    assert not is_frame("\x1b[?25l")
    assert not is_frame("\x1b]52;c;YQ==\x07")


def test_text_stands_where_the_frame_says_in_the_style_it_says():
    first, second = drawn("\x1b[2;3H\x1b[1;33;49mab\x1b[0mc\n\x1b[1;1H")
    assert text(first) == " " * 10
    assert second[2:5] == (
        ("a", (("bold", "1"), ("ink", "33"))),
        ("b", (("bold", "1"), ("ink", "33"))),
        ("c", ()),
    )


def test_a_blank_has_only_what_is_seen_of_a_style():
    (row,) = drawn("\x1b[1;1H\x1b[1;33m \x1b[0m\x1b[7m \x1b[0m\x1b[4;2m \x1b[0m", lines=1)
    assert row[0] == BLANK
    assert row[1] == (" ", (("reverse", "7"),))
    assert row[2] == (" ", (("dim", "2"), ("underline", "4")))


@pytest.mark.parametrize(
    ("codes", "style"),
    [
        ("39;49", ()),
        ("", ()),
        ("1;0;3", (("italic", "3"),)),
        ("1;2;22", ()),
        ("38;5;49", (("ink", "38;5;49"),)),
        ("38;2;0;39;49", (("ink", "38;2;0;39;49"),)),
        ("48;5;1;4", (("ground", "48;5;1"), ("underline", "4"))),
        ("38;5", ()),
        ("97;101", (("ground", "101"), ("ink", "97"))),
        ("10;11;53;99999", ()),
    ],
)
def test_codes_become_a_style_and_unknown_ones_nothing(codes, style):
    (row,) = drawn(f"\x1b[1;1H\x1b[{codes}mx\x1b[0m", lines=1)
    assert row[0] == ("x", style)


def test_half_of_a_wide_character_that_is_drawn_over_leaves_a_blank():
    reader = Reader()
    screen = reader.drawn(blank_screen(6, 1), "\x1b[1;1H漢字漢")
    assert text(reader.drawn(screen, "\x1b[1;2Hab")[0]) == " ab 漢"
    assert text(fitted(screen, 3, 1)[0]) == "漢 "


def test_marks_without_end_on_one_letter_are_cut():
    (row,) = drawn("\x1b[1;1Ha" + "\u0301" * 10_000 + "b", lines=1)
    assert len(row[0][0]) <= 16
    assert row[1][0] == "b"


def test_text_outside_of_the_screen_is_left_out():
    assert drawn("\x1b[9;1Hbelow\x1b[1;11Hbeside\x1b[2;8Hacross") == drawn("\x1b[2;8Hacr")


SEQUENCES = ["\x1b]0;owned\x07", "\x1b[2J", "\x1bc", "\x9b2J", "\x1bP1$r\x1b\\", "\u202e", "\x08"]


@pytest.mark.parametrize("hostile", SEQUENCES)
def test_no_sequence_but_places_and_styles_gets_through(hostile):
    (row,) = drawn(f"\x1b[1;1H{hostile}", columns=30, lines=1)
    assert text(row).strip() == visible(hostile)


@given(st.text())
def test_no_cell_holds_what_could_steer_a_terminal(written):
    for row in drawn(f"\x1b[1;1H{written}", columns=40):
        assert all(sign == visible(sign) for sign, _ in row)


def test_the_cursor_is_left_where_the_frame_ends():
    assert cursor_of("\x1b[1;1Htext\x1b[0m\x1b[3;7H") == (2, 6)
    assert cursor_of("\x1b[1;1Htext\x1b[1;1H") is None
    assert cursor_of("\x1b[3;7Htext") is None


def test_what_an_encoding_has_not_is_spelled_otherwise():
    reader = Reader(lambda text: text.replace("│", "|"))
    assert text(reader.drawn(blank_screen(3, 1), "\x1b[1;1Ha│b")[0]) == "a|b"
