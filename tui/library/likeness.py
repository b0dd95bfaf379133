"""Measure how like one another two articles are, without pairing their paragraphs.

In: articles. Out: a `Likeness` for two of them, or the others ranked. Pairing
paragraphs is `compare`'s business; this must be quick enough for a long list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, log, sqrt

from tui.article.model import Article
from tui.compare.phrase import is_word
from tui.compare.words import words_of
from tui.library.model import Likeness, Relation

_RUN = 4
"""Words in a row that two texts hardly share by chance."""
_CONTENT = 4
"""Letters from which a word says something about the subject."""
_EDITED_FROM = 0.25
"""Share of the words in common runs from which one text is the other, edited.
Measured on the sample texts and on five free licences: versions share .52 to
.73, others at most .17."""
_SUBJECT_FROM = 0.33
"""Likeness of the words used from which two texts have one subject. Measured on
the same: .41 and more where they have, at most .25 where they have not."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is remembered of an article to compare it with many."""

    words: tuple[str, ...]
    """Its words in reading order, folded."""
    runs: frozenset[tuple[str, ...]]
    """Every four words in a row."""
    weights: dict[str, float]
    """Each content word, by the logarithm of its count."""
    norm: float
    """Euclidean length of `weights`."""


def sketch(article: Article) -> Sketch:
    """Draw the sketch of an article, once, for any number of comparisons."""
    words = tuple(
        key
        for paragraph in article.paragraphs
        for key in words_of(paragraph.text).keys
        if is_word(key)
    )
    counts = Counter(word for word in words if len(word) >= _CONTENT)
    weights = {word: 1 + log(count) for word, count in counts.items()}
    return Sketch(
        words,
        frozenset(words[at : at + _RUN] for at in range(len(words) - _RUN + 1)),
        weights,
        sqrt(sum(weight * weight for weight in weights.values())),
    )


def likeness(left: Sketch, right: Sketch) -> Likeness:
    """How like one another two articles are; the order of the two does not matter."""
    shared, subject = _shared(left, right), _subject(left, right)
    if left.words == right.words:
        return Likeness(1.0, 1.0, Relation.SAME)
    if shared >= _EDITED_FROM:
        relation = Relation.EDITED
    elif subject >= _SUBJECT_FROM:
        relation = Relation.OWN_WORDS
    else:
        relation = Relation.UNRELATED
    return Likeness(shared, subject, relation)


def ranked(to: Sketch, others: Iterable[tuple[int, Sketch]]) -> tuple[tuple[int, Likeness], ...]:
    """The others, each with a number of the caller's, most alike first."""
    found = [(number, likeness(to, other)) for number, other in others]
    return tuple(sorted(found, key=lambda pair: pair[1].rank, reverse=True))


def _shared(left: Sketch, right: Sketch) -> float:
    shorter, longer = sorted((left, right), key=lambda side: (len(side.words), side.words))
    if not shorter.words:
        return 0.0
    covered = 0
    reach = 0
    for at in range(len(shorter.words) - _RUN + 1):
        if shorter.words[at : at + _RUN] in longer.runs:
            covered += at + _RUN - max(reach, at)
            reach = at + _RUN
    return covered / len(shorter.words)


def _subject(left: Sketch, right: Sketch) -> float:
    if not left.norm or not right.norm:
        return 0.0
    if len(left.weights) > len(right.weights):
        left, right = right, left
    # An exact sum, so that it does not matter which article comes first.
    dot = fsum(weight * right.weights.get(word, 0.0) for word, weight in left.weights.items())
    return dot / (left.norm * right.norm)
