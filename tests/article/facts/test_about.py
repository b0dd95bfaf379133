"""What is known of an article, and what of it was guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from tui.article import load_article
from tui.article.facts.about import FIRST, about_of
from tui.article.model import About, Paragraph, Role

FIELDS = ("title", "deck", "byline", "source", "date", "language")


def paragraphs(*pairs: tuple[Role, str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, role, line) for line, (role, text) in enumerate(pairs, start=1))


def source_of(lead: str) -> str | None:
    return about_of(paragraphs((Role.BODY, lead)), About()).source


STORY = paragraphs(
    (Role.TITLE, "Iran says no"),
    (Role.DECK, "It means it"),
    (Role.BYLINE, "By Jane Doe and John Roe"),
    (Role.CREDIT, "Reuters/Paris"),
    (Role.DATELINE, "September 15, 2014"),
    (Role.BODY, "The powers that met in the city on Monday said they would not be at war with it."),
)


def test_what_the_paragraphs_tell_is_guessed():
    assert about_of(STORY, About()) == About(
        "Iran says no", "It means it", "Jane Doe and John Roe", "Reuters", "2014-09-15", "en",
        frozenset(FIELDS),
    )  # fmt: skip


def test_what_is_stated_wins():
    stated = About(title="Stated", date="2014-09-14", language="de")
    about = about_of(STORY, stated)
    assert (about.title, about.date, about.language) == ("Stated", "2014-09-14", "de")
    assert about.guessed == {"deck", "byline", "source"}


def test_a_silent_text_gives_nothing():
    assert about_of((), About()) == About()
    about = about_of(paragraphs((Role.BODY, "Reuters said on 15 September 2014 …")), About())
    assert about == About(language="und-Latn", guessed=frozenset({"language"}))


def test_an_agency_alone_is_the_source_and_no_author():
    about = about_of(paragraphs((Role.BYLINE, "By Reuters"), (Role.BODY, "Words.")), About())
    assert (about.byline, about.source) == (None, "Reuters")


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("PARIS (Reuters) - World powers", "Reuters"),
        ("BAGHDAD/PARIS, Sept. 15 (Reuters) – World powers", "Reuters"),
        ("PARIS, Sept 15 (AFP) World powers", "AFP"),
        ("NEW YORK — (AP) World powers", "AP"),
        ("(AP) — World powers", "AP"),
        ("Paris (dpa) - Die Mächte", "dpa"),
    ],
)
def test_the_lead_may_name_the_agency(lead, source):
    assert source_of(lead) == source


@pytest.mark.parametrize(
    "lead",
    [
        "Reuters said no.",
        "The agency (AP) said so.",
        "AFP (Agence France-Presse) is an agency.",
        "He said no: so it was (Reuters) - and is.",
        "PARIS (The Paper) - World powers",
        "PARIS (Reuters",
    ],
)
def test_an_agency_that_is_only_mentioned_is_no_source(lead):
    assert source_of(lead) is None


def test_a_date_line_counts_near_the_ends_only():
    prose = [(Role.BODY, "Words.")] * (2 * FIRST)
    day = (Role.BODY, "15 September 2014")
    assert about_of(paragraphs(day, *prose), About()).date == "2014-09-15"
    assert about_of(paragraphs(*prose, day), About()).date == "2014-09-15"
    assert about_of(paragraphs(*prose, day, *prose), About()).date is None


def test_a_title_that_is_a_date_is_no_day_of_publication():
    about = about_of(paragraphs((Role.TITLE, "September 11, 2001"), (Role.BODY, "W.")), About())
    assert about.date is None


def test_seed_003_tells_its_day_in_hebrew(seeds):
    about = load_article(seeds["003"]).about
    assert about.date == "2014-09-15"
    assert "date" in about.guessed


known = st.none() | st.text(min_size=1, max_size=5)


@given(
    st.lists(st.tuples(st.sampled_from(Role), texts(12))),
    st.builds(About, known, known, known, known, known, known),
)
def test_guesses_are_named_and_never_overrule(pairs, stated):
    about = about_of(paragraphs(*pairs), stated)
    for field in FIELDS:
        told, known = getattr(about, field), getattr(stated, field)
        assert told == known or known is None
        assert (field in about.guessed) == (known is None and told is not None)
