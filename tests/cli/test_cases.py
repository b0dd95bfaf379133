"""The cases of `tests/cases/diff.md`, which an editor can read and extend."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from tui import cli

CASES = Path(__file__).parents[1] / "cases" / "diff.md"


def cases() -> list[tuple[str, str]]:
    """Title and body of each `##` section."""
    parts = CASES.read_text(encoding="utf-8").split("\n## ")[1:]
    return [(title, body) for title, _, body in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize(("title", "body"), cases())
def test_diff(title, body, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    texts, _, rest = body.partition("asked: ")
    asked, _, written = rest.partition("\nwritten:\n")
    for side in ("left", "right"):
        lines = re.search(rf"^{side}:\n((?:- .*\n)+)", texts, re.MULTILINE)[1].splitlines()
        text = "\n\n".join(line.removeprefix("- ") for line in lines)
        Path(f"{side}.txt").write_text(f"{text}\n", encoding="utf-8")
    cli.main(["diff", *asked.split(), "left.txt", "right.txt"])
    out = capsys.readouterr().out.split("\n\n", 1)[1]
    assert out.strip() == dedent(written).strip(), title
