"""The app over texts or over the seeds, driven by keys."""

import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

import tui.compare
from tests.strategies import article_of
from tui.app import DiptychApp
from tui.app.widgets.panes import Panes
from tui.app.widgets.status_line import StatusLine
from tui.article import Article, Document, Loaded, ReadAhead, load_library
from tui.compare import CompareOptions, Comparison

SEEDS = Path(__file__).parents[2] / "seeds"


class Reader:
    """A running app, what is on its screen, and keys to press."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot
        self.app = pilot.app

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settled()

    async def settled(self) -> None:
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        await self.pilot.pause()

    async def until(self, holds: Callable[[], object], seconds: float = 10.0) -> None:
        """Wait until something holds, not longer."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, f"it did not come; the screen:\n{self.text}"
            await self.pilot.pause(0.01)

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settled()

    @property
    def lines(self) -> list[str]:
        """The text of the screen, line by line, as a reader sees it."""
        return [
            "".join(segment.text for segment in strip).rstrip()
            for strip in self.app.screen._compositor.render_strips()
        ]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def panes(self) -> Panes:
        return self.app.screen.query_one(Panes)

    @property
    def status(self) -> str:
        return self.app.screen.query_one(StatusLine).said


def pair_of(left: Article, right: Article) -> Loaded:
    """Two articles as if two texts had been named."""
    return Loaded((Document(left), Document(right)), (), pair=(left, right))


Open = Callable[..., AbstractAsyncContextManager[Reader]]


@asynccontextmanager
async def running(
    loaded: Loaded,
    size: tuple[int, int],
    *,
    wait: bool = True,
    options: CompareOptions | None = None,
) -> AsyncIterator[Reader]:
    ahead = ReadAhead(lambda _: loaded)
    ahead.wait()
    app = DiptychApp(ahead, options)
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(pilot)
        if wait:
            await reader.settled()
        yield reader


@pytest.fixture
def open_texts() -> Open:
    """Open the reader on two lists of paragraphs."""

    def open_them(
        left: list[str], right: list[str], size: tuple[int, int] = (80, 24), *, wait: bool = True
    ):
        return running(
            pair_of(article_of(left, "left"), article_of(right, "right")), size, wait=wait
        )

    return open_them


@pytest.fixture
def open_articles() -> Open:
    """Open the reader on two articles."""

    def open_them(left: Article, right: Article, size: tuple[int, int] = (80, 24)):
        return running(pair_of(left, right), size)

    return open_them


class SlowPairing:
    """Pairings that wait to be told to go on, and say how far they have come."""

    def __init__(self) -> None:
        self._may_go_on = threading.Event()

    def go_on(self) -> None:
        self._may_go_on.set()

    def wait_again(self) -> None:
        self._may_go_on.clear()

    def slowly(self, pair: Callable[..., Comparison]) -> Callable[..., Comparison]:
        def pair_slowly(left, right, options, progress):
            for share in (0.1, 0.5):
                progress(share)
            while not self._may_go_on.wait(0.01):
                progress(0.5)
            return pair(left, right, options, progress)

        return pair_slowly


@pytest.fixture
def slow_pairing(monkeypatch) -> Iterator[SlowPairing]:
    """The pairing of the reader, slowed."""
    slow = SlowPairing()
    monkeypatch.setattr(tui.compare, "compare", slow.slowly(tui.compare.compare))
    yield slow
    slow.go_on()


@pytest.fixture
def open_seeds() -> Open:
    """Open the reader on two seeds by their numbers, or the library on all of them."""

    def open_them(
        *numbers: int,
        size: tuple[int, int] = (80, 24),
        notes: tuple[str, ...] = (),
        options: CompareOptions | None = None,
    ):
        loaded = load_library([SEEDS])
        if numbers:
            loaded = pair_of(*(loaded.documents[number].whole for number in numbers))
        return running(replace(loaded, skipped=notes), size, options=options)

    return open_them
