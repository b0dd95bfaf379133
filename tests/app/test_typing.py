"""Keys: plain ones for everything, and none lost that is typed ahead."""

import re

import pytest

from tests.terminal import DIPTYCH, SEEDS, Terminal
from tui.commands import COMMANDS

PAIR = (*DIPTYCH, *SEEDS[:2])
PLAIN = re.compile(
    "[A-Za-z0-9]|up|down|left|right|enter|escape|tab|space|backspace|pageup|pagedown|home|end"
    "|slash|question_mark"
)


def test_every_command_but_the_palette_and_the_shell_has_a_plain_key():
    without = [
        command.id for command in COMMANDS if not any(PLAIN.fullmatch(key) for key in command.keys)
    ]
    assert without == ["command_palette", "suspend_process"]


def test_escape_is_the_only_key_of_one_command_alone():
    """An old terminal is slow to tell it from the beginning of another key."""
    only = [command.id for command in COMMANDS if command.keys == ("escape",)]
    assert only == ["back"]


@pytest.mark.parametrize("words", [PAIR, (*DIPTYCH, "seeds/")])
def test_what_is_typed_at_once_with_the_slash_is_for_the_line(words):
    with Terminal(words) as terminal:
        terminal.wait_for("quit")
        terminal.settle()
        terminal.press("/qwar")
        terminal.wait_for("qwar")
        terminal.press("\x7f" * 4)
        terminal.settle()
        terminal.press("war\r")
        terminal.wait_for("“war”")


def test_a_search_typed_in_one_go_is_carried_out():
    with Terminal(PAIR) as terminal:
        terminal.wait_for("69 changes")
        terminal.settle()
        terminal.press("/war\r")
        terminal.wait_for("for “war”")


@pytest.mark.parametrize(
    "keys",
    [
        ("\x10", "swap", "\x1b[B\r\r"),
        ("\x10", "swap", "\r\r\r\r"),
        ("\x10swap\r\r\r",),
        ("\x10", "theme", "\r\r", "\r\r\r"),
        ("\x10", "swap", "\x1b[B\r\x1b"),
    ],
)
def test_enter_pressed_twice_in_the_palette_breaks_nothing(keys):
    with Terminal(PAIR) as terminal:
        terminal.wait_for("69 changes")
        for each in keys:
            terminal.press(each)
            terminal.settle(0.4)
        terminal.press("\x1b")
        terminal.settle(0.4)
        assert "Error" not in terminal.text
        terminal.press("\x03")
        assert terminal.wait_for_end() == 0


def test_what_is_typed_at_once_with_the_palettes_key_is_looked_for():
    with Terminal(PAIR) as terminal:
        terminal.wait_for("69 changes")
        terminal.settle()
        terminal.press("\x10swap")
        terminal.wait_for("Swap sides")


def test_a_key_before_the_palettes_is_obeyed_first():
    with Terminal(PAIR) as terminal:
        terminal.wait_for("69 changes")
        terminal.press("?")
        terminal.wait_for("In the reader")
        terminal.press("q\x10")
        terminal.wait_for("Search for commands")
        terminal.press("\x1b")
        terminal.wait_for("69 changes")
