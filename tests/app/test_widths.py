"""Writing that is not one character a cell: the columns stay level at any width."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len, split_graphemes
from wcwidth import wcswidth

from tests.strategies import article_of
from tests.terminal import DIPTYCH, Terminal
from tui.layout import Frame, View
from tui.visible import visible
from tui.wire.frames import LONGEST

CASES = Path(__file__).parents[1] / "cases" / "scripts.md"
PARAGRAPH = re.compile(r"^## (\w+)\n\n(.+)$", re.MULTILINE)
SCRIPTS = dict(PARAGRAPH.findall(CASES.read_text(encoding="utf-8")))
WIDTHS = [64, 65, 71, 80, 101, 120]


def cells(text: str, name: str) -> int:
    """Cells of a line, counted by another than the program.

    But for Devanagari: of vowel signs that stand beside their letter every table
    and every terminal has its own opinion.
    """
    return cell_len(text) if name == "devanagari" else wcswidth(text)


def turned(text: str) -> str:
    """The text with its words in another order, so that much of it is marked."""
    words = text.split(" ")
    return " ".join([*words[1:], words[0], "more"])


@pytest.mark.parametrize("name", SCRIPTS)
async def test_the_separator_stands_in_one_column(open_texts, name):
    text = visible(SCRIPTS[name])
    async with open_texts([text, "Same."], [turned(text), "Same."], size=(64, 40)) as reader:
        for width in WIDTHS:
            await reader.resize(width, 40)
            at = Frame(View.SIDE_BY_SIDE, width).separator
            rows = [line for line in reader.lines[1:-1] if line]
            assert len(rows) > 2
            for line in rows:
                left, separator, right = line.partition("│")
                assert separator
                assert cells(left, name) == at
                assert cells(right, name) <= width - at - 1


@pytest.mark.parametrize("name", SCRIPTS)
async def test_no_line_of_any_view_is_wider_than_the_screen(open_texts, name):
    text = visible(SCRIPTS[name])
    async with open_texts([text], [turned(text)], size=(66, 30)) as reader:
        for width in (66, 21, 9):
            await reader.resize(width, 30)
            for _ in View:
                await reader.press("v")
                assert all(cells(line, name) <= width for line in reader.lines)


@pytest.mark.parametrize("name", SCRIPTS)
async def test_narrow_lines_end_between_characters_as_a_reader_sees_them(open_texts, name):
    text = visible(SCRIPTS[name])
    whole = {text[start:end] for start, end, _ in split_graphemes(text)[0]}
    async with open_texts([text], [text], size=(5, 200)) as reader:
        for width in (5, 6, 7, 12):
            await reader.resize(width, 200)
            drawn = "".join(line[4:] for line in reader.lines[1:-1])
            found = {drawn[start:end] for start, end, _ in split_graphemes(drawn)[0]}
            assert {each for each in found - whole if each.strip()} == set()


@pytest.mark.parametrize("name", SCRIPTS)
async def test_titles_of_any_writing_leave_the_columns_level(open_articles, name):
    one, other = (
        replace(article_of([f"One two {end}."], end), title=visible(SCRIPTS[name]))
        for end in ("three", "four")
    )
    async with open_articles(one, other, (64, 8)) as reader:
        for width in (64, 67, 80):
            await reader.resize(width, 8)
            at = Frame(View.SIDE_BY_SIDE, width).separator
            left, _, right = reader.lines[0].partition("│")
            assert cells(left, name) == at
            assert cells(right, name) <= width - at - 1


def test_ten_thousand_marks_on_one_letter_are_neither_slow_nor_sent(tmp_path):
    for name in ("left.txt", "right.txt"):
        text = f"The he{chr(0x301) * 10_000}llo of {name} is here.\n\nAnother paragraph follows.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = (*DIPTYCH, str(tmp_path / "left.txt"), str(tmp_path / "right.txt"))
    with Terminal(words) as terminal:
        terminal.wait_for("1 change")
        terminal.settle()
        terminal.press("n")
        terminal.wait_for("change 1 of 1")
        drawn = max(map(len, re.findall(f"{chr(0x301)}+", terminal.sent.decode())))
        assert drawn == LONGEST - 1
        assert all("│" in line for line in terminal.lines[:3])
