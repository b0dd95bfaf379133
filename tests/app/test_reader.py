"""The reader's keys, and what they bring to the screen."""

import re
from dataclasses import replace

import pytest

from tests.strategies import article_of
from tui.app.screens import work as work_module
from tui.app.screens.library import LibraryScreen
from tui.app.screens.reader import ReaderScreen
from tui.compare import CompareOptions, Kind, Regime, Side
from tui.layout import View

PARAGRAPHS = [
    "The council met on Monday to discuss the budget for the coming year.",
    "Outside, a crowd of teachers demanded higher wages and smaller classes.",
    "Trains to the capital ran an hour late because of fallen trees.",
    "The river rose two metres in the night and flooded the lower town.",
    "Volunteers filled sandbags by lamplight until the early morning hours.",
    "A bakery on the square gave bread away to everyone who helped.",
]
REWORDED = [text.replace("two metres", "three metres") for text in PARAGRAPHS]
MOVED = [*PARAGRAPHS[1:], PARAGRAPHS[0]]


def line_with(lines: list[str], text: str) -> str:
    """The first line below the titles that has a text."""
    return next(line for line in lines[1:] if text in line)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_world_powers_faces_its_partner(open_seeds, size):
    async with open_seeds(0, 1, size=size) as reader:
        line = line_with(reader.lines, "World powers meeting")
        assert line.count("World powers meeting") == 2


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_added_air_strike_paragraph_faces_a_gap(open_seeds, size):
    async with open_seeds(0, 1, size=size) as reader:
        await reader.press("n", "n", "n", "n", "n", "n")
        assert reader.status.startswith("change 6 of 69 · added")
        left, _, right = line_with(reader.lines, "The United States launched").partition("│")
        assert left.strip() in ("", "▌")
        assert right.startswith("+ The United States launched")


async def test_nothing_of_the_appended_stories_is_paired(open_seeds):
    async with open_seeds(0, 1) as reader:
        comparison = reader.panes.comparison
        texts = [paragraph.text for paragraph in comparison.left.paragraphs]
        appended = next(n for n, text in enumerate(texts) if text.startswith("Clashes as Iraq"))
        for row in comparison.rows:
            if row.left and row.left[-1] >= appended:
                assert row.kind is Kind.REMOVED


async def test_two_tellings_pair_what_is_parallel_and_nothing_unrelated(open_seeds):
    async with open_seeds(2, 3) as reader:
        comparison = reader.panes.comparison
        paired = [row for row in comparison.rows if row.left and row.right]
        assert not any(row.kind is Kind.MOVED for row in comparison.rows)
        (row,) = paired
        assert "the response must also be global" in comparison.left.paragraphs[row.left[0]].text
        assert "the response must be global" in comparison.right.paragraphs[row.right[0]].text


async def test_n_and_p_go_from_change_to_change_and_stop_at_the_ends(open_texts):
    right = ["A new first paragraph that nobody has seen before today.", *REWORDED]
    async with open_texts(PARAGRAPHS, right) as reader:
        assert reader.status == "2 changes · two versions"
        await reader.press("n")
        assert reader.status == "change 1 of 2 · added"
        await reader.press("n")
        assert reader.status == "change 2 of 2 · reworded · fact: two → three"
        await reader.press("n")
        assert reader.status == "no change below"
        await reader.press("p")
        assert reader.status == "change 1 of 2 · added"
        await reader.press("p")
        assert reader.status == "no change above"


async def test_the_change_in_hand_is_marked_in_the_gutter(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("n")
        assert line_with(reader.lines, "The river rose").startswith("▌! The river rose")
        assert line_with(reader.lines, "A bakery").startswith(" = A bakery")


async def test_a_change_in_view_is_taken_in_hand_without_scrolling(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED, size=(120, 40)) as reader:
        before = reader.lines[1]
        await reader.press("n")
        assert reader.lines[1] == before


async def test_scrolling_away_lets_go_of_the_change(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("n")
        assert reader.status.startswith("change 1 of")
        await reader.press("G")
        assert reader.status.startswith("69 changes")
        await reader.press("p")
        number = int(reader.status.split()[1])
        assert number > 40


async def test_tab_jumps_between_the_ends_of_a_move(open_texts):
    async with open_texts(PARAGRAPHS, MOVED) as reader:
        await reader.press("n")
        assert reader.status == "change 1 of 1 · moved"
        assert line_with(reader.lines, "The council met").startswith("▌> The council met")
        assert "moved to ¶6" in reader.text
        await reader.press("tab")
        row = reader.app.screen.session.row
        assert reader.panes.comparison.rows[row].right == (5,)
        assert row in reader.panes.rows_in_view()
        assert "moved from ¶1" in reader.text
        await reader.press("tab")
        assert reader.panes.comparison.rows[reader.app.screen.session.row].left == (0,)


async def test_tab_without_a_move_says_so(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("tab")
        assert reader.status == "no moved passage in view"


async def test_v_goes_through_the_views_and_keeps_the_place(open_seeds):
    async with open_seeds(0, 1, size=(100, 20)) as reader:
        await reader.press("space", "space", "space")
        row = reader.panes.top_row
        for view in (*list(View)[1:], View.SIDE_BY_SIDE):
            await reader.press("v")
            assert reader.panes.shown_view is view
            assert abs(reader.panes.top_row - row) <= 1
        assert reader.panes.top_row == row


async def test_the_view_and_the_share_read_are_said_in_80_columns(open_seeds):
    async with open_seeds(0, 1, size=(80, 24)) as reader:
        await reader.press("w", "t", "v", "space")
        assert re.search(r"· stacked · \d+ % ·", reader.lines[-1])


async def test_a_redline_holds_both_wordings_in_one_text(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("v", "v")
        assert "The river rose two three metres in the night" in reader.text
        assert "redline" in reader.status


async def test_the_clean_views_show_one_article_unmarked(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("v", "v", "v")
        assert "rose two metres" in reader.text
        assert "three metres" not in reader.text
        await reader.press("v")
        assert "rose three metres" in reader.text
        assert "two metres" not in reader.text


async def test_below_a_width_the_panes_are_stacked(open_seeds):
    async with open_seeds(0, 1, size=(50, 24)) as reader:
        assert reader.panes.shown_view is View.STACKED
        assert reader.panes.view is View.SIDE_BY_SIDE
        await reader.resize(80, 24)
        assert reader.panes.shown_view is View.SIDE_BY_SIDE


async def test_x_puts_the_left_article_on_the_right(open_texts):
    async with open_texts(PARAGRAPHS, [*PARAGRAPHS, "One more paragraph at the end."]) as reader:
        assert [change.kind for change in reader.panes.comparison.changes] == [Kind.ADDED]
        await reader.press("x")
        assert [change.kind for change in reader.panes.comparison.changes] == [Kind.REMOVED]
        assert reader.panes.comparison.left.origin == "right"


async def test_x_keeps_the_paragraph_at_the_top(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("space", "space", "space", "space")
        before = reader.panes.comparison.rows[reader.panes.top_row]
        await reader.press("x")
        after = reader.panes.comparison.rows[reader.panes.top_row]
        assert (after.left, after.right) == (before.right, before.left)


async def test_a_resize_keeps_the_reading_place(open_seeds):
    async with open_seeds(0, 1, size=(100, 24)) as reader:
        await reader.press(*["space"] * 5, "j", "j")
        place = reader.lines[1]
        row = reader.panes.top_row
        for size in ((70, 20), (50, 10), (140, 50), (100, 24)):
            await reader.resize(*size)
            assert reader.panes.top_row == row
        assert reader.lines[1] == place


async def test_lines_pages_and_ends(open_seeds):
    async with open_seeds(0, 1) as reader:
        first = reader.lines[1:-1]
        await reader.press("j")
        assert reader.lines[1:-2] == first[1:]
        await reader.press("k")
        assert reader.lines[1:-1] == first
        await reader.press("down", "up")
        assert reader.lines[1:-1] == first
        await reader.press("space")
        assert reader.lines[1] == first[-1]
        await reader.press("b")
        assert reader.lines[1:-1] == first
        await reader.press("pagedown", "pageup")
        assert reader.lines[1:-1] == first
        await reader.press("G")
        assert "Comments are closed." in reader.text
        last = reader.lines
        await reader.press("g")
        assert reader.lines[1:-1] == first
        await reader.press("end")
        assert reader.lines == last
        await reader.press("j", "space")
        assert reader.lines == last
        await reader.press("home")
        assert reader.lines[1:-1] == first
        await reader.press("k", "b")
        assert reader.lines[1:-1] == first


async def test_search_finds_in_both_articles_and_escape_ends_it(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("slash", *"rafale", "enter")
        assert reader.status == "match 1 of 2 for “rafale”: 1 left, 1 right"
        assert "Rafale" in reader.text
        await reader.press("n")
        assert reader.status.startswith("match 2 of 2")
        await reader.press("n")
        assert reader.status.startswith("match 1 of 2")
        await reader.press("N")
        assert reader.status.startswith("match 2 of 2")
        await reader.press("escape")
        assert reader.status.startswith("69 changes")
        await reader.press("n")
        assert reader.status.startswith("change ")


async def test_search_for_what_is_not_there_says_so(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("slash", *"zebra", "enter")
        assert reader.status == "“zebra” is in neither article"
        await reader.press("n")
        assert reader.status.startswith("change 1 of")


async def test_escape_closes_the_search_line_and_keys_work_again(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("slash", "q", "j", "escape")
        top = reader.panes.top_row
        await reader.press("n")
        assert reader.status.startswith("change 1 of")
        assert reader.panes.top_row == top


async def test_two_equal_articles_have_no_change(open_texts):
    async with open_texts(PARAGRAPHS, PARAGRAPHS) as reader:
        assert reader.status == "no change: the two are the same"
        await reader.press("n")
        assert reader.status == "no change below"


async def test_help_shows_every_command_of_the_reader_and_closes(open_seeds):
    async with open_seeds(0, 1, size=(100, 80)) as reader:
        await reader.press("question_mark")
        for text in ("Go to the next change", "Search in both articles", "Leave Diptych", "merged"):
            assert text in reader.text
        await reader.press("escape")
        assert isinstance(reader.app.screen, ReaderScreen)
        await reader.press("question_mark", "question_mark")
        assert isinstance(reader.app.screen, ReaderScreen)


async def test_the_palette_runs_a_command_by_its_name(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("ctrl+p")
        await reader.press(*"next view")
        await reader.until(lambda: "Side by side, stacked, redline" in reader.text)
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.app.screen, ReaderScreen))
        await reader.until(lambda: reader.panes.shown_view is View.STACKED)


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_q_leaves(open_seeds, key):
    async with open_seeds(0, 1) as reader:
        await reader.pilot.press(key)
        await reader.until(lambda: not reader.app.is_running)
        assert reader.app.return_code == 0


async def test_escape_goes_back_to_the_library(open_seeds):
    async with open_seeds() as reader:
        await reader.press("c")
        assert isinstance(reader.app.screen, ReaderScreen)
        await reader.press("escape")
        assert isinstance(reader.app.screen, LibraryScreen)


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (10, 3), (40, 10)])
async def test_a_tiny_screen_does_not_crash(open_seeds, size):
    async with open_seeds(0, 1, size=size) as reader:
        await reader.press("j", "space", "n", "v", "v", "G", "g", "question_mark", "escape")
        assert isinstance(reader.app.screen, ReaderScreen)


async def test_t_takes_the_two_for_versions_then_for_tellings_then_for_what_they_are(open_seeds):
    async with open_seeds(0, 1) as reader:
        assert reader.status.startswith("69 changes · two versions ·")
        found = reader.panes.comparison
        await reader.press("t")
        assert "taken for two versions" in reader.status
        assert reader.panes.comparison.rows == found.rows
        await reader.press("t")
        assert "taken for two tellings" in reader.status
        assert reader.panes.comparison.regime is Regime.TELLINGS
        await reader.press("t")
        assert reader.status.startswith("69 changes · two versions ·")
        assert reader.panes.comparison == found


async def test_what_the_two_are_taken_for_stays_when_something_else_is_asked_for(open_articles):
    left, right = article_of(PARAGRAPHS, "left"), article_of(REWORDED, "right")
    left = replace(left, paragraphs=(replace(left.paragraphs[0], aside=True), *left.paragraphs[1:]))
    async with open_articles(left, right) as reader:
        await reader.press("t", "t", "x", "a", "a")
        assert reader.panes.comparison.options == CompareOptions(Regime.TELLINGS, asides=True)
        await reader.press("n")
        assert reader.status.endswith("taken for two tellings")


async def test_a_regime_that_was_named_is_that_of_every_pair(open_seeds):
    options = CompareOptions(Regime.TELLINGS)
    async with open_seeds(options=options) as reader:
        await reader.press("c")
        assert "taken for two tellings" in reader.status


async def test_keys_work_and_a_bar_shows_while_the_pairing_is_made(open_texts, slow_pairing):
    many = [f"{number}: {text}" for number in range(20) for text in PARAGRAPHS]
    async with open_texts(many, [f"New. {many[5]}", *many], wait=False) as reader:
        await reader.until(lambda: reader.status == "pairing [##########----------] 50%")
        await reader.until(lambda: "0: The council met" in reader.text)
        assert "~" not in reader.text
        await reader.pilot.press("space", "space", "v", "v", "n", "tab", "slash", *"river", "enter")
        await reader.pilot.pause()
        top = reader.panes.comparison.rows[reader.panes.top_row].left[0]
        assert top > 0
        assert reader.panes.shown_view is View.REDLINE
        await reader.pilot.resize_terminal(70, 30)
        await reader.until(lambda: reader.panes.size.width == 70)
        assert reader.panes.comparison.rows[reader.panes.top_row].left[0] == top
        slow_pairing.go_on()
        await reader.settled()
        assert not reader.panes.comparison.pending
        assert reader.panes.comparison.rows[reader.panes.top_row].left[0] == top


MANY = [f"{number}: {text}" for number in range(20) for text in PARAGRAPHS]
LONGER = [
    *(f"New {number}. {text}" for number, text in enumerate(MANY[7:20])),
    *(text.replace("night", "long dark night") for text in MANY[:60]),
    *(f"Newer {number}. {text}" for number, text in enumerate(MANY[30:35])),
    *MANY[60:],
]
"""Paragraphs came in above most of `MANY`, and some were reworded."""


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("keys", [["space"] * 7, ["space"] * 7 + ["j"], ["space"] * 9 + ["v"]])
@pytest.mark.parametrize("turned", [False, True])
async def test_the_text_in_view_stays_on_its_line_when_the_pairs_arrive(
    open_texts, slow_pairing, monkeypatch, at_once, keys, turned
):
    if not at_once:
        monkeypatch.setattr(work_module, "_GLANCE_AT_ONCE", 0)
        monkeypatch.setattr(work_module, "glance", slow_pairing.slowly(work_module.glance))
    left, right = (LONGER, MANY) if turned else (MANY, LONGER)
    async with open_texts(left, right, wait=False) as reader:
        await reader.until(lambda: reader.status.startswith("pairing"))
        await reader.pilot.press(*keys)
        await reader.pilot.pause()
        place = reader.panes.reading_place(Side.LEFT)
        assert place.side is Side.LEFT
        shown = reader.lines[1 + place.below][:38]
        slow_pairing.go_on()
        await reader.settled()
        assert not reader.panes.comparison.pending
        # But for the sign, which only a row that was compared has.
        assert reader.lines[1 + place.below][3:38] == shown[3:38]


@pytest.mark.parametrize("views", [0, 1, 3, 4])
async def test_the_text_in_view_stays_on_its_line_when_the_two_are_paired_otherwise(
    open_texts, views
):
    async with open_texts(MANY, LONGER) as reader:
        await reader.press(*["v"] * views, *["space"] * 6, "j", "j", "j")
        before = reader.panes.reading_place(Side.LEFT)
        await reader.press("t", "t", "t", "x", "x")
        assert reader.panes.reading_place(Side.LEFT) == before


@pytest.mark.usefixtures("slow_pairing")
async def test_of_long_articles_the_first_glance_comes_to_the_screen_before_the_pairs(
    open_texts, monkeypatch
):
    monkeypatch.setattr(work_module, "_GLANCE_AT_ONCE", 0)
    async with open_texts(MANY, ["New.", *MANY], wait=False) as reader:
        await reader.until(lambda: reader.panes.comparison.rows[-1].likeness == 1.0)
        assert reader.panes.comparison.pending


async def test_the_start_stays_the_start_when_the_pairs_arrive(open_texts):
    async with open_texts(MANY, ["New.", *MANY]) as reader:
        assert reader.panes.top_row == 0
        assert line_with(reader.lines, "+ New.")


async def test_a_pairing_under_way_is_dropped_when_the_sides_are_swapped(open_texts, slow_pairing):
    async with open_texts(PARAGRAPHS, REWORDED, wait=False) as reader:
        await reader.until(lambda: reader.status.startswith("pairing"))
        await reader.pilot.press("x", "x", "x")
        slow_pairing.go_on()
        await reader.settled()
        assert reader.panes.comparison.left.origin == "right"
        assert not reader.panes.comparison.pending


@pytest.mark.usefixtures("slow_pairing")
async def test_leaving_during_the_pairing_ends_it(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED, wait=False) as reader:
        await reader.until(lambda: reader.status.startswith("pairing"))
        (worker,) = reader.app.workers
        await reader.pilot.press("q")
        await reader.until(lambda: worker.is_finished)
    assert reader.app.return_code == 0


async def test_tab_on_a_change_that_did_not_move_stays_there(open_texts):
    right = [*MOVED[:2], MOVED[2].replace("two", "three"), *MOVED[3:]]
    async with open_texts(PARAGRAPHS, right) as reader:
        await reader.press("n", "n")
        assert reader.status == "change 2 of 2 · reworded · fact: two → three"
        await reader.press("tab")
        assert reader.status == "this did not move"
        assert reader.app.screen.session.change.number == 2


async def test_neighbours_that_moved_together_are_marked_together(open_texts):
    async with open_texts(PARAGRAPHS, [*PARAGRAPHS[2:], *PARAGRAPHS[:2]], size=(80, 60)) as reader:
        await reader.press("n")
        assert reader.status == "change 1 of 1 · moved"
        marked = [line for line in reader.lines if line.startswith("▌>")]
        assert any("The council met" in line for line in marked)
        assert any("Outside, a crowd" in line for line in marked)


async def test_swapping_the_sides_keeps_the_change_in_hand(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press(*["n"] * 12)
        assert reader.status.startswith("change 12 of 69 · reworded")
        await reader.press("x")
        assert reader.status.startswith("change 12 of 69 · reworded")
        await reader.press("n")
        assert reader.status.startswith("change 13 of 69")


async def test_a_resize_keeps_the_change_in_hand(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press(*["n"] * 12)
        await reader.resize(50, 20)
        await reader.resize(80, 24)
        assert reader.status.startswith("change 12 of 69 · reworded")


async def test_a_pairing_of_the_sides_before_a_swap_is_not_shown(open_texts):
    async with open_texts(PARAGRAPHS, ["One.", *REWORDED]) as reader:
        before = reader.panes.comparison
        await reader.press("x")
        after = reader.panes.comparison
        reader.app.screen.post_message(ReaderScreen.Compared(before))
        await reader.settled()
        assert reader.panes.comparison is after


async def test_asking_twice_opens_one_line(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("slash")
        await reader.app.screen.action_search()
        await reader.press(*"river", "enter")
        assert reader.status.startswith("match 1 of 2")


async def test_a_search_in_a_clean_view_stays_in_its_article(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("v", "v", "v", "slash", *"throat", "enter")
        assert reader.status.startswith("match 1 of 1 for “throat”: 1 left, 0 right")
        await reader.press("v")
        assert reader.status.startswith("matches 2 for “throat”: 0 left, 2 right")


async def test_a_search_in_a_redline_goes_to_the_line(open_texts):
    long = "Some words that fill a line and then some more of them. " * 30
    left, right = [f"{long} needle at the end."], [f"A new begin. {long} needle at the end."]
    async with open_texts(left, right) as reader:
        await reader.press("v", "v", "slash", *"needle", "enter")
        assert "needle" in reader.text


async def test_p_goes_back_through_matches_while_a_search_is_on(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("slash", *"rafale", "enter", "n", "p")
        assert reader.status.startswith("match 1 of 2")
        await reader.press("slash", "enter")
        assert reader.status.startswith("69 changes")


async def test_articles_with_one_title_are_told_apart_by_their_files(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        assert reader.lines[0].startswith("   left: The council met")
        assert "│  right: The council met" in reader.lines[0]


async def test_two_texts_with_nothing_in_common_are_said_to_be_so(open_texts):
    async with open_texts(PARAGRAPHS[:2], ["Frost lay on the hills.", "Nobody saw it."]) as reader:
        assert reader.status == "4 changes · two tellings, no passage in common"


async def test_what_was_cut_short_is_said(open_texts):
    left = " ".join(f"word{number}" for number in range(11_000))
    async with open_texts([left], [f"{left} more"]) as reader:
        assert "Row 1 is too long to compare word by word" in reader.status


async def test_the_help_scrolls_and_q_closes_it(open_seeds):
    async with open_seeds(0, 1, size=(80, 12)) as reader:
        await reader.press("question_mark")

        def page() -> list[str]:
            """The lines without the scrollbar, and without the one below."""
            return [line[:77].rstrip() for line in reader.lines[:-1]]

        top = page()
        await reader.press("j")
        assert page()[1:-2] == top[2:-1]
        await reader.press("k")
        assert page() == top
        await reader.press("space")
        assert page() != top
        await reader.press("b")
        assert page() == top
        await reader.press("G")
        assert "merged: several paragraphs" in reader.text
        await reader.press("g")
        assert page() == top
        await reader.press("q")
        assert isinstance(reader.app.screen, ReaderScreen)


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (100, 30)])
async def test_help_and_quit_are_always_on_the_status_line(open_seeds, size):
    async with open_seeds(0, 1, size=size) as reader:
        await reader.press("n")
        assert "? help  q quit" in reader.lines[-1]


async def test_swapping_twice_before_the_pairs_are_there_keeps_the_change(open_texts):
    right = [f"{number}: {text}" for number in range(9) for text in PARAGRAPHS]
    async with open_texts(PARAGRAPHS[:2], right) as reader:
        await reader.press("n", "n", "n", "n", "n", "n")
        before = reader.app.screen.session.change
        reader.app.screen.action_swap()
        reader.app.screen.action_swap()
        await reader.until(lambda: not reader.panes.comparison.pending)
        await reader.pilot.pause()
        assert reader.app.screen.session.change == before


async def test_many_matches_are_found_without_a_long_wait(open_texts):
    text = "a b " * 20_000
    async with open_texts([text], [f"{text} c"]) as reader:
        await reader.press("slash", "a", "enter")
        assert reader.status.startswith("match 1 of 40000")


async def test_a_folds_what_is_set_aside_then_compares_it_then_dims_it_again(open_articles):
    left, right = article_of(PARAGRAPHS, "left"), article_of(PARAGRAPHS, "right")
    left = replace(left, paragraphs=(replace(left.paragraphs[0], aside=True), *left.paragraphs[1:]))
    async with open_articles(left, right) as reader:
        assert reader.status == "1 change · two versions · 1 set aside"
        assert line_with(reader.lines, ": The council met")
        await reader.press("a")
        assert line_with(reader.lines, ": 1 paragraph set aside")
        assert not any(": The council met" in line for line in reader.lines[1:])
        await reader.press("a")
        assert reader.status == "no change: the two are the same · 1 compared"
        await reader.press("a")
        assert reader.status == "1 change · two versions · 1 set aside"
        assert line_with(reader.lines, ": The council met")


async def test_a_search_unfolds_what_it_finds(open_articles):
    left, right = article_of(PARAGRAPHS, "left"), article_of(PARAGRAPHS[1:], "right")
    left = replace(left, paragraphs=(replace(left.paragraphs[0], aside=True), *left.paragraphs[1:]))
    async with open_articles(left, right) as reader:
        await reader.press("a", "slash", *"council", "enter")
        assert "The council met" in reader.text


async def test_with_nothing_set_aside_the_key_says_so(open_texts):
    async with open_texts(PARAGRAPHS, REWORDED) as reader:
        await reader.press("a")
        assert reader.status == "nothing is set aside"


async def test_the_change_in_hand_stays_in_view_in_a_smaller_window(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press(*"nnnnnnnnn")
        before = reader.lines[1:-1]
        assert any(line.startswith("▌") for line in before)
        await reader.pilot.resize_terminal(40, 10)
        await reader.settled()
        assert any(line.startswith("▌") for line in reader.lines)
        await reader.pilot.resize_terminal(80, 24)
        await reader.settled()
        assert reader.lines[1:-1] == before
