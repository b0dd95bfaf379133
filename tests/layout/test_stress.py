"""What is raised above the rest, what is dimmed, and which signs tell of it, as pictures."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.pictures import BESIDE, REDLINE, STACKED, edit, one_row, picture, rows_of
from tests.layout.test_promises import comparisons, frames
from tui.compare import Edit, Kind, Row, Wording, edits_of
from tui.layout import Frame, Ink, Stress, View, lay_out
from tui.review import Filter, Group

NARROW = Frame(View.SIDE_BY_SIDE, 64)
NO_QUIET = Filter(quiet=False)


@pytest.fixture
def river():
    left = "The river rose two metres in the night, and the mayor was said to be asleep."
    right = "The river rose three metres in the night, and the mayor was reported asleep."
    return one_row([left], [right], Kind.REWORDED)


@pytest.fixture
def of_river(river) -> list[Edit]:
    return [
        edit(river, "two", "three", Wording.FACT),
        replace(edit(river, "said to be", "reported"), quoted=True),
    ]


def off(*groups: Group) -> Filter:
    return Filter(frozenset(groups))


def test_the_first_line_tells_the_gravest_of_the_row_and_others_what_they_hold(river, of_river):
    assert picture(lay_out(river, 0, NARROW, of_river)) == [
        "Q The river rose <!two> metres in | Q The river rose <!three> metres",
        "  the night, and the mayor was |   in the night, and the mayor",
        'Q <"said to be> asleep. | Q was <"reported> asleep.',
        " |",
    ]
    fact = of_river[:1]
    assert picture(lay_out(river, 0, NARROW, fact))[0].startswith("! The river rose <!two>")
    beginning = edit(river, "The river rose", "The river rose")
    lines = picture(lay_out(river, 0, STACKED, [beginning, of_river[1]]))
    assert [line[:2] for line in lines] == ["Q ", "  ", "Q ", "Q ", "  ", "Q ", ""]


@pytest.mark.parametrize(
    ("frame", "shown"),
    [(STACKED, ["<!two>", "<!three>"]), (REDLINE, ["[!two]", "{!three}"])],
)
def test_a_fact_is_raised_in_every_view(river, of_river, frame, shown):
    text = "".join(picture(lay_out(river, 0, frame, of_river)))
    assert all(each in text for each in shown)


def test_a_quiet_edit_is_no_grave_one_wherever_it_stands(river):
    quiet = replace(edit(river, "two", "three", Wording.NUMERALS), quoted=True)
    assert picture(lay_out(river, 0, NARROW, [quiet]))[0].startswith("· The river rose (two)")


@pytest.mark.parametrize("kind", [Kind.QUIET, Kind.REWORDED])
def test_a_row_of_words_is_signed_by_its_edits(reworded, edits, kind):
    row = replace(reworded, rows=(replace(reworded.rows[0], kind=kind),))
    assert picture(lay_out(row, 0, REDLINE, edits))[0].startswith("~ ")
    assert picture(lay_out(row, 0, REDLINE, edits[2:3]))[0].startswith("· ")
    split = replace(reworded, rows=(replace(reworded.rows[0], kind=Kind.SPLIT),))
    assert picture(lay_out(split, 0, REDLINE, edits[2:3]))[0].startswith("S ")


def test_without_quiet_edits_their_words_are_plain_and_the_sign_stays(reworded, edits):
    quiet = edits[2:3]
    assert picture(lay_out(reworded, 0, BESIDE, quiet, picked=NO_QUIET)) == [
        "· Powers meeting in Paris | · Powers meeting in Paris on",
        "  yesterday gave public backing |   Monday gave backing to the",
        "  to the US. |   U.S. there.",
        " |",
    ]
    redline = picture(lay_out(reworded, 0, REDLINE, quiet, picked=NO_QUIET))
    assert "".join(redline).count("U.S.") == 1
    assert "US" not in "".join(redline)


@pytest.mark.parametrize(
    ("kind", "group", "ink"),
    [(Kind.ADDED, Group.ADDED, "++"), (Kind.REMOVED, Group.REMOVED, "--")],
)
def test_a_paragraph_of_a_kind_that_is_off_is_dimmed_and_not_hidden(kind, group, ink):
    sides = ((), (0,)) if kind is Kind.ADDED else ((0,), ())
    comparison = rows_of(["Gone."], ["New."], Row(*sides, kind))
    shown = picture(lay_out(comparison, 0, REDLINE, picked=off(group)))
    assert shown[0][2:].startswith(f"{ink}°")
    assert "°" not in picture(lay_out(comparison, 0, REDLINE, picked=off(*set(Group) - {group})))[0]


def test_edits_of_a_kind_that_is_off_are_dimmed(river, of_river):
    words = edit(river, "night", "night")
    edits = [of_river[0], words, of_river[1]]
    facts = "".join(picture(lay_out(river, 0, REDLINE, edits, picked=off(Group.FACTS))))
    assert "[°two] {°three}" in facts
    assert "[night] {night}" in facts
    assert "[°said to]" in facts
    assert "[°be] {°reported}" in facts
    wording = "".join(picture(lay_out(river, 0, REDLINE, edits, picked=off(Group.WORDING))))
    assert "[!two] {!three}" in wording
    assert "[°night] {°night}" in wording


def test_the_end_of_a_paragraph_is_dimmed_where_cutting_anew_is_off():
    merged = one_row(["The river", "rose."], ["The river rose."], Kind.MERGED)
    assert "[°¶]" in "".join(picture(lay_out(merged, 0, REDLINE, picked=off(Group.CUT))))
    assert "[¶]" in "".join(picture(lay_out(merged, 0, REDLINE, picked=off(Group.FACTS))))


filters = st.builds(Filter, st.frozensets(st.sampled_from(Group)), st.booleans())


@given(comparisons, frames, filters)
def test_a_filter_changes_neither_words_nor_lines(comparison, frame, picked):
    for number in range(len(comparison.rows)):
        edits = edits_of(comparison, number)
        usual = lay_out(comparison, number, frame, edits)
        shown = lay_out(comparison, number, frame, edits, picked=picked)
        for pane, filtered in zip(usual.panes, shown.panes, strict=True):
            for line, other in zip(pane, filtered, strict=True):
                assert "".join(run.text for run in line.runs) == "".join(
                    run.text for run in other.runs
                )
                assert line.span == other.span
                if picked.off == set(Group):
                    loud = {run.stress for run in other.runs if run.ink not in _UNGROUPED}
                    assert loud <= {Stress.OFF}


_UNGROUPED = {Ink.PLAIN, Ink.QUIET, Ink.FURNITURE}
