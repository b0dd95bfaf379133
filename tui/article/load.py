"""Turn what a person named into articles.

In: names of files and folders. Out: `Loaded`, the documents and what had to
be left out. How bytes become paragraphs is `reading`'s business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.article.document import Document
from tui.article.model import Article
from tui.article.reading import Progress, ReadOptions, no_progress, read_document
from tui.article.sources.address import Address, Kind, address_of
from tui.article.sources.binary import NotTextError
from tui.article.sources.folders import FILES_LIMIT, Files, files_in, is_folder
from tui.errors import ArticleError
from tui.visible import visible


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a reading of files and folders gave."""

    documents: tuple[Document, ...]
    """In the order of the names; inside a folder in natural order."""
    skipped: tuple[str, ...]
    """A sentence, harmless to print, for each thing in a folder that could not be read."""
    passed_over: str = ""
    """A sentence that counts what no reader would miss; empty when there was nothing."""
    pair: tuple[Article, Article] | None = None
    """The two articles that were named, where exactly two were: as two texts, or
    as one page that holds two versions."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What was noted in the reading of each document, with its name."""
        return tuple(
            f"{document.whole.file}: {note}"
            for document in self.documents
            for note in document.notes
        )

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, those of one file after one another."""
        return tuple(article for document in self.documents for article in document.articles)

    def with_document(self, document: Document) -> Loaded:
        """The same with a document read anew."""
        file = document.whole.file
        return replace(
            self,
            documents=tuple(document if old.whole.file == file else old for old in self.documents),
        )


def load_library(
    names: Sequence[str | Path],
    options: ReadOptions | None = None,
    progress: Progress = no_progress,
) -> Loaded:
    """Read files and folders, and tell what was left out of the folders.

    A folder's bad files are skipped, each with a sentence; hidden files,
    other suffixes than `TEXT_SUFFIXES` and programs are not meant for reading
    and are only counted. A file that is reached twice is read once. No names
    give nothing.

    Raises:
        ArticleError: A name that was given gives nothing at all.
    """
    return _Loading(options or ReadOptions(), progress).load(names)


def load_document(name: str | Path, options: ReadOptions | None = None) -> Document:
    """Read one file; of a name such as `page.txt#2` only that part.

    Raises:
        ArticleError: It cannot be read, holds nothing but blanks, or has no such part.
    """
    address = address_of(str(name))
    return _named_part(read_document(address, options or ReadOptions()), address.part)


def load_whole(name: str | Path, options: ReadOptions | None = None) -> Document:
    """Read one file as one article: all of it, or the part that was named.

    Raises:
        ArticleError: As `load_document`; or the file holds versions of one
            text and the name does not say which.
    """
    document = load_document(name, options)
    if document.two_versions is not None and document.parts:
        which = " or ".join(f"`{each.origin}` ({each.label})" for each in document.parts)
        raise ArticleError(f"{document.whole.file} holds two versions of one text; name {which}.")
    return document


def load_article(name: str | Path, options: ReadOptions | None = None) -> Article:
    """Read one file as `load_whole` does, without the notes on its reading."""
    return load_whole(name, options).whole


def _named_part(document: Document, part: int | None) -> Document:
    """The part of a document that was named, as a document of its own."""
    found = document.parts
    if part is None:
        return document
    if 1 <= part <= len(found):
        return Document(found[part - 1], two_versions=document.two_versions, notes=document.notes)
    file = document.whole.file
    if not found:
        raise ArticleError(f"{file} is one article and has no parts; name it without `#{part}`.")
    raise ArticleError(
        f"{file} has {len(found)} parts and no #{part}; name one from `{file}#1` "
        f"to `{file}#{len(found)}`."
    )


def _pair(documents: Sequence[Document], names: int) -> tuple[Article, Article] | None:
    """The articles to open beside one another, if so many names mean just two."""
    if names == 1 and documents[0].two_versions and documents[0].parts:
        first, second = documents[0].parts
        return first, second
    if names == 2 and not any(each.two_versions and each.parts for each in documents):
        # A file that was named twice was read once.
        return documents[0].whole, documents[-1].whole
    return None


class _Loading:
    """One reading of files and folders, and what was met on the way."""

    def __init__(self, options: ReadOptions, progress: Progress) -> None:
        self._options = options
        self._progress = progress
        self._skipped: list[str] = []
        self._passed_over: Counter[str] = Counter()
        self._done, self._total = 0, 1
        """Files that were read, and that there are to read."""
        self._seen: set[tuple[int, int, int | None]] = set()

    def load(self, names: Sequence[str | Path]) -> Loaded:
        """Read everything that was named."""
        folders = {name: files_in(Path(name)) for name in names if is_folder(name)}
        self._total = len(names) + sum(len(folder.texts) for folder in folders.values())
        documents: list[Document] = []
        for name in names:
            if name in folders:
                documents += self._of_folder(Path(name), folders[name])
            elif self._is_new(name):
                address = address_of(str(name))
                documents.append(_named_part(self._read(address), address.part))
            self._done += 1
            self._progress(self._done / self._total)
        pair = None if folders else _pair(documents, len(names))
        return Loaded(tuple(documents), tuple(self._skipped), self._counted(), pair)

    def _read(self, address: Address) -> Document:
        """Read a file; as much of the work is done by it as by any other."""

        def progress(share: float) -> None:
            self._progress((self._done + share) / self._total)

        return read_document(address, self._options, progress)

    def _of_folder(self, folder: Path, files: Files) -> Iterator[Document]:
        self._passed_over["hidden"] += files.hidden
        self._passed_over["of other kinds"] += files.others
        troubles = [str(trouble) for trouble in files.troubles]
        fresh = [path for path in files.texts if self._is_new(path)]
        read = 0
        for path in fresh:
            try:
                document = self._read(Address(str(path)))
            except NotTextError as error:
                # Without a suffix it may well be a program.
                if path.suffix:
                    troubles.append(str(error))
                else:
                    self._passed_over["binary"] += 1
            except ArticleError as error:
                troubles.append(str(error))
            else:
                read += 1
                yield document
            self._done += 1
            self._progress(self._done / self._total)
        if not read and (fresh or troubles or not files.texts):
            reason = troubles[0] if troubles else "give a folder with .txt or .md files in it."
            raise ArticleError(f"{folder} holds no text that can be read; {reason}")
        self._skipped += troubles
        if files.more:
            self._skipped.append(
                f"{visible(str(folder))} holds more than {FILES_LIMIT:,} texts and only the first "
                "were read; give the folders in it one by one."
            )

    def _counted(self) -> str:
        counts = [f"{count:,} {what}" for what, count in self._passed_over.items() if count]
        if not counts:
            return ""
        total = sum(self._passed_over.values())
        were = "file was" if total == 1 else "files were"
        return f"{total:,} {were} passed over: {', '.join(counts)}."

    def _is_new(self, name: str | Path) -> bool:
        """Whether the file was not met before; of what cannot be asked, reading tells why."""
        address = Address(str(name)) if isinstance(name, Path) else address_of(name)
        if address.kind is not Kind.FILE:
            return True
        try:
            status = Path(address.name).stat()
        except (OSError, ValueError):
            return True
        file = (status.st_dev, status.st_ino, address.part)
        known = file in self._seen
        self._seen.add(file)
        return not known
