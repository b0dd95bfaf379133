"""Measure what comparing costs: with length, to other threads, and on hostile texts.

Run it with `python -m tests.benchmarks.scale`; it takes about ten minutes, of
which `ordinary`, `held` and `hostile` are the parts that can be named to run
alone. `--long` compares 100,000 paragraphs too. Every measurement is a fresh
process, so that its peak of memory is its own; all times are ratios to the
comparing of 10,000 ordinary paragraphs, or to the program named, in the same run.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from tests.benchmarks.editing import Plan, edit, reworded
from tests.benchmarks.texts import english_words, prose
from tests.strategies import article_of
from tui.article import Article
from tui.compare import Comparison, compare, edits_of

MIXES = {
    "working copy": Plan(
        reworded=0.32,
        words=0.1,
        removed=0.04,
        added=0.027,
        moved=0.0033,
        split=0.005,
        merged=0.0025,
    ),
    "every paragraph touched": Plan(reworded=1.0, words=1 / 7),
}
COUNTS, LONG = (1_000, 10_000), 100_000
"""Paragraphs; the other programs compare `LONG // 10`."""
MOST_SECONDS, MOST_TO_WDIFF, MOST_TO_A_TENTH, MOST_AGAIN = 0.5, 0.35, 13.0, 0.5
"""What is aimed at: seconds for 1,000 paragraphs; times the time of wdiff for 10,000; times
that for 100,000; of a second comparison with the same left article, times the first."""
MOST_MEMORY = {10_000: 200, 100_000: 1_200}
"""What is aimed at: the peak of the whole process, MB."""
WAITS = {"comparing": 0.050, "between reports of progress": 0.100}
"""What is aimed at: seconds that other threads wait at most, and a cancel."""
PROGRAMS = {"wdiff": ("wdiff",), "git": ("git", "diff", "--no-index", "--word-diff")}
"""What is measured beside, where it is installed."""
HOSTILE_BOUNDS = {
    "a million identical lines": (45, 1_500),
    "words shuffled, 20,000": (25, 600),
    "paragraphs shuffled, 20,000": (12, 400),
    "5 MB beside an edited copy": (4, 600),
    "5 MB beside 10,000 paragraphs": (8, 600),
    "200,000 empty lines": (12, 400),
    "58 of 60 words shared, 20,000": (10, 600),
    "neighbours swapped, 100,000": (14, 1_000),
    "words of one letter, 20,000": (6, 600),
    "a word and a number, 100,000": (8, 800),
    "unrelated, 50,000": (30, 1_500),
}
"""Most time, times that of 10,000 ordinary paragraphs, and most memory beyond the texts, MB."""
ROUNDS = 3
LIMIT = 120.0
"""Seconds after which a hostile comparison is ended."""
MEMORY_LIMIT = 12 << 30
"""Bytes of addresses a measured process may have, so that it cannot starve the machine."""
_WAKE = 0.001
_MB = 1024
"""Kilobytes; the system tells the peak in these."""

Texts = tuple[list[str], list[str]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one comparison took."""

    seconds: float
    peak: float
    """MB of the whole process."""
    beyond: float
    """MB more than when the texts had been read."""
    again: float = 0.0
    """Seconds of the next comparison with the same left article."""
    look: float = 0.0
    """Seconds to compare the words of the longest row that changed."""


class EndlessError(Exception):
    """A measured process came to no end."""


def fresh(run: Callable[..., T], *given: object, limit: float | None = None) -> T:
    """What a function answers in a process of its own.

    Raises:
        EndlessError: It took longer than `limit` seconds, or ended without an answer.
    """
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(there, run, given))
    process.start()
    there.close()
    try:
        if not here.poll(limit):
            raise EndlessError(f"over {limit:.0f} s")
        answer: T = here.recv()
        return answer
    except EOFError as error:
        raise EndlessError("no answer: memory?") from error
    finally:
        process.kill()
        process.join()


def _answer(there: Connection, run: Callable[..., object], given: Sequence[object]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    there.send(run(*given))


def peak() -> float:
    """MB this process has taken at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB


def timed(run: Callable[..., T], *given: object) -> tuple[float, T]:
    start = time.perf_counter()
    answer = run(*given)
    return time.perf_counter() - start, answer


def write_texts(folder: Path, mix: str, count: int) -> None:
    """A text and two that were made of it, one paragraph a line."""
    left, pool = prose(count), prose(1 + count // 10, seed=2)
    (folder / "left").write_text("\n".join(left), encoding="utf-8")
    for seed, name in enumerate(("right", "other")):
        text = edit(left, pool, MIXES[mix], random.Random(seed))
        (folder / name).write_text("\n".join(text.right), encoding="utf-8")


def read(path: Path) -> Article:
    return article_of(path.read_text(encoding="utf-8").split("\n"))


def cost_of_files(folder: Path) -> Cost:
    left, right, other = (read(folder / name) for name in ("left", "right", "other"))
    before = peak()
    seconds, _ = timed(compare, left, right)
    after = peak()
    return Cost(seconds, after, after - before, again=timed(compare, left, other)[0])


def ordinary(counts: Sequence[int]) -> None:
    """Print what comparing costs with growing length, against other programs."""
    for mix in MIXES:
        print(f"\n{mix:26}{'s':>9}{'again':>9}{'peak MB':>9}{'to wdiff':>9}{'to git':>9}")
        seconds: dict[int, float] = {}
        for count in counts:
            with tempfile.TemporaryDirectory() as name:
                cost, theirs = _in_turns(Path(name), mix, count)
            seconds[count] = cost.seconds
            again = cost.again / cost.seconds
            ratios = {program: cost.seconds / time for program, time in theirs.items()}
            said = _over(
                [
                    count == COUNTS[0] and cost.seconds > MOST_SECONDS and "time",
                    again > MOST_AGAIN and "again",
                    cost.peak > MOST_MEMORY.get(count, cost.peak) and "memory",
                    ratios.get("wdiff", 0) > MOST_TO_WDIFF and "wdiff",
                ]
            )
            cells = "".join(f"{ratio:8.2f}×" for ratio in ratios.values())
            print(f"  {count:<24,}{cost.seconds:9.2f}{again:8.2f}×{cost.peak:9.0f}{cells:18}{said}")
        if LONG in seconds:
            ratio = seconds[LONG] / seconds[LONG // 10]
            said = _over([ratio > MOST_TO_A_TENTH and "growth"])
            print(f"  {f'{LONG:,} to {LONG // 10:,}':24}{ratio:8.1f}×{said}")


def _in_turns(folder: Path, mix: str, count: int) -> tuple[Cost, dict[str, float]]:
    """The median cost, and the median seconds of the other programs for 10,000 paragraphs."""
    fresh(write_texts, folder, mix, count)
    costs: list[Cost] = []
    theirs: dict[str, list[float]] = {}
    for _ in range(ROUNDS if count < LONG else 1):
        costs.append(fresh(cost_of_files, folder))
        for program, command in PROGRAMS.items() if count == LONG // 10 else ():
            if shutil.which(program):
                theirs.setdefault(program, []).append(_seconds_of(command, folder))
    median = Cost(*(statistics.median(values) for values in zip(*map(astuple, costs), strict=True)))
    return median, {program: statistics.median(times) for program, times in theirs.items()}


def _over(reasons: Iterable[str | bool]) -> str:
    """A word of warning that names the bounds that were passed, if any was."""
    named = [reason for reason in reasons if isinstance(reason, str)]
    return f"  OVER {', '.join(named)}" if named else ""


def _seconds_of(command: Sequence[str], folder: Path) -> float:
    files = folder / "left", folder / "right"
    return timed(
        lambda: subprocess.run((*command, *files), stdout=subprocess.DEVNULL, check=False)
    )[0]


def waits_during(run: Callable[[], object]) -> tuple[float, float]:
    """Longest and 99.9th percentile of the seconds that a thread wakes too late."""
    woken: list[float] = []
    done = threading.Event()

    def wake() -> None:
        while not done.is_set():
            woken.append(time.perf_counter())
            time.sleep(_WAKE)

    thread = threading.Thread(target=wake)
    thread.start()
    run()
    woken.append(time.perf_counter())
    done.set()
    thread.join()
    late = sorted(max(0.0, there - here - _WAKE) for here, there in pairwise(woken))
    return late[-1], late[int(0.999 * (len(late) - 1))]


def holds(folder: Path) -> tuple[tuple[str, tuple[float, float]], ...]:
    """How late another thread wakes, and how seldom progress is told."""
    left, right = read(folder / "left"), read(folder / "right")

    def counting() -> None:
        until = time.perf_counter() + 2
        while time.perf_counter() < until:
            sum(range(1_000))

    told: list[float] = [time.perf_counter()]
    compare(left, right, progress=lambda _: told.append(time.perf_counter()))
    told.append(time.perf_counter())
    silent = sorted(there - here for here, there in pairwise(told))
    again = read(folder / "left"), read(folder / "other")
    return (
        ("doing nothing", waits_during(lambda: time.sleep(2))),
        ("counting in Python", waits_during(counting)),
        ("comparing", waits_during(lambda: compare(*again))),
        ("between reports of progress", (silent[-1], silent[int(0.999 * (len(silent) - 1))])),
    )


def held(counts: Sequence[int]) -> None:
    """Print how long other threads wait for a comparison, and how soon it can be cancelled."""
    for mix in MIXES:
        for count in counts[1:]:
            with tempfile.TemporaryDirectory() as name:
                fresh(write_texts, Path(name), mix, count)
                found = fresh(holds, Path(name))
            print(f"\nOther threads wait, {mix}, {count:<12,}{'longest':>9}{'99.9 %':>9}")
            for what, (longest, most) in found:
                said = _over([longest > WAITS.get(what, longest) and "time"])
                print(f"  {what:44}{1000 * longest:6.1f} ms{1000 * most:6.1f} ms{said}")


def _identical() -> Texts:
    return ["The same line, time and again."] * 1_000_000, [
        "The same line, time and again."
    ] * 1_000_000


def _words_shuffled() -> Texts:
    texts = prose(20_000)
    words = " ".join(texts).split()
    random.Random(1).shuffle(words)
    return texts, [" ".join(words[at : at + 60]) for at in range(0, len(words), 60)]


def _paragraphs_shuffled() -> Texts:
    texts = prose(20_000)
    return texts, random.Random(1).sample(texts, len(texts))


def _five_megabytes() -> tuple[str, list[str]]:
    texts = prose(14_000)
    whole = " ".join(texts)[:5_000_000]
    return whole, texts


def _beside_a_copy() -> Texts:
    whole, _ = _five_megabytes()
    copy = reworded(whole, english_words(), len(whole) // 50, random.Random(1))
    return [whole], [copy]


def _beside_its_parts() -> Texts:
    whole, texts = _five_megabytes()
    return [whole], texts[:10_000]


def _empty() -> Texts:
    return [""] * 200_000, [""] * 200_000


def _alike() -> Texts:
    chance, stock = random.Random(1), english_words()
    (pattern,) = (prose(1)[0].split(),)

    def one() -> str:
        words = list(pattern)
        for at in chance.sample(range(len(words)), 2):
            words[at] = chance.choice(stock)
        return " ".join(words)

    texts = [one() for _ in range(20_000)]
    return texts, chance.sample(texts, len(texts))


def _swapped() -> Texts:
    texts = [" ".join(text.split()[:12]) for text in prose(100_000)]
    return texts, [texts[at ^ 1] for at in range(len(texts))]


def _letters() -> Texts:
    chance = random.Random(1)
    texts = [" ".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=60)) for _ in range(20_000)]
    changed = []
    for text in texts:
        words = text.split()
        words[3::7] = chance.choices("abcdefghijklmnopqrstuvwxyz", k=len(words[3::7]))
        changed.append(" ".join(words))
    return texts, changed


def _numbered() -> Texts:
    return [f"Paragraph {n}" for n in range(100_000)], [
        f"Paragraph {n}" for n in range(50_000, 150_000)
    ]


def _unrelated() -> Texts:
    return prose(50_000), prose(50_000, seed=2)


HOSTILE: dict[str, Callable[[], Texts]] = dict(
    zip(
        HOSTILE_BOUNDS,
        (
            _identical,
            _words_shuffled,
            _paragraphs_shuffled,
            _beside_a_copy,
            _beside_its_parts,
            _empty,
            _alike,
            _swapped,
            _letters,
            _numbered,
            _unrelated,
        ),
        strict=True,
    )
)
"""Texts that make a comparison explode if anything does."""


def write_hostile(folder: Path, name: str) -> None:
    for side, texts in zip(("left", "right"), HOSTILE[name](), strict=True):
        (folder / side).write_text("\n".join(texts), encoding="utf-8")


def cost_of_hostile(folder: Path) -> Cost:
    left, right = read(folder / "left"), read(folder / "right")
    before = peak()
    seconds, comparison = timed(compare, left, right)
    after = peak()
    look, _ = timed(edits_of, comparison, _longest_change(comparison))
    return Cost(seconds, after, after - before, look=look)


def _longest_change(comparison: Comparison) -> int:
    """The row with most letters, of those that changed if any did."""

    def letters(number: int) -> tuple[bool, int]:
        row = comparison.rows[number]
        sides = (comparison.left, row.left), (comparison.right, row.right)
        length = sum(len(article.paragraphs[n].text) for article, some in sides for n in some)
        return row.kind.is_change, length

    return max(range(len(comparison.rows)), key=letters)


def hostile(names: Sequence[str]) -> None:
    """Print what hostile texts cost, in times of 10,000 ordinary paragraphs."""
    with tempfile.TemporaryDirectory() as name:
        fresh(write_texts, Path(name), "working copy", 10_000)
        unit = min(fresh(cost_of_files, Path(name)).seconds for _ in range(ROUNDS))
    print(f"\nHostile texts; 1 × is {unit:.2f} s: 10,000 paragraphs of a working copy")
    print(f"  {'':32}{'time':>9}{'bound':>8}{'more MB':>9}{'bound':>8}{'a row':>10}")
    for name, (times, memory) in HOSTILE_BOUNDS.items():
        if names and name not in names:
            continue
        print(f"  {name:32}{_hostile_cells(name, unit, times, memory)}", flush=True)


def _hostile_cells(name: str, unit: float, times: float, memory: float) -> str:
    with tempfile.TemporaryDirectory() as folder:
        fresh(write_hostile, Path(folder), name)
        try:
            cost = fresh(cost_of_hostile, Path(folder), limit=LIMIT)
        except EndlessError as failure:
            return f"{failure!s:>9}{times:7}×{'':9}{memory:8}{'':10}  OVER"
    ratio = cost.seconds / unit
    said = _over([ratio > times and "time", cost.beyond > memory and "memory"])
    cells = f"{ratio:8.2f}×{times:7}×{cost.beyond:9.0f}{memory:8}"
    return f"{cells}{1000 * cost.look:7.0f} ms{said}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parts", nargs="*", help="ordinary, held, hostile, or hostile texts")
    options.add_argument("--long", action="store_true", help=f"{LONG:,} paragraphs too")
    given = options.parse_args()
    counts = (*COUNTS, LONG) if given.long else COUNTS
    parts: dict[str, Callable[[Sequence[int]], None]] = {"ordinary": ordinary, "held": held}
    chosen = given.parts or [*parts, "hostile"]
    unknown = [name for name in chosen if name not in (*parts, "hostile", *HOSTILE)]
    if unknown:
        sys.exit(f"{unknown[0]}: not one of {', '.join((*parts, 'hostile', *HOSTILE))}")
    for name, run in parts.items():
        if name in chosen:
            run(counts)
    texts = [name for name in chosen if name in HOSTILE]
    if texts or "hostile" in chosen:
        hostile([] if "hostile" in chosen else texts)


if __name__ == "__main__":
    main()
