"""What is asked for of `diptych diff`, and what a reader set down once."""

import importlib
import json
from pathlib import Path

import pytest

from tui import cli
from tui.cli.arguments import QUIETABLE
from tui.compare import QUIET, Regime, Wording
from tui.config import NEVER_QUIET
from tui.errors import EXIT_DIFFERENT, EXIT_SAME, EXIT_TROUBLE
from tui.export import CHOICES

OLD = (
    "The US envoy walked towards the gate of the harbour, and nobody saw him.\n\n"
    "The ministers met yesterday in Paris, and they spoke of the war and of the peace.\n"
)
STYLED = OLD.replace("US", "U.S.").replace("towards", "toward")
NEW = STYLED.replace("yesterday", "on Monday")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder with three texts, and with a place for settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name, text in (("old.txt", OLD), ("styled.txt", STYLED), ("new.txt", NEW)):
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def settings(folder):
    """Write the file of settings."""

    def write(text: str) -> None:
        path = folder / "config" / "diptych" / "config.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def opened(monkeypatch):
    """The pair and the options that the app was opened with, instead of opening it."""
    calls = []

    def run_app(ahead, options, *_):
        calls.append((ahead.outcome().pair, options))
        return EXIT_SAME

    monkeypatch.setattr(importlib.import_module("tui.app"), "run_app", run_app, raising=False)
    monkeypatch.setattr("tui.cli.read.is_terminal", lambda stream: stream is not None)
    return calls


def record(capsys, *words: str) -> dict:
    cli.main(["diff", "--format", "json", *words])
    return json.loads(capsys.readouterr().out)


def complaint(capsys, *words: str) -> str:
    """The one line on standard error of a command that must end in trouble."""
    assert cli.main(words) == EXIT_TROUBLE
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.count("\n") == 1
    assert "\x1b" not in written.err
    return written.err


# --- exit codes


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("old.txt styled.txt", EXIT_DIFFERENT),
        ("--only loud old.txt styled.txt", EXIT_SAME),
        ("--only loud old.txt new.txt", EXIT_DIFFERENT),
        ("--only moved old.txt new.txt", EXIT_SAME),
        ("--only fact old.txt styled.txt", EXIT_SAME),
        ("--only fact --format json old.txt new.txt", EXIT_DIFFERENT),
        ("--only points --quiet none old.txt new.txt", EXIT_DIFFERENT),
        ("--only quiet --quiet none old.txt styled.txt", EXIT_SAME),
        ("--facts old.txt styled.txt", EXIT_SAME),
        ("--facts old.txt new.txt", EXIT_DIFFERENT),
        ("--ledger old.txt styled.txt", EXIT_DIFFERENT),
        ("--ledger styled.txt new.txt", EXIT_SAME),
        ("--summary old.txt old.txt", EXIT_SAME),
        ("--summary --facts old.txt styled.txt", EXIT_DIFFERENT),
    ],
)
def test_only_what_was_asked_for_counts(words, code, capsys):
    assert cli.main(["diff", *words.split()]) == code
    assert capsys.readouterr().err == ""


# --- kinds


def test_house_style_is_quiet_in_text_and_json(capsys):
    assert [row["kind"] for row in record(capsys, "old.txt", "styled.txt")["rows"]] == [
        "quiet", "same",
    ]  # fmt: skip
    cli.main(["diff", "old.txt", "styled.txt"])
    assert "· The [-US-]{+U.S.+} envoy" in capsys.readouterr().out


def test_what_is_quiet_can_be_said(capsys):
    found = record(capsys, "--quiet", "points, case", "old.txt", "styled.txt")
    assert found["quiet"] == ["case", "points"]
    assert [edit["quiet"] for edit in found["rows"][0]["edits"]] == [True, False]
    assert record(capsys, "--quiet", "none", "old.txt", "styled.txt")["quiet"] == []


@pytest.mark.parametrize("kinds", CHOICES)
def test_every_kind_can_be_asked_for(kinds, capsys):
    assert cli.main(["diff", "--only", kinds, "old.txt", "new.txt"]) in (EXIT_SAME, EXIT_DIFFERENT)
    assert capsys.readouterr().err == ""


def test_the_help_names_every_kind(capsys):
    assert list(QUIETABLE) == [kind.value for kind in Wording if kind not in NEVER_QUIET]
    cli.main(["diff", "--help"])
    named = capsys.readouterr().out.replace(",", " ").split()
    assert [kind for kind in CHOICES if kind not in named] == []


@pytest.mark.parametrize("option", ["--quiet", "--only"])
@pytest.mark.parametrize("value", ["", ",", "case,", "Case", "none,case", "\x1b[2J", "é" * 5000])
def test_a_kind_that_there_is_not_is_refused(option, value, capsys):
    sentence = complaint(capsys, "diff", f"{option}={value}", "old.txt", "new.txt")
    assert option in sentence
    assert len(sentence) < 1000


def test_the_nearest_kind_is_named(capsys):
    words = ("old.txt", "new.txt")
    assert "is spelling meant?" in complaint(capsys, "diff", "--quiet", "speling", *words)
    assert "is fact meant?" in complaint(capsys, "diff", "--only", "facts", *words)


@pytest.mark.parametrize("kind", sorted(NEVER_QUIET))
def test_what_changes_what_is_said_cannot_be_quiet(kind, capsys):
    sentence = complaint(capsys, "diff", "--quiet", kind, "old.txt", "new.txt")
    assert f"{kind} cannot be quiet" in sentence


def test_rows_are_not_chosen_where_none_are_written(capsys):
    sentence = complaint(capsys, "diff", "--only", "fact", "--ledger", "old.txt", "new.txt")
    assert "--only chooses among the rows and --ledger writes none" in sentence


# --- days


def test_the_days_of_publication_tell_one_day_said_differently(capsys):
    words = ("--left-date", "2014-09-16", "--right-date", "2014-09-15", "old.txt", "new.txt")
    found = record(capsys, *words)
    assert [fact["same_day"] for fact in found["facts"]] == [True]
    assert (found["left"]["date"], found["right"]["date"]) == ("2014-09-16", "2014-09-15")
    assert "date" not in found["left"]["guessed"]
    assert [fact["same_day"] for fact in record(capsys, "old.txt", "new.txt")["facts"]] == [False]


def test_a_day_goes_over_what_the_text_states(capsys):
    Path("old.md").write_text(f"---\ndate: 2014-01-01\n---\n\n{OLD}", encoding="utf-8")
    assert record(capsys, "old.md", "new.txt")["left"]["date"] == "2014-01-01"
    words = ("--left-date", "2014-09-16", "old.md", "new.txt")
    assert record(capsys, *words)["left"]["date"] == "2014-09-16"


@pytest.mark.parametrize("command", [("diff",), ()])
@pytest.mark.parametrize("day", ["", "yesterday", "2014-02-30", "15/09/2014", "\x1b[2J"])
def test_a_day_that_there_is_not_is_refused(command, day, capsys):
    sentence = complaint(capsys, *command, f"--right-date={day}", "old.txt", "new.txt")
    assert "--right-date" in sentence
    assert "write it as 2014-09-15" in sentence


def test_the_reader_is_opened_with_the_days(opened):
    cli.main(["--left-date", "2014-09-16", "--right-date", "20140915", "old.txt", "new.txt"])
    ((pair, _),) = opened
    assert [article.about.date for article in pair] == ["2014-09-16", "2014-09-15"]


@pytest.mark.usefixtures("opened")
def test_days_are_of_two_texts(capsys):
    sentence = complaint(capsys, "--left-date", "2014-09-16", ".")
    assert "--left-date and --right-date tell of two texts; name two." in sentence


# --- settings


def test_settings_hold_for_diff(settings, capsys):
    settings('quiet = ["points"]\n')
    rows = record(capsys, "old.txt", "styled.txt")["rows"]
    assert [edit["quiet"] for edit in rows[0]["edits"]] == [True, False]


def test_an_option_goes_over_the_settings(settings, capsys):
    settings('quiet = ["points"]\n')
    assert record(capsys, "--quiet", "case", "old.txt", "new.txt")["quiet"] == ["case"]


def test_entries_of_the_settings_are_house_style(settings, capsys):
    Path("new.txt").write_text(OLD.replace("nobody", "no soul"), encoding="utf-8")
    assert record(capsys, "old.txt", "new.txt")["rows"][0]["kind"] == "reworded"
    settings('[variants]\n"nobody" = "no soul"\n')
    assert record(capsys, "old.txt", "new.txt")["rows"][0]["kind"] == "quiet"


def test_settings_hold_for_the_reader(settings, opened):
    cli.main(["old.txt", "new.txt"])
    settings('quiet = ["points"]\n[spelling]\ngaol = "jail"\n')
    cli.main(["--as", "versions", "old.txt", "new.txt"])
    (_, first), (_, second) = opened
    assert (first.quiet, first.tables) == (QUIET, None)
    assert (second.quiet, second.regime) == ({Wording.POINTS}, Regime.VERSIONS)
    assert second.tables.spelled("gaol") == second.tables.spelled("jail")


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("command", [("diff",), ()])
def test_a_bad_line_in_the_settings_is_one_sentence(command, settings, capsys):
    settings('quite = ["case"]\n')
    sentence = complaint(capsys, *command, "old.txt", "new.txt")
    assert "config.toml: no setting is called quite; is quiet meant?" in sentence
