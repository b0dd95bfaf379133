"""The lists below the panes: the style ledger, facts and quotations, the summary."""

import pytest

from tests.app.test_kinds import LEFT, RIGHT
from tests.app.test_reader import PARAGRAPHS, REWORDED, line_with
from tui.app.screens.library import LibraryScreen
from tui.app.widgets.line_panel import LinePanel
from tui.app.widgets.why_panel import WhyPanel


def listed(reader) -> list[str]:
    """The lines of the open list; none while there is none."""
    return [line for panel in reader.app.screen.query(LinePanel) for line in panel.lines]


async def test_the_ledger_lists_patterns_and_enter_goes_from_place_to_place(open_texts):
    left = [*LEFT, "The colour of the flag was never settled by the council."]
    right = [*RIGHT, "The colour of the flag was not ever settled by the council."]
    async with open_texts(left, right) as reader:
        await reader.press("s")
        assert listed(reader) == ["colour → color ×2 · spelling · kept 1"]
        rows = []
        for words in ("1 of 2", "2 of 2", "kept 1 of 1", "1 of 2"):
            await reader.press("enter")
            assert reader.status == f"colour → color · {words}"
            assert reader.app.screen.spot.row in reader.panes.rows_in_view()
            rows.append(reader.app.screen.spot.row)
            assert listed(reader)
        assert rows == [0, 4, 7, 0]
        await reader.press("n")
        assert reader.status.startswith("change 2 of 7 · reworded · quotation")
        assert listed(reader)
        await reader.press("s")
        assert not listed(reader)


async def test_the_place_gone_to_is_marked_until_the_list_is_closed(open_texts):
    async with open_texts(LEFT, RIGHT) as reader:

        def reversed_words() -> str:
            strips = reader.app.screen._compositor.render_strips()
            return "|".join(s.text for strip in strips for s in strip if s.style.reverse)

        await reader.press("s", "enter")
        assert reversed_words() == "colour|color"
        await reader.press("s")
        assert reversed_words() == ""
        assert reader.status.startswith("change 1 of 6 · style")


async def test_facts_and_quotations_are_listed_apart_with_both_wordings(open_texts):
    async with open_texts(LEFT, RIGHT) as reader:
        await reader.press("f")
        assert listed(reader) == [
            "fact number, unit, date  an hour → 3,000 seconds  ¶3",
            "quotation                flood → water  ¶2",
        ]
        await reader.press("j", "enter")
        assert reader.status == "quotation · flood → water · ¶2"
        assert line_with(reader.lines, "“I saw nothing").startswith("▌Q ")


async def test_the_summary_says_sentences_and_the_longest_stretch_leads_there(open_seeds):
    async with open_seeds(0, 1, size=(80, 40)) as reader:
        await reader.press("S")
        assert listed(reader)[0].startswith("The left has ")
        await reader.press("enter")
        assert reader.status == "this line leads nowhere"
        last = len(listed(reader)) - 1
        assert listed(reader)[last].startswith("The longest stretch")
        await reader.press(*["down"] * (last + 3), "enter")
        assert "the longest stretch that is the same begins in ¶" in reader.status
        assert reader.app.screen.spot.row in reader.panes.rows_in_view()


async def test_one_panel_is_open_at_a_time(open_texts):
    async with open_texts(LEFT, RIGHT, size=(80, 40)) as reader:
        for key in ("s", "i", "f", "K", "i", "S"):
            await reader.press(key)
            panels = [*reader.app.screen.query(LinePanel), *reader.app.screen.query(WhyPanel)]
            assert len(panels) == 1
            assert isinstance(panels[0], WhyPanel if key == "i" else LinePanel)
        await reader.press("escape")
        assert not listed(reader)


async def test_escape_closes_the_list_before_it_leaves(open_seeds):
    async with open_seeds() as reader:
        await reader.press("c", "s", "escape")
        assert not isinstance(reader.app.screen, LibraryScreen)
        assert not listed(reader)
        await reader.press("escape")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_arrows_and_ends_are_those_of_the_list_and_pages_those_of_the_text(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("s", "j", "down", "k")
        (panel,) = reader.app.screen.query(LinePanel)
        assert (panel.cursor, reader.panes.top_row) == (1, 0)
        await reader.press("space")
        assert panel.cursor == 1
        assert reader.panes.top_row > 0
        await reader.press("G")
        assert panel.cursor == len(panel.lines) - 1
        await reader.press("g")
        assert panel.cursor == 0
        await reader.press("s", "g", "j")
        assert not listed(reader)
        assert reader.panes.top_row == 0


@pytest.mark.parametrize(("key", "words"), [("s", "no form stands"), ("f", "no fact differs")])
async def test_an_empty_list_is_a_sentence(open_texts, key, words):
    async with open_texts(PARAGRAPHS, PARAGRAPHS) as reader:
        await reader.press(key)
        assert reader.status.startswith(words)
        assert not listed(reader)


async def test_before_the_pairs_are_made_there_is_no_list(open_texts, slow_pairing):
    async with open_texts(PARAGRAPHS, REWORDED, wait=False) as reader:
        await reader.until(lambda: reader.status.startswith("pairing"))
        await reader.pilot.press("s", "f", "S", "K", "enter")
        slow_pairing.go_on()
        await reader.settled()
        assert not listed(reader)


@pytest.mark.parametrize("key", ["x", "t"])
async def test_another_pairing_closes_the_list(open_texts, key):
    async with open_texts(LEFT, RIGHT) as reader:
        await reader.press("s", "enter", key)
        assert not listed(reader)
        assert reader.app.screen.spot is None


async def test_a_search_and_a_place_of_a_list_take_turns(open_texts):
    async with open_texts(LEFT, RIGHT) as reader:
        await reader.press("slash", *"river", "enter", "s", "enter")
        assert reader.status == "colour → color · 1 of 2"
        await reader.press("slash", *"river", "enter")
        assert reader.status.startswith("match 1 of 2")


async def test_scrolling_away_lets_go_of_the_place(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("s", "enter", "space", "space", "space")
        assert reader.status.startswith("69 changes")


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (10, 3), (40, 8)])
async def test_a_tiny_screen_does_not_crash(open_seeds, size):
    async with open_seeds(0, 1, size=size) as reader:
        for key in "sfSK":
            await reader.press(key, "j", "j", "enter", "v", "n", "k", "space")
        assert listed(reader)


async def test_a_long_list_scrolls_with_its_cursor(open_seeds):
    async with open_seeds(0, 1, size=(40, 16)) as reader:
        await reader.press("f")
        (panel,) = reader.app.screen.query(LinePanel)
        assert panel.size.height <= 10
        for _ in range(len(panel.lines)):
            await reader.press("j")
            assert any(line.startswith("▌ ") for line in reader.lines[-panel.size.height - 1 : -1])
        assert panel.cursor == len(panel.lines) - 1
