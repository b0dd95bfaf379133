"""Measure the reading of plain text against reading, decoding and splitting lines alone.

Run it with `python -m tests.benchmarks.reading`; it takes about two minutes.
Every measurement is a fresh process, so that its peak of memory is its own;
times are the best of a few rounds in which the programs take turns.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path

from tests.benchmarks.texts import paragraphs

PARAGRAPHS = 100_000
LENGTH = 450
"""Bytes of a paragraph, about: a file of 45 MB."""
ROUNDS = 3
MOST_TIME, MOST_MEMORY = 8, 4
"""What is aimed at: times the time of the bare reading, times the size of the file."""

_PROGRAM = """
import resource, sys, time
from pathlib import Path
from tui.article import load
from tui.article.plain.lines import cut
from tui.article.plain.paragraphs import part
from tui.article.sources.encoding import decode
from tui.article.sources.fetching import read_bytes
path = Path(sys.argv[2])
bare = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
if sys.argv[1] == "bare":
    kept = path.read_bytes().decode().splitlines()
elif sys.argv[1] == "text":
    kept = decode("", read_bytes(path))
elif sys.argv[1] == "blocks":
    kept = part(cut(decode("", read_bytes(path)).text))
else:
    kept = load.load_article(path)
seconds = time.perf_counter() - start
print(seconds, 1024 * (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - bare))
"""
STAGES = {
    "bare": "reading, decoding, splitting",
    "text": "to a text",
    "blocks": "to blocks of paragraphs",
    "article": "to an article",
}


def kinds() -> dict[str, Callable[[Sequence[str]], str]]:
    """The ways to write paragraphs down, by name."""
    return {
        "one paragraph a line": "\n".join,
        "one a line, curly quotes": lambda texts: "\n".join(f"“{text}”" for text in texts),
        "blank lines between": "\n\n".join,
        "hard-wrapped at 72": lambda texts: "\n\n".join(map(_wrapped, texts)),
        "hard-wrapped, curly quotes": lambda texts: "\n\n".join(
            _wrapped(f"“{text}”") for text in texts
        ),
        "hard-wrapped, first lines indented": lambda texts: "\n\n".join(
            _wrapped(f"    {text}") for text in texts
        ),
    }


def reading(count: int = PARAGRAPHS) -> None:
    """Print time and memory for each kind of text and each stage."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        for name in kinds():
            # In a process of its own: the programs measured would inherit this one's peak.
            writer = get_context("spawn").Process(target=_write, args=(name, path, count))
            writer.start()
            writer.join()
            _table(name, path)


def _write(name: str, path: Path, count: int) -> None:
    texts = [_of_length(text) for text in paragraphs(count)]
    path.write_text(kinds()[name](texts), encoding="utf-8", newline="")


def _of_length(text: str) -> str:
    return (text + " " + text.lower() * 2)[:LENGTH].rsplit(" ", 1)[0] + "."


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 72)


def _table(name: str, path: Path) -> None:
    size = path.stat().st_size
    runs = {stage: [_run(stage, path)] for stage in STAGES}
    for _ in range(ROUNDS - 1):
        for stage, found in runs.items():
            found.append(_run(stage, path))
    best = {stage: tuple(map(min, zip(*found, strict=True))) for stage, found in runs.items()}
    print(f"\n{name}, {size / 1e6:.1f} MB (aim: {MOST_TIME} × the time, {MOST_MEMORY} × the size)")
    for stage, (seconds, memory) in best.items():
        times = seconds / best["bare"][0]
        print(
            f"  {STAGES[stage]:<32}{1000 * seconds:9.0f} ms {times:7.1f} ×"
            f"{memory / 1e6:9.0f} MB {memory / size:7.1f} ×"
        )


def _run(stage: str, path: Path) -> tuple[float, float]:
    command = (sys.executable, "-c", _PROGRAM, stage, str(path))
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, memory = map(float, said.split())
    return seconds, memory


if __name__ == "__main__":
    reading()
