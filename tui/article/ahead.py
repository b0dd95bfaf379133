"""Read in a thread, so that a screen can show how far it is.

In: what reads. Out: what it gave, or its trouble, when it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from tui.article.load import Loaded
from tui.article.reading import Progress


class ReadAhead:
    """A reading under way."""

    def __init__(self, load: Callable[[Progress], Loaded]) -> None:
        self.share = 0.0
        """Which share (0 to 1) of it is done."""
        self._load = load
        self._outcome: Loaded | BaseException | None = None
        # A daemon, so that nobody who leaves waits for the end of a large file.
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is done, or so long; whether it is done."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def outcome(self) -> Loaded:
        """What was read; waits for it.

        Raises:
            ReaderError: What the reading raised.
        """
        self.wait()
        if isinstance(self._outcome, Loaded):
            return self._outcome
        raise self._outcome or RuntimeError("the reading ended without an outcome")

    def _run(self) -> None:
        try:
            self._outcome = self._load(self._progress)
        except BaseException as error:  # noqa: BLE001 - raised again where it can be told
            self._outcome = error

    def _progress(self, share: float) -> None:
        self.share = share
