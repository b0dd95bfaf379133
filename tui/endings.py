"""Hear what asks the program to end: a signal, or a terminal that is gone.

In: signals, and the terminal's descriptors. Out: one who draws on the terminal is asked
to end, and the process is ended when that takes too long. What is to be saved before, and
how the screen is left in good order, is the business of who draws.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from threading import Thread
from time import monotonic
from types import FrameType, TracebackType
from typing import Any, NoReturn, Self

ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
"""The signals that end the program, be they ignored when it starts or not."""

EXIT_SIGNAL = 128
"""Shells give this and a signal's number for a program that was ended by it."""

GRACE = 1.3
"""Seconds that an ending may take; then the process is ended."""

_LAST_WORDS = 0.2
"""Seconds that a terminal may take to hear that the program ends."""

_SCREEN = 1
"""The descriptor that is drawn on."""

CANCEL = "\x18"
"""Ends a sequence that was cut in two (ECMA-48, CAN)."""

# What Textual asks of a terminal, taken back: frames that are shown at once, scroll
# regions, mouse, paste, sizes in band, cut lines, kitty's keys, the other screen, the
# hidden cursor, focus, colours.
_TAKEN_BACK = (
    b"\x1b[?2026l\x1b[r\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2004l"
    b"\x1b[?2048l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)


class Endings:
    """Listens, from `with` on, in a thread that no drawing can hold up.

    Only the main thread can begin to listen.
    """

    def __init__(self) -> None:
        self.heard: int | None = None
        """The first signal that asked to end; SIGHUP for a terminal that is gone."""
        self._end: Callable[[int], object] | None = None
        self._away = False
        self._before: dict[signal.Signals, Any] = {}
        self._modes: list[Any] | None = None
        self._thread = Thread(target=self._listen, name="endings", daemon=True)

    def __enter__(self) -> Self:
        with contextlib.suppress(termios.error):
            self._modes = termios.tcgetattr(0)
        self._told, self._tell = os.pipe()
        os.set_blocking(self._tell, False)
        # The interpreter writes the number of each signal there at once, whichever
        # thread it comes to and whatever the main thread is waiting for.
        self._tells_before = signal.set_wakeup_fd(self._tell, warn_on_full_buffer=False)
        for number in ENDING:
            self._before[number] = signal.signal(number, _leave_it_to_the_listener)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        signal.set_wakeup_fd(self._tells_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.write(self._tell, b"\0")
        self._thread.join()
        os.close(self._tell)
        os.close(self._told)

    def leave(self, code: int) -> None:
        """End the process, while threads may still read or compare texts.

        After a signal the code is that of the signal. To wait for the threads could
        take long, and to flush what a terminal no longer takes would be trouble.
        """
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code if self.heard is None else EXIT_SIGNAL + self.heard)

    def draws(self, end: Callable[[int], object] | None) -> None:
        """Somebody draws on the terminal, and is to be asked to end; None: no longer.

        `end` is called once, in another thread, with the exit code. Without
        anybody to ask, the process is ended at once.
        """
        self._end = end

    @contextlib.contextmanager
    def away(self) -> Iterator[None]:
        """While another program has the terminal: Ctrl+C is meant for that one.

        Any other ending ends the process at once, and leaves the terminal as it is.
        """
        self._away = True
        try:
            yield
        finally:
            self._away = False

    def _listen(self) -> None:
        """Wait for what asks to end; a second one, or too long an ending, ends at once."""
        poll = select.poll()
        poll.register(self._told, select.POLLIN)
        for descriptor in filter(os.isatty, range(3)):
            poll.register(descriptor, 0)  # A hang-up is told without being asked for.
        until: float | None = None
        while True:
            left = None if until is None else max(0.0, until - monotonic()) * 1000
            asked: set[int] = set()
            for descriptor, what in poll.poll(left):
                if descriptor == self._told:
                    asked.update(os.read(self._told, 64))
                    continue
                poll.unregister(descriptor)
                # On macOS `poll` knows nothing of terminals, and says that they are not there.
                if not what & select.POLLNVAL:
                    asked.add(signal.SIGHUP)
            if 0 in asked:
                return
            asked.intersection_update(ENDING)
            if self._away:
                asked.discard(signal.SIGINT)
            # A hang-up is told twice, and session managers send it after any other.
            again = asked - {signal.SIGHUP}
            if until is None and asked:
                self.heard = min(asked)
                until = monotonic() + GRACE
                if not self._ask():
                    self._end_now()
            elif until is not None and (again or monotonic() >= until):
                self._end_now()

    def _ask(self) -> bool:
        """Ask who draws to end; whether there is somebody who can."""
        if self._end is None or self._away or self.heard is None:
            return False
        try:
            self._end(EXIT_SIGNAL + self.heard)
        except RuntimeError:
            return False  # Its event loop has ended.
        return True

    def _end_now(self) -> NoReturn:
        """End the process, the terminal as it was before somebody drew on it."""
        if self._end is not None and not self._away:
            # Another thread may hold the terminal for ever, and so might this one.
            last_words = Thread(target=self._take_back, daemon=True)
            last_words.start()
            last_words.join(_LAST_WORDS)
        os._exit(EXIT_SIGNAL + (self.heard or signal.SIGHUP))

    def _take_back(self) -> None:
        with contextlib.suppress(OSError, termios.error):
            # In the background the terminal is somebody else's, and to touch it stops us.
            if os.tcgetpgrp(0) == os.getpgrp():
                if not select.select((), (_SCREEN,), (), 0)[1]:
                    throw_unsent_away(_SCREEN)
                os.write(_SCREEN, CANCEL.encode() + _TAKEN_BACK)
                if self._modes is not None:
                    termios.tcsetattr(0, termios.TCSANOW, self._modes)


def throw_unsent_away(descriptor: int) -> None:
    """Forget what a terminal has not taken, and let go on who waits to write to it."""
    with contextlib.suppress(termios.error):
        termios.tcflush(descriptor, termios.TCOFLUSH)
        # Linux wakes the writer only when the flow goes on.
        termios.tcflow(descriptor, termios.TCOOFF)
        termios.tcflow(descriptor, termios.TCOON)


def _leave_it_to_the_listener(number: int, frame: FrameType | None) -> None:
    """Nothing: that there is a handler lets the interpreter tell the listener."""
