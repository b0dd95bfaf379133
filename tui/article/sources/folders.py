"""Find the files of a folder that are texts.

In: a folder. Out: its files in natural order, and what was passed over.
Reading them is other files' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tui.errors import ArticleError

FILES_LIMIT = 10_000
"""Files of one folder that are read; a whole disk would take for ever."""

MARKDOWN_SUFFIXES = frozenset((".md", ".markdown"))
TEXT_SUFFIXES = MARKDOWN_SUFFIXES | {"", ".txt", ".text", ".html", ".htm", ".docx", ".odt"}
"""Suffixes of the files that are read in a folder; a file named directly may have any."""

_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Files:
    """What a folder holds."""

    texts: tuple[Path, ...]
    """The files that may be texts, deep first and in natural order."""
    troubles: tuple[ArticleError, ...]
    """The folders inside it that could not be opened."""
    hidden: int
    """Files and folders passed over because their names begin with a point."""
    others: int
    """Files passed over because of their suffix."""
    more: bool
    """Whether there are more than `FILES_LIMIT` texts, and only the first are given."""


def files_in(folder: Path) -> Files:
    """Look through a folder and those inside it; folders behind links are not entered."""
    walk = _Walk()
    texts = tuple(islice(walk.texts(folder), FILES_LIMIT + 1))
    return Files(
        texts[:FILES_LIMIT],
        tuple(walk.troubles),
        walk.hidden,
        walk.others,
        len(texts) > FILES_LIMIT,
    )


def is_folder(path: str | Path) -> bool:
    """Whether it is a folder; of what may not be looked at, reading tells why."""
    try:
        # An empty name is a forgotten one, and not the current folder.
        return path != "" and Path(path).is_dir()
    except (OSError, ValueError):
        return False


class _Walk:
    """A way through a folder, and what was met on it."""

    def __init__(self) -> None:
        self.troubles: list[ArticleError] = []
        self.hidden = 0
        self.others = 0

    def texts(self, folder: Path) -> Iterator[Path]:
        """Yield the texts; what else is met is noted."""
        pending = [folder]
        while pending:
            path = pending.pop()
            if not is_folder(path):
                if path.suffix.lower() in TEXT_SUFFIXES:
                    yield path
                else:
                    self.others += 1
            # A link can lead back up, and then there would be no end.
            elif path is folder or not path.is_symlink():
                pending += sorted(self._shown(path), key=_natural, reverse=True)

    def _shown(self, folder: Path) -> list[Path]:
        try:
            inside = list(folder.iterdir())
        except OSError:
            self.troubles.append(
                ArticleError(
                    f"{folder} cannot be opened; "
                    "ask for the right to read the folder, or give it with `chmod u+rx`."
                )
            )
            return []
        shown = [path for path in inside if not path.name.startswith(".")]
        self.hidden += len(inside) - len(shown)
        return shown


def _natural(path: Path) -> tuple[list[str | int], str]:
    """Order names as people do: `part 2` before `part 10`."""
    # Digits stand at every other place, so that like is compared with like.
    parts = _NUMBER.split(path.name.casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], path.name
