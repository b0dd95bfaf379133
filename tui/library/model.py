"""The values of the library: how like one another two articles are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What two articles are to each other, in words for the list, the most alike first."""

    SAME = "the same text"
    EDITED = "same story, edited"
    OWN_WORDS = "same subject, own words"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like one another two articles are."""

    shared: float
    """Share (0 to 1) of the shorter article's words that stand in runs of four
    or more words which the other article has too."""
    subject: float
    """Likeness (0 to 1) of the words they use, order aside."""
    relation: Relation

    @property
    def rank(self) -> tuple[int, float, float]:
        """Sorts from the least to the most alike: by relation, then shared runs, then subject."""
        return -list(Relation).index(self.relation), self.shared, self.subject
