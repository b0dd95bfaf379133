"""What really reaches a terminal: the program under a pty, its screen in an emulator."""

import re
import time

import pytest

from tests.benchmarks.texts import write_pair
from tests.terminal import DIPTYCH, SEEDS, Terminal
from tui.errors import EXIT_TROUBLE

COLOUR = re.compile(rb"\x1b\[(?:[\d;:]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][\d;:]*)?m")
PAIR = (*DIPTYCH, *SEEDS[:2])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_reader_shows_pairs_level_on_a_real_screen(size):
    with Terminal(PAIR, size) as terminal:
        terminal.wait_for("69 changes")
        line = next(line for line in terminal.lines if "World powers meeting" in line)
        assert line.count("World powers meeting") == 2
        separators = {line.index("│") for line in terminal.lines[:-1]}
        assert len(separators) == 1
        terminal.press("nnnnnn")
        terminal.wait_for("change 6 of 69 · added")
        added = next(line for line in terminal.lines if "+ The United States launched" in line)
        assert added.partition("│")[0].strip() in ("", "▌")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_changed_words_are_bold_on_a_real_screen():
    with Terminal(PAIR) as terminal:
        terminal.wait_for("69 changes")
        number = next(
            n for n, line in enumerate(terminal.lines) if n and "said yesterday" in line[:40]
        )
        start = terminal.lines[number].index("yesterday")
        cells = [terminal.buffer[number][column] for column in range(start, start + 9)]
        assert all(cell.bold for cell in cells)
        assert not terminal.buffer[number][start - 2].bold


def test_the_library_opens_from_a_folder_and_comes_back_from_a_pair():
    with Terminal((*DIPTYCH, "seeds/")) as terminal:
        terminal.wait_for("8 articles")
        terminal.press("\r")
        terminal.wait_for("same story, edited")
        terminal.press("j\r")
        terminal.wait_for("40 changes")
        terminal.press("\x1b")
        terminal.wait_for("same story, edited")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_resize_wraps_again_at_the_same_place():
    with Terminal(PAIR) as terminal:
        terminal.wait_for("69 changes")
        terminal.press("nnnnn")
        terminal.wait_for("change 5 of 69")
        terminal.resize(100, 30)
        terminal.settle()
        assert any(line.count("World powers meeting") == 2 for line in terminal.lines)
        terminal.resize(50, 24)
        terminal.wait_for("stacked")
        assert "World powers meeting" in terminal.text


def test_hostile_text_never_steers_the_terminal(tmp_path):
    hostile = "".join(chr(code) for code in (*range(1, 9), *range(14, 32), *range(127, 160)))
    text = (
        f"A \x1b]0;owned\x07title \x1b[2J\x1b]52;c;AAAA\x07 and {hostile} \u202e\u2066 more words."
    )
    text += " The rest is harmless." * 100
    left, right = tmp_path / "le\x1b[31mft.txt", tmp_path / "right.txt"
    left.write_text(f"{text}\n\nSecond paragraph of the text.\n", encoding="utf-8")
    right.write_text(f"{text} Changed.\n\nSecond paragraph of the text.\n", encoding="utf-8")
    with Terminal((*DIPTYCH, str(left), str(right))) as terminal:
        terminal.wait_for("1 change")
        terminal.press("n")
        terminal.settle()
        terminal.press("?")
        terminal.settle()
        terminal.press("q")
        terminal.settle()
        terminal.press("q")
        terminal.wait_for_end()
        sent = terminal.sent.decode("utf-8", "surrogateescape")
        assert "␛]0;owned␇title" in sent
        for bad in (
            "\x1b]0;owned",
            "\x1b[2J\x1b]52",
            "\x1b[31mft",
            "\u202e",
            "\u2066",
            "\x9b",
            "\x85",
        ):
            assert bad not in sent


@pytest.mark.parametrize("keys", ["/", "\x10"])
def test_what_is_pasted_never_steers_the_terminal(keys):
    with Terminal(PAIR) as terminal:
        terminal.wait_for("69 changes")
        terminal.press(keys)
        terminal.settle()
        terminal.press("\x1b[200~abc\u009b31mB\u202eC\nD\x1b[201~")
        terminal.wait_for("abc")
        sent = terminal.sent.decode("utf-8", "surrogateescape")
        assert "\x9b" not in sent
        assert "\u202e" not in sent


def test_a_crash_does_not_leave_with_the_code_of_good_order(monkeypatch):
    from tui.app import DiptychApp, run_app
    from tui.article import Loaded, ReadAhead

    monkeypatch.setattr(DiptychApp, "run", lambda *_, **__: None)
    assert run_app(ReadAhead(lambda _: Loaded((), ()))) == EXIT_TROUBLE


def test_a_text_that_comes_slowly_through_a_pipe_leaves_the_keys_to_the_reader():
    words = " ".join(DIPTYCH)
    command = f"(sleep 1; cat {SEEDS[0]}) | {words} - {SEEDS[1]}"
    with Terminal(("bash", "-c", command)) as terminal:
        terminal.wait_for("69 changes")
        terminal.press("n")
        terminal.wait_for("change 1 of 69")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_keys_may_come_in_halves_and_without_meaning():
    with Terminal((*DIPTYCH, *SEEDS[:2])) as terminal:
        terminal.wait_for("69 changes")
        terminal.settle()
        for typed in (b"/caf", b"\xc3", b"\xa9", b"\xff\xfe", b"\x1b[0n", b"!"):
            terminal.press_bytes(typed)
            terminal.settle()
        terminal.wait_for("café\ufffd\ufffd!")


def test_a_terminal_that_says_that_it_keeps_up_is_not_sent_what_it_cannot_show(tmp_path):
    """Twenty pages in a second over a slow link: old ones are left out, the last one comes."""
    with Terminal((*DIPTYCH, *write_pair(tmp_path, 1_000))) as terminal:
        terminal.wait_for(" changes", seconds=30)
        terminal.rest()
        whole = len(terminal.answer(" "))
        before = len(terminal.sent)
        until = time.monotonic() + 1
        for _ in range(20):
            terminal.press(" ")
            terminal.read(0.01, at_most=100)
            time.sleep(max(0, until - time.monotonic()) / 20)
        terminal.settle()
        seen = terminal.lines[1:-1]
        assert len(terminal.sent) - before < 20 * whole / 2
        terminal.press("L")
        terminal.settle()
        assert terminal.lines[1:-1] == seen


@pytest.mark.parametrize("absurd", ["0", "-5", "100000", "9" * 30, "x", "\u0664"])
def test_an_absurd_size_in_the_environment_is_not_believed(absurd):
    environment = {"COLUMNS": absurd, "LINES": absurd}
    with Terminal((*DIPTYCH, *SEEDS[:2]), environment=environment) as terminal:
        terminal.wait_for("69 changes")
        assert "World powers" in terminal.text
        terminal.press("q")
        assert terminal.wait_for_end() == 0
