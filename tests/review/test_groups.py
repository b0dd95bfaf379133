"""Which changes are on, and which groups they belong to."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_of, article_pairs
from tui.compare import Kind, account, compare, edits_of
from tui.review import (
    EVERYTHING,
    Filter,
    Group,
    Session,
    counted_anew,
    group_of,
    groups_by_words,
    next_change,
    picking,
)

filters = st.builds(Filter, st.frozensets(st.sampled_from(Group)), st.booleans())


def accounted(pair) -> Session:
    found = account(compare(*pair))
    return counted_anew(Session(found.comparison), found.comparison, groups_by_words(found))


@given(article_pairs(), filters)
def test_going_on_meets_just_the_changes_that_are_on_and_counts_them(pair, picked):
    session = picking(accounted(pair), picked)
    places, row = [], -1
    while (after := next_change(session, row)) is not session:
        session, row = after, after.row
        places.append(session.place)
    assert places == list(range(1, len(session.changes) + 1))


@given(article_pairs(), filters)
def test_what_is_off_and_what_is_on_are_all_changes(pair, picked):
    session = accounted(pair)
    on = {change.number for change in picking(session, picked).changes}
    for change, groups in zip(session.comparison.changes, session.groups, strict=True):
        assert (change.number in on) == (picked.quiet if not groups else bool(groups - picked.off))
    assert picking(picking(session, picked), EVERYTHING).changes == session.comparison.changes


@given(article_pairs())
def test_the_groups_of_a_change_are_those_of_its_edits_and_rows(pair):
    session = accounted(pair)
    for change, groups in zip(session.comparison.changes, session.groups, strict=True):
        edits = [edit for row in change.rows for edit in edits_of(session.comparison, row)]
        words = {group_of(edit) for edit in edits} - {None}
        assert words <= groups
        if change.kind in (Kind.QUIET, Kind.REWORDED):
            assert words == groups
            assert (change.kind is Kind.QUIET) == (not groups)


@given(article_pairs(), filters)
def test_before_words_are_compared_whole_paragraphs_are_on_or_off_as_later(pair, picked):
    whole = (Kind.ADDED, Kind.REMOVED)
    early = picking(Session(compare(*pair)), picked).changes
    late = picking(accounted(pair), picked).changes
    assert [c.number for c in early if c.kind in whole] == [
        c.number for c in late if c.kind in whole
    ]


def test_a_change_that_is_off_has_no_place_among_those_that_are_on():
    texts = ["The river rose in the night.", "Nobody had seen it come so fast before."]
    session = accounted((article_of(texts), article_of([*texts, "The bridge fell."])))
    session = next_change(session, -1)
    assert session.place == 1
    session = picking(session, Filter().switched(Group.ADDED))
    assert session.change is not None
    assert session.place is None
