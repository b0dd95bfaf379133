"""When one file is several stories, and when it is one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import texts
from tui.article.facts.about import about_of
from tui.article.formats.markdown import read_markdown
from tui.article.model import About, Paragraph, Role
from tui.article.plain.paragraphs import blocks_of
from tui.article.roles.guess import paragraphs_of
from tui.article.roles.parts import parts_of
from tui.article.roles.titles import title_of


def about(paragraphs):
    """What the first story of a text tells."""
    return about_of(parts_of(paragraphs)[0], About())


PROSE = (
    "World powers meeting in Paris on Monday gave public backing to military action to fight "
    "Islamic State fighters in Iraq, and France sent jets on a mission to Iraq."
)
FIRST = "Iran rejects the strategy of the west"
SECOND = "Clashes as troops ready to attack"


def read(*paragraphs: str) -> tuple[Paragraph, ...]:
    return paragraphs_of(blocks_of("\n\n".join(paragraphs)))


def titles(*paragraphs: str) -> list[str]:
    """What the stories of a text are called."""
    return [title_of(part, "draft.txt") for part in parts_of(read(*paragraphs))]


@pytest.mark.parametrize(
    "credit", ["AFP/Baghdad", "(Reuters)", "AFP", "By Jane Doe, Reuters", "Agencies/Paris/Rome"]
)
def test_a_headline_with_an_agency_below_it_begins_a_story(credit):
    assert titles(FIRST, PROSE, SECOND, credit, PROSE) == [FIRST, SECOND]


@pytest.mark.parametrize("sign", ["By Jane Doe", "BAGHDAD —", "By John Roe and José de la Cruz"])
def test_a_person_or_a_place_begins_a_story_where_the_first_began_so(sign):
    assert titles(FIRST, "By Mary Major", PROSE, SECOND, sign, PROSE) == [FIRST, SECOND]
    assert titles(FIRST, PROSE, SECOND, sign, PROSE) == [FIRST]


@pytest.mark.parametrize("rule", ["* * *", "-----", "___", "#"])
def test_below_a_rule_a_byline_is_enough(rule):
    assert titles(FIRST, PROSE, rule, SECOND, "By Jane Doe", PROSE) == [FIRST, SECOND]
    assert titles(FIRST, PROSE, rule, SECOND, PROSE) == [FIRST]


def test_a_deck_may_stand_between_headline_and_credit():
    deck = "Tribes and police hold the town"
    found = read(FIRST, PROSE, SECOND, deck, "AFP/Baghdad", PROSE)
    assert [each.role for each in found[2:5]] == [Role.TITLE, Role.DECK, Role.CREDIT]
    assert [len(part) for part in parts_of(found)] == [2, 4]


def test_a_first_story_without_a_headline_is_named_by_its_lead():
    story = (PROSE, PROSE, PROSE, SECOND, "AFP/Baghdad", PROSE)
    assert titles(*story) == [title_of(read(PROSE), ""), SECOND]
    assert title_of(read(*story), "") == title_of(read(PROSE), "")


def test_what_is_told_of_several_stories_is_told_of_the_first():
    found = read(FIRST, "By Jane Doe", PROSE, SECOND, "AFP/Baghdad", PROSE)
    assert (about(found).byline, about(found).source, about(found).deck) == ("Jane Doe", None, None)
    assert [about(part).source for part in parts_of(found)] == [None, "AFP"]


@pytest.mark.parametrize(
    "line", [SECOND, "VOTE OF CONFIDENCE", "CHAPTER II", "* * *", "AFP/Baghdad", "1 May 2014"]
)
def test_one_line_between_prose_parts_nothing(line):
    assert len(parts_of(read(FIRST, "By Jane Doe", PROSE, line, PROSE))) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("CHAPTER II", "BY THE WATER"),
        ("CHAPTER THE SECOND: A LETTER IS READ", "By Candle Light"),
        ("The road to the lake in winter", "By the Old Mill"),
        ("Version 2.1 of the page reader", "15 September 2014"),
        ("Devices and the files they have", "Input/Output"),
    ],
)
def test_chapters_and_releases_are_no_stories(lines):
    assert len(parts_of(read(FIRST, "By Jane Doe", PROSE, *lines, PROSE))) == 1


def test_furniture_and_captions_above_the_first_headline_belong_to_its_story():
    caption = "Fighters driving a jeep (Photo: AP)"
    found = read("Skip to content", caption, FIRST, "AFP/Paris", PROSE, SECOND, "AFP/Rome", PROSE)
    assert [len(part) for part in parts_of(found)] == [5, 3]


def test_markdown_is_one_story():
    text = f"# {FIRST}\n\nBy Jane Doe\n\n{PROSE}\n\n# {SECOND}\n\nBy John Roe\n\n{PROSE}\n"
    assert len(parts_of(read_markdown(text).paragraphs)) == 1


def test_nothing_has_no_parts():
    assert parts_of(()) == ()


LINES = st.sampled_from(
    f"""{FIRST}
{SECOND}
{PROSE}
AFP/Baghdad
Reuters
By Jane Doe
TEHRAN-
3 May 2014
* * *
(Photo: AP)
Photo: AP
Comments are closed.
Related articles
Share
Sign up for our newsletter
© 2014 The Valley. All rights reserved.
We use cookies. You agree to our cookies policy and our terms of use.
1. One
2. Two
* One""".split("\n")
)


def check_reading(paragraphs: list[str], between: str) -> None:
    """Every piece is kept as it is, and the parts are all of it."""
    blocks = blocks_of(between.join(paragraphs))
    found = paragraphs_of(blocks)
    pieces = [piece for block in blocks for piece in block]
    assert [(each.text, each.line) for each in found] == [
        (piece.text, piece.line) for piece in pieces
    ]
    parts = parts_of(found)
    assert [each for part in parts for each in part] == list(found)
    for part in parts[1:]:
        assert part[0].role is Role.TITLE
    for part in parts:
        assert title_of(part, "name")
        assert len(parts) == 1 or any(each.role is Role.BODY for each in part)
    for each in found:
        if each.aside:
            assert each.role in (Role.FURNITURE, Role.CAPTION)


BETWEEN = st.sampled_from(["\n", "\n\n"])


@given(st.lists(LINES | texts(max_words=40), max_size=20), BETWEEN)
def test_reading_keeps_every_text_and_parts_are_all_of_it(paragraphs, between):
    check_reading(paragraphs, between)


@pytest.mark.slow
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(LINES | st.text(max_size=60), max_size=20), BETWEEN)
def test_no_text_makes_guessing_or_parting_fail(paragraphs, between):
    check_reading(paragraphs, between)
