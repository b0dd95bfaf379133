"""The README says what the program does, and leaves nothing out."""

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from tui import __version__
from tui.article import load_article
from tui.article.model import Role
from tui.article.sources.fetching import SIZE_LIMIT
from tui.article.sources.folders import FILES_LIMIT
from tui.cli import EXIT_INTERRUPTED
from tui.cli.arguments import diff_parser, list_parser, reader_parser, show_parser
from tui.commands import COMMANDS, key_name
from tui.compare import (
    QUIET,
    SIGNS,
    CompareOptions,
    Fact,
    Kind,
    Wording,
    account,
    compare,
)
from tui.config import _KEYS, NEVER_QUIET, load_config
from tui.errors import EXIT_DIFFERENT, EXIT_SAME, EXIT_TROUBLE
from tui.export import CHOICES, FORMATS, Section, Wanted
from tui.export.record import _record
from tui.paths import config_file

CARRIED = tuple(
    "\n\n".join(paragraphs)
    for paragraphs in (
        ("The river rose. All the trains ran late.", "The council of the town met towards night.",
         "They went towards it.", "It froze in the valley."),
        ("The river rose.", "The council of the town met toward night.",
         "They went towards it.", "It froze in the valley. All the trains ran late."),
    )
)  # fmt: skip
"""Two texts between which a sentence went to another paragraph, with one pattern."""


@pytest.fixture(scope="session")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def section(readme: str, heading: str) -> str:
    """The text under a heading, up to the next one of its depth."""
    depth = heading.count("#")
    _, _, rest = readme.partition(f"\n{heading}\n")
    assert rest, f"no {heading}"
    return re.split(f"\n#{{1,{depth}}} ", rest)[0]


def blocks(text: str, language: str = "") -> list[str]:
    """The fenced blocks in one language."""
    found = re.findall(r"^```(\w*)\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)
    return [block for name, block in found if name == language]


def table(text: str, first_column: str) -> list[list[str]]:
    """The rows, without the head, of the table whose first column has that name."""
    found = re.search(rf"^\| {first_column} \|.*\n\|[ -|]*\n((?:\|.*\n?)+)", text, re.MULTILINE)
    assert found, f"no table of {first_column}"
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in found[1].splitlines()
    ]


def code(text: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", text)


def test_the_quick_start_is_two_lines(readme):
    commands = blocks(section(readme, "## Quick start"), "sh")
    assert commands[:2] == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/diptych seeds/",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/python -m pytest",
    ]


def test_every_option_is_there_and_no_other(readme):
    described = {
        option
        for row in table(section(readme, "## Commands"), "Option")
        for option in re.findall(r"(?<![\w-])--?[a-z]+(?:-[a-z]+)*", row[0])
    }
    parsers = (reader_parser(), diff_parser(FORMATS), list_parser(), show_parser())
    known = {
        option
        for parser in parsers
        for action in parser._actions
        for option in action.option_strings
    }
    assert described == known


def test_the_usage_is_that_of_the_help(readme):
    (usage,) = blocks(section(readme, "## Commands").split("\n### ")[0])
    assert [line.split() for line in usage.splitlines()] == [
        line.removeprefix("usage:").split()
        for line in reader_parser().format_usage().splitlines()
        if line
    ]


def test_every_format_is_there_and_no_other(readme):
    rows = table(section(readme, "## Commands"), "Option")
    (row,) = (row for row in rows if row[0].startswith("`--format"))
    assert code(row[2]) == list(FORMATS)


def test_every_exit_code_is_there_and_no_other(readme):
    described = [int(row[0]) for row in table(section(readme, "## Commands"), "Exit code")]
    assert described == [EXIT_SAME, EXIT_DIFFERENT, EXIT_TROUBLE, EXIT_INTERRUPTED]


def test_the_examples_are_what_the_program_writes(readme, seeds):
    found = account(compare(*(load_article(seeds[name]) for name in ("000", "001"))))
    rows, ledger = blocks(section(readme, "### Text"))
    assert rows in "".join(FORMATS["text"](found, Wanted(80)))
    assert ledger in "".join(FORMATS["text"](found, Wanted(80, sections=(Section.LEDGER,))))


def test_the_commands_of_the_examples_are_understood(readme):
    for command in blocks(section(readme, "### Text"), "sh")[0].splitlines():
        words = command.partition("#")[0].split()
        assert words[:2] == ["diptych", "diff"]
        diff_parser(FORMATS).parse_args(words[2:])


def test_everything_that_can_be_asked_for_alone_is_there(readme):
    kinds = [row[0] for row in table(section(readme, "## Kinds"), "Kind")]
    (told,) = (
        each for each in section(readme, "### Text").split("\n\n") if each.startswith("`--only` ")
    )
    assert set(CHOICES) - set(code(told)) <= set(map("".join, map(code, kinds)))


def test_every_kind_of_edit_is_there_and_no_other(readme):
    rows = table(section(readme, "## Kinds"), "Kind")
    assert [code(row[0])[0] for row in rows] == list(Wording)
    for kind, _, _, quiet in rows:
        wording = Wording(code(kind)[0])
        never = wording in NEVER_QUIET
        assert quiet == ("never" if never else "yes" if wording in QUIET else "no")


def test_the_example_of_a_kind_is_of_that_kind(readme, compare_texts):
    sentence = "They said there was a {} of it, and of what the people of the town had seen."
    for kind, _, example, _ in table(section(readme, "## Kinds"), "Kind"):
        if code(example):
            found = account(compare_texts(*(sentence.format(form) for form in code(example))))
            assert [each for each, count in found.edits.items() if count] == code(kind), kind


def test_every_setting_is_there_and_no_other(readme):
    rows = table(section(readme, "## Settings"), "Setting")
    assert [code(row[0])[0] for row in rows] == list(_KEYS)


def test_the_example_of_settings_holds_every_one_and_can_be_read(readme, tmp_path):
    (example,) = blocks(section(readme, "## Settings"), "toml")
    assert list(tomllib.loads(example)) == list(_KEYS)
    path = tmp_path / "config.toml"
    path.write_text(example, encoding="utf-8")
    settings = load_config(path)
    assert Wording.PUNCTUATION in settings.quiet
    assert settings.tables.spelled("gaol") == settings.tables.spelled("jail")


def test_the_place_of_the_settings_is_told(readme, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    name = config_file().relative_to(tmp_path).as_posix()
    assert f"`{name}` in the folder that `XDG_CONFIG_HOME` names" in section(readme, "## Settings")


def test_the_limits_are_those_of_the_loader(readme):
    limits = section(readme, "## Limits")
    assert f"{SIZE_LIMIT // 1_000_000} MB" in limits
    assert f"{FILES_LIMIT:,} files" in limits


def test_every_key_is_there_and_no_other(readme):
    described = {
        (tuple(code(keys)), title, where, what)
        for keys, title, where, what in table(section(readme, "## Keys"), "Keys")
    }
    assert described == {
        (tuple(map(key_name, command.keys)), command.title, command.where.value, command.help)
        for command in COMMANDS
    }


def test_every_sign_is_there_and_no_other(readme):
    described = {code(row[0])[0]: row[1] for row in table(readme, "Sign")}
    assert described == dict(SIGNS)


def fields(value: object, path: str = "") -> set[str]:
    """The names of everything in a record, as the README writes them."""
    if isinstance(value, dict):
        inside = {(f"{path}.{key}" if path else key): child for key, child in value.items()}
        return set(inside).union(*(fields(child, name) for name, child in inside.items()))
    if isinstance(value, list | tuple):
        return set().union(*(fields(child, f"{path}[]") for child in value))
    return set()


def test_every_threshold_is_there_and_no_other(readme):
    rows = table(section(readme, "## How it works"), "Threshold")
    thresholds = {
        f.name: f.default
        for f in dataclasses.fields(CompareOptions)
        if f.name not in ("regime", "asides", "quiet", "tables")
    }
    assert [(code(row[0])[0], float(row[1])) for row in rows] == list(thresholds.items())


def test_every_field_of_the_record_is_there_and_no_other(readme, compare_texts):
    record = _record(account(compare_texts(*CARRIED)), Wanted())
    del record["edits"]  # By the names of kinds.
    # They have the fields of a row's edits.
    told_of = ("ledger[].places[].", "facts[].", "quotations[].")
    described = {
        field for row in table(section(readme, "### JSON"), "Field") for field in code(row[0])
    }
    # Both articles, and the passages of both sides, have the same fields.
    assert described - {"edits"} == {
        field
        for field in fields(record)
        if not field.startswith(told_of)
        and not field.startswith("right.")
        and ".edits[].right[]." not in field
        and not field.startswith("carried[].right.")
    }


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("left.paragraphs[].role", Role),
        ("rows[].kind", Kind),
        ("rows[].edits[].wording", Wording),
        ("rows[].edits[].facts", Fact),
    ],
)
def test_every_value_of_a_field_is_there_and_no_other(readme, field, values):
    rows = table(section(readme, "### JSON"), "Field")
    (row,) = (row for row in rows if row[0] == f"`{field}`")
    assert code(row[1]) == [value.value for value in values]


def test_the_map_of_the_modules_is_that_of_the_folders(readme, root):
    drawn = blocks(section(readme, "## How it works"))[0].splitlines()
    assert drawn[0] == "tui/"
    described = {line.split()[0] for line in drawn[1:]}
    packages = {f"{path.parent.name}/" for path in (root / "tui").glob("*/__init__.py")}
    modules = {path.stem for path in (root / "tui").glob("*.py") if not path.stem.startswith("__")}
    assert described == packages | modules


def test_the_floors_are_those_of_the_import_contract(readme, root):
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (each["layers"] for each in contracts if each.get("containers") == ["tui"])
    assert blocks(section(readme, "## How it works"))[1].splitlines() == layers


def test_every_picture_is_there(readme, root):
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert pictures
    assert [path for path in pictures if not (root / path).is_file()] == []


def test_every_path_that_is_named_exists(readme, root):
    named = {path for path in code(readme) if re.fullmatch(r"[.\w]+/[\w./-]*|[A-Z]+", path)}
    elsewhere = {"./diff", "S", "M", "N", "G", "LEFT", "RIGHT"}
    assert [path for path in sorted(named - elsewhere) if not (root / path).exists()] == []


def test_the_changelog_knows_the_version(root):
    assert __version__ in (root / "CHANGELOG.md").read_text(encoding="utf-8")
