"""Nothing that is read, named, typed or complained of steers the terminal."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import hostile
from tests.harmless import harmless
from tests.terminal import DIPTYCH, SEEDS, Terminal

TOUR = ("j", " ", "n", "n", "\t", "s", "j", "\r", "s", "f", "j", "\r", "f", "S", "S", "K", "K",
        "i", "n", "i", "w", "w", *"vvvv", "a", "a", "G", "p", "g", "x", "?", " ", "q")  # fmt: skip
"""Every panel and every view of the reader."""


def went(terminal: Terminal) -> str:
    """The text of all that was sent."""
    terminal.settle(0.4)
    return harmless(terminal.sent)


def toured(terminal: Terminal, keys: Sequence[str] = TOUR) -> str:
    for key in keys:
        terminal.press(key)
        terminal.read(0.3)
        terminal.settle(0.04)
    return went(terminal)


def printed(words: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> str:
    """What a command that ends by itself sends to a terminal."""
    with Terminal((*DIPTYCH, *words), folder=folder, environment=environment) as terminal:
        terminal.wait_for_end(60)
        return harmless(terminal.sent)


@pytest.mark.parametrize("make", [hostile.texts, hostile.raw])
def test_no_text_and_no_name_steers_the_reader(make, tmp_path):
    with Terminal((*DIPTYCH, *make(tmp_path))) as terminal:
        terminal.wait_for(" change", seconds=60)
        assert "␛" in toured(terminal)


def test_ten_thousand_marks_and_an_endless_line_do_not_steer_the_reader(tmp_path):
    with Terminal((*DIPTYCH, *hostile.marks(tmp_path))) as terminal:
        terminal.wait_for(" change", seconds=60)
        seen = toured(terminal, ("j", " ", "n", "G", "g", "v", "v"))
        assert "␛[2J" in seen


def test_no_title_steers_the_library_or_the_reader(tmp_path):
    hostile.titled(tmp_path)
    hostile.texts(tmp_path)
    with Terminal((*DIPTYCH, str(tmp_path), str(tmp_path / hostile.NAME))) as terminal:
        terminal.wait_for(" articles")
        toured(terminal, ("j", "j", "\r", "j", "\r"))
        terminal.wait_for(" change")
        seen = toured(terminal, ("n", "f", "f", "i", "i", "\x1b", "k", "/", "o", "w", "\r"))
        assert "Mark ␛]0;owned␇ down" in seen


@pytest.mark.parametrize("key", ["/", "\x10"])
def test_nothing_typed_or_pasted_steers_the_reader(key):
    with Terminal((*DIPTYCH, *SEEDS[:2])) as terminal:
        terminal.wait_for("69 changes")
        terminal.answer(key, quiet=0.4)
        odd = "".join((*hostile.SEQUENCES[6:13], hostile.INVISIBLE, "\x9b2J\x85"))
        terminal.answer(f"\x1b[200~pasted {odd}\x1b[201~", quiet=0.4)
        terminal.wait_for("pasted")
        # Typed: what is no key of a terminal, and the keys of a line.
        for typed in (
            "\x9b2J",
            "\u202e",
            "\u2028",
            "\U000e0041",
            "\x01",
            "\x19",
            "\x16",
            "\r",
        ):
            terminal.press(typed)
            terminal.read(0.2)
        went(terminal)


def test_to_cut_nothing_leaves_the_clipboard_as_it_is():
    with Terminal((*DIPTYCH, *SEEDS[:2])) as terminal:
        terminal.wait_for("69 changes")
        terminal.answer("/", quiet=0.4)
        terminal.answer("ok", quiet=0.4)
        terminal.press("\x18")
        terminal.read(0.3)
        assert "ok" in went(terminal)


def test_keys_that_are_no_utf_8_do_not_steer_the_reader():
    with Terminal((*DIPTYCH, *SEEDS[:2])) as terminal:
        terminal.wait_for("69 changes")
        terminal.answer("/", quiet=0.4)
        for typed in (b"\x9b2J", b"\xff\xfe", b"\xed\xa0\x80", b"ok"):
            terminal.press_bytes(typed)
            terminal.read(0.3)
        terminal.wait_for("ok")
        went(terminal)


@pytest.mark.parametrize(
    "sent", [b"\x1b[97;1:1u", b"\x1b[99999999999u", b"\x1b[1114112u", b"\x1b[48;99999;99999;1;1t"]
)
def test_no_answer_of_a_terminal_ends_the_reader_or_holds_it_up(sent):
    with Terminal((*DIPTYCH, *SEEDS[:2])) as terminal:
        terminal.wait_for("69 changes")
        terminal.settle()
        terminal.press_bytes(sent)
        terminal.settle()
        terminal.press("q")
        assert terminal.wait_for_end(5) == 0


@pytest.mark.parametrize(
    "words",
    [
        ("diff",),
        ("diff", "--summary"),
        ("diff", "--ledger"),
        ("diff", "--facts"),
        ("diff", "--format", "markdown"),
        ("diff", "--format", "html"),
        ("diff", "--format", "json"),
    ],
)
def test_no_comparison_that_is_printed_steers_the_terminal(words, tmp_path):
    left, right = hostile.texts(tmp_path)
    assert printed((*words, left, right), tmp_path)


@pytest.mark.parametrize("how", [(), ("--json",), ("--plain",)])
def test_no_article_that_is_shown_steers_the_terminal(how, tmp_path):
    names = (hostile.texts(tmp_path)[0], hostile.raw(tmp_path)[0], *hostile.titled(tmp_path))
    for name in names:
        assert printed(("show", *how, name), tmp_path)


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_no_list_that_is_printed_steers_the_terminal(how, tmp_path):
    hostile.texts(tmp_path)
    hostile.raw(tmp_path)
    hostile.titled(tmp_path)
    assert "owned" in printed(("list", *how, str(tmp_path), str(tmp_path / hostile.NAME)), tmp_path)


def test_no_complaint_steers_the_terminal(tmp_path):
    raw = os.fsdecode(hostile.RAW_NAME)
    names = (hostile.NAME, raw)
    (tmp_path / f"{hostile.NAME}.txt").write_bytes(b"%PDF-1.4\n")
    (tmp_path / f"{raw}.docx").write_bytes(b"PK\3\4 no archive")
    for name in (*names, f"{hostile.NAME}.txt", f"{raw}.docx", f"HEAD:{raw}", f"-{hostile.NAME}",
                 f"--{raw}", f"{hostile.NAME}#9"):  # fmt: skip
        for words in (("show", name), ("diff", name, SEEDS[0]), (name, SEEDS[0]), ("list", name),
                      ("diff", "--only", name, *SEEDS[:2])):  # fmt: skip
            assert "diptych: " in printed(words, tmp_path)


def test_no_setting_steers_the_terminal(tmp_path):
    folder = tmp_path / "diptych"
    folder.mkdir()
    odd = "\\u001b]0;owned\\u0007\\u009b2J\\u202e"
    for settings in (f'"{odd}" = 1', f'quiet = ["{odd}"]', f'[variants]\n"{odd}" = 3',
                     f'[spelling]\n"{odd}" = "a b {odd}"', "a = \x1b]0;owned\x07\x9b"):  # fmt: skip
        (folder / "config.toml").write_text(settings, encoding="utf-8")
        said = printed(("diff", *SEEDS[:2]), tmp_path, {"XDG_CONFIG_HOME": str(tmp_path)})
        assert "config.toml" in said


def test_no_revision_of_git_steers_the_terminal(tmp_path):
    folder = hostile.repository(tmp_path / "kept")
    name = f"{hostile.NAME}.txt"
    with Terminal((*DIPTYCH, f"HEAD~1:{name}", name), folder=folder) as terminal:
        terminal.wait_for(" change")
        assert "␛]0;owned␇" in toured(terminal, ("n", "i", "f", "v"))
    for revision in ("HEAD^{/Subject}", "tw\u202eist\x9b2J", "no\x1b[2Jne", "HEAD^{/\x1b[31m}"):
        assert printed(("show", f"{revision}:{name}"), folder)
        assert printed(("show", f"{revision}:no{name}"), folder)


@pytest.mark.slow
def test_a_line_of_five_megabytes_does_not_steer_the_reader(tmp_path):
    long = "word and \x1b[2J another " * 250_000
    for name, text in (("left.txt", long), ("right.txt", f"{long} changed")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    names = (str(tmp_path / "left.txt"), str(tmp_path / "right.txt"))
    with Terminal((*DIPTYCH, *names)) as terminal:
        terminal.wait_for(" change", seconds=120)
        assert re.search("␛\\[2J", toured(terminal, ("j", " ", "n", "v", "G")))
