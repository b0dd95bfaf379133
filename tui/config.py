"""What a reader set down once for all comparisons.

In: a TOML file, which may be missing. Out: a frozen `Config`. Where the file is,
`tui.paths` says; what the settings do is other files' business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.compare.model import QUIET, Wording
from tui.errors import ReaderError
from tui.visible import visible

if TYPE_CHECKING:
    from tui.compare.tables import Entries, Keys, Tables

LARGEST = 1_000_000
"""Bytes of the largest file that is read."""

MOST_WORDS = 4
"""Words of the longest expression that a variant may be."""

MOST_WORDS_ABBREVIATED = 10
"""Words of the longest expression that an abbreviation may stand for."""

_SHOWN = 60
"""Characters of the longest key or value that an error repeats."""

NEVER_QUIET = frozenset((Wording.FACT, Wording.WORDS, Wording.CARRIED))
"""What no setting can quieten: it changes what is said."""

_TABLES = ("spelling", "variants", "abbreviations")
_KEYS = ("quiet", "theme", "mouse", "ascii", *_TABLES)


class ConfigError(ReaderError):
    """A file of settings that cannot be read or understood."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings."""

    quiet: frozenset[Wording] = QUIET
    """The kinds of edits that are quiet."""
    entries: Entries | None = None
    """What is added to the tables of house style; None for nothing."""
    theme: str = ""
    """Name of the colours to begin with; empty where the file names none. Only the
    app knows which there are."""
    mouse: bool | None = None
    """Whether the mouse is asked for; None where the terminal decides."""
    only_ascii: bool = False
    """Whether the screen is drawn in ASCII whatever the terminal's encoding has."""

    @property
    def tables(self) -> Tables | None:
        """The tables of house style with those entries; None, and nothing read, without any."""
        if self.entries is None:
            return None
        from tui.compare.tables import built_in  # noqa: PLC0415 -- most readers add nothing

        return built_in().extended(self.entries)


def load_config(path: Path) -> Config:
    """The settings of a file; the usual ones when there is none.

    Raises:
        ConfigError: the file cannot be read, is too large or no TOML, or holds a key
            or a value that means nothing; the message says where, and which key
            may have been meant.
    """
    try:
        if path.is_fifo():
            raise ConfigError(f"{path}: a pipe, and whoever reads it may wait forever")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such name can be"
        raise ConfigError(f"{path}: cannot be read: {reason}") from error
    if len(content) > LARGEST:
        raise ConfigError(f"{path}: larger than {LARGEST:,} bytes, too large for settings")
    return _config(_parsed(content, path), path)


def _parsed(content: bytes, path: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 -- most readers have no file of settings

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}: not UTF-8 on line {line}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not TOML: {_shown(str(error), 2 * _SHOWN)}") from error
    except (RecursionError, ValueError) as error:
        raise ConfigError(f"{path}: not TOML that can be read") from error


def _config(settings: dict[str, object], path: Path) -> Config:
    for key in settings:
        if key not in _KEYS:
            raise ConfigError(f"{path}: no setting is called {meant(key, _KEYS)}")
    return Config(
        _quiet(settings["quiet"], path) if "quiet" in settings else QUIET,
        _entries(settings, path) if any(map(settings.get, _TABLES)) else None,
        _theme(settings, path),
        _switch(settings, "mouse", path),
        _switch(settings, "ascii", path) or False,
    )


def _entries(settings: dict[str, object], path: Path) -> Entries:
    from tui.compare.tables import Entries  # noqa: PLC0415 -- most readers add nothing

    spelling, variants, abbreviations = (_pairs(settings, table, path) for table in _TABLES)
    return Entries(
        tuple((word[0], other[0]) for word, other in spelling),
        tuple(variants),
        tuple(abbreviations),
    )


def _theme(settings: dict[str, object], path: Path) -> str:
    name = settings.get("theme", "")
    if not isinstance(name, str):
        raise ConfigError(f'{path}: theme: must be a name in quotation marks, as "nord"')
    return name


def _switch(settings: dict[str, object], key: str, path: Path) -> bool | None:
    """Whether a key is on; None where it is left out."""
    value = settings.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise ConfigError(f"{path}: {key}: must be true or false")


def quiet_kinds(names: Iterable[object]) -> frozenset[Wording]:
    """The kinds of edits that some names mean.

    Raises:
        ValueError: one of them means none, or one that cannot be quiet.
    """
    allowed = [wording.value for wording in Wording if wording not in NEVER_QUIET]
    found: set[Wording] = set()
    for name in names:
        if name in list(NEVER_QUIET):
            raise ValueError(f"{name} cannot be quiet, it changes what is said")
        if name not in allowed:
            raise ValueError(f"no kind is called {meant(name, allowed)}")
        found.add(Wording(str(name)))
    return frozenset(found)


def _quiet(names: object, path: Path) -> frozenset[Wording]:
    if not isinstance(names, list):
        raise ConfigError(f'{path}: quiet: must be a list of kinds, as ["spacing", "case"]')
    try:
        return quiet_kinds(names)
    except ValueError as error:
        raise ConfigError(f"{path}: quiet: {error}") from error


def _pairs(settings: dict[str, object], table: str, path: Path) -> list[tuple[Keys, Keys]]:
    entries = settings.get(table, {})
    if not isinstance(entries, dict):
        raise ConfigError(f'{path}: {table}: must be a table of entries, as "this" = "that"')
    return [
        (_keys(form, form, table, path), _keys(other, form, table, path))
        for form, other in entries.items()
    ]


def _keys(written: object, form: str, table: str, path: Path) -> Keys:
    """The keys of what one side of an entry holds."""
    place = f"{path}: {table}: {_shown(form)}"
    if not isinstance(written, str):
        raise ConfigError(f"{place}: must stand for words in quotation marks")
    from tui.compare.phrase import is_word  # noqa: PLC0415 -- most readers add nothing
    from tui.compare.words import words_of  # noqa: PLC0415

    keys = words_of(written).keys
    if table == "abbreviations":
        keys = tuple(key for key in keys if key != ".")
    if not any(map(is_word, keys)) and table != "variants":
        raise ConfigError(f"{place}: {_shown(written)} holds no word")
    most = {"spelling": 1, "variants": MOST_WORDS}.get(table, MOST_WORDS_ABBREVIATED)
    if not 0 < len(keys) <= most:
        words = "one word" if most == 1 else f"one to {most} words"
        raise ConfigError(f"{place}: {_shown(written)} must be {words}")
    return keys


def meant(name: object, names: Iterable[str]) -> str:
    """What was written, and the nearest of the right names."""
    import difflib  # noqa: PLC0415 -- for trouble alone

    written = _shown(name if isinstance(name, str) else repr(name))
    near = difflib.get_close_matches(written.casefold(), names, n=1)
    return f"{written}; is {near[0]} meant?" if near else f"{written}; there are {', '.join(names)}"


def _shown(text: str, longest: int = _SHOWN) -> str:
    shown = visible(text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
