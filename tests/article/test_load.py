"""What files and folders give, and what is said about those that give nothing."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article import Article, Role, load_library
from tui.errors import ArticleError, ReaderError
from tui.visible import visible

PROSE = "World powers meeting in Paris gave their backing to action."


def load_articles(path):
    return load_library([path]).articles


def articles_of(paths):
    return load_library(paths).articles


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder to stand in, so that sentences hold short names."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, *names: str) -> None:
    """Write files that hold their own names."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The file {name}.")


def origins(path: str) -> list[str]:
    return [article.origin for article in load_articles(path)]


def test_a_file_gives_one_article():
    Path("draft.txt").write_text(f"Iran rejects the strategy\n\nReuters/Paris\n\n{PROSE}\n")
    (article,) = load_articles("draft.txt")
    assert (article.title, article.source) == ("Iran rejects the strategy", "Reuters")
    assert article.origin == "draft.txt"
    assert [each.line for each in article.paragraphs] == [1, 3, 5]


def test_a_folder_is_read_in_the_order_people_count(here):
    write(here, "d/10.txt", "d/9.md", "d/part 10/1.txt", "d/part 2/1.txt", "d/B.txt", "d/a", "d/²")
    assert origins("d") == [
        f"d/{name}"
        for name in ["9.md", "10.txt", "a", "B.txt", "part 2/1.txt", "part 10/1.txt", "²"]
    ]


def test_hidden_files_and_other_kinds_of_files_are_passed_over(here):
    write(here, "d/a.txt", "d/.b.txt", "d/.git/c.txt", "d/e.py", "d/f.TXT", "d/g.markdown", "d/h")
    Path("d/program").write_bytes(b"\x7fELF\0\0")
    loaded = load_library(["d"])
    assert [article.origin for article in loaded.articles] == [
        "d/a.txt", "d/f.TXT", "d/g.markdown", "d/h",
    ]  # fmt: skip
    assert loaded.skipped == ()


def test_a_file_named_directly_may_have_any_suffix(here):
    write(here, "letter.v2", ".hidden")
    assert origins("letter.v2") == ["letter.v2"]
    assert origins(".hidden") == [".hidden"]


def test_one_bad_file_does_not_hide_the_others(here):
    write(here, "d/1.txt", "d/5.txt")
    Path("d/2.txt").write_bytes(b"%PDF-1.7")
    Path("d/3.txt").write_bytes(b"")
    Path("d/4.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    Path("d/6.txt").symlink_to("nowhere.txt")
    loaded = load_library(["d"])
    assert [article.origin for article in loaded.articles] == ["d/1.txt", "d/5.txt"]
    assert [sentence.split(";")[0] for sentence in loaded.skipped] == [
        "d/2.txt is a PDF",
        "d/3.txt is empty",
        "d/4.txt is a PNG picture",
        "d/6.txt does not exist",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(here):
    write(here, "d/a.txt")
    os.mkfifo("d/b.txt")
    assert load_library(["d"]).skipped[0].startswith("d/b.txt is a pipe")


def test_a_folder_that_may_not_be_opened_is_told(here, monkeypatch):
    write(here, "d/a.txt", "d/locked/b.txt")
    children = Path.iterdir

    # Root may open everything, so that a chmod would prove nothing.
    def iterdir(path: Path):
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return children(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    loaded = load_library(["d"])
    assert [article.origin for article in loaded.articles] == ["d/a.txt"]
    (sentence,) = loaded.skipped
    assert sentence == (
        "d/locked cannot be opened; "
        "ask for the right to read the folder, or give it with `chmod u+rx`."
    )


def test_a_folder_without_text_is_told(here):
    write(here, "d/a.py", "d/.b.txt")
    with pytest.raises(ArticleError) as caught:
        load_articles("d")
    assert str(caught.value) == (
        "d holds no text that can be read; give a folder with .txt or .md files in it."
    )


def test_a_folder_of_bad_files_is_told_with_the_first():
    Path("d").mkdir()
    Path("d/a.txt").write_bytes(b"")
    with pytest.raises(ArticleError) as caught:
        load_articles("d")
    assert str(caught.value) == (
        "d holds no text that can be read; d/a.txt is empty; give a file with text in it."
    )


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_of_blanks_is_told(name):
    Path(name).write_text(" \n\u00a0\u200b\n\t\f\u3000")
    with pytest.raises(ArticleError) as caught:
        load_articles(name)
    assert str(caught.value) == f"{name} holds nothing but blanks; give a file with text in it."


def test_a_file_reached_twice_is_read_once(here):
    write(here, "d/a.txt", "d/b.txt", "e/c.txt")
    Path("e/d.txt").symlink_to(here / "d" / "b.txt")
    found = articles_of(["d/b.txt", "d", "./d/b.txt", here / "d", "e"])
    assert [article.origin for article in found] == ["d/b.txt", "d/a.txt", "e/c.txt"]


def test_links_that_lead_back_up_are_not_followed(here):
    write(here, "d/a.txt")
    Path("d/b").symlink_to(here / "d")
    assert origins("d") == ["d/a.txt"]
    Path("link").symlink_to("d")
    assert origins("link") == ["link/a.txt"]


def test_a_bad_path_among_good_ones_is_told(here):
    write(here, "a.txt")
    with pytest.raises(ArticleError, match=r"^b\.txt does not exist; check the name\.$"):
        articles_of(["a.txt", "b.txt"])


def test_no_paths_give_nothing():
    assert articles_of([]) == ()


def test_a_folder_of_very_many_files_is_bounded_and_says_so(here, monkeypatch):
    monkeypatch.setattr("tui.article.sources.folders.FILES_LIMIT", 2)
    monkeypatch.setattr("tui.article.load.FILES_LIMIT", 2)
    write(here, "d/1.txt", "d/2.txt", "d/3.txt")
    loaded = load_library(["d"])
    assert [article.origin for article in loaded.articles] == ["d/1.txt", "d/2.txt"]
    (sentence,) = loaded.skipped
    assert sentence == (
        "d holds more than 2 texts and only the first were read; give the folders in it one by one."
    )


def test_a_name_that_could_steer_the_terminal_is_made_harmless(here):
    write(here, "d/\x1b]0;x\x07\u202e.txt")
    Path("d/bad\x1b.txt").write_bytes(b"")
    Path("d/bare\x9b").write_text("* * *")
    loaded = load_library(["d"])
    assert [article.origin for article in loaded.articles] == [
        "d/␛]0;x␇\ufffd.txt", "d/bare\ufffd",
    ]  # fmt: skip
    assert loaded.articles[1].title == "bare\ufffd"
    assert loaded.skipped == ("d/bad␛.txt is empty; give a file with text in it.",)


def test_a_name_that_is_not_utf_8_can_be_read_and_shown():
    name = os.fsdecode(b"na\xefve.txt")
    try:
        Path(name).write_text(PROSE)
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    assert origins(name) == ["na\ufffdve.txt"]


def test_a_text_that_could_steer_the_terminal_is_made_harmless():
    Path("a.txt").write_text("\x1b[2J\x9b31mIran says no to\u202e all of it\x07\n\na\tb")
    (article,) = load_articles("a.txt")
    assert article.title == "␛[2J\ufffd31mIran says no to\ufffd all of it␇"
    assert [each.text for each in article.paragraphs] == [article.title, "a b"]


def test_markdown_is_known_by_its_suffix():
    for name in ("a.md", "a.MARKDOWN", "a.txt"):
        Path(name).write_text("Before.\n\n# Iran says no\n\n* one")
    assert [
        [each.role for each in article.paragraphs]
        for article in articles_of(["a.md", "a.MARKDOWN"])
    ] == [[Role.BODY, Role.TITLE, Role.LIST_ITEM]] * 2
    (article,) = load_articles("a.md")
    assert article.title == "Iran says no"
    assert "* one" in [each.text for each in load_articles("a.txt")[0].paragraphs]


def test_markdown_without_a_title_is_named_by_its_first_heading_or_its_lead():
    Path("a.md").write_text("## What comes next\n\nWords.")
    Path("b.md").write_text("Iran said no. It meant it.\n\n## What comes next")
    assert [article.title for article in articles_of(["a.md", "b.md"])] == [
        "What comes next",
        "Iran said no.",
    ]


def test_markdown_too_deep_or_without_words_is_read_as_plain_text():
    Path("deep.md").write_text(">" * 500 + " word")
    Path("rule.md").write_text("---")
    assert [article.paragraphs[0].text[-4:] for article in articles_of(["deep.md", "rule.md"])] == [
        "word",
        "---",
    ]


def test_a_plain_text_leaves_no_garbage_to_look_for(seeds):
    load_articles(seeds["001"])
    gc.collect()
    gc.disable()
    try:
        kept = load_articles(seeds["001"])
        assert gc.collect() == 0
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert load_articles(seeds["001"]) == kept
    assert gc.isenabled()


def test_the_same_text_has_the_same_fingerprint():
    Path("a.txt").write_text("One.\n\nTwo.")
    Path("b.txt").write_text("\ufeffOne.\r\n\r\n\r\nTwo. \r\n", newline="")
    Path("c.txt").write_text("One. Two.")
    one, same, other = (article.fingerprint for article in articles_of(["a.txt", "b.txt", "c.txt"]))
    assert one == same != other
    assert len(one) == 32


def test_plain_text_does_not_wait_for_the_markdown_parser(root, seeds):
    script = (
        "import sys; from tui.article import load_article; load_article(sys.argv[1]);"
        "sys.exit(any(name.split('.')[0] in ('markdown_it', 'textual') for name in sys.modules))"
    )
    command = [sys.executable, "-c", script, seeds["000"]]
    assert subprocess.run(command, cwd=root, check=False).returncode == 0


@given(st.binary() | st.text().map(str.encode), st.sampled_from(["a.txt", "a.md", "a"]))
def test_any_bytes_give_a_good_article_or_a_sentence(tmp_path_factory, raw, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(raw)
    try:
        (article,) = load_articles(path)
    except ReaderError as error:
        sentence = str(error)
    else:
        sentence = f"{path} was read."
        assert_good(article)
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")


def assert_good(article: Article) -> None:
    assert article.paragraphs
    assert article.title.strip()
    for text in (article.title, *(each.text for each in article.paragraphs)):
        assert text == visible(text) != ""
