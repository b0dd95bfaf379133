import pytest

from tui.compare.days import same_day
from tui.compare.tables import built_in


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("yesterday", "on monday", True),
        ("yesterday", "on friday", False),
        ("yesterday's", "monday's", True),
        ("yesterday", "on september 15", True),
        ("yesterday", "on 15 september", True),
        ("yesterday", "on september 16", False),
        ("today", "tuesday", True),
        ("tomorrow", "on wednesday", True),
        ("the day", "monday", False),
        ("yesterday", "september 99", False),
    ],
)
def test_two_ways_to_name_a_day(left, right, same):
    sides = (left.split(), "2014-09-16"), (right.split(), "2014-09-15")
    assert same_day(*sides, built_in()) is same


@pytest.mark.parametrize("published", ["2014-09", "2014", "someday", "0001-01-01", "9999-12-31"])
def test_a_date_without_a_day_or_at_the_end_of_time_tells_nothing(published):
    sides = (["yesterday"], published), (["yesterday"], published)
    assert not same_day(*sides, built_in())
