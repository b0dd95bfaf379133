"""Where a reader left off in two texts, kept until the two are opened again.

In: a folder, two articles, a place. Out: the place in the same texts, or in what became
of them. Where the folder is, and what is on the screen there, are other files' business.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeGuard, TypeVar

from tui.article import Article
from tui.compare import Side
from tui.saving import replace_file

PAIRS_KEPT = 500
"""Pairs whose place is kept; of more, those that were read longest ago go."""

_SCHEMA = 1
_SIZE_LIMIT = 1_000
"""Bytes of the largest file that is read; the program writes some 200."""

_STDIN = "/dev/stdin"

_OURS = re.compile(r"[0-9a-f]{32}\.json|\.[0-9a-f]{32}-\w+\.tmp")
"""Names of the files that keep places, and of those that a crash has left behind."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A place in the text of one of two articles."""

    side: Side
    """Left or right."""
    paragraph: int
    """Number of the paragraph, from 0."""
    offset: int
    """Character of its text; code points from 0."""


_P = TypeVar("_P", bound=TextPlace)


def keep_place(folder: Path, left: Article, right: Article, place: TextPlace | None) -> None:
    """Keep the place in two texts; None, which is the start, forgets it.

    Nothing is kept of a text from standard input. Where nothing can be
    written, nothing is: the place is not worth a complaint to one who leaves.
    """
    path = _path(folder, left, right)
    if path is None:
        return
    with contextlib.suppress(OSError):
        if place is None:
            path.unlink(missing_ok=True)
            return
        article = left if place.side is Side.LEFT else right
        text = article.paragraphs[place.paragraph].text
        import json  # noqa: PLC0415

        entry = {
            "schema": _SCHEMA,
            "article": _digest(_name(article) or ""),
            "paragraph": place.paragraph,
            "offset": place.offset,
            "length": len(text),
            "text": _digest(text),
        }
        for each in (folder.parent, folder):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, json.dumps(entry).encode())
        _forget_the_oldest(folder)


def kept_place(folder: Path, left: Article, right: Article) -> TextPlace | None:
    """The place that was kept for two texts, whichever of them stood on the left.

    A paragraph that went elsewhere is found by its text: of several with the
    same, the nearest. None when nothing was kept, the paragraph is gone, or the
    file is none of ours.
    """
    path = _path(folder, left, right)
    if path is None:
        return None
    entry = _entry(path)
    number, offset, length = (entry.get(name) for name in ("paragraph", "offset", "length"))
    if not (_is_count(number) and _is_count(offset) and _is_count(length)):
        return None
    side = Side.LEFT if entry.get("article") == _digest(_name(left) or "") else Side.RIGHT
    at = _nearest(
        left if side is Side.LEFT else right,
        number,
        # Nearly every other text has another length, and is not hashed.
        lambda text: len(text) == length and _digest(text) == entry.get("text"),
    )
    return None if at is None else TextPlace(side, at, min(offset, max(length - 1, 0)))


def found_again(old: Article, new: Article, place: _P) -> _P:
    """The place in an article that was read anew: in the same text, else on the same line."""
    was = old.paragraphs[place.paragraph]
    at = _nearest(new, place.paragraph, was.text.__eq__)
    if at is not None:
        return replace(place, paragraph=at)
    lines = ((number, each.line or 1) for number, each in enumerate(new.paragraphs))
    at = next((number for number, line in lines if line >= (was.line or 1)), 0)
    return replace(place, paragraph=at, offset=0)


def _nearest(article: Article, number: int, is_it: Callable[[str], bool]) -> int | None:
    count = len(article.paragraphs)
    number = min(number, count - 1)
    for far in range(count):
        for at in (number - far, number + far):
            if 0 <= at < count and is_it(article.paragraphs[at].text):
                return at
    return None


def _path(folder: Path, left: Article, right: Article) -> Path | None:
    """The file of a pair; None where one of the two cannot be opened again."""
    names = _name(left), _name(right)
    if names[0] is None or names[1] is None:
        return None
    return folder / f"{_digest(chr(0).join(sorted(filter(None, names))))}.json"


def _name(article: Article) -> str | None:
    """A name that is the same from every folder."""
    if article.file == _STDIN:
        return None
    try:
        file = os.path.abspath(article.file)  # noqa: PTH100 - a link may lead elsewhere later
    except OSError:
        return None  # The current folder is gone.
    return file if article.part is None else f"{file}#{article.part}"


def _digest(text: str) -> str:
    # The import takes milliseconds, and most that opens a text waits for them.
    import hashlib  # noqa: PLC0415

    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _entry(path: Path) -> dict[str, object]:
    """What the file holds; nothing where it is damaged, too large, or no file."""
    import json  # noqa: PLC0415

    try:
        # Something else in its place, a pipe, could be waited for without end.
        if not path.is_file():
            return {}
        with path.open("rb") as file:
            entry = json.loads(file.read(_SIZE_LIMIT + 1))
    except (OSError, ValueError, RecursionError):
        return {}
    known = isinstance(entry, dict) and entry.get("schema") == _SCHEMA
    return entry if known else {}


def _is_count(value: object) -> TypeGuard[int]:
    # JSON's true and false are whole numbers to Python.
    return type(value) is int and value >= 0


def _forget_the_oldest(folder: Path) -> None:
    with os.scandir(folder) as entries:
        # Whatever else is there is none of ours, and stays.
        kept = sorted(
            (entry.stat(follow_symlinks=False).st_mtime, entry.path)
            for entry in entries
            if _OURS.fullmatch(entry.name)
        )
    for _, path in kept[:-PAIRS_KEPT]:
        Path(path).unlink(missing_ok=True)
