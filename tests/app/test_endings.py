"""However it ends, the terminal is as it was, and nothing is left running.

Each of these runs the program under a pseudo-terminal.
"""

import os
import re
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.benchmarks.texts import write_pair
from tests.terminal import DIPTYCH, SEEDS, Terminal
from tui.endings import GRACE

PAIR = (*DIPTYCH, *SEEDS[:2])
LIBRARY = (*DIPTYCH, "seeds/")
SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
SOON = 2.0
"""Seconds within which every ending is over."""

_STICKS = "import tui.app.screens.reader as r, time; r.ReaderScreen.action_next = lambda _: "
STUCK = (
    *(sys.executable, "-c", f"{_STICKS} time.sleep(60); from tui.cli import run; run()"),
    *SEEDS[:2],
)
"""The reader, whose loop is held up for good by `n`."""

MODES = ("1049", "1000", "1003", "1006", "2004", "1004", "2048")
"""What a terminal is asked for: the other screen, mouse, paste, focus, sizes in band."""


def ignoring_hang_ups(*command: str) -> tuple[str, ...]:
    """The same started by a wrapper that has hang-ups ignored, as `nohup` does."""
    return "bash", "-c", "trap '' HUP; exec \"$@\"", "bash", *command


def is_left_in_good_order(terminal: Terminal, before: list) -> bool:
    """Whether each mode that was set is taken back, the cursor is seen, and keys echo."""
    sent = terminal.sent.decode("utf-8", "replace")
    for mode in MODES:
        last = re.findall(rf"\x1b\[\?{mode}([hl])", sent)[-1:]
        assert last != ["h"], f"mode {mode} is left on"
    hidden = re.findall(r"\x1b\[\?25([hl])", sent)[-1:]
    assert hidden != ["l"], "the cursor is left hidden"
    assert sent.count("\x1b[>") - sent.count("\x1b[<u") in (0, -1), "kitty's keys are left on"
    assert "Traceback" not in sent
    return terminal.modes == before


def ends(terminal: Terminal, seconds: float = SOON) -> int:
    """The exit code of a program that ends in time."""
    started = time.perf_counter()
    code = terminal.wait_for_end(seconds)
    assert time.perf_counter() - started < seconds
    return code


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize(("command", "shown"), [(PAIR, "69 changes"), (LIBRARY, "8 articles")])
def test_a_signal_restores_the_terminal_and_gives_its_code(command, shown, number):
    with Terminal(command) as terminal:
        before = terminal.modes
        terminal.wait_for(shown)
        assert terminal.modes != before
        os.kill(terminal.process, number)
        assert ends(terminal) == 128 + number
        assert is_left_in_good_order(terminal, before)


@pytest.mark.parametrize("keys", ["?", "/", "\x10", "s", "K"])
def test_a_signal_is_heard_while_something_is_open(keys):
    with Terminal(PAIR) as terminal:
        before = terminal.modes
        terminal.wait_for("69 changes")
        terminal.press(keys)
        terminal.settle()
        os.kill(terminal.process, signal.SIGTERM)
        assert ends(terminal) == 128 + signal.SIGTERM
        assert is_left_in_good_order(terminal, before)


def test_a_signal_is_heard_while_a_text_is_read(tmp_path):
    pipe = tmp_path / "slow.txt"
    os.mkfifo(pipe)
    with Terminal(("bash", "-c", f'exec {" ".join(DIPTYCH)} - {SEEDS[0]} <>"{pipe}"')) as terminal:
        before = terminal.modes
        terminal.wait_for("reading")
        os.kill(terminal.process, signal.SIGTERM)
        assert ends(terminal) == 128 + signal.SIGTERM
        assert is_left_in_good_order(terminal, before)


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.2, 1.0, 3.0])
def test_a_signal_is_heard_while_long_texts_are_paired(tmp_path, after):
    with Terminal((*DIPTYCH, *write_pair(tmp_path, 100_000))) as terminal:
        before = terminal.modes
        terminal.wait_for("pairing", 30)
        terminal.settle(quiet=after, seconds=after)
        os.kill(terminal.process, signal.SIGTERM)
        assert ends(terminal) == 128 + signal.SIGTERM
        assert is_left_in_good_order(terminal, before)


def test_leaving_does_not_wait_for_threads(tmp_path):
    with Terminal((*DIPTYCH, *write_pair(tmp_path, 20_000))) as terminal:
        terminal.wait_for("pairing", 30)
        terminal.press("q")
        assert ends(terminal) == 0


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_is_heard_at_any_moment_of_the_start(number):
    with Terminal(PAIR) as terminal:
        terminal.wait_for("69 changes")
        start = time.perf_counter() - terminal.started
    for part in range(2, 12, 2):
        with Terminal(PAIR) as terminal:
            before = terminal.modes
            terminal.settle(quiet=start * part / 10, seconds=start * part / 10)
            os.kill(terminal.process, number)
            # Before the program itself is loaded the signal does what it always does.
            untouched = not terminal.sent
            code = ends(terminal)
            assert code == 128 + number or (untouched and code == -number)
            assert code == -number or is_left_in_good_order(terminal, before)


@contextmanager
def once_n_is_pressed(command: Sequence[str]) -> Iterator[tuple[Terminal, list]]:
    """A reader whose `n` is its trouble, and the modes of its terminal before it began."""
    with Terminal(command) as terminal:
        before = terminal.modes
        terminal.wait_for("69 changes")
        terminal.press("n")
        yield terminal, before


def test_the_second_signal_ends_at_once():
    """The first one cannot be obeyed here: the loop that would is held up."""
    with once_n_is_pressed(STUCK) as (terminal, before):
        terminal.settle()
        os.kill(terminal.process, signal.SIGTERM)
        time.sleep(0.2)
        os.kill(terminal.process, signal.SIGTERM)
        assert ends(terminal, 0.8) == 128 + signal.SIGTERM
        assert is_left_in_good_order(terminal, before)


def test_a_signal_that_another_thread_raises_is_heard():
    """As the thread does that reads the keys, when there are no more."""
    raised = (
        "import signal, threading, tui.app.screens.reader as r\n"
        "def gone(_): threading.Thread(target=signal.raise_signal, args=(signal.SIGHUP,)).start()\n"
        "r.ReaderScreen.action_next = gone\nfrom tui.cli import run; run()"
    )
    command = ignoring_hang_ups(sys.executable, "-c", raised, *SEEDS[:2])
    with once_n_is_pressed(command) as (terminal, before):
        assert ends(terminal, GRACE) == 128 + signal.SIGHUP
        assert is_left_in_good_order(terminal, before)


def test_an_app_that_is_stuck_is_ended_all_the_same():
    with once_n_is_pressed(STUCK) as (terminal, before):
        terminal.settle()
        os.kill(terminal.process, signal.SIGTERM)
        assert ends(terminal) == 128 + signal.SIGTERM
        assert is_left_in_good_order(terminal, before)


@pytest.mark.parametrize("wrapped", [lambda *command: command, ignoring_hang_ups])
@pytest.mark.parametrize(("command", "shown"), [(PAIR, "69 changes"), (LIBRARY, "8 articles")])
def test_a_closed_terminal_ends_it(command, shown, wrapped):
    with Terminal(wrapped(*command)) as terminal:
        terminal.wait_for(shown)
        terminal.press("j")
        terminal.hang_up()
        assert ends(terminal) == 128 + signal.SIGHUP


def test_a_terminal_that_closes_while_it_is_drawn_on_ends_it():
    with Terminal(ignoring_hang_ups(*PAIR)) as terminal:
        terminal.wait_for("69 changes")
        terminal.press("j" * 200)
        terminal.hang_up()
        assert ends(terminal) == 128 + signal.SIGHUP


def test_the_screen_alone_may_be_gone():
    """Keys come from one terminal; the output goes to another, which closes."""
    here, there = os.openpty()
    command = f"exec {' '.join(PAIR)} >{os.ttyname(there)} 2>&1"
    with Terminal(("bash", "-c", command)) as terminal:
        shown = b""
        while b"69 changes" not in shown:
            shown += os.read(here, 65536)
        os.close(there)
        os.close(here)
        assert ends(terminal) == 128 + signal.SIGHUP


# The reading place


@pytest.fixture
def state(tmp_path) -> dict[str, str]:
    """An environment in which places outlive a program."""
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


def page_of(terminal: Terminal) -> list[str]:
    """The text in view, without the line of titles and the status line."""
    return terminal.lines[1:-1]


def left_at(state: dict[str, str], keys: str, number: int = 0) -> list[str]:
    """The page at which the reader leaves, with `q` or by a signal."""
    with Terminal(PAIR, environment=state) as terminal:
        terminal.wait_for("69 changes")
        terminal.press(keys)
        terminal.settle()
        page = page_of(terminal)
        if number:
            os.kill(terminal.process, number)
        else:
            terminal.press("q")
        ends(terminal)
    return page


def found_at(state: dict[str, str], said: str, command: tuple[str, ...] = PAIR) -> list[str]:
    """The page on which the reader opens, saying something."""
    with Terminal(command, environment=state) as terminal:
        terminal.wait_for(said)
        terminal.settle()
        assert said in terminal.lines[-1]
        return page_of(terminal)


@pytest.mark.parametrize("number", [0, *SIGNALS])
@pytest.mark.parametrize("keys", ["  j", "G", "nnnnnnnn"])
def test_a_reader_finds_the_place_where_it_was_left(state, keys, number):
    page = left_at(state, keys, number)
    # A change is no longer in hand, and not marked.
    assert found_at(state, "where you left off") == [line.replace("▌", " ") for line in page]


def test_a_place_is_kept_when_the_terminal_closes(state):
    with Terminal(PAIR, environment=state) as terminal:
        terminal.wait_for("69 changes")
        terminal.press("   ")
        terminal.settle()
        page = page_of(terminal)
        terminal.hang_up()
        ends(terminal)
    assert found_at(state, "where you left off") == page


def test_the_place_is_said_until_the_text_moves(state):
    left_at(state, "  ")
    with Terminal(PAIR, environment=state) as terminal:
        terminal.wait_for("where you left off · g for the start")
        terminal.press("g")
        terminal.wait_for("69 changes · two versions")
        assert "where you left off" not in terminal.text
        terminal.press("q")
        ends(terminal)
    assert not list(Path(state["XDG_STATE_HOME"], "diptych", "places").iterdir())


def test_a_place_is_kept_when_the_reader_goes_back_to_the_library(state):
    with Terminal(LIBRARY, environment=state) as terminal:
        terminal.wait_for("8 articles")
        terminal.press("\r")
        terminal.wait_for("same story, edited")
        terminal.press("j\r")
        terminal.wait_for("40 changes")
        terminal.press("  ")
        terminal.settle()
        page = page_of(terminal)
        terminal.press("\x1b")
        terminal.wait_for("same story, edited")
        terminal.press("\r")
        terminal.wait_for("where you left off")
        terminal.settle()
        assert page_of(terminal) == page


def test_a_place_that_cannot_be_written_is_no_trouble(tmp_path):
    (tmp_path / "state").write_text("", encoding="utf-8")
    with Terminal(PAIR, environment={"XDG_STATE_HOME": str(tmp_path / "state")}) as terminal:
        before = terminal.modes
        terminal.wait_for("69 changes")
        terminal.press("  q")
        assert ends(terminal) == 0
        assert is_left_in_good_order(terminal, before)


# To the shell and back


def test_ctrl_z_leads_to_the_shell_and_fg_back():
    shell = ("bash", "--norc", "--noprofile", "-i")
    with Terminal(shell, environment={"PS1": "SHELL> ", "HISTFILE": ""}) as terminal:

        def type_at_the_shell(command: str, answer: str) -> None:
            terminal.press(f"clear\n{command}\n")
            terminal.wait_for(answer)
            terminal.settle()

        # A wrapper is to stop as well, or the shell would go on waiting for it.
        type_at_the_shell(f"bash -c '{' '.join(PAIR)}; echo code $?'", "69 changes")
        for _ in range(2):
            terminal.press("\x1a")
            terminal.wait_for("Stopped")
            type_at_the_shell("stty -a | grep -ow '[-]*icanon'; jobs | wc -l", "\nicanon\n1")
            type_at_the_shell("fg", "69 changes")
            terminal.press("j")
            terminal.settle()
        assert terminal.text.count("Iran’s supreme leader said") > 2
        terminal.press("q")
        terminal.wait_for("code 0")
        terminal.press("exit\n")
        assert ends(terminal) == 0


def test_without_a_shell_ctrl_z_does_not_stop_it():
    with Terminal(PAIR) as terminal:
        terminal.wait_for("69 changes")
        terminal.press("\x1a")
        terminal.wait_for("there is no shell to go back to")
        terminal.press("q")
        assert ends(terminal) == 0


def test_a_stop_from_outside_gives_the_terminal_back_and_draws_all_when_it_goes_on():
    with Terminal(PAIR) as terminal:
        before = terminal.modes
        terminal.wait_for("69 changes")
        terminal.settle()
        during = terminal.modes
        os.kill(terminal.process, signal.SIGTSTP)
        terminal.settle()
        assert is_left_in_good_order(terminal, before)
        drawn = len(terminal.sent)
        os.kill(terminal.process, signal.SIGCONT)
        terminal.settle()
        assert terminal.modes == during
        assert "69 changes" in terminal.sent[drawn:].decode()


@pytest.mark.parametrize(
    "numbers",
    [
        (signal.SIGCONT,),
        (signal.SIGSTOP, signal.SIGCONT),
        (signal.SIGTSTP, signal.SIGCONT, signal.SIGCONT),
    ],
)
def test_going_on_after_a_stop_that_nobody_heard_takes_the_terminal_over_once(numbers):
    with Terminal(PAIR) as terminal:
        before = terminal.modes
        terminal.wait_for("69 changes")
        terminal.settle()
        for number in numbers:
            drawn = len(terminal.sent)
            os.kill(terminal.process, number)
            terminal.settle()
        assert "69 changes" in terminal.sent[drawn:].decode()
        terminal.press("q")
        assert ends(terminal) == 0
        assert is_left_in_good_order(terminal, before)


def stuck_on(terminal: Terminal) -> None:
    """Have more drawn than a terminal holds that nobody looks at."""
    terminal.wait_for("69 changes")
    terminal.settle()
    for _ in range(50):
        for key in " b":
            terminal.press(key)
            time.sleep(0.03)


def ends_unread(terminal: Terminal) -> int:
    """The exit code of a program whose terminal takes nothing before it has ended."""
    until = time.perf_counter() + SOON
    while time.perf_counter() < until:
        process, status = os.waitpid(terminal.process, os.WNOHANG)
        if process:
            while terminal.read(0.1):
                pass
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    raise AssertionError("it did not end")


@pytest.mark.parametrize(
    ("numbers", "code"), [((), 0), ((signal.SIGTERM,), 143), ((signal.SIGTERM,) * 2, 143)]
)
def test_a_terminal_that_took_nothing_for_long_is_left_in_good_order(numbers, code):
    with Terminal(PAIR, size=(200, 60)) as terminal:
        before = terminal.modes
        stuck_on(terminal)
        if not numbers:
            terminal.press("q")
        for number in numbers:
            os.kill(terminal.process, number)
            time.sleep(0.1)
        assert ends_unread(terminal) == code
        assert is_left_in_good_order(terminal, before)


# Crashes


CRASHES = {
    "an action": "r.ReaderScreen.action_next = boom",
    "a thread": "c.compare = boom",
    "drawing": "p.Panes.render_line = boom",
    "mounting": "r.ReaderScreen.on_mount = boom",
}


@pytest.mark.parametrize("where", CRASHES)
def test_a_crash_restores_the_terminal_before_it_tells(where):
    script = (
        "import tui.app.screens.reader as r, tui.compare as c\n"
        "import tui.app.widgets.panes as p\n"
        "def boom(*_, **__): raise RuntimeError('the bug of this test')\n"
        f"{CRASHES[where]}\nfrom tui.cli import run; run()"
    )
    with Terminal((sys.executable, "-c", script, *SEEDS[:2]), size=(80, 60)) as terminal:
        before = terminal.modes
        if where == "an action":
            terminal.wait_for("69 changes")
            terminal.press("n")
        assert ends(terminal, 10) == 1
        assert terminal.modes == before
        left, told = terminal.sent.rindex(b"\x1b[?1049l"), terminal.sent.index(b"Traceback")
        assert left < told
        assert b"the bug of this test" in terminal.sent[told:]
        assert b"\x1b[?1049h" not in terminal.sent[left:]
        assert b"\x1b[?25h" in terminal.sent[left:]
