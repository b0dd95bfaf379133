"""What is sent when: all of it at once, or the newest when the terminal is ready for it."""

import os
import select
from collections.abc import Iterator

import pytest

from tui.wire import Reader, Sender, blank_screen

SIZE = 40, 30
ASKED = b"\x1b[5n"


def page(sign: str, screen=None):
    """A screen full of one sign: more bytes than are sent without a question."""
    frame = "".join(f"\x1b[{line};1H{sign * SIZE[0]}" for line in range(1, SIZE[1] + 1))
    return Reader().drawn(screen or blank_screen(*SIZE), frame)


class Line:
    """A sender, and the other end of what it sends to."""

    def __init__(self) -> None:
        self._here, there = os.pipe()
        self.troubles: list[Exception] = []
        self.sender = Sender(there, "utf-8", self.troubles.append)
        self.sender.start()
        self.sender.begin(*SIZE)

    def sent(self, seconds: float = 0.2) -> bytes:
        """What has come, when for so long nothing more does."""
        found = b""
        while select.select([self._here], [], [], seconds)[0]:
            found += os.read(self._here, 65536)
        return found


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    line.sent()
    yield line
    line.sender.stop()


def test_a_terminal_that_never_answers_is_asked_once_and_waited_for_never(line):
    line.sender.show(page("a"), None)
    assert line.sent().endswith(ASKED)
    line.sender.show(page("b"), None)
    sent = line.sent()
    assert b"bbb" in sent
    assert ASKED not in sent


def test_of_the_screens_that_come_before_the_answer_only_the_newest_is_sent(line):
    line.sender.show(page("a"), None)
    line.sent()
    line.sender.go_on()
    line.sender.show(page("b"), None)
    assert line.sent().endswith(ASKED)
    for sign in "cde":
        line.sender.show(page(sign), None)
    assert line.sent() == b""
    line.sender.go_on()
    sent = line.sent()
    assert b"eee" in sent
    assert b"ccc" not in sent
    assert b"ddd" not in sent


def test_a_little_change_asks_nothing(line):
    line.sender.show(page("a"), None)
    line.sent()
    line.sender.go_on()
    line.sender.show(Reader().drawn(page("a"), "\x1b[3;3Hb"), None)
    assert line.sent() == b"\x1b[3;3Hb"


def test_a_mode_is_switched_while_a_screen_waits(line):
    line.sender.show(page("a"), None)
    line.sent()
    line.sender.go_on()
    line.sender.show(page("b"), None)
    line.sent()
    line.sender.show(page("c"), None)
    line.sender.send("\x07")
    assert line.sent() == b"\x07"


def test_the_newest_screen_is_sent_whole_when_it_is_asked_for_again(line):
    line.sender.show(page("a"), None)
    line.sent()
    line.sender.show_again()
    assert line.sent().count(b"a" * SIZE[0]) == SIZE[1]


def test_nothing_is_drawn_after_the_end(line):
    line.sender.show(page("a"), None)
    line.sent()
    line.sender.end()
    line.sender.show(page("b"), None)
    line.sender.send("\x1b[?1049l")
    sent = line.sent()
    assert sent.endswith(b"\x1b[?1049l")
    assert b"b" not in sent


def test_trouble_with_drawing_is_reported_and_modes_are_still_switched(line, monkeypatch):
    monkeypatch.setattr("tui.wire.sending.Painter.paint", lambda *_: 1 / 0)
    line.sender.show(page("a"), None)
    line.sender.send("\x1b[?25h")
    assert line.sent().endswith(b"\x1b[?25h")
    assert [type(each) for each in line.troubles] == [ZeroDivisionError]
