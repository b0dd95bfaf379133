"""The generator of edited texts tells the truth; on a few of them the pairing reaches a floor."""

import random
from itertools import pairwise

import pytest

from tests.benchmarks.corpora import CORPORA, stories
from tests.benchmarks.editing import Plan, count_words, edit, noisy, reworded, vocabulary
from tests.benchmarks.pairing import PLANS, Score, compared, edited_texts
from tui.compare import Kind

STORY, *_ = stories("novels")
EVERYTHING = Plan(
    words=0.4,
    reworded=0.5,
    noisy=0.3,
    removed=0.1,
    added=0.1,
    split=0.1,
    merged=0.1,
    carried=0.1,
    moved=0.1,
    repeated="* * *",
)
FLOORS = {"copy-edited": 0.99, "50 %, spread": 0.97, "split": 0.97, "merged": 0.97}
"""Link F1 (0 to 1) on one text of each corpus; measured: 1.00 on each kind."""


def made(plan, seed=1):
    return edit(STORY.paragraphs, STORY.pool, plan, random.Random(seed))


def test_the_same_seed_gives_the_same_text():
    assert made(EVERYTHING) == made(EVERYTHING)
    assert made(EVERYTHING) != made(EVERYTHING, seed=2)


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_paragraph_of_a_story_is_there_twice_or_in_its_pool(corpus):
    for story in stories(corpus):
        assert len({*story.paragraphs, *story.pool}) >= len(story.paragraphs) + 8
        assert not {*story.paragraphs} & {*story.pool}


def test_no_operation_leaves_the_text_as_it_is():
    text = made(Plan())
    assert text.right == text.left == STORY.paragraphs
    assert text.links == {(n, n) for n in range(len(text.left))}
    assert {*text.kinds[0], *text.kinds[1]} == {Kind.SAME}
    assert not [*text.moved, *text.splits, *text.merges, *text.open]


@pytest.mark.parametrize("seed", range(20))
def test_the_truth_fits_the_texts(seed):
    text = made(EVERYTHING, seed)
    for i, j in text.links | text.open:
        assert 0 <= i < len(text.left)
        assert 0 <= j < len(text.right)
    assert not text.links & text.open
    grouped = {(i, j) for g in text.splits | text.merges for i in g.left for j in g.right}
    assert grouped <= text.links
    assert all(readings[0] <= text.links for readings in text.moved)
    for side, texts in enumerate((text.left, text.right)):
        linked = {link[side] for link in text.links}
        unsure = {link[side] for link in text.open}
        for number, kind in enumerate(text.kinds[side]):
            alone = Kind.ADDED if side else Kind.REMOVED
            assert (kind is alone) == (number not in linked | unsure)
        assert len(text.kinds[side]) == len(texts)
    for i, j in text.links:
        same = text.left[i] == text.right[j]
        assert not same or text.kinds[0][i] in (Kind.SAME, Kind.MOVED, None)
        if text.kinds[0][i] is Kind.SAME:
            assert same


@pytest.mark.parametrize("seed", range(20))
def test_links_cross_only_where_something_moved(seed):
    text = made(EVERYTHING, seed)
    moved = {link for readings in text.moved for link in readings[0]}
    stays = sorted(text.links - moved)
    assert all(there <= later for (_, there), (_, later) in pairwise(stays))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.75])
def test_as_many_words_change_as_were_asked_for(share):
    text = STORY.paragraphs[5]
    words, chance = vocabulary(STORY.pool), random.Random(1)
    wanted = round(share * count_words(text))
    kept = [
        len({*vocabulary([text])} & {*vocabulary([reworded(text, words, wanted, chance)])})
        for _ in range(20)
    ]
    different = len({*vocabulary([text])})
    # A word that went may still stand elsewhere, and a common one comes in again.
    assert (1 - share) * 0.8 <= sum(kept) / (20 * different) <= (1 - share) + 0.25


def test_noise_keeps_the_words():
    chance = random.Random(1)
    for text in STORY.paragraphs:
        new = noisy(text, chance)
        assert new != text or " " not in text
        assert [w.casefold() for w in vocabulary([new.replace("’", "'")])] == [
            w.casefold() for w in vocabulary([text.replace("’", "'")])
        ]


@pytest.mark.parametrize("kind", FLOORS)
def test_the_pairing_does_not_fall_below_its_floor(kind):
    assert kind in PLANS
    score = Score()
    for corpus in CORPORA:
        _, text = next(edited_texts(kind, corpus, 1))
        score.add(text, compared(text))
    assert score.links.f1() >= FLOORS[kind]
