from pathlib import Path

import pytest

from tests.labelled import cases
from tests.named import comparison_of
from tui.compare import edits_of

PAGE = Path(__file__).parents[1] / "cases" / "tricky.md"


def in_words(text, span):
    return text[span.start : span.end] if span else ""


@pytest.mark.parametrize("case", cases(PAGE), ids=lambda case: case.name)
def test_it_is_marked_and_named_as_the_page_says(case):
    found = [
        (
            in_words(case.left, edit.left[0].span if edit.left else None),
            in_words(case.right, edit.right[0].span if edit.right else None),
            edit.wording,
            frozenset(edit.facts),
            edit.quoted,
            edit.same_day,
        )
        for edit in edits_of(comparison_of(case), 0)
    ]
    assert found == [
        (
            in_words(case.left, mark.left),
            in_words(case.right, mark.right),
            mark.kind,
            mark.facts,
            "quoted" in mark.flags,
            "same-day" in mark.flags,
        )
        for mark in case.marks
    ]
