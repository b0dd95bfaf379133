"""How Markdown gives its paragraphs, and that nothing can break it."""

from itertools import groupby, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import STOCK
from tui.article.formats import markdown
from tui.article.formats.markdown import read_markdown
from tui.article.model import Paragraph, Role, Span, Style, Styled
from tui.article.plain.lines import clean
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
    return [(found.line, found.role.value, found.text) for found in read_markdown(text).paragraphs]


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
        (28, "code", "print(1)"),
        (30, "code", "print(2)"),
        (34, "body", "kept"),
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


def marked(text: str) -> list[tuple[str, str]]:
    (found,) = read_markdown(text).paragraphs
    return [
        (each.style.value, found.text[each.span.start : each.span.end]) for each in found.styles
    ]


def test_inline_marks_become_styles_of_the_words():
    text = "  A *b **c*** [d `e`](x) ~~f~~ ![*g* h](y) <i>j</i>"
    assert marked(text) == [
        ("emphasis", "b c"), ("strong", "c"), ("link", "d e"), ("code", "e"),
        ("struck", "f"), ("emphasis", "g"),
    ]  # fmt: skip


def test_a_style_in_a_cell_stands_where_the_row_has_its_words():
    text = "|*a*|b|\n|-|-|\n|c|**d**|"
    head, row = read_markdown(text).paragraphs
    assert (head.text, head.styles) == ("a | b", (Styled(Span(0, 1), Style.EMPHASIS),))
    assert (row.text, row.styles) == ("c | d", (Styled(Span(4, 5), Style.STRONG),))


def test_blanks_at_the_edge_do_not_shift_a_style():
    assert marked("&nbsp;&#8195;a *b*&nbsp;") == [("emphasis", "b")]
    assert marked("*a&nbsp;* b") == [("emphasis", "a\xa0")]


def test_footnotes_stand_where_they_are_written_and_their_marks_are_no_words():
    text = """\
Iran said no[^2]. It meant
it [^1] too.[^3]

[^1]: A *note*

    of two paragraphs.

    - a list

Between.

[^2]: Another.
[^unused]: Nobody asks for it.
"""
    assert rows(text) == [
        (1, "body", "Iran said no. It meant it too.[^3]"),
        (4, "footnote", "A note"),
        (6, "footnote", "of two paragraphs."),
        (8, "list item", "a list"),
        (10, "body", "Between."),
        (12, "footnote", "Another."),
        (13, "footnote", "Nobody asks for it."),
    ]


def test_comments_scripts_and_tags_are_not_seen_and_words_in_html_are():
    text = """\
<!-- a comment

of two paragraphs -->
Before <!-- no --> after.

<div align="center"><p>Iran <b>s</b>aid
&amp; meant &#110;o</p>
<p title="two">Two</p><script>
alert("no")
</script>
last</div>

<table><tr><td>a</td><td>b</td></tr></table>
"""
    assert rows(text) == [
        (4, "body", "Before  after."),
        (6, "body", "Iran said & meant no"),
        (8, "body", "Two"),
        (11, "body", "last"),
        (13, "body", "a"),
        (13, "body", "b"),
    ]


def test_a_heading_in_a_quotation_is_not_the_title():
    assert rows("> # Quoted\n\n# Title") == [(1, "subhead", "Quoted"), (3, "title", "Title")]


def test_front_matter_is_stated_and_no_text():
    reading = read_markdown("---\ntitle: Iran says no\n---\n\nWords.\n")
    assert reading.stated.title == "Iran says no"
    assert [(each.line, each.text) for each in reading.paragraphs] == [(5, "Words.")]


def test_a_text_that_only_begins_with_a_rule_keeps_every_word():
    assert rows("---\n\nHe said: no.\n\n---\n\nEnd.") == [
        (3, "body", "He said: no."),
        (7, "body", "End."),
    ]


def test_what_is_nested_too_deep_for_the_parser_is_not_markdown():
    assert rows(">" * 40 + " word")[0][2] == "word"
    for text in (">" * 5_000 + " word", "- " * 5_000 + " word", "[^a]: " * 200 + "word"):
        reading = read_markdown(text)
        assert reading.paragraphs == ()
        assert [note[-14:] for note in reading.notes] == ["as plain text."]


def test_what_is_too_long_is_not_parsed(monkeypatch):
    monkeypatch.setattr(markdown, "LINES_LIMIT", 3)
    assert rows("a\n\nb") == [(1, "body", "a"), (3, "body", "b")]
    assert rows("a\n\nb\n\nc") == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 20_000,
        "[[]" * 20_000,
        "[a]: b\n\n" + "[^" + "a" * 1_000,
        "*a* " * 100_000,
        "|a" * 200_000,
        "- " * 40 * 5_000 + "\n",
        (">" * 40 + "a\n" + "a\n" * 1_000) * 20,
    ],
)
def test_what_would_take_the_parser_long_is_not_parsed(text):
    assert rows(text) == []
    assert read_markdown(text).notes != ()


def test_a_long_text_with_few_marks_is_parsed():
    text = "Words with *one* mark and [a link](x).\n\n" * 5_000
    assert len(read_markdown(text).paragraphs) == 5_000


marks = st.sampled_from(
    [*STOCK, "# ", "> ", "- ", "1. ", "    ", "\n", "\n\n", "\r", "|", "|-|-|\n", "```", "~~~", "`",
     "**", "_", "~~", "[", "](", ")", "![", "<b>", "<!--", "<div>\n", "&#0;", "&#27;", "\\", "\x1b",
     "\u2028", "\u202e", "\t", "[a]: b\n", "===\n", "---\n"]
)  # fmt: skip


hostile = st.text() | st.lists(marks | st.text(max_size=3), max_size=60).map("".join)


def assert_good(text: str) -> None:
    found = read_markdown(text).paragraphs
    last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert [each.line for each in found] == sorted(each.line for each in found)
    assert sum(each.role is Role.TITLE for each in found) <= 1
    for each in found:
        assert each.text == visible(each.text) == clean(each.text) != ""
        assert 1 <= each.line <= last
        assert list(each.styles) == sorted(each.styles)
        assert all(0 <= one.span.start < one.span.end <= len(each.text) for one in each.styles)
        for style in Style:
            spans = [one.span for one in each.styles if one.style is style]
            assert all(above.end < below.start for above, below in pairwise(spans))


@given(hostile)
def test_every_paragraph_is_harmless_on_one_line_and_in_the_file(text):
    assert_good(text)


@pytest.mark.slow
@given(hostile)
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_fifty_thousand_texts_break_nothing(text):
    assert_good(text)


@given(st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1), st.integers(0, 3))
def test_prose_without_marks_keeps_every_word(words, breaks):
    text = ("\n" * breaks or " ").join(words)
    assert " ".join(each.text for each in read_markdown(text).paragraphs).split() == words


# A document is built as a tree, written as Markdown, and must come back: each
# piece is a letter with the styles on it, each block its lines and paragraphs.

Piece = list[tuple[str, frozenset[Style]]]
MARKS = {
    Style.EMPHASIS: ("*", "*"),
    Style.STRONG: ("__", "__"),
    Style.STRUCK: ("~~", "~~"),
    Style.LINK: ("[", "](http://example.org)"),
    Style.CODE: ("`", "`"),
}
a_word = st.text("abcdeßéЖ東", min_size=1, max_size=5)


@st.composite
def inlines(draw, around=frozenset(), depth=2) -> tuple[str, Piece]:
    """Words as Markdown and as letters with styles, set off at random."""
    written: list[str] = []
    letters: Piece = []
    for _ in range(draw(st.integers(1, 3))):
        letters += [(" ", around)] if letters else []
        free = sorted(set(MARKS) - around)
        style = draw(st.none() | st.sampled_from(free)) if free and depth else None
        if style is None or style is Style.CODE:
            inside = around | {style} if style else around
            word = draw(a_word)
            text, inner = word, [(letter, inside) for letter in word]
        else:
            text, inner = draw(inlines(around | {style}, depth - 1))
        mark, end = MARKS[style] if style else draw(st.sampled_from([("", ""), ("![", "](x)")]))
        note = draw(st.sampled_from(["", "", "", "[^1]", " [^1]"])) if not around else ""
        written.append(f"{mark}{text}{end}{note}")
        letters += inner
    return " ".join(written), letters


def styles_of(letters: Piece) -> tuple[Styled, ...]:
    found = []
    for style in Style:
        at = 0
        for on, run in groupby(letters, key=lambda letter, style=style: style in letter[1]):
            length = len(list(run))
            if on:
                found.append(Styled(Span(at, at + length), style))
            at += length
    return tuple(sorted(found))


def paragraph_of(letters: Piece, role: Role, line: int) -> Paragraph:
    text = "".join(letter for letter, _ in letters)
    return Paragraph(text, role, line, styles=styles_of(letters))


def shifted(paragraphs: list[Paragraph], lines: int) -> list[Paragraph]:
    return [Paragraph(p.text, p.role, p.line + lines, styles=p.styles) for p in paragraphs]


def stacked(blocks: list[tuple[list[str], list[Paragraph]]]) -> tuple[list[str], list[Paragraph]]:
    lines: list[str] = []
    found: list[Paragraph] = []
    for written, paragraphs in blocks:
        lines += [""] if lines else []
        found += shifted(paragraphs, len(lines))
        lines += written
    return lines, found


@st.composite
def blocks(draw, role=Role.BODY, depth=2) -> tuple[list[str], list[Paragraph]]:
    """Lines of Markdown, and the paragraphs that they must give."""
    kinds = ["text", "heading", "code", "table"] + ["quote", "list"] * (depth > 0)
    kind = draw(st.sampled_from(kinds))
    if kind == "code":
        lines = draw(st.lists(a_word | st.just(""), max_size=4))
        code = [Paragraph(line, Role.CODE, n) for n, line in enumerate(lines, start=2) if line]
        return ["```", *lines, "```"], code
    if kind == "table":
        cells = draw(st.lists(inlines(), min_size=4, max_size=4))
        bar = [(letter, frozenset()) for letter in " | "]
        (a, one), (b, two), (c, three), (d, four) = cells
        return [f"| {a} | {b} |", "|---|---|", f"| {c} | {d} |"], [
            paragraph_of(one + bar + two, Role.TABLE, 1),
            paragraph_of(three + bar + four, Role.TABLE, 3),
        ]
    if kind in ("quote", "list"):
        inner = Role.QUOTE if kind == "quote" else Role.LIST_ITEM
        found = draw(st.lists(blocks(inner, depth - 1), min_size=1, max_size=3))
        lines, paragraphs = stacked(found)
        if kind == "quote":
            return [f"> {line}".rstrip() for line in lines], paragraphs
        first, *others = lines
        return [f"- {first}", *(f"  {line}".rstrip() for line in others)], paragraphs
    text, letters = draw(inlines())
    if kind == "heading":
        return [f"## {text}"], [paragraph_of(letters, Role.SUBHEAD, 1)]
    return [text], [paragraph_of(letters, role, 1)]


def read_back(document: list[tuple[list[str], list[Paragraph]]]) -> None:
    note = Paragraph("note", Role.FOOTNOTE, 1)
    lines, expected = stacked([*document, (["[^1]: note"], [note])])
    assert list(read_markdown("\n".join(lines)).paragraphs) == expected


@given(st.lists(blocks(), min_size=1, max_size=4))
def test_a_document_written_as_markdown_comes_back(document):
    read_back(document)


@pytest.mark.slow
@given(st.lists(blocks(), min_size=1, max_size=4))
@settings(max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_thousands_of_documents_come_back(document):
    read_back(document)
