"""A text opens in the reader's own editor, and what was changed there is compared."""

import shlex
import sys
from pathlib import Path

import pytest

from tests.strategies import article_of
from tests.terminal import DIPTYCH, SEEDS, Terminal
from tui.app.editor import editor_words, run_editor, why_not_to_edit


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "vi +7 a.txt"),
        ({"EDITOR": "nano"}, "nano +7 a.txt"),
        ({"EDITOR": "nano", "VISUAL": "/usr/bin/nvim"}, "/usr/bin/nvim +7 a.txt"),
        ({"EDITOR": "", "VISUAL": " "}, "vi +7 a.txt"),
        ({"EDITOR": "emacsclient -t"}, "emacsclient -t +7 a.txt"),
        ({"EDITOR": "vim.tiny"}, "vim.tiny +7 a.txt"),
        ({"EDITOR": "emacs-29"}, "emacs-29 +7 a.txt"),
        ({"EDITOR": "'/my programs/hx'"}, "'/my programs/hx' +7 a.txt"),
        ({"EDITOR": "code --wait"}, "code --wait --goto a.txt:7"),
        ({"EDITOR": "ed -s"}, "ed -s a.txt"),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(environment, words):
    assert editor_words(environment, "a.txt", 7) == tuple(shlex.split(words))


def test_a_name_that_looks_like_an_option_is_none():
    assert editor_words({}, "-c:!ls.txt", 1) == ("vi", "+1", "./-c:!ls.txt")
    assert editor_words({}, "+9", 1) == ("vi", "+1", "./+9")


def test_a_name_never_goes_through_a_shell():
    assert editor_words({"EDITOR": "vi"}, "a b; $(ls) 'c'.txt", 1)[-1] == "a b; $(ls) 'c'.txt"


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("/dev/stdin", 1, "standard input is no file to edit"),
        ("HEAD~1:a.txt", 1, "HEAD~1:a.txt is what git has, and no file to edit"),
        ("gone.txt", 1, "gone.txt is no longer there to edit"),
        ("page.docx", None, "page.docx is no plain text to edit"),
        ("page.docx", 3, ""),
    ],
)
def test_what_cannot_be_edited_is_told(file, line, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("page.docx").write_text("A.", encoding="utf-8")
    assert why_not_to_edit(article_of(["A."], file), line) == said


def test_an_editor_that_is_not_there_is_told():
    assert run_editor(["/no/such/editor"]).startswith(
        "/no/such/editor cannot be run · let EDITOR name another · no such file or directory"
    )


def test_an_editor_that_fails_is_told():
    assert run_editor([sys.executable, "-c", "exit(3)"]).endswith("ended with code 3")


@pytest.fixture
def copies(tmp_path) -> list[Path]:
    """Two texts that can be changed."""
    texts = []
    for number, seed in enumerate(SEEDS[:2]):
        texts.append(tmp_path / f"text {number}.txt")
        texts[-1].write_bytes(Path(seed).read_bytes())
    return texts


def editor(folder: Path, script: str) -> dict[str, str]:
    """An environment with an editor of Python that writes down how it was called."""
    program = folder / "my editor"
    program.write_text(
        f"#!{sys.executable}\nimport sys, pathlib, termios\n"
        f"pathlib.Path({str(folder / 'called')!r}).write_text('|'.join(sys.argv[1:]))\n"
        "print('AN EDITOR IS HERE', flush=True)\n" + script,
        encoding="utf-8",
    )
    program.chmod(0o755)
    return {"EDITOR": shlex.quote(str(program)), "VISUAL": ""}


def test_the_text_at_hand_opens_and_its_changes_are_compared_at_the_same_place(copies, tmp_path):
    script = (
        "assert termios.tcgetattr(0)[3] & termios.ICANON\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        "text = path.read_text(encoding='utf-8')\n"
        "path.write_text('A whole new paragraph.\\n\\n' + text, encoding='utf-8')\n"
    )
    environment = editor(tmp_path, script)
    with Terminal((*DIPTYCH, *map(str, copies)), environment=environment) as terminal:
        terminal.wait_for("69 changes")
        before = terminal.modes
        terminal.press("  ")
        terminal.settle()
        page = terminal.lines[1:-1]
        terminal.press("o")
        terminal.wait_for("70 changes")
        terminal.settle()
        assert terminal.modes == before
        assert terminal.lines[1:-1] == page
        assert (tmp_path / "called").read_text() == str(copies[0])
        assert b"AN EDITOR IS HERE" in terminal.sent
        terminal.press("g")
        terminal.wait_for("A whole new paragraph.")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_vi_opens_at_the_line_of_the_paragraph(copies, tmp_path):
    environment = editor(tmp_path, "")
    (tmp_path / "my editor").rename(tmp_path / "vi")
    environment["EDITOR"] = str(tmp_path / "vi")
    with Terminal((*DIPTYCH, *map(str, copies)), environment=environment) as terminal:
        terminal.wait_for("69 changes")
        terminal.press("nnnnnn")
        terminal.wait_for("change 6 of 69 · added")
        terminal.press("o")
        terminal.settle(quiet=1)
        line, file = (tmp_path / "called").read_text().split("|")
        assert file == str(copies[1])
        lines = copies[1].read_text(encoding="utf-8").splitlines()
        assert lines[int(line.removeprefix("+")) - 1].startswith("The United States launched")
        assert "change 6 of 69 · added" in terminal.text


@pytest.mark.parametrize(
    ("set_to", "said"),
    [
        ("/no/such/editor", "/no/such/editor cannot be run · let EDITOR name another"),
        ("false", "false ended with code 1"),
        ("'", "EDITOR or VISUAL cannot be understood"),
    ],
)
def test_trouble_with_the_editor_is_told_in_the_status_line(copies, set_to, said):
    environment = {"EDITOR": set_to, "VISUAL": ""}
    with Terminal((*DIPTYCH, *map(str, copies)), environment=environment) as terminal:
        terminal.wait_for("69 changes")
        terminal.press("o")
        terminal.wait_for(said)
        terminal.press("j")
        terminal.wait_for("69 changes")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_an_edit_that_leaves_nothing_to_read_is_told(copies, tmp_path):
    environment = editor(tmp_path, "open(sys.argv[-1], 'w').close()\n")
    command = (*DIPTYCH, *(path.name for path in copies))
    with Terminal(command, environment=environment, folder=tmp_path) as terminal:
        terminal.wait_for("69 changes")
        terminal.press("o")
        terminal.wait_for("text 0.txt is empty")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


async def test_where_the_terminal_cannot_be_left_it_is_said(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press("o")
        assert reader.status == "this terminal cannot be lent to an editor"
        await reader.press("ctrl+z")
        assert reader.status == "there is no shell to go back to"
