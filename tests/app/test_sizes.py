"""Every screen at every size: nothing breaks, nothing overlaps, and the way out is told."""

import pytest
from rich.cells import cell_len

from tests.app.conftest import Reader, pair_of, running
from tests.app.test_repair import PAGE
from tui.article import load_library

LEFT, RIGHT = (load_library([name]).documents[0].whole for name in (PAGE, PAGE))

EVERY_SCREEN = {
    "reader": "nn",
    "ledger": "sj",
    "facts": "fj",
    "summary": "S",
    "kinds": "Kj",
    "why": "ni",
    "stacked": "v",
    "redline": "vv",
    "clean": "vvv",
    "found": ["slash", *"the", "enter"],
    "help": ["question_mark", "j", "space"],
}
SIZES = [(40, 10), (20, 5), (3, 2), (1, 1)]


def fits(reader: Reader, width: int, height: int) -> bool:
    return len(reader.lines) <= height and all(cell_len(line) <= width for line in reader.lines)


@pytest.mark.parametrize("keys", EVERY_SCREEN.values(), ids=EVERY_SCREEN.keys())
async def test_the_reader_is_right_again_after_any_size(open_seeds, keys):
    async with open_seeds(0, 1) as reader:
        await reader.press(*keys)
        before = reader.lines
        for size in SIZES:
            await reader.resize(*size)
            assert fits(reader, *size)
        await reader.resize(80, 24)
        assert reader.lines[-1] == before[-1]
        assert set(reader.lines[1:3]) & {line for line in before if line}


@pytest.mark.parametrize("size", SIZES)
async def test_every_key_can_be_pressed_at_any_size(open_seeds, size):
    async with open_seeds(0, 1, size=size) as reader:
        await reader.press(*"jk Gbgnpw123456sjfSKivvvvva?j")
        assert fits(reader, *size)


@pytest.mark.parametrize("keys", EVERY_SCREEN.values(), ids=EVERY_SCREEN.keys())
async def test_in_40_by_10_every_line_is_whole_and_the_way_out_is_told(open_seeds, keys):
    async with open_seeds(0, 1, size=(40, 10)) as reader:
        await reader.press(*keys)
        assert fits(reader, 40, 10)
        assert reader.lines[-1].split()[-2:-1] == ["q"]
        assert sum(bool(line) for line in reader.lines) >= 5


@pytest.mark.parametrize("keys", ["sj", "fj", "S", "Kj", "ni"])
async def test_a_panel_shows_a_line_however_little_room_there_is(open_seeds, keys):
    async with open_seeds(0, 1, size=(20, 5)) as reader:
        await reader.press(*keys)
        border = next(n for n, line in enumerate(reader.lines) if line.startswith("─"))
        assert reader.lines[border + 1].strip()
        assert border + 2 < 5


@pytest.mark.parametrize("size", SIZES)
async def test_the_library_opens_and_asks_at_any_size(open_seeds, size):
    async with open_seeds(size=size) as reader:
        await reader.press("j", "enter", "slash", "w", "a")
        assert fits(reader, *size)
        await reader.resize(80, 24)
        assert reader.lines[-1] == "wa"
        await reader.press("enter")
        assert reader.lines[-1].endswith("? help  q quit")
        assert reader.lines[0].split()[0] == "title"


async def test_every_article_takes_one_line_of_a_narrow_library(open_seeds):
    async with open_seeds(size=(20, 8)) as reader:
        assert all(line.startswith("  ") for line in reader.lines[1:-1] if line)


@pytest.mark.parametrize("size", SIZES)
async def test_the_palette_opens_at_any_size(open_seeds, size):
    async with open_seeds(0, 1, size=size) as reader:
        await reader.press("ctrl+p", "s", "w")
        assert fits(reader, *size)
        await reader.press("escape")
        assert "▌" not in reader.lines[-1]


async def test_a_short_palette_shows_what_can_be_chosen(open_seeds):
    async with open_seeds(0, 1, size=(40, 10)) as reader:
        await reader.press("ctrl+p", *"swap")
        await reader.until(lambda: "Swap sides" in reader.text)


@pytest.mark.parametrize("size", SIZES)
async def test_the_repair_opens_at_any_size(size):
    async with running(load_library([PAGE]), size) as reader:
        await reader.press("R", "n", "j")
        assert fits(reader, *size)
        await reader.resize(80, 24)
        assert "in doubt" in reader.lines[-1] or "row" in reader.lines[-1]


async def test_the_same_article_twice_opens_in_one_cell():
    async with running(pair_of(LEFT, RIGHT), (1, 1)) as reader:
        await reader.press("j", "G", "g", "v", "q")
