"""What changes are called, on pages that editors labelled before the code was written."""

from functools import reduce
from operator import add
from pathlib import Path

import pytest

from tests.benchmarks.marks import Agreement, agreement, found_marks
from tests.labelled import cases
from tests.named import Named, named

PAGES = sorted((Path(__file__).parents[1] / "cases" / "changes").glob("*.md"))
CASES = [case for page in PAGES for case in cases(page)]


@pytest.fixture(scope="module")
def marks():
    return reduce(add, (agreement(case, found_marks(case)) for case in CASES), Agreement())


@pytest.fixture(scope="module")
def names():
    return reduce(add, map(named, CASES), Named())


def test_there_are_many_labelled_changes_of_many_kinds_of_text():
    headings = [line for page in PAGES for line in page.read_text("utf-8").splitlines()]
    assert sum(line.startswith("# ") for line in headings) >= 5
    assert sum(len(case.marks) for case in CASES) >= 300


def test_four_marks_in_five_are_those_an_editor_draws(marks):
    assert 2 * marks.agree / (marks.marks + marks.labelled) >= 0.80


def test_there_are_as_many_marks_as_an_editor_draws(marks):
    assert 0.95 <= marks.marks / marks.labelled <= 1.1


def test_no_mark_cuts_a_word(marks):
    assert marks.cuts == 0


def test_nineteen_kinds_in_twenty_are_right(names):
    assert names.kinds >= 0.95


def test_hardly_a_fact_is_missed(names):
    assert names.recall >= 0.98


def test_most_of_what_is_called_a_fact_is_one(names):
    assert names.precision >= 0.85


def test_no_fact_is_quiet(names):
    assert names.facts_quiet == 0


def test_most_changed_quotations_are_known(names):
    assert names.quoted_found >= 0.95 * names.quoted
