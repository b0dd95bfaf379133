"""Sentences inside rows: which belong together, and which went to another paragraph."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_of, texts
from tui.compare import CompareOptions, Kind, Side, Wording, carried_notes, compare, edits_of
from tui.compare.words import words_of

RIVER = "The river rose two metres in the night and flooded the lower town."
TRAINS = "Trains to the capital ran an hour late because of fallen trees."
COUNCIL = "The council met on Monday to discuss the budget for the coming year."
SCHOOLS = "Teachers demanded higher wages and smaller classes in every school."
FROST = "The weather in the valley stayed cold, with frost until late morning."


def carried_between(left, right, **options):
    """The carried sentences, each with the numbers of its paragraphs from 1."""
    comparison = compare(article_of(left), article_of(right), CompareOptions(**options))
    found = []
    for each in comparison.carried:
        sides = ((comparison.left, each.left), (comparison.right, each.right))
        old, new = (
            article.paragraphs[at.paragraph].text[at.span.start : at.span.end]
            for article, at in sides
        )
        found.append((each.left.paragraph + 1, old, each.right.paragraph + 1, new))
    return comparison, found


def test_a_sentence_that_went_to_another_paragraph_is_named_at_both_ends():
    comparison, found = carried_between(
        [f"{RIVER} {TRAINS}", COUNCIL, FROST], [RIVER, COUNCIL, f"{FROST} {TRAINS}"]
    )
    assert found == [(1, TRAINS, 3, TRAINS)]
    assert [row.carried for row in comparison.rows] == [(0,), (), (0,)]
    (went,), (came,) = edits_of(comparison, 0), edits_of(comparison, 2)
    assert (went.wording, went.left, went.right) == (
        Wording.CARRIED,
        (comparison.carried[0].left,),
        (),
    )
    assert (came.wording, came.left, came.right) == (
        Wording.CARRIED,
        (),
        (comparison.carried[0].right,),
    )
    assert carried_notes(comparison, 0, Side.LEFT) == ["“Trains to the capital…” moved to ¶3"]
    assert carried_notes(comparison, 2, Side.RIGHT) == ["“Trains to the capital…” moved from ¶1"]
    assert not carried_notes(comparison, 0, Side.RIGHT)


def test_a_carried_sentence_may_have_other_words():
    changed = TRAINS.replace("an hour", "two hours")
    _, found = carried_between(
        [f"{RIVER} {TRAINS}", COUNCIL, FROST], [RIVER, COUNCIL, f"{FROST} {changed}"]
    )
    assert found == [(1, TRAINS, 3, changed)]


def test_a_sentence_carried_into_a_new_paragraph_is_marked_there():
    comparison, found = carried_between(
        [f"{RIVER} {TRAINS}", COUNCIL], [RIVER, COUNCIL, f"{FROST} {TRAINS} {SCHOOLS}"]
    )
    assert found == [(1, TRAINS, 3, TRAINS)]
    assert comparison.rows[2].kind is Kind.ADDED
    assert [edit.wording for edit in edits_of(comparison, 2)] == [Wording.CARRIED]


def test_a_whole_paragraph_that_moved_carries_no_sentence():
    comparison, found = carried_between([RIVER, COUNCIL, FROST], [COUNCIL, FROST, RIVER])
    assert not found
    assert Kind.MOVED in {row.kind for row in comparison.rows}


def test_a_sentence_that_stayed_in_its_paragraph_was_not_carried():
    _, found = carried_between([f"{RIVER} {TRAINS} {COUNCIL}"], [f"{TRAINS} {RIVER} {COUNCIL}"])
    assert not found


def test_of_equal_sentences_each_is_carried_once():
    _, found = carried_between(
        [f"{RIVER} {TRAINS}", COUNCIL, FROST, SCHOOLS],
        [RIVER, f"{COUNCIL} {TRAINS}", f"{FROST} {TRAINS}", SCHOOLS],
    )
    assert found == [(1, TRAINS, 2, TRAINS)]


def test_short_sentences_are_not_looked_for():
    left, right = [f"{RIVER} It was cold.", COUNCIL], [RIVER, f"{COUNCIL} It was cold."]
    assert not carried_between(left, right)[1]
    assert carried_between(left, right, carried_words=3)[1]


def test_too_much_to_look_through_is_said():
    left = [f"{RIVER} {TRAINS}", COUNCIL, FROST]
    comparison, found = carried_between(
        left, [RIVER, COUNCIL, f"{FROST} {TRAINS}"], carried_up_to=5
    )
    assert not found
    assert comparison.bounded == (
        "Too much is new to look for sentences that went to other paragraphs.",
    )


def test_a_long_row_is_parted_at_the_sentences_that_both_sides_have():
    left = " ".join([RIVER, TRAINS, COUNCIL, SCHOOLS] + [f"Number {n} went by." for n in range(50)])
    right = left.replace("Trains", "Buses").replace("Number 7 ", "Nobody ")
    options = CompareOptions(edits_up_to=600, sentences_up_to=20)
    comparison = compare(article_of([left]), article_of([right]), options)
    marked = [
        (left[edit.left[0].span.start : edit.left[0].span.end], edit.right != ())
        for edit in edits_of(comparison, 0)
    ]
    assert marked == [("Trains", True), ("Number 7", True)]


def test_a_sentence_is_compared_in_a_split_with_its_own_words():
    left = [f"{RIVER} {COUNCIL} {TRAINS}", FROST]
    right = [f"{RIVER} {SCHOOLS}", f"{COUNCIL} {TRAINS.replace('an hour', 'two hours')}", FROST]
    comparison = compare(article_of(left), article_of(right))
    row = comparison.rows[0]
    assert row.kind is Kind.SPLIT
    came, changed = edits_of(comparison, 0)
    text = right[0]
    assert [text[p.span.start : p.span.end] for p in came.right] == [SCHOOLS]
    assert [right[1][p.span.start : p.span.end] for p in changed.right] == ["two hours"]


SENTENCES = st.sampled_from([RIVER, TRAINS, COUNCIL, SCHOOLS, FROST, "He left.", "No."]) | texts(6)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
ARTICLES = st.lists(PARAGRAPHS, min_size=1, max_size=5).map(article_of)


@pytest.mark.parametrize("bound", [CompareOptions().sentences_up_to, 2])
@given(left=ARTICLES, right=ARTICLES)
def test_carried_sentences_are_marked_once_and_what_is_unmarked_is_equal(bound, left, right):
    comparison = compare(left, right, CompareOptions(sentences_up_to=bound))
    for side, article in (("left", left), ("right", right)):
        passages = [getattr(each, side) for each in comparison.carried]
        assert len(set(passages)) == len(passages)
        for passage in passages:
            number = comparison.row_of(Side(side), passage.paragraph)
            assert passage.span.end <= len(article.paragraphs[passage.paragraph].text)
            marked = [
                getattr(edit, side)
                for edit in edits_of(comparison, number)
                if edit.wording is Wording.CARRIED
            ]
            assert marked.count((passage,)) == 1
    for number in range(len(comparison.rows)):
        lefts, rights = comparison.both_sides(number)
        if lefts and rights:
            edits = edits_of(comparison, number)
            assert _unmarked(left, lefts, [p for edit in edits for p in edit.left]) == _unmarked(
                right, rights, [p for edit in edits for p in edit.right]
            )


def _unmarked(article, paragraphs, passages):
    """The keys of the words that no passage covers; no passage cuts a word."""
    keys = []
    for number in paragraphs:
        words = words_of(article.paragraphs[number].text)
        spans = [p.span for p in passages if p.paragraph == number]
        assert all(one.end <= other.start for one, other in pairwise(spans))
        keys += [
            key
            for key, start, end in zip(words.keys, words.starts, words.ends, strict=True)
            if not any(span.start < end and start < span.end for span in spans)
        ]
    return keys
