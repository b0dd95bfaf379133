"""Make zip archives for the tests of documents, and spoil them."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from hypothesis import strategies as st


def zipped(members: Mapping[str, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """An archive of these members, in their order."""
    file = io.BytesIO()
    with ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def members_of(raw: bytes) -> dict[str, bytes]:
    """What an archive holds."""
    with ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spoilt_archives(raw: bytes) -> st.SearchStrategy[bytes]:
    """Archives like this one, with bytes changed: of the archive itself, or of one member."""
    members = members_of(raw)

    def with_member(name: str) -> st.SearchStrategy[bytes]:
        return spoilt(members[name]).map(
            lambda content: zipped({**members, name: content}, ZIP_STORED)
        )

    return spoilt(raw) | st.sampled_from(sorted(members)).flatmap(with_member)


@st.composite
def spoilt(draw: st.DrawFn, content: bytes) -> bytes:
    """Bytes with a few places cut out, written over or repeated."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(start + 30, len(content))))
        between = draw(st.binary(max_size=4) | st.just(content[max(start - 20, 0) : start]))
        content = content[:start] + between + content[end:]
    return content
