"""Fetch a file as git has it.

In: `REV:PATH`. Out: the bytes of that file, as they were committed. Nothing
is run, converted or fetched from elsewhere; the working tree is not looked at.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess

from tui.errors import ArticleError

GIT_SECONDS = 30
"""Seconds that git may take for one question; a network disk can hang for ever."""

MESSAGE_LENGTH = 200
"""Characters of git's own message that are repeated."""

# Nothing may be asked of the person, nor of a server for what a partial clone
# lacks; messages come in the language of the sentence around them.
_SILENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}

# A repository may name a program to be run whenever its index is looked at.
_NOTHING_RUN = ("-c", "core.fsmonitor=false")

# A colon in braces belongs to the revision: `HEAD^{/fix: the lead}:draft.md`.
_REVISION_AND_PATH = re.compile(r"((?:[^:{]|\{[^}]*\})*):(.+)", re.DOTALL)

_FOUND = re.compile(rb"([0-9a-f]{40,64}) ([a-z]+) ([0-9]+)\n")

_NO_FILE = {
    "tree": "a folder; give a file in it",
    "commit": "a commit; name a file in it, as in `HEAD:draft.md`",
    "tag": "a tag; name a file in it, as in `v1.0:draft.md`",
}


def read_revision(name: str, size_limit: int) -> bytes | None:
    """Read the file that git calls `name`; `None` when it is too large.

    The path counts from the root of the repository, or from here when it
    begins with `./`, as git has it; a path that is not there is also looked
    for from here.

    Raises:
        ArticleError: Git has no such file, is not installed or does not answer.
    """
    if name.startswith("-") or {"\n", "\0"} & set(name):
        raise ArticleError(
            f"{name} is no revision of git: it begins with a dash or holds a line end; "
            "check the name."
        )
    found = _look_up(name)
    if found is None:
        raise _why_missing(name)
    hash_, kind, size = found
    if kind in _NO_FILE:
        raise ArticleError(f"{name} is {_NO_FILE[kind]}.")
    if size > size_limit:
        return None
    answer = _run_git(name, "cat-file", "blob", hash_)
    if answer.returncode:
        raise _trouble(name, answer.stderr)
    return answer.stdout


def _look_up(name: str) -> tuple[str, str, int] | None:
    """Find the hash, the kind and the size in bytes of what git calls `name`."""
    names = [name]
    if match := _REVISION_AND_PATH.fullmatch(name):
        names.append(f"{match[1]}:./{match[2]}")
    for each in names:
        # Named on standard input, nothing can be taken for an option.
        answer = _run_git(name, "cat-file", "--batch-check", asking=each)
        if found := _FOUND.fullmatch(answer.stdout):
            return found[1].decode(), found[2].decode(), int(found[3])
    return None


def _why_missing(name: str) -> ArticleError:
    if _run_git(name, "rev-parse", "--verify", "--quiet", name).returncode == 0:
        # Git knows its hash and has nothing under it.
        return ArticleError(
            f"{name} is a submodule, or was left out when the repository was fetched; "
            "give a file that is in it."
        )
    return _trouble(name, _run_git(name, "cat-file", "-t", name).stderr)


def _trouble(name: str, messages: bytes) -> ArticleError:
    """Put what git says into our sentence: the line that begins with `fatal:`, without that."""
    lines = messages.decode("utf-8", "replace").strip().splitlines() or ["it does not say why"]
    # Warnings may come before it.
    reason = next((line for line in lines if line.startswith("fatal:")), lines[0])
    message = reason.removeprefix("fatal: ").rstrip(".")[:MESSAGE_LENGTH]
    return ArticleError(
        f"{name} is no file here and cannot be had from git: {message}; "
        "check the revision and the path."
    )


def _run_git(
    name: str, *arguments: str, asking: str | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run one command of git that only reads; errors name the file `name`."""
    program = shutil.which("git")
    if program is None:
        raise ArticleError(
            f"{name} names a file in git, and git is not installed; install it, or check the name."
        )
    try:
        # No shell is asked, and no argument can be taken for an option.
        return subprocess.run(  # noqa: S603
            [program, "--no-pager", *_NOTHING_RUN, *arguments],
            input=b"" if asking is None else os.fsencode(asking) + b"\n",
            capture_output=True,
            check=False,
            env=os.environ | _SILENT,
            timeout=GIT_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise ArticleError(
            f"{name} was not had from git in {GIT_SECONDS} seconds; "
            "look whether `git status` answers, and try again."
        ) from error
    except (OSError, UnicodeEncodeError) as error:
        raise ArticleError(
            f"{name} cannot be asked of git: {error}; check the name and the installation."
        ) from error
