"""What a person decided is kept to, and the rest is paired around it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.test_retold import HERON, HERON_AGAIN
from tests.strategies import article_of, article_pairs
from tui.compare import CompareOptions, Corrections, Kind, Recut, Regime, Side, compare
from tui.compare.corrections import corrected
from tui.errors import CorrectionError

COUNCIL = [
    "The council met on Monday to discuss the budget for the coming year.",
    "Several members spoke against the plan to close two of the libraries.",
    "The mayor left the meeting early and did not answer any questions.",
    "A vote on the whole of the plan is expected before the end of March.",
]
OTHER = "Ferries carry the traffic across the river until the bridge is mended."
ANOTHER = "Nobody was hurt when the roof of the old market hall fell in last night."


def rows(left, right, corrections=None, options=None):
    """Both sides of each row, of texts or articles."""
    left, right = (article_of(side) if isinstance(side, list) else side for side in (left, right))
    comparison = compare(left, right, options, corrections=corrections)
    return [(row.left, row.right) for row in comparison.rows]


def kinds(left, right, corrections=None):
    return [
        row.kind
        for row in compare(article_of(left), article_of(right), corrections=corrections).rows
    ]


def pinned(*pins):
    return Corrections(pins=pins)


def test_paragraphs_that_share_no_word_stand_side_by_side_when_they_are_pinned():
    left, right = [*COUNCIL[:2], OTHER], [*COUNCIL[:2], ANOTHER]
    assert rows(left, right)[2:] == [((2,), ()), ((), (2,))]
    assert rows(left, right, pinned(((2,), (2,))))[2:] == [((2,), (2,))]


def test_several_paragraphs_can_be_pinned_to_one_and_several_to_several():
    left, right = [COUNCIL[0], OTHER, ANOTHER, COUNCIL[3]], [COUNCIL[0], *COUNCIL[2:]]
    assert rows(left, right, pinned(((1, 2), (1,)))) == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))]
    comparison = compare(
        article_of(left), article_of(right), corrections=pinned(((0, 1, 2), (0, 1)))
    )
    assert [row.kind for row in comparison.rows] == [Kind.REGROUPED, Kind.SAME]


def test_a_pin_says_which_of_two_repeated_lines_is_the_new_one():
    left, right = ["Advertisement", *COUNCIL], ["Advertisement", "Advertisement", *COUNCIL]
    assert rows(left, right)[:2] == [((0,), (0,)), ((), (1,))]
    assert rows(left, right, pinned(((0,), (1,))))[:2] == [((), (0,)), ((0,), (1,))]


def test_a_pin_keeps_in_place_what_would_have_been_a_move():
    left, right = [*COUNCIL, OTHER], [OTHER, *COUNCIL]
    assert kinds(left, right) == [Kind.MOVED, *[Kind.SAME] * 4, Kind.MOVED]
    here = rows(left, right, pinned(((4,), (0,))))
    assert ((4,), (0,)) in here
    assert all(not (a and b) for a, b in here if a != (4,))


def test_what_is_weak_between_two_pins_is_found_again():
    """A pin is as good as a sure pair: it says where to look."""
    left = [OTHER, "The mayor left early.", ANOTHER, *COUNCIL]
    right = [*COUNCIL[:1], "The mayor went home early.", *COUNCIL[1:]]
    around = pinned(((0,), (0,)), ((2,), (2,)))
    assert ((1,), (1,)) not in rows(left, right)
    assert ((1,), (1,)) in rows(left, right, around)


def test_of_pins_that_cross_most_stay_in_place_and_the_others_are_moves():
    comparison = compare(
        article_of(COUNCIL),
        article_of([OTHER, *COUNCIL[:3]]),
        corrections=pinned(((3,), (0,)), ((0,), (1,)), ((1,), (2,))),
    )
    assert [change.kind for change in comparison.changes] == [Kind.MOVED]
    assert (comparison.changes[0].left, comparison.changes[0].right) == ((3,), (0,))


def test_where_two_pins_cross_the_rest_of_the_texts_says_which_of_them_moved():
    left, right = [*COUNCIL, OTHER], [ANOTHER, *COUNCIL]
    comparison = compare(
        article_of(left), article_of(right), corrections=pinned(((4,), (0,)), ((0,), (1,)))
    )
    assert [change.kind for change in comparison.changes] == [Kind.MOVED]
    assert comparison.changes[0].left == (4,)


def test_a_pin_of_several_that_moved_is_a_move_of_each_as_far_as_they_go():
    left, right = [*COUNCIL[:2], OTHER, ANOTHER], [*COUNCIL[2:], "New.", *COUNCIL[:2]]
    corrections = pinned(((0,), (3,)), ((1,), (4,)), ((2, 3), (0, 1, 2)))
    comparison = compare(article_of(left), article_of(right), corrections=corrections)
    assert [(change.kind, change.left, change.right) for change in comparison.changes] == [
        (Kind.MOVED, (2, 3), (0, 1)),
        (Kind.ADDED, (), (2,)),
    ]


def test_a_ban_parts_a_pair_and_the_next_best_takes_its_place():
    better = "The council met on Monday to talk about the budget for the coming year."
    right = [better, COUNCIL[0] + " It rained.", *COUNCIL[1:]]
    assert ((0,), (0,)) not in rows(COUNCIL, right)
    here = rows(COUNCIL, right, Corrections(bans=((0, 1),)))
    assert here[:2] == [((0,), (0,)), ((), (1,))]


def test_the_next_best_is_looked_for_in_the_whole_text():
    here, there = (f"{OTHER} {end}" for end in ("It did so last year.", "It has done so before."))
    left, right = [COUNCIL[0], OTHER, *COUNCIL[1:]], [COUNCIL[0], here, *COUNCIL[1:], there]
    assert ((1,), (1,)) in rows(left, right)
    comparison = compare(
        article_of(left), article_of(right), corrections=Corrections(bans=((1, 1),))
    )
    assert [(c.kind, c.left, c.right) for c in comparison.changes] == [
        (Kind.MOVED, (1,), (5,)),
        (Kind.ADDED, (), (1,)),
    ]


def test_a_ban_leaves_both_alone_where_there_is_no_other():
    assert rows(COUNCIL, COUNCIL, Corrections(bans=((1, 1),)))[1:3] == [((1,), ()), ((), (1,))]


def test_a_ban_keeps_a_paragraph_out_of_a_split_and_a_merge():
    whole, parts = [" ".join(COUNCIL[:3]), COUNCIL[3]], COUNCIL
    assert rows(whole, parts) == [((0,), (0, 1, 2)), ((1,), (3,))]
    assert rows(whole, parts, Corrections(bans=((0, 2),)))[:2] == [((0,), (0, 1)), ((), (2,))]
    assert rows(parts, whole, Corrections(bans=((2, 0),)))[:2] == [((0, 1), (0,)), ((2,), ())]


def test_a_ban_undoes_a_move():
    left, right = [*COUNCIL, OTHER], [OTHER, *COUNCIL]
    assert Kind.MOVED not in kinds(left, right, Corrections(bans=((4, 0),)))


def test_the_texts_are_still_versions_when_their_strongest_pair_is_banned():
    left, right = [COUNCIL[0], OTHER], [COUNCIL[0], ANOTHER]
    comparison = compare(
        article_of(left), article_of(right), corrections=Corrections(bans=((0, 0),))
    )
    assert comparison.regime is Regime.VERSIONS


def test_a_split_whose_right_side_is_joined_is_a_pair():
    whole = [" ".join(COUNCIL[:2]), COUNCIL[2]]
    assert kinds(whole, COUNCIL[:3]) == [Kind.SPLIT, Kind.SAME]
    assert kinds(whole, COUNCIL[:3], Corrections(right=Recut(joins=(1,)))) == [Kind.SAME, Kind.SAME]


def test_a_merge_whose_right_side_is_cut_is_two_pairs():
    whole = [" ".join(COUNCIL[:2]), COUNCIL[2]]
    cut = Recut(cuts=((0, len(COUNCIL[0])),))
    assert kinds(COUNCIL[:3], whole) == [Kind.MERGED, Kind.SAME]
    assert kinds(COUNCIL[:3], whole, Corrections(right=cut)) == [Kind.SAME] * 3


def test_what_is_declared_of_the_page_is_no_change():
    left = ["Follow us for more news from the council.", *COUNCIL]
    corrections = Corrections(left=Recut(asides=frozenset({0})))
    assert kinds(left, COUNCIL, corrections) == [Kind.ASIDE, *[Kind.SAME] * 4]


def test_what_is_declared_of_the_story_is_compared():
    article = article_of(COUNCIL)
    page = replace(
        article, paragraphs=(replace(article.paragraphs[0], aside=True), *article.paragraphs[1:])
    )
    story = Corrections(left=Recut(story=frozenset({0})))
    assert compare(page, article).rows[0].kind is Kind.ASIDE
    assert compare(page, article, corrections=story).rows[0].kind is Kind.SAME


def test_what_is_pinned_is_compared_though_it_was_set_aside():
    article = article_of(COUNCIL)
    page = replace(
        article, paragraphs=(replace(article.paragraphs[0], aside=True), *article.paragraphs[1:])
    )
    comparison = compare(page, article, corrections=pinned(((0,), (0,))))
    assert comparison.rows[0].kind is Kind.SAME


def test_a_cut_and_a_join_shift_no_pin_and_no_ban():
    left = [" ".join(COUNCIL[:2]), OTHER, COUNCIL[2], COUNCIL[3]]
    right = [*COUNCIL[:2], ANOTHER, *COUNCIL[2:]]
    corrections = Corrections(
        pins=(((1,), (2,)),),
        bans=((3, 4),),
        left=Recut(cuts=((0, len(COUNCIL[0])),)),
        right=Recut(joins=(1,)),
    )
    comparison = compare(article_of(left), article_of(right), corrections=corrections)
    assert [(row.left, row.right) for row in comparison.rows] == [
        ((0, 1), (0,)),
        ((2,), (1,)),
        ((3,), (2,)),
        ((4,), ()),
        ((), (3,)),
    ]
    assert comparison.origins(Side.LEFT) == ((0,), (0,), (1,), (2,), (3,))
    assert comparison.origins(Side.RIGHT) == ((0, 1), (2,), (3,), (4,))
    assert comparison.corrections == corrections


def test_a_pin_of_a_cut_paragraph_holds_all_its_pieces():
    corrections = Corrections(pins=(((0,), (0,)),), left=Recut(cuts=((0, 11),)))
    assert rows([OTHER], [ANOTHER], corrections) == [((0, 1), (0,))]


def test_in_a_retelling_a_pin_wins_over_what_contradicts_it():
    left, right = HERON, HERON_AGAIN
    assert rows(left, right)[1] == ((1, 2, 3), (1,))
    here = rows(left, right, pinned(((2,), (2,))))
    assert ((2,), (2,)) in here
    assert ((1,), (1,)) in here
    assert not any(3 in a and b for a, b in here)


def test_in_a_retelling_a_ban_lets_the_next_best_be_linked():
    here = rows(HERON, HERON_AGAIN, Corrections(bans=((3, 1),)))
    assert not any(3 in a and 1 in b for a, b in here)
    assert ((1, 2), (1,)) in here


@pytest.mark.parametrize(
    ("corrections", "trouble"),
    [
        (pinned(((4,), (0,))), "left: there is no paragraph 5 to correct, only 4."),
        (pinned(((0,), (-1,))), "right: there is no paragraph 0"),
        (pinned(((), (0,))), "left: a pin needs a paragraph on both sides"),
        (pinned(((0,), (1, 3))), "right: paragraphs 2, 4 do not follow one another"),
        (pinned(((1, 0), (1,))), "left: paragraphs 2, 1 do not follow one another"),
        (pinned(((0, 1), (0,)), ((1,), (1,))), "left: paragraph 2 is in two pins"),
        (pinned(((0,), (1,)), ((1,), (1,))), "right: paragraph 2 is in two pins"),
        (Corrections(bans=((0, 9),)), "right: there is no paragraph 10"),
        (
            Corrections(pins=(((0, 1), (2,)),), bans=((1, 2),)),
            "Paragraph 2 on the left and paragraph 3 on the right are both pinned together and",
        ),
        (
            Corrections(pins=(((0,), (0,)),), bans=((1, 0),), left=Recut(joins=(1,))),
            "Paragraph 2 on the left and paragraph 1 on the right",
        ),
        (
            Corrections(pins=(((0,), (0,)), ((1,), (1,))), left=Recut(joins=(1,))),
            "left: paragraph 2 is in two pins",
        ),
        (
            Corrections(pins=(((0,), (0,)),), left=Recut(asides=frozenset({0}))),
            "left: paragraph 1 is of the story, and so it cannot be set aside",
        ),
    ],
)
def test_corrections_that_do_not_fit_are_refused_in_one_sentence(corrections, trouble):
    with pytest.raises(CorrectionError) as caught:
        compare(article_of(COUNCIL, "left"), article_of(COUNCIL, "right"), corrections=corrections)
    assert trouble in str(caught.value)


SENTENCES = [*COUNCIL, OTHER, ANOTHER, "It rained all day.", "He said no more.", "Why?"]
drafts = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join),
    min_size=1,
    max_size=8,
).map(article_of)
"""Articles whose paragraphs share sentences, so that splits and merges are many."""

tellings = st.tuples(
    *(
        st.lists(st.sampled_from(side), min_size=4, max_size=12).map(
            lambda texts, side=side: article_of(sorted(texts, key=side.index))
        )
        for side in (HERON, HERON_AGAIN)
    )
)
OPTIONS = [
    CompareOptions(),
    CompareOptions(regime=Regime.VERSIONS),
    CompareOptions(regime=Regime.TELLINGS),
    CompareOptions(asides=True),
]


def fit(left, right, corrections):
    try:
        corrected(left, right, corrections)
    except CorrectionError:
        return False
    return True


@st.composite
def corrected_pairs(draw):
    """Two articles, corrections that fit them, and options."""
    left, right = draw(st.one_of(article_pairs(), st.tuples(drafts, drafts), tellings))
    sides = len(left.paragraphs), len(right.paragraphs)
    numbers = [st.integers(0, side - 1) for side in sides]
    runs = [
        st.tuples(st.integers(0, side - 1), st.integers(1, 3)).map(
            lambda run, side=side: tuple(range(run[0], min(side, sum(run))))
        )
        for side in sides
    ]
    recuts = [
        st.builds(
            Recut,
            st.lists(number, max_size=1).map(tuple),
            st.lists(st.tuples(number, st.integers(1, 30)), max_size=1).map(tuple),
            st.frozensets(number, max_size=1),
            st.frozensets(number, max_size=1),
        )
        for number in numbers
    ]
    corrections = Corrections()
    wanted = [
        *(("left", draw(recuts[0])), ("right", draw(recuts[1]))),
        *(("pins", pin) for pin in draw(st.lists(st.tuples(*runs), max_size=5))),
        *(("bans", ban) for ban in draw(st.lists(st.tuples(*numbers), max_size=12))),
    ]
    for name, value in wanted:
        several = name in ("pins", "bans")
        whole = (*getattr(corrections, name), value) if several else value
        more = replace(corrections, **{name: whole})
        corrections = more if fit(left, right, more) else corrections
    return left, right, corrections, draw(st.sampled_from(OPTIONS))


@given(corrected_pairs())
def test_every_paragraph_is_in_one_row_and_the_order_is_kept(case):
    left, right, corrections, options = case
    comparison = compare(left, right, options, corrections=corrections)
    for side in (Side.LEFT, Side.RIGHT):
        paragraphs = comparison.article(side).paragraphs
        numbers = [n for row in comparison.rows for n in row.side(side)]
        assert sorted(numbers) == list(range(len(paragraphs)))
        compared = [n for n in numbers if options.asides or not paragraphs[n].aside]
        assert compared == sorted(compared)
    assert all(row.left or row.right for row in comparison.rows)


def rise(pins):
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(sorted(pins)))


@given(corrected_pairs())
def test_what_is_pinned_stands_in_one_row_alone_or_is_a_move(case):
    left, right, corrections, options = case
    comparison = compare(left, right, options, corrections=corrections)
    pins = corrected(left, right, corrections).pins
    stands = {(row.left, row.right) for row in comparison.rows}
    if rise(pins):
        assert stands >= set(pins)
    for lefts, rights in pins:
        if (lefts, rights) in stands:
            continue
        for side, numbers in ((Side.LEFT, lefts), (Side.RIGHT, rights)):
            for place, number in enumerate(numbers):
                row = comparison.row_of(side, number)
                moved = place < min(len(lefts), len(rights))
                ends = ((lefts[place],), (rights[place],)) if moved else ((), ())
                both = comparison.both_sides(row)
                assert both == ends if moved else not (both[0] and both[1])


@given(corrected_pairs())
def test_what_is_banned_never_stands_together(case):
    left, right, corrections, options = case
    comparison = compare(left, right, options, corrections=corrections)
    bans = corrected(left, right, corrections).bans
    for number in range(len(comparison.rows)):
        lefts, rights = comparison.both_sides(number)
        assert not any((i, j) in bans for i in lefts for j in rights)


@given(corrected_pairs())
def test_the_same_corrections_in_any_order_give_the_same_answer(case):
    left, right, corrections, options = case
    turned = replace(corrections, pins=corrections.pins[::-1], bans=corrections.bans[::-1])
    once = compare(left, right, options, corrections=corrections)
    again = compare(left, right, options, corrections=turned)
    assert replace(again, corrections=corrections) == once


@given(corrected_pairs())
def test_no_corrections_are_as_if_there_were_none(case):
    left, right, _, options = case
    assert compare(left, right, options, corrections=Corrections()) == compare(left, right, options)
