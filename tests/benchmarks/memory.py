"""Measure the memory of a running Diptych against that of an empty Textual app.

Run it with `python -m tests.benchmarks.memory`; it takes about a minute. Linux only: the
kernel says how much of a program is in memory now, and was at most.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.first import EMPTY_APP
from tests.benchmarks.texts import write_pair
from tests.terminal import DIPTYCH, Terminal

COUNTS = (100, 10_000, 100_000)
PATIENCE = 180.0
"""Seconds that 100,000 pairs may take until all their words are compared."""
QUIET = 2.0
"""Seconds without a byte and without work after which a program is at rest."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a program takes, in bytes."""

    at_rest: int
    peak: int


def memory_of(command: Sequence[str], words: str) -> Memory:
    """The memory of a program some time after some words came and it has nothing left to do."""
    with Terminal(command) as terminal:
        terminal.wait_for(words, PATIENCE)
        terminal.settle()
        rest_until_idle(terminal)
        return Memory(_said(terminal, "VmRSS"), _said(terminal, "VmHWM"))


def rest_until_idle(terminal: Terminal) -> None:
    """Wait until the program uses no processor."""
    before = -1
    while (used := _processor_time(terminal)) - before > 1:
        before = used
        while terminal.read(QUIET):
            pass


def _processor_time(terminal: Terminal) -> int:
    """In the kernel's ticks."""
    fields = Path(f"/proc/{terminal.process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _said(terminal: Terminal, field: str) -> int:
    for line in Path(f"/proc/{terminal.process}/status").read_text().splitlines():
        name, value = line.split(":", 1)
        if name == field:
            return 1024 * int(value.split()[0])
    raise AssertionError(f"the kernel says nothing of {field}")


def memory(counts: Sequence[int] = COUNTS) -> None:
    """Print a table of the memory of each program, at rest and at its peak."""
    with tempfile.TemporaryDirectory() as name:
        found = {"an empty Textual app": (0, memory_of(EMPTY_APP, "ready"))}
        for count in counts:
            pair = write_pair(Path(name), count)
            size = sum(Path(path).stat().st_size for path in pair)
            taken = memory_of((*DIPTYCH, *pair), " changes")
            found[f"diptych, {count:,} pairs"] = size, taken
    _, empty = found["an empty Textual app"]
    print(f"\nMemory\n  {'':26}{'text':>10}{'at rest':>18}{'at its peak':>18}")
    for each, (size, taken) in found.items():
        cells = (
            f"{taken_bytes / 1e6:8.0f} MB {taken_bytes / unit:5.1f} ×"
            for taken_bytes, unit in ((taken.at_rest, empty.at_rest), (taken.peak, empty.peak))
        )
        print(f"  {each:26}{size / 1e6:7.1f} MB {' '.join(cells)}")


if __name__ == "__main__":
    memory()
