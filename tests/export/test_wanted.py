"""What is asked for is written, and the rest is counted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_pairs
from tui.compare import account, compare, edits_of
from tui.export import CHOICES, FORMATS, Section, Wanted, only_named
from tui.export.wrapping import columns

chosen = st.sets(st.sampled_from(CHOICES), min_size=1, max_size=3)


def test_a_name_that_there_is_not_is_named():
    with pytest.raises(ValueError, match=r"^facts$"):
        only_named(["fact", "facts"])


@given(article_pairs(), chosen)
def test_text_and_record_leave_out_the_same_rows(pair, names):
    found = account(compare(*pair))
    wanted = Wanted(only=only_named(names))
    record = json.loads("".join(FORMATS["json"](found, wanted)))
    *rows, last = "".join(FORMATS["text"](found, wanted)).split("\n\n")[1:]
    assert len(rows) == len(record["rows"])
    assert len(rows) + record["left_out"] == len(found.comparison.rows)
    assert ("left out" in last) == (record["left_out"] > 0)


@given(article_pairs())
def test_loud_and_quiet_together_are_all_changes_and_all_their_edits(pair):
    comparison = account(compare(*pair)).comparison
    both = only_named(["loud", "quiet"])
    for number, row in enumerate(comparison.rows):
        edits = edits_of(comparison, number)
        assert both.asks_for_row(row, edits) == (row.kind.is_change or bool(edits))
        assert all(both.asks_for(row, edit) for edit in edits)


@given(article_pairs(), st.integers(min_value=40, max_value=120))
def test_no_line_of_a_section_is_wider_than_asked_but_for_long_words(pair, width):
    wanted = Wanted(width, sections=tuple(Section))
    lines = "".join(FORMATS["text"](account(compare(*pair)), wanted)).splitlines()[3:]
    assert [line for line in lines if columns(line) > width and len(line.split()) > 2] == []
