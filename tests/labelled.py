"""Read the pages on which editors labelled changes before any code was run.

In: a Markdown file with a paragraph under each `##`, in which every change is written
`{left => right | kind flags}`. Out: both texts of each, and where its changes stand.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.article.model import Span
from tui.compare.model import Fact, Wording

FLAGS = ("quoted", "same-day")
_CHANGE = re.compile(r"\{([^{}|]*)=>([^{}|]*)\|([^{}|]*)\}")
_CLOSING = re.compile(r"[,;:!?)\]”](?!\w)|\.(?![.\w])")
"""A mark that stands at the end of a word: no blank is before it."""
_STUCK = re.compile(r"(?:(?![\u2e80-\u9fff])[\w,.;:!?)%]){2}(?<=\w)")
"""Two letters between which a blank is wanted, where words came or went."""


@dataclass(frozen=True, slots=True)
class Label:
    """A change as an editor drew it."""

    left: Span | None
    """Code points of the left text; None where words came in."""
    right: Span | None
    """Code points of the right text; None where words went."""
    kind: Wording
    facts: frozenset[Fact] = frozenset()
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """A paragraph in two versions, and every difference of them in reading order."""

    name: str
    left: str
    right: str
    marks: tuple[Label, ...]
    dates: tuple[date, date] | None = None
    """On which days the left and the right were published."""
    language: str = "en"


def cases(path: Path) -> tuple[Case, ...]:
    """The cases of a page, in order.

    Raises:
        ValueError: A brace is no change, or a word after its `|` is not known.
    """
    found: list[Case] = []
    for section in re.split(r"^## +", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, body = section.partition("\n")
        # Some pages hold several kinds of text, each under a heading of its own.
        body = re.split(r"^# ", body, flags=re.MULTILINE)[0]
        head = dict(re.findall(r"^(dates|language): *(.*)$", body, re.MULTILINE))
        text = re.sub(r"^(?:dates|language):.*$", "", body, flags=re.MULTILINE)
        try:
            found.append(_case(name.strip(), " ".join(re.split(r" *\n *", text.strip())), head))
        except ValueError as error:
            raise ValueError(f"{path.name}, {name.strip()!r}: {error}") from error
    return tuple(found)


def _case(name: str, text: str, head: dict[str, str]) -> Case:
    sides = _Side(), _Side()
    marks: list[Label] = []
    at = 0
    for found in _CHANGE.finditer(text):
        places = []
        for side, inside in zip(sides, found.groups()[:2], strict=True):
            side.add(text[at : found.start()])
            places.append(side.add(inside.strip(" "), change=True))
        marks.append(_label(*places, found.group(3).split()))
        at = found.end()
    for side in sides:
        side.add(text[at:])
    left, right = (side.text.strip(" ") for side in sides)
    if any(sign in left + right for sign in ("{", "}", "|", "=>")):
        raise ValueError("a brace that is no change")
    first, *second = head.get("dates", "").split() or [""]
    dates = (date.fromisoformat(first), date.fromisoformat(*second)) if first else None
    return Case(name, left, right, tuple(marks), dates, head.get("language", "en").strip())


def _label(left: Span | None, right: Span | None, words: list[str]) -> Label:
    kind, *more = words or [""]
    facts = frozenset(Fact(word) for word in more if word not in FLAGS)
    if bool(facts) != (kind == Wording.FACT) or left is right is None:
        raise ValueError(f"no change: {' '.join(words)}")
    return Label(left, right, Wording(kind), facts, frozenset(more) & {*FLAGS})


class _Side:
    """One version of a paragraph while it is put together."""

    def __init__(self) -> None:
        self.text = ""
        self._seam = False
        """Whether the change before was of the other side only."""

    def add(self, part: str, *, change: bool = False) -> Span | None:
        """Put a part after the others; where it stands, or None if it is empty."""
        if not part:
            self._seam |= change
            return None
        if self._seam or change:
            if _CLOSING.match(part.lstrip(" ")):
                self.text = self.text.rstrip(" ")
                part = part.lstrip(" ")
            elif _STUCK.fullmatch(self.text[-1:] + part[0]):
                self.text += " "
            elif self._seam and (not self.text or self.text.endswith(" ")):
                part = part.removeprefix(" ")
        self._seam = False
        start = len(self.text)
        self.text += part
        return Span(start, len(self.text))
