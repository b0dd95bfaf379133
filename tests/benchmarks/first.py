"""Measure how soon the text can be read, a key is answered, and the screen stands still.

Run it with `python -m tests.benchmarks.first`, for the largest texts too with `--long`; it
takes about four minutes. Every time is from the start of the process, in a terminal of
80x24, against an empty Textual app in the same run; `vim -d` stands beside it where it is
installed.
"""

import argparse
import compileall
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.texts import write_pair
from tests.terminal import DIPTYCH, ROOT, SEEDS, Terminal

ROUNDS = 7
LONG_ROUNDS = 3
COUNTS = (100, 10_000)
LONG = 10_000
"""Pairs over which a program is started fewer times."""
SEED = f"seeds/{Path(SEEDS[0]).name}"
LONGER_THAN_A_TITLE = 30
"""Letters of the text that stand in no line of titles."""
PATIENCE = 300.0
"""Seconds after which a program will not come any more."""
EMPTY_APP = (
    sys.executable,
    "-c",
    """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self): yield Static('ready')
    def on_key(self): self.query_one(Static).update('answered')
Empty().run()
""",
)


@dataclass(frozen=True, slots=True)
class Program:
    """A program to start, and how to see how far it is."""

    command: tuple[str, ...]
    words: str
    """The first words of the text."""
    key: str
    """Moves the first line out of the window."""
    last: str
    """Words that stand there when the most is done; more bytes may come after them."""
    rounds: int = ROUNDS
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program, in seconds."""

    read: float
    """To the first words of the text."""
    answered: float
    """To the effect of a key pressed as soon as these words were there."""
    settled: float
    """To the last byte of the screen that stands still; of another start, without keys."""


def start_of(program: Program) -> Start:
    """Start a program twice, once to press a key and once to leave it alone."""
    with Terminal(program.command, environment=program.environment) as terminal:
        terminal.wait_for(program.words, PATIENCE)
        read = terminal.last_byte - terminal.started
        terminal.press(program.key)
        while program.words in terminal.text:
            if not terminal.read(PATIENCE):
                raise AssertionError(f"no answer; the screen:\n{terminal.text}")
        answered = terminal.last_byte - terminal.started
    with Terminal(program.command, environment=program.environment) as terminal:
        terminal.wait_for(program.last, PATIENCE)
        terminal.settle()
        return Start(read, answered, terminal.last_byte - terminal.started)


def programs(folder: Path, counts: Sequence[int]) -> dict[str, Program]:
    """What is started, by the name it has in the table."""
    found = {
        "an empty Textual app": Program(EMPTY_APP, "ready", "j", "ready"),
        "diptych 000 001": Program((*DIPTYCH, *SEEDS[:2]), "Iraqi President Fuad", "j", " changes"),
        "diptych seeds/": Program((*DIPTYCH, "seeds"), f"{SEED}#1", "j", " articles"),
    }
    for count in counts:
        pair = write_pair(folder, count)
        with Path(pair[0]).open(encoding="utf-8") as file:
            words = file.readline()[:LONGER_THAN_A_TITLE]
        few = count > LONG
        found[f"diptych, {count:,} pairs"] = Program(
            (*DIPTYCH, *pair), words, "j", " changes", LONG_ROUNDS if few else ROUNDS
        )
        if shutil.which("vim"):
            found[f"vim -d, {count:,} pairs"] = Program(
                ("vim", "--clean", "-d", *pair),
                words,
                "\x05",
                words,
                1 if few else ROUNDS,
                # What vim asks an xterm for besides, the emulator takes for colours.
                {"TERM": "screen-256color"},
            )
    return found


def starts(counts: Sequence[int] = COUNTS) -> None:
    """Print a table of how soon each program can be read, answers and stands still."""
    # An installed program has its bytecode, and without it starts in four times the time.
    compileall.compile_dir(ROOT / "tui", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        chosen = programs(Path(name), counts)
        found: dict[str, list[Start]] = {each: [] for each in chosen}
        for number in range(ROUNDS):
            for each, program in chosen.items():
                if number < program.rounds:
                    found[each].append(start_of(program))
    medians = {each: _median(all_) for each, all_ in found.items()}
    empty = medians["an empty Textual app"]
    print(
        f"\nFrom the start of the process\n  {'':26}{'first words':>18}{'a key':>18}{'settled':>18}"
    )
    for each, median in medians.items():
        cells = (
            f"{1000 * seconds:8.0f} ms {seconds / unit:5.2f} ×"
            for seconds, unit in zip(median, empty, strict=True)
        )
        print(f"  {each:26}{' '.join(cells)}")


def _median(found: Sequence[Start]) -> tuple[float, float, float]:
    return (
        statistics.median(each.read for each in found),
        statistics.median(each.answered for each in found),
        statistics.median(each.settled for each in found),
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--long", action="store_true", help=f"{LONG:,} pairs and more too")
    starts((*COUNTS, 100_000) if options.parse_args().long else COUNTS)


if __name__ == "__main__":
    main()
