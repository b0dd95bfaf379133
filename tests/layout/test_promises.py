"""What always holds for a band, whatever the texts, the view and the width."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.layout.pictures import text_of
from tests.strategies import article_pairs
from tui.article.model import Span
from tui.compare import Comparison, Edit, Kind, compare, edits_of, pending
from tui.compare.model import Side
from tui.layout import Band, Frame, Ink, View, lay_out, line_at, share_above
from tui.layout.wrap import _BLANKS

frames = st.builds(Frame, st.sampled_from(View), st.integers(min_value=2, max_value=120))
comparisons = st.one_of(
    article_pairs().map(lambda pair: compare(*pair)),
    article_pairs().map(lambda pair: pending(*pair)),
)


def bands(comparison: Comparison, frame: Frame, found=None) -> list[tuple[Band, tuple[Edit, ...]]]:
    laid_out = []
    for number in range(len(comparison.rows)):
        edits = edits_of(comparison, number)
        laid_out.append((lay_out(comparison, number, frame, edits, found or {}), edits))
    return laid_out


def solid(text: str) -> str:
    """A text without blanks, and without the sign that joins two paragraphs."""
    return "".join(text.replace("¶", "").split())


@given(comparisons, frames)
def test_no_line_is_wider_than_its_pane(comparison, frame):
    for band, _ in bands(comparison, frame):
        for pane in band.panes:
            assert all(cell_len(text_of(line)) <= frame.pane_width for line in pane)
            assert all(cell_len(line.sign) == 1 for line in pane)


@given(comparisons, frames)
def test_panes_are_equally_high_and_end_with_a_blank_line(comparison, frame):
    clean = frame.view in {View.CLEAN_LEFT, View.CLEAN_RIGHT}
    for band, _ in bands(comparison, frame):
        assert {len(pane) for pane in band.panes} == {band.height}
        assert len(band.panes) == (2 if frame.shown is View.SIDE_BY_SIDE else 1)
        assert band.height or clean
        assert all(not pane[-1].runs and pane[-1].sign == " " for pane in band.panes if pane)


@given(comparisons, frames)
def test_the_runs_of_a_line_give_its_text_back(comparison, frame):
    for band, _ in bands(comparison, frame):
        for line in (line for pane in band.panes for line in pane):
            assert all(run.text for run in line.runs)
            assert (line.paragraph is None) == (line.span is None)
            if line.span is not None:
                article = comparison.left if line.side is Side.LEFT else comparison.right
                text = article.paragraphs[line.paragraph].text
                assert text_of(line) == text[line.span.start : line.span.end]


@given(comparisons, frames.filter(lambda frame: frame.view is not View.REDLINE))
def test_the_lines_of_every_paragraph_cover_it_in_order(comparison, frame):
    covered: dict[tuple[Side, int], int] = {}
    for band, _ in bands(comparison, frame):
        for line in (line for pane in band.panes for line in pane if line.span):
            place = (line.side, line.paragraph)
            article = comparison.left if line.side is Side.LEFT else comparison.right
            text = article.paragraphs[line.paragraph].text
            assert text[covered.get(place, 0) : line.span.start].strip(_BLANKS) == ""
            covered[place] = line.span.end
    for (side, paragraph), end in covered.items():
        article = comparison.left if side is Side.LEFT else comparison.right
        assert article.paragraphs[paragraph].text[end:].strip(_BLANKS) == ""
    shown = {paragraph for side, paragraph in covered if side is not Side.LEFT}
    if frame.view is not View.CLEAN_LEFT:
        assert shown == set(range(len(comparison.right.paragraphs)))


@given(comparisons.filter(lambda comparison: not comparison.pending), st.integers(5, 120))
def test_a_redline_holds_all_of_both_texts(comparison, width):
    laid_out = bands(comparison, Frame(View.REDLINE, width))
    for row, (band, edits) in zip(comparison.rows, laid_out, strict=True):
        runs = [run for line in band.panes[0] if not line.note for run in line.runs]
        went = {Ink.REMOVED, Ink.REMOVED_WHOLE, Ink.WENT}
        came = {Ink.ADDED, Ink.ADDED_WHOLE, Ink.CAME}
        if row.right:
            texts = [comparison.right.paragraphs[number].text for number in row.right]
            assert solid("".join(run.text for run in runs if run.ink not in went)) == solid(
                "".join(texts)
            )
        if row.left and row.kind is not Kind.SAME and not any(e.quiet for e in edits):
            texts = [comparison.left.paragraphs[number].text for number in row.left]
            assert solid("".join(run.text for run in runs if run.ink not in came)) == solid(
                "".join(texts)
            )


@given(
    comparisons, st.sampled_from([View.SIDE_BY_SIDE, View.STACKED]), st.integers(2, 120), st.data()
)
def test_what_is_found_is_marked_and_nothing_else(comparison, view, width, data):
    found = {}
    for side, article in ((Side.LEFT, comparison.left), (Side.RIGHT, comparison.right)):
        for number, paragraph in enumerate(article.paragraphs):
            places = st.integers(0, len(paragraph.text))
            cuts = sorted(data.draw(st.sets(places, max_size=6)))
            pairs = zip(cuts[::2], cuts[1::2], strict=False)
            found[side, number] = tuple(Span(start, end) for start, end in pairs)
    for band, _ in bands(comparison, Frame(view, width), found):
        for line in (line for pane in band.panes for line in pane if line.span):
            side = Side.LEFT if line.side is Side.LEFT else Side.RIGHT
            at = line.span.start
            for run in line.runs:
                spans = found[side, line.paragraph]
                for place in range(at, at + len(run.text)):
                    assert run.found == any(span.start <= place < span.end for span in spans)
                at += len(run.text)


@given(comparisons, frames)
def test_a_place_in_a_band_is_found_again(comparison, frame):
    for band, _ in bands(comparison, frame):
        for line in range(band.height):
            share = share_above(band, line)
            assert 0 <= share < 1
            assert line_at(band, share) == line
        assert share_above(band, 0) == 0


@given(comparisons, frames, frames, st.floats(0, 1))
def test_a_share_is_a_line_of_every_band(comparison, frame, other, share):
    for (band, _), (changed, _) in zip(
        bands(comparison, frame), bands(comparison, other), strict=True
    ):
        line = line_at(changed, share_above(band, line_at(band, share)))
        assert 0 <= line < max(1, changed.height)
