"""A real program under a pseudo-terminal, with an emulator that shows its screen."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import NamedTuple, Self

import pyte
from rich.cells import get_character_cell_size, split_graphemes

ROOT = Path(__file__).parents[1]
SEEDS = sorted(str(path) for path in (ROOT / "seeds").iterdir())
_ARE_YOU_THERE, _THERE = b"\x1b[5n", b"\x1b[0n"
"""What every terminal is asked and answers (DSR), be it only to say that it keeps up."""
DIPTYCH = (sys.executable, "-m", "tui")


class _Screen(pyte.Screen):
    """The emulator: it measures clusters as Rich does, and keeps dimmed text apart.

    pyte by itself loses what follows a zero-width joiner, leaves half a wide character
    behind when the other half is overwritten, and takes two private reports for others.
    """

    by_character = False
    """Whether it measures each character by itself, as many terminals do."""

    def draw(self, data: str) -> None:
        for cluster, width in _characters(data) if self.by_character else _clusters(data):
            self._put(cluster, width)

    def _put(self, cluster: str, width: int) -> None:
        cursor = self.cursor
        if width and cursor.x + width > self.columns:
            if pyte.modes.DECAWM in self.mode:
                self.carriage_return()
                self.linefeed()
            else:
                cursor.x = max(0, self.columns - width)
        line = self.buffer[cursor.y]
        if not width:
            if cursor.x:
                before = cursor.x - 1 if line[cursor.x - 1].data else cursor.x - 2
                line[before] = line[before]._replace(data=line[before].data + cluster)
            return
        if not line[cursor.x].data:
            line[cursor.x - 1] = line[cursor.x - 1]._replace(data=" ")
        after = cursor.x + width
        if after < self.columns and not line[after].data:
            line[after] = line[after]._replace(data=" ")
        line[cursor.x] = cursor.attrs._replace(data=cluster)
        if width == 2:
            line[cursor.x + 1] = cursor.attrs._replace(data="")
        cursor.x = after

    def select_graphic_rendition(self, *attrs: int, **kwargs: bool) -> None:
        # pyte knows no dimmed text, and Diptych none that blinks.
        if not kwargs:
            super().select_graphic_rendition(*_dim_as_blink(attrs))

    def report_device_status(self, *args, **kwargs):
        """Answer nothing: nobody listens."""

    def set_margins(self, *args, **kwargs):
        kwargs.pop("private", None)
        super().set_margins(*args, **kwargs)


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """What takes a place of its own on the screen, with its width in cells."""
    if text.isascii():
        yield from ((character, 1) for character in text)
        return
    for start, end, width in split_graphemes(text)[0]:
        yield text[start:end], width


def _characters(text: str) -> Iterator[tuple[str, int]]:
    """Each character with its own width in cells, whatever it is joined to."""
    return ((character, get_character_cell_size(character)) for character in text)


def _dim_as_blink(attrs: tuple[int, ...]) -> Iterator[int]:
    numbers = iter(attrs)
    for number in numbers:
        if number in (38, 48):
            yield number
            kind = next(numbers, 5)
            yield kind
            yield from islice(numbers, 1 if kind == 5 else 3)
        elif number == 22:
            yield from (22, 25)
        else:
            yield {2: 5}.get(number, number)


class Cell(NamedTuple):
    """A place on the screen as a reader sees it."""

    text: str
    """Empty behind a wide character."""
    ink: str
    """Colour; no matter on a blank."""
    ground: str
    bold: bool
    dim: bool
    italic: bool
    underlined: bool
    struck: bool
    reverse: bool


def _seen(char: pyte.screens.Char) -> Cell:
    text, ink, bold, dim, italic = char.data, char.fg, char.bold, char.blink, char.italics
    if text == " " and not char.reverse:
        bold = dim = italic = False
        if not (char.underscore or char.strikethrough):
            ink = "default"
    return Cell(
        text, ink, char.bg, bold, dim, italic, char.underscore, char.strikethrough, char.reverse
    )


class Terminal:
    """A program, the screen it draws on, and the bytes it sent."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (80, 24),
        environment: dict[str, str] | None = None,
        folder: Path = ROOT,
        by_character: bool = False,
    ) -> None:
        columns, lines = size
        self._screen = _Screen(columns, lines)
        self._screen.by_character = by_character
        self._stream = pyte.ByteStream(self._screen)
        self.sent = bytearray()
        self._drawn = 0
        self.last_byte = 0.0
        chosen = {
            name: value
            for name, value in os.environ.items()
            if name
            not in {"NO_COLOR", "COLORTERM", "COLORFGBG", "TEXTUAL_THEME", "COLUMNS", "LINES"}
            | {"DIPTYCH_DRIVER"}
        }
        # Nobody finds a reading place of an earlier test, or leaves one at home.
        self._state = TemporaryDirectory(ignore_cleanup_errors=True)
        chosen |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        chosen |= {"XDG_STATE_HOME": self._state.name}
        self.started = time.perf_counter()
        self.process, self._fd = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], list(command), chosen | (environment or {}))
        self.resize(columns, lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        self.hang_up()
        self._state.cleanup()

    @property
    def lines(self) -> list[str]:
        """The screen as it stands, a string for each line."""
        screen = self._screen_now()
        columns = range(screen.columns)
        return [
            "".join(screen.buffer[line][column].data for column in columns).rstrip()
            for line in range(screen.lines)
        ]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def buffer(self):
        """The emulator's cells, by line and column."""
        return self._screen_now().buffer

    @property
    def cells(self) -> list[list[Cell]]:
        """The screen with its looks, by line and column; pyte's `blink` stands for dimmed."""
        screen = self._screen_now()
        columns = range(screen.columns)
        return [
            [_seen(screen.buffer[line][column]) for column in columns]
            for line in range(screen.lines)
        ]

    def _screen_now(self) -> _Screen:
        # Drawn when it is looked at, so that emulating takes no part in what is measured.
        fresh = bytes(self.sent[self._drawn :])
        self._drawn = len(self.sent)
        self._stream.feed(fresh)
        return self._screen

    def resize(self, columns: int, lines: int) -> None:
        size = struct.pack("HHHH", lines, columns, 0, 0)
        self._screen_now().resize(lines, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)

    @property
    def modes(self) -> list:
        """How the terminal treats keys and signs, as `termios` has it."""
        return termios.tcgetattr(self._fd)

    def blank(self) -> None:
        """Lose what is shown, as some terminals do when their window is resized."""
        self._screen.erase_in_display(2)

    def hang_up(self) -> None:
        """Close the window, or drop the link."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def press(self, keys: str) -> None:
        """Send keys as the terminal would."""
        self.press_bytes(keys.encode())

    def press_bytes(self, keys: bytes) -> None:
        """Send what may be no text."""
        os.write(self._fd, keys)

    def ticks(self) -> int:
        """Processor time that the program has used, in the kernel's ticks (100 a second)."""
        status = Path(f"/proc/{self.process}/stat").read_text()
        return sum(map(int, status.rpartition(")")[2].split()[11:13]))

    def read(self, seconds: float, at_most: int = 65536) -> bool:
        """Take in what comes within that time, so many bytes; False when nothing did."""
        if self._fd < 0:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._fd, at_most)
        except OSError:
            return False
        if data:
            self.last_byte = time.perf_counter()
            self.sent += data
            cut = len(data) + len(_ARE_YOU_THERE) - 1
            for _ in range(self.sent[-cut:].count(_ARE_YOU_THERE)):
                self.press_bytes(_THERE)
        return bool(data)

    def wait_for(self, text: str, seconds: float = 15.0) -> None:
        """Wait until a text is on the screen."""
        until = time.perf_counter() + seconds
        while text not in self.text:
            if time.perf_counter() > until:
                raise AssertionError(f"{text!r} did not come; the screen:\n{self.text}")
            self.read(0.05)

    def settle(self, quiet: float = 0.3, seconds: float = 15.0) -> None:
        """Wait until nothing has come for a while."""
        until = time.perf_counter() + seconds
        while self.read(quiet) and time.perf_counter() < until:
            pass

    def rest(self, seconds: float = 60.0) -> None:
        """Wait until the program neither sends anything nor works behind what it shows."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            ticks = self.ticks()
            if not self.read(0.5) and self.ticks() - ticks <= 1:
                return

    def answer(self, keys: str, quiet: float = 0.1) -> bytes:
        """Press keys, and give all that was sent until it was quiet."""
        before = len(self.sent)
        self.press(keys)
        self.read(5.0)
        self.settle(quiet)
        return bytes(self.sent[before:])

    def wait_for_end(self, seconds: float = 10.0) -> int:
        """Wait until the program has ended; its exit code."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.read(0.02)
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                while self.read(0.02):
                    pass
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"it did not end; the screen:\n{self.text}")
