"""A tracker's page is a document of two versions, and can be cut elsewhere."""

import os
from pathlib import Path

import pytest

from tui.article import ReadOptions, Role, load_article, load_document
from tui.article.pages import keep_cut, with_cut
from tui.article.tracker.page import next_place
from tui.compare import Regime, compare
from tui.errors import ArticleError


@pytest.fixture
def kept(tmp_path) -> ReadOptions:
    """Options to read with, so that cuts are kept in an empty folder."""
    return ReadOptions(repairs=tmp_path / "repairs")


@pytest.fixture
def document(seeds, kept):
    return load_document(seeds["004"], kept)


def rows(document):
    return document.two_versions.page.rows


def test_004_opens_as_two_versions_with_their_labels(document):
    assert [part.label for part in document.parts] == [
        "version 2", "version 3, about 3 hours later",
    ]  # fmt: skip
    for part in document.parts:
        assert part.paragraphs[0].role is Role.TITLE
        assert part.source == "nytimes"
        assert not any(each.aside for each in part.paragraphs)


def test_the_whole_is_the_page_as_it_came(document, seeds):
    lines = seeds["004"].read_text(encoding="utf-8").splitlines()
    shown = {each.line: each.text for each in document.whole.paragraphs}
    assert shown == {
        number: line.strip().replace("\t", " ")
        for number, line in enumerate(lines, start=1)
        if line.strip()
    }
    assert {each.role for each in document.whole.paragraphs if each.aside} == {Role.FURNITURE}


def test_the_versions_together_are_the_rows(document):
    for row in rows(document):
        sides = [
            next((each.text for each in part.paragraphs if each.line == row.line), "")
            for part in document.parts
        ]
        assert " ".join(filter(None, sides)) == row.text


def test_a_version_can_be_compared_with_the_other_and_with_anything_else(document, seeds):
    comparison = compare(*document.parts)
    assert comparison.regime in (Regime.VERSIONS, Regime.TELLINGS)
    other = load_article(seeds["001"])
    assert compare(document.parts[1], other).rows


def test_a_page_as_one_text_has_to_be_named_by_its_versions(seeds):
    with pytest.raises(ArticleError) as caught:
        load_article(seeds["004"])
    sentence = str(caught.value)
    assert "holds two versions of one text; name `" in sentence
    assert "#1` (version 2) or `" in sentence


def test_rows_in_doubt_are_in_doubt_in_both_versions(document):
    doubtful = {row.line for row in rows(document) if row.doubtful}
    assert doubtful
    for part in document.parts:
        found = {each.line for each in part.paragraphs if each.doubtful}
        assert found <= doubtful


def test_a_cut_elsewhere_changes_its_row_and_is_beyond_doubt(document):
    row = next(row for row in rows(document) if row.doubtful)
    at = rows(document).index(row)
    anew = with_cut(document, row.key, next_place(row))
    assert rows(anew)[at].cut == next_place(row)
    assert rows(anew)[at].by_hand
    assert not rows(anew)[at].doubtful
    assert with_cut(anew, row.key, None) == document


def test_a_cut_is_remembered_for_the_next_time_and_can_be_forgotten(document, seeds, kept):
    row = next(row for row in rows(document) if row.doubtful)
    at = rows(document).index(row)
    assert not kept.repairs.exists()
    keep_cut(document, row.key, next_place(row))
    again = load_document(seeds["004"], kept)
    assert rows(again)[at].cut == next_place(row)
    assert rows(again)[at].by_hand
    keep_cut(again, row.key, None)
    assert rows(load_document(seeds["004"], kept)) == rows(document)


def test_broken_choices_cost_only_themselves(document, seeds, kept):
    keep_cut(document, rows(document)[0].key, 0)
    (file,) = kept.repairs.iterdir()
    file.write_text("{")
    again = load_document(seeds["004"], kept)
    assert len(again.parts) == 2
    assert again.notes[0].startswith("The cuts that you chose are left out: ")
    with pytest.raises(ArticleError):
        keep_cut(again, rows(again)[0].key, 0)
    assert file.read_text() == "{"


def test_without_a_folder_nothing_is_kept(seeds, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    document = load_document(seeds["004"])
    keep_cut(document, rows(document)[0].key, 0)
    assert list(Path().iterdir()) == []


def test_any_other_document_stays_as_it_is(seeds):
    other = load_document(seeds["001"])
    assert with_cut(other, "key", 3) is other
    keep_cut(other, "key", 3)


def test_a_page_with_all_its_text_on_one_side_is_one_article(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "This article is from the source 'paper' and was first published or seen on Monday.\n"
        "The article has changed 6 times.\nVersion 2 Version 3\nWord\n"
    )
    document = load_document(page)
    assert document.parts == ()
    assert document.two_versions is None


def test_versions_that_were_named_by_themselves_can_be_repaired(seeds, kept):
    document = load_document(f"{seeds['004']}#2", kept)
    assert document.parts == ()
    full = with_cut(document, "", None)
    assert full.parts[1] == document.whole


def test_a_pipe_in_the_place_of_what_was_chosen_is_not_waited_for(document, seeds, kept):
    keep_cut(document, rows(document)[0].key, 0)
    (file,) = kept.repairs.iterdir()
    file.unlink()
    os.mkfifo(file)
    assert load_document(seeds["004"], kept).notes == ()
