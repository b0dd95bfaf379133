"""What a reader is told about a file that cannot be read, and how encodings are met."""

import os
from pathlib import Path

import pytest

from tui.article import source
from tui.article.source import NotTextError, read_text
from tui.errors import ArticleError


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder to stand in, so that sentences hold short names."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def trouble(name: str) -> str:
    with pytest.raises(ArticleError) as caught:
        read_text(Path(name))
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

    monkeypatch.setattr(source.os, "open", refuse)
    assert trouble("draft.txt") == (
        "draft.txt cannot be read: permission denied; "
        "ask for the right to read it, or give it with `chmod u+r`."
    )


def test_a_disk_that_fails_is_told(here, monkeypatch):
    (here / "draft.txt").write_text("Words.")

    def fail(name: str, _flags: int) -> int:
        raise OSError(5, "Input/output error", name)

    monkeypatch.setattr(source.os, "open", fail)
    assert trouble("draft.txt") == (
        "draft.txt cannot be read: input/output error; check the name and the disk."
    )


def test_a_file_in_an_old_encoding_is_told_with_the_place_and_the_cure(here):
    (here / "draft.txt").write_bytes("One.\r\nTwo.\rThree.\nOn naïve prose.".encode("cp1252"))
    assert trouble("draft.txt") == (
        "draft.txt is not UTF-8 at line 4, byte 24 of the file; "
        "convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`."
    )


def test_a_byte_order_mark_counts_for_the_place(here):
    (here / "draft.txt").write_bytes(b"\xef\xbb\xbfab\xff")
    assert "line 1, byte 6 of the file" in trouble("draft.txt")


def test_a_file_with_nul_bytes_is_no_text(here):
    (here / "draft.txt").write_bytes(b"word\0word")
    assert trouble("draft.txt") == (
        "draft.txt is not text: byte 5 is NUL; "
        "give a text file, in UTF-8 or in UTF-16 with a byte order mark."
    )


def test_a_binary_file_without_nul_bytes_is_no_text(here):
    (here / "draft.txt").write_bytes(bytes(range(1, 128)) * 4)
    with pytest.raises(NotTextError, match="full of control characters"):
        read_text(Path("draft.txt"))


def test_a_log_full_of_colours_is_text(here):
    (here / "log.txt").write_bytes(b"\x1b[31mred\x1b[0m\r\n" * 9)
    assert read_text(Path("log.txt")).count("red") == 9


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_refused_and_not_waited_for(here):
    os.mkfifo(here / "pipe.txt")
    assert trouble("pipe.txt") == (
        "pipe.txt is a pipe, a device or a socket; save what it gives in a file and open that."
    )


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no /dev/zero")
def test_an_endless_device_is_refused():
    assert trouble("/dev/zero").startswith("/dev/zero is a pipe, a device or a socket;")


def test_a_file_over_the_limit_is_refused(here, monkeypatch):
    monkeypatch.setattr(source, "SIZE_LIMIT", 3_000_000)
    (here / "draft.txt").write_bytes(b"word " * 600_001)
    assert trouble("draft.txt") == ("draft.txt is larger than 3 MB; cut it into smaller files.")


def test_a_name_no_system_can_have_is_told():
    assert trouble("a\0b") == "a␀b cannot be read: embedded null byte; check the name and the disk."


def test_a_link_that_leads_to_itself_is_told(here):
    (here / "draft.txt").symlink_to("draft.txt")
    assert trouble("draft.txt").startswith("draft.txt cannot be read: too many levels")


def test_a_name_with_escapes_cannot_steer_the_terminal():
    assert trouble("\x1b[2J\u202etxt") == "␛[2J\ufffdtxt does not exist; check the name."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-bom", "utf-16-le-bom", "utf-32"]
)
def test_every_unicode_encoding_gives_the_same_text(here, encoding):
    text = "Naïve “prose” — 日本語 👍\r\nTwo"
    if encoding.endswith("-bom"):
        raw = ("\ufeff" + text).encode(encoding.removesuffix("-bom"))
    else:
        raw = text.encode(encoding)
    (here / "draft.txt").write_bytes(raw)
    assert read_text(Path("draft.txt")) == text


def test_a_broken_utf_16_file_is_told(here):
    (here / "draft.txt").write_bytes(b"\xff\xfea\0b")
    assert trouble("draft.txt") == (
        "draft.txt begins with the mark of UTF-16 but is not UTF-16 at byte 5; "
        "save it again as UTF-8."
    )
