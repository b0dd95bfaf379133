"""A tracker's page becomes two clean versions, and nothing else does."""

import os
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.article.tracker.tracker_pages import edited_page, news, rewritten_page
from tests.strategies import STOCK
from tui.article.plain.lines import clean
from tui.article.tracker.page import TrackerPage, is_tracker_page, next_place, read_tracker_page

CUES = (
    "Version 2 Version 3",
    "The article has changed 6 times. There is an RSS feed of changes available.",
    "This article is from the source 'gazette' and was first published or seen on . It changed.",
    "You can find the current article at its original source at http://a.com/2014/09/16/some-news-here.html",
    "(about 3 hours later)",
)  # fmt: skip
HEAD = "\n".join(CUES[3::-1])
LEFT = "The council met on Monday to discuss the budget for the coming year."
RIGHT = "Outside, a crowd of teachers demanded higher wages and smaller classes."


def read(*rows: str, head: str = HEAD, chosen: dict[str, int] | None = None) -> TrackerPage:
    page = read_tracker_page("\n".join((head, *rows)), chosen or {})
    assert page is not None
    return page


def cells(*rows: str) -> list[tuple[str, str]]:
    return [row.cells for row in read("Some News Here More News There", *rows).rows[1:]]


# What is such a page


@pytest.mark.parametrize(
    "first",
    ["Version 0 Version 1", "VERSION 12 VERSION 13", "Version 1 | Version 2", "1 day later",
     "(35 minutes later)", "(about 3 hours later)", "(less than a minute later)"],
)  # fmt: skip
@pytest.mark.parametrize(
    "second",
    ["The article has changed one", "This article has changed once.", *CUES[1:4]],
)
def test_two_kinds_of_a_trackers_lines_make_a_page(first, second):
    known = not second.endswith("one")
    assert is_tracker_page(f"{first}\n{second}\n\nA row A row") is known


@pytest.mark.parametrize("number", ["000", "001", "002", "003"])
def test_a_story_is_no_page(seeds, number):
    assert not is_tracker_page(seeds[number].read_text(encoding="utf-8"))


def test_a_story_about_versions_is_no_page():
    assert not is_tracker_page(
        "Version 2 and version 3 of the article were published (about 3 hours later).\n"
        "The tracker says: The article has changed 6 times. It was wrong.\n"
        "You can find the current article, and its original source, in the paper.\n"
    )


@pytest.mark.parametrize("cue", CUES)
def test_one_line_alone_makes_no_page(cue):
    assert read_tracker_page(f"{cue}\n{LEFT} {RIGHT}", {}) is None


def test_a_trackers_page_of_one_version_is_left_whole():
    assert read_tracker_page("\n".join((*CUES[1:4], LEFT, RIGHT)), {}) is None


def test_a_page_without_rows_is_left_whole():
    assert read_tracker_page(HEAD + "\n\n", {}) is None


def test_cues_far_down_make_no_page():
    assert not is_tracker_page(f"{LEFT}\n" * 40 + HEAD)


# What it states


def test_it_tells_versions_source_address_and_day():
    page = read("Some News Here Some News", "(about 3 hours later)", f"{LEFT} {LEFT}")
    assert page.labels == ("version 2", "version 3, about 3 hours later")
    assert (page.source, page.date) == ("gazette", "2014-09-16")
    assert page.url == "http://a.com/2014/09/16/some-news-here.html"
    assert [line.number for line in page.furniture] == [1, 2, 3, 4, 6]
    assert [row.line for row in page.rows] == [5, 7]


def test_what_is_not_stated_is_not_invented():
    page = read(f"{LEFT} {LEFT}", head="(1 day later)\nThe article has changed 2 times.")
    assert page.labels == ("earlier version", "later version, 1 day later")
    assert (page.source, page.url, page.date, page.titled) == (None, None, None, False)


@pytest.mark.parametrize(
    ("path", "day"),
    [("2014/09/16", "2014-09-16"), ("2014/sep/6", "2014-09-06"), ("2014/13/16", None),
     ("2014/02/30", None), ("0000/01/01", None), ("2014/xyz/01", None), ("2014/09/16x", None)],
)  # fmt: skip
def test_the_day_is_one_that_there_was(path, day):
    head = f"Version 1 Version 2\n{CUES[3].replace('2014/09/16', path)}"
    assert read(f"{LEFT} {LEFT}", head=head).date == day


# Where rows are cut


def test_a_row_of_the_same_twice_is_cut_in_the_middle():
    assert cells(f"{LEFT} {LEFT}", "By Jane Doe By Jane Doe", "a a") == [
        (LEFT, LEFT), ("By Jane Doe", "By Jane Doe"), ("a", "a"),
    ]  # fmt: skip


def test_a_row_of_one_paragraph_edited_is_cut_where_its_halves_are_alike():
    edited = LEFT.replace("Monday", "Tuesday").replace("coming", "next")
    assert cells(f"{LEFT} {edited}") == [(LEFT, edited)]


def test_a_dateline_that_comes_again_begins_the_right_cell():
    left = "PARIS — One thing happened. Another happened. A third one happened on that same day."
    right = "PARIS — Nothing happened."
    assert cells(f"{left} {right}") == [(left, right)]


def test_a_title_and_an_initial_end_no_sentence():
    row = f"Mr. William J. Burns met Dr. Smith of the U.S. Treasury on Monday. {RIGHT}"
    (_, second) = read("Some News Here More News There", row).rows
    assert [row[place:][:9] for place in second.places[1:-1]] == ["Treasury ", "Outside, "]


def test_a_cell_never_ends_inside_a_quotation_when_it_need_not():
    left = "“We will not go. We stay here. We have said so,” the mayor told reporters on Monday."
    assert cells(f"{left} {RIGHT}") == [(left, RIGHT)]


def test_the_headline_is_told_by_the_words_of_the_address():
    page = read("Some News Here The Mayor Says That Nothing Is New", f"{LEFT} {RIGHT}")
    assert page.titled
    assert page.rows[0].cells == ("Some News Here", "The Mayor Says That Nothing Is New")


def test_a_paragraph_that_shifted_is_found_in_the_other_column():
    story = news()[1][:8]
    moved = list(zip([*story, ""], [RIGHT, *story], strict=True))
    assert cells(*(f"{left} {right}".strip() for left, right in moved)) == moved


def test_a_column_that_ended_stays_ended():
    page = rewritten_page(news()[1][:14], news()[3][:7])
    rights = [bool(row.cells[1]) for row in read_tracker_page(page.text, {}).rows]
    lefts = [bool(row.cells[0]) for row in read_tracker_page(page.text, {}).rows]
    assert sorted(rights, reverse=True) == rights or sorted(lefts, reverse=True) == lefts


def test_a_lightly_edited_page_is_cut_right():
    stories = news()
    page = edited_page(stories[0][:25], stories[2], 0.05, 1, aligned=True)
    found = read_tracker_page(page.text, {})
    both = [number for number, row in enumerate(page.rows) if all(row)]
    assert [found.rows[number].cut for number in both] == [page.cuts()[number] for number in both]


# What the reader chose


def test_a_chosen_cut_stands_and_is_beyond_doubt():
    row = f"{LEFT} {RIGHT}"
    key = read(row).rows[0].key
    (found,) = read(row, chosen={key: len(row)}).rows
    assert found.cells == (row, "")
    assert found.by_hand
    assert not found.doubtful


def test_a_chosen_cut_may_be_at_any_word():
    key = read(f"{LEFT} {RIGHT}").rows[0].key
    (found,) = read(f"{LEFT} {RIGHT}", chosen={key: 4}).rows
    assert found.cells[0] == "The"
    assert 4 not in found.places


@pytest.mark.parametrize("cut", [-1, 2, 3, 10_000])
def test_a_chosen_cut_that_lies_between_no_words_is_passed_over(cut):
    (free,) = read(f"{LEFT} {RIGHT}").rows
    assert read(f"{LEFT} {RIGHT}", chosen={free.key: cut}).rows == (free,)


def test_a_chosen_cut_leaves_every_other_row_as_it_was():
    free = read("Some News Here More News There", f"{LEFT} {RIGHT}", LEFT, RIGHT).rows
    texts = [row.text for row in free]
    for row in free:
        anew = read(*texts, chosen={row.key: next_place(row)}).rows
        assert [each for each in anew if each.key != row.key] == [
            each for each in free if each.key != row.key
        ]


def test_rows_of_the_same_text_have_keys_of_their_own():
    rows = read("Some News", LEFT, LEFT, LEFT).rows
    assert len({row.key for row in rows}) == 4
    assert [row.key for row in rows] == [row.key for row in read("Some News", *[LEFT] * 3).rows]


def test_the_next_place_goes_round():
    (row,) = read(f"{LEFT} {RIGHT} {LEFT}").rows
    met = []
    for _ in row.places:
        met.append(row.cut)
        (row,) = read(row.text, chosen={row.key: next_place(row)}).rows
    assert sorted(met) == list(row.places)
    assert row.cut == met[0]


# The sample


def test_004_is_two_versions_of_one_story(seeds):
    page = read_tracker_page(seeds["004"].read_text(encoding="utf-8"), {})
    assert page.labels == ("version 2", "version 3, about 3 hours later")
    assert (page.source, page.date, page.titled) == ("nytimes", "2014-09-16", True)
    assert [line.number for line in page.furniture] == [1, 3, 5, 7, 9]
    assert [row.line for row in page.rows] == [8, *range(10, 32)]
    assert all(page.rows[number].cells[side] for number in range(20) for side in (0, 1))
    assert all(row.cells[0] == "" or row.cells[1] == "" for row in page.rows[-2:])


# What must always hold

pieces = st.sampled_from(
    [*STOCK, *CUES, "(b)", "PARIS —", "Mr.", "U.S.", "He said so.", "“No,” he said.", '"', "’’",
     "\n", "\n\n", "\r\n", "\t", "\v", "\x1b[2J", "\u202e", "\ufeff", "\u200d", "Next version",
     "One. Two. Three.", "A Title In Capitals", "…", "。"]
) | st.text(max_size=8)  # fmt: skip
pages = st.builds(
    lambda cues, body, between: "\n".join(cues) + "\n" + between.join(body),
    st.lists(st.sampled_from(CUES), min_size=2, max_size=5),
    st.lists(pieces, max_size=40),
    st.sampled_from([" ", " ", "\n"]),
)
cuts = st.lists(st.integers(-2, 200), max_size=4)


def without_blanks(text: str) -> str:
    """What `clean` leaves of a text's ends and inside, blanks aside."""
    return "".join(filter(clean, text))


def check(text: str, offsets: list[int]) -> None:
    page = read_tracker_page(text, {})
    if page is None:
        return
    check_page(page, by_hand=False)
    chosen = {row.key: offset for row, offset in zip(page.rows, offsets, strict=False)}
    repaired = read_tracker_page(text, chosen)
    assert [row.text for row in repaired.rows] == [row.text for row in page.rows]
    check_page(repaired, by_hand=True)


def check_page(page: TrackerPage, *, by_hand: bool) -> None:
    lines = [row.line for row in page.rows]
    assert lines == sorted(lines)
    for row in page.rows:
        left, right = row.cells
        assert left + right or by_hand
        assert without_blanks(left) + without_blanks(right) == without_blanks(row.text)
        assert list(row.places) == sorted(set(row.places))
        assert (row.places[0], row.places[-1]) == (0, len(row.text))
        assert row.cut in row.places or row.by_hand
        assert 0 <= row.margin <= 1
        assert next_place(row) in row.places
    for side in (0, 1):
        texts = [row.cells[side] for row in page.rows if row.cells[side]]
        assert [cell.text for cell in page.version(side)] == texts
        assert all(cell.text == clean(cell.text) for cell in page.version(side))


@given(pages | st.text(), cuts)
def test_left_and_right_are_the_row_again(text, offsets):
    check(text, offsets)


@pytest.mark.slow
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(pages, cuts)
def test_no_page_of_fifty_thousand_is_too_strange(text, offsets):
    check(text, offsets)


@pytest.mark.parametrize(
    "row",
    ["a" * 100_000, "a " * 50_000, "“" * 100_000, '" ' * 50_000, "He said no. " * 8_000,
     "A. " * 33_000, ". " * 50_000, "PARIS — " * 12_500, "x" + " " * 100_000 + "y", "AB " * 33_000,
     '. "A' * 25_000],
)  # fmt: skip
def test_an_enormous_row_is_cut_in_bounded_time(row):
    start = time.process_time()
    read("Some News", row, f"{LEFT} {RIGHT}")
    assert time.process_time() - start < 3


def test_a_page_is_cut_alike_whatever_order_a_set_has(root, seeds):
    script = (
        "import sys; from tui.article import load_document;"
        "page = load_document(sys.argv[1]).two_versions.page;"
        "print([(row.cut, row.margin) for row in page.rows])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script, seeds["004"]],
            cwd=root, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(said) == 1


def test_a_row_beyond_all_bounds_leaves_the_page_as_it_came():
    assert read_tracker_page(f"{HEAD}\n{'He said so again. ' * 40_000}", {}) is None
