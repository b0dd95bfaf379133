"""What the environment tells of the terminal."""

import pytest

from tui.terminal import Abilities, Colours, abilities_of

MODERN = ["xterm-256color", "xterm", "tmux-256color", "xterm-kitty", "alacritty", "foot"]
OLD = ["linux", "vt100", "vt220", "screen", "screen-256color", "ansi"]


@pytest.mark.parametrize("term", MODERN)
def test_a_terminal_of_today_can_do_all_there_is(term):
    found = abilities_of({"TERM": term}, "utf-8")
    assert found.screen
    assert found.strikes
    assert found.mouse
    assert found.answers


@pytest.mark.parametrize("term", OLD)
def test_of_an_old_name_nothing_is_expected_that_was_invented_later(term):
    found = abilities_of({"TERM": term}, "utf-8")
    assert found.screen
    assert not found.strikes
    assert not found.mouse
    assert not found.answers


@pytest.mark.parametrize("environment", [{}, {"TERM": ""}, {"TERM": "dumb"}, {"TERM": "unknown"}])
def test_no_screen_is_drawn_where_none_can_be(environment):
    assert not abilities_of(environment, "utf-8").screen


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm"}, Colours.SIXTEEN),
        ({"TERM": "linux"}, Colours.EIGHT),
        ({"TERM": "xterm-256color"}, Colours.MANY),
        ({"TERM": "screen-256color"}, Colours.MANY),
        ({"TERM": "tmux-256color"}, Colours.MANY),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Colours.TRUE),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, Colours.TRUE),
        ({"TERM": "vt100"}, Colours.NONE),
        ({"TERM": "vt100", "COLORTERM": "truecolor"}, Colours.TRUE),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": "0", "COLORTERM": "truecolor"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Colours.MANY),
    ],
)
def test_colours_are_as_many_as_the_terminal_has(environment, colours):
    assert abilities_of(environment, "utf-8").colours is colours


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_the_mouse_is_left_alone_through_ssh(variable):
    assert not abilities_of({"TERM": "xterm", variable: "x"}, "utf-8").mouse


def test_an_output_without_an_encoding_is_ascii():
    assert abilities_of({"TERM": "xterm"}, None).encoding == "ascii"
    assert Abilities().encoding == "utf-8"
