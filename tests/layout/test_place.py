"""The reader stays where the text was, whatever becomes of the lines."""

from tests.layout.pictures import one_row, text_of
from tui.compare.model import Kind
from tui.layout import Band, Frame, View, lay_out, line_at, share_above

WORDS = " ".join(f"word{number}" for number in range(200))


def test_a_band_without_lines_has_one_place():
    assert share_above(Band(0, ((),)), 0) == 0
    assert line_at(Band(0, ((),)), 0.7) == 0


def test_after_a_resize_the_same_words_are_near():
    comparison = one_row([WORDS], [WORDS], Kind.SAME)
    wide = lay_out(comparison, 0, Frame(View.SIDE_BY_SIDE, 160))
    slim = lay_out(comparison, 0, Frame(View.SIDE_BY_SIDE, 70))
    for line in range(wide.height - 1):
        first_word = text_of(wide.panes[0][line]).split()[0]
        there = line_at(slim, share_above(wide, line))
        near = [text_of(slim.panes[0][n]) for n in range(max(0, there - 1), there + 2)]
        assert first_word in " ".join(near).split()


def test_after_a_change_of_view_the_same_words_are_near():
    comparison = one_row([WORDS], [WORDS], Kind.SAME)
    beside = lay_out(comparison, 0, Frame(View.SIDE_BY_SIDE, 80))
    alone = lay_out(comparison, 0, Frame(View.CLEAN_RIGHT, 80))
    middle = beside.height // 2
    first_word = text_of(beside.panes[1][middle]).split()[0]
    assert first_word in text_of(alone.panes[0][line_at(alone, share_above(beside, middle))])
