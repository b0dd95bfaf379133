"""Our six colours: there, readable, and told apart by people who see no red or green."""

import re
from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tests.app.conftest import pair_of, running
from tests.strategies import article_of
from tui.app.theme import colours, first_theme
from tui.errors import UsageError
from tui.terminal import Colours, Wish

KNOWN = sorted(BUILTIN_THEMES)

READABLE = 4.5
"""Contrast that WCAG asks of body text."""


def luminance(color: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["textual-dark", "textual-light"])
def test_every_colour_is_readable_in_textuals_dark_and_light_theme(name):
    theme = BUILTIN_THEMES[name]
    background = Color.parse(theme.to_color_system().generate()["background"])
    for variable, value in colours(dark=theme.dark, ansi=False).items():
        assert contrast(Color.parse(value), background) >= READABLE, variable


@pytest.mark.parametrize("dark", [True, False])
def test_added_and_removed_are_not_red_against_green(dark):
    """Blue against orange: to somebody without red or green, blue is what is left."""
    found = colours(dark=dark, ansi=False)
    added, removed = Color.parse(found["added"]), Color.parse(found["removed"])
    assert added.b - added.r > 80
    assert removed.r - removed.b > 80


@pytest.mark.parametrize(("dark", "ansi"), [(d, a) for d in (True, False) for a in (True, False)])
def test_each_kind_of_theme_has_all_six_colours_and_changes_differ(dark, ansi):
    found = colours(dark=dark, ansi=ansi)
    assert set(found) == {"added", "removed", "reworded", "moved", "quiet", "note"}
    changes = [found[name] for name in ("added", "removed", "reworded", "moved")]
    assert all(one != other for one, other in combinations(changes, 2))


def test_a_terminal_of_eight_colours_gets_no_bright_ones():
    found = colours(dark=True, ansi=True, most=Colours.EIGHT)
    assert found.keys() == colours(dark=True, ansi=True).keys()
    assert not any("bright" in value for value in found.values())
    changes = [found[name] for name in ("added", "removed", "reworded", "moved")]
    assert all(one != other for one, other in combinations(changes, 2))


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
async def test_the_reader_opens_in_every_theme(theme):
    articles = (article_of(["One two three four five."]), article_of(["One two 3 four five."]))
    async with running(pair_of(*articles), (60, 10)) as reader:
        reader.app.theme = theme
        await reader.settled()
        assert "One two three" in reader.text


def test_the_first_theme_is_the_terminals_own_colours():
    assert first_theme(None, {}, KNOWN) == "ansi-dark"
    assert first_theme(None, {"COLORFGBG": "15;0"}, KNOWN) == "ansi-dark"
    assert first_theme(None, {"COLORFGBG": "0;default;15"}, KNOWN) == "ansi-light"


def test_the_readers_wish_goes_over_the_environment():
    variables = {"TEXTUAL_THEME": "no-such,nord,gruvbox"}
    assert first_theme(None, variables, KNOWN) == "nord"
    assert first_theme(Wish("gruvbox", "--theme"), variables, KNOWN) == "gruvbox"


@pytest.mark.parametrize(
    ("wish", "variable", "message"),
    [
        (Wish("nrod", "--theme"), "nord", "--theme: no theme is called nrod; is nord meant?"),
        (None, "nrod", "TEXTUAL_THEME: no theme is called nrod; is nord meant?"),
        (Wish("zzz", "a.toml: theme"), "", "a.toml: theme: no theme is called zzz; there are "),
    ],
)
def test_a_theme_that_nobody_knows_is_told_where_it_was_named(wish, variable, message):
    with pytest.raises(UsageError, match=re.escape(message)):
        first_theme(wish, {"TEXTUAL_THEME": variable}, KNOWN)
