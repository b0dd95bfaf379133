"""The panel that tells why the paragraphs at hand are paired."""

from dataclasses import replace

import pytest

from tests.app.test_reader import MOVED, PARAGRAPHS, REWORDED, line_with
from tests.strategies import article_of
from tui.app.screens.library import LibraryScreen
from tui.app.widgets.why_panel import WhyPanel


def said(reader) -> list[str]:
    """The sentences of the panel; none while it is closed."""
    return [line for panel in reader.app.screen.query(WhyPanel) for line in panel.said.split("\n")]


async def test_i_tells_why_the_change_in_hand_is_one_and_closes_again(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("n", "i")
        pair, words, runner_up = said(reader)
        assert pair.startswith("¶4 on the left and ¶4 on the right, ")
        assert pair.endswith(" % alike: they have words in common.")
        assert words.startswith("Both have: river, rose, metres, ")
        assert runner_up.startswith("Next best: ¶")
        assert line_with(reader.lines, "The river rose").startswith("▌! ")
        await reader.press("i")
        assert said(reader) == []
        assert line_with(reader.lines, "The river rose").startswith("▌! ")


async def test_with_no_change_in_hand_it_is_about_the_first_row_in_view_and_marks_it(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("i")
        assert said(reader)[0] == (
            "¶1 on the left and ¶1 on the right, 100 % alike: the text is the same."
        )
        assert line_with(reader.lines, "The council met").startswith("▌=")
        await reader.press("escape")
        assert said(reader) == []
        assert line_with(reader.lines, "The council met").startswith(" =")


async def test_a_paragraph_that_stands_alone_is_told_what_came_nearest(open_texts):
    right = ["Bread was dear on the square that year.", *PARAGRAPHS]
    async with open_texts(PARAGRAPHS, right) as reader:
        await reader.press("n", "i")
        alone, nearest = said(reader)
        assert alone == "¶1 on the right: nothing on the left is enough like it."
        assert nearest.startswith("Nearest: ¶6 on the left, ")
        assert nearest.endswith("“A bakery on the square gave bread away to everyone who…”")


async def test_the_open_panel_goes_with_the_change_in_hand(open_texts):
    right = ["Bread was dear on the square that year.", *REWORDED]
    async with open_texts(PARAGRAPHS, right) as reader:
        await reader.press("n", "i", "n")
        assert said(reader)[0].startswith("¶4 on the left and ¶5 on the right")
        await reader.press("p")
        assert said(reader)[0].startswith("¶1 on the right:")


async def test_a_move_is_told_as_one_pair(open_texts):
    async with open_texts(PARAGRAPHS, MOVED) as reader:
        await reader.press("n", "i")
        assert said(reader)[0] == (
            "¶1 on the left and ¶6 on the right, 100 % alike: "
            "the text is the same, and the passage moved."
        )


async def test_two_texts_without_a_common_word_have_no_nearest(open_texts):
    async with open_texts(["Frost lay."], ["Nobody came here."]) as reader:
        await reader.press("i")
        assert said(reader)[1] == "No other paragraph has a word of it."


async def test_what_is_set_aside_has_no_why(open_articles):
    left, right = article_of(PARAGRAPHS, "left"), article_of(PARAGRAPHS, "right")
    left = replace(left, paragraphs=(replace(left.paragraphs[0], aside=True), *left.paragraphs[1:]))
    async with open_articles(left, right) as reader:
        await reader.press("i")
        assert said(reader) == []
        assert reader.status == "set aside, and so not compared"


async def test_before_the_pairs_are_made_there_is_no_why(open_texts, slow_pairing):
    async with open_texts(PARAGRAPHS, REWORDED, wait=False) as reader:
        await reader.until(lambda: reader.status.startswith("pairing"))
        await reader.pilot.press("i")
        slow_pairing.go_on()
        await reader.settled()
        assert said(reader) == []


@pytest.mark.parametrize("key", ["x", "t"])
async def test_another_pairing_closes_the_panel(open_texts, key):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("n", "i", key)
        assert said(reader) == []


async def test_escape_closes_the_panel_before_it_leaves(open_seeds):
    async with open_seeds() as reader:
        await reader.press("c", "i", "escape")
        assert not isinstance(reader.app.screen, LibraryScreen)
        await reader.press("escape")
        assert isinstance(reader.app.screen, LibraryScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 24), (120, 40)])
async def test_the_panel_is_on_the_screen_below_the_row_it_is_about(open_seeds, size):
    async with open_seeds(0, 1, size=size) as reader:
        await reader.press("n", "n", "n", "n", "i")
        lines = reader.lines
        marked = [number for number, line in enumerate(lines) if line[:2] in ("▌!", "▌~", "▌·")]
        panel = next(n for n, line in enumerate(lines) if line.startswith("  ¶3 on the left"))
        assert marked
        assert marked[0] < panel
        assert any("Next best" in line for line in lines[panel:])


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (10, 3), (40, 8)])
async def test_a_tiny_screen_does_not_crash(open_seeds, size):
    async with open_seeds(0, 1, size=size) as reader:
        await reader.press("i", "n", "v", "n", "space", "i", "i")
        assert said(reader)
