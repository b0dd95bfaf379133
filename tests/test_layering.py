"""What a fresh interpreter really loads, and what the import contracts say."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LIGHT = ("tui.cli", "tui.compare", "tui.layout", "tui.export", "tui.library", "tui.review")
HEAVY = {"textual", "numpy"}
NOT_AT_THE_START = {
    "rapidfuzz", "markdown_it", "mdit_py_plugins", "yaml", "chardet", "lxml", "docx", "trafilatura",
    "rich", "importlib.metadata", "subprocess", "zipfile",
}  # fmt: skip


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


def test_the_import_contracts_are_kept(root):
    command = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run(
        [command, "--no-cache"], cwd=root, capture_output=True, text=True, check=False, timeout=120
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
