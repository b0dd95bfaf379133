"""Differences as a reader sees them, and what holds of them whatever the words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.compare.model import Stretch
from tui.compare.tidy import _heaviest, _weight, tidy
from tui.compare.wording import differences

KEYS = st.lists(
    st.sampled_from(["the", "of", "a", ",", ".", '"', "old", "new", "city"]), max_size=14
)


def marked(left, right):
    """Both texts as one, `[what went]{what came}`."""
    ours, theirs = left.split(), right.split()
    out, at = [], 0
    for stretch in tidy(differences(ours, theirs), ours, theirs):
        gone = " ".join(ours[stretch.left_start : stretch.left_end])
        came = " ".join(theirs[stretch.right_start : stretch.right_end])
        out += ours[at : stretch.left_start]
        out.append((f"[{gone}]" if gone else "") + (f"{{{came}}}" if came else ""))
        at = stretch.left_end
    return " ".join([*out, *ours[at:]])


@given(KEYS, KEYS)
@settings(max_examples=500)
def test_what_is_outside_the_stretches_is_the_same_and_their_ends_differ(left, right):
    left_at = right_at = 0
    for number, stretch in enumerate(tidy(differences(left, right), left, right)):
        gone = left[stretch.left_start : stretch.left_end]
        came = right[stretch.right_start : stretch.right_end]
        assert gone or came
        assert not gone or not came or (gone[0] != came[0] and gone[-1] != came[-1])
        assert number == 0 or stretch.left_start > left_at
        assert left[left_at : stretch.left_start] == right[right_at : stretch.right_start]
        left_at, right_at = stretch.left_end, stretch.right_end
    assert left[left_at:] == right[right_at:]


@given(KEYS, KEYS)
def test_what_stays_weighs_as_much_as_in_a_shortest_edit_script(left, right):
    def stays(stretches):
        gone = {n for s in stretches for n in range(s.left_start, s.left_end)}
        return sum(_weight(key) for n, key in enumerate(left) if n not in gone)

    whole = Stretch(0, len(left), 0, len(right))
    # That a word stays beside another weighs a fifth; there are no more of them than words.
    bonus = 0.2 * min(len(left), len(right))
    assert stays(_heaviest(whole, left, right)) >= stays(differences(left, right)) - bonus


@pytest.mark.parametrize(
    "said",
    [
        # A word is a better anchor than a comma, and a noun than an article.
        "asleep [,] woke [;]{,} and went on",
        "she [saw the] house {of the king} there",
        # Of two ways to match as many words, the one that keeps them together.
        "[said he and]{now} he left [early]{soon}",
        # An addition and the next change are one, but for a stop word; a comma is no such word.
        "it fell [on tuesday night]{early on wednesday} in rome",
        "in paris [yesterday]{on monday} , [bringing down]{toppling} its spire",
        # Two small replacements with a stop word between them are two.
        "the [price]{cost} of [fuel]{petrol} rose",
        "they [never said any such thing of the king]{would have nothing to do of that sort} here",
        # Where words came in.
        "he left . {he was late .} he was tired .",
        "we saw foo , {bar ,} baz and more",
        'he said {" no "} " yes " and left',
        "what was [not] known",
    ],
)
def test_marks_stand_where_an_editor_draws_them(said):
    left = re.sub(r"\{[^}]*\}", "", said).replace("[", "").replace("]", "")
    right = re.sub(r"\[[^]]*\]", "", said).replace("{", "").replace("}", "")
    assert marked(left, right) == said
