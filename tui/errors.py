"""The errors a reader of the program meets, and the exit codes.

A message is one sentence for a person: which file, what trouble, what to do.
A bug is not a `ReaderError`: it ends in a traceback.
"""

from __future__ import annotations

from tui.visible import visible

EXIT_SAME = 0
"""The two articles are the same, or the app was left in good order."""
EXIT_DIFFERENT = 1
"""The two articles differ."""
EXIT_TROUBLE = 2
"""Something could not be read or understood; standard error says what."""


class ReaderError(Exception):
    """Trouble that the reader can understand and mend.

    The message may hold file names and text from outside; it is made
    harmless here, so that whoever shows it need not think of it.
    """

    def __init__(self, message: str) -> None:
        super().__init__(visible(message))


class ArticleError(ReaderError):
    """A file or a folder that cannot be read as articles."""


class CorrectionError(ReaderError):
    """Corrections that do not fit the two articles, or one another."""


class UsageError(ReaderError):
    """Arguments that do not fit together."""
