"""Tidy raw differences for human eyes: fewer, whole, and placed where a reader looks.

In: stretches of words that differ, and the keys. Out: stretches that cover
the same differences. Finding them and naming them is other files' business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.compare.model import Stretch

_STOP_WORDS = frozenset(
    """
    a an and are as at be but by for from had has have he her him his in is it its of on or our
    she so that the their them they this to was we were which who will with you your
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_REWRITTEN_UNDER = 0.35
"""Share (0 to 1) of the words in common under which a text counts as written anew."""
_RUN = 3
"""Words in a row from which two texts share them on purpose."""
_SENTENCE_ENDS = frozenset(".!?") | {"..."}
_CLAUSE_ENDS = frozenset(";:")
_MARKS = frozenset(",\"'()[]-")


def tidy(stretches: Sequence[Stretch], left: Sequence[str], right: Sequence[str]) -> list[Stretch]:
    """Absorb stray equal words between changes, and slide insertions to good places.

    Where two texts have little in common, only what they share in runs stays
    unmarked; see `_run_between`.
    """
    slid: list[Stretch] = []
    for number, stretch in enumerate(stretches):
        # At least one equal word stays between two changes.
        free_from = slid[-1].left_end + 1 if slid else 0
        last = number == len(stretches) - 1
        free_to = len(left) if last else stretches[number + 1].left_start - 1
        slid.append(_slide(stretch, free_from, free_to, left, right))
    joined = _joined(slid, lambda before, after: _stray(before, after, left))
    if _rewritten(joined, left, right):
        return _joined(joined, lambda before, after: not _run_between(before, after, left))
    return joined


def _joined(
    stretches: Sequence[Stretch], together: Callable[[Stretch, Stretch], bool]
) -> list[Stretch]:
    """The stretches, each made one with the one before where both go `together`."""
    joined: list[Stretch] = []
    for stretch in stretches:
        if joined and together(joined[-1], stretch):
            start = joined.pop()
            joined.append(
                Stretch(start.left_start, stretch.left_end, start.right_start, stretch.right_end)
            )
        else:
            joined.append(stretch)
    return joined


def _rewritten(stretches: Sequence[Stretch], left: Sequence[str], right: Sequence[str]) -> bool:
    changed = sum(stretch.left_end - stretch.left_start for stretch in stretches)
    shared = len(left) - changed
    return 2 * shared < _REWRITTEN_UNDER * (len(left) + len(right))


def _run_between(before: Stretch, after: Stretch, left: Sequence[str]) -> bool:
    """Whether a run of shared words parts two changes.

    In a sentence that was written anew, an article here and a preposition
    there are the same by chance; to leave them unmarked cuts the rewrite into
    confetti. A run has three words or more, one of them no stop word.
    """
    between = left[before.left_end : after.left_start]
    content = any(key.isalnum() and key not in _STOP_WORDS for key in between)
    return len(between) >= _RUN and content


def _stray(before: Stretch, after: Stretch, left: Sequence[str]) -> bool:
    """Whether one stop word or mark alone parts two changes of two words or more.

    Never the end of a sentence: measured on people's own marks of 627 revised
    sentences, absorbing it raised the share of whole marks that agree by 2 to
    3 points, while absorbing two words lowered it by as much.
    """
    between = left[before.left_end : after.left_start]
    return (
        len(between) == 1
        and (between[0] in _STOP_WORDS or between[0] in _MARKS)
        and _size(before) >= 2
        and _size(after) >= 2
    )


def _size(stretch: Stretch) -> int:
    return max(stretch.left_end - stretch.left_start, stretch.right_end - stretch.right_start)


def _slide(
    stretch: Stretch,
    free_from: int,
    free_to: int,
    left: Sequence[str],
    right: Sequence[str],
) -> Stretch:
    """Move a pure addition or removal over equal words to the best boundary.

    `the [old and the] new` and `the old [and the] new` tell the same; a reader
    expects whole sentences, then whole clauses. It may move within the left
    words `[free_from, free_to)`, which are equal on both sides but for itself.
    """
    removed = stretch.right_start == stretch.right_end
    if not removed and stretch.left_start != stretch.left_end:
        return stretch
    keys = left if removed else right
    start, end = stretch[:2] if removed else stretch[2:]
    first = last = 0
    while (
        stretch.left_start + first > free_from and keys[start + first - 1] == keys[end + first - 1]
    ):
        first -= 1
    while stretch.left_end + last < free_to and keys[start + last] == keys[end + last]:
        last += 1
    shift = max(range(first, last + 1), key=lambda by: (_boundary(keys, start + by, end + by), by))
    return Stretch(*(place + shift for place in stretch))


def _boundary(keys: Sequence[str], start: int, end: int) -> int:
    """How good a place `[start, end)` is for a reader's eye; higher is better."""
    before = keys[start - 1] if start else "."
    inside_end = keys[end - 1]
    if before in _SENTENCE_ENDS and (inside_end in _SENTENCE_ENDS or end == len(keys)):
        return 4
    if before in _CLAUSE_ENDS and inside_end in _CLAUSE_ENDS:
        return 3
    if keys[start] == "," or inside_end == ",":
        return 2
    return 1 if before in _SENTENCE_ENDS or inside_end in _SENTENCE_ENDS else 0
