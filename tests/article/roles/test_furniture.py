"""What a page says about itself is told from what its author says."""

import re
from itertools import count
from pathlib import Path

import pytest

from tui.article.model import Paragraph, Role
from tui.article.plain.paragraphs import Piece
from tui.article.roles.guess import paragraphs_of

CASES = Path(__file__).parents[2] / "cases" / "roles"

NEWS = (
    "The council met on Monday to discuss the budget for the coming year, and agreed after six "
    "hours of debate to put off the repair of the bridge until the spring.\n"
    "Outside, a crowd of teachers demanded higher wages and smaller classes, while the mayor, who "
    "had come in by the back door, waited for them to go home.\n"
    "“We have no money for it this year,” the treasurer said, adding that the snow had cost more "
    "than anyone could have known when the sums were done."
).splitlines()
"""What `…` stands for in a case, by turns."""

KEPT_RECALL = 0.6
"""Share of the furniture of the pages kept aside that must be found."""


def cases(name: str) -> list[tuple[str, list[str]]]:
    """Title and lines of each `##` section of a case file."""
    text = (CASES / name).read_text(encoding="utf-8")
    sections = [part.partition("\n") for part in text.split("\n## ")][1:]
    return [(title, re.findall(r"^[-+] .*$", body, re.MULTILINE)) for title, _, body in sections]


def page(lines: list[str]) -> tuple[Paragraph, ...]:
    """Read a page whose lines begin with `- ` or, inside a block, with `+ `."""
    turn = count()
    blocks: list[list[Piece]] = []
    for number, line in enumerate(lines, start=1):
        text = line[2:] if line[2:] != "…" else NEWS[next(turn) % len(NEWS)]
        if line[0] == "-":
            blocks.append([])
        blocks[-1].append(Piece(text, number))
    return paragraphs_of([tuple(block) for block in blocks])


def marked(lines: list[str]) -> tuple[list[str], tuple[Paragraph, ...]]:
    """Roles as the case gives them, and the page as it is read."""
    parts = [re.fullmatch(r"([-+] )([a-z ]+): (.*)", line).groups() for line in lines]
    return [role for _, role, _ in parts], page([start + text for start, _, text in parts])


@pytest.mark.parametrize(("title", "lines"), cases("traps.md"))
def test_nothing_of_a_text_without_furniture_is_set_aside(title, lines):
    assert [each.text for each in page(lines) if each.aside] == [], title


@pytest.mark.parametrize(("title", "lines"), cases("pages.md"))
def test_a_page_is_marked_up_as_an_editor_would(title, lines):
    roles, found = marked(lines)
    assert [f"{each.role}: {each.text}" for each in found] == [
        f"{role}: {each.text}" for role, each in zip(roles, found, strict=True)
    ], title


@pytest.mark.parametrize(("title", "lines"), cases("kept.md"))
def test_no_paragraph_of_a_story_is_set_aside_on_a_page_nothing_was_tuned_on(title, lines):
    roles, found = marked(lines)
    assert [
        each.text
        for role, each in zip(roles, found, strict=True)
        if each.aside and role != Role.FURNITURE
    ] == [], title


def test_much_furniture_is_found_on_pages_nothing_was_tuned_on():
    read = [marked(lines) for _, lines in cases("kept.md")]
    furniture = [
        each.aside
        for roles, found in read
        for role, each in zip(roles, found, strict=True)
        if role == Role.FURNITURE
    ]
    assert sum(furniture) >= KEPT_RECALL * len(furniture)
