"""Where the reader's choices are kept."""

from pathlib import Path

import pytest

from tui.paths import places_folder, repairs_folder, state_folder


def test_the_state_folder_is_that_of_the_xdg_base_directories(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert state_folder() == tmp_path / "diptych"
    assert repairs_folder() == tmp_path / "diptych" / "repairs"
    assert places_folder() == tmp_path / "diptych" / "places"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stated", ["", "relative/path"])
def test_without_a_good_one_it_is_in_the_home(monkeypatch, tmp_path, stated):
    monkeypatch.setenv("XDG_STATE_HOME", stated)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state_folder() == Path(tmp_path, ".local", "state", "diptych")
