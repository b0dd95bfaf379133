"""While large texts are read the screen shows how far it is, and can be left."""

from threading import Event

import pytest

from tests.app.conftest import Reader, pair_of
from tests.strategies import article_of
from tui.app import DiptychApp, run_app
from tui.app.screens.library import LibraryScreen
from tui.app.screens.loading import LoadingScreen
from tui.app.screens.reader import ReaderScreen
from tui.article import Document, Loaded, ReadAhead
from tui.errors import EXIT_TROUBLE, ArticleError

PAIR = pair_of(article_of(["One two three."]), article_of(["One two four."]))


class SlowReading:
    """A reading that is half done until it is told to go on."""

    def __init__(self, loaded: Loaded | Exception) -> None:
        self.go_on = Event()
        self.loaded = loaded
        self.ahead = ReadAhead(self.load)

    def load(self, progress) -> Loaded:
        progress(0.5)
        self.go_on.wait(20)
        if isinstance(self.loaded, Exception):
            raise self.loaded
        return self.loaded


@pytest.mark.parametrize(
    ("loaded", "screen"),
    [(PAIR, ReaderScreen), (Loaded((Document(article_of(["A."])),) * 2, ()), LibraryScreen)],
)
async def test_a_bar_shows_until_the_first_screen_can_be_shown(loaded, screen):
    slow = SlowReading(loaded)
    app = DiptychApp(slow.ahead)
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(pilot)
        await reader.until(lambda: reader.status == "reading [##########----------] 50%")
        assert isinstance(app.screen, LoadingScreen)
        await pilot.press("j", "enter", "slash", "a", "R")
        slow.go_on.set()
        await reader.until(lambda: isinstance(app.screen, screen))


async def test_q_leaves_while_texts_are_read():
    slow = SlowReading(PAIR)
    app = DiptychApp(slow.ahead)
    async with app.run_test(size=(80, 24)) as pilot:
        await Reader(pilot).until(lambda: isinstance(app.screen, LoadingScreen))
        await pilot.press("q")
    assert app.return_code == 0
    slow.go_on.set()


async def test_trouble_ends_the_app_and_is_told_outside_of_it():
    slow = SlowReading(ArticleError("a.txt is empty."))
    app = DiptychApp(slow.ahead)
    async with app.run_test(size=(80, 24)) as pilot:
        await Reader(pilot).until(lambda: isinstance(app.screen, LoadingScreen))
        slow.go_on.set()
        await Reader(pilot).until(lambda: app.trouble is not None)
    assert app.return_code == EXIT_TROUBLE


def test_trouble_is_raised_when_the_app_has_ended(monkeypatch):
    trouble = ArticleError("a.txt is empty.")
    monkeypatch.setattr(DiptychApp, "run", lambda app, **_: setattr(app, "trouble", trouble))
    with pytest.raises(ArticleError, match=r"a\.txt is empty"):
        run_app(ReadAhead(lambda _: PAIR))
