"""What a fresh interpreter really loads, and what the import contracts say."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

LIGHT = ("tui.cli", "tui.compare", "tui.layout", "tui.export", "tui.library", "tui.review")
HEAVY = {"textual", "numpy"}
NOT_AT_THE_START = {
    "rapidfuzz", "markdown_it", "mdit_py_plugins", "yaml", "chardet", "lxml", "docx", "trafilatura",
    "rich", "importlib.metadata", "subprocess", "zipfile",
}  # fmt: skip
AFTER_THE_FIRST_FRAME = {
    "numpy", "rapidfuzz", "markdown_it", "mdit_py_plugins", "yaml", "chardet", "lxml", "docx",
    "trafilatura", "zipfile", "tomllib", "rich.markdown", "textual.widgets._markdown",
    "textual.widgets._text_area", "textual.widgets._data_table", "tui.compare.engine",
    "tui.compare.words", "tui.compare.edits", "tui.compare.accounting", "tui.compare.tables",
    "tui.export.record", "tui.library.likeness",
}  # fmt: skip
FIRST_FRAME = """
import json, os, sys
from pathlib import Path
from tui.app.app import DiptychApp
from tui.cli import main

def look(app):
    lines = app.screen._compositor.render_strips()
    if any(sys.argv[1] in "".join(segment.text for segment in line) for line in lines):
        Path(sys.argv[2]).write_text(json.dumps(list(sys.modules)))
        app.exit()

DiptychApp.post_display_hook = look
main(sys.argv[3:])
"""


def loaded_by(module: str, root: Path) -> set[str]:
    """The modules in an interpreter that imported one, and the packages they are in."""
    script = f"import json, sys, {module}; print(json.dumps(list(sys.modules)))"
    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, check=True, timeout=60
    )
    modules = set(json.loads(answer.stdout))
    return modules | {name.split(".")[0] for name in modules}


@pytest.mark.parametrize("module", LIGHT)
def test_nothing_below_the_app_loads_textual(module, root):
    assert not loaded_by(module, root) & HEAVY


def test_the_command_line_loads_nothing_it_may_not_need(root):
    assert not loaded_by("tui.cli", root) & NOT_AT_THE_START


def test_the_app_does_load_textual(root):
    """So that the tests above would notice."""
    assert "textual" in loaded_by("tui.app", root)


def loaded_at_the_first_frame(words: str, folder: Path, *names: str) -> set[str]:
    """The modules of a real run as soon as some words are drawn, with the packages they are in."""
    answer = folder / "modules.json"
    command = (sys.executable, "-c", FIRST_FRAME, words, str(answer), *names)
    with Terminal(command) as terminal:
        terminal.wait_for_end()
    modules = set(json.loads(answer.read_text()))
    return modules | {name.split(".")[0] for name in modules}


def written(folder: Path) -> list[Path]:
    """Two texts that begin alike, in a folder of their own."""
    texts = folder / "texts"
    texts.mkdir()
    for side in ("left", "right"):
        (texts / f"{side}.txt").write_text(f"Once upon a time.\n\nThere was a {side} one.\n")
    return sorted(texts.iterdir())


def test_the_reader_shows_text_before_anything_is_loaded_that_compares(tmp_path):
    names = [str(path) for path in written(tmp_path)]
    loaded = loaded_at_the_first_frame("There was a left one.", tmp_path, *names)
    assert "tui.app.screens.reader" in loaded
    assert (loaded & {*AFTER_THE_FIRST_FRAME, "tui.app.screens.library"}) == set()


def test_the_library_stands_before_anything_is_loaded_that_compares(tmp_path):
    folder = written(tmp_path)[0].parent
    loaded = loaded_at_the_first_frame("2 articles", tmp_path, str(folder))
    assert "tui.app.screens.library" in loaded
    assert (loaded & {*AFTER_THE_FIRST_FRAME, "tui.app.screens.reader"}) == set()


def test_the_import_contracts_are_kept(root):
    command = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run(
        [command, "--no-cache"], cwd=root, capture_output=True, text=True, check=False, timeout=120
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
