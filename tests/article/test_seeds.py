"""What the five sample files give: they hold traps on purpose."""

import pytest

from tui.article import Article, Role, load_articles

HEADLINE_ROW = (
    "Iraqi Leader Asks World Powers to Pursue ISIS in Syria "
    "Kerry Says U.S. Is Still Open to Talking to Iran About ISIS Threat"
)
"""The headlines of both versions on the page, in one line of the file."""


@pytest.fixture(scope="module")
def read(seeds):
    """A sample's one article, by its number."""

    def read_sample(number: str) -> Article:
        (article,) = load_articles(seeds[number])
        return article

    return read_sample


def numbers_of(article: Article, role: Role) -> list[int]:
    """Which paragraphs have the role, counted from 1."""
    return [number for number, each in enumerate(article.paragraphs, 1) if each.role is role]


@pytest.mark.parametrize(
    ("number", "paragraphs", "words", "source", "title"),
    [
        ("000", 60, 1750, "Reuters",
         "Iran’s supreme leader said yesterday he had personally rejected an offer from…"),
        ("001", 44, 1329, None,
         "Iran’s supreme leader said on Monday he had personally rejected an offer from…"),
        ("002", 28, 919, None, "World leaders pledge to help Iraq by 'all possible means'"),
        ("003", 27, 651, None, "Iran rejects global strategy against extremists"),
        ("004", 28, 1855, None,
         HEADLINE_ROW),
    ],
)  # fmt: skip
def test_every_sample_is_counted_and_named(read, number, paragraphs, words, source, title):
    article = read(number)
    assert (len(article.paragraphs), article.words) == (paragraphs, words)
    assert (article.source, article.title) == (source, title)


def test_000_begins_with_a_caption_and_holds_three_stories(read):
    article = read("000")
    assert numbers_of(article, Role.CAPTION) == [1]
    assert numbers_of(article, Role.CREDIT) == [2, 33, 50]
    assert [
        article.paragraphs[number - 1].text for number in numbers_of(article, Role.SUBHEAD)
    ] == [
        "Clashes as Iraq forces ready to attack militants",
        "Russia has role to play: Lavrov",
    ]


def test_000_has_a_line_of_one_no_break_space_that_is_blank(read):
    before, after = read("000").paragraphs[47:49]
    assert (before.line, after.line) == (95, 99)
    assert after.text == "Russia has role to play: Lavrov"


def test_000_keeps_its_star_and_its_inner_no_break_space(read):
    texts = [each.text for each in read("000").paragraphs]
    assert texts[57].startswith("*Nato Secretary General")
    assert "Rasmussen said \u00a0in Brussels" in texts[58]


def test_001_has_one_paragraph_on_every_line(read):
    article = read("001")
    assert [each.line for each in article.paragraphs] == list(range(1, 45))
    assert numbers_of(article, Role.DATELINE) == [1]
    assert numbers_of(article, Role.SUBHEAD) == [10, 21, 31]
    assert numbers_of(article, Role.FURNITURE) == [44]


def test_002_has_blocks_of_two_lines_that_stay_apart(read):
    article = read("002")
    assert [each.role for each in article.paragraphs[:5]] == [
        Role.FURNITURE, Role.TITLE, Role.BODY, Role.CAPTION, Role.BODY,
    ]  # fmt: skip
    assert [each.line for each in article.paragraphs[2:4]] == [5, 6]
    assert article.paragraphs[-1].line == 55
    assert article.paragraphs[-1].text.startswith("Middle East Eye delivers")


def test_003_has_doubled_captions_that_stay_doubled(read):
    article = read("003")
    assert numbers_of(article, Role.CAPTION) == [1, 2, 3, 9, 10, 14, 15, 19, 20]
    texts = [each.text for each in article.paragraphs]
    assert texts[8] == texts[9] == "Ayatollah Khamenei (Photo: AFP)"
    assert texts[18] == texts[19] + " (Photo: AP)"


def test_003_ends_with_a_hebrew_line_and_a_comment_form(read):
    assert [(each.line, each.text) for each in read("003").paragraphs[-3:]] == [
        (61, "פרסום ראשון: 09.15.14, 15:35"),
        (62, "new comment"),
        (63, "This will delete your current comment"),
    ]


def test_004_is_a_page_of_two_versions_and_stays_whole(read):
    article = read("004")
    assert [each.line for each in article.paragraphs[:5]] == [1, 3, 5, 7, 8]
    assert numbers_of(article, Role.TITLE) == [5]
    assert {each.role for each in article.paragraphs} == {Role.TITLE, Role.BODY}


def test_no_prose_of_a_sample_is_taken_for_furniture(read):
    for number in ("000", "001", "002", "003", "004"):
        for each in read(number).paragraphs:
            if each.role is Role.FURNITURE:
                assert len(each.text.split()) < 6
