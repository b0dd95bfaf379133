"""Find where a text was hard-wrapped, and at which column.

In: the lines of a text and its blocks. Out: the wrap width at a place of it,
or none. What becomes of the lines is other files' business.

A line was broken for want of room in a width if it fits in that width and
would not together with the next line's first word. Breaks inside a sentence
vote for the widths that explain them; a width holds where it explains most.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache, partial
from itertools import accumulate, chain, islice, pairwise
from typing import NamedTuple

from tui.article.plain.lines import Lines

MIN_WIDTH, MAX_WIDTH = 30, 120
"""Columns between which a text may have been wrapped by hand or by a mailer."""

WRAPS_ABOVE = 0.7
"""Share (0 to 1) of the breaks inside sentences that a width must explain where it holds."""

RUNS_ON_ABOVE = 0.3
"""Share (0 to 1) of full lines after which no capital must follow: rows of a table are not so."""

NEAR, OVER = 0.8, 1.1
"""Shares of the width between which people end a line whom no machine wraps to the column."""

WRAPPED_ABOVE = 0.5
"""Share (0 to 1) of the breaks inside sentences that one width must explain to the column
before a stretch may speak for itself and lines that only come near count too."""

FEWEST_VOTES = 2
"""Breaks inside a sentence that a width must explain at least; one may be chance."""

MOST_WIDTHS = 3
"""Different widths that are looked for in one text: a letter, its quotes, its lists."""

SAMPLE = 4_000
"""Breaks that are asked for their vote; a longer text is asked at even distances."""

STRETCH = 24
"""Lines of a block that are judged together; in a longer block the convention may change."""

NEIGHBOURS = 2
"""Stretches on each side that are heard when a width is judged."""

SPACED_ABOVE = 0.9
"""Share (0 to 1) of the lines with blank ones around them from which a text is double-spaced."""

COLUMNS = " " * 3
"""So many blanks inside a line part the columns of a table or a drawing."""

_LONGEST_WORD = 20
_CHANCE = 3
"""Full lines up to which it may be chance that a capital follows each."""

_CLAUSE_ENDS = tuple(".!?…:;。！？।؟")
_CLOSERS = "'\"’”»›)]」』"
# After one letter they make it an item's mark, `a)`.
_MARK_ENDS = frozenset(".)")
_OPENING_QUOTES = frozenset("\"'“‘„‚«‹")
_QUOTE = re.compile(r">[> ]*")

# Scripts without blanks between words may be broken anywhere; their signs
# take two columns, and so do some others.
UNSPACED = "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
_WIDE = f"[\u1100-\u115f{UNSPACED}\uac00-\ud7a3\uffe0-\uffe6\U00020000-\U0003fffd]"
_FIRST_WORD = rf"[{UNSPACED}]|[^\s{UNSPACED}]+"
# Sets of signs from all of Unicode take milliseconds to compile, and so wait
# for a text with a sign from here on; below there is but one range of wide ones.
_FAR = "\u2e80"
_NEAR_WIDE = re.compile("[\u1100-\u115f]")
_LETTER = re.compile(r"[^\W_]")
_SOLID = re.compile(r"\S+")

Stretch = tuple[int, int]
"""Lines without a blank one between: the first one's place, from 0, and one past the last's."""


class Row(NamedTuple):
    """What a line that is not blank tells about the break above or below it."""

    text: str
    quote: str
    """The marks of quoted mail before its words: `> `."""
    indent: int
    edge: int
    """The column after its last sign."""
    first_word: int
    """Columns of its first word; 0 when that is no word but a dash or a ruler."""

    @property
    def words(self) -> str:
        """The text without the marks of quoted mail; may be empty."""
        return self.text[len(self.quote) :]

    @property
    def ends_clause(self) -> bool:
        """Whether it ends in a point, a colon or the like, closing quotes aside."""
        return _ends_clause(self.text)

    @property
    def starts_low(self) -> bool:
        """Whether a letter comes first and is no capital."""
        start = self.words[:1]
        return start.isalpha() and not start.isupper()


def row_at(lines: Lines, place: int) -> Row:
    """Measure the line at a place, counted from 0."""
    text, indent = lines.texts[place], lines.indents[place]
    quote = _QUOTE.match(text)
    marks = quote[0] if quote else ""
    word = _first_word(text, len(marks))
    first_word = _columns(word) if _LETTER.search(word) else 0
    return Row(text, marks, indent, indent + _columns(text), first_word)


def runs_on(above: Row, row: Row) -> bool:
    """Whether a sentence seems to go on from the line above to this one."""
    return reads_low(above, row) and not above.ends_clause


def reads_low(above: Row, row: Row) -> bool:
    """Whether a line does not begin as a sentence does; in a text all in capitals none does."""
    return row.starts_low or (
        above.edge >= MIN_WIDTH and above.text.isupper() and row.text.isupper()
    )


def is_full(above: Row, row: Row, width: int) -> bool:
    """Whether the line above ends since the next word had no room in the width."""
    # One word that is too wide has to overshoot; a whole line has not.
    fits = above.edge <= width or " " not in above.text
    return fits and _room(above, row.first_word, row) > width


def is_near(above: Row, width: int) -> bool:
    """Whether the line above ends where someone who wraps by hand would end it."""
    return NEAR * width <= above.edge <= OVER * width


class Wrapping:
    """Where a text is hard-wrapped, and at which width."""

    def __init__(self, lines: Lines, blocks: Sequence[Stretch]) -> None:
        self._lines = lines
        self._blocks = blocks
        # Not a method of its own: that would be a circle, and hold the lines on.
        self.rows = lru_cache(maxsize=2 * NEIGHBOURS + 1)(partial(_rows_in, lines))
        """Measures the lines of a stretch."""
        sample = _sample(lines, blocks)
        self.widths = _widths(sample)
        """The widths in it, the one with most votes first; none when nothing is wrapped."""
        inside = [pair for pair in sample if runs_on(*pair)]
        full = sum(is_full(*pair, width) for width in self.widths[:1] for pair in inside)
        self._is_wrapped = full >= max(1, WRAPPED_ABOVE * len(inside))

    def is_filled(self, block: Stretch) -> bool:
        """Whether all of the block is surely plain prose in the commonest width.

        A quick answer for most of a long text. `False` means that it has to be
        looked at line by line.
        """
        start, stop = block
        if not self.widths:
            return False
        width, texts = self.widths[0], self._lines.texts[start:stop]
        indent, *indents = self._lines.indents[start:stop]
        quoted = texts[0][0] in _OPENING_QUOTES
        is_usual = stop - start > _CHANCE and not indent and not quoted
        # Any other must speak for itself as a stretch.
        if any(indents) or not (is_usual or (self._is_wrapped and stop - start <= STRETCH + 1)):
            return False
        if not _starts_plainly(texts[0][1:] if quoted else texts[0]):
            return False
        if _count_low(texts, indent, width) <= RUNS_ON_ABOVE * len(texts):
            return False
        together = " ".join(texts)
        if _has_columns(together):
            return False
        # Odd blanks would part words elsewhere.
        return is_usual or (together.isprintable() and any(map(_goes_low, texts, texts[1:])))

    @cached_property
    def _stretches(self) -> Sequence[Stretch]:
        return [stretch for block in self._blocks for stretch in stretches_of(block)]

    def width_in(self, stretch: Stretch) -> int | None:
        """Find the width that holds in a stretch of a block, cut as `stretches_of` does.

        `None` means that each line of it stands alone.
        """
        number = bisect_left(self._stretches, stretch)
        around = self._stretches[max(0, number - NEIGHBOURS) : number + NEIGHBOURS + 1]
        share, width = 0.0, None
        for each in self.widths:
            if self._is_wrapped and self._share([stretch], each) == 1:
                share, width = 1, each
                break
            if (other := self._share(around, each)) > share:
                share, width = other, each
        if width is None or share < WRAPS_ABOVE or not self._reads_on(stretch, width):
            return None
        return width

    def is_mostly_full(self, stretch: Stretch, width: int) -> bool:
        """Whether half the breaks inside sentences come for want of room, or nearly so."""
        full, breaks = self._explained(stretch, width)
        return full > 0 and full >= breaks / 2

    def _share(self, stretches: Sequence[Stretch], width: int) -> float:
        counts = [self._explained(stretch, width) for stretch in stretches]
        full, breaks = map(sum, zip(*counts, strict=True))
        return full / breaks if breaks else 0

    def _explained(self, stretch: Stretch, width: int) -> tuple[int, int]:
        """Count the breaks inside a sentence that the width explains, and all of them."""
        inside = [pair for pair in pairwise(self.rows(stretch)) if runs_on(*pair)]
        near = self._is_wrapped and width == self.widths[0]
        full = sum(is_full(*pair, width) or (near and is_near(pair[0], width)) for pair in inside)
        return full, len(inside)

    def _reads_on(self, stretch: Stretch, width: int) -> bool:
        full = [pair for pair in pairwise(self.rows(stretch)) if is_full(*pair, width)]
        low = sum(reads_low(*pair) for pair in full)
        return len(full) <= _CHANCE or low >= RUNS_ON_ABOVE * len(full)


def stretches_of(block: Stretch) -> Iterator[Stretch]:
    """Cut a block into stretches; the last line of one is the first of the next."""
    start, stop = block
    for at in range(start, stop - 1, STRETCH):
        yield at, min(at + STRETCH + 1, stop)


def reads_double_spaced(lines: Lines, blocks: Sequence[Stretch]) -> bool:
    """Whether the text seems to be wrapped with a blank line after every line."""
    apart = [(start, stop) for start, stop in blocks if stop - start == 1]
    if len(apart) < STRETCH or len(apart) < SPACED_ABOVE * len(blocks):
        return False
    pairs = [
        (row_at(lines, above), row_at(lines, below))
        for (above, _), (below, _) in islice(pairwise(apart), 0, None, 1 + len(apart) // SAMPLE)
        if below - above == 2
    ]
    width = _most_voted(pairs)
    if width is None:
        return False
    full = sum(is_full(above, row, width) for above, row in pairs)
    inside = sum(runs_on(above, row) for above, row in pairs)
    return full >= WRAPS_ABOVE * len(pairs) and inside >= RUNS_ON_ABOVE * len(pairs)


def _rows_in(lines: Lines, stretch: Stretch) -> Sequence[Row]:
    return tuple(row_at(lines, place) for place in range(*stretch))


def _sample(lines: Lines, blocks: Sequence[Stretch]) -> Sequence[tuple[Row, Row]]:
    """Take breaks at even distances."""
    places = chain.from_iterable(range(start, stop - 1) for start, stop in blocks)
    breaks = sum(stop - start - 1 for start, stop in blocks)
    sample = islice(places, 0, None, 1 + breaks // SAMPLE)
    return [(row_at(lines, place), row_at(lines, place + 1)) for place in sample]


def _widths(pairs: Sequence[tuple[Row, Row]]) -> tuple[int, ...]:
    widths: list[int] = []
    while len(widths) < MOST_WIDTHS and (width := _most_voted(pairs)) is not None:
        widths.append(width)
        pairs = [(above, row) for above, row in pairs if not is_full(above, row, width)]
    return tuple(widths)


def _most_voted(pairs: Sequence[tuple[Row, Row]]) -> int | None:
    """Find the width that explains most breaks inside sentences; the least of equals."""
    steps = [0] * (MAX_WIDTH + 2)
    for above, row in pairs:
        if runs_on(above, row) and MIN_WIDTH <= above.edge <= MAX_WIDTH:
            steps[above.edge] += 1
            room = _room(above, min(row.first_word, _LONGEST_WORD), row)
            steps[min(room, MAX_WIDTH + 1)] -= 1
    votes = list(accumulate(steps))
    most = max(votes)
    return votes.index(most) if most >= FEWEST_VOTES else None


def _count_low(texts: Sequence[str], indent: int, width: int) -> int:
    """Count the lines, the first aside, that begin with a small letter.

    0 if one is too long, had room on the line above, or begins with a mark.
    """
    low, above, room = 0, texts[0], width - indent - len(texts[0])
    for text in texts[1:]:
        if (
            room < 0
            # The first word, or all of the line, would have had room.
            or " " in text[:room]
            or len(text) < room
            or text == above
            or not (sign := text[0]).isalpha()
            or text[1:2] in _MARK_ENDS
        ):
            return 0
        above, room = text, width - len(text)
        if sign.islower():
            low += 1
    return low if room >= 0 else 0


def _starts_plainly(text: str) -> bool:
    """Whether it begins with a letter that is no mark, as `a)` is."""
    return text[:1].isalpha() and text[1:2] not in _MARK_ENDS


def _goes_low(above: str, text: str) -> bool:
    return text[0].islower() and not _ends_clause(above)


def _ends_clause(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_CLAUSE_ENDS)


def _has_columns(text: str) -> bool:
    """Whether signs may stand below one another: in columns, or two columns wide."""
    return COLUMNS in text or _wide_signs(text) > 0


def _room(above: Row, first_word: int, row: Row) -> int:
    """Columns that the line above would have taken with the next one's first word."""
    return above.edge + (not is_unspaced(above.text[-1], row.words[:1])) + first_word


def is_unspaced(last: str, first: str) -> bool:
    """Whether no blank belongs between two signs: both are of scripts that have none."""
    if last < _FAR or first < _FAR:
        return False
    return all(re.match(f"[{UNSPACED}]", sign) for sign in (last, first))


def _columns(text: str) -> int:
    return len(text) + _wide_signs(text)


def _wide_signs(text: str) -> int:
    """How many signs take two columns."""
    if text.isascii():
        return 0
    if max(text) < _FAR:
        return len(_NEAR_WIDE.findall(text))
    return len(re.findall(_WIDE, text))


def _first_word(text: str, start: int) -> str:
    """The first word from `start` on; a sign of a script without blanks is one."""
    found = _SOLID.search(text, start)
    if found is None:
        return ""
    word = found[0]
    if word.isascii() or max(word) < _FAR:
        return word
    return str(re.findall(_FIRST_WORD, word)[0])
