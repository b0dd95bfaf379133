"""Two tellings of one story, in one order and other words."""

import pytest

from tests.strategies import article_of
from tui.compare import CompareOptions, Regime, align_texts, compare
from tui.compare.retold import retold
from tui.compare.words import words_of

OPTIONS = CompareOptions()

HERON = [
    "A heron had stood in the shallow pond since sunrise, waiting for a meal.",
    "A fat carp swam past her legs, but she thought the water there too muddy.",
    "Then came a tench.",
    '"I do not stoop to tench," said the heron, and she let it swim away.',
    "By noon the sun had driven all the fish into the deep of the pond.",
    "When evening came she was so hungry that she was glad to find a single snail.",
]
HERON_AGAIN = [
    "Once, at sunrise, a heron waded into a pond to look for her meal.",
    (
        "She let a carp go by because the water was muddy; she let a tench go by because "
        "a heron does not stoop to tench."
    ),
    "At noon all the fish hid from the sun where the pond is deep.",
    "So the proud bird went hungry, and in the evening she swallowed one snail and was glad.",
]
MILLER = [
    "A miller wished to know which of his three daughters was the wisest.",
    "He gave each of them a coin and told her to fill the barn with what it would buy.",
    "The eldest bought straw, and it covered no more than the floor.",
    "The second bought feathers, which the wind carried out of the door.",
    "The youngest bought a candle, and when she lit it the barn was full of light.",
]


def told(left, right):
    sides = ([words_of(text).keys for text in side] for side in (left, right))
    return retold(
        *([[key for key in keys if key.isalpha()] for keys in side] for side in sides), OPTIONS
    )


def pairs(left, right):
    return {(link.left, link.right) for link in told(left, right)}


def test_sentences_of_a_retelling_are_linked_in_order_and_merged_where_one_tells_two():
    assert pairs(HERON, HERON_AGAIN) == {(0, 0), (1, 1), (3, 1), (2, 1), (4, 2), (5, 3)}


def test_another_story_is_linked_nowhere():
    assert told(HERON, MILLER) == ()
    assert told(MILLER, HERON_AGAIN) == ()


def test_the_same_links_come_from_the_other_side():
    assert pairs(HERON_AGAIN, HERON) == {(j, i) for i, j in pairs(HERON, HERON_AGAIN)}


def test_the_same_input_gives_the_same_answer():
    assert told(HERON, HERON_AGAIN) == told(HERON, HERON_AGAIN)


def test_links_keep_the_order_of_both_sides_and_have_a_probability():
    links = told([*HERON, *MILLER], [*HERON_AGAIN, *MILLER])
    assert [link.right for link in links] == sorted(link.right for link in links)
    assert all(0 < link.probability <= 1 for link in links)


def test_a_text_turned_round_is_not_a_retelling():
    straight = [*HERON, *MILLER]
    assert len(told(straight, [*HERON_AGAIN, *MILLER])) >= 9
    assert told(straight, [*HERON_AGAIN, *MILLER][::-1]) == ()


@pytest.mark.parametrize("sides", [((), ()), (HERON, ()), (("",), ("",)), (("...",), HERON)])
def test_texts_without_words_have_no_links(sides):
    assert told(*sides) == ()


def test_sums_stay_numbers_however_much_repeats():
    line = ["alpha", "beta", "gamma", "delta"] * 60
    for left, right in (([line] * 300, [line] * 300), ([line], [line] * 2000)):
        assert all(0 <= link.probability <= 1 for link in retold(left, right, OPTIONS))


def test_a_long_retelling_is_still_one():
    names = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(600)]
    left = [["the", "king", "said", *names[4 * n : 4 * n + 3]] for n in range(150)]
    right = [["the", "queen", *names[4 * n + 1 : 4 * n + 4]] for n in range(150)]
    assert {(i, j) for i, j, _ in retold(left, right, OPTIONS)} == {(n, n) for n in range(150)}


def test_texts_beyond_the_bound_get_no_links():
    side = [["word"]] * (int(OPTIONS.retold_cells**0.5) + 1)
    assert retold(side, side, OPTIONS) == ()


def test_what_the_pulse_raises_ends_the_work():
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        retold([["a"]], [["a"]], OPTIONS, stop)


def test_a_comparison_of_two_tellings_has_rows_of_retold_sentences():
    comparison = compare(article_of(HERON), article_of(HERON_AGAIN))
    assert comparison.regime is Regime.TELLINGS
    assert ((1, 2, 3), (1,)) in [(row.left, row.right) for row in comparison.rows]
    assert align_texts(HERON, HERON_AGAIN) == sorted(pairs(HERON, HERON_AGAIN))
