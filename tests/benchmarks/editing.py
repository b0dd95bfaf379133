"""Edit a text as an editor might, and know exactly what was done.

In: paragraphs, other prose to take words and paragraphs from, a plan, and a
seed. Out: both texts and the truth, which follows from the operations and
never from comparing. Where two readings are as good, the truth holds both or
keeps silent:

- Of two neighbouring blocks that changed places the one with fewer paragraphs
  and fewer words moved; if no block has both, either may have.
- A repeated line goes with the one between the same neighbours; where a
  neighbour went away, any of its like will do.
- Of a paragraph of under `DECIDABLE` words of which more than `HEAVY` changed
  too little is left to tell by: whether it is found again does not count. Where
  rewording is heavy throughout, none so short is cut, joined or carried.
- A sentence that was carried into the next paragraph may link the two or not.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from tui.compare.model import Kind, Link

HEAVY = 0.3
"""Share (0 to 1) of the words from which a rewording is heavy."""
DECIDABLE = 8
"""Words of the shortest paragraph that can be known again after heavy rewording."""
PART = 5
"""Words of the shortest part of a split or a merge, and of the shortest paragraph that moves,
where rewording is not heavy."""
_RUN = 6
"""Words in a row that change together where changes come in clusters."""
_LONGEST_BLOCK = 5
"""Paragraphs that move together, at most."""
_ROOM = 3
"""A block this many times as long as the one carried over it may itself be cut and joined."""

_DRAWN = 8
"""Words drawn at a time, to find one of the script that is wanted."""

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(
    f"[{_IDEOGRAPHS}]{{1,2}}|(?:(?![{_IDEOGRAPHS}])[^\\W_])+(?:['’-](?![{_IDEOGRAPHS}])[^\\W_]+)*"
)
_SENTENCE_END = re.compile(
    r"(?:\d|[^\W\d_]{3,})[)\]\"”’']?(?<!Mrs)[.!?]+[)\]\"”’']*(\s+)(?=\W{0,2}[^\Wa-z_])"
    "|[。！？]+[」』”’）]*()(?=.)"
)
_CLAUSES = re.compile(r"(\W*)(\w.{14,}?)([,;，、；]\s?)(\w.{14,}?)([.!?。！？]\W*)")


class Group(NamedTuple):
    """Paragraphs that belong together, by their numbers from 0, ascending."""

    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EditedText:
    """Two texts, and what was done to make the right one of the left one.

    All numbers are those of paragraphs, from 0.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    links: frozenset[Link]
    """What belongs together; a split or a merge has several."""
    open: frozenset[Link]
    """Pairs that may be linked or not."""
    moved: tuple[tuple[frozenset[Link], ...], ...]
    """Of every move its readings, each as good: the links that stand out of order."""
    splits: frozenset[Group]
    merges: frozenset[Group]
    kinds: tuple[tuple[Kind | None, ...], tuple[Kind | None, ...]]
    """The kind of each left and each right paragraph; None where it is open."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of what is done: shares (0 to 1) of the paragraphs, unless it says otherwise.

    Operations exclude one another, but for words: the words of what was cut,
    joined or carried elsewhere may change too.
    """

    words: float = 0.0
    """Share of the words of a reworded paragraph that change."""
    reworded: float = 0.0
    clustered: bool = False
    """Whether the words that change stand in runs."""
    noisy: float = 0.0
    """Other quotes, dashes, dots, capitals and blanks."""
    removed: float = 0.0
    added: float = 0.0
    split: float = 0.0
    merged: float = 0.0
    carried: float = 0.0
    """The last sentence goes to the next paragraph."""
    moved: float = 0.0
    """Moves for each paragraph; a move carries one to five of them."""
    far: bool = False
    """Whether moves go over a third of the text or more, and not over a few paragraphs."""
    repeated: str = ""
    """A line that stands between some paragraphs; none if empty."""


class _Place(NamedTuple):
    """Where in a move a paragraph stands."""

    move: int
    """Number of the move, from 0."""
    smaller: bool
    fixed: bool
    """Whether paragraphs here stay one to one."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph of the right text, and which left ones it came from."""

    text: str
    sources: tuple[int, ...]
    kind: Kind
    place: _Place | None = None
    open: frozenset[int] = frozenset()
    """Left paragraphs it may be linked with or not."""
    lost: bool = False
    """Whether too little of it is left to know it again."""


def edit(
    story: Sequence[str], pool: Sequence[str], plan: Plan, chance: random.Random
) -> EditedText:
    """Edit a story; words and paragraphs that come in are from the pool.

    No two paragraphs of the story may be the same, none of the pool may be
    among them, and the pool must have two different words.
    """
    left = tuple(_interspersed(story, plan.repeated, chance))
    editor = _Editor(left, pool, plan, chance)
    return _told(left, editor.pieces(), plan.repeated)


def _interspersed(story: Sequence[str], line: str, chance: random.Random) -> Iterator[str]:
    """The story with `line` after every three to eight paragraphs, but not at its end."""
    until = chance.randint(3, 8)
    for number, text in enumerate(story):
        if line and number == until:
            yield line
            until = number + chance.randint(3, 8)
        yield text


class _Editor:
    """The operations, on one text."""

    def __init__(
        self, left: Sequence[str], pool: Sequence[str], plan: Plan, chance: random.Random
    ) -> None:
        self._left, self._plan, self._chance = left, plan, chance
        self._vocabulary = vocabulary(pool)
        self._new = chance.sample(pool, len(pool))
        self._sizes = [count_words(text) for text in left]
        self._shortest = DECIDABLE if plan.words > HEAVY else PART

    def pieces(self) -> list[_Piece]:
        """The right text."""
        places, order = self._moves()
        made: dict[int, list[_Piece]] = {}
        number = 0
        while number < len(self._left):
            taken, pieces = self._fate(number, places)
            made[number] = pieces
            number += taken
        right: list[_Piece] = []
        for number in order:
            right += self._additions(right, made.get(number, []))
            right += made.get(number, [])
        right += self._additions(right, [])
        return right

    def _moves(self) -> tuple[list[_Place | None], list[int]]:
        """Where each paragraph stands in a move, and the order of the right text."""
        plan, chance, count = self._plan, self._chance, len(self._left)
        places: list[_Place | None] = [None] * count
        order: list[int] = []
        at = move = 0
        while plan.moved and at < count:
            size = chance.randint(1, _LONGEST_BLOCK)
            over = chance.randint(count // 3, count) if plan.far else size + chance.randint(0, 4)
            over = max(size, min(over, count - at - size))
            middle, end = at + size, at + size + over
            early = chance.random() < 0.5
            if early:  # the larger block comes first
                middle = at + over
            blocks = range(at, middle), range(middle, end)
            small, large = blocks[::-1] if early else blocks
            if end > count or min(self._sizes[n] for n in small) < self._shortest:
                order.append(at)
                at += 1
                continue
            clear = size < over and self._words_of(small) < self._words_of(large)
            for n in small:
                places[n] = _Place(move, smaller=True, fixed=True)
            for n in large:
                places[n] = _Place(move, smaller=False, fixed=not clear or over < _ROOM * size)
            order += [*blocks[1], *blocks[0]]
            rest = chance.randint(1, max(1, round(2 / plan.moved)))
            order += range(end, min(end + rest, count))
            at, move = min(end + rest, count), move + 1
        return places, [*order, *range(at, count)]

    def _words_of(self, numbers: Iterable[int]) -> int:
        return sum(self._sizes[number] for number in numbers)

    def _fate(self, number: int, places: Sequence[_Place | None]) -> tuple[int, list[_Piece]]:
        """How many paragraphs from `number` on go together, and what becomes of them."""
        plan, text, place = self._plan, self._left[number], places[number]
        if plan.repeated and text == plan.repeated:
            gone = self._chance.random() < plan.removed
            return 1, [] if gone else [_Piece(text, (number,), Kind.SAME, place)]
        if place and place.fixed:
            return 1, [self._one(text, number, place)]
        operation = self._drawn()
        together = self._together(number, places)
        if operation == "removed":
            return 1, []
        if operation == "split" and (parts := self._parts(text)):
            pieces = [replace(self._one(part, number, place), kind=Kind.SPLIT) for part in parts]
            return 1, pieces
        if operation == "merged" and together >= 2:
            size = self._chance.randint(2, together)
            sources = tuple(range(number, number + size))
            whole = self._touched(joined([self._left[n] for n in sources])).text
            return size, [_Piece(whole, sources, Kind.MERGED, place)]
        if operation == "carried" and together >= 2 and (cut := self._carried(number)):
            return 2, self._carry(number, cut, place)
        return 1, [self._one(text, number, place)]

    def _drawn(self) -> str:
        """The operation on the next paragraph."""
        plan = self._plan
        shares = {
            "removed": plan.removed,
            "split": plan.split,
            "merged": plan.merged,
            "carried": plan.carried,
        }
        stays = max(0.0, 1 - sum(shares.values()))
        return self._chance.choices((*shares, "stays"), (*shares.values(), stays))[0]

    def _together(self, number: int, places: Sequence[_Place | None]) -> int:
        """How many paragraphs from `number` on may become one."""
        end = number
        while (
            end < len(self._left)
            and places[end] == places[number]
            and self._sizes[end] >= self._shortest
            and end - number < 3
        ):
            end += 1
        return end - number

    def _parts(self, text: str) -> list[str]:
        """The text cut in two or three at the ends of sentences; nothing if it has none."""
        chance = self._chance
        parts, wanted = [text], chance.choice((2, 2, 3))
        while len(parts) < wanted:
            cuts = [(n, cut) for n, part in enumerate(parts) for cut in _cuts(part, self._shortest)]
            if not cuts:
                break
            number, cut = chance.choice(cuts)
            parts[number : number + 1] = cut
        return parts if len(parts) > 1 else []

    def _carried(self, number: int) -> tuple[str, str] | None:
        """All but the last sentence, and that, if both paragraphs remain what they were."""
        cuts = _cuts(self._left[number], self._shortest)
        if not cuts:
            return None
        rest, last = cuts[-1]
        lesser = min(count_words(rest), self._sizes[number + 1])
        return (rest, last) if 2 * count_words(last) <= lesser else None

    def _carry(self, number: int, cut: tuple[str, str], place: _Place | None) -> list[_Piece]:
        rest, last = cut
        following = joined([last, self._left[number + 1]])
        return [
            _Piece(self._touched(text).text, (at,), Kind.REWORDED, place, frozenset({other}))
            for text, at, other in ((rest, number, number + 1), (following, number + 1, number))
        ]

    def _one(self, text: str, number: int, place: _Place | None) -> _Piece:
        """A paragraph that stays one, touched or not."""
        touched = self._touched(text)
        if touched.lost:
            return replace(touched, place=place, open=frozenset({number}))
        return replace(touched, sources=(number,), place=place)

    def _touched(self, text: str) -> _Piece:
        """The text with other words, or other marks, or neither; it comes from nowhere yet."""
        plan, chance = self._plan, self._chance
        new, kind, lost = text, Kind.SAME, False
        count = count_words(text)
        changed = _rounded(plan.words * count, chance) if chance.random() < plan.reworded else 0
        if changed:
            # Who rewrites much also turns sentences round.
            if chance.random() < plan.words:
                new = with_clauses_swapped(new, chance)
            new = reworded(new, self._vocabulary, changed, chance, clustered=plan.clustered)
            kind = Kind.REWORDED
            lost = count < DECIDABLE and changed > HEAVY * count
        if chance.random() < plan.noisy:
            other = noisy(new, chance)
            if other != new and kind is Kind.SAME:
                kind = Kind.QUIET
            new = other
        return _Piece(new, (), kind, lost=lost)

    def _additions(self, right: Sequence[_Piece], pieces: Sequence[_Piece]) -> Iterator[_Piece]:
        """What comes in before some pieces: mostly one paragraph, at times three."""
        plan, chance = self._plan, self._chance
        after = right[-1].place if right else None
        before = pieces[0].place if pieces else None
        inside = after and after.fixed and after == before
        if inside or chance.random() >= plan.added:
            return
        if plan.repeated and chance.random() < 0.5:
            yield _Piece(plan.repeated, (), Kind.ADDED)
            return
        for _ in range(chance.choice((1, 1, 1, 3))):
            if self._new:
                yield _Piece(self._new.pop(), (), Kind.ADDED)


def _told(left: Sequence[str], pieces: Sequence[_Piece], repeated: str) -> EditedText:
    """What the pieces tell of themselves."""
    unsure = _unsure(left, pieces, repeated) if repeated else frozenset()
    found = {(i, j) for j, piece in enumerate(pieces) for i in piece.sources} - unsure
    open_links = {(i, j) for j, piece in enumerate(pieces) for i in piece.open} | unsure
    of_left: dict[int, list[int]] = {}
    for i, j in sorted(found):
        of_left.setdefault(i, []).append(j)
    splits = {Group((i,), tuple(rights)) for i, rights in of_left.items() if len(rights) > 1}
    merges = {Group(p.sources, (j,)) for j, p in enumerate(pieces) if len(p.sources) > 1}
    moved = tuple(_moves_of(pieces, found))
    sure = {link for readings in moved if len(readings) == 1 for link in readings[0]}
    doubtful = {link for readings in moved if len(readings) > 1 for r in readings for link in r}

    left_kinds: list[Kind | None] = [Kind.REMOVED] * len(left)
    right_kinds: list[Kind | None] = [piece.kind for piece in pieces]
    for i, j in found:
        kind = None if (i, j) in doubtful or pieces[j].open else pieces[j].kind
        left_kinds[i] = right_kinds[j] = Kind.MOVED if (i, j) in sure else kind
    for i, j in open_links:
        left_kinds[i] = right_kinds[j] = None
    return EditedText(
        tuple(left),
        tuple(piece.text for piece in pieces),
        frozenset(found),
        frozenset(open_links),
        moved,
        frozenset(splits),
        frozenset(merges),
        (tuple(left_kinds), tuple(right_kinds)),
    )


def _moves_of(
    pieces: Sequence[_Piece], links: Iterable[Link]
) -> Iterator[tuple[frozenset[Link], ...]]:
    blocks: dict[int, tuple[set[Link], set[Link]]] = {}
    for i, j in links:
        if place := pieces[j].place:
            blocks.setdefault(place.move, (set(), set()))[0 if place.smaller else 1].add((i, j))
    for _, (small, large) in sorted(blocks.items()):
        if not large or not small:
            continue
        smaller = len(small) < len(large) and not _is_heavier(pieces, small, large)
        yield (frozenset(small),) if smaller else (frozenset(small), frozenset(large))


def _is_heavier(pieces: Sequence[_Piece], block: Iterable[Link], other: Iterable[Link]) -> bool:
    first, second = (sum(count_words(pieces[j].text) for _, j in links) for links in (block, other))
    return first >= second


def _unsure(left: Sequence[str], pieces: Sequence[_Piece], line: str) -> frozenset[Link]:
    """Pairs of repeated lines that do not stand between the same neighbours."""

    def neighbours(j: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        before = pieces[j - 1].sources if j else (-1,)
        after = pieces[j + 1].sources if j + 1 < len(pieces) else (len(left),)
        return before, after

    lefts = {i for i, text in enumerate(left) if text == line}
    rights = {j for j, piece in enumerate(pieces) if piece.text == line}
    for j in sorted(rights):
        for i in pieces[j].sources:
            if neighbours(j) == ((i - 1,), (i + 1,)):
                lefts.discard(i)
                rights.discard(j)
    return frozenset((i, j) for i in lefts for j in rights)


def count_words(text: str) -> int:
    """Words of a text; in Chinese and Japanese two signs are one."""
    return sum(1 for _ in _WORD.finditer(text))


def vocabulary(texts: Iterable[str]) -> tuple[str, ...]:
    """Every word of some texts, as often as it occurs there."""
    return tuple(word for text in texts for word in _WORD.findall(text))


def joined(texts: Sequence[str]) -> str:
    """Paragraphs as one; after a full-width mark stands no blank."""
    whole = texts[0]
    for text in texts[1:]:
        whole += text if re.search(r"[\u3000-\u303f\uff00-\uff60]$", whole) else f" {text}"
    return whole


def reworded(
    text: str,
    words: Sequence[str],
    changed: int,
    chance: random.Random,
    *,
    clustered: bool = False,
) -> str:
    """The text without `changed` of its words, from 1 to all of them.

    Of ten, seven are replaced by another, one or two by two others, and as
    many dropped; marks and capitals stay where they were. The words are never
    the same, in the same order, as before.
    """
    found = list(_WORD.finditer(text))
    before = [word.group().casefold() for word in found]
    run = _RUN if clustered else 1
    while True:
        runs = [range(at, min(at + run, len(found))) for at in range(0, len(found), run)]
        order = [at for some in chance.sample(runs, len(runs)) for at in some]
        new = _with_others(text, found, frozenset(order[:changed]), words, chance)
        after = [word.casefold() for word in _WORD.findall(new)]
        if after and after != before:
            return new


def _rounded(value: float, chance: random.Random) -> int:
    """Up or down, so that the mean stays."""
    return int(value + chance.random())


def _with_others(
    text: str,
    found: Sequence[re.Match[str]],
    gone: Set[int],
    words: Sequence[str],
    chance: random.Random,
) -> str:
    parts, at = [], 0
    for number, word in enumerate(found):
        parts.append(text[at : word.start()])
        at = word.end()
        if number not in gone:
            parts.append(word.group())
            continue
        count = chance.choices((1, 2, 0), (70, 15, 15))[0]
        others = [_other(word.group(), words, chance) for _ in range(count)]
        blank = "" if _is_ideographic(word.group()) else " "
        parts.append(blank.join(others))
    parts.append(text[at:])
    return re.sub(r"\s+([,.;:!?])", r"\1", " ".join("".join(parts).split())).lstrip(",;:，、； ")


def _other(word: str, words: Sequence[str], chance: random.Random) -> str:
    """Another word, with a capital where this one has it, of its script if there is one."""
    script = _is_ideographic(word)
    others: list[str] = []
    while not others:
        drawn = chance.choices(words, k=_DRAWN)
        others = [other for other in drawn if other.casefold() != word.casefold()]
    other = next((other for other in others if _is_ideographic(other) == script), others[0])
    return other[:1].upper() + other[1:] if word[0].isupper() else other.lower()


def _is_ideographic(word: str) -> bool:
    return re.match(f"[{_IDEOGRAPHS}]", word) is not None


def with_clauses_swapped(text: str, chance: random.Random) -> str:
    """The text with two clauses of one sentence in the other order, if a comma parts them."""
    ends = [mark.end() for mark in _SENTENCE_END.finditer(text)]
    sentences = [*pairwise([0, *ends, len(text)])]
    chance.shuffle(sentences)
    for start, end in sentences:
        if clauses := _CLAUSES.fullmatch(text[start:end].rstrip()):
            opening, first, comma, second, mark = clauses.groups()
            turned = second[:1].upper() + second[1:], first[:1].lower() + first[1:]
            sentence = f"{opening}{turned[0]}{comma}{turned[1]}{mark}"
            return text[:start] + sentence + text[start + clauses.end() :]
    return text


def _cuts(text: str, shortest: int) -> list[tuple[str, str]]:
    """The text in two, at every end of a sentence with `shortest` words or more on both sides."""
    cuts = ((text[: end.end()].rstrip(), text[end.end() :]) for end in _SENTENCE_END.finditer(text))
    return [cut for cut in cuts if min(map(count_words, cut)) >= shortest]


def noisy(text: str, chance: random.Random) -> str:
    """The text with the same words set otherwise; the very text if there is no way to.

    Quotes, dashes and dots of every kind it has; if it has none, capitals,
    and if its script has none, blanks.
    """
    set_otherwise = [_quotes(text), _dashes(text), _dots(text)]
    marks = [new for new in set_otherwise if new != text]
    if marks and chance.random() < 0.7:
        return chance.choice(marks)
    words = [word for word in _WORD.finditer(text) if word.group().swapcase() != word.group()]
    if words and chance.random() < 0.7:
        word = chance.choice(words)
        other = word.group().lower() if word.group()[0].isupper() else word.group().upper()
        if other != word.group() and other.casefold() == word.group().casefold():
            return text[: word.start()] + other + text[word.end() :]
    blanks = [blank.start() for blank in re.finditer(" ", text)]
    if not blanks:
        return marks[0] if marks else text
    at = chance.choice(blanks)
    return text[:at] + chance.choice(("  ", "\u00a0", "\u2009")) + text[at + 1 :]


def _quotes(text: str) -> str:
    if re.search("[“”‘’]", text):
        return text.translate(str.maketrans("“”‘’", "\"\"''"))
    text = re.sub(r'(^|[\s([—-])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s([—-])'", r"\1‘", text).replace("'", "’")


def _dashes(text: str) -> str:
    # Between figures a dash may be part of a word.
    if re.search("—| – ", text):
        return text.replace("—", "--").replace(" – ", " -- ")
    return re.sub(r"(?<![-\d])--(?![-\d])", "—", text)


def _dots(text: str) -> str:
    return text.replace("…", "...") if "…" in text else text.replace("...", "…")
