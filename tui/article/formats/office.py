"""Open the files of word processors: know them, and unpack them within bounds.

In: the bytes of a file. Out: what kind it is, and the XML of its parts. What the
XML says is the business of the readers of Word and of OpenDocument.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tui.article.model import Paragraph, Tracked
from tui.errors import ArticleError
from tui.visible import visible

UNPACKED_LIMIT = 200_000_000
"""Most bytes that a document's text may take when unpacked; a novel takes some five million."""

MEMBERS_LIMIT = 20_000
"""Most files that a document may be packed from; pictures count."""

_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"
_LOCKED_WORD = "EncryptedPackage".encode("utf-16-le")
_OPENDOCUMENT = b"application/vnd.oasis.opendocument.text"
_TEXT_MEMBERS = (".xml", ".rels", "mimetype")
_ENTITY = b"<!ENTITY"
_LOCKED = 0x1

# What `zipfile` raises over broken or strange archives.
_ZIP_TROUBLE = (BadZipFile, EOFError, NotImplementedError, ValueError, zlib.error, OSError)


class Kind(Enum):
    """Which word processor wrote a file."""

    WORD = auto()
    OPENDOCUMENT = auto()
    OLD_WORD = auto()
    """Word's binary format from before 2007; no library reads it well."""
    LOCKED_WORD = auto()
    """A Word document behind a password."""
    RICH_TEXT = auto()


_AS = {Tracked.ACCEPTED: "as if they were accepted", Tracked.BEFORE: "as it was before them"}


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a reader of a document should know of how it was read."""

    name: str
    refused_title: str | None
    """A title that the properties give and the text does not."""
    tracked: Tracked | None
    """The state that was read; None when the document has no tracked changes."""
    comments: int
    """How many comments in the margin were left out."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """A sentence for each of them, harmless to print."""
        said = []
        if self.refused_title:
            said.append(
                f"The properties of {self.name} give the title “{self.refused_title}”, "
                "which is nowhere in its text and is not used."
            )
        if self.tracked:
            said.append(f"{self.name} has tracked changes and is read {_AS[self.tracked]}.")
        if self.comments:
            said.append(
                f"{self.name} has comments in the margin ({self.comments}), which are left out."
            )
        return tuple(map(visible, said))


def kind_of(raw: bytes) -> Kind | None:
    """Tell a word processor's file by its content; `None` for anything else."""
    if raw.startswith(_OLD_WORD):
        return Kind.LOCKED_WORD if _LOCKED_WORD in raw else Kind.OLD_WORD
    if raw.startswith(_RICH_TEXT):
        return Kind.RICH_TEXT
    return _kind_of_archive(raw) if raw.startswith(_ZIP) else None


def refusal(name: str, kind: Kind) -> ArticleError:
    """Say why a file of a kind that has no reader is not read, and what to do."""
    if kind is Kind.LOCKED_WORD:
        return locked(name)
    if kind is Kind.RICH_TEXT:
        return ArticleError(f"{name} is Rich Text (.rtf); save it as .docx or .odt and open that.")
    return ArticleError(f"{name} is in the old format of Word; save it as .docx and open that.")


def locked(name: str) -> ArticleError:
    """Say that a document is behind a password."""
    return ArticleError(f"{name} is locked by a password; save it without one.")


def damaged(name: str, trouble: object) -> ArticleError:
    """Say that a document is broken."""
    return ArticleError(
        f"{name} is damaged ({str(trouble).rstrip('.') or 'it ends too early'}); "
        "open it in a word processor and save it again."
    )


def unpack(name: str, raw: bytes) -> dict[str, bytes]:
    """Unpack the text of a document; pictures and the like come out empty.

    Raises:
        ArticleError: The archive is damaged, locked or larger than the limits.
    """
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            texts = [entry for entry in entries if entry.filename.endswith(_TEXT_MEMBERS)]
            if any(entry.flag_bits & _LOCKED for entry in texts):
                raise locked(name)
            # What the archive says of itself is asked first, so that a bomb
            # is never unpacked; `_read` holds it to its word.
            if sum(entry.file_size for entry in texts) > UNPACKED_LIMIT:
                raise ArticleError(
                    f"{name} unpacks to more than {UNPACKED_LIMIT // 1_000_000} MB of text; "
                    "cut it into smaller files."
                )
            if len(entries) > MEMBERS_LIMIT:
                raise ArticleError(
                    f"{name} is packed from more than {MEMBERS_LIMIT:,} files; "
                    "save its text in a new document."
                )
            empty = dict.fromkeys((entry.filename for entry in entries), b"")
            members = empty | {entry.filename: _read(archive, entry) for entry in texts}
    except _ZIP_TROUBLE as error:
        raise damaged(name, error) from error
    # No word processor declares entities; they are good for bombs only.
    if any(_ENTITY in content for content in members.values()):
        raise damaged(name, "its XML declares entities")
    return members


def packed(members: Mapping[str, bytes]) -> io.BytesIO:
    """Pack members again, without compressing: the way back from `unpack`."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for member, content in members.items():
            archive.writestr(ZipInfo(member), content)
    file.seek(0)
    return file


def confirmed_title(title: str | None, paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The title in a document's properties, if its text has the same words in a paragraph.

    Else it is most often the title of the template, or of an older text.
    """
    wanted = (title or "").casefold().split()
    found = any(paragraph.text.casefold().split() == wanted for paragraph in paragraphs)
    return title if wanted and found else None


def _kind_of_archive(raw: bytes) -> Kind | None:
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            members = set(archive.namelist())
            if {"[Content_Types].xml", "word/document.xml"} <= members:
                return Kind.WORD
            if "mimetype" in members:
                with archive.open("mimetype") as file:
                    mimetype = file.read(len(_OPENDOCUMENT))
                return Kind.OPENDOCUMENT if mimetype == _OPENDOCUMENT else None
    except (*_ZIP_TROUBLE, RuntimeError):
        # It may still be a document that was cut off: its first member tells.
        start = raw[:200]
        if _OPENDOCUMENT in start:
            return Kind.OPENDOCUMENT
        return Kind.WORD if b"[Content_Types].xml" in start else None
    return None


def _read(archive: ZipFile, entry: ZipInfo) -> bytes:
    # Word processors use no other ways to pack, and those are slow or fail strangely.
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile("it is packed in a strange way")
    with archive.open(entry) as file:
        return file.read(entry.file_size + 1)
