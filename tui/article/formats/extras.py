"""Say which extra a kind of file needs.

In: the name of a file, its kind, the extra, what could not be imported. Out:
an error that names the line to run.
"""

from __future__ import annotations

import shlex
import sys

from tui.errors import ArticleError


def missing(name: str, kind: str, extra: str, error: ImportError) -> ArticleError:
    """The error for a file that only an extra can read.

    The line names the interpreter that runs now: another one's `pip` would
    install it where it is not found.
    """
    python = shlex.quote(sys.executable or "python3")
    return ArticleError(
        f"{name} is {kind} and `{error.name or error}` is not installed; "
        f"run `{python} -m pip install 'diptych[{extra}]'` to read it."
    )
