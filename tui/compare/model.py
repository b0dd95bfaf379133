"""The values of a comparison: rows, changes, edits, and the options that made them.

Nothing here compares; `engine` and the steps beside it do.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.article.model import Article, Paragraph, Span
from tui.article.recut import Recut, came_from

if TYPE_CHECKING:
    from tui.compare.tables import Tables


class Side(StrEnum):
    """Which article something is about."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    """The same for both, or both in one."""

    @property
    def other(self) -> Side:
        """The side across; of `Side.BOTH`, itself."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


class Kind(StrEnum):
    """What a row is, and so what its change is."""

    SAME = "same"
    """The same text on both sides; no change."""
    QUIET = "quiet"
    """Only what may be passed over differs: quotes, dashes, capitals, house style."""
    REWORDED = "reworded"
    ADDED = "added"
    """Only on the right."""
    REMOVED = "removed"
    """Only on the left."""
    MOVED = "moved"
    """On both sides, in another place; its words may differ too."""
    SPLIT = "split"
    """One paragraph on the left, several on the right."""
    MERGED = "merged"
    """Several paragraphs on the left, one on the right."""
    REGROUPED = "regrouped"
    """Several paragraphs on both sides: the same sentences, cut otherwise."""
    ASIDE = "aside"
    """Of the page and not of the story, and so not compared; no change."""

    @property
    def is_change(self) -> bool:
        """Whether such a row is a change, be it a quiet one."""
        return self not in (Kind.SAME, Kind.ASIDE)


class Wording(StrEnum):
    """What an edit does to the wording: the first rung of the ladder that explains it."""

    SPACING = "spacing"
    """Blanks only."""
    TYPOGRAPHY = "typography"
    """Quotes, dashes, ellipses, or the Unicode form of a letter."""
    POINTS = "points"
    """The points of an abbreviation: US, U.S."""
    CASE = "case"
    """Capitals against small letters."""
    PUNCTUATION = "punctuation"
    """Marks alone came, went or were exchanged."""
    HYPHENATION = "hyphenation"
    """One word or two: co-operate, cooperate; air strike, airstrike."""
    SPELLING = "spelling"
    """The same word in another variety of the language: colour, color."""
    VARIANT = "variant"
    """Forms between which houses choose: towards, toward; per cent, %."""
    ABBREVIATION = "abbreviation"
    """An abbreviation and what it stands for: UN, United Nations."""
    NUMERALS = "numerals"
    """The same number in another form: five, 5."""
    EMPHASIS = "emphasis"
    """Emphasis, a link, a heading or the like that was lost or gained; the letters are the same."""
    FACT = "fact"
    """A number, a unit, a date or a name that is not the same on both sides."""
    WORDS = "wording"
    """Other words, and none of the above."""
    CARRIED = "carried"
    """A whole sentence that stands in another row on the other side."""


class Fact(StrEnum):
    """What an edit of facts is about."""

    NUMBER = "number"
    UNIT = "unit"
    """A currency, a measure, a percentage."""
    DATE = "date"
    """A day, a month, a year, a time."""
    NAME = "name"
    """A person, a place, an organization, a nationality."""


QUIET = frozenset(
    {
        Wording.SPACING,
        Wording.TYPOGRAPHY,
        Wording.POINTS,
        Wording.CASE,
        Wording.HYPHENATION,
        Wording.SPELLING,
        Wording.VARIANT,
        Wording.ABBREVIATION,
        Wording.NUMERALS,
        Wording.EMPHASIS,
    }
)
"""What an editor may pass over: the same thing is said, in the way of another house."""


class Regime(StrEnum):
    """What the two articles are to each other; it sets how bold the pairing is."""

    PENDING = "pending"
    """Not compared yet: rows stand side by side by number and mean nothing."""
    VERSIONS = "versions"
    """Two versions of one text."""
    TELLINGS = "tellings"
    """Two texts with few or no passages in common."""


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Every threshold of the comparison, each with its range and its effect.

    Likeness runs from 0 (no word in common) to 1 (the same words in order).
    """

    regime: Regime | None = None
    """What the two articles are taken for; None to see it from the texts."""
    versions_from: float = 0.30
    """Share (0 to 1) of the shorter article that must be found again in the
    other, each pair counted by its words and its likeness, for the two to be
    versions of one text. Of the seeds' one pair of versions .70 is found
    again, of their nine pairs of tellings at most .01, of 48 retold fables at
    most .26; of texts with half of their words changed about .45."""
    short_versions_from: float = 0.10
    """The same share (0 to 1) of what is found again nearly as it was: excerpts of
    one text, or drafts of which only a part was kept. At .20 precision on
    drafts falls by .7."""
    same_text_from: float = 0.50
    """Likeness (0 to 1) from which a paragraph counts as nearly as it was."""
    faint_versions_from: float = 0.05
    """The first share (0 to 1) again, where the two do not tell one story in one
    order either: drafts that were written anew. Without it link F1 on drafts
    falls by .1."""
    found_from: float = 0.36
    """Likeness (0 to 1) from which a paragraph counts as found again, and from
    which paragraphs left over are one where order allows it. At .30 and at
    .45 link F1 on drafts falls by .2."""
    sure_from: float = 0.60
    """Likeness (0 to 1) from which two paragraphs or sentences of two versions
    are one wherever order allows it. On drafts of essays link F1 is 98.3; at
    .50 and at .70 it falls by .1."""
    pair_from: float = 0.23
    """Likeness (0 to 1), less what place costs, from which two paragraphs or
    sentences between two sure pairs are one. At .18 precision on drafts of
    essays falls by 1.1, at .30 recall by 1.0."""
    place: float = 0.5
    """What it costs (0 to 1) to stand at the opposite end of a gap, taken from the
    likeness. At 0 precision on drafts of essays falls by .9, at 1 recall by .4."""
    place_at_most: float = 0.15
    """The most that place can cost (0 to 1). At .05 link F1 on drafts falls by .4, at
    .30 it is the same, but what stands elsewhere in a long gap is lost."""
    telling_pair_from: float = 0.30
    """Likeness (0 to 1) from which two paragraphs of two tellings are one; only
    prose is paired then, captions and headings are not. On the seeds it finds
    three pairs, all of them right; at .25 seven more, half of them wrong. It
    is the bar, too, for candidates of two versions in a gap too large to look
    at every pair."""
    retold_from: float = 0.30
    """Probability (0 to 1) over which two passages of a story told in other
    words are one. Of .27 to .36 the lower finds more (recall .70 to .65 on
    retold fables), the higher better ones (precision .70 to .73)."""
    in_order_from: float = 0.5
    """How much likelier (natural logarithm, 0 and more) two tellings must be in
    order than with one of them turned round, for each passage of the shorter
    one, to be one story retold. Three and more fables in a row have .75 and
    more, news reports of one event and unrelated texts at most .28."""
    orderless: int = 4
    """Passages that do not count for that: in so few, order tells nothing."""
    retold_cells: int = 100_000
    """Largest product of the paragraphs of two tellings that are read as one story
    retold: some three hundred a side, at most a second."""
    telling_pair_words: int = 5
    """Shortest paragraph, in words, that may be paired in two tellings."""
    move_from: float = 0.50
    """Likeness (0 to 1) from which two distant long paragraphs are one that moved.
    At .60 one of eight that moved in shortened news is lost."""
    short_move_from: float = 0.65
    """The same (0 to 1) of short ones, which are alike by chance more often. At
    .50 precision on drafts falls by .1. What moves together with a paragraph
    beside it need only be alike by `found_from`."""
    long_words: int = 20
    """From how many words a paragraph is long."""
    move_words: int = 4
    """Shortest paragraph, in words, that may count as moved."""
    join_from: float = 0.60
    """Share (0 to 1) of a paragraph's weight that its neighbour's partner must
    still hold for the two to be a split or a merge. At .50 link F1 on drafts
    falls by .1, at .70 a tenth of the splits is lost."""
    share_from: float = 0.30
    """Share (0 to 1) of the shorter of two paragraphs that must lie in
    sentences they have in common for them to belong together. At .20 the
    drafts come out the same, at .40 the recall of splits falls by 7."""
    gap_pairs: int = 4_000
    """Largest product of two sides of a gap in which every pair is looked at: some
    sixty a side, a twentieth of a second. In a larger one only paragraphs that
    share rare words are paired, and `Comparison.bounded` says so."""
    carried_words: int = 5
    """Shortest sentence, in words, that may count as carried to another paragraph."""
    carried_from: float = 0.65
    """Likeness (0 to 1) from which a sentence without a counterpart in its row is
    one that stands in another. Of 84 pairs of drafts and news four or five hold
    such a sentence; at .55 the first false one appears."""
    carried_up_to: int = 500_000
    """Most words a side, of those without a counterpart in their row, in which
    carried sentences are looked for: two seconds. Beyond it none are, and
    `Comparison.bounded` says so."""
    asides: bool = False
    """Whether what is set aside in the articles is compared with the rest."""
    quiet: frozenset[Wording] = QUIET
    """Kinds of edits that may be passed over; a row with no others is a quiet one."""
    candidates: int = 4
    """How many candidates each paragraph keeps. With 3 the recall of half-reworded
    paragraphs falls by .1, with 6 nothing is gained."""
    rare_within: float = 0.02
    """Share (0 to 1) of the paragraphs over which a word is too common to
    propose a pair, ..."""
    rare_at_least: int = 60
    """... but never under this many paragraphs."""
    looks: int = 100
    """How many paragraphs each paragraph looks at, through its rarest words
    first, before its candidates are chosen. 400 find no more, of 5,000
    paragraphs with half of their words changed, and take half as long again."""
    edits_up_to: int = 100_000_000
    """Largest product of two word counts that is compared word by word: ten
    thousand words a side, 12 MB and 20 ms. A longer row is parted first at the
    sentences that both sides have; what is longer still between two of them
    is shown as replaced, and `Comparison.bounded` says so."""
    sentences_up_to: int = 4_000
    """Largest product of two counts of sentences, inside a row, of which every
    two are compared: sixty a side, 30 ms. A longer row is parted first at the
    sentences that both sides have."""

    tables: Tables | None = None
    """What is house style; None for the tables that come with the program."""

    def compares(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is compared, or set aside."""
        return self.asides or not paragraph.aside

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value = getattr(self, name)
            most = 1.0 if isinstance(value, float) and name != "in_order_from" else math.inf
            if isinstance(value, (int, float)) and not 0 <= value <= most:
                raise ValueError(f"{name} is {value}; it can be 0 to {most:g}")


@dataclass(frozen=True, slots=True)
class Row:
    """Left paragraphs beside right paragraphs; a gap where a side is empty.

    Never both sides empty. More than one paragraph on a side is a split or a
    merge. What is set aside stands in rows of its own.
    """

    left: tuple[int, ...]
    """Paragraph numbers of the left article, from 0, in reading order; what is
    set aside between them is left out."""
    right: tuple[int, ...]
    """The same of the right article."""
    kind: Kind
    likeness: float = 0.0
    """0 to 1; of a moved paragraph, to its other end; 0 for a row with one side."""
    change: int | None = None
    """Number of the change this row belongs to; None where there is none."""
    other_end: int | None = None
    """Of a moved row: the row, from 0, where the paragraph stands on the other side."""
    carried: tuple[int, ...] = ()
    """Numbers, from 0, of the sentences that went from this row to another, or
    came from another to this."""

    def side(self, side: Side) -> tuple[int, ...]:
        """The paragraphs of one side; of `Side.BOTH`, those of the right."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between the two articles."""

    number: int
    """From 1, in reading order of the rows."""
    kind: Kind
    rows: tuple[int, ...]
    """The rows it covers, from 0, ascending; a move covers its rows at both ends."""
    left: tuple[int, ...]
    """Paragraphs on the left, from 0."""
    right: tuple[int, ...]
    """Paragraphs on the right, from 0."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of one article."""

    paragraph: int
    """Number of the paragraph, from 0."""
    span: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference inside a row: what stood on the left, what stands on the right.

    A side is empty where words came in or went away; it holds several
    passages where the edit reaches over the join of a split or a merge.
    """

    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    wording: Wording
    quiet: bool = False
    """Whether it may be passed over, as the options have it."""
    facts: tuple[Fact, ...] = ()
    """Of `Wording.FACT`, what differs; empty of others."""
    quoted: bool = False
    """Whether its words stand inside quotation marks on both sides."""
    same_day: bool = False
    """Whether both sides name the same day, as the dates of both articles tell."""
    carried: int | None = None
    """Of a sentence that stands in another row: its number in `Comparison.carried`."""

    @property
    def changes_quotation(self) -> bool:
        """Whether somebody's words are not given as they were: more than their style differs."""
        return self.quoted and not self.quiet


@dataclass(frozen=True, slots=True)
class Found:
    """An edit, and the row it is in."""

    row: int
    """From 0."""
    edit: Edit


@dataclass(frozen=True, slots=True, order=True)
class Carried:
    """A sentence that went from one paragraph to another, perhaps with other words."""

    left: Passage
    """Where it stood: a whole sentence, without a counterpart in its row."""
    right: Passage
    """Where it stands now."""
    likeness: float
    """0 to 1."""


Link = tuple[int, int]
"""Paragraph `i` of the left belongs with paragraph `j` of the right, both from 0."""
Scored = tuple[int, int, float]
"""Left paragraph, right paragraph, and their likeness or what they weigh."""
Numbers = tuple[tuple[int, ...], tuple[int, ...]]
"""Left and right paragraphs that belong together, ascending, in sequence."""


Pin = Numbers
"""Left and right paragraphs, from 0, that stand in one row; contiguous on each side."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person decided about a comparison; it is kept to, whatever the texts say.

    All numbers, from 0, are those of the articles as they came. A pin or a ban
    of a paragraph that is cut counts for all its pieces, one of a joined
    paragraph for the whole.
    """

    pins: tuple[Pin, ...] = ()
    """Paragraphs that stand in one row, and with no others. Where pins contradict one
    another's order, those that are not kept in place are moves."""
    bans: tuple[Link, ...] = ()
    """Pairs that never stand in one row, nor are one that moved."""
    left: Recut = field(default_factory=Recut)
    """Joins, cuts, and what is set aside, in the left article."""
    right: Recut = field(default_factory=Recut)
    """The same in the right one."""


class Stretch(NamedTuple):
    """Left words that stand where right words stand, before it becomes an `Edit`.

    Word numbers from 0, half-open; one side may be empty, never both.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles, row by row.

    Every paragraph is in exactly one row, and the rows keep the reading order
    of both sides: a paragraph that moved has a gap row at each of its ends.
    Only what is set aside inside a split or a merge stands after its row.
    """

    left: Article
    """As it was compared: with the joins and cuts of `corrections` made."""
    right: Article
    rows: Sequence[Row]
    changes: tuple[Change, ...]
    regime: Regime
    options: CompareOptions = field(default_factory=CompareOptions)
    bounded: tuple[str, ...] = ()
    """Sentences that say what was cut short, if anything was."""
    corrections: Corrections = field(default_factory=Corrections)
    """What a person decided; its numbers are those of the articles as they came."""
    carried: tuple[Carried, ...] = ()
    """Sentences that stand in another row on the other side, in left reading order."""

    def both_sides(self, number: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The left and right paragraphs of row `number`; of a move, those of both its ends."""
        row = self.rows[number]
        if row.other_end is None:
            return row.left, row.right
        end = self.rows[row.other_end]
        return row.left or end.left, row.right or end.right

    @property
    def articles(self) -> tuple[Article, Article]:
        """The left one and the right one."""
        return self.left, self.right

    def article(self, side: Side) -> Article:
        """The article of one side; of `Side.BOTH`, the right one."""
        return self.left if side is Side.LEFT else self.right

    def origins(self, side: Side) -> tuple[tuple[int, ...], ...]:
        """For each paragraph of one side what it is made of; of `Side.BOTH`, of the right.

        The numbers, from 0, are those of the article as it came, as in `corrections`.
        """
        recut = self.corrections.left if side is Side.LEFT else self.corrections.right
        return came_from(recut, len(self.article(side).paragraphs))

    def row_of(self, side: Side, paragraph: int) -> int:
        """The number of the row in which a paragraph of the left or right article stands."""
        return next(number for number, row in enumerate(self.rows) if paragraph in row.side(side))

    @property
    def pending(self) -> bool:
        """Whether the pairing has yet to be made."""
        return self.regime is Regime.PENDING


Progress = Callable[[float], None]
"""Told, now and then, which share (0 to 1) of the work is done.

An exception it raises ends the comparison: that is how to cancel one.
"""


def no_progress(share: float) -> None:
    """Tell nobody."""


_T = TypeVar("_T")


def telling(items: Iterable[_T], tell: Callable[[], None], every: int = 256) -> Iterator[_T]:
    """The same items; `tell` is called at every so many of them, some milliseconds apart.

    What it raises ends the loop: so a comparison can be cancelled.
    """
    for number, each in enumerate(items):
        if number % every == 0:
            tell()
        yield each
