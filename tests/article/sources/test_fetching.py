"""What is read from files and standard input, and what a reader is told when nothing is."""

import io
import os
import sys
from pathlib import Path

import pytest

from tui.article.sources import fetching
from tui.article.sources.address import Address, Kind, address_of
from tui.article.sources.fetching import read_bytes
from tui.errors import ArticleError, UsageError


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder to stand in, so that sentences hold short names."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def trouble(name: str) -> str:
    with pytest.raises(ArticleError) as caught:
        read_bytes(Path(name))
    return str(caught.value)


def test_a_missing_file_is_told_by_its_name():
    assert trouble("draft.txt") == "draft.txt does not exist; check the name."


def test_a_folder_is_no_file(here):
    (here / "drafts").mkdir()
    assert trouble("drafts") == "drafts is a folder; give a file in it."


def test_a_name_that_goes_through_a_file_is_told(here):
    (here / "draft.txt").write_text("Words.")
    assert trouble("draft.txt/more") == (
        "draft.txt/more cannot be read: not a directory; check the name and the disk."
    )


def test_an_empty_file_is_told(here):
    (here / "draft.txt").write_bytes(b"")
    assert trouble("draft.txt") == "draft.txt is empty; give a file with text in it."


def test_a_file_that_may_not_be_read_is_told(here, monkeypatch):
    (here / "draft.txt").write_text("Words.")

    # Root may read everything, so that a chmod would prove nothing.
    def refuse(name: str, _flags: int) -> int:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr(fetching.os, "open", refuse)
    assert trouble("draft.txt") == (
        "draft.txt cannot be read: permission denied; "
        "ask for the right to read it, or give it with `chmod u+r`."
    )


def test_a_disk_that_fails_is_told(here, monkeypatch):
    (here / "draft.txt").write_text("Words.")

    def fail(name: str, _flags: int) -> int:
        raise OSError(5, "Input/output error", name)

    monkeypatch.setattr(fetching.os, "open", fail)
    assert trouble("draft.txt") == (
        "draft.txt cannot be read: input/output error; check the name and the disk."
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_refused_and_not_waited_for(here):
    os.mkfifo(here / "pipe.txt")
    assert trouble("pipe.txt") == (
        "pipe.txt is a pipe, a device or a socket; save what it gives in a file and open that."
    )


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no /dev/zero")
def test_an_endless_device_is_refused():
    assert trouble("/dev/zero").startswith("/dev/zero is a pipe, a device or a socket;")


def test_a_file_over_the_limit_is_refused_and_the_cure_named(here):
    (here / "draft.txt").write_bytes(b"word " * 600_000)
    assert len(read_bytes(Path("draft.txt"), size_limit=3_000_000)) == 3_000_000
    with pytest.raises(ArticleError) as caught:
        read_bytes(Path("draft.txt"), size_limit=2_999_999)
    assert str(caught.value) == (
        "draft.txt is larger than 3 MB; cut it into smaller files, "
        "or raise the limit with `--size-limit` (in MB)."
    )


def test_a_name_no_system_can_have_is_told():
    assert trouble("a\0b") == "a␀b cannot be read: embedded null byte; check the name and the disk."


def test_a_link_that_leads_to_itself_is_told(here):
    (here / "draft.txt").symlink_to("draft.txt")
    assert trouble("draft.txt").startswith("draft.txt cannot be read: too many levels")


def test_a_name_with_escapes_cannot_steer_the_terminal():
    assert trouble("\x1b[2J\u202etxt") == "␛[2J\ufffdtxt does not exist; check the name."


def test_bytes_come_as_they_are(here):
    (here / "draft.txt").write_bytes(b"\xef\xbb\xbf\0\r\n\xff")
    assert read_bytes(address_of("draft.txt")) == b"\xef\xbb\xbf\0\r\n\xff"


def test_a_path_is_a_file_whatever_its_name(here):
    (here / "-").write_bytes(b"dash")
    assert read_bytes(Path("-")) == b"dash"


class Input(io.BytesIO):
    """Standard input as the program sees it."""

    def __init__(self, raw: bytes, *, keyboard: bool = False) -> None:
        super().__init__(raw)
        self.buffer, self.keyboard = self, keyboard

    def isatty(self) -> bool:
        return self.keyboard


STDIN = Address("-", None, Kind.STDIN)


@pytest.fixture
def stdin(monkeypatch):
    """A way to put bytes, or anything else, in the place of standard input."""
    monkeypatch.setattr(fetching, "_come_in", [])
    return lambda put: monkeypatch.setattr(sys, "stdin", put)


def stdin_trouble(size_limit: int = 100) -> str:
    with pytest.raises(ArticleError) as caught:
        read_bytes(STDIN, size_limit=size_limit)
    return str(caught.value)


def test_standard_input_is_read_once_and_can_be_asked_for_again(stdin):
    stdin(Input(b"words"))
    assert [read_bytes(STDIN), read_bytes(address_of("-#2"))] == [b"words", b"words"]


def test_standard_input_over_the_limit_is_refused_each_time(stdin):
    endless = Input(b"word " * 1000)
    stdin(endless)
    assert "standard input is larger than 0.0001 MB" in stdin_trouble(100)
    assert endless.tell() == 101
    assert "standard input is larger" in stdin_trouble(100)
    assert read_bytes(STDIN, size_limit=5000) == b"word " * 1000
    assert "standard input is larger" in stdin_trouble(100)


def test_empty_standard_input_is_told(stdin):
    stdin(Input(b""))
    assert stdin_trouble() == "standard input is empty; give a file with text in it."


def test_the_keyboard_is_not_read(stdin):
    stdin(Input(b"words", keyboard=True))
    with pytest.raises(UsageError, match="standard input is the keyboard; pipe a text into it"):
        read_bytes(STDIN)


def test_closed_standard_input_is_told(stdin):
    stdin(None)
    assert stdin_trouble() == "standard input is closed; give a file with text in it."


def test_standard_input_that_fails_is_told(stdin):
    folder = Input(b"")
    folder.read = lambda _most: (_ for _ in ()).throw(IsADirectoryError(21, "Is a directory"))
    stdin(folder)
    assert stdin_trouble() == (
        "standard input cannot be read: is a directory; save the text in a file and open that."
    )
