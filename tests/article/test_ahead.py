"""Reading in a thread: what it gave, its trouble, and how far it is."""

from threading import Event

import pytest

from tui.article import Loaded, ReadAhead
from tui.errors import ArticleError

NOTHING = Loaded((), ())


def test_what_was_read_is_the_outcome():
    ahead = ReadAhead(lambda _: NOTHING)
    assert ahead.wait()
    assert ahead.outcome() is NOTHING


def test_trouble_is_raised_where_the_outcome_is_asked_for():
    def load(_):
        raise ArticleError("a.txt is empty.")

    ahead = ReadAhead(load)
    assert ahead.wait()
    with pytest.raises(ArticleError, match=r"a\.txt is empty"):
        ahead.outcome()


def test_it_tells_how_far_it_is_and_waits_no_longer_than_asked():
    go_on = Event()

    def load(progress):
        progress(0.5)
        go_on.wait(10)
        progress(1.0)
        return NOTHING

    ahead = ReadAhead(load)
    assert not ahead.wait(0.05)
    assert ahead.share == 0.5
    go_on.set()
    assert ahead.outcome() is NOTHING
    assert ahead.share == 1.0
