"""What is set aside: in rows of its own, never paired, never a change."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_of, article_pairs
from tui.compare import CompareOptions, Kind, compare

STORY = [
    "The council met on Monday to discuss the budget for the coming year.",
    "Several members spoke against the plan to close two of the libraries.",
]
COMPARED = CompareOptions(asides=True)


def with_asides(article, numbers):
    """The article with the paragraphs of some numbers set aside."""
    return replace(
        article,
        paragraphs=tuple(
            replace(each, aside=number in numbers) for number, each in enumerate(article.paragraphs)
        ),
    )


@st.composite
def pairs_with_asides(draw):
    sides = draw(article_pairs())
    return tuple(with_asides(side, draw(st.sets(st.integers(0, 7), max_size=4))) for side in sides)


def kinds(left, right, options=None):
    return [row.kind for row in compare(left, right, options).rows]


def test_what_is_set_aside_is_no_change():
    left = with_asides(article_of(["Skip to main content", *STORY]), {0})
    comparison = compare(left, article_of(STORY))
    assert [row.kind for row in comparison.rows] == [Kind.ASIDE, Kind.SAME, Kind.SAME]
    assert comparison.changes == ()


def test_what_is_set_aside_on_both_sides_is_not_paired_unless_it_is_asked_for():
    left = with_asides(article_of([*STORY, "Comments are closed."]), {2})
    right = with_asides(article_of([*STORY, "Comments are open."]), {2})
    assert kinds(left, right) == [Kind.SAME, Kind.SAME, Kind.ASIDE, Kind.ASIDE]
    assert kinds(left, right, COMPARED) == [Kind.SAME, Kind.SAME, Kind.REWORDED]


def test_it_is_added_or_removed_where_it_is_compared_and_alone():
    left = with_asides(article_of(["Skip to main content", *STORY]), {0})
    assert kinds(left, article_of(STORY), COMPARED) == [Kind.REMOVED, Kind.SAME, Kind.SAME]


def test_a_caption_inside_a_merge_stands_after_it():
    left = with_asides(article_of([STORY[0], "Photo: AP", STORY[1]]), {1})
    comparison = compare(left, article_of([" ".join(STORY)]))
    assert [(row.kind, row.left) for row in comparison.rows] == [
        (Kind.MERGED, (0, 2)),
        (Kind.ASIDE, (1,)),
    ]


def test_paragraphs_that_moved_together_are_one_move_though_a_caption_stands_between():
    moved = [
        "The bridge over the river is closed for repairs until the spring.",
        "Ferries carry the traffic across in the meantime, said the harbour office.",
    ]
    stays = [f"{text} It was time number {number}." for number in (1, 2) for text in STORY]
    left = with_asides(article_of([moved[0], "Photo: AP", moved[1], *stays]), {1})
    comparison = compare(left, article_of([*stays, *moved]))
    assert [change.kind for change in comparison.changes] == [Kind.MOVED]


def test_an_article_that_is_all_set_aside_can_be_compared():
    page = with_asides(article_of(["Skip to main content"]), {0})
    assert kinds(page, article_of(STORY)) == [Kind.ASIDE, Kind.ADDED, Kind.ADDED]
    assert kinds(page, page) == [Kind.ASIDE, Kind.ASIDE]


@given(pairs_with_asides())
def test_it_stands_alone_and_everything_else_is_paired_as_if_it_were_not_there(pair):
    without = [
        replace(side, paragraphs=tuple(each for each in side.paragraphs if not each.aside))
        for side in pair
    ]
    rows = compare(*pair).rows
    for row in rows:
        asides = [pair[0].paragraphs[n].aside for n in row.left]
        asides += [pair[1].paragraphs[n].aside for n in row.right]
        assert all(asides) == (row.kind is Kind.ASIDE)
        assert any(asides) == all(asides)
    if all(side.paragraphs for side in without):
        compared = [row.kind for row in rows if row.kind is not Kind.ASIDE]
        assert compared == [row.kind for row in compare(*without).rows]


@given(pairs_with_asides())
def test_every_paragraph_is_in_one_row_and_those_compared_are_in_order(pair):
    rows = compare(*pair).rows
    for side, article in (("left", pair[0]), ("right", pair[1])):
        numbers = [n for row in rows for n in getattr(row, side)]
        assert sorted(numbers) == list(range(len(article.paragraphs)))
        compared = [n for n in numbers if not article.paragraphs[n].aside]
        assert compared == sorted(compared)
