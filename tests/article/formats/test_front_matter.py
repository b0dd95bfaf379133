"""What a file states of itself in its first lines."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import STOCK
from tui.article.formats.front_matter import LONGEST, front_matter_of
from tui.article.model import About
from tui.visible import visible

YAML = """\
---
title: "Iran: no"
subtitle: A long way
author: [By Jane Doe, {name: John Roe, email: x}]
site: https://www.example.org/a/b
date: 2014-09-15T10:00:00Z
lang: en_us
tags: [a, b]
---
Words.
"""
TOML = """\
+++
title = "Iran: no"
description = "A long way"
authors = ["Jane Doe", "John Roe"]
source = "Example"
date = 2014-09-15T10:00:00Z
language = "de"
+++
Words.
"""


def test_yaml_is_stated():
    front = front_matter_of(YAML)
    assert front.stated == About(
        "Iran: no", "A long way", "Jane Doe, John Roe", "example.org", "2014-09-15", "en-US"
    )
    assert (front.rest, front.notes) == ("\n" * 9 + "Words.\n", ())


def test_toml_is_stated():
    front = front_matter_of(TOML)
    assert front.stated == About(
        "Iran: no", "A long way", "Jane Doe, John Roe", "Example", "2014-09-15", "de"
    )
    assert (front.rest, front.notes) == ("\n" * 8 + "Words.\n", ())


def test_any_line_ends_will_do():
    for end in ("\r\n", "\r"):
        front = front_matter_of(YAML.replace("\n", end))
        assert front.stated == front_matter_of(YAML).stated
        assert front.rest == "\n" * 9 + "Words." + end


def test_values_are_taken_as_they_are_written():
    stated = front_matter_of("---\ntitle: 1984\nauthor: yes\nlang: no\ndate: 2014-09\n...\n").stated
    assert stated == About(title="1984", byline="yes", language="no", date="2014-09")


def test_empty_values_state_nothing():
    front = front_matter_of("---\ntitle:\ndeck: ~\nauthor: null\ndate: ''\n---\n")
    assert (front.stated, front.notes) == (About(), ())


def test_what_is_not_understood_is_left_out_and_told():
    text = "---\ntitle: {a: b}\nauthor: [Jane, [Doe]]\ndate: 2014-99-99\nlang: English\n---\nWords."
    front = front_matter_of(text)
    assert front.stated == About()
    assert [note.split()[1] for note in front.notes] == ["title", "byline", "date", "language"]
    assert front.rest.strip() == "Words."


def test_a_date_that_can_be_read_in_two_ways_is_left_out():
    front = front_matter_of("---\ndate: 03/04/2014\npublished: 2014-04-03\n---\n")
    assert front.stated.date == "2014-04-03"
    assert front_matter_of("---\ndate: 03/04/2014\n---\n").stated.date is None


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nProse after a rule.\n\n---\nMore.",
        "---\nHe said: no.\n---\nMore.",
        "---\n- a\n- b\n---\n",
        "---\n---\n",
        "---\ntitle: not closed\n",
        "----\ntitle: x\n----\n",
        "\n---\ntitle: x\n---\n",
        "---\ntitle: x\n+++\n",
        "+++\ntitle = 'x'\n---\n",
        "---\ntitle: x\n" + "a: b\n" * LONGEST + "---\n",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text):
    front = front_matter_of(text)
    assert (front.stated, front.rest, front.notes) == (About(), text, ())


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [a\n---\nx",
        "---\ntitle:\n\t- x\n---",
        '---\ntitle: "\\UFFFFFFFF"\n---',
        "---\na: &a [*a]\n---",
        "---\na: " + "[" * 5_000 + "\n---",
        "---\n%YAML " + "9" * 5_000 + ".1\na: b\n---",
        "+++\ndate=2014-99-99\n+++",
        "+++\na=" + "9" * 5_000 + "\n+++",
        "+++\na=" + "[" * 9_000 + "\n+++",
    ],
)
def test_broken_front_matter_is_text(text):
    front = front_matter_of(text)
    assert (front.stated, front.rest) == (About(), text)
    assert bool(front.notes) == (text[4] != "%")


def test_aliases_do_not_multiply():
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    front = front_matter_of(f"---\n{bomb}title: *a39\nauthor: Jane Doe\n---\n")
    assert front.stated == About(byline="Jane Doe")


marks = st.sampled_from(
    [*STOCK, "---\n", "+++\n", "...\n", "title: ", "title = ", "date: ", "author:\n", "lang: ",
     "  ", "- ", "[", "]", "{", "}", "'", '"', "&a ", "*a", "!!int ", "? ", ": ", "|\n", "\n", "\r",
     "\t", "2014-09-15", "2014-99-99", "\\x", "\x1b", "\u202e", "#", "%", "<<: "]
)  # fmt: skip
inside = st.text() | st.lists(marks | st.text(max_size=3), max_size=40).map("".join)
hostile = st.builds("{0}\n{1}\n{0}\nEnd.".format, st.sampled_from(["---", "+++"]), inside) | inside


def assert_good(text: str) -> None:
    front = front_matter_of(text)
    if front.rest != text:
        assert text.endswith(front.rest.lstrip("\n"))
        assert text.startswith(("---", "+++"))
    fields = [getattr(front.stated, field) for field in ("title", "deck", "byline", "source")]
    for value in filter(None, fields):
        assert value == visible(value) == value.strip(" ")
    assert all(note.endswith((".", ";")) for note in front.notes)


@given(hostile)
def test_any_text_states_harmless_things_or_nothing(text):
    assert_good(text)


@pytest.mark.slow
@given(hostile)
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_fifty_thousand_texts_break_no_front_matter(text):
    assert_good(text)
