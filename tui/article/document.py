"""One file as it was read: all of it, and the articles it holds.

Nothing here reads; `reading` and `pages` make these values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.article.model import Article

if TYPE_CHECKING:
    from tui.article.tracker.page import TrackerPage


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """A tracker's page behind a document, so that it can be cut elsewhere."""

    page: TrackerPage
    text: str
    """The page as it came."""
    chosen: Mapping[str, int]
    """The cuts that the reader chose, by the keys of their rows."""
    folder: Path | None
    """Where such cuts are kept; None where they are not."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was read."""

    whole: Article
    """All of the file as one article, in its order."""
    parts: tuple[Article, ...] = ()
    """The articles it holds when they are two or more; else none."""
    two_versions: TwoVersions | None = None
    """Where the parts are two versions of one text, and the whole is the page
    that holds both row by row."""
    notes: tuple[str, ...] = ()
    """Sentences about the reading of the file."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """Its parts, or the whole of it when it has none."""
        return self.parts or (self.whole,)
