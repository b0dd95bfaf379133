"""A place is found again in the same two texts, and in what became of them."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import article_of
from tui.compare import Side
from tui.review import TextPlace, keep_place, kept_place, places

LEFT = article_of([f"Paragraph {number} of the left." for number in range(20)], "left.txt")
RIGHT = article_of([f"Paragraph {number} of the right." for number in range(20)], "right.txt")
PLACE = TextPlace(Side.RIGHT, 7, 4)


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "state" / "diptych" / "places"


def test_nothing_is_kept_before_the_first_time(folder):
    assert kept_place(folder, LEFT, RIGHT) is None
    assert not folder.exists()


def test_a_place_is_found_again(folder):
    keep_place(folder, LEFT, RIGHT, PLACE)
    assert kept_place(folder, LEFT, RIGHT) == PLACE


def test_it_is_of_these_two_texts_alone(folder):
    keep_place(folder, LEFT, RIGHT, PLACE)
    assert kept_place(folder, LEFT, LEFT) is None
    assert kept_place(folder, replace(LEFT, part=1), RIGHT) is None


def test_it_is_found_when_the_two_are_named_the_other_way_round(folder):
    keep_place(folder, LEFT, RIGHT, PLACE)
    assert kept_place(folder, RIGHT, LEFT) == replace(PLACE, side=Side.LEFT)


def test_it_is_found_from_another_folder(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    keep_place(folder, LEFT, RIGHT, PLACE)
    monkeypatch.chdir("/")
    assert kept_place(folder, LEFT, RIGHT) is None
    left, right = (replace(each, file=str(tmp_path / each.file)) for each in (LEFT, RIGHT))
    assert kept_place(folder, left, right) == PLACE


def test_the_start_forgets_it(folder):
    keep_place(folder, LEFT, RIGHT, PLACE)
    keep_place(folder, LEFT, RIGHT, None)
    assert kept_place(folder, LEFT, RIGHT) is None
    assert list(folder.iterdir()) == []


def test_nothing_is_kept_of_standard_input(folder):
    stdin = replace(LEFT, file="/dev/stdin")
    keep_place(folder, stdin, RIGHT, PLACE)
    assert kept_place(folder, stdin, RIGHT) is None
    assert not folder.exists()


def edited(paragraphs: list[str]):
    return article_of(paragraphs, "right.txt")


def test_a_paragraph_that_went_elsewhere_is_found_by_its_text(folder):
    keep_place(folder, LEFT, RIGHT, PLACE)
    texts = [each.text for each in RIGHT.paragraphs]
    assert kept_place(folder, LEFT, edited(["New."] * 5 + texts)) == replace(PLACE, paragraph=12)
    assert kept_place(folder, LEFT, edited(texts[5:])) == replace(PLACE, paragraph=2)
    assert kept_place(folder, LEFT, edited([texts[7]])) == replace(PLACE, paragraph=0)


def test_of_several_with_the_same_text_the_nearest_is_taken(folder):
    right = edited(["* * *", "One.", "* * *", "Two.", "Three.", "* * *"])
    keep_place(folder, LEFT, right, TextPlace(Side.RIGHT, 2, 0))
    assert kept_place(folder, LEFT, right) == TextPlace(Side.RIGHT, 2, 0)
    more = edited(["* * *", "One.", "And.", "Two.", "Three.", "* * *", "* * *"])
    assert kept_place(folder, LEFT, more) == TextPlace(Side.RIGHT, 0, 0)


def test_a_paragraph_that_is_gone_gives_no_place(folder):
    keep_place(folder, LEFT, RIGHT, PLACE)
    texts = [each.text for each in RIGHT.paragraphs if "7" not in each.text]
    assert kept_place(folder, LEFT, edited(texts)) is None


def test_only_the_owner_may_look(folder):
    keep_place(folder, LEFT, RIGHT, PLACE)
    (path,) = folder.iterdir()
    modes = [each.stat().st_mode & 0o777 for each in (folder.parent, folder, path)]
    assert modes == [0o700, 0o700, 0o600]
    assert "Paragraph" not in path.read_text(encoding="utf-8")


def test_of_many_pairs_those_read_longest_ago_go(folder, monkeypatch):
    monkeypatch.setattr(places, "PAIRS_KEPT", 3)
    for number in range(6):
        keep_place(folder, replace(LEFT, part=number + 1), RIGHT, PLACE)
        for path in folder.iterdir():
            os.utime(path, (path.stat().st_mtime - 10,) * 2)
    kept = [kept_place(folder, replace(LEFT, part=number + 1), RIGHT) for number in range(6)]
    assert kept == [None, None, None, PLACE, PLACE, PLACE]


def test_files_of_others_stay_and_are_not_in_the_way(folder, monkeypatch):
    monkeypatch.setattr(places, "PAIRS_KEPT", 1)
    folder.mkdir(parents=True)
    others = [folder / "letter.txt", folder / f"{'a' * 31}.json"]
    for path in others:
        path.touch()
        os.utime(path, (0, 0))
    (folder / "notes").mkdir()
    os.utime(folder / "notes", (0, 0))
    for number in range(3):
        keep_place(folder, replace(LEFT, part=number + 1), RIGHT, PLACE)
    assert all(path.exists() for path in others)
    assert len(list(folder.iterdir())) == len(others) + 2


def path_of_the_pair(folder: Path) -> Path:
    keep_place(folder, LEFT, RIGHT, PLACE)
    (path,) = folder.iterdir()
    return path


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", "\ufeff{}", '{"schema": 2}', "[" * 900, "9" * 900, " " * 10_000_000,
     '{"schema": 1}', '{"schema": 1, "paragraph": -1, "offset": 0, "length": 3, "text": ""}',
     '{"schema": 1, "paragraph": true, "offset": 0, "length": 3, "text": ""}'],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_passed_over_and_replaced(folder, content):
    path = path_of_the_pair(folder)
    path.write_text(content, encoding="utf-8")
    assert kept_place(folder, LEFT, RIGHT) is None
    keep_place(folder, LEFT, RIGHT, PLACE)
    assert kept_place(folder, LEFT, RIGHT) == PLACE


STRANGE = st.integers() | st.text() | st.none() | st.floats() | st.just(10**300)
FIELDS = st.sampled_from(["article", "paragraph", "offset", "length", "text"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(FIELDS, STRANGE))
def test_whatever_the_file_holds_the_place_is_in_the_text(folder, strange):
    path = path_of_the_pair(folder)
    entry = json.loads(path.read_text(encoding="utf-8")) | strange
    path.write_text(json.dumps(entry), encoding="utf-8")
    place = kept_place(folder, LEFT, RIGHT)
    if place is not None:
        article = LEFT if place.side is Side.LEFT else RIGHT
        assert 0 <= place.offset < len(article.paragraphs[place.paragraph].text)


def test_a_pipe_in_its_place_is_not_waited_for(folder):
    path = path_of_the_pair(folder)
    path.unlink()
    os.mkfifo(path)
    assert kept_place(folder, LEFT, RIGHT) is None


def test_where_nothing_can_be_written_nothing_is_and_nobody_is_told(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    keep_place(tmp_path / "file" / "places", LEFT, RIGHT, PLACE)
    assert kept_place(tmp_path / "file" / "places", LEFT, RIGHT) is None
