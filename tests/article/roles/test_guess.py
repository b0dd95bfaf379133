"""What a paragraph of plain text is taken for, and what it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from tui.article.facts.about import about_of
from tui.article.model import About, Paragraph, Role
from tui.article.plain.paragraphs import blocks_of
from tui.article.roles.guess import paragraphs_of
from tui.article.roles.parts import parts_of
from tui.article.roles.titles import first_sentence, shortened, title_of


def about(paragraphs):
    """What the first story of a text tells."""
    return about_of(parts_of(paragraphs)[0], About())


PROSE = (
    "World powers meeting in Paris on Monday gave public backing to military action to fight "
    "Islamic State fighters in Iraq, and France sent jets on a mission to Iraq."
)
MORE = (
    "But Iran, the principal ally of the main foes of the fighters in both Iraq and Syria, was not "
    "invited to the Paris meeting, which ended after a day."
)


def read(*texts: str) -> tuple[Paragraph, ...]:
    return paragraphs_of(blocks_of("\n\n".join(texts)))


def role(text: str, *, above: str = PROSE, below: str = MORE) -> Role:
    """The role of a text that stands alone in the middle of an article."""
    return read(PROSE, MORE, above, text, below, PROSE)[3].role


def title(*texts: str) -> str:
    return title_of(read(*texts), "draft.txt")


@pytest.mark.parametrize(
    "text", ["Skip to main content", "Comments are closed.", "ADVERTISEMENT", "Back to top »"]
)
def test_phrases_only_a_page_says_are_furniture(text):
    assert role(text) is Role.FURNITURE


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement is the soul of trade.",
        "The comments are closed.",
        "He told the court that the comments are closed for this article.",
        "new comment",
    ],
)
def test_what_an_author_may_say_is_not_furniture(text):
    assert role(text) is not Role.FURNITURE


@pytest.mark.parametrize(
    "text",
    [
        "Photo: AP",
        "Ayatollah Khamenei (Photo: AFP)",
        "Fighters driving a jeep (Photo: AP) (Photo: AP)",
        "The leaders shake hands. (Picture by Jane Doe)",
        "File photo: Reuters",
    ],
)
def test_a_picture_credit_makes_a_caption(text):
    assert role(text) is Role.CAPTION


@pytest.mark.parametrize(
    "text",
    [
        "Photo: what he saw in it was another matter.",
        "He was handed the jeep (photo enclosed)",
        "The photo was taken in June (see page 4)",
        "The report ended with the words he said on Monday in Paris. (AFP)",
        "He had spent ten good years with Alcoholics Anonymous (AA)",
        f"{PROSE} (Photo: AP) {MORE}",
    ],
)
def test_prose_with_brackets_is_no_caption(text):
    assert role(text) is not Role.CAPTION


def test_the_same_words_without_their_credit_are_a_caption_too():
    found = read(PROSE, MORE, "Fighters in a jeep\nFighters in a jeep (Photo: AP)", PROSE)
    assert [each.role for each in found[2:4]] == [Role.CAPTION, Role.CAPTION]


def test_a_line_between_two_equal_credits_is_a_caption():
    found = read("Photo: AP\nISIS supporters in Syria\nPhoto: AP", PROSE)
    assert [each.role for each in found] == [Role.CAPTION] * 3 + [Role.BODY]


def test_prose_above_an_agency_line_at_the_top_is_a_caption():
    found = read("Skip to content", PROSE, "Reuters/Paris", MORE)
    assert [each.role for each in found[1:]] == [Role.CAPTION, Role.CREDIT, Role.BODY]


@pytest.mark.parametrize("credit", ["By Jane Doe", "Causes/Cures"])
def test_prose_above_any_other_credit_stays_body(credit):
    assert [each.role for each in read(PROSE, credit, MORE)][::2] == [Role.BODY, Role.BODY]


def test_prose_above_a_later_agency_line_stays_body():
    assert read(PROSE, MORE, "AFP/Baghdad", PROSE)[1].role is Role.BODY


@pytest.mark.parametrize(
    ("credit", "role", "source"),
    [
        ("Reuters/Paris/Dubai", Role.CREDIT, "Reuters"),
        ("Paris/AFP", Role.CREDIT, "AFP"),
        ("Agencies/Paris/Brussels", Role.CREDIT, "Agencies"),
        ("Gulf Times/Doha", Role.CREDIT, "Gulf Times"),
        ("(Reuters)", Role.CREDIT, "Reuters"),
        ("Jane Doe in New York", Role.BYLINE, None),
        ("By Jane Doe and José de la Cruz", Role.BYLINE, None),
        ("By Jane Doe, Associated Press", Role.BYLINE, "Associated Press"),
        ("By Jane Doe of Reuters", Role.BYLINE, "Reuters"),
        ("By AFP", Role.CREDIT, "AFP"),
    ],
)
def test_the_first_credit_names_the_source(credit, role, source):
    found = read("Iran rejects global strategy against extremists", credit, MORE)
    assert (found[1].role, about(found).source) == (role, source)


@pytest.mark.parametrize(
    "text",
    ["and/or", "By then it was too late", "12/09/2014", "He said either/or.", "http://a.org/B"],
)
def test_other_lines_with_a_slash_or_a_by_are_no_credits(text):
    assert role(text) is not Role.CREDIT


def test_a_text_without_a_credit_has_no_source():
    assert about(read(PROSE, MORE)).source is None


def test_a_place_in_capitals_with_a_dash_is_a_dateline():
    assert [each.role for each in read("TEHRAN-", PROSE)] == [Role.DATELINE, Role.BODY]
    assert role("NEW YORK, N.Y. —") is Role.DATELINE
    assert role("PARIS - As diplomats sought a strategy, Iran ruled it out.") is Role.BODY


@pytest.mark.parametrize(
    "text",
    [
        "‘HANDS ARE DIRTY”",
        "‘THROAT-SLITTERS’",
        "Russia has role to play: Lavrov",
        "What comes next?",
    ],
)
def test_a_short_line_alone_between_prose_is_a_subhead(text):
    assert role(text) is Role.SUBHEAD


@pytest.mark.parametrize(
    "text",
    [
        "“No.”",
        "He left.",
        "and then there were none",
        "NO!",
        "He gave three reasons:",
        "(more soon)",
    ],
)
def test_a_short_paragraph_that_ends_a_sentence_is_body(text):
    assert role(text) is Role.BODY


def test_shouting_at_length_is_not_a_row_of_subheads():
    assert role("AND EVERYONE SAID", above="THEY ALL CAME", below="NOT TO GO") is Role.BODY


def test_a_headline_at_the_top_is_the_title():
    found = read("Iran rejects global strategy against extremists", PROSE)
    assert found[0].role is Role.TITLE
    assert title("Iran rejects global strategy against extremists", PROSE) == found[0].text


@pytest.mark.parametrize(
    "headline",
    ["Will Iran join the fight?", "Iran turns down the U.S.", "Sen. Cruz vs. the White House"],
)
def test_a_headline_may_ask_and_abbreviate(headline):
    assert title(headline, PROSE, MORE) == headline


def test_one_paragraph_of_something_else_may_stand_above_the_headline():
    assert title(PROSE, "Iran rejects the strategy", MORE) == "Iran rejects the strategy"
    assert title(PROSE, MORE, "Iran rejects the strategy", PROSE) == shortened(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Monday 15 September 2014 12.30 BST",
        "Read more on http://example.org/iran today",
        "(about three hours later that day)",
        "Version 2 Version 3",
        "Dear readers at home and abroad,",
        "Leaders meet in Paris on Monday (Photo: AP)",
    ],
)
def test_other_lines_at_the_top_are_no_title(line):
    assert title(line, PROSE, MORE) == shortened(PROSE)


def test_without_a_headline_the_lead_names_the_text():
    assert title("TEHRAN-", "The U.S. said no. It meant it.") == "The U.S. said no."


def test_the_files_name_is_used_only_when_there_are_no_words():
    assert title("* * *", "—") == "draft.txt"
    assert title("* * *", "Oh") == "Oh"


def test_a_long_lead_is_cut_between_words():
    assert shortened(PROSE) == (
        "World powers meeting in Paris on Monday gave public backing to military action…"
    )
    assert shortened("x" * 100) == "x" * 79 + "…"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Mr. Kerry said no. He left.", "Mr. Kerry said no."),
        ("“It is over.” He left.", "“It is over.”"),
        ("At 3.5 percent it fell. So what", "At 3.5 percent it fell."),
        ("会議は終わった。次は", "会議は終わった。"),
        ("No end", "No end"),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, sentence):
    assert first_sentence(text) == sentence


def test_a_second_headline_is_the_deck():
    found = read("Iran rejects global strategy", "Leader says talks were refused", PROSE)
    assert [each.role for each in found] == [Role.TITLE, Role.DECK, Role.BODY]


def test_a_sentence_above_the_byline_is_the_deck_and_above_prose_the_lead():
    sentence = "The supreme leader says he refused an offer of talks."
    assert read("Iran rejects the plan", sentence, "By Jane Doe", PROSE)[1].role is Role.DECK
    assert read("Iran rejects the plan", sentence, PROSE)[1].role is Role.BODY


def test_the_lines_of_a_poem_are_no_decks():
    poem = read("Snow came to the field", "And nobody was there", "The gate was shut", "All day")
    assert Role.DECK not in {each.role for each in poem}


@pytest.mark.parametrize(
    "day",
    [
        "Published: 15 September 2014",
        "Mon 15 Sep 2014 12:30 BST",
        "Updated 9:41 AM EST, September 15, 2014",
        "2014-09-15",
        "15 de septiembre de 2014",
        "פרסום ראשון: 09.15.14, 15:35",
    ],
)
def test_a_day_above_or_below_the_story_is_a_dateline(day):
    assert read("Iran rejects the plan", day, PROSE)[1].role is Role.DATELINE
    assert read("Iran rejects the plan", PROSE, day)[2].role is Role.DATELINE
    assert role(day) is Role.BODY or role(day) is Role.SUBHEAD


@pytest.mark.parametrize("line", ["12 of them came in 2014 to stay", "Call 09.15.14 now", "2014"])
def test_a_line_with_figures_is_no_dateline(line):
    assert read("Iran rejects the plan", line, PROSE)[1].role is not Role.DATELINE


def test_a_name_above_a_day_is_a_byline():
    found = read("Iran rejects the plan", "Jane Doe", "15 September 2014", PROSE)
    assert [each.role for each in found[1:3]] == [Role.BYLINE, Role.DATELINE]
    assert about(found).byline == "Jane Doe"


def test_an_agency_signs_off_with_a_credit():
    assert role("(Reporting by Jane Doe in Paris; Editing by John Roe)") is Role.CREDIT


@pytest.mark.parametrize(
    "marks", [("*", "*", "*"), ("•", "•", "•"), ("1.", "2.", "3."), ("(7)", "8)", "9.")]
)
def test_neighbours_with_marks_that_go_on_are_a_list(marks):
    found = read(PROSE, *(f"{mark} a thing" for mark in marks), PROSE)
    assert [each.role for each in found[1:4]] == [Role.LIST_ITEM] * 3


@pytest.mark.parametrize(
    "lines",
    [
        ("*Nato said", "Yes"),
        ("* One", "No"),
        ("1. One", "3. Three"),
        ("— No", "— Yes"),
        ("* A", "• B"),
    ],
)
def test_a_mark_alone_makes_no_list(lines):
    assert {each.role for each in read(PROSE, *lines, PROSE)} == {Role.BODY}


def test_only_the_second_copy_of_a_caption_and_a_bare_credit_are_set_aside():
    caption = "Fighters in a jeep (Photo: AP)"
    found = read(PROSE, f"{caption}\n{caption}", PROSE, "Photo: AP", PROSE, caption, PROSE)
    assert [each.aside for each in found] == [False, False, True, False, True, False, False, False]


@given(st.lists(texts(max_words=40), max_size=12))
def test_prose_away_from_the_top_is_never_furniture_or_caption(paragraphs):
    prose = [f"The {text} came to an end on that day in Paris." for text in paragraphs]
    roles = {each.role for each in read(PROSE, MORE, *prose)}
    assert not roles & {Role.FURNITURE, Role.CAPTION, Role.CREDIT, Role.DATELINE}
