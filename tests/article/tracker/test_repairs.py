"""What a reader chose on a tracker's page is kept, and nothing else is believed."""

import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.article.tracker import repairs
from tui.article.tracker.repairs import load_repairs, save_repair
from tui.errors import ArticleError

PAGE = "0123abcd"


def test_nothing_is_there_before_the_first_save(tmp_path):
    folder = tmp_path / "state"
    assert load_repairs(folder, PAGE) == {}
    assert not folder.exists()


def test_a_chosen_cut_is_found_again(tmp_path):
    folder = tmp_path / "deep" / "state"
    assert save_repair(folder, PAGE, "a.1", 17) == {"a.1": 17}
    save_repair(folder, PAGE, "b.1", 0)
    assert save_repair(folder, PAGE, "a.1", 20) == {"a.1": 20, "b.1": 0}
    assert load_repairs(folder, PAGE) == {"a.1": 20, "b.1": 0}
    assert load_repairs(folder, "other") == {}
    assert [path.name for path in folder.iterdir()] == [f"{PAGE}.json"]


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", "\ufeff{}", '{"schema": 2, "cuts": {}}', '{"cuts": {}}', "[" * 100_000,
     "9" * 10_000, '{"schema": "1"}'],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_told_and_not_overwritten(tmp_path, content):
    path = tmp_path / f"{PAGE}.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ArticleError, match="move it away"):
        save_repair(tmp_path, PAGE, "a.1", 3)
    assert path.read_text(encoding="utf-8") == content


def test_bytes_that_are_no_text_are_told(tmp_path):
    (tmp_path / f"{PAGE}.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ArticleError, match=PAGE):
        load_repairs(tmp_path, PAGE)


def test_a_huge_file_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(repairs, "SIZE_LIMIT", 100)
    (tmp_path / f"{PAGE}.json").write_text(" " * 101)
    with pytest.raises(ArticleError, match="larger"):
        load_repairs(tmp_path, PAGE)


def test_one_bad_entry_costs_no_other(tmp_path):
    cuts = {
        "a.1": 3,
        "b.1": -1,
        "c.1": True,
        "d.1": "4",
        "e.1": 1.5,
        "f.1": None,
        "": 1,
        "g" * 65: 1,
    }
    (tmp_path / f"{PAGE}.json").write_text(json.dumps({"schema": 1, "cuts": cuts}))
    assert load_repairs(tmp_path, PAGE) == {"a.1": 3}


def test_a_file_of_ours_without_cuts_has_none(tmp_path):
    (tmp_path / f"{PAGE}.json").write_text('{"schema": 1, "cuts": [1]}')
    assert load_repairs(tmp_path, PAGE) == {}


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ArticleError, match="cannot be"):
        save_repair(tmp_path / "file" / "state", PAGE, "a.1", 3)


def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    save_repair(tmp_path, PAGE, "a.1", 3)

    def full_disk(_file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(ArticleError, match="no space left"):
        save_repair(tmp_path, PAGE, "a.1", 4)
    assert load_repairs(tmp_path, PAGE) == {"a.1": 3}
    assert [path.name for path in tmp_path.iterdir()] == [f"{PAGE}.json"]


def test_a_fingerprint_names_no_file_elsewhere(tmp_path):
    with pytest.raises(ValueError, match="no fingerprint"):
        save_repair(tmp_path, "../escape", "a.1", 3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["schema", "cuts"]),
                                                    inner),
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_any_content_gives_cuts_or_a_sentence(tmp_path, content):
    (tmp_path / f"{PAGE}.json").write_bytes(content)
    try:
        cuts = load_repairs(tmp_path, PAGE)
    except ArticleError:
        return
    assert all(isinstance(key, str) and cut >= 0 for key, cut in cuts.items())
