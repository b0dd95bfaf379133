"""Garbage is looked for neither in a stretch of work nor among what it made."""

import gc
from collections.abc import Iterator

import pytest

from tui.collecting import no_collecting


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    if not was_enabled:
        gc.disable()


def test_garbage_is_looked_for_again_afterwards():
    with no_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_meanwhile_counts_as_old():
    with no_collecting():
        made = [[] for _ in range(10_000)]
        assert any(each is made for each in gc.get_objects(generation=0))
    assert not any(each is made for each in gc.get_objects(generation=0))
