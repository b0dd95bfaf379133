"""Going from change to change."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_of, article_pairs
from tui.compare import Kind, compare, pending
from tui.review import Session, at_row, next_change, other_end, previous_change

TEXTS = [
    "The council met on Monday to discuss the budget for the coming year.",
    "Outside, a crowd of teachers demanded higher wages and smaller classes.",
    "Trains to the capital ran an hour late because of fallen trees.",
]


@given(article_pairs())
def test_going_on_from_the_top_meets_every_change_once_in_order(pair):
    session = Session(compare(*pair))
    met = []
    row = -1
    while (after := next_change(session, row)) is not session:
        session, row = after, after.row
        met.append(session.change.number)
    assert met == [change.number for change in session.comparison.changes]


@given(article_pairs())
def test_going_back_from_the_end_meets_every_change_once_in_reverse(pair):
    session = Session(compare(*pair))
    met = []
    row = len(session.comparison.rows)
    while (before := previous_change(session, row)) is not session:
        session, row = before, before.row
        met.append(session.change.number)
    assert met == [change.number for change in reversed(session.comparison.changes)]


@given(article_pairs(), st.data())
def test_the_other_end_of_the_other_end_is_this_end(pair, data):
    session = Session(compare(*pair))
    row = data.draw(st.sampled_from(range(len(session.comparison.rows))))
    there = other_end(session, row)
    if session.comparison.rows[row].kind is Kind.MOVED:
        assert other_end(there, there.row).row == row
        assert there.change == at_row(session, row).change
    else:
        assert there is session


def test_a_row_that_is_the_same_has_no_change_in_hand():
    session = Session(compare(article_of(TEXTS), article_of([*TEXTS[:2], "Quite another end."])))
    assert at_row(session, 0).change is None
    assert at_row(session, 2).change.number == 1


def test_while_the_pairing_is_under_way_there_is_no_change():
    session = Session(pending(article_of(TEXTS), article_of(TEXTS[:1])))
    assert next_change(session, -1) is session
    assert session.change is None
