"""Read what a file states of itself in its first lines.

In: a text. Out: what its front matter says, and the text without it. Guessing
from the text itself is other files' business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tui.article.facts.dates import date_in
from tui.article.model import About
from tui.article.plain.lines import one_line

LONGEST = 20_000
"""Characters of the longest front matter; what goes on for longer is text."""

_LINE_END = r"(?:\r\n|\r|\n)"
_REST = rf"[ \t]*(?:{_LINE_END}|\Z)"


def _block(begin: str, end: str) -> re.Pattern[str]:
    line = rf"(?!(?:{end}){_REST})[^\r\n]*{_LINE_END}"
    return re.compile(rf"{begin}{_REST}(?P<stated>(?:{line})*+)(?:{end}){_REST}")


_YAML = _block("---", r"---|\.\.\.")
_TOML = _block(r"\+\+\+", r"\+\+\+")
_LINES = re.compile(_LINE_END)
_LOOKS_STATED = re.compile(r"\s*['\"]?[\w-]+['\"]?\s*(?::(?:\s|\Z)|=)")

# Best first. Letters only: `datePublished` and `date_published` are one key.
_KEYS = {
    "title": ("title", "headline"),
    "deck": ("deck", "dek", "subtitle", "description", "summary"),
    "byline": ("byline", "author", "authors"),
    "source": ("source", "publication", "newspaper", "site", "sitename", "publisher"),
    "date": ("date", "datepublished", "published", "publishdate", "pubdate", "publicationdate"),
    "language": ("lang", "language"),
}
_KNOWN = frozenset(key for keys in _KEYS.values() for key in keys)
_NO_LETTERS = re.compile(r"[\W_]+")

_NOTHING = ("", "~", "null")
_BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:www\.)?([^/?#:@\s]+)", re.IGNORECASE)
_MONTH = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the text of a file."""

    stated: About
    rest: str
    """The text with an empty line for each line of the front matter, so that
    line numbers stay true."""
    notes: tuple[str, ...]
    """A sentence for each thing that was stated and not understood."""


def front_matter_of(text: str) -> FrontMatter:
    """Part the front matter from the text: YAML between `---`, TOML between `+++`.

    It begins on the first line and gives names to values; what only looks so,
    such as a text that begins with a rule, is text. Values are taken as they
    are written (`no` is Norwegian, not false); what cannot be understood is
    left out with a note. A text without front matter states nothing.
    """
    yaml, toml = _YAML.match(text, 0, LONGEST), _TOML.match(text, 0, LONGEST)
    block = yaml or toml
    if block is None or block.end() == LONGEST:
        return FrontMatter(About(), text, ())
    entries = _read_yaml(block["stated"]) if yaml else _read_toml(block["stated"])
    if entries is None and _LOOKS_STATED.match(block["stated"]):
        note = "What looks like front matter cannot be read and is shown as text; check its marks."
        return FrontMatter(About(), text, (note,))
    if entries is None or not _names_values(entries):
        return FrontMatter(About(), text, ())
    stated, notes = _understand(entries)
    return FrontMatter(stated, "\n" * len(_LINES.findall(block[0])) + text[block.end() :], notes)


def _read_yaml(stated: str) -> Mapping[str, object] | None:
    import yaml  # noqa: PLC0415 - few texts have front matter

    # `BaseLoader` makes strings, lists and mappings of strings only: no alias
    # is merged, no number grows, no date is made up. Beside its own errors the
    # parser lets through those of `chr` and `int` on absurd escapes.
    try:
        entries = yaml.load(stated, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return None
    return entries if isinstance(entries, dict) else None


def _read_toml(stated: str) -> Mapping[str, object] | None:
    import tomllib  # noqa: PLC0415

    # A number of thousands of digits is a plain `ValueError`.
    try:
        return tomllib.loads(stated.replace("\r\n", "\n").replace("\r", "\n"))
    except (ValueError, RecursionError):
        return None


def _names_values(entries: Mapping[str, object]) -> bool:
    """Whether it is front matter; a rule, `He said: no.` and a rule are none."""
    plain = [_plain(key) for key in entries]
    return any(key in _KNOWN for key in plain) or (
        bool(plain) and not any(" " in key.strip() for key in entries)
    )


def _plain(key: str) -> str:
    return _NO_LETTERS.sub("", key.casefold())


def _understand(entries: Mapping[str, object]) -> tuple[About, tuple[str, ...]]:
    values = {_plain(key): value for key, value in entries.items()}
    understood: dict[str, str] = {}
    notes: list[str] = []
    for field, keys in _KEYS.items():
        given = [values[key] for key in keys if not _is_nothing(values.get(key))]
        meanings = [meaning for value in given if (meaning := _READ[field](value))]
        if meanings:
            understood[field] = meanings[0]
        elif given:
            notes.append(f"The {field} that the front matter states was not understood; check it.")
    about = About(
        title=understood.get("title"),
        deck=understood.get("deck"),
        byline=understood.get("byline"),
        source=understood.get("source"),
        date=understood.get("date"),
        language=understood.get("language"),
    )
    return about, tuple(notes)


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in _NOTHING)


def _words(value: object) -> str | None:
    return one_line(value) or None if isinstance(value, str) else None


def _names(value: object) -> str | None:
    """Read `Jane Doe`, a list of names, or `name: Jane Doe`, as one line of names."""
    given = value if isinstance(value, list) else [value]
    names = [_words(one.get("name") if isinstance(one, dict) else one) for one in given]
    known = [name for name in names if name]
    # Half of the authors would be a wrong byline.
    return _BY.sub("", ", ".join(known), count=1) if len(known) == len(given) else None


def _place(value: object) -> str | None:
    words = _words(value)
    host = _HOST.match(words) if words else None
    return host[1] if host else words


def _day(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()[:10]
    words = _words(value)
    if words and _MONTH.fullmatch(words):
        return words
    return date_in(words) if words else None


def _tag(value: object) -> str | None:
    words = _words(value)
    if words is None or not _LANGUAGE.fullmatch(words):
        return None
    language, *others = words.replace("_", "-").lower().split("-")
    return "-".join(
        (language, *(part.title() if len(part) == 4 else part.upper() for part in others))
    )


_READ: Mapping[str, Callable[[object], str | None]] = {
    "title": _words,
    "deck": _words,
    "byline": _names,
    "source": _place,
    "date": _day,
    "language": _tag,
}
