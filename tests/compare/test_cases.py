"""The cases of `tests/cases/`, which an editor can read and extend."""

import re
from pathlib import Path

import pytest

from tests.strategies import article_of
from tui.compare import Comparison, Edit, Kind, Regime, Row, compare, edits_of

CASES = Path(__file__).parents[1] / "cases"


def sections(name: str) -> list[tuple[str, str]]:
    """Title and body of each `##` section of a case file."""
    text = (CASES / name).read_text(encoding="utf-8")
    return [
        (title, body) for title, _, body in (part.partition("\n") for part in text.split("\n## "))
    ][1:]


def as_marks(left: str, right: str, edits: tuple[Edit, ...]) -> str:
    """One text with both versions in it, as the case files write it."""
    out: list[str] = []
    left_at = right_at = 0
    for edit in edits:
        old, new = (side[0].span if side else None for side in (edit.left, edit.right))
        start = old.start if old else left_at + read_on(left[left_at:], right[right_at : new.start])
        gone = left[old.start : old.end] if old else ""
        came = right[new.start : new.end] if new else ""
        out.append(left[left_at:start])
        left_at = old.end if old else start
        right_at = new.end if new else right_at + read_on(right[right_at:], out[-1])
        if edit.quiet:
            out.append(f"({gone}|{came})")
        else:
            apart = " " if not gone and left_at < len(left) and left[left_at].isalnum() else ""
            out.append((f"[{gone}]" if gone else "") + (f"{{{came}}}" if came else "") + apart)
    return "".join(out) + left[left_at:]


def read_on(text: str, same: str) -> int:
    """How far `text` goes while its words are those of `same`; blanks may differ."""
    blank = r"\s*" if same[-1:].isspace() else ""
    words = r"\s*".join(re.escape(word) for word in same.split())
    return re.match(r"\s*" + words + blank, text).end()


@pytest.mark.parametrize(("title", "body"), sections("words.md"))
def test_words(title, body):
    case = dict(re.findall(r"^(left|right|marks): +(.*)$", body, re.MULTILINE))
    articles = article_of([case["left"]]), article_of([case["right"]])
    row = Row((0,), (0,), Kind.REWORDED)
    edits = edits_of(Comparison(*articles, (row,), (), Regime.VERSIONS), 0)
    assert as_marks(case["left"], case["right"], edits) == case["marks"], title


def as_rows(comparison: Comparison) -> list[str]:
    rows = []
    for at, row in enumerate(comparison.rows):
        sides = comparison.both_sides(at)
        numbers = [" ".join(str(number + 1) for number in side) for side in sides]
        rows.append(" ".join(f"{row.kind.value} {numbers[0]} | {numbers[1]}".split()))
    return rows


@pytest.mark.parametrize(("title", "body"), sections("rows.md"))
def test_rows(title, body):
    _, left, right, rows = re.split(r"^(?:left|right|rows):\n", body, flags=re.MULTILINE)
    sides = [re.findall(r"^- (.*)$", side, re.MULTILINE) for side in (left, right)]
    comparison = compare(article_of(sides[0]), article_of(sides[1]))
    assert as_rows(comparison) == re.findall(r"^- (.*)$", rows, re.MULTILINE), title
