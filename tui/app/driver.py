"""Between Textual and the terminal: sends what has changed, and lets nothing else pass.

In: what Textual writes, frame after frame; the keys of the terminal. Out: few bytes; a
hang-up when the terminal has gone. This is the only file that knows what Textual does
not promise: the shape of its frames, its thread for keys, its way to begin and to end.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import sys
import termios
import tty
from codecs import getincrementaldecoder
from collections.abc import Callable, Mapping
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message

from tui.terminal import abilities_of
from tui.wire import SYNCHRONIZED, THERE, Reader, Sender, blank_screen, cursor_of, fitted, is_frame

_STANDARD_OUTPUT = 1
"""Where it draws; Textual draws on standard error, which people send to a file."""
_SWITCH = "DIPTYCH_DRIVER"
"""The variable that, set to `textual`, has Textual's own driver used."""
_LARGEST = Size(1_000, 500)
"""Columns and lines that are drawn on, at most: a terminal may say that it is any size."""

_MODE = re.compile(r"\x1b\[\?\d+[hl]")
_ASKING = re.compile(r"\x1b\[(?:(?:>\d+|<)u|\?\d+\$p)")
"""How keys are to be told apart, and whether a mode is known: old terminals may print it."""
_HARMLESS = re.compile(r"\x1b\]52;c;[A-Za-z0-9+/]+={0,2}\x07|\x07")
"""A text that was cut, for the clipboard, in letters that cannot steer; and the bell."""
_URXVT = "1015"
"""A mode that is never asked for: a way to report the mouse that 1006 has replaced."""
_NEW = {"1004", "1016", "2004", "2048"}
"""Modes that old terminals do not know."""
_ON_BEFORE = {"7", "25"}
"""Modes that a terminal is in when nobody draws on it: lines wrap, the cursor is seen."""
_ALTERNATE_SCREEN = "1049"


def driver_class(environment: Mapping[str, str]) -> type[Driver] | None:
    """The driver to use; None leaves it to Textual."""
    return None if environment.get(_SWITCH) == "textual" else QuietDriver


def can_suspend(app: App[Any]) -> bool:
    """Whether the terminal can be left for a while."""
    return app._driver is not None and app._driver.can_suspend


def draw_again(app: App[Any]) -> None:
    """Send the whole screen again: another program may have written over it."""
    driver = app._driver
    if isinstance(driver, QuietDriver):
        driver.draw_again()
    else:
        app.refresh(repaint=True)


class QuietDriver(LinuxDriver):
    """Draws on Linux and macOS, with as few bytes as it takes."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._encoding = getattr(sys.__stdout__, "encoding", None) or "ascii"
        self._abilities = abilities_of(os.environ, self._encoding)
        self._reader = Reader()
        # Columns and lines: set by a signal or by the thread for keys, in the midst of
        # anything; nothing else of the grid is.
        self._grid_size = (80, 24)
        self._wanted = blank_screen(*self._grid_size)
        self._sender = self._new_sender()
        self._draws = False
        self._modes: dict[str, str] = {}
        # Something can be read here while the thread that waits for keys is to end.
        self._end_of_keys, self._ends_keys = os.pipe()

    # What Textual writes

    def write(self, data: str) -> None:
        """Draw a frame, switch a mode; everything else stays here."""
        if is_frame(data):
            if self._draws:
                self._wanted = self._reader.drawn(fitted(self._wanted, *self._grid_size), data)
                self._sender.show(self._wanted, cursor_of(data))
            return
        if _MODE.fullmatch(data):
            self._switch(data[3:-1], data[-1])
        elif _HARMLESS.fullmatch(data) or (_ASKING.fullmatch(data) and self._abilities.answers):
            self._sender.send(data)

    def _switch(self, mode: str, switch: str) -> None:
        if mode == SYNCHRONIZED:
            # Textual asks for it only where it is known; it is worth its bytes for large frames.
            self._sender.synchronized = True
        elif mode == _URXVT or (mode in _NEW and not self._abilities.answers):
            return
        elif self._modes.get(mode) != switch:
            self._modes[mode] = switch
            self._sender.send(f"\x1b[?{mode}{switch}")
            if (mode, switch) == (_ALTERNATE_SCREEN, "h"):
                self._sender.begin(*self._grid_size)
                self._draws = True

    def draw_again(self) -> None:
        """Send the whole screen again."""
        self._sender.show_again()

    # Beginning and ending

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._modes.clear()
        self._sender = self._new_sender()
        self._sender.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        with contextlib.suppress(termios.error):
            modes = termios.tcgetattr(self.fileno)
            # A line feed stays one, and one byte; Textual puts all modes back in the end.
            modes[tty.OFLAG] &= ~termios.OPOST
            termios.tcsetattr(self.fileno, termios.TCSANOW, modes)
        if not self._draws:
            self._sender.stop()  # It is in the background, and was stopped again.

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was; what has not been drawn by now never is."""
        self._draws = False
        self._sender.end()
        super().stop_application_mode()
        # Textual forgets one: the mouse in pixels.
        for mode in [mode for mode, switch in self._modes.items() if switch == "h"]:
            if mode not in _ON_BEFORE:
                self._switch(mode, "l")

    def _sigtstp_application(self, *_: object) -> None:
        """Stop, but not in the middle of another stop, or of going on."""
        if not (self._auto_restart and self._soon(self._stop)):
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop."""
        if self._auto_restart:
            self._soon(self._go_on)

    def _soon(self, do: Callable[[], None]) -> bool:
        """Do something between two other things; whether there is still somebody to do it."""
        if self._loop.is_closed():
            return False
        self._loop.call_soon_threadsafe(do)
        return True

    def _stop(self) -> None:
        if self._draws:
            super()._sigtstp_application()

    def _go_on(self) -> None:
        """Take the terminal over again.

        Of a stop by SIGSTOP nobody could hear: the terminal was not given back, and to
        take it over twice would leave two threads for keys, and the modes of the first
        time for those that are to be put back.
        """
        if self._draws:
            with contextlib.suppress(OSError):
                if os.tcgetpgrp(self.fileno) != os.getpgrp():
                    # In the background the terminal is somebody else's.
                    os.kill(os.getpid(), signal.SIGSTOP)
                    return
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()

    def _new_sender(self) -> Sender:
        return Sender(_STANDARD_OUTPUT, self._encoding, self._broken)

    def _broken(self, error: Exception) -> None:
        self._app.call_from_thread(self._app._handle_exception, error)

    def close(self) -> None:
        """Wait until the last byte is sent, if the terminal takes it."""
        self._sender.stop()
        super().close()

    def _get_terminal_size(self) -> tuple[int, int]:
        size = _at_most(Size(*super()._get_terminal_size()))
        self._resize(*size)
        return size

    def process_message(self, message: Message) -> None:
        """Pass on what the terminal says; a new size is for the grid too."""
        if isinstance(message, events.Resize):
            size = _at_most(message.size)
            if size != message.size:
                message = events.Resize(size, size, pixel_size=message.pixel_size)
            # A terminal that tells its sizes begins with the one it has.
            if size != self._grid_size:
                self._resize(*size)
        super().process_message(message)

    def _resize(self, columns: int, lines: int) -> None:
        """Nothing is known of a screen that has been resized, even back to what it was."""
        self._grid_size = columns, lines
        if fitted(self._wanted, columns, lines) is self._wanted:
            self._sender.show_again()  # Textual has nothing to draw then.
        else:
            self._sender.forget()

    # Keys

    def disable_input(self) -> None:
        """Listen to no more keys."""
        os.write(self._ends_keys, b"\0")
        super().disable_input()
        os.read(self._end_of_keys, 1)

    def run_input_thread(self) -> None:
        """Wait for keys, without looking up every tenth of a second.

        Bytes that are no text come out as U+FFFD instead of ending the app. When
        the terminal has gone, the process is told so by SIGHUP, which it may not have
        been sent, or may have been started to ignore.
        """
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder(self._encoding)("replace").decode
        while True:
            # An escape is a key of its own if nothing follows it for a moment.
            waits = parser._timeout_time is not None
            # Not `poll`, which cannot wait for a terminal on macOS.
            both = (self.fileno, self._end_of_keys)
            ready, _, _ = select.select(both, (), (), 0.1 if waits else None)
            if self._end_of_keys in ready:
                return
            if self.fileno in ready:
                try:
                    typed = os.read(self.fileno, 4096)
                except OSError:
                    typed = b""
                if not typed:
                    signal.raise_signal(signal.SIGHUP)
                    return
                if THERE in typed:
                    self._sender.go_on()
                    typed = typed.replace(THERE, b"")
                # Half a character is no text yet, and no text is the end to the parser.
                if not (text := decode(typed)):
                    continue
                try:
                    for message in parser.feed(text):
                        self.process_message(message)
                except (ArithmeticError, LookupError, ValueError):
                    # Of some sequences Textual expects more than it looks for.
                    parser = XTermParser(self._debug)
            for message in parser.tick():
                self.process_message(message)


def _at_most(size: Size) -> Size:
    return Size(min(size.width, _LARGEST.width), min(size.height, _LARGEST.height))
