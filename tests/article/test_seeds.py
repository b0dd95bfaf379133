"""What the five sample files give: they hold traps on purpose."""

from collections.abc import Callable

import pytest

from tui.article import Paragraph, Role
from tui.article.facts.about import about_of
from tui.article.model import About
from tui.article.plain.paragraphs import blocks_of
from tui.article.roles.guess import paragraphs_of
from tui.article.roles.parts import parts_of
from tui.article.roles.titles import title_of


def about(paragraphs):
    """What the first story of a text tells."""
    return about_of(parts_of(paragraphs)[0], About())


HEADLINE_ROW = (
    "Iraqi Leader Asks World Powers to Pursue ISIS in Syria "
    "Kerry Says U.S. Is Still Open to Talking to Iran About ISIS Threat"
)
"""The headlines of both versions on the page, in one line of the file."""


ROLES = {
    "000": {
        Role.CAPTION: {1},
        Role.CREDIT: {2, 33, 50},
        Role.TITLE: {32, 49},
    },
    "001": {
        Role.DATELINE: {1},
        Role.SUBHEAD: {10, 21, 31},
        Role.FURNITURE: {44},
    },
    "002": {
        Role.FURNITURE: {1, 26, 27, 28},
        Role.TITLE: {2},
        Role.DECK: {3},
        Role.CAPTION: {4},
    },
    "003": {
        Role.CAPTION: {1, 2, 3, 9, 10, 14, 15, 19, 20},
        Role.TITLE: {4},
        Role.DECK: {5},
        Role.DATELINE: {25},
        Role.FURNITURE: {26, 27},
    },
    "004": {
        Role.TITLE: {5},
    },
}
"""Roles as an editor would give them, by the number of the paragraph; the others are body."""

ASIDE = {
    "000": set(),
    "001": {44},
    "002": {1, 26, 27, 28},
    "003": {1, 3, 10, 15, 20, 26, 27},
    "004": set(),
}
"""What is of the page and not of the story."""

SAMPLES = sorted(ROLES)


@pytest.fixture(scope="module")
def read(seeds) -> Callable[[str], tuple[Paragraph, ...]]:
    """A sample's paragraphs as plain text, by its number."""
    return lambda number: paragraphs_of(blocks_of(seeds[number].read_text(encoding="utf-8")))


@pytest.mark.parametrize("number", SAMPLES)
def test_every_paragraph_of_a_sample_has_its_role(read, number):
    expected = {at: role for role, numbers in ROLES[number].items() for at in numbers}
    for at, each in enumerate(read(number), start=1):
        assert each.role is expected.get(at, Role.BODY), each.text


@pytest.mark.parametrize("number", SAMPLES)
def test_nothing_but_furniture_and_spare_captions_of_a_sample_is_set_aside(read, number):
    aside = {at for at, each in enumerate(read(number), start=1) if each.aside}
    assert aside == ASIDE[number]


@pytest.mark.parametrize(
    ("number", "paragraphs", "source", "title"),
    [
        ("000", 60, "Reuters",
         "Iran’s supreme leader said yesterday he had personally rejected an offer from…"),
        ("001", 44, None,
         "Iran’s supreme leader said on Monday he had personally rejected an offer from…"),
        ("002", 28, None, "World leaders pledge to help Iraq by 'all possible means'"),
        ("003", 27, None, "Iran rejects global strategy against extremists"),
        ("004", 28, None, HEADLINE_ROW),
    ],
)  # fmt: skip
def test_every_sample_is_counted_and_named(read, number, paragraphs, source, title):
    found = read(number)
    assert (len(found), about(found).source, title_of(found, "")) == (paragraphs, source, title)


def test_000_is_three_stories(read):
    parts = parts_of(read("000"))
    assert [(len(part), about(part).source, title_of(part, "")) for part in parts] == [
        (31, "Reuters",
         "Iran’s supreme leader said yesterday he had personally rejected an offer from…"),
        (17, "AFP", "Clashes as Iraq forces ready to attack militants"),
        (12, "Agencies", "Russia has role to play: Lavrov"),
    ]  # fmt: skip
    assert parts[2][9].text.startswith("*Nato Secretary General")


@pytest.mark.parametrize("number", SAMPLES[1:])
def test_the_other_samples_are_one_story(read, number):
    assert len(parts_of(read(number))) == 1


def test_000_has_a_line_of_one_no_break_space_that_is_blank(read):
    before, after = read("000")[47:49]
    assert (before.line, after.line) == (95, 99)
    assert after.text == "Russia has role to play: Lavrov"


def test_000_keeps_its_star_and_its_inner_no_break_space(read):
    texts = [each.text for each in read("000")]
    assert texts[57].startswith("*Nato Secretary General")
    assert "Rasmussen said \u00a0in Brussels" in texts[58]


def test_001_has_one_paragraph_on_every_line(read):
    assert [each.line for each in read("001")] == list(range(1, 45))


def test_002_has_blocks_of_two_lines_that_stay_apart(read):
    found = read("002")
    assert [each.line for each in found[2:4]] == [5, 6]
    assert about(found).deck == found[2].text
    assert found[-1].line == 55


def test_003_has_a_caption_with_its_credit_doubled(read):
    texts = [each.text for each in read("003")]
    assert texts[8] == texts[9] == "Ayatollah Khamenei (Photo: AFP)"
    assert texts[18] == texts[19] + " (Photo: AP)"


def test_003_ends_with_a_hebrew_line_and_a_comment_form(read):
    assert [(each.line, each.text) for each in read("003")[-3:]] == [
        (61, "פרסום ראשון: 09.15.14, 15:35"),
        (62, "new comment"),
        (63, "This will delete your current comment"),
    ]


def test_004_is_a_page_of_two_versions_and_stays_whole(read):
    assert [each.line for each in read("004")[:5]] == [1, 3, 5, 7, 8]
