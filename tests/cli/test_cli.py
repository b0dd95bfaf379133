"""Arguments become a call and an exit code; trouble becomes one sentence."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tui import __version__, cli
from tui.cli.arguments import REGIMES
from tui.compare import CompareOptions, Regime
from tui.errors import EXIT_DIFFERENT, EXIT_SAME, EXIT_TROUBLE

OLD = "The ministers met yesterday in Paris.\n\nNothing else was said.\n"
NEW = "The ministers met on Monday in Paris.\n\nNothing else was said.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder with two texts, to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm-256color")
    Path("old.txt").write_text(OLD, encoding="utf-8")
    Path("new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


class Calls(list):
    """What the app was opened with each time, and how texts were to be compared at last."""

    options = None


@pytest.fixture
def opened(monkeypatch):
    """What the app was opened with, instead of opening it; in a terminal."""
    calls = Calls()

    def run_app(ahead, options, *_):
        loaded = ahead.outcome()
        articles = loaded.pair or loaded.articles
        pair = loaded.pair is not None
        calls.append(([article.origin for article in articles], pair, loaded.skipped))
        calls.options = options
        return EXIT_SAME

    monkeypatch.setattr(importlib.import_module("tui.app"), "run_app", run_app, raising=False)
    monkeypatch.setattr("tui.cli.read.is_terminal", lambda stream: stream is not None)
    return calls


def complaint(capsys, *words: str) -> str:
    """The one line on standard error of a command that must end in trouble."""
    assert cli.main(words) == EXIT_TROUBLE
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.count("\n") == 1
    assert written.err.startswith("diptych: ")
    return written.err


# --- diff


def test_different_texts_exit_with_one(capsys):
    assert cli.main(["diff", "old.txt", "new.txt"]) == EXIT_DIFFERENT
    written = capsys.readouterr()
    assert "! The ministers met [-yesterday-]{+on Monday+} in Paris." in written.out
    assert written.out.endswith("\n1 same, 1 reworded\n")
    assert written.err == ""


def test_two_texts_can_be_taken_for_versions_or_for_tellings(capsys):
    assert cli.main(["diff", "--as", "tellings", "old.txt", "new.txt"]) == EXIT_DIFFERENT
    assert "\nTaken for two tellings, as you asked.\n" in capsys.readouterr().out
    assert cli.main(["diff", "--as", "versions", "old.txt", "old.txt"]) == EXIT_SAME
    assert "\nTaken for two versions, as you asked.\n" in capsys.readouterr().out
    assert "pending" in complaint(capsys, "diff", "--as", "pending", "old.txt", "new.txt")


def test_what_two_texts_may_be_taken_for_is_what_the_comparing_knows():
    assert [*REGIMES] == [regime for regime in Regime if regime is not Regime.PENDING]


def test_the_reader_is_told_what_texts_are_to_be_taken_for(opened):
    cli.main(["--as", "tellings", "old.txt", "new.txt"])
    assert opened.options == CompareOptions(Regime.TELLINGS)
    cli.main(["old.txt", "new.txt"])
    assert opened.options == CompareOptions()


def test_the_same_text_exits_with_zero(capsys):
    assert cli.main(["diff", "old.txt", "old.txt"]) == EXIT_SAME
    assert capsys.readouterr().out.endswith("\n2 same\n")


def test_quiet_differences_are_differences(capsys):
    Path("new.txt").write_text(OLD.replace("Nothing", "NOTHING"), encoding="utf-8")
    assert cli.main(["diff", "old.txt", "new.txt"]) == EXIT_DIFFERENT
    assert capsys.readouterr().out.endswith("\n1 same, 1 quiet\n")


def test_json_is_one_record(capsys):
    assert cli.main(["diff", "old.txt", "new.txt", "--format", "json"]) == EXIT_DIFFERENT
    record = json.loads(capsys.readouterr().out)
    assert [row["kind"] for row in record["rows"]] == ["reworded", "same"]


@pytest.mark.parametrize(("width", "lines"), [("0", 1), ("20", 3), ("40", 2)])
def test_width_wraps_the_text(capsys, width, lines):
    cli.main(["diff", "--width", width, "old.txt", "new.txt"])
    row = capsys.readouterr().out.split("\n\n")[1]
    assert len(row.split("\n")) == lines


def test_text_in_a_pipe_is_eighty_wide(capsys):
    Path("old.txt").write_text("word " * 100, encoding="utf-8")
    cli.main(["diff", "old.txt", "new.txt"])
    rows = capsys.readouterr().out.split("\n\n")[1:]
    assert max(len(line) for row in rows for line in row.split("\n")) == 76


def test_text_on_a_terminal_is_as_wide_as_it(capsys, monkeypatch):
    monkeypatch.setattr("tui.cli.output.is_terminal", lambda stream: stream is not None)
    monkeypatch.setenv("COLUMNS", "30")
    cli.main(["diff", "old.txt", "new.txt"])
    row = capsys.readouterr().out.split("\n\n")[1]
    assert row == "! The ministers met\n  [-yesterday-]{+on Monday+}\n  in Paris."


@pytest.mark.parametrize("width", ["-5", "9", "wide", "8.5", ""])
def test_a_silly_width_is_refused(capsys, width):
    sentence = complaint(capsys, "diff", "old.txt", "new.txt", f"--width={width}")
    assert "--width" in sentence
    assert "from 10 up, or 0 for no wrapping" in sentence


def test_a_format_that_there_is_not_is_refused(capsys):
    sentence = complaint(capsys, "diff", "old.txt", "new.txt", "--format", "pdf")
    assert "'pdf'" in sentence
    assert "text" in sentence
    assert "json" in sentence


@pytest.mark.parametrize("words", [(), ("old.txt",), ("old.txt", "new.txt", "old.txt")])
def test_diff_takes_two_files(capsys, words):
    assert "see `diptych diff --help`" in complaint(capsys, "diff", *words)


@pytest.mark.parametrize("words", [("old.txt", "."), (".", "old.txt")])
def test_diff_takes_no_folder(capsys, words):
    sentence = complaint(capsys, "diff", *words)
    assert ". is a folder" in sentence
    assert "`diptych .`" in sentence


# --- the reader


def test_two_files_open_the_reader(opened):
    assert cli.main(["old.txt", "new.txt"]) == EXIT_SAME
    assert opened == [(["old.txt", "new.txt"], True, ())]


def test_no_path_lists_the_current_folder(opened):
    assert cli.main([]) == EXIT_SAME
    assert opened == [(["new.txt", "old.txt"], False, ())]


@pytest.mark.parametrize("words", [("old.txt", "new.txt", "more.txt"), (".", "more.txt")])
def test_anything_but_two_files_opens_the_library(opened, words):
    Path("more.txt").write_text("A third text.\n", encoding="utf-8")
    cli.main(words)
    ((origins, pair, _),) = opened
    assert len(origins) == 3
    assert not pair


def test_two_folders_with_a_text_each_open_the_library(opened):
    for name in ("left", "right"):
        Path(name).mkdir()
        Path(name, "text.txt").write_text(f"Text on the {name}.\n", encoding="utf-8")
    cli.main(["left", "right"])
    assert opened == [(["left/text.txt", "right/text.txt"], False, ())]


def test_what_was_left_out_is_told_in_the_app(opened, capsys):
    Path("empty.txt").touch()
    cli.main([])
    ((origins, _, notes),) = opened
    assert origins == ["new.txt", "old.txt"]
    assert len(notes) == 1
    assert "empty.txt" in notes[0]
    assert capsys.readouterr().err == ""


def test_a_file_called_diff_can_be_opened(opened):
    Path("diff").write_text(OLD, encoding="utf-8")
    cli.main(["./diff", "new.txt"])
    cli.main(["--", "diff", "new.txt"])
    names = [origins for origins, _, _ in opened]
    assert names == [["./diff", "new.txt"], ["diff", "new.txt"]]


@pytest.mark.usefixtures("opened")
def test_the_exit_code_of_the_app_is_handed_on(monkeypatch):
    monkeypatch.setattr("tui.app.run_app", lambda *_, **__: 7)
    assert cli.main(["old.txt", "new.txt"]) == 7


def test_the_same_file_twice_is_a_pair(opened):
    cli.main(["old.txt", "old.txt"])
    assert opened == [(["old.txt", "old.txt"], True, ())]


def test_one_article_is_not_enough(opened, capsys):
    sentence = complaint(capsys, "old.txt")
    assert "old.txt is all there is to read" in sentence
    assert "name another file or folder" in sentence
    assert opened == []


def test_a_folder_with_one_article_is_not_enough(opened, capsys):
    Path("new.txt").write_bytes(b"")
    sentence = complaint(capsys, ".")
    assert "old.txt is all there is to read" in sentence
    assert "new.txt" in sentence
    assert opened == []


def test_a_pipe_is_no_place_for_the_reader(capsys):
    sentence = complaint(capsys, "old.txt", "new.txt")
    assert "terminal" in sentence
    assert "`diptych diff LEFT RIGHT`" in sentence


def test_a_dumb_terminal_is_no_place_for_the_reader(opened, capsys, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    sentence = complaint(capsys, "old.txt", "new.txt")
    assert "TERM is dumb" in sentence
    assert "`diptych diff LEFT RIGHT`" in sentence
    assert opened == []


# --- files that cannot be read, in either command


@pytest.mark.parametrize("command", [(), ("diff",)])
def test_a_missing_file_is_named(capsys, command):
    assert "nowhere.txt" in complaint(capsys, *command, "nowhere.txt", "old.txt")


@pytest.mark.parametrize("command", [(), ("diff",)])
@pytest.mark.parametrize("content", [b"", b" \n\n", b"\x7fELF\x02\x01\x01\x00" * 50])
def test_a_file_without_text_is_named(capsys, command, content):
    Path("bad.txt").write_bytes(content)
    assert "bad.txt" in complaint(capsys, *command, "old.txt", "bad.txt")


def test_a_folder_without_text_is_named(capsys):
    Path("hollow").mkdir()
    assert "hollow" in complaint(capsys, "hollow")


@pytest.mark.parametrize("command", [(), ("diff",)])
def test_a_file_name_cannot_steer_the_terminal(capsys, command):
    sentence = complaint(capsys, *command, "\x1b]0;owned\x07\n.txt", "old.txt")
    assert "␛]0;owned␇␊.txt" in sentence


@pytest.mark.parametrize("command", [(), ("diff",)])
def test_an_option_cannot_steer_the_terminal(capsys, command):
    assert "␛[2J" in complaint(capsys, *command, "old.txt", "new.txt", "--\x1b[2J")


# --- help and version


def test_the_version_is_the_packages(capsys):
    assert cli.main(["--version"]) == EXIT_SAME
    assert capsys.readouterr().out == f"diptych {__version__}\n"


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("diff", "--help"), ("diff", "-h")])
def test_help_has_examples(capsys, words):
    assert cli.main(words) == EXIT_SAME
    written = capsys.readouterr()
    assert "examples:" in written.out
    assert written.err == ""


def test_an_option_that_there_is_not_is_refused(capsys):
    sentence = complaint(capsys, "--colour")
    assert "--colour" in sentence
    assert "see `diptych --help`" in sentence


@pytest.mark.usefixtures("opened")
def test_ctrl_c_leaves_without_a_traceback(capsys, monkeypatch):
    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.app.run_app", interrupted)
    assert cli.main(["old.txt", "new.txt"]) == cli.EXIT_INTERRUPTED
    assert capsys.readouterr().err == ""


# --- real processes


def shell(command: str, root: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which `diptych` is the command."""
    function = 'diptych() { "$PYTHON" -m tui "$@"; }; '
    return subprocess.run(
        ["bash", "-c", function + command],
        capture_output=True,
        timeout=60,
        check=False,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHON": sys.executable,
            "PYTHONPATH": str(root),
            "XDG_CONFIG_HOME": str(Path.cwd()),
            **variables,
        },
    )


@pytest.mark.parametrize("options", ["", "--format json", "--only loud"])
def test_one_who_stops_reading_gets_no_traceback_and_the_right_code(root, options):
    # More than a pipe holds, so that the writer is stopped in the middle.
    Path("old.txt").write_text("\n\n".join(f"Word {n} alone." for n in range(9000)), "utf-8")
    Path("new.txt").write_text("Another text.\n", "utf-8")
    left = shell(
        f"diptych diff old.txt new.txt {options} | head -c 20; exit ${{PIPESTATUS[0]}}", root
    )
    assert left.stderr == b""
    assert left.returncode == EXIT_DIFFERENT
    assert len(left.stdout) == 20


@pytest.mark.parametrize(
    "words", ["--help", "--version", "diff old.txt new.txt", "diff --facts old.txt new.txt"]
)
def test_a_reader_who_is_gone_already_is_no_trouble(root, words):
    left = shell(f"(sleep 1; diptych {words}; echo $? >&2) | true", root)
    assert left.stderr.strip() == (b"1" if words.startswith("diff") else b"0")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_sentence(root):
    left = shell("diptych diff old.txt new.txt > /dev/full", root)
    assert left.returncode == EXIT_TROUBLE
    assert left.stderr.count(b"\n") == 1
    assert left.stderr.startswith(b"diptych: standard output cannot be written")


def test_output_that_is_closed_is_no_trouble(root):
    left = shell("diptych diff old.txt new.txt >&-", root)
    assert (left.returncode, left.stderr) == (EXIT_DIFFERENT, b"")


def test_trouble_with_closed_errors_leaves_output_alone(root):
    left = shell("diptych diff old.txt nowhere.txt 2>&-", root)
    assert (left.returncode, left.stdout, left.stderr) == (EXIT_TROUBLE, b"", b"")


def test_a_character_that_the_locale_lacks_is_written_as_an_escape(root):
    Path("new.txt").write_text(NEW.replace("Paris", "東京"), encoding="utf-8")
    left = shell("diptych diff old.txt new.txt", root, PYTHONIOENCODING="ascii")
    assert left.returncode == EXIT_DIFFERENT
    assert left.stderr == b""
    assert rb"\u6771\u4eac+}" in left.stdout


def test_json_is_utf_8_in_any_locale(root):
    Path("new.txt").write_text(NEW.replace("Paris", "東京"), encoding="utf-8")
    left = shell("diptych diff old.txt new.txt --format json", root, PYTHONIOENCODING="latin-1")
    assert "東京" in json.loads(left.stdout.decode("utf-8"))["right"]["paragraphs"][0]["text"]


def test_a_name_that_is_not_text_is_no_traceback(root):
    left = shell("diptych diff old.txt $'caf\\xe9\\x1b[2J.txt'", root, LC_ALL="C")
    assert left.returncode == EXIT_TROUBLE
    assert left.stderr.count(b"\n") == 1
    assert b"\x1b" not in left.stderr


def test_an_empty_name_is_said_to_be_one(capsys):
    assert "one of the two names is empty" in complaint(capsys, "diff", "", "new.txt")


def test_what_a_shell_hands_over_can_be_compared(root):
    left = shell("diptych diff <(cat old.txt) <(sleep 0.2; cat new.txt)", root)
    assert left.stderr == b""
    assert left.returncode == EXIT_DIFFERENT
    assert "[-yesterday-]{+on Monday+}" in left.stdout.decode()


def test_a_part_of_standard_input_can_be_named_as_it_is_listed(root, seeds):
    listed = shell(f"diptych list - < {seeds['000']}", root).stdout.decode()
    assert "/dev/stdin#2\n" in listed
    shown = shell(f"diptych show /dev/stdin#2 < {seeds['000']}", root)
    assert b"Clashes as Iraq forces ready" in shown.stdout


def test_an_empty_name_is_told_and_opens_no_folder(capsys):
    assert "empty name" in complaint(capsys, "list", "")


def test_the_address_of_a_page_is_no_revision_in_git(capsys):
    assert complaint(capsys, "show", "http://example.org/page") == (
        "diptych: http://example.org/page is no file; save the page in one and open that.\n"
    )


def test_notes_on_the_reading_are_told_beside_the_comparison(capsys):
    Path("new.txt").write_bytes("“Naïve”, said the café’s owner – and left.".encode("cp1252"))
    assert cli.main(["diff", "old.txt", "new.txt"]) == EXIT_DIFFERENT
    assert capsys.readouterr().err == (
        "diptych: new.txt: It is read as Windows-1252, which is a guess.\n"
    )
