"""Replace a file as a whole.

In: a path and bytes. Out: the file. What is in it, and whom to tell of trouble, is other
files' business.
"""

from __future__ import annotations

import os
from pathlib import Path


def replace_file(path: Path, raw: bytes) -> None:
    """Write a file beside `path`, to the disk, and put it in its place.

    A crash leaves the old file or the new one. Only its owner may read it.

    Raises:
        OSError: It cannot be written.
    """
    # Most readers never write anything, and should not wait for this import.
    import tempfile  # noqa: PLC0415

    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)
