"""How paragraphs are found in plain text."""

import re
import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import STOCK
from tui.article.plain.lines import Line, clean, cut, lines_of, one_line
from tui.article.plain.paragraphs import blocks_of, part
from tui.article.plain.wrapping import Wrapping
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


def test_a_poem_between_wrapped_paragraphs_stays_line_by_line():
    poem = ["so much depends", "upon", "a red wheel", "barrow", "glazed with rain"]
    text = "\n\n".join([textwrap.fill(PROSE, 72), "\n".join(poem), textwrap.fill(PROSE, 72)])
    assert paragraphs(text) == [PROSE, *poem, PROSE]


def test_an_address_between_wrapped_paragraphs_stays_line_by_line():
    address = ["Jane Doe", "c/o the paper", "12 Long Street, Leeds"]
    text = "\n\n".join([textwrap.fill(PROSE, 72), "\n".join(address), textwrap.fill(PROSE, 72)])
    assert paragraphs(text) == [PROSE, *address, PROSE]


def test_a_table_as_wide_as_the_prose_stays_line_by_line():
    rows = [f"{name:<30}{year:<30}{'somewhat':>12}" for name, year in
            (("Iran", 2011), ("iraq", 2012), ("syria", 2013), ("jordan", 2014))]  # fmt: skip
    text = "\n\n".join([textwrap.fill(PROSE, 72), "\n".join(rows), textwrap.fill(PROSE, 72)])
    assert paragraphs(text) == [PROSE, *rows, PROSE]


def test_a_wrapped_letter_may_be_followed_by_one_paragraph_a_line():
    text = "\n\n".join([textwrap.fill(PROSE, 72)] * 3 + [f"{PROSE}\n{PROSE} Again.\n{PROSE}"])
    assert paragraphs(text) == [PROSE] * 4 + [f"{PROSE} Again.", PROSE]


def test_a_text_may_be_wrapped_at_two_widths():
    text = "\n\n".join([textwrap.fill(PROSE, 72)] * 4 + [textwrap.fill(PROSE, 46)] * 4)
    assert paragraphs(text) == [PROSE] * 8


def test_lines_that_were_broken_by_hand_are_joined():
    ragged = textwrap.fill(PROSE, 72).replace("reconnaissance\n", "\nreconnaissance ")
    text = "\n\n".join([*[textwrap.fill(PROSE, 72)] * 3, ragged])
    assert [" ".join(each.split()) for each in paragraphs(text)] == [PROSE] * 4


def test_double_spaced_lines_are_joined():
    spaced = textwrap.fill(PROSE, 30).replace("\n", "\n\n")
    text = "\n\n\n".join([spaced] * 4)
    assert paragraphs(text) == [PROSE] * 4
    assert lines(text) == [1, 20, 39, 58]


def test_a_hanging_indent_goes_on():
    item = textwrap.fill("[1] " + PROSE, 60, subsequent_indent="    ")
    assert paragraphs(f"{item}\n{item}") == ["[1] " + PROSE] * 2


def test_a_tab_is_as_wide_as_it_is_seen():
    text = textwrap.indent(textwrap.fill(PROSE, 60), "\t")
    assert paragraphs(text) == [PROSE]


def test_quoted_mail_is_no_part_of_its_answer():
    quote = textwrap.indent(textwrap.fill(PROSE, 60), "> ")
    found = paragraphs(f"{quote}\n{textwrap.fill(PROSE, 60)}\n{quote}")
    assert [each.startswith("> ") for each in found] == [True, False, True]
    assert found[1] == PROSE


def wrapped_at(text: str, first: str, second: str) -> str:
    """A text of four lines, the second broken between `first` and `second`."""
    rows = [
        "The countries that did attend the meeting in Paris today",
        f"and said in so many words what {'x' * (24 - len(first))} {first}",
        f"{second} has been said before by those who are supporting",
        "action in Iraq and made no mention of Syria at all.",
    ]
    return "\n".join([*rows, "", text])


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "joined"),
    [
        ("exam-", "ple", "An example.", "example"),
        ("exam-", "ple", "Example: none.", "example"),
        ("exam-", "ple", "No such word.", "exam-ple"),
        ("well-", "known", "It is well-known.", "well-known"),
        ("well-", "known", "It is well-known, and wellknown too.", "well-known"),
        ("U.S.-", "led", "Nothing.", "U.S.-led"),
        ("exam\xad", "ple", "Nothing.", "example"),
        ("pre-", "and post-war", "Nothing.", "pre- and post-war"),
        ("said", "- and", "Nothing.", "said - and"),
    ],
)
def test_a_hyphen_at_a_line_end_is_undone_when_the_text_has_the_whole_word(
    first, second, elsewhere, joined
):
    found = paragraphs(wrapped_at(elsewhere, first, second))
    assert len(found) == 2
    assert f" {joined} " in found[0]


def test_a_soft_hyphen_is_undone_even_where_nothing_is_wrapped():
    assert paragraphs("An exam\xad\nple of it.\nAnother.") == ["An example of it.", "Another."]


def test_wrapped_lines_without_blanks_between_words_get_none():
    row = "の指導者たちに向かって支援を求めた会議は一日で終わったと言う人々"
    assert paragraphs("\n".join([row + "も", row + "が", row + "は", "終わる。"])) == [
        f"{row}も{row}が{row}は終わる。"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("An exam\xad\nple", "one paragraph a line"),
        (PROSE, "blocks between blank lines"),
        (f"{PROSE}\n\n{PROSE}", "blocks between blank lines"),
        (f"{PROSE}\n{PROSE}\n{PROSE}", "one paragraph a line"),
        ("\n\n".join([textwrap.fill(PROSE, 72)] * 3), "hard-wrapped at 72 characters"),
        ("\n\n".join([textwrap.fill(PROSE, 72)] * 3 + ["\n".join([PROSE + "!", PROSE] * 3)]),
         "mixed: hard-wrapped at 72 characters, one paragraph a line"),
        ("\n\n".join([textwrap.fill(PROSE, 72)] * 3 + ["Tyger\nburning\nbright"]),
         "mixed: hard-wrapped at 72 characters, line by line"),
        (f"{PROSE}\n{PROSE}!\n\n{PROSE}",
         "mixed: blocks between blank lines, one paragraph a line"),
    ],
)  # fmt: skip
def test_how_the_paragraphs_were_found_is_told_in_a_few_words(text, found):
    assert part(cut(text)).found == found


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


# Characters that are blank, joiners or hyphens, and so may go where lines are joined.
FREE = r"[ \t\n\r\v\f\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# A byte order mark goes at a line's end and is shown inside it.
FREE += "\ufffd" + BLANKS.removeprefix(r"[\s").removesuffix("]") + r"\-‐]"
fuzz = settings(max_examples=50_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def inked(text: str) -> str:
    """The signs that must not get lost, as they are shown."""
    return re.sub(FREE, "", visible(re.sub(FREE, "", text)))


@pytest.mark.parametrize("dress", ["{}", "“{}”", "    {}"])
@pytest.mark.parametrize("length", [120, 200, 500, 3_000])
def test_what_is_told_at_once_is_told_alike_line_by_line(monkeypatch, dress, length):
    texts = [dress.format((PROSE * 20)[at : at + length].strip()) for at in range(0, 900, 30)]
    text = "\n\n".join(textwrap.fill(each, 72) for each in texts)
    at_once = part(cut(text))
    monkeypatch.setattr(Wrapping, "is_filled", lambda *_: False)
    assert part(cut(text)) == at_once


def check_lines(text: str) -> None:
    rows = re.split("\r\n|\r|\n", text)
    found = list(lines_of(text))
    assert [line.number for line in found] == sorted(line.number for line in found)
    assert {line.number for line in found} == set(range(1, len(rows) + 1))
    assert all(line.text == clean(line.text) == visible(line.text) for line in found)
    assert inked("".join(line.text for line in found)) == inked(text)
    assert one_line(text) == " ".join(line.text for line in found if line.text)


def check_paragraphs(text: str) -> None:
    parted = part(cut(text))
    pieces = [piece for block in parted.blocks for piece in block]
    assert inked("".join(piece.text for piece in pieces)) == inked(text)
    for piece in pieces:
        assert piece.text == piece.text.strip() != ""
        assert piece.text == visible(piece.text)
    numbers = [piece.line for piece in pieces]
    assert numbers == sorted(numbers)
    assert all(1 <= number <= len(re.split("\r\n|\r|\n", text)) for number in numbers)
    assert all(parted.blocks)
    assert bool(parted.found) == bool(pieces)


@given(any_texts | wrapped_texts)
def test_lines_are_clean_and_nothing_of_them_is_lost(text):
    check_lines(text)


@given(any_texts | wrapped_texts)
def test_paragraphs_are_harmless_and_nothing_of_them_is_lost(text):
    check_paragraphs(text)


@pytest.mark.slow
@fuzz
@given(any_texts | wrapped_texts)
def test_a_great_many_texts_give_clean_lines(text):
    check_lines(text)


@pytest.mark.slow
@fuzz
@given(any_texts | wrapped_texts)
def test_a_great_many_texts_give_harmless_paragraphs(text):
    check_paragraphs(text)


@given(any_texts)
def test_paragraphs_one_to_a_block_are_found_again(text):
    found = paragraphs(text)
    assert paragraphs("\n\n".join(found)) == found


def test_a_line_knows_its_number_and_its_indent():
    assert list(lines_of("One\n  \u3000Two\f\n\tThree")) == [
        Line("One", 1, 0), Line("Two", 2, 3), Line("", 2, 0), Line("Three", 3, 8),
    ]  # fmt: skip
