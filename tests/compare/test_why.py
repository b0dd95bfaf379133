"""Why a row is a row: what speaks for a pair, and what comes nearest to what stands alone."""

from dataclasses import replace

from hypothesis import given

from tests.compare.test_retold import HERON, HERON_AGAIN
from tests.strategies import article_of, article_pairs
from tui.compare import (
    CompareOptions,
    Corrections,
    Kind,
    Reason,
    Regime,
    RunnerUp,
    Side,
    compare,
    pending,
    why,
)

STORY = [
    "The council met on Monday to discuss the budget for the coming year.",
    "Outside, a crowd of teachers demanded higher wages and smaller classes.",
    "Trains to the capital ran an hour late because of fallen trees.",
    "The river rose two metres in the night and flooded the lower town.",
    "Volunteers filled sandbags by lamplight until the early morning hours.",
    "A bakery on the square gave bread away to everyone who helped.",
]


def whys(left, right, options=None):
    """Why each row of a comparison is one, by its kind."""
    comparison = compare(article_of(left), article_of(right), options)
    return [(row.kind, why(comparison, n)) for n, row in enumerate(comparison.rows)]


def the_why(kind, left, right, options=None):
    return next(found for each, found in whys(left, right, options) if each is kind)


def test_the_same_text_is_said_to_be_so():
    found = the_why(Kind.SAME, STORY, STORY)
    assert (found.likeness, found.reasons) == (1.0, (Reason.SAME_TEXT,))


def test_the_same_words_in_other_quotes_are_said_to_be_so():
    right = [STORY[0].replace("The council", "“The council”"), *STORY[1:]]
    left = [STORY[0].replace("The council", '"The council"'), *STORY[1:]]
    assert the_why(Kind.QUIET, left, right).reasons == (Reason.SAME_WORDS,)


def test_a_reworded_pair_names_its_rarest_words_as_the_left_writes_them():
    right = [*STORY[:3], STORY[3].replace("River", "river").replace("two", "three"), *STORY[4:]]
    left = [*STORY[:3], STORY[3].replace("flooded", "FLOODED"), *STORY[4:]]
    found = the_why(Kind.REWORDED, left, right)
    assert found.reasons == (Reason.SHARED_WORDS,)
    assert found.words[:3] == ("river", "rose", "metres")
    assert "FLOODED" in found.words
    assert len(found.words) == 8
    assert "two" not in found.words


def test_a_split_is_for_its_sentences():
    left = [*STORY[:2], f"{STORY[2]} {STORY[3]}", *STORY[4:]]
    found = the_why(Kind.SPLIT, left, STORY)
    assert found.reasons == (Reason.SAME_WORDS, Reason.SHARED_SENTENCES)


def test_a_paragraph_that_moved_says_so_at_both_its_ends():
    found = [each for kind, each in whys(STORY, [*STORY[1:], STORY[0]]) if kind is Kind.MOVED]
    assert len(found) == 2
    assert found[0] == found[1]
    assert found[0].reasons == (Reason.SAME_TEXT, Reason.MOVED)


def test_a_pair_too_little_alike_to_be_sure_is_for_its_place():
    right = [*STORY[:3], "In the night the lower town stood under water.", *STORY[4:]]
    found = the_why(Kind.REWORDED, STORY, right)
    assert found.likeness < CompareOptions().sure_from
    assert found.reasons == (Reason.SHARED_WORDS, Reason.PLACE)


def test_what_two_tellings_say_in_other_words_is_for_its_order():
    comparison = compare(article_of(HERON), article_of(HERON_AGAIN))
    assert comparison.regime is Regime.TELLINGS
    for number, row in enumerate(comparison.rows):
        joined = row.kind in (Kind.SPLIT, Kind.MERGED)
        in_order = joined or 0 < row.likeness < comparison.options.telling_pair_from
        assert (Reason.ORDER in why(comparison, number).reasons) == in_order
    assert any(row.kind is Kind.MERGED for row in comparison.rows)


def test_a_paragraph_that_stands_alone_has_no_reason_and_names_the_nearest():
    found = the_why(Kind.REMOVED, [*STORY, "Bread was dear on the square that year."], STORY)
    assert (found.likeness, found.reasons, found.words) == (0.0, (), ())
    assert (found.runner_up.side, found.runner_up.paragraph) == (Side.RIGHT, 5)
    assert 0 < found.runner_up.likeness < CompareOptions().found_from


def test_the_runner_up_of_a_pair_is_another_paragraph_of_either_article():
    again = STORY[1].replace("higher", "much higher")
    found = the_why(Kind.SAME, [STORY[1], STORY[0], again], [STORY[1], STORY[0]])
    assert found.runner_up == RunnerUp(Side.LEFT, 2, found.runner_up.likeness)
    assert found.runner_up.likeness > 0.9


def test_nothing_in_common_gives_no_runner_up():
    found = the_why(Kind.REMOVED, ["Frost lay."], ["Nobody came here."])
    assert found.runner_up is None


def test_there_is_no_why_before_the_pairs_are_made_nor_for_what_is_set_aside():
    article = article_of(STORY)
    assert why(pending(article, article), 0) is None
    first = replace(article.paragraphs[0], aside=True)
    article = replace(article, paragraphs=(first, *article.paragraphs[1:]))
    assert why(compare(article, article), 0) is None
    asked = compare(article, article, CompareOptions(asides=True))
    assert why(asked, 0).reasons == (Reason.SAME_TEXT,)


@given(article_pairs())
def test_every_row_has_a_why_that_fits_it(pair):
    comparison = compare(*pair)
    for number, row in enumerate(comparison.rows):
        found = why(comparison, number)
        left, right = comparison.both_sides(number)
        assert found == why(comparison, number)
        assert found.likeness == row.likeness
        assert not (found.reasons or found.words) or (left and right)
        assert found.reasons or not found.words
        runner_up = found.runner_up
        if runner_up is not None:
            own = left if runner_up.side is Side.LEFT else right
            assert runner_up.paragraph not in own
            assert 0 < runner_up.likeness <= 1


def test_a_row_that_a_reader_paired_says_so():
    left, right = article_of(["Rain fell all night."]), article_of(["The council met."])
    comparison = compare(left, right, corrections=Corrections(pins=(((0,), (0,)),)))
    assert why(comparison, 0).reasons == (Reason.BY_HAND,)


def test_a_move_that_a_reader_paired_says_both():
    pins = (((0,), (5,)), ((5,), (0,)))
    story = article_of(STORY)
    comparison = compare(story, story, corrections=Corrections(pins=pins))
    number = next(n for n, row in enumerate(comparison.rows) if row.kind is Kind.MOVED)
    reasons = why(comparison, number).reasons
    assert (reasons[0], reasons[-1]) == (Reason.BY_HAND, Reason.MOVED)
