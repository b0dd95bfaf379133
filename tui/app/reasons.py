"""Put into words why two paragraphs are paired, or why one stands alone.

In: a row and its `Why`. Out: sentences. Where they stand on the screen is a widget's business.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.compare import Comparison, Reason, Side, Why

_EXCERPT = 60
"""Letters of a paragraph that are enough to know it again."""

_WORDS = {
    Reason.BY_HAND: "you paired them",
    Reason.SAME_TEXT: "the text is the same",
    Reason.SAME_WORDS: "the words are the same",
    Reason.SHARED_WORDS: "they have words in common",
    Reason.SHARED_SENTENCES: "they have sentences in common, divided at other places",
    Reason.MOVED: "the passage moved",
    Reason.PLACE: "both stand between the same two pairs",
    Reason.ORDER: "both texts tell it in the same order",
}


def in_words(comparison: Comparison, row: int, why: Why) -> tuple[str, ...]:
    """A few sentences on a row: likeness and reasons, shared words, what came next."""
    left, right = comparison.both_sides(row)
    if left and right:
        reasons = ", and ".join(_WORDS[reason] for reason in why.reasons) or "they stand together"
        who = f"{_named(left)} on the left and {_named(right)} on the right"
        said = [f"{who}, {_percent(why.likeness)} alike: {reasons}."]
        if why.words:
            said.append(f"Both have: {', '.join(why.words)}.")
        nearest = "Next best"
    else:
        side = Side.LEFT if left else Side.RIGHT
        who = f"{_named(left or right)} on the {side}"
        said = [f"{who}: nothing on the {side.other} is enough like it."]
        nearest = "Nearest"
    if why.runner_up is None:
        said.append("No other paragraph has a word of it.")
    else:
        number, side = why.runner_up.paragraph, why.runner_up.side
        text = comparison.article(side).paragraphs[number].text
        which = f"{_named([number])} on the {side}, {_percent(why.runner_up.likeness)} alike"
        said.append(f"{nearest}: {which}: “{_excerpt(text)}”")
    return tuple(said)


def _named(numbers: Sequence[int]) -> str:
    """Paragraphs by their numbers, counted from 1."""
    first, last = numbers[0] + 1, numbers[-1] + 1
    return f"¶{first}" if first == last else f"¶{first}–{last}"


def _percent(likeness: float) -> str:
    """A likeness as it is read; only what is the same is all alike."""
    return f"{int(likeness * 100)} %"


def _excerpt(text: str) -> str:
    """The first words of a paragraph."""
    if len(text) <= _EXCERPT:
        return text
    return f"{text[:_EXCERPT].rpartition(' ')[0] or text[:_EXCERPT]}…"
