"""Texts from packages, none like the seeds: nothing is lost, and paragraphs are what people see."""

import re
import sysconfig
from pathlib import Path

import pytest

from tui.article.load import load_article
from tui.article.plain.paragraphs import blocks_of
from tui.article.roles.guess import paragraphs_of
from tui.article.sources.encoding import decode
from tui.article.sources.fetching import read_bytes
from tui.errors import ArticleError
from tui.visible import visible

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
TEXTS = sorted(
    path for path in CORPUS.iterdir() if path.suffix != ".paragraphs" and path.name != "README.md"
)
LABELLED = [path for path in TEXTS if path.with_name(f"{path.name}.paragraphs").exists()]
by_name = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)

FEWEST_BYTES = 100_000
"""Forty pages."""
PRECISION, RECALL = 0.98, 0.99
"""Shares (0 to 1) of the starts found that are right, and of the right ones that are found."""

MACHINE_FOLDERS = ("/usr/share/common-licenses", "/usr/share/doc", sysconfig.get_path("purelib"))
MACHINE_NAMES = re.compile(r".*\.(?:txt|md|rst)|METADATA|(?:LICEN[CS]E|README|NEWS|COPYING).*")
MOST_FILES, FEWEST_FILES = 3_000, 100

# A hyphen may be undone where a word was wrapped; blanks are set anew.
_LEFT_OUT = re.compile(
    r"[\s\-‐\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164\ufeff\uffa0]"
)
# These are blanks to Python, and signs to be shown to the reader.
_SHOWN = re.compile("[\x1c-\x1f\x85]")


def bare(text: str) -> str:
    """The text without blanks and hyphens, control characters as the reader sees them."""
    return _LEFT_OUT.sub("", _SHOWN.sub(lambda sign: visible(sign[0]), text))


def harmless(text: str) -> str:
    return visible(bare(text))


def paragraph_lines(path: Path) -> set[int]:
    """The lines at which a person saw a paragraph begin."""
    lines = path.read_text(encoding="utf-8").split("\n")
    filled = {number for number, line in enumerate(lines, start=1) if line.strip()}
    label = path.with_name(f"{path.name}.paragraphs").read_text(encoding="utf-8")
    ranges = [word.partition("-") for word in re.sub("#.*", "", label).split()]
    numbers = {n for first, _, last in ranges for n in range(int(first), int(last or first) + 1)}
    return numbers & filled


def found_lines(path: Path) -> set[int]:
    return {piece.line for block in blocks_of(path.read_text(encoding="utf-8")) for piece in block}


def test_the_corpus_is_forty_pages_or_more():
    assert sum(path.stat().st_size for path in TEXTS) >= FEWEST_BYTES


def test_the_list_of_texts_names_every_one():
    told = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in TEXTS if f"| {path.name} |" not in told] == []


@by_name
def test_nothing_of_a_text_is_lost_or_carried_elsewhere(path):
    text = path.read_text(encoding="utf-8")
    pieces = [piece.text for block in blocks_of(text) for piece in block]
    assert bare("".join(pieces)) == harmless(text)


@by_name
def test_nothing_of_a_file_is_lost_or_carried_elsewhere(path, tmp_path):
    # Under another name, so that Markdown is read as it stands, marks and all.
    plain = tmp_path / "text.txt"
    plain.write_bytes(path.read_bytes())
    shown = "".join(paragraph.text for paragraph in load_article(plain).paragraphs)
    assert bare(shown) == harmless(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path", [path for path in TEXTS if path.suffix == ".md"], ids=lambda path: path.name
)
def test_the_words_of_markdown_come_in_their_order(path):
    text = path.read_text(encoding="utf-8")
    # Marks, and addresses that links lead to, are no words of the text.
    place = 0
    for paragraph in load_article(path).paragraphs:
        for word in re.findall(r"[^\W_]{4,}", paragraph.text):
            found = text.find(word, place)
            assert found >= 0, (paragraph.line, word)
            place = found + len(word)


@by_name
def test_texts_without_furniture_have_nothing_set_aside(path):
    assert [paragraph for paragraph in load_article(path).paragraphs if paragraph.aside] == []


def test_paragraphs_begin_where_people_see_them_begin():
    found = {(path.name, line) for path in LABELLED for line in found_lines(path)}
    right = {(path.name, line) for path in LABELLED for line in paragraph_lines(path)}
    assert len(LABELLED) >= 8
    assert len(found & right) >= PRECISION * len(found)
    assert len(found & right) >= RECALL * len(right)


@pytest.mark.parametrize(
    "name",
    ["constitution.txt", "dpkg-triggers.txt", "install-ja.txt", "licence-and-novel-mixed.txt",
     "northanger-abbey-indented.txt", "sense-and-sensibility-double-spaced.txt"],
)  # fmt: skip
def test_no_convention_is_far_from_right(name):
    found, right = found_lines(CORPUS / name), paragraph_lines(CORPUS / name)
    assert len(found ^ right) <= 0.03 * len(right)


@pytest.mark.slow
def test_nothing_is_lost_of_any_text_on_this_machine():
    read = 0
    for path in machine_texts():
        try:
            text = decode(str(path), read_bytes(path)).text
        except ArticleError:
            continue
        read += 1
        paragraphs = paragraphs_of(blocks_of(text))
        shown = "".join(paragraph.text for paragraph in paragraphs)
        assert bare(shown) == harmless(text), path
    if read < FEWEST_FILES:
        pytest.skip(f"only {read} texts found on this machine")


def machine_texts() -> list[Path]:
    paths = [
        path
        for folder in MACHINE_FOLDERS
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and (MACHINE_NAMES.fullmatch(path.name) or folder.endswith("licenses"))
    ]
    return paths[:: 1 + len(paths) // MOST_FILES]
