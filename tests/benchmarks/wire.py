"""What Diptych, `vim -d` and `less` send to the terminal, and how soon; as Markdown tables.

Run it with `python -m tests.benchmarks.wire`; it takes about six minutes, and less with the
names of tables behind it: `sizes`, `times`, `resize`, `held`, `slow`. Bytes are counted at a
pseudo-terminal and come out the same every time; times are for comparing within one run.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.benchmarks.texts import write_pair
from tests.terminal import DIPTYCH, Terminal

PAIRS = (100, 10_000, 100_000)
PRESSES = 20
QUIET = 0.12
"""Seconds of silence after which a key counts as answered."""
SHORT_WORDS = 8
"""Words of a paragraph that takes two lines, so that the next change is often in view."""
A_SECOND, HELD_SECONDS, AT_ONCE = 30, 5, 200
"""Keys a second while one is held, for how long; and how many come at once."""
LINK, PAGES, PAGES_SECONDS = 8_000, 20, 2.0
"""Bytes a second of a slow link; pages asked for over it, and in what time."""
PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Program:
    """A program that shows two texts, or one of them, and its keys."""

    name: str
    command: tuple[str, ...]
    keys: Mapping[str, str]
    """The key for each move that it knows."""
    ready: str
    """What is on its screen when it can be used."""
    both: bool = True
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def missing(self) -> bool:
        return shutil.which(self.command[0]) is None

    def opened(self, pair: Sequence[str], size: tuple[int, int] = (80, 24)) -> Terminal:
        """The program on two texts, ready and quiet."""
        names = pair if self.both else pair[:1]
        terminal = Terminal((*self.command, *names), size, dict(self.environment))
        terminal.wait_for(self.ready, seconds=PATIENCE)
        terminal.rest(PATIENCE)
        return terminal


KEYS = {"line down": "j", "page down": " ", "next change": "n", "to the end": "G"}
DRIVEN = Program("Diptych", DIPTYCH, {**KEYS, "mark": "j"}, " changes")
TEXTUAL = Program(
    "without its driver", DIPTYCH, DRIVEN.keys, " changes",
    environment={"DIPTYCH_DRIVER": "textual"},
)  # fmt: skip
VIM = Program(
    "`vim -d`",
    # Without its settings and without a question at the start; lines wrapped, for it is prose.
    ("vim", "-u", "NONE", "-i", "NONE", "-n", "--cmd", "set shortmess+=F",
     "-c", "windo set wrap", "-c", "wincmd t", "-d"),
    {"line down": "\x05", "page down": "\x06", "next change": "]c", "to the end": "G", "mark": "w"},
    "left-",
)  # fmt: skip
LESS = Program(
    "`less`",
    ("less",),
    {"line down": "j", "page down": " ", "to the end": "G"},
    "left-",
    both=False,
)
BACK_AND_FORTH = {DIPTYCH[0]: [*"pppnnn"] * 3, "vim": ["[c", "[c", "]c", "]c"] * 5}
PROGRAMS = (DRIVEN, TEXTUAL, VIM, LESS)


def table(title: str, heads: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Print a table in Markdown."""
    heads = list(heads)
    print(f"\n{title}\n\n| {' | '.join(heads)} |")
    print(f"| --- |{' ---: |' * (len(heads) - 1)}")
    for row in rows:
        print(
            f"| {' | '.join(f'{each:,}' if isinstance(each, int) else str(each) for each in row)} |"
        )
    sys.stdout.flush()


# Bytes


def sizes(folder: Path) -> None:
    """Bytes for each move, at two sizes."""
    long, short = write_pair(folder, PAIRS[1]), write_pair(folder / "short", PAIRS[1], SHORT_WORDS)
    for size in ((80, 24), (200, 50)):
        columns = {
            program.name: {} if program.missing else _bytes_of(program, long, short, size)
            for program in PROGRAMS
        }
        moves = ("opening", "line down", "page down", "next change", "next change in view",
                 "moving the mark", "idle for 5 s")  # fmt: skip
        table(
            f"Bytes at {size[0]}x{size[1]}, {PAIRS[1]:,} pairs, median of {PRESSES} presses",
            ("move", *columns),
            ([move, *(found.get(move, "–") for found in columns.values())] for move in moves),
        )


def _bytes_of(
    program: Program, long: Sequence[str], short: Sequence[str], size: tuple[int, int]
) -> dict[str, int]:
    found = {}
    with program.opened(long, size) as terminal:
        found["opening"] = len(terminal.sent)
        terminal.settle(quiet=5.0)
        found["idle for 5 s"] = len(terminal.sent) - found["opening"]
        for move in ("line down", "page down", "next change"):
            if move in program.keys:
                found[move] = _median(
                    len(terminal.answer(program.keys[move], QUIET)) for _ in range(PRESSES)
                )
        if mark := program.keys.get("mark"):
            if program.command == DIPTYCH:  # The mark of a list is moved; vim's is its cursor.
                terminal.answer("K", quiet=0.4)
            found["moving the mark"] = _median(len(terminal.answer(mark, QUIET)) for _ in range(8))
    if "next change" in program.keys:
        with program.opened(short, size) as terminal:
            in_view = []
            # Down some, and up and down among those that are in view then.
            for key in [program.keys["next change"]] * 6 + BACK_AND_FORTH[program.command[0]]:
                before = _text(terminal)
                sent = terminal.answer(key, QUIET)
                if _text(terminal) == before:
                    in_view.append(len(sent))
            if in_view:
                found["next change in view"] = _median(in_view)
    return found


def _text(terminal: Terminal) -> list[str]:
    """What is between the first line and the last two, without marks."""
    return [line.replace("▌", " ") for line in terminal.lines[1:-2]]


def _median(values: Iterable[int]) -> int:
    return round(statistics.median(values))


# Times


def times(folder: Path) -> None:
    """From a key to the last byte it caused, in texts of three sizes, all open at once."""
    terminals = {count: DRIVEN.opened(write_pair(folder, count)) for count in PAIRS}
    rows = []
    for move, key in KEYS.items():
        taken: dict[int, list[float]] = {count: [] for count in PAIRS}
        for _ in range(PRESSES):
            # In turn, for the machine is now fast and now slow.
            for count, terminal in terminals.items():
                if move == "to the end":
                    terminal.answer("g", QUIET)
                taken[count].append(_answered(terminal, key))
        medians = [1000 * statistics.median(taken[count]) for count in PAIRS]
        rows.append(
            [move, *(f"{ms:.1f} ms" for ms in medians), f"{medians[-1] / medians[0]:.2f} ×"]
        )
    for terminal in terminals.values():
        terminal.__exit__(None, None, None)
    heads = ("key to settled", *(f"{count:,} pairs" for count in PAIRS), "last to first")
    table(f"Times at 80x24, median of {PRESSES} presses", heads, rows)


def _answered(terminal: Terminal, key: str) -> float:
    pressed = time.perf_counter()
    terminal.answer(key, QUIET)
    return max(0.0, terminal.last_byte - pressed)


def resize(folder: Path) -> None:
    """A narrower and a wider window in the middle of the longest text."""
    rows = []
    for count in (PAIRS[0], PAIRS[-1]):
        with DRIVEN.opened(write_pair(folder, count)) as terminal:
            terminal.answer("n" * 20, quiet=0.5)
            first = _in_hand(terminal)
            taken, sent = [], []
            for _ in range(4):
                for size in ((100, 30), (80, 24)):
                    began, before = time.perf_counter(), len(terminal.sent)
                    terminal.resize(*size)
                    terminal.read(2.0)
                    terminal.settle(0.3)
                    taken.append(terminal.last_byte - began)
                    sent.append(len(terminal.sent) - before)
            kept = "yes" if _in_hand(terminal) == first else "no"
            ms = f"{1000 * statistics.median(taken):.0f} ms"
            rows.append([f"{count:,} pairs", ms, _median(sent), kept])
    table("A resize between 80x24 and 100x30", ("text", "settled", "bytes", "place kept"), rows)


def _in_hand(terminal: Terminal) -> list[str]:
    """The text beside the mark of the change in hand."""
    return [line.partition("▌")[2][:40] for line in terminal.lines if "▌" in line][:1]


# Many keys


def held(folder: Path) -> None:
    """A key that is held, and many keys at once."""
    pair, rows = write_pair(folder, PAIRS[1]), []
    for program in PROGRAMS:
        if program.missing:
            rows.append([program.name, *["not installed"] * 5])
            continue
        with program.opened(pair) as terminal:
            key = program.keys["line down"]
            before, ticks = len(terminal.sent), terminal.ticks()
            lag = _hold(terminal, key)
            a_second = round((len(terminal.sent) - before) / HELD_SECONDS)
            share = f"{(terminal.ticks() - ticks) / HELD_SECONDS:.0f} %"
            terminal.settle(0.5)
            before = len(terminal.sent)
            at_once = _answered(terminal, key * AT_ONCE)
            rows.append(
                [program.name, a_second, share, f"{1000 * lag:.0f} ms",
                 f"{1000 * at_once:.0f} ms", len(terminal.sent) - before]
            )  # fmt: skip
    table(
        f"A line down held at {A_SECOND} a second for {HELD_SECONDS} s, and {AT_ONCE} at once",
        ("80x24, 10,000 pairs", "bytes a second", "processor", "longest lag",
         f"{AT_ONCE} at once", "bytes of them"),
        rows,
    )  # fmt: skip


def _hold(terminal: Terminal, key: str) -> float:
    """Hold a key; the longest time from a press to the first byte after it."""
    began, longest, waiting = time.perf_counter(), 0.0, None
    for number in range(A_SECOND * HELD_SECONDS):
        terminal.press(key)
        waiting = waiting or time.perf_counter()
        until = began + (number + 1) / A_SECOND
        while (left := until - time.perf_counter()) > 0:
            if terminal.read(left) and waiting:
                longest = max(longest, terminal.last_byte - waiting)
                waiting = None
    return longest


def slow(folder: Path) -> None:
    """Many pages over a slow link."""
    pair, rows = write_pair(folder, PAIRS[1]), []
    for program in PROGRAMS:
        if program.missing:
            rows.append([program.name, *["not installed"] * 2])
            continue
        with program.opened(pair) as terminal:
            before = len(terminal.sent)
            after = over_slow_link(terminal, program.keys["page down"])
            rows.append([program.name, f"{after:.1f} s", len(terminal.sent) - before])
    table(
        f"{PAGES} pages in {PAGES_SECONDS:.0f} s over a link of {LINK:,} bytes a second",
        ("80x24, 10,000 pairs", "settled after the last key", "bytes"),
        rows,
    )


def over_slow_link(terminal: Terminal, key: str) -> float:
    """Press a key for all pages while the link is slow; seconds from the last press to rest.

    The pseudo-terminal itself holds some 4 to 8 KB more, as a link's buffers would.
    """
    began, pressed, taken = time.perf_counter(), 0, 0
    last_key = began
    while True:
        now = time.perf_counter()
        if pressed < PAGES and now >= began + pressed * PAGES_SECONDS / PAGES:
            terminal.press(key)
            pressed, last_key = pressed + 1, now
        room = int((now - began) * LINK) - taken
        if room > 0:
            before = len(terminal.sent)
            terminal.read(0.0, at_most=room)
            got = len(terminal.sent) - before
            taken += got
            # An idle link saves nothing up for later.
            if got < room:
                taken += room - got
        if pressed == PAGES and now - max(last_key, terminal.last_byte) > 1.0:
            return max(0.0, terminal.last_byte - last_key)
        time.sleep(0.01)


TABLES: dict[str, Callable[[Path], None]] = {
    "sizes": sizes, "times": times, "resize": resize, "held": held, "slow": slow
}  # fmt: skip


def wire(names: Sequence[str] = tuple(TABLES)) -> None:
    """Print the tables of these names."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "short").mkdir()
        for measure in map(partial(dict.__getitem__, TABLES), names):
            measure(folder)


if __name__ == "__main__":
    wire(sys.argv[1:] or tuple(TABLES))
