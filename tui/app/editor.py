"""Open a text in the reader's own editor, at a line.

In: the environment, an article, a line of its file. Out: the words to run, or a sentence
that says why there is nothing to edit. Lending the terminal is the app's business.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.article import Article
from tui.article.sources.address import Kind, address_of

_OTHERWISE = "vi"

# Each of them takes `+LINE FILE`, by its manual; of others that is not sure.
_TAKE_A_LINE = frozenset(
    {
        *("emacs", "emacsclient", "gvim", "helix", "hx", "jmacs", "joe", "jpico", "kak", "mcedit"),
        *("mg", "micro", "nano", "ne", "nvi", "nvim", "pico", "rvim", "vi", "view", "vim", "zile"),
    }
)
_GO_TO = frozenset({"code", "codium"})
"""Those that take `--goto FILE:LINE`."""


def editor_words(environment: Mapping[str, str], file: str, line: int) -> tuple[str, ...]:
    """The words that open a file at a line, from 1: as VISUAL has it, else EDITOR, else vi.

    An editor of which it is not known how it takes a line gets the file alone.

    Raises:
        ValueError: The variable has a quotation mark without its fellow.
    """
    words: list[str] = []
    for variable in ("VISUAL", "EDITOR"):
        words = words or shlex.split(environment.get(variable, ""))
    words = words or [_OTHERWISE]
    if file.startswith(("-", "+")):
        file = f"./{file}"  # It would look like an option.
    called = re.match(r"[a-z]*", Path(words[0]).name)
    name = called[0] if called else ""
    if name in _TAKE_A_LINE:
        return (*words, f"+{line}", file)
    if name in _GO_TO:
        return (*words, "--goto", f"{file}:{line}")
    return (*words, file)


def why_not_to_edit(article: Article, line: int | None) -> str:
    """Why an article cannot be opened in an editor; empty when it can."""
    match address_of(article.file).kind:
        case Kind.STDIN:
            return "standard input is no file to edit"
        case Kind.REVISION:
            return f"{article.file} is what git has, and no file to edit"
    if not Path(article.file).is_file():
        return f"{article.file} is no longer there to edit"
    if line is None:
        return f"{article.file} is no plain text to edit"
    return ""


def run_editor(words: Sequence[str]) -> str:
    """Run an editor and wait for it; the trouble in words, empty when there was none."""
    try:
        ended = subprocess.run(words, check=False)  # noqa: S603 - the reader's own choice
    except OSError as error:
        trouble = (error.strerror or str(error)).lower()
        return f"{words[0]} cannot be run · let EDITOR name another · {trouble}"
    return f"{words[0]} ended with code {ended.returncode}" if ended.returncode else ""


def version_of(file: str) -> tuple[int, ...]:
    """What differs once a file was written; empty when it is not there."""
    try:
        status = Path(file).stat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_size, status.st_ino
