"""`diptych list` and `diptych show`: what each text was taken for."""

import io
import json
import sys
from pathlib import Path

import pytest

from tui import cli
from tui.article import load_document
from tui.article.sources import fetching
from tui.errors import EXIT_SAME, EXIT_TROUBLE
from tui.export import SCHEMA

PROSE = (
    "World powers meeting in Paris on Monday gave public backing to military action in Iraq, "
    "and France sent jets on a mission to the country, he said."
)
TITLE = "Iran says no to all of it"
STORY = f"Skip to main content\n\n{TITLE}\n\nBy Jane Doe\n\n{PROSE}\n\n{PROSE} Again.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder with one story in it, to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    Path("story.txt").write_text(STORY)
    return tmp_path


def written(capsys, *words: str) -> str:
    """What a command that must end well writes."""
    assert cli.main(words) == EXIT_SAME
    output = capsys.readouterr()
    assert output.err == ""
    return output.out


def complaint(capsys, *words: str) -> str:
    assert cli.main(words) == EXIT_TROUBLE
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1
    return output.err


def test_list_tells_what_is_known_and_what_is_guessed(capsys):
    assert written(capsys, "list", "--width", "0", "story.txt") == (
        "story.txt\n"
        "    Iran says no to all of it?\n"
        "    by Jane Doe? · en? · 65 words · 4 paragraphs · blocks between blank lines · "
        "set aside: 1 furniture\n"
        "\n"
        "1 article in 1 file\n"
    )


def test_list_without_a_name_lists_the_current_folder(capsys):
    Path("more.md").write_text(f"# More\n\n{PROSE}")
    Path("empty.txt").touch()
    Path(".hidden").touch()
    lines = written(capsys, "list").splitlines()
    assert lines[0] == "more.md"
    assert "    More" in lines
    assert lines[-3:] == [
        "empty.txt is empty; give a file with text in it.",
        "1 file was passed over: 1 hidden.",
        "2 articles in 2 files",
    ]


def test_list_as_a_record(capsys):
    record = json.loads(written(capsys, "list", "--json", "."))
    (article,) = record["articles"]
    assert record["schema"] == SCHEMA
    assert (article["title"], article["byline"], article["part"]) == (
        "Iran says no to all of it", "Jane Doe", None,
    )  # fmt: skip
    assert article["guessed"] == ["byline", "language", "title"]
    assert article["asides"] == 1
    assert "paragraphs" not in article
    assert (record["skipped"], record["passed_over"]) == ([], "")


def test_show_gives_each_paragraph_with_its_line_its_mark_and_its_role(capsys):
    lines = written(capsys, "show", "story.txt", "--width", "60").splitlines()
    assert lines[0] == "story.txt"
    assert "title      Iran says no to all of it (guessed)" in lines
    assert "date       not known" in lines
    assert "     1 : furniture Skip to main content" in lines
    assert "     3   title     Iran says no to all of it" in lines
    body = lines.index("     7   body      World powers meeting in Paris on Monday")
    assert lines[body + 1] == " " * 19 + "gave public backing to military action in"
    assert max(map(len, lines)) <= 60


def test_show_in_a_narrow_terminal_puts_the_text_under_its_role(capsys):
    lines = written(capsys, "show", "story.txt", "--width", "30").splitlines()
    at = lines.index("     5   byline")
    assert lines[at + 1] == "  By Jane Doe"
    assert max(map(len, lines)) <= 30


def test_show_as_plain_text_leaves_out_what_is_set_aside(capsys):
    assert written(capsys, "show", "--plain", "story.txt") == (
        f"Iran says no to all of it\n\nBy Jane Doe\n\n{PROSE}\n\n{PROSE} Again.\n"
    )


def test_show_as_a_record_gives_the_text_back(capsys, seeds):
    record = json.loads(written(capsys, "show", "--json", str(seeds["000"])))
    document = load_document(seeds["000"])
    texts = [each["text"] for each in record["article"]["paragraphs"]]
    assert texts == [each.text for each in document.whole.paragraphs]
    assert record["parts"] == [part.origin for part in document.parts]
    assert record["notes"] == []


def test_show_of_a_file_with_parts_names_them(capsys, seeds):
    text = written(capsys, "show", "--width", "0", str(seeds["004"]))
    assert f"{seeds['004']}#2 (version 3, about 3 hours later)" in text
    assert "in doubt" in text
    assert "   8 ? " in text or " ? body" in text


def test_show_of_one_version_has_its_label(capsys, seeds):
    text = written(capsys, "show", "--width", "0", f"{seeds['004']}#1")
    assert "part       version 2" in text


def test_show_takes_no_folder_and_no_empty_name(capsys):
    assert "`diptych list .`" in complaint(capsys, "show", ".")
    assert "the name is empty" in complaint(capsys, "show", "")


def test_json_and_plain_do_not_go_together(capsys):
    assert "--plain" in complaint(capsys, "show", "--json", "--plain", "story.txt")


@pytest.mark.parametrize("size", ["0", "-1", "wide", "nan", ""])
def test_a_silly_size_limit_is_refused(capsys, size):
    sentence = complaint(capsys, "show", f"--size-limit={size}", "story.txt")
    assert "give a number of MB over 0" in sentence


def test_a_size_limit_holds(capsys):
    sentence = complaint(capsys, "show", "--size-limit", "0.0001", "story.txt")
    assert "story.txt is larger than 0.0001 MB" in sentence
    assert "--size-limit" in sentence


def test_standard_input_can_be_compared(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    monkeypatch.setattr(fetching, "_come_in", [])
    assert written(capsys, "diff", "-", "story.txt").startswith("---")


def test_what_is_set_aside_makes_no_difference_unless_it_is_asked_for(capsys):
    Path("bare.txt").write_text(STORY.partition("\n\n")[2])
    assert "1 aside" in written(capsys, "diff", "story.txt", "bare.txt")
    assert cli.main(["diff", "--asides", "story.txt", "bare.txt"]) == 1
    assert "- Skip to main content" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["list", "show", "diff"])
def test_help_has_the_names_of_texts(capsys, word):
    text = written(capsys, word, "--help")
    assert "HEAD~1:draft.txt" in text
