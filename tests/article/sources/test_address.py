"""How a person may name a text, and which part of it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.article.sources.address import Address, Kind, address_of
from tui.errors import UsageError


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_plain_name_is_a_file():
    assert address_of("draft.txt") == Address("draft.txt", None, Kind.FILE)


def test_a_number_after_a_hash_names_a_part():
    assert address_of("draft.txt#2") == Address("draft.txt", 2)


def test_a_dash_is_standard_input():
    assert address_of("-") == Address("-", None, Kind.STDIN)
    assert address_of("-#2") == Address("-", 2, Kind.STDIN)
    assert address_of("/dev/stdin#2") == Address("/dev/stdin", 2, Kind.STDIN)


@pytest.mark.parametrize(
    "word", ["HEAD~1:draft.md", "HEAD:./x.md", "v1.0:docs/a b.md", ":staged.md", "HEAD:"]
)
def test_a_colon_parts_a_revision_from_a_path(word):
    assert address_of(word) == Address(word, None, Kind.REVISION)


def test_a_file_in_git_can_have_parts():
    assert address_of("HEAD:draft.md#2") == Address("HEAD:draft.md", 2, Kind.REVISION)


@pytest.mark.parametrize("name", ["notes#2.txt", "a#2", "a#0", "HEAD:draft.md", "v1:a#3"])
def test_a_file_of_the_literal_name_wins(here, name):
    (here / name).write_text("Words.")
    assert address_of(name) == Address(name, None, Kind.FILE)


def test_a_file_with_a_colon_in_its_name_can_have_parts(here):
    (here / "Notes: a draft").write_text("Words.")
    assert address_of("Notes: a draft#2") == Address("Notes: a draft", 2, Kind.FILE)


def test_a_broken_link_is_a_file_too(here):
    (here / "HEAD:gone").symlink_to("nowhere")
    assert address_of("HEAD:gone").kind is Kind.FILE


def test_a_file_named_by_a_dash_can_be_meant(here):
    (here / "-").write_text("Words.")
    assert address_of("./-").kind is Kind.FILE


@pytest.mark.parametrize(
    "word", ["a#", "a#x", "#", "#2", "a#2x", "a#-1", "a#²", "a#" + "9" * 10, "a# 2"]
)
def test_a_hash_without_a_number_belongs_to_the_name(word):
    assert address_of(word) == Address(word, None, Kind.FILE)


def test_only_the_last_hash_counts():
    assert address_of("a#1#2") == Address("a#1", 2)


def test_no_part_is_called_zero():
    with pytest.raises(UsageError) as caught:
        address_of("a.txt#0")
    assert str(caught.value) == (
        "a.txt#0 names no part, since parts are counted from 1; write a.txt#1 for the first."
    )


def test_an_empty_word_is_told():
    with pytest.raises(UsageError, match="an empty name names no file"):
        address_of("")


def test_standard_input_has_a_name_in_sentences():
    assert (str(address_of("-")), str(address_of("a.txt#2"))) == ("standard input", "a.txt")


WORDS = st.text() | st.text(alphabet="a-:#/.0129 \0\n\ud800é", max_size=12)


def check_word(word: str) -> None:
    try:
        address = address_of(word)
    except UsageError:
        assert word == "" or re.search("#0+$", word)
        return
    again = address.name if address.part is None else f"{address.name}#{address.part}"
    # The number may have been written with noughts before it.
    assert again == (word if address.part is None else re.sub("#0*([0-9]+)$", r"#\1", word))
    assert address.name
    assert (address.kind is Kind.STDIN) == (address.name in ("-", "/dev/stdin"))


@given(WORDS)
def test_name_and_part_together_are_the_word(word):
    check_word(word)


@pytest.mark.slow
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(WORDS)
def test_no_word_of_fifty_thousand_breaks_it(word):
    check_word(word)
