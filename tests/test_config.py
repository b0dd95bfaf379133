"""The settings a reader may keep in a file."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.model import QUIET, Wording
from tui.config import LARGEST, Config, ConfigError, load_config
from tui.paths import config_file


@pytest.fixture
def load(tmp_path):
    def load_text(text):
        path = tmp_path / "config.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_config(path)

    return load_text


def test_the_file_is_where_the_xdg_base_directories_have_it(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_file() == tmp_path / "diptych" / "config.toml"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stated", ["", "relative/path"])
def test_without_a_good_one_it_is_in_the_home(monkeypatch, tmp_path, stated):
    monkeypatch.setenv("XDG_CONFIG_HOME", stated)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert config_file() == tmp_path / ".config" / "diptych" / "config.toml"


def test_without_a_file_everything_is_as_usual(tmp_path):
    assert load_config(tmp_path / "none.toml") == Config()
    assert Config().quiet == QUIET


def test_an_empty_file_changes_nothing(load):
    assert load("") == Config()


def test_the_quiet_kinds_are_those_named(load):
    assert load('quiet = ["spacing", "points"]').quiet == {Wording.SPACING, Wording.POINTS}
    assert load("quiet = []").quiet == frozenset()


def test_how_the_screen_looks_can_be_set(load):
    settings = load('theme = "nord"\nmouse = false\nascii = true\n')
    assert (settings.theme, settings.mouse, settings.only_ascii) == ("nord", False, True)
    assert load("").mouse is None


def test_entries_are_folded_as_words_are(load):
    entries = load(
        '[spelling]\n"Gaol" = "jail"\n'
        '[variants]\n"West Asia" = "Middle East"\n'
        '[abbreviations]\n"M.E.P." = "Member of the European Parliament"\n"Sen." = "Senator"\n'
    ).entries
    assert entries.spelling == (("gaol", "jail"),)
    assert entries.variants == ((("west", "asia"), ("middle", "east")),)
    assert entries.abbreviations == (
        (("mep",), ("member", "of", "the", "european", "parliament")),
        (("sen",), ("senator",)),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("quite = []", "no setting is called quite; is quiet meant?"),
        ("colour = 1", "no setting is called colour; there are quiet, theme"),
        ("[varients]", "no setting is called varients; is variants meant?"),
        ('quiet = "spacing"', "quiet: must be a list"),
        ('quiet = ["speling"]', "quiet: no kind is called speling; is spelling meant?"),
        ('quiet = ["fact"]', "quiet: fact cannot be quiet"),
        ('quiet = ["wording"]', "quiet: wording cannot be quiet"),
        ('quiet = ["carried"]', "quiet: carried cannot be quiet"),
        ("quiet = [1]", "quiet: no kind is called 1"),
        ("quiet = [[]]", "quiet: no kind is called []"),
        ("them = 'nord'", "no setting is called them; is theme meant?"),
        ("theme = 3", "theme: must be a name in quotation marks"),
        ("mouse = 1", "mouse: must be true or false"),
        ('ascii = "yes"', "ascii: must be true or false"),
        ("spelling = 3", "spelling: must be a table"),
        ("[spelling]\ngaol = 3", "spelling: gaol: must stand for words"),
        ('[spelling]\ngaol = "a jail"', "spelling: gaol: a jail must be one word"),
        ('[spelling]\ngaol = ""', "spelling: gaol:  holds no word"),
        ('[variants]\na = "one two three four five"', "must be one to 4 words"),
        ('[variants]\na = ""', "variants: a:  must be one to 4 words"),
        ('[abbreviations]\nun = "!"', "abbreviations: un: ! holds no word"),
        ("quiet = [", "not TOML: "),
        ("a = 1\na = 2", "not TOML: "),
        (b"quiet = []\n# \xff", "not UTF-8 on line 2"),
        (b"#" * (LARGEST + 1), "larger than 1,000,000 bytes"),
        ("a = " + "[" * 100_000, "not TOML that can be read"),
    ],
)
def test_trouble_is_told_in_one_sentence(load, text, message):
    with pytest.raises(ConfigError) as caught:
        load(text)
    assert "config.toml: " in str(caught.value)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_repeated_is_harmless_and_short(load):
    with pytest.raises(ConfigError) as caught:
        load('"\\u001b[2J' + "x" * 10_000 + '" = 1')
    assert "\x1b" not in str(caught.value)
    assert "␛[2J" in str(caught.value)
    assert len(str(caught.value)) < 500


def test_a_folder_is_no_file_of_settings(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "config.toml")
    with pytest.raises(ConfigError, match=r"config\.toml: a pipe"):
        load_config(tmp_path / "config.toml")


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_file_is_settings_or_an_error(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(errors="replace"))
    try:
        load_config(path)
    except ConfigError as error:
        said = str(error)
    else:
        said = ""
    assert said.isprintable()


def test_toml_is_not_read_without_a_file(root):
    script = (
        "import sys, pathlib, tui.config; tui.config.load_config(pathlib.Path('no such file'))\n"
        "print('tomllib' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"
