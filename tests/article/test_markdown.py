"""How Markdown gives its paragraphs, and that nothing can break it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import STOCK
from tui.article import markdown
from tui.article.lines import clean
from tui.article.markdown import markdown_paragraphs
from tui.article.model import Role
from tui.visible import visible

SAMPLE = """\
Iran rejects *global* strategy
==============================

Tehran [**refused**](http://example.org "why") `requests`,<br>so
said a\\
source ~~close~~ in ![the capital](x.png) &amp; <b>town</b>.

## What comes next

> A quotation
> of two lines.
>
> - one inside

1. First
   item

   and more of it
2. Second
   - nested

| name | place |
| ---- | ----- |
| Masum | **Paris** |
| | |

```python
print(1)

print(2)
```

<div>
kept
</div>

# Another
"""


def rows(text: str) -> list[tuple[int, str, str]]:
    return [(found.line, found.role.value, found.text) for found in markdown_paragraphs(text)]


def test_marks_become_roles_and_leave_the_words():
    assert rows(SAMPLE) == [
        (1, "title", "Iran rejects global strategy"),
        (4, "body", "Tehran refused requests, so said a source close in the capital & town."),
        (8, "subhead", "What comes next"),
        (10, "quote", "A quotation of two lines."),
        (13, "list item", "one inside"),
        (15, "list item", "First item"),
        (18, "list item", "and more of it"),
        (19, "list item", "Second"),
        (20, "list item", "nested"),
        (22, "table", "name | place"),
        (24, "table", "Masum | Paris"),
        (27, "code", "print(1) print(2)"),
        (33, "code", "<div> kept </div>"),
        (37, "subhead", "Another"),
    ]  # fmt: skip


def test_windows_line_ends_change_nothing():
    assert rows(SAMPLE.replace("\n", "\r\n")) == rows(SAMPLE)


def test_a_quote_in_a_list_is_a_quote():
    assert rows("- > said he\n- item") == [(1, "quote", "said he"), (2, "list item", "item")]


def test_what_has_no_words_gives_nothing():
    assert rows("---\n\n#\n\n> \n\n```\n```\n\n[a]: http://example.org\n") == []


def test_hostile_characters_are_shown_even_from_entities():
    assert rows("a&#x2028;\x1b[2J\x1b]8;;\x9b\u202eb") == [
        (1, "body", "a␤␛[2J␛]8;;\ufffd\ufffdb"),
    ]  # fmt: skip


def test_what_is_nested_too_deep_for_the_parser_is_not_markdown():
    assert rows(">" * 40 + " word")[0][2] == "word"
    assert rows(">" * 5_000 + " word") == []
    assert rows("- " * 5_000 + " word") == []


def test_what_is_too_long_is_not_parsed(monkeypatch):
    monkeypatch.setattr(markdown, "LINES_LIMIT", 3)
    assert rows("a\n\nb") == [(1, "body", "a"), (3, "body", "b")]
    assert rows("a\n\nb\n\nc") == []


marks = st.sampled_from(
    [*STOCK, "# ", "> ", "- ", "1. ", "    ", "\n", "\n\n", "\r", "|", "|-|-|\n", "```", "~~~", "`",
     "**", "_", "~~", "[", "](", ")", "![", "<b>", "<!--", "<div>\n", "&#0;", "&#27;", "\\", "\x1b",
     "\u2028", "\u202e", "\t", "[a]: b\n", "===\n", "---\n"]
)  # fmt: skip


@given(st.text() | st.lists(marks | st.text(max_size=3), max_size=60).map("".join))
def test_every_paragraph_is_harmless_on_one_line_and_in_the_file(text):
    found = markdown_paragraphs(text)
    last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert [each.line for each in found] == sorted(each.line for each in found)
    assert sum(each.role is Role.TITLE for each in found) <= 1
    for each in found:
        assert each.text == visible(each.text) == clean(each.text) != ""
        assert 1 <= each.line <= last


@given(st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1), st.integers(0, 3))
def test_prose_without_marks_keeps_every_word(words, breaks):
    text = ("\n" * breaks or " ").join(words)
    assert " ".join(each.text for each in markdown_paragraphs(text)).split() == words
