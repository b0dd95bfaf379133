"""Measure Diptych, and print ratios against something measured in the same run.

Run it with `python -m tests.benchmarks`; it takes about twenty minutes. `first`, `memory`,
`pairing`, `scale`, `marks`, `kinds`, `reading`, `wire` and `trackers` beside it run alone
and tell more.
Times are medians over rounds in which the programs take turns, so that a
machine that slows down slows all of them.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.first import starts
from tests.benchmarks.marks import speed as marks_speed
from tests.benchmarks.memory import memory
from tests.benchmarks.reading import reading
from tests.benchmarks.scale import COUNTS, ordinary
from tests.benchmarks.texts import write_pair
from tests.benchmarks.wire import wire
from tests.terminal import DIPTYCH, Terminal

ROUNDS = 7
PRESSES = 30


def medians(runs: dict[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, float]:
    """The median of each measurement, all taken in turn."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            found[name].append(run())
    return {name: statistics.median(values) for name, values in found.items()}


def key_times(count: int, key: str, folder: Path) -> float:
    """Median seconds from a key to the last byte it caused, in a pair of so many paragraphs."""
    with Terminal((*DIPTYCH, *write_pair(folder, count))) as terminal:
        terminal.wait_for(" changes", seconds=120)
        terminal.settle()
        times = []
        for _ in range(PRESSES):
            pressed = time.perf_counter()
            terminal.press(key)
            terminal.settle(quiet=0.05)
            times.append(terminal.last_byte - pressed)
        return statistics.median(times)


def scrolling() -> None:
    """Whether long texts scroll as quickly as short ones."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for key, said in (("j", "A line down"), (" ", "A page down")):
            times = medians(
                {
                    "100 pairs": lambda key=key: key_times(100, key, folder),
                    "10,000 pairs": lambda key=key: key_times(10_000, key, folder),
                },
                rounds=3,
            )
            table(f"{said}, key to last byte", times, "100 pairs")


def table(title: str, times: dict[str, float], base: str) -> None:
    print(f"\n{title}")
    for name, seconds in times.items():
        print(f"  {name:<32}{1000 * seconds:9.1f} ms {seconds / times[base]:7.2f} ×")


if __name__ == "__main__":
    for measure in (starts, memory, scrolling, reading):
        measure()
    ordinary(COUNTS)
    marks_speed()
    wire()
