"""What the status line says, in the cells it has."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.strategies import article_pairs
from tui.app.phrases import forms, shortened
from tui.app.status import in_hand_in_words, off_in_words
from tui.compare import account, compare, edits_of
from tui.review import Filter, Group, Session, at_row, picking


@given(st.text(), st.text(), st.integers(12, 60))
def test_two_forms_never_take_more_than_their_cells(left, right, cells):
    assert cell_len(forms(left, right, cells)) <= cells
    assert cell_len(shortened(left, cells)) <= cells


def test_the_longer_form_is_shortened_first():
    assert forms("US", "the United States of America", 20) == "US → the United Sta…"
    assert forms("the United States of America", "US", 20) == "the United Sta… → US"
    assert forms("", ",", 20) == "nothing → ,"


@given(article_pairs(), st.integers(24, 80))
def test_a_change_is_told_in_the_cells_there_are(pair, room):
    found = account(compare(*pair))
    comparison = found.comparison
    for change in comparison.changes:
        session = at_row(Session(comparison), change.rows[0])
        edits = edits_of(comparison, change.rows[0])
        said = in_hand_in_words(session, found, edits, room)
        assert said
        assert cell_len(said) <= room


@given(article_pairs(), st.builds(Filter, st.frozensets(st.sampled_from(Group)), st.booleans()))
def test_what_is_off_is_always_said(pair, picked):
    found = account(compare(*pair))
    said = off_in_words(picking(Session(found.comparison), picked), found)
    assert ("quiet off" in said or "no quiet edits" in said) == (not picked.quiet)
    assert ("off: " in said) == bool(picked.off)
