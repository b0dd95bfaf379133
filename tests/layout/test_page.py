"""Moving through the bands of a comparison."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_pairs
from tui.compare import compare, edits_of
from tui.layout import Frame, Page, Place, View


def page_of(pair, view, width):
    return Page(compare(*pair), Frame(view, width), edits_of, {})


pages = st.builds(page_of, article_pairs(), st.sampled_from(View), st.integers(4, 120))
START = Place(0, 0)


@given(pages)
def test_every_line_of_every_band_is_met_once_in_order(page):
    lines = list(page.lines(START))
    bands = [page.band(row) for row in range(len(page.comparison.rows))]
    assert lines == [Place(b.row, line) for b in bands for line in range(b.height)]


@given(pages, st.integers(0, 60))
def test_going_down_and_up_again_ends_where_it_began(page, lines):
    start = page.moved(START, 0)
    down = page.moved(start, lines)
    gone = list(page.lines(start)).index(down)
    assert gone == min(lines, len(list(page.lines(start))) - 1)
    assert page.moved(down, -gone) == start if gone else down == start


@given(pages, st.integers(1, 60), st.integers(0, 80))
def test_no_page_shows_blank_lines_below_the_end_when_the_text_is_longer(page, height, lines):
    every = list(page.lines(START))
    place = page.held(page.moved(START, lines), height)
    assert len(page.window(place, height)) == min(height, len(every))


@given(pages, st.integers(1, 60))
def test_the_last_page_ends_with_the_last_line(page, height):
    every = list(page.lines(START))
    assert page.window(page.last_top(height), height)[-1] == every[-1]
