"""How paragraphs are found in plain text."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import STOCK
from tui.article.plain import blocks_of
from tui.visible import visible

PROSE = (
    "World powers meeting in Paris on Monday gave public backing to military action to fight "
    "Islamic State fighters in Iraq. France sent jets on a reconnaissance mission to Iraq, a step "
    "toward becoming the first ally to join the air campaign there."
)
BLANKS = r"[\s\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164\ufeff\uffa0]"


def paragraphs(text: str) -> list[str]:
    return [piece.text for block in blocks_of(text) for piece in block]


def lines(text: str) -> list[int]:
    return [piece.line for block in blocks_of(text) for piece in block]


def test_blank_lines_part_paragraphs():
    assert paragraphs("One.\n\nTwo.\n\n\n\nThree.\n") == ["One.", "Two.", "Three."]


def test_without_blank_lines_every_line_is_a_paragraph():
    assert paragraphs(f"TEHRAN-\n{PROSE}\n{PROSE} Again.\nVOTE") == [
        "TEHRAN-", PROSE, f"{PROSE} Again.", "VOTE",
    ]  # fmt: skip


def test_lines_between_blank_lines_may_be_paragraphs_of_their_own():
    text = f"Deck that says more\nLeaders pose in Paris (AA)\n\n{PROSE}"
    assert [len(block) for block in blocks_of(text)] == [2, 1]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\u2028", "\u2029"])
def test_every_line_end_ends_a_line(end):
    assert paragraphs(end.join(["One.", "Two.", "", "Three."])) == ["One.", "Two.", "Three."]


def test_mixed_line_ends_are_counted_as_an_editor_counts_them():
    assert lines("One\r\nTwo\rThree\n\nFive\fstill five\n\x0cSix") == [1, 2, 3, 5, 5, 6]


@pytest.mark.parametrize(
    "blank", [" ", "\t", "\u00a0", "\u200b", "\u3000", "\u200f", "\ufeff", "\u00a0 \u2009\u200d"]
)
def test_a_line_of_blanks_of_any_kind_is_blank(blank):
    assert [len(block) for block in blocks_of(f"One\n{blank}\nTwo")] == [1, 1]
    assert blocks_of(f"{blank}\n{blank}") == ()


def test_blanks_inside_stay_and_blanks_at_the_ends_go():
    assert paragraphs(" \u00a0said \u00a0in  Brussels\u3000\u200b") == ["said \u00a0in  Brussels"]


def test_a_tab_is_a_blank_and_controls_are_shown():
    assert paragraphs("a\tb\x1b[2J\x1f\u202e\x85") == ["a b␛[2J␟\ufffd\ufffd"]


def test_a_star_is_not_markdown_here():
    assert paragraphs("*Nato said.\n\n* * *\n\n# one") == ["*Nato said.", "* * *", "# one"]


@pytest.mark.parametrize("width", [35, 60, 72, 100])
def test_hard_wrapped_paragraphs_are_joined(width):
    text = "\n\n".join(textwrap.fill(PROSE, width) for _ in range(3))
    assert paragraphs(text) == [PROSE] * 3


def test_a_wrapped_paragraph_that_was_mended_in_the_middle_is_joined():
    mended = textwrap.fill(PROSE, 72).replace("gave public backing to ", "backed ")
    text = "\n\n".join([textwrap.fill(PROSE, 72)] * 3 + [mended])
    assert paragraphs(text)[3] == mended.replace("\n", " ")


def test_hard_wrapped_paragraphs_need_no_blank_lines():
    text = "\n".join(textwrap.fill(PROSE, 60) for _ in range(4))
    assert paragraphs(text) == [PROSE] * 4
    assert lines(text) == [1, 6, 11, 16]


def test_an_indented_line_begins_a_paragraph():
    wrapped = textwrap.fill(PROSE + " And there it ended with a last line that fills", 60,
                            initial_indent="    ")  # fmt: skip
    assert len(paragraphs("\n".join([wrapped] * 3))) == 3


def test_a_whole_letter_may_be_indented():
    assert paragraphs(textwrap.indent(textwrap.fill(PROSE, 60), "    ")) == [PROSE]


def test_items_of_a_wrapped_list_stay_apart():
    items = [
        textwrap.fill(PROSE, 60, initial_indent="- ", subsequent_indent="  ") for _ in range(3)
    ]
    assert paragraphs("\n".join(items)) == ["- " + PROSE] * 3


def test_a_dash_that_came_to_stand_first_on_a_line_begins_nothing():
    text = (
        "The countries that did attend the meeting in Paris today\n"
        "- while supporting action in Iraq - made no mention at\n"
        "all of Syria, where diplomats face a far tougher task in\n"
        "building an alliance for action, said one who was there."
    )
    assert paragraphs(text) == [text.replace("\n", " ")]


def test_a_verse_is_not_joined():
    verse = [
        "Tyger Tyger, burning bright,",
        "In the forests of the night;",
        "What immortal hand or eye,",
        "Could frame thy fearful symmetry?",
    ]
    assert paragraphs("\n".join(verse * 3)) == verse * 3


def test_rows_of_equal_length_are_not_joined():
    rows = [f"2014-09-15 12:{minute} the server said what it says" for minute in range(10, 40)]
    assert paragraphs("\n".join(rows)) == rows


def test_japanese_lines_are_not_joined():
    rows = [
        "イラクの大統領は月曜日、",
        "世界の指導者たちに向かって支援を求めた。",
        "会議は一日で終わった。",
    ] * 4
    assert paragraphs("\n".join(rows)) == rows


def test_identical_neighbours_are_never_joined():
    line = "Hollande and Masum at the conference in the afternoon of the"
    text = "\n".join([textwrap.fill(PROSE, 60)] * 3 + [line, line])
    assert paragraphs(text)[-2:] == [line, line]


def test_a_ruler_is_never_joined():
    text = f"{textwrap.fill(PROSE, 60)}\n{'-' * 60}\n{textwrap.fill(PROSE, 60)}"
    assert paragraphs(text) == [PROSE, "-" * 60, PROSE]


words = st.sampled_from([*STOCK, "-", "*", "1.", "\x1b[2J", "\u202e", "\x85"]) | st.text(max_size=6)
ends = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\v", "\u2028", "\n\u00a0\n", "\n  ", "\t"])
any_texts = st.text() | st.lists(words | ends).map(" ".join) | st.lists(words | ends).map("".join)
wrapped_texts = st.builds(
    lambda paragraphs, width, between: between.join(
        textwrap.fill(" ".join(paragraph), width) for paragraph in paragraphs
    ),
    st.lists(st.lists(st.sampled_from(STOCK), min_size=1, max_size=60), max_size=5),
    st.integers(min_value=20, max_value=130),
    st.sampled_from(["\n", "\n\n"]),
)


@given(any_texts | wrapped_texts)
def test_nothing_is_lost_or_carried_elsewhere(text):
    assert re.sub(BLANKS, "", "".join(paragraphs(text))) == visible(
        re.sub(BLANKS.replace("\\s", " \t\n\r\v\f\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f"
                              "\\u205f\\u3000"), "", text)
    )  # fmt: skip


@given(any_texts | wrapped_texts)
def test_every_paragraph_is_harmless_on_one_line_and_not_blank(text):
    for paragraph in paragraphs(text):
        assert paragraph == paragraph.strip() != ""
        assert paragraph == visible(paragraph)


@given(any_texts | wrapped_texts)
def test_lines_ascend_and_lie_in_the_file(text):
    numbers = lines(text)
    assert numbers == sorted(numbers)
    assert all(1 <= number <= len(re.split("\r\n|\r|\n", text)) for number in numbers)


@given(any_texts)
def test_paragraphs_one_to_a_block_are_found_again(text):
    found = [piece.text for block in blocks_of(text) for piece in block]
    assert paragraphs("\n\n".join(found)) == found
