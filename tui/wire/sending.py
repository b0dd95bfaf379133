"""Send screens to a terminal, as soon as it is ready for them.

In: screens, and sequences that draw nothing. Out: bytes. How one screen becomes the next
is the painter's business, and what is to be sent that of who draws.
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable
from time import monotonic

from tui.endings import CANCEL, throw_unsent_away
from tui.wire.model import Place, Screen, blank_screen
from tui.wire.painting import Painter

_PATIENCE = 0.5
"""Seconds that a terminal has to take the last bytes when the app ends."""
_LAST_PATIENCE = 0.3
"""Seconds that it has after what it did not take has been thrown away."""
SYNCHRONIZED = "2026"
"""The mode in which a terminal shows a frame in one go."""
_ARE_YOU_THERE = "\x1b[5n"
THERE = b"\x1b[0n"
"""A question as old as the VT100, and its answer, which comes when all before is drawn."""
_LARGE = 500
"""Bytes of a frame that is to be shown in one go, where the terminal can, and after which
it is asked whether it has drawn them."""
_UNANSWERED = 3.0
"""Seconds after which the next frame is sent all the same."""
_PLAIN = "\x1b[m"
_MARGINS_RESET = "\x1b[r"
_CLEAR = f"{_PLAIN}\x1b[H\x1b[2J"
"""For terminals without a second screen."""


class Sender:
    """Sends to the terminal, in a thread of its own, for a slow link takes its time.

    One screen waits, the newest. When the terminal takes bytes again it is sent what
    differs from the screen it shows, and the screens between the two are never drawn.
    That it takes bytes says little: the system's buffers, and those of a link, hold many
    screens. So a terminal that answers is asked whether it has drawn a large one.
    """

    def __init__(self, file: int, encoding: str, report: Callable[[Exception], None]) -> None:
        self.synchronized = False
        """Whether the terminal can show all of a frame in one go."""
        self._file = file
        self._encoding = encoding
        self._report = report
        self._painter: Painter | None = None
        self._has_news = threading.Condition()
        # What waits to be sent.
        self._sequences: list[str] = []
        self._screen: tuple[Screen, Place | None] | None = None
        self._newest: tuple[Screen, Place | None] | None = None
        self._is_forgotten = self._is_over = False
        self._is_asked = self._answers = False
        self._not_before = 0.0
        self._farewell: list[str] = []
        """What the terminal has to hear in the end, whatever it misses before."""
        self._is_cut = False
        self._thread = threading.Thread(target=self._run, name="diptych-output", daemon=True)

    def start(self) -> None:
        """Begin to send."""
        self._thread.start()

    def begin(self, columns: int, lines: int) -> None:
        """Begin to draw, on an empty screen."""
        with self._has_news:
            self._painter = Painter(blank_screen(columns, lines))
            self._is_forgotten = False
            self._sequences.append(_CLEAR)
            self._has_news.notify()

    def send(self, sequence: str) -> None:
        """Send something that draws nothing."""
        with self._has_news:
            self._sequences.append(sequence)
            if self._farewell:
                self._farewell.append(sequence)
            self._has_news.notify()

    def show(self, screen: Screen, cursor: Place | None) -> None:
        """Have the terminal show a screen, unless a newer one comes before it is ready."""
        with self._has_news:
            self._screen = self._newest = screen, cursor
            self._has_news.notify()

    def forget(self) -> None:
        """Take nothing for granted of what the terminal shows."""
        with self._has_news:
            self._is_forgotten = True

    def go_on(self) -> None:
        """The terminal has drawn all that it was sent."""
        with self._has_news:
            self._answers = True
            self._not_before = 0.0
            self._has_news.notify()

    def show_again(self) -> None:
        """Send all of the newest screen, whatever the terminal shows."""
        with self._has_news:
            self._is_forgotten = True
            self._screen = self._newest
            self._has_news.notify()

    def end(self) -> None:
        """Draw no more."""
        with self._has_news:
            lines = len(self._painter.shown) if self._painter is not None else 0
            self._painter = self._screen = self._newest = None
            # A terminal without a second screen goes on below what was drawn.
            below = f"{_PLAIN}\x1b[{lines}H\x1b[K" if lines else _PLAIN
            self._sequences.append(below)
            self._farewell = [CANCEL, _MARGINS_RESET, below]
            if self.synchronized:
                self._farewell.append(f"\x1b[?{SYNCHRONIZED}l")
            self._has_news.notify()

    def stop(self) -> None:
        """Send what waits, if the terminal takes it soon, and end.

        What it does not take is thrown away, so that whatever else it misses, it
        hears in the end how to be as it was.
        """
        with self._has_news:
            self._is_over = True
            self._has_news.notify()
        self._thread.join(_PATIENCE)
        if self._thread.is_alive():
            self._is_cut = True
            throw_unsent_away(self._file)
            self._thread.join(_LAST_PATIENCE)

    def _run(self) -> None:
        while True:
            with self._has_news:
                while not (self._sequences or self._is_over) and (wait := self._wait()) != 0:
                    self._has_news.wait(wait)
                if self._is_over and not self._sequences:
                    break
                sequences, self._sequences = self._sequences, []
                screen = None
                if self._wait() == 0:
                    screen, self._screen = self._screen, None
                painter, is_forgotten = self._painter, self._is_forgotten
                self._is_forgotten = False
            output = "".join(sequences)
            if painter is not None and is_forgotten:
                painter.forget()
            if painter is not None and screen is not None:
                try:
                    output += self._in_one_go(painter.paint(*screen))
                except Exception as error:  # noqa: BLE001  (a thread has nobody else to tell it)
                    self._painter = None
                    self._report(error)
            if not self._put(output.encode(self._encoding, errors="replace")):
                return
        if self._is_cut:
            self._put("".join(self._farewell).encode())

    def _wait(self) -> float | None:
        """Seconds until the screen that waits may be sent; None while none does."""
        return None if self._screen is None else max(0.0, self._not_before - monotonic())

    def _in_one_go(self, output: str) -> str:
        """A frame with what belongs around it."""
        is_large = len(output) >= _LARGE
        if self.synchronized and is_large:
            output = f"\x1b[?{SYNCHRONIZED}h{output}\x1b[?{SYNCHRONIZED}l"
        # The first question finds out whether there is an answer; nothing waits for it.
        if is_large and (self._answers or not self._is_asked):
            self._is_asked = True
            output += _ARE_YOU_THERE
            if self._answers:
                self._not_before = monotonic() + _UNANSWERED
        return output

    def _put(self, output: bytes) -> bool:
        """Whether all of it could be sent."""
        while output:
            try:
                output = output[os.write(self._file, output) :]
            except BlockingIOError:
                select.select((), (self._file,), ())
            except OSError:
                return False  # The thread that waits for keys tells that the terminal has gone.
        return True
