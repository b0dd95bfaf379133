"""Files as git has them, and what a reader is told when it has none."""

import os
import shutil
import subprocess

import pytest

from tui.article.sources import git
from tui.article.sources.address import address_of
from tui.article.sources.fetching import read_bytes
from tui.article.sources.git import read_revision
from tui.errors import ArticleError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

PLENTY = 1_000_000


def run(folder, *arguments):
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(autouse=True)
def repository(tmp_path, monkeypatch):
    """Two commits; stands in the root of the working tree, where the draft is edited further."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    folder = tmp_path / "repository"
    (folder / "docs").mkdir(parents=True)
    run(folder, "init", "-q")
    run(folder, "config", "user.name", "A Writer")
    run(folder, "config", "user.email", "writer@example.org")
    for text in ("first\r\n", "second\r\n"):
        (folder / "draft.md").write_text(text, newline="")
        (folder / "docs" / "a b.md").write_text("deep " + text, newline="")
        run(folder, "add", ".")
        run(folder, "commit", "-q", "-m", f"fix: {text}")
    (folder / "draft.md").write_text("third")
    monkeypatch.chdir(folder)
    return folder


def trouble(name: str) -> str:
    with pytest.raises(ArticleError) as caught:
        read_revision(name, PLENTY)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("HEAD:draft.md", b"second\r\n"),
        ("HEAD~1:draft.md", b"first\r\n"),
        ("HEAD:./draft.md", b"second\r\n"),
        (":draft.md", b"second\r\n"),
        ("HEAD:docs/a b.md", b"deep second\r\n"),
        ("HEAD^{/fix: first}:draft.md", b"first\r\n"),
    ],
)
def test_a_file_is_read_as_it_was_committed(name, text):
    assert read_revision(name, PLENTY) == text


def test_a_path_is_looked_for_from_the_root_and_then_from_here(repository, monkeypatch):
    monkeypatch.chdir(repository / "docs")
    assert read_revision("HEAD:draft.md", PLENTY) == b"second\r\n"
    assert read_revision("HEAD:./a b.md", PLENTY) == b"deep second\r\n"
    assert read_revision("HEAD:a b.md", PLENTY) == b"deep second\r\n"
    assert read_revision("HEAD^{/fix: first}:a b.md", PLENTY) == b"deep first\r\n"


def test_an_address_leads_there():
    assert read_bytes(address_of("HEAD~1:draft.md#2")) == b"first\r\n"


def test_the_limit_holds_for_git_too():
    assert read_revision("HEAD:draft.md", 8) == b"second\r\n"
    assert read_revision("HEAD:draft.md", 7) is None


def test_a_path_that_is_not_there_is_told_in_the_words_of_git():
    assert trouble("HEAD:gone.md") == (
        "HEAD:gone.md is no file here and cannot be had from git: "
        "path 'gone.md' does not exist in 'HEAD'; "
        "check the revision and the path."
    )


def test_a_revision_that_is_not_there_is_told():
    assert "cannot be had from git: invalid object name 'v9';" in trouble("v9:draft.md")


def test_a_place_without_git_is_told(tmp_path, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert "not a git repository" in trouble("HEAD:draft.md")
    assert "\n" not in trouble("HEAD:draft.md")


def test_a_folder_of_git_is_no_file():
    assert trouble("HEAD:docs") == "HEAD:docs is a folder; give a file in it."
    assert trouble("HEAD:") == "HEAD: is a folder; give a file in it."


def test_a_commit_is_no_file():
    assert trouble(":/fix") == ":/fix is a commit; name a file in it, as in `HEAD:draft.md`."


def test_a_submodule_is_no_file(repository):
    run(repository, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},sub")
    assert trouble(":sub").startswith(":sub is a submodule, or was left out")


@pytest.mark.parametrize("name", ["--batch-all-objects:x", "-p:draft.md", "a\nb:c", "a\0b:c"])
def test_a_name_that_could_be_an_option_is_not_handed_on(name, monkeypatch):
    monkeypatch.setattr(git.subprocess, "run", None)
    assert "is no revision of git" in trouble(name)


@pytest.mark.parametrize("name", ["\ud800:x", "a\udcff:x"])
def test_a_name_of_broken_signs_is_told(name):
    assert "from git" in trouble(name) or "of git" in trouble(name)


def test_no_filter_and_no_text_conversion_is_run(repository):
    (repository / ".gitattributes").write_text("*.md diff=shout filter=shout\n")
    run(repository, "config", "diff.shout.textconv", "touch was-run; cat")
    run(repository, "config", "filter.shout.smudge", "touch was-run; cat")
    assert read_revision("HEAD:draft.md", PLENTY) == b"second\r\n"
    assert not (repository / "was-run").exists()


def test_git_that_is_not_installed_is_told(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert trouble("HEAD:draft.md") == (
        "HEAD:draft.md names a file in git, and git is not installed; "
        "install it, or check the name."
    )


def put_git(folder, monkeypatch, script: str) -> None:
    """Put another program in the place of git."""
    folder.mkdir()
    program = folder / "git"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell script")
def test_git_that_hangs_is_not_waited_for(tmp_path, monkeypatch):
    put_git(tmp_path / "bin", monkeypatch, "exec sleep 60")
    monkeypatch.setattr(git, "GIT_SECONDS", 0.1)
    assert "was not had from git in 0.1 seconds" in trouble("HEAD:draft.md")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell script")
def test_the_words_of_git_cannot_steer_the_terminal(tmp_path, monkeypatch):
    put_git(tmp_path / "bin", monkeypatch, "printf 'fatal: \\033[2J%0999d\\nmore' 1 >&2; exit 128")
    sentence = trouble("HEAD:draft.md")
    assert "from git: ␛[2J000" in sentence
    assert len(sentence) < 400
    assert "more" not in sentence


@pytest.mark.skipif(os.name != "posix", reason="needs a shell script")
def test_git_that_says_nothing_is_told(tmp_path, monkeypatch):
    put_git(tmp_path / "bin", monkeypatch, "exit 1")
    assert "from git: it does not say why;" in trouble("HEAD:draft.md")


def test_a_program_that_a_repository_names_is_not_run(repository):
    run(repository, "config", "core.fsmonitor", "touch was-run; false")
    assert read_revision(":draft.md", PLENTY) == b"second\r\n"
    assert not (repository / "was-run").exists()
