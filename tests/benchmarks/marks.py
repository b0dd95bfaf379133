"""Measure the marks of edits: against changes that editors labelled, and against the clock.

Run it with `python -m tests.benchmarks.marks [FILES]`; without files it reads
`tests/cases/changes/*.md`. `--mistakes 9` shows marks that do not agree, `--speed` the clock alone.

A mark agrees when on both sides it touches the same words as one that was labelled;
punctuation at its ends is left aside, as the labelled ones may have it or not, and so
are words at the ends of a labelled mark that are the same on both sides.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from tests.benchmarks.editing import reworded
from tests.benchmarks.texts import WORDS_A_PARAGRAPH, english_words, prose
from tests.labelled import Case, cases
from tests.strategies import article_of
from tui.article.model import Span
from tui.compare import Comparison, Kind, Regime, Row, edits_of, mark_words

CASES = Path(__file__).parents[1] / "cases" / "changes"
Mark = tuple[Span | None, Span | None]
"""Where a change stands on the left and on the right; None where it is not."""

MOST_MICROSECONDS = 60
"""What is aimed at: for the marks of two texts of a hundred words."""
MOST_TO_WDIFF = 0.5
"""What is aimed at: the time of 10,000 such pairs, times that of wdiff for the same text."""
PAIRS = 10_000
ROUNDS = 5
WDIFF = "wdiff"

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff"
_LETTERS = f"(?:(?![{_UNSPACED}])\\w)+"
_WORD = re.compile(rf"[{_UNSPACED}]|{_LETTERS}(?:(?:[’'-]|(?<=\d)[.,:](?=\d)){_LETTERS})*")
_WORD_OR_MARK = re.compile(rf"{_WORD.pattern}|[^\w\s]")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far marks agree with labelled ones; counts."""

    agree: int = 0
    marks: int = 0
    labelled: int = 0
    joined_agree: int = 0
    joined_marks: int = 0
    joined_labelled: int = 0
    """The same where marks that touch count as one."""
    words_agree: int = 0
    words: int = 0
    words_labelled: int = 0
    cuts: int = 0
    """Marks that end inside a word."""

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(*map(sum, zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        return (
            f"{_f1(self.agree, self.marks, self.labelled):9.1f}"
            f"{self.marks / max(1, self.labelled):9.2f}"
            f"{_f1(self.joined_agree, self.joined_marks, self.joined_labelled):9.1f}"
            f"{self.joined_marks / max(1, self.joined_labelled):9.2f}"
            f"{_f1(self.words_agree, self.words, self.words_labelled):9.1f}"
            f"{self.cuts:6}{self.labelled:9}"
        )


def _f1(agree: int, found: int, labelled: int) -> float:
    """F1 in percent."""
    return 200 * agree / (found + labelled) if found + labelled else 100.0


def agreement(case: Case, marks: Sequence[Mark]) -> Agreement:
    """How far the marks of one case agree with its labelled ones."""
    wanted = wanted_marks(case)
    counts: list[int] = []
    for had, want in ((marks, wanted), (_joined(case, marks), _joined(case, wanted))):
        found, labelled = ({*cores(case, some)} for some in (had, want))
        counts += len(found & labelled), len(found), len(labelled)
    touched, wished = ({*_touched(case, some)} for some in (marks, wanted))
    counts += len(touched & wished), len(touched), len(wished)
    sides = ((text, [m[n] for m in marks]) for n, text in enumerate((case.left, case.right)))
    return Agreement(*counts, sum(_cuts(text, spans) for text, spans in sides))


def found_marks(case: Case) -> list[Mark]:
    """The marks that Diptych draws."""
    articles = article_of([case.left]), article_of([case.right])
    row = Row((0,), (0,), Kind.REWORDED)
    edits = edits_of(Comparison(*articles, (row,), (), Regime.VERSIONS), 0)
    return [
        (edit.left[0].span if edit.left else None, edit.right[0].span if edit.right else None)
        for edit in edits
    ]


def wanted_marks(case: Case) -> list[Mark]:
    """The marks that the editor drew, without the words at their ends that are the same."""
    return [_trimmed(case, (label.left, label.right)) for label in case.marks]


def _trimmed(case: Case, mark: Mark) -> Mark:
    ours, theirs = _pieces(case.left, mark[0]), _pieces(case.right, mark[1])
    while ours and theirs and ours[0][0] == theirs[0][0]:
        del ours[0], theirs[0]
    while ours and theirs and ours[-1][0] == theirs[-1][0]:
        del ours[-1], theirs[-1]
    if not ours and not theirs:
        return mark
    left, right = (
        Span(side[0][1], side[-1][1] + len(side[-1][0])) if side else None
        for side in (ours, theirs)
    )
    return left, right


def cores(case: Case, marks: Iterable[Mark]) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Where the words of each mark begin; of one without words, where its marks or blanks do."""
    for left, right in marks:
        ours, theirs = _pieces(case.left, left), _pieces(case.right, right)
        if [text for text, _ in ours] == [text for text, _ in theirs]:
            yield _blanks(case.left, left), _blanks(case.right, right)
            continue
        if any(_WORD.match(text) for text, _ in (*ours, *theirs)):
            ours, theirs = (
                [each for each in side if _WORD.match(each[0])] for side in (ours, theirs)
            )
        yield frozenset(at for _, at in ours), frozenset(at for _, at in theirs)


def _pieces(text: str, span: Span | None) -> list[tuple[str, int]]:
    """The words and marks of a span, with their places."""
    if span is None:
        return []
    found = _WORD_OR_MARK.finditer(text, span.start, span.end)
    return [(each.group(), each.start()) for each in found]


def _blanks(text: str, span: Span | None) -> frozenset[int]:
    """Where the blanks of a span begin."""
    if span is None:
        return frozenset()
    return frozenset(each.start() for each in _BLANK.finditer(text, span.start, span.end))


def _touched(case: Case, marks: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    """The words that marks touch, by side and place."""
    for mark in marks:
        for side, (text, span) in enumerate(zip((case.left, case.right), mark, strict=True)):
            if span is not None:
                for word in _WORD.finditer(text):
                    if word.start() < span.end and span.start < word.end():
                        yield side, word.start()


def _joined(case: Case, marks: Sequence[Mark]) -> list[Mark]:
    """The marks, those with nothing but a blank between them made one."""
    texts = case.left, case.right
    out: list[Mark] = []
    at = 0, 0
    for mark in marks:
        # What is between marks is the same on both sides, but for the blanks.
        sides = [*zip(texts, at, mark, strict=True)]
        gap = next(text[place : span.start] for text, place, span in sides if span)
        size = len("".join(gap.split()))
        left, right = (
            span.end if span else place + len(_first(text[place:], size))
            for text, place, span in sides
        )
        at = left, right
        if out and not size:
            before = out.pop()
            out.append((_hull(before[0], mark[0]), _hull(before[1], mark[1])))
        else:
            out.append(mark)
    return out


def _first(text: str, size: int) -> str:
    """So much of a text that it holds so many letters and marks."""
    found = re.match(rf"(?:\s*\S){{{size}}}", text)
    return found.group() if found else text


def _hull(one: Span | None, other: Span | None) -> Span | None:
    return Span(one.start, other.end) if one and other else one or other


def _cuts(text: str, spans: Iterable[Span | None]) -> int:
    """How many of some spans end inside a word."""
    inside = {at for word in _WORD.finditer(text) for at in range(word.start() + 1, word.end())}
    return sum(1 for span in spans if span and (span.start in inside or span.end in inside))


def labelled(paths: Sequence[Path], mistakes: int) -> None:
    """Print how far the marks agree with those of each page, and so many that do not."""
    print(
        f"{'':28}{'agree':>9}{'marks':>9}{'joined':>9}{'marks':>9}{'words':>9}{'cuts':>6}{'of':>9}"
    )
    whole = Agreement()
    for path in paths:
        page = Agreement()
        for case in cases(path):
            marks = found_marks(case)
            page += agreement(case, marks)
            wanted = wanted_marks(case)
            missed = {*cores(case, wanted)} - {*cores(case, marks)}
            if missed and mistakes:
                mistakes -= 1
                print(f"\n  {case.name}\n    editor  {_shown(case, wanted)}")
                print(f"    Diptych {_shown(case, marks)}")
        whole += page
        print(f"  {path.stem[:25]:26}{page}")
    print(f"  {'all':26}{whole}")


def _shown(case: Case, marks: Iterable[Mark]) -> str:
    """Marks as the pages write them."""
    texts = case.left, case.right
    return " ".join(
        "{{{} => {}}}".format(
            *(
                text[span.start : span.end] if span else ""
                for text, span in zip(texts, mark, strict=True)
            )
        )
        for mark in marks
    )


def _pairs(count: int) -> dict[str, list[tuple[str, str]]]:
    """Texts of a hundred words, with about three edits and with every seventh word changed."""
    chance, stock = random.Random(1), english_words()
    words = " ".join(prose(count * 100 // WORDS_A_PARAGRAPH + 1)).split()
    texts = [" ".join(words[at : at + 100]) for at in range(0, 100 * count, 100)]
    seventh = [_with_every_seventh(text.split(), chance, stock) for text in texts]
    few = [reworded(text, stock, 3, chance) for text in texts]
    return {
        "three edits": [*zip(texts, few, strict=True)],
        "every seventh word": [*zip(texts, seventh, strict=True)],
    }


def _with_every_seventh(words: list[str], chance: random.Random, stock: Sequence[str]) -> str:
    """The text with every seventh word changed; marks stay where they were."""
    new = [re.sub(r"\w+", chance.choice(stock), words[at]) for at in range(0, len(words), 7)]
    words[::7] = new
    return " ".join(words)


def speed(count: int = PAIRS) -> None:
    """Print what the marks of texts of a hundred words cost, and how long wdiff takes for them."""
    print(f"\n{f'{count:,} pairs of 100 words':28}{'first':>9}{'then':>9}{'to wdiff':>10}")
    for name, pairs in _pairs(count).items():
        ours: list[float] = []
        theirs: list[float] = []
        with tempfile.TemporaryDirectory() as folder:
            files = Path(folder, "left"), Path(folder, "right")
            for file, texts in zip(files, zip(*pairs, strict=True), strict=True):
                file.write_text("\n".join(texts) + "\n", encoding="utf-8")
            for _ in range(ROUNDS):
                start = time.perf_counter()
                for left, right in pairs:
                    mark_words(left, right)
                ours.append(time.perf_counter() - start)
                if shutil.which(WDIFF):
                    start = time.perf_counter()
                    subprocess.run((WDIFF, *files), stdout=subprocess.DEVNULL, check=False)
                    theirs.append(time.perf_counter() - start)
        each = [1e6 * seconds / count for seconds in (ours[0], statistics.median(ours))]
        ratio = statistics.median(ours) / statistics.median(theirs) if theirs else 0.0
        beside = f"{ratio:8.2f} ×" if theirs else "no wdiff".rjust(10)
        over = each[1] > MOST_MICROSECONDS or ratio > MOST_TO_WDIFF
        print(f"  {name:26}{each[0]:6.0f} µs{each[1]:6.0f} µs{beside}{'  OVER' if over else ''}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path, default=sorted(CASES.glob("*.md")))
    options.add_argument("--mistakes", type=int, default=0, metavar="N")
    options.add_argument("--speed", action="store_true", help="the clock alone")
    given = options.parse_args()
    if given.files and not given.speed:
        labelled(given.files, given.mistakes)
    if given.speed or not given.files:
        speed()


if __name__ == "__main__":
    main()
