"""Turn paths into articles.

In: files and folders, as a person named them. Out: `Loaded`, the articles
and what had to be left out. Encodings, paragraphs and roles are the
neighbours' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tui.article.guess import paragraphs_of, source_of
from tui.article.markdown import markdown_paragraphs
from tui.article.model import About, Article, Paragraph
from tui.article.plain import blocks_of
from tui.article.source import NotTextError, read_text
from tui.article.titles import title_of
from tui.errors import ArticleError
from tui.visible import visible

FILES_LIMIT = 10_000
"""Files of one folder that are read; a whole disk would take for ever."""

MARKDOWN_SUFFIXES = frozenset((".md", ".markdown"))
TEXT_SUFFIXES = MARKDOWN_SUFFIXES | {"", ".txt", ".text"}
"""Suffixes of the files that are read in a folder; a file named directly may have any."""

_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a reading of files and folders gave."""

    articles: tuple[Article, ...]
    """In the order of the paths; inside a folder in natural order."""
    skipped: tuple[str, ...]
    """A sentence, harmless to print, for each thing in a folder that could not be read."""


def load_articles(path: str | Path) -> tuple[Article, ...]:
    """Read a file as one article, or a folder as all it holds.

    Raises:
        ArticleError: The file cannot be read, or the folder holds no text.
    """
    return load_library([path]).articles


def load_library(paths: Sequence[str | Path]) -> Loaded:
    """Read files and folders, and tell what was left out of the folders.

    A folder's bad files are skipped, each with a sentence; hidden files,
    other suffixes than `TEXT_SUFFIXES` and programs are not meant for reading
    and need none. Folders behind links are not entered. A file that is
    reached twice is read once. No paths give nothing.

    Raises:
        ArticleError: A path that was named gives nothing at all.
    """
    seen: set[tuple[int, int]] = set()
    loaded = [_load_path(Path(path), seen) for path in paths]
    return Loaded(
        tuple(article for part in loaded for article in part.articles),
        tuple(sentence for part in loaded for sentence in part.skipped),
    )


def load_file(path: Path) -> Article:
    """Read one file, whatever its suffix; Markdown is known by it.

    Raises:
        ArticleError: It cannot be read, or holds nothing but blanks.
    """
    text = read_text(path)
    paragraphs: tuple[Paragraph, ...] = ()
    source = None
    if path.suffix.lower() in MARKDOWN_SUFFIXES:
        paragraphs = markdown_paragraphs(text)
    if not paragraphs:
        paragraphs = paragraphs_of(blocks_of(text))
        source = source_of(paragraphs)
    if not paragraphs:
        raise ArticleError(f"{path} holds nothing but blanks; give a file with text in it.")
    return Article(
        title=title_of(paragraphs, visible(path.name)),
        paragraphs=paragraphs,
        file=visible(str(path)),
        about=About(source=source),
    )


def _load_path(path: Path, seen: set[tuple[int, int]]) -> Loaded:
    if is_folder(path):
        return _load_folder(path, seen)
    return Loaded((load_file(path),) if _is_new(path, seen) else (), ())


def _load_folder(folder: Path, seen: set[tuple[int, int]]) -> Loaded:
    found = list(islice(_files_in(folder), FILES_LIMIT + 1))
    fresh = [entry for entry in found[:FILES_LIMIT] if _is_new(entry, seen)]
    outcomes = [_outcome(entry) for entry in fresh]
    articles = tuple(outcome for outcome in outcomes if isinstance(outcome, Article))
    skipped = [str(outcome) for outcome in outcomes if isinstance(outcome, ArticleError)]
    if not articles and (fresh or not found):
        reason = skipped[0] if skipped else "give a folder with .txt or .md files in it."
        raise ArticleError(f"{folder} holds no text that can be read; {reason}")
    if len(found) > FILES_LIMIT:
        skipped.append(
            f"{visible(str(folder))} holds more than {FILES_LIMIT:,} files and only the first "
            "were read; give the folders in it one by one."
        )
    return Loaded(articles, tuple(skipped))


def _outcome(entry: Path | ArticleError) -> Article | ArticleError | None:
    """Read a file of a folder; `None` for one that no reader would miss."""
    if isinstance(entry, ArticleError):
        return entry
    try:
        return load_file(entry)
    except NotTextError as error:
        # Without a suffix it may well be a program.
        return error if entry.suffix else None
    except ArticleError as error:
        return error


def _files_in(folder: Path) -> Iterator[Path | ArticleError]:
    """Yield the text files, deep first and in natural order, and folders' troubles."""
    pending = [folder]
    while pending:
        path = pending.pop()
        if not is_folder(path):
            if path.suffix.lower() in TEXT_SUFFIXES:
                yield path
        # A link can lead back up, and then there would be no end.
        elif path is folder or not path.is_symlink():
            try:
                pending += sorted(_shown(path), key=_natural, reverse=True)
            except OSError:
                yield ArticleError(
                    f"{path} cannot be opened; "
                    "ask for the right to read the folder, or give it with `chmod u+rx`."
                )


def _shown(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if not path.name.startswith("."))


def _natural(path: Path) -> tuple[list[str | int], str]:
    """Order names as people do: `part 2` before `part 10`."""
    # Digits stand at every other place, so that like is compared with like.
    parts = _NUMBER.split(path.name.casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], path.name


def is_folder(path: str | Path) -> bool:
    """Whether it is a folder; of what may not be looked at, reading tells why."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _is_new(entry: Path | ArticleError, seen: set[tuple[int, int]]) -> bool:
    """Whether the file was not met before; `seen` grows by it.

    What cannot be asked is new: reading it will tell the trouble.
    """
    if isinstance(entry, ArticleError):
        return True
    try:
        status = entry.stat()
    except (OSError, ValueError):
        return True
    file = (status.st_dev, status.st_ino)
    known = file in seen
    seen.add(file)
    return not known
