"""The repair of a tracker's page: its keys, and what they keep."""

from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app.conftest import SEEDS, Reader, running
from tui.app.screens.library import LibraryScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.screens.repair import RepairScreen
from tui.article import Loaded, ReadOptions, load_library

PAGE = str(next(SEEDS.glob("004*")))


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "repairs"


@pytest.fixture
def open_page(folder):
    """Open the reader on the two versions of a page, or the library on it and others."""

    @asynccontextmanager
    async def open_it(*others: str, size: tuple[int, int] = (80, 24)):
        loaded: Loaded = load_library([PAGE, *others], ReadOptions(repairs=folder))
        async with running(loaded, size) as reader:
            yield reader

    return open_it


def row_in_hand(reader: Reader):
    screen = reader.app.screen
    return screen.document.two_versions.page.rows[screen._row]


async def test_a_page_opens_as_its_two_versions_and_says_what_is_in_doubt(open_page):
    async with open_page() as reader:
        assert isinstance(reader.app.screen, ReaderScreen)
        assert "version 2" in reader.lines[0]
        assert "version 3" in reader.lines[0]
        assert "cuts in doubt, see R" in reader.status


async def test_r_shows_the_page_at_its_first_row_in_doubt(open_page):
    async with open_page() as reader:
        await reader.press("R")
        assert isinstance(reader.app.screen, RepairScreen)
        assert "version 3, about 3 hours later" in reader.lines[0]
        assert row_in_hand(reader).doubtful
        assert any("?" in line.partition("│")[0] for line in reader.lines if line.startswith("▌"))


async def test_enter_cuts_the_row_elsewhere_and_keeps_it(open_page, folder):
    async with open_page() as reader:
        await reader.press("R")
        before = row_in_hand(reader)
        await reader.press("enter")
        after = row_in_hand(reader)
        assert (after.key, after.by_hand) == (before.key, True)
        assert after.cut == next((p for p in before.places if p > before.cut), before.places[0])
        assert "by you" in reader.status
        assert len(list(folder.iterdir())) == 1
        await reader.press("backspace")
        assert row_in_hand(reader).cut == before.cut
        await reader.press("u")
        assert row_in_hand(reader) == before


async def test_what_was_chosen_is_there_the_next_time(open_page):
    async with open_page() as reader:
        await reader.press("R", "enter")
        chosen = row_in_hand(reader)
    async with open_page() as reader:
        await reader.press("R")
        rows = reader.app.screen.document.two_versions.page.rows
        assert [(row.cut, row.by_hand) for row in rows if row.key == chosen.key] == [
            (chosen.cut, True)
        ]


async def test_y_keeps_a_cut_as_it_is_and_goes_on_to_the_next_in_doubt(open_page):
    async with open_page() as reader:
        await reader.press("R")
        first = row_in_hand(reader)
        await reader.press("y")
        second = row_in_hand(reader)
        assert second.line > first.line
        assert second.doubtful
        await reader.press("p")
        assert reader.status == "no cut in doubt above"


async def test_n_and_p_go_through_the_rows_in_doubt_and_stop_at_the_ends(open_page):
    async with open_page() as reader:
        await reader.press("R")
        doubtful = sum(row.doubtful for row in reader.app.screen.document.two_versions.page.rows)
        await reader.press(*["n"] * doubtful)
        assert reader.status == "no cut in doubt below"
        await reader.press("p")
        assert row_in_hand(reader).doubtful


async def test_j_k_pages_and_ends_move_through_the_rows(open_page):
    async with open_page() as reader:
        await reader.press("R", "g")
        assert reader.status.startswith("row 1 of ")
        await reader.press("j", "j", "k")
        assert reader.status.startswith("row 2 of ")
        await reader.press("G")
        total = len(reader.app.screen.document.two_versions.page.rows)
        assert reader.status.startswith(f"row {total} of {total} ")
        await reader.press("g", "space", "space")
        assert not reader.status.startswith("row 1 of ")
        await reader.press("b", "b", "b")
        assert reader.status.startswith("row ")


async def test_the_reader_below_compares_the_new_versions(open_page):
    async with open_page() as reader:
        await reader.press("R", "enter", "escape")
        assert isinstance(reader.app.screen, ReaderScreen)
        compared = reader.panes.comparison
        document = reader.app._loaded.documents[0]
        assert (compared.left, compared.right) == document.parts


async def test_the_library_below_lists_the_new_versions(open_page):
    async with open_page(str(next(SEEDS.glob("001*")))) as reader:
        assert isinstance(reader.app.screen, LibraryScreen)
        await reader.press("R", "enter", "escape")
        (article,) = reader.app.screen.articles_at_hand()
        assert article == reader.app._loaded.documents[0].parts[0]


async def test_escape_from_a_pair_that_was_opened_at_once_leads_to_the_library(open_page):
    async with open_page() as reader:
        await reader.press("escape")
        assert isinstance(reader.app.screen, LibraryScreen)
        await reader.press("J")
        assert reader.status == "1 article"
        assert "This article is from the source 'nytimes'" in reader.text
        await reader.press("escape")
        assert isinstance(reader.app.screen, ReaderScreen)


async def test_a_text_that_is_no_page_has_nothing_to_repair(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("R")
        assert reader.status == "no page of two versions is at hand"
        assert isinstance(reader.app.screen, ReaderScreen)


async def test_what_cannot_be_kept_is_said_and_still_holds_for_now(open_page, folder):
    folder.write_text("in the way")
    async with open_page() as reader:
        await reader.press("R", "enter")
        assert row_in_hand(reader).by_hand
        await reader.until(lambda: "not kept" in reader.text)


async def test_it_can_be_used_on_a_narrow_screen(open_page):
    async with open_page(size=(50, 16)) as reader:
        await reader.press("R", "enter", "n", "v")
        assert isinstance(reader.app.screen, RepairScreen)


async def test_help_names_the_keys_of_the_repair(open_page):
    async with open_page(size=(100, 100)) as reader:
        await reader.press("R", "question_mark")
        assert "Cut the row at hand at its next place" in reader.text
        assert reader.text.index("In the repair") < reader.text.index("In the library")
        await reader.press("escape")
        assert isinstance(reader.app.screen, RepairScreen)
