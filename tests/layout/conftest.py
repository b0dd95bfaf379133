"""Rows that several tests lay out."""

import pytest

from tests.layout.pictures import edit, one_row, rows_of
from tui.compare.model import Comparison, Edit, Kind, Row, Wording


@pytest.fixture
def same() -> Comparison:
    return one_row(["All is well."], ["All is well."], Kind.SAME)


@pytest.fixture
def reworded() -> Comparison:
    return one_row(
        ["Powers meeting in Paris yesterday gave public backing to the US."],
        ["Powers meeting in Paris on Monday gave backing to the U.S. there."],
        Kind.REWORDED,
    )


@pytest.fixture
def edits(reworded: Comparison) -> tuple[Edit, ...]:
    return (
        edit(reworded, "yesterday", "on Monday"),
        edit(reworded, "public", ""),
        edit(reworded, "US", "U.S.", Wording.POINTS),
        edit(reworded, "", "there"),
    )


@pytest.fixture
def moved() -> Comparison:
    text = "This went to another place."
    return rows_of(
        [text, "It stayed."],
        ["It stayed.", "New.", text],
        Row((0,), (), Kind.MOVED, other_end=2),
        Row((1,), (0,), Kind.SAME),
        Row((), (2,), Kind.MOVED, other_end=0),
    )


@pytest.fixture
def split() -> Comparison:
    return one_row(["It rained. It snowed."], ["It rained.", "It snowed."], Kind.SPLIT)
