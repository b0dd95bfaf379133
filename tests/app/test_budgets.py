"""What the reader may send for each move: bytes at the pty, 80x24, the usual theme.

Held are the median of many presses, for one line is longer than another, and the worst
of them. The texts have 10,000 paragraphs of about sixty words, every second one edited;
where a change has to be on the screen already they are some lines long.
"""

import statistics
import time
from collections.abc import Iterator

import pytest

from tests.benchmarks.texts import write_pair
from tests.terminal import DIPTYCH, Terminal

PAIRS = 10_000
OPENING = 2_600
IDLE_SECONDS, IDLE_TICKS = 5, 2


class Opened:
    """A reader that stands still, and what it has sent until then."""

    def __init__(self, terminal: Terminal) -> None:
        terminal.wait_for(" changes", seconds=60)
        terminal.rest()
        self.terminal = terminal
        self.bytes = len(terminal.sent)

    @property
    def text(self) -> list[str]:
        """The lines of the panes without their marks."""
        return [line.replace("▌", " ") for line in self.terminal.lines[1:-1]]


@pytest.fixture(scope="module")
def long(tmp_path_factory) -> Iterator[Opened]:
    """Paragraphs of sixty words."""
    paths = write_pair(tmp_path_factory.mktemp("long"), PAIRS)
    with Terminal((*DIPTYCH, *paths)) as terminal:
        yield Opened(terminal)


@pytest.fixture(scope="module")
def short(tmp_path_factory) -> Iterator[Opened]:
    """Paragraphs of eight words: two lines in a pane, so that the next change is often in view."""
    paths = write_pair(tmp_path_factory.mktemp("short"), PAIRS, words=8)
    with Terminal((*DIPTYCH, *paths)) as terminal:
        yield Opened(terminal)


@pytest.fixture(scope="module")
def middle(tmp_path_factory) -> Iterator[Opened]:
    """Paragraphs of thirty words: the next change is less than a page away, and not in view."""
    paths = write_pair(tmp_path_factory.mktemp("middle"), PAIRS, words=30)
    with Terminal((*DIPTYCH, *paths)) as terminal:
        yield Opened(terminal)


def within(sizes: list[int], median: int, worst: int) -> None:
    """Fail, with all figures, where one of the two is passed."""
    found = round(statistics.median(sizes)), max(sizes)
    assert found[0] <= median, f"median {found[0]} of {sizes}"
    assert found[1] <= worst, f"worst {found[1]} of {sizes}"


def presses(opened: Opened, key: str, count: int, first: str = "") -> list[int]:
    """Bytes for each press of a key from the start of the texts."""
    opened.terminal.press("g" + first)
    opened.terminal.settle()
    return [len(opened.terminal.answer(key)) for _ in range(count)]


def test_opening_sends_one_page(long):
    assert long.bytes <= OPENING


def test_a_line_down_sends_one_line(long):
    within(presses(long, "j", 26), median=150, worst=250)


def test_a_line_up_sends_one_line(long):
    within(presses(long, "k", 26, first="    "), median=150, worst=250)


def test_a_page_down_sends_one_page(long):
    within(presses(long, " ", 10), median=2_200, worst=2_600)


def test_the_next_change_below_sends_the_lines_that_come_into_view(middle):
    within(presses(middle, "n", 16)[2:], median=1_400, worst=1_600)


def test_the_next_change_far_away_sends_one_page(long):
    # Twenty-six lines further on nothing stays in view, and a page of text has 1,500 bytes.
    within(presses(long, "n", 16)[2:], median=2_000, worst=2_200)


def test_the_next_change_in_view_sends_the_marks_and_the_status(short):
    terminal = short.terminal
    sizes = []
    # Down some, and up and down among those that are in view then.
    for key in "nnnnnn" + "pppnnn" * 4:
        before = short.text
        sent = terminal.answer(key)
        if short.text == before:
            sizes.append(len(sent))
    assert len(sizes) > 10
    within(sizes, median=100, worst=200)


def test_moving_the_mark_of_a_list_sends_two_signs(long):
    long.terminal.answer("K", quiet=0.3)
    sizes = [len(long.terminal.answer("j")) for _ in range(5)]
    long.terminal.answer("K", quiet=0.3)
    within(sizes, median=60, worst=60)


@pytest.mark.parametrize(("key", "seconds"), [("", IDLE_SECONDS), ("/", 1.5), ("\x10", 1.5)])
def test_a_reader_that_waits_sends_nothing_and_works_not(long, key, seconds):
    terminal = long.terminal
    terminal.press(key)
    terminal.settle(quiet=0.5)
    sent, ticks = len(terminal.sent), terminal.ticks()
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        terminal.read(left)
    ticks = terminal.ticks() - ticks
    now = len(terminal.sent)
    if key:
        terminal.answer("\x1b", quiet=0.3)
    assert now == sent
    assert ticks <= IDLE_TICKS
