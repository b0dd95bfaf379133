"""What reaches terminals of many kinds: colour codes, signs, mouse and questions, at the pty."""

import re

import pytest

from tests.terminal import DIPTYCH, SEEDS, Terminal
from tui.errors import EXIT_TROUBLE

SGR = re.compile(rb"\x1b\[([\d;:]*)m")
PAIR = (*DIPTYCH, *SEEDS[:2])
MOUSE = b"\x1b[?1003h"
EVERY_PANEL = "nsjkssfjffSSKKii"
EVERY_VIEW = "vvvvv"


def codes(sent: bytes) -> set[str]:
    """The colours that were asked for: `31`, `97`, `48;2`, `49` and so on."""
    found: set[str] = set()
    for match in SGR.finditer(sent):
        numbers = match[1].decode().replace(":", ";").split(";")
        while numbers:
            number, *numbers = numbers
            if number in ("38", "48"):
                kind, *numbers = numbers
                found.add(f"{number};{kind}")
                numbers = numbers[1 if kind == "5" else 3 :]
            elif number not in ("", "0", "1", "2", "3", "4", "7", "9"):
                found.add(number)
    return found


def shown_by(
    words: tuple[str, ...], environment: dict[str, str], keys: str = "", first: str = "change"
) -> Terminal:
    """The terminal after these keys, one after the other."""
    with Terminal(words, environment=environment) as terminal:
        terminal.wait_for(first)
        terminal.settle(0.15)
        for key in keys:
            terminal.press(key)
            terminal.settle(0.05)
    return terminal


@pytest.mark.parametrize("theme", [(), ("--theme", "nord")])
@pytest.mark.parametrize("keys", [f"nnnnnn{EVERY_PANEL}", EVERY_VIEW, "w1234561aat?jG", "/war\rnN"])
def test_no_color_sends_no_colour_code_from_the_reader(theme, keys):
    terminal = shown_by((*PAIR, *theme), {"NO_COLOR": "1", "COLORTERM": "truecolor"}, keys)
    assert codes(terminal.sent) == set()


@pytest.mark.parametrize("theme", [(), ("--theme", "textual-light")])
def test_no_color_sends_no_colour_code_from_the_other_screens(theme):
    words = (*DIPTYCH, "seeds/", *theme)
    terminal = shown_by(words, {"NO_COLOR": "1"}, "jj\r/war\r\x1b\x10theme\x1b\x1bR?", "articles")
    assert codes(terminal.sent) == set()


@pytest.mark.parametrize("term", ["linux", "vt100", "screen", "tmux-256color"])
def test_no_color_sends_no_colour_code_to_any_terminal_and_signs_stay(term):
    terminal = shown_by(PAIR, {"NO_COLOR": "1", "TERM": term}, "nnnnnn")
    assert codes(terminal.sent) == set()
    assert any("+ The United States launched" in line for line in terminal.lines)


def test_an_empty_no_color_means_nothing():
    assert codes(shown_by(PAIR, {"NO_COLOR": ""}).sent)


def styles(terminal: Terminal, words: str) -> set[tuple[bool, ...]]:
    """How the cells of the first such words look: bold, underlined, reversed, struck, slanted."""
    lines = terminal.lines
    row = next(n for n, line in enumerate(lines) if n and words in line)
    start = lines[row].index(words)
    cells = [terminal.buffer[row][column] for column in range(start, start + len(words))]
    return {
        (cell.bold, cell.underscore, cell.reverse, cell.strikethrough, cell.italics)
        for cell in cells
        if cell.data != " "
    }


@pytest.mark.parametrize("term", ["xterm", "linux", "vt100"])
def test_without_colour_every_kind_of_change_looks_otherwise(tmp_path, term):
    """Also where nothing can be struck through; what is told by a sign alone has one."""
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    same = "The rest of this paragraph stays as it was in both of the texts, to the end of it."
    left.write_text(
        f"The fine harbour was quietly closed on the orders of the old council. {same}\n\n"
        "A shepherd lost eleven sheep in the hills above the village.\n\n"
        "Volunteers filled sandbags by lamplight until early morning.\n"
    )
    right.write_text(
        f"The fine harbor was closed on the wishes of the old and wise council. {same}\n\n"
        "Nobody had seen the new theatre before the king arrived there.\n\n"
        "Volunteers filled sandbags by lamplight until early morning.\n"
    )
    words = (*DIPTYCH, str(left), str(right))
    terminal = shown_by(words, {"TERM": term, "NO_COLOR": "1"}, "/sandbags\r")
    plain = styles(terminal, "paragraph")
    seen = [
        styles(terminal, each) for each in ("quietly", "wise", "orders", "sandbags", "paragraph")
    ]
    assert all(len(each) == 1 for each in seen)
    assert len(set(map(frozenset, seen))) == len(seen)
    assert styles(terminal, "harbour") != plain
    text = terminal.text
    assert "- A shepherd" in text
    assert "+ Nobody had" in text
    assert "= Volunteers" in text


def test_the_change_in_hand_and_the_line_at_hand_are_known_without_colour():
    terminal = shown_by(PAIR, {"NO_COLOR": "1"}, "nnnnnns")
    assert any(line.startswith("▌") for line in terminal.lines)
    assert sum(line.lstrip().startswith("▌") for line in terminal.lines[-12:]) >= 1


@pytest.mark.parametrize(
    ("term", "more", "theme", "expected"),
    [
        ("xterm-256color", {}, (), "[349][0-9]"),
        ("xterm-256color", {"COLORTERM": "truecolor"}, (), "[349][0-9]"),
        ("xterm-256color", {}, ("--theme", "nord"), "[34]8;5"),
        ("tmux-256color", {}, ("--theme", "nord"), "[34]8;5"),
        ("xterm-256color", {"COLORTERM": "truecolor"}, ("--theme", "nord"), "[34]8;2"),
        ("xterm", {}, ("--theme", "nord"), "[34][0-7]|9[0-7]|10[0-7]"),
        ("linux", {}, (), "[34][0-79]"),
        ("linux", {}, ("--theme", "nord"), "[34][0-79]"),
        ("screen", {}, (), "[34][0-79]"),
        ("vt100", {}, (), "none"),
    ],
)
def test_a_terminal_gets_the_colours_it_has_and_no_others(term, more, theme, expected):
    found = codes(shown_by((*PAIR, *theme), {"TERM": term, **more}, "nsn").sent)
    assert bool(found) is (expected != "none")
    assert [code for code in sorted(found) if not re.fullmatch(expected, code)] == []


@pytest.mark.parametrize(
    ("environment", "words", "asked"),
    [
        ({"TERM": "xterm-256color"}, (), True),
        ({"TERM": "xterm-256color"}, ("--no-mouse",), False),
        ({"TERM": "xterm-256color", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, (), False),
        ({"TERM": "linux"}, (), False),
        ({"TERM": "vt100"}, ("--mouse",), True),
    ],
)
def test_the_mouse_is_asked_for_where_it_is_cheap_or_wanted(environment, words, asked):
    quiet = {"SSH_CONNECTION": "", "SSH_TTY": ""}
    assert (MOUSE in shown_by((*PAIR, *words), quiet | environment).sent) is asked


@pytest.mark.parametrize(("term", "asked"), [("xterm-256color", True), ("linux", False)])
def test_only_a_terminal_of_today_is_asked_to_report_keys_as_kitty_does(term, asked):
    assert (b"\x1b[>" in shown_by(PAIR, {"TERM": term}).sent) is asked


@pytest.mark.parametrize("how", ["--ascii", "encoding"])
def test_where_only_ascii_can_be_written_the_screen_is_level_in_ascii(how):
    environment = {} if how == "--ascii" else {"PYTHONIOENCODING": "ascii"}
    words = (*PAIR, "--ascii") if how == "--ascii" else PAIR
    terminal = shown_by(words, environment, "nn")
    assert terminal.sent.isascii()
    assert b"\\u" not in terminal.sent
    assert len({line.index("|") for line in terminal.lines[:-1]}) == 1
    assert any(line.startswith("*") for line in terminal.lines)


def test_an_old_encoding_keeps_the_letters_it_has(tmp_path):
    for name in ("left.txt", "right.txt"):
        (tmp_path / name).write_text(f"“Café” naïve — {name} 中\n", encoding="utf-8")
    words = (*DIPTYCH, str(tmp_path / "left.txt"), str(tmp_path / "right.txt"))
    sent = shown_by(words, {"PYTHONIOENCODING": "latin-1"}).sent
    assert '"Café" naïve - '.encode("latin-1") in sent
    assert b"??" in sent


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "latin-1"}, {}])
def test_the_plain_form_is_spelled_for_the_terminal(tmp_path, environment):
    for name in ("left.txt", "right.txt"):
        (tmp_path / name).write_text("“Café” naïve — 中\n", encoding="utf-8")
    words = (*DIPTYCH, "show", "--plain", str(tmp_path / "left.txt"))
    with Terminal(words, environment=environment) as terminal:
        terminal.wait_for_end()
        written = (
            '"Café" naïve - ??'.encode("latin-1") if environment else "“Café” naïve — 中".encode()
        )
        assert written in terminal.sent


def test_no_color_sends_no_colour_code_from_the_repair_of_a_page():
    terminal = shown_by((*DIPTYCH, SEEDS[4]), {"NO_COLOR": "1"}, "Rnyp?")
    assert codes(terminal.sent) == set()


def test_a_theme_nobody_knows_is_a_sentence():
    with Terminal((*PAIR, "--theme", "nrod")) as terminal:
        assert terminal.wait_for_end() == EXIT_TROUBLE
        assert "--theme: no theme is called nrod; is nord meant?" in terminal.text
