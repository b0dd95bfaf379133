"""One file becomes a document, whatever it is; what it is shows in its content."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.article.test_load import assert_good
from tui.article import ReadOptions, Role, load_article, load_document, load_library
from tui.article.sources import fetching
from tui.errors import ArticleError, ReaderError, UsageError

PROSE = (
    "World powers meeting in Paris on Monday gave public backing to military action in Iraq, "
    "and France sent jets on a mission to the country, he said."
)
TWO_STORIES = f"Iran rejects the strategy\n\nReuters/Paris\n\n{PROSE}\n\n\
Clashes as forces ready to attack\n\nAFP/Baghdad\n\n{PROSE} And more.\n"
PAGE = (
    "<!doctype html><html lang=en><head><title>Iran says no</title></head>"
    f"<body><nav><a href=/>Home</a></nav><article><h1>Iran says no</h1><p>{PROSE}</p>"
    f"<p>{PROSE} Again.</p></article></body></html>"
)


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder to stand in, so that names are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_of_two_stories_has_two_parts_and_a_whole():
    Path("page.txt").write_text(TWO_STORIES)
    document = load_document("page.txt")
    assert [part.origin for part in document.parts] == ["page.txt#1", "page.txt#2"]
    assert [part.source for part in document.parts] == ["Reuters", "AFP"]
    assert document.whole.origin == "page.txt"
    assert document.whole.title == document.parts[0].title == "Iran rejects the strategy"
    together = sum((part.paragraphs for part in document.parts), ())
    assert document.whole.paragraphs == together


def test_a_part_is_named_by_its_number():
    Path("page.txt").write_text(TWO_STORIES)
    article = load_article("page.txt#2")
    assert (article.title, article.part) == ("Clashes as forces ready to attack", 2)
    assert load_library(["page.txt#2", "page.txt#1"]).articles[0] == article


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("page.txt#3",
         "page.txt has 2 parts and no #3; name one from `page.txt#1` to `page.txt#2`."),
        ("one.txt#2",
         "one.txt is one article and has no parts; name it without `#2`."),
    ],
)  # fmt: skip
def test_a_part_that_there_is_not_is_told(name, sentence):
    Path("page.txt").write_text(TWO_STORIES)
    Path("one.txt").write_text(PROSE)
    with pytest.raises(ArticleError) as caught:
        load_article(name)
    assert str(caught.value) == sentence


def test_a_web_page_is_known_by_its_content():
    Path("page.txt").write_text(PAGE)
    document = load_document("page.txt")
    assert document.whole.title == "Iran says no"
    assert "title" not in document.whole.about.guessed
    assert [each.text for each in document.whole.paragraphs if not each.aside][1:] == [
        PROSE, f"{PROSE} Again.",
    ]  # fmt: skip


def test_a_text_that_begins_with_a_tag_is_no_page():
    Path("tag.txt").write_text(f"<b>Iran</b> says no.\n\n{PROSE}")
    assert load_article("tag.txt").paragraphs[0].text == "<b>Iran</b> says no."


def test_a_word_document_is_known_by_its_content():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Iran says no", level=1)
    document.add_paragraph(PROSE)
    document.save("letter.bin")
    article = load_article("letter.bin")
    assert [each.role for each in article.paragraphs] == [Role.TITLE, Role.BODY]
    assert "title" not in article.about.guessed


def test_an_archive_that_is_no_document_is_refused():
    Path("a.txt").write_bytes(b"PK\x03\x04" + b"\0" * 60)
    with pytest.raises(ArticleError, match=r"^a\.txt is "):
        load_article("a.txt")


def test_markdown_that_is_too_much_for_the_parser_says_so():
    Path("deep.md").write_text(">" * 500 + " word")
    document = load_document("deep.md")
    assert any("plain text" in note for note in document.notes)


def test_front_matter_wins_over_guessing_in_any_text():
    matter = "---\ntitle: Stated\nauthor: Jane Doe\ndate: 2014-09-15\nsource: The Paper\n---\n"
    for name in ("a.md", "a.txt"):
        Path(name).write_text(f"{matter}# Iran says no\n\n{PROSE}")
        article = load_article(name)
        about = article.about
        assert article.title == "Stated"
        assert (about.byline, about.date, about.source) == ("Jane Doe", "2014-09-15", "The Paper")
        assert about.guessed == {"language"}
        assert article.paragraphs[0].line == 7


def test_an_old_encoding_is_read_and_said_to_be_a_guess():
    Path("old.txt").write_bytes("“Naïve”, said the café’s owner – and left.".encode("cp1252"))
    document = load_document("old.txt")
    assert document.whole.paragraphs[0].text == "“Naïve”, said the café’s owner – and left."
    assert document.notes == ("It is read as Windows-1252, which is a guess.",)


def test_standard_input_is_a_text_like_any_other(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROSE.encode())))
    monkeypatch.setattr(fetching, "_come_in", [])
    article = load_article("-")
    assert (article.origin, article.paragraphs[0].text) == ("/dev/stdin", PROSE)


def test_a_revision_in_git_is_a_text_like_any_other(here):
    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words],
            cwd=here, check=True, capture_output=True,
        )  # fmt: skip

    git("init", "-q")
    Path("draft.md").write_text("# First\n\nOld words.")
    git("add", ".")
    git("commit", "-qm", "one")
    Path("draft.md").write_text("# First\n\nNew words.")
    old, new = load_article("HEAD:draft.md"), load_article("draft.md")
    assert [each.text for each in old.paragraphs] == ["First", "Old words."]
    assert [each.text for each in new.paragraphs] == ["First", "New words."]
    assert old.origin == "HEAD:draft.md"
    with pytest.raises(ArticleError, match="HEAD~7"):
        load_article("HEAD~7:draft.md")


def test_a_text_larger_than_the_limit_names_the_option():
    Path("a.txt").write_text(PROSE * 100)
    with pytest.raises(ArticleError, match="--size-limit"):
        load_article("a.txt", ReadOptions(size_limit=1_000))


def test_a_text_of_very_many_lines_is_refused(monkeypatch):
    monkeypatch.setattr("tui.article.reading.LINES_LIMIT", 10)
    Path("a.txt").write_text("a\n" * 11)
    with pytest.raises(ArticleError, match="11 lines, and 10 can be read"):
        load_article("a.txt")


def test_a_size_limit_beyond_all_memory_takes_none():
    Path("a.txt").write_text(PROSE)
    assert load_article("a.txt", ReadOptions(size_limit=10**14)).paragraphs


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_page_in_wide_signs_is_read(encoding):
    Path("page.html").write_bytes(PAGE.encode(encoding))
    assert load_article("page.html").title == "Iran says no"


def test_part_zero_is_no_part():
    with pytest.raises(UsageError):
        load_article("a.txt#0")


def test_progress_rises_to_the_end_and_can_end_the_reading(here):
    for number in range(3):
        Path(f"{number}.txt").write_text(PROSE)
    told: list[float] = []
    load_library([here], progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 6

    def stop(share: float) -> None:
        raise InterruptedError(share)

    with pytest.raises(InterruptedError):
        load_library([here], progress=stop)


def test_what_a_folder_holds_beside_texts_is_counted(here):
    folder = here / "d"
    folder.mkdir()
    for name in ("a.txt", ".hidden", "b.py", "c.jpg"):
        (folder / name).write_text(PROSE)
    (folder / "program").write_bytes(b"\x7fELF\2\1\1\0")
    loaded = load_library([folder])
    assert loaded.passed_over == "4 files were passed over: 1 hidden, 2 of other kinds, 1 binary."
    assert loaded.skipped == ()
    assert load_library([folder / "a.txt"]).passed_over == ""


def test_two_texts_or_one_page_of_two_versions_are_a_pair(here, seeds):
    Path("a.txt").write_text(TWO_STORIES)
    Path("b.txt").write_text(PROSE)
    left, right = load_library(["a.txt", "b.txt"]).pair
    assert (left.origin, right.origin) == ("a.txt", "b.txt")
    left, right = load_library(["a.txt#2", "b.txt"]).pair
    assert (left.origin, right.origin) == ("a.txt#2", "b.txt")
    left, right = load_library([seeds["004"]]).pair
    assert (left.part, right.part) == (1, 2)
    assert load_library(["a.txt"]).pair is None
    assert load_library([here]).pair is None
    assert load_library([seeds["004"], "b.txt"]).pair is None


suffixes = st.sampled_from(["a.txt", "a.md", "a", "a.html", "a.docx"])
beginnings = st.sampled_from(
    [b"", b"---\n", b"+++\n", b"<!doctype html>", b"<html><body>", b"PK\x03\x04", b"{\\rtf",
     b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xef\xbb\xbf",
     b"Version 2 Version 3\nThe article has changed 6 times.\n"]
)  # fmt: skip


def read_any(folder: Path, name: str, raw: bytes) -> None:
    path = folder / name
    path.write_bytes(raw)
    try:
        document = load_document(path)
    except ReaderError as error:
        sentence = str(error)
    else:
        sentence = f"{path} was read."
        for article in (document.whole, *document.parts):
            assert_good(article)
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")


@given(suffixes, beginnings, st.binary() | st.text().map(str.encode))
def test_any_bytes_give_good_articles_or_a_sentence(tmp_path_factory, name, beginning, raw):
    read_any(tmp_path_factory.getbasetemp(), name, beginning + raw)


@pytest.mark.slow
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(suffixes, beginnings, st.binary() | st.text().map(str.encode))
def test_fifty_thousand_files_give_good_articles_or_a_sentence(
    tmp_path_factory, name, beginning, raw
):
    read_any(tmp_path_factory.getbasetemp(), name, beginning + raw)
