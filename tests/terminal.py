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
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).parents[1]
SEEDS = sorted(str(path) for path in (ROOT / "seeds").iterdir())
DIPTYCH = (sys.executable, "-m", "tui")


class _Screen(pyte.Screen):
    """The emulator, deaf to two reports whose private forms it takes for others."""

    def report_device_status(self, *args, **kwargs):
        """Answer nothing: nobody listens."""

    def set_margins(self, *args, **kwargs):
        kwargs.pop("private", None)
        super().set_margins(*args, **kwargs)


class Terminal:
    """A program, the screen it draws on, and the bytes it sent."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (80, 24),
        environment: dict[str, str] | None = None,
        folder: Path = ROOT,
    ) -> None:
        columns, lines = size
        self._screen = _Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.sent = b""
        self.last_byte = 0.0
        chosen = {
            name: value
            for name, value in os.environ.items()
            if name
            not in {"NO_COLOR", "COLORTERM", "COLORFGBG", "TEXTUAL_THEME", "COLUMNS", "LINES"}
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
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def buffer(self):
        """The emulator's cells, by line and column."""
        return self._screen.buffer

    def resize(self, columns: int, lines: int) -> None:
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)
        self._screen.resize(lines, columns)

    @property
    def modes(self) -> list:
        """How the terminal treats keys and signs, as `termios` has it."""
        return termios.tcgetattr(self._fd)

    def hang_up(self) -> None:
        """Close the window, or drop the link."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def press(self, keys: str) -> None:
        """Send keys as the terminal would."""
        os.write(self._fd, keys.encode())

    def read(self, seconds: float) -> bool:
        """Take in what comes within that time; False when nothing did."""
        if self._fd < 0:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        if data:
            self.last_byte = time.perf_counter()
            self.sent += data
            self._stream.feed(data)
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
