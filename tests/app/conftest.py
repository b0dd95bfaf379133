"""The app over texts or over the seeds, driven by keys."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.strategies import article_of
from tui.app import DiptychApp
from tui.app.widgets.panes import Panes
from tui.app.widgets.status_line import StatusLine
from tui.article import Article, load_articles

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


Open = Callable[..., AbstractAsyncContextManager[Reader]]


@asynccontextmanager
async def running(
    articles: tuple[Article, ...],
    size: tuple[int, int],
    *,
    pair: bool,
    notes: tuple[str, ...] = (),
    wait: bool = True,
) -> AsyncIterator[Reader]:
    app = DiptychApp(articles, pair=pair, notes=notes)
    async with app.run_test(size=size) as pilot:
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
        articles = article_of(left, "left"), article_of(right, "right")
        return running(articles, size, pair=True, wait=wait)

    return open_them


@pytest.fixture
def open_articles() -> Open:
    """Open the reader on two articles."""

    def open_them(left: Article, right: Article, size: tuple[int, int] = (80, 24)):
        return running((left, right), size, pair=True)

    return open_them


@pytest.fixture
def open_seeds() -> Open:
    """Open the reader on two seeds by their numbers, or the library on all of them."""

    def open_them(*numbers: int, size: tuple[int, int] = (80, 24), notes: tuple[str, ...] = ()):
        articles = load_articles(SEEDS)
        chosen = tuple(articles[number] for number in numbers) or articles
        return running(chosen, size, pair=bool(numbers), notes=notes)

    return open_them
