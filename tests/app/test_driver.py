"""The driver sends less, and shows the same: text and looks, cell by cell, in an emulator."""

import random
import time
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.geometry import Size

from tests.terminal import DIPTYCH, SEEDS, Cell, Terminal
from tui.app import driver
from tui.app.driver import QuietDriver

PLAIN = {"DIPTYCH_DRIVER": "textual"}
KEYS = (*"jjjkkk  bgGnnnppvwzslfiK?", "\t", "\r", "\x0c")
STEPS = (*((key,) for key in KEYS), ("/", "the", "\r"), ("/", "no such", "\x1b"),
         ("\x10", "view", "\x1b"), ("?", " ", "\x1b"), ("\x1b",))  # fmt: skip
"""What is pressed, each part when the one before was answered."""
SIZES = ((80, 24), (100, 30), (47, 12), (132, 40), (20, 5), (80, 24))

STRANGE = (
    "東京 and 京都: wide ones, 한국어 too, and half-width ｶﾅ beside them, to the edge 漢字漢字",
    "cafe\u0301 o\u0302\u0323 Z\u0351\u036b\u0343 combined, \u0915\u094d\u0937\u093f conjunct",
    "👩\u200d👩\u200d👧 family, 🇩🇪 flag, 👍🏽 tone, ❤\ufe0f heart, 1\ufe0f\u20e3 key",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f tags are one sign here",
    "שלום עולם and مرحبا بالعالم with English between them, as it comes",
    "zero\u200bwidth\u200dspaces\u2060and\u00adhyphens, no\u00a0break, \u3000wide space",
)


def strange_pair(folder: Path) -> tuple[str, str]:
    """Two texts in which hardly a character is one cell wide."""
    chance = random.Random(6)
    lefts = [" ".join(chance.sample(STRANGE, 3)) for _ in range(30)]
    rights = [text.replace("edge", "rim").replace("flag", "旗") for text in lefts]
    for name, texts in (("left.txt", lefts), ("right.txt", rights[2:])):
        (folder / name).write_text("\n\n".join(texts), encoding="utf-8")
    return str(folder / "left.txt"), str(folder / "right.txt")


def short_pair(folder: Path) -> tuple[str, str]:
    """One word beside a text."""
    (folder / "word.txt").write_text("Iran.")
    return str(folder / "word.txt"), SEEDS[0]


def seeds_pair(_: Path) -> tuple[str, str]:
    return SEEDS[0], SEEDS[1]


PAIRS = {"seeds": seeds_pair, "strange": strange_pair, "short": short_pair}


def differences(ours: list[list[Cell]], plain: list[list[Cell]]) -> list[str]:
    """The cells that differ, a line of words for each; none when all are the same."""
    return [
        f"line {y + 1} column {x + 1}: {our} is {other} without the driver"
        for y, (line, others) in enumerate(zip(ours, plain, strict=True))
        for x, (our, other) in enumerate(zip(line, others, strict=True))
        if our != other
    ]


def assert_same(ours: Terminal, plain: Terminal, done: list[object], seconds: float = 6) -> None:
    """Wait until both show the same."""
    until = time.monotonic() + seconds
    while different := differences(ours.cells, plain.cells):
        assert time.monotonic() < until, (
            f"after {done[-6:]} of {done}:\n" + "\n".join(different[:8]) + f"\n{ours.text}"
        )
        ours.read(0.05)
        plain.read(0.05)


def step(terminals: tuple[Terminal, Terminal], keys: str, seconds: float) -> None:
    """Press keys in both, and wait for so long for the first answer: some keys have none."""
    for terminal in terminals:
        terminal.press(keys)
    for terminal in terminals:
        terminal.read(seconds)
        terminal.settle(0.05)


def walk(pair: tuple[str, str], seed: int, steps: int) -> None:
    """Press keys at random, and resize, with the driver and without it."""
    chance = random.Random(seed)
    command = (*DIPTYCH, *pair)
    done: list[object] = []
    with Terminal(command) as ours, Terminal(command, environment=PLAIN) as plain:
        both = (ours, plain)
        for terminal in both:
            terminal.wait_for("change", seconds=30)
            terminal.settle(0.4)
        assert_same(*both, done)
        for _ in range(steps):
            if chance.random() < 0.1:
                size = chance.choice(SIZES)
                done.append(size)
                for terminal in both:
                    terminal.resize(*size)
                for terminal in both:
                    terminal.settle(0.4)
            else:
                parts = chance.choice(STEPS)
                for keys in parts:
                    done.append(keys)
                    # What is typed into a line must find it there.
                    step(both, keys, 0.15 if len(parts) == 1 else 0.6)
            assert_same(*both, done)
        for terminal in both:
            terminal.settle(0.5)
        assert_same(*both, done)


@pytest.mark.parametrize(
    ("pair", "seed"),
    [("seeds", 1), ("strange", 4)],
)
def test_the_driver_shows_what_textual_shows(pair, seed, tmp_path):
    walk(PAIRS[pair](tmp_path), seed, steps=25)


def test_the_columns_stay_level_on_terminals_that_measure_each_character(tmp_path):
    pair = strange_pair(tmp_path)
    with Terminal((*DIPTYCH, *pair), by_character=True) as terminal:
        terminal.wait_for(" change")
        for keys in ("", "j", "j", " ", "n", "n", "G", "k"):
            terminal.press(keys)
            terminal.settle(0.1)
            rows = terminal.cells[1:-1]
            assert any("👩" in cell.text for row in rows for cell in row)
            assert {row[40].text for row in rows} == {"│"}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 104))
@pytest.mark.parametrize("pair", PAIRS)
def test_the_driver_shows_what_textual_shows_for_long(pair, seed, tmp_path):
    walk(PAIRS[pair](tmp_path), seed, steps=60)


async def test_a_new_size_told_while_a_frame_is_read_is_not_lost(monkeypatch):
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("textual.driver.Driver.process_message", lambda *_: None)
    shown = []
    monkeypatch.setattr(driver.Sender, "show", lambda _, *of: shown.append(of[0]))
    quiet = QuietDriver(App())
    size = Size(100, 30)

    def drawn_slowly(screen, frame):
        quiet.process_message(events.Resize(size, size))
        return drawn(screen, frame)

    drawn = quiet._reader.drawn
    monkeypatch.setattr(quiet._reader, "drawn", drawn_slowly)
    quiet.write("\x1b[?1049h")
    quiet.write("\x1b[1;1Hold")
    quiet.write("\x1b[30;98Hnew")
    assert [sign for sign, _ in shown[-1][29][97:]] == list("new")


def test_a_window_that_has_its_old_size_again_is_drawn_again():
    with Terminal((*DIPTYCH, *SEEDS[:2])) as terminal:
        terminal.wait_for(" change")
        terminal.settle()
        text = terminal.text
        terminal.blank()
        terminal.resize(79, 24)
        terminal.resize(80, 24)
        terminal.settle()
        assert terminal.text == text
