"""Which lines state a day, and which day."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.article.facts.dates import LONGEST, date_among, date_in, date_in_url


@pytest.mark.parametrize(
    "line",
    [
        "Published: 15 September 2014",
        "September 15, 2014 10:21 am",
        "2014-09-15T10:00:00Z",
        "2014-09-15 10:00:00.123456+02:00",
        "Mon, 15 Sep 2014 10:00:00 +0200",
        "Mon 15 Sep 2014",
        "MONDAY, SEPT. 15TH, 2014, 4:45 P.M. ET",
        "First published on Mon 15 Sep 2014 10.21 BST",
        "15-Sep-2014",
        "15.09.2014",
        "15/09/2014",
        "09.15.14, 15:35",
        "פרסום ראשון: 09.15.14, 15:35",
        "Montag, 15. September 2014, 10.30 Uhr",
        "Publié le lundi 15 septembre 2014 à 10h30",
        "lunes, 15 de septiembre de 2014",
        "lunedì 15 settembre 2014, ore 10:30",
        "segunda-feira, 15 de setembro de 2014",
        "Geplaatst op maandag 15 september 2014 om 10:30 uur",
        "2014年9月15日",
        "2014년 9월 15일",
        "Published 15 Sep 2014 | Updated 16 Sep 2014",
        "Updated: 16 Sep 2014. Published: 15 Sep 2014",
        "Last updated 15 September 2014",
        "１５ September ２０１４",
    ],
)
def test_a_date_line_states_its_day(line):
    assert date_in(line) == "2014-09-15"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2014",
        "12:30",
        "Chapter 12",
        "He died on 15 September 2014",
        "On 15 September 2014 the powers met in Paris.",
        "p. 3, 15.09.2014",
        "Version 1.13.14",
        "10.0.13.14",
        "03/04/2014",
        "15.09.14",
        "10.12.13",
        "2014-99-99",
        "31 February 2014",
        "February 30, 2014",
        "31.02.2014",
        "15 September",
        "15-16 September 2014",
        "15.09 - 16.09.2014",
        "15 September 2014, 16 September 2014",
        "15 September 9999",
        "0000-00-00",
        "May",
        "yesterday",
        "about 3 hours later",
        "15 September 2014" + " " * LONGEST,
    ],
)
def test_no_day_is_better_than_a_wrong_one(line):
    assert date_in(line) is None


def test_a_month_is_told_when_no_day_is():
    assert date_in("September 2014") == "2014-09"


def test_two_digits_of_a_year_count_where_nothing_else_is_possible():
    assert [date_in(line) for line in ("09.15.14", "15.09.98", "9/30/68")] == [
        "2014-09-15",
        "1998-09-15",
        "2068-09-30",
    ]


def test_the_day_of_publication_comes_before_that_of_an_update():
    lines = ["Prose.", "Updated: 16 Sept 2014", "Posted 15 Sept 2014"]
    assert date_among(lines) == "2014-09-15"
    assert date_among(lines[:2]) == "2014-09-16"
    assert date_among(lines[:1]) is None


def test_an_address_may_hold_the_day():
    site = "http://www.example.org"
    assert date_in_url(f"{site}/2014/09/16/world/a.html") == "2014-09-16"
    assert date_in_url(f"{site}/world/2014/sep/16/a") == "2014-09-16"
    assert date_in_url(f"{site}/2014/13/16/") is None
    assert date_in_url(f"{site}/2014/09/16/2014/09/17/") is None
    assert date_in_url(f"{site}/a?next=/2014/09/16/") is None
    assert date_in_url(site + "/2014/09/16/" * 1_000) is None


days = st.dates(date(1600, 1, 1), date(2099, 12, 31))


@given(days)
def test_every_day_is_read_back_from_its_plain_forms(day):
    written = (
        day.isoformat(),
        f"{day:%A}, {day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%d/%b/%Y}",
    )
    assert {date_in(form) for form in written} == {day.isoformat()}
    assert date_in_url(f"/{day:%Y/%m/%d}/") == day.isoformat()


@given(days)
def test_a_day_in_figures_is_read_when_there_is_one_way_only(day):
    told = day.day > 12 or day.day == day.month
    expected = day.isoformat() if told else None
    assert date_in(f"{day:%d.%m.%Y}") == date_in(f"{day:%m/%d/%Y}") == expected


MARKS = (
    "Published: Updated Mon. September sept may 15 09 14 2014 2014-09-15 31 99 10:21 am pm GMT +02 "
    "T Z , . - / : ( ) 年 月 日 de le à פרסום ١٥ ² 15th 1er Reuters Paris"
)
marks = st.sampled_from(MARKS.split(" ")) | st.text(max_size=3)
hostile = st.text() | st.builds(
    lambda parts, gap: gap.join(parts),
    st.lists(marks, max_size=12),
    st.sampled_from(["", " ", "/"]),
)


def assert_good(text: str) -> None:
    for found in (date_in(text), date_in_url(text)):
        if found is not None:
            whole = date.fromisoformat(found if len(found) == 10 else f"{found}-01")
            assert 1600 <= whole.year < 2100
            assert len(text) <= 2_000


@given(hostile)
def test_any_text_gives_a_real_day_or_none(text):
    assert_good(text)


@pytest.mark.slow
@given(hostile)
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_fifty_thousand_texts_give_real_days_or_none(text):
    assert_good(text)


def test_no_line_takes_long():
    lines = [mark * LONGEST for mark in ("1 ", "1.", "1-", "1:1", "may ", "1 de ", "+11", "15 ")]
    lines = [line[:LONGEST] for line in lines] + ["1" * 1_000_000]
    start = time.perf_counter()
    for line in lines * 10:
        date_in(line)
    assert timedelta(seconds=time.perf_counter() - start) < timedelta(seconds=1)
