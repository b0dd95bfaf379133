"""Keep the cuts that a reader chose on a tracker's page.

In: a folder, the page's fingerprint, a row's key and a cut. Out: the cuts by
row key. Where the folder is, and what a cut means, are other files' business.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tui.errors import ArticleError
from tui.saving import replace_file

SCHEMA = 1
"""Number of the form in which the cuts are written; another is not understood."""

SIZE_LIMIT = 10_000_000
"""Largest file that is read, in bytes; the program writes none of such a size."""

LONGEST_KEY = 64
"""Characters of the longest row key that is taken."""


def load_repairs(folder: Path, fingerprint: str) -> Mapping[str, int]:
    """Read the cuts kept for a page; none when nothing was ever kept.

    An entry that is no row key with a cut is passed over, so that one bad line
    costs no other; whether a cut fits its row is asked by whoever cuts.

    Raises:
        ArticleError: The file is there and cannot be read, or is none of ours:
            to go on would mean to overwrite it at the next save.
    """
    path = _path(folder, fingerprint)
    try:
        # Something else in its place, a pipe, could be waited for without end.
        if not path.is_file():
            return MappingProxyType({})
        with path.open("rb") as file:
            raw = file.read(SIZE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        return MappingProxyType({})
    except OSError as error:
        raise ArticleError(
            f"{path} cannot be read: {_trouble(error)}; "
            "ask for the right to read it, or move it away."
        ) from error
    return MappingProxyType(_cuts_in(path, raw))


def save_repair(folder: Path, fingerprint: str, key: str, cut: int | None) -> Mapping[str, int]:
    """Keep one more cut, and give all that are kept now.

    A second one for a row replaces the first; None forgets it. The folder is
    made when it is not there. The file is replaced as a whole: a crash leaves
    the old one or the new one.

    Raises:
        ArticleError: The old file cannot be read, or the new one not be written.
    """
    cuts = {row: kept for row, kept in load_repairs(folder, fingerprint).items() if row != key}
    if cut is not None:
        cuts[key] = cut
    import json  # noqa: PLC0415

    path = _path(folder, fingerprint)
    text = json.dumps({"schema": SCHEMA, "cuts": cuts}, indent=1, sort_keys=True) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
    except OSError as error:
        raise ArticleError(
            f"{path} cannot be written: {_trouble(error)}; free some space or rights in {folder}."
        ) from error
    return MappingProxyType(cuts)


def _path(folder: Path, fingerprint: str) -> Path:
    """Where a page's cuts are kept.

    Raises:
        ValueError: The fingerprint is not of letters and figures, and could
            name a file elsewhere.
    """
    if not (fingerprint.isascii() and fingerprint.isalnum()):
        raise ValueError(f"no fingerprint: {fingerprint!r}")
    return folder / f"{fingerprint}.json"


def _cuts_in(path: Path, raw: bytes) -> dict[str, int]:
    if len(raw) > SIZE_LIMIT:
        raise ArticleError(
            f"{path} is larger than {SIZE_LIMIT // 1_000_000} MB and holds no cuts of this "
            "program; move it away."
        )
    # Most pages have no cuts to read, and should not wait for this import.
    import json  # noqa: PLC0415

    try:
        kept = json.loads(raw)
    except (ValueError, RecursionError) as error:
        # Not UTF-8, not JSON, a figure too long, or nested too deep.
        raise ArticleError(
            f"{path} is not the JSON in which chosen cuts are kept; move it away."
        ) from error
    if not isinstance(kept, dict) or kept.get("schema") != SCHEMA:
        raise ArticleError(
            f"{path} is not in form {SCHEMA}, in which this version keeps chosen cuts; "
            "use a newer version, or move it away."
        )
    cuts = kept.get("cuts")
    entries = cuts.items() if isinstance(cuts, dict) else ()
    return {key: cut for key, cut in entries if _is_repair(key, cut)}


def _is_repair(key: str, cut: object) -> bool:
    # JSON's true and false are whole numbers to Python.
    return 0 < len(key) <= LONGEST_KEY and type(cut) is int and cut >= 0


def _trouble(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
