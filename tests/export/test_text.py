"""A comparison as plain text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_of, article_pairs, numbered
from tui.article import load_article
from tui.compare import (
    SIGNS,
    Comparison,
    Kind,
    Regime,
    Row,
    account,
    compare,
)
from tui.compare.signs import FACT, QUOTATION
from tui.export import Wanted
from tui.export.text import counts, write_text

A = "The first paragraph says that the ministers met in Paris."
B = "A second one tells what they had for lunch on that day."
C = "Nobody knows who paid, and the third paragraph ends here."


def text_of(comparison: Comparison, width: int = 0) -> str:
    return "".join(write_text(account(comparison), Wanted(width)))


def rows_of(comparison: Comparison) -> list[str]:
    """The rows on one line each, between the head and the counts."""
    return text_of(comparison).split("\n\n")[1:-1]


def comparison_of(left: list[str], right: list[str], *rows: Row) -> Comparison:
    """A comparison by hand."""
    with_changes, changes = numbered(rows)
    return Comparison(
        article_of(left, "left.txt"),
        article_of(right, "right.txt"),
        with_changes,
        changes,
        Regime.VERSIONS,
    )


def test_the_head_names_both_articles(compare_texts):
    lines = text_of(compare_texts(A, B)).splitlines()
    assert lines[:3] == [f"--- left.txt  {A}", f"+++ right.txt  {B}", ""]


def test_rows_of_every_kind_have_their_sign(compare_texts):
    comparison = compare_texts(
        f"{A}\n\n{B}\n\nThis was only on the left side.",
        f"{A.replace('Paris', 'Rome')}\n\n{B.replace('lunch', 'LUNCH')}\n\n{C}",
    )
    assert rows_of(comparison) == [
        "! The first paragraph says that the ministers met in [-Paris-]{+Rome+}.",
        "· A second one tells what they had for [-lunch-]{+LUNCH+} on that day.",
        "- This was only on the left side.",
        f"+ {C}",
    ]


def test_a_move_tells_at_each_end_where_the_other_is(compare_texts):
    comparison = compare_texts(f"{A}\n\n{B}\n\n{C}", f"{B}\n\n{C}\n\n{A.replace('first', 'last')}")
    assert rows_of(comparison) == [
        f"> (moved to ¶3) {A}",
        f"= {B}",
        f"= {C}",
        "< (moved from ¶1) The [-first-]{+last+} paragraph says that the ministers met in Paris.",
    ]


def test_split_paragraphs_are_joined_where_they_were_split():
    left = ["One two three. Four five six."]
    right = ["One two three.", "Four five seven."]
    comparison = comparison_of(left, right, Row((0,), (0, 1), Kind.SPLIT, 0.9))
    assert rows_of(comparison) == ["S!One two three. ¶ Four five [-six-]{+seven+}."]


def test_merged_paragraphs_are_joined_where_they_were_parted():
    left = ["One two three.", "Four five seven."]
    right = ["One two three. Four five six."]
    comparison = comparison_of(left, right, Row((0, 1), (0,), Kind.MERGED, 0.9))
    assert rows_of(comparison) == ["M!One two three. ¶ Four five [-seven-]{+six+}."]


def test_a_change_across_the_join_is_marked_as_one():
    left = ["One two three. Four five six."]
    right = ["One two nine.", "Ten five six."]
    comparison = comparison_of(left, right, Row((0,), (0, 1), Kind.SPLIT, 0.9))
    (row,) = rows_of(comparison)
    assert row.startswith("S!One two ")
    assert " ¶ " in row
    assert row.endswith(" five six.")


def test_blanks_alone_are_not_marked(compare_texts):
    comparison = compare_texts("One\u00a0two three four.", "One two three four.")
    assert rows_of(comparison) == ["· One two three four."]


def test_the_last_line_counts_rows_and_changes_in_plain_words(compare_texts):
    comparison = compare_texts(f"{A}\n\n{B}\n\n{C}", f"{B}\n\n{C}\n\n{A}\n\nNew words at the end.")
    assert counts(comparison) == "2 same, 1 added, 1 moved"
    assert text_of(comparison).endswith("\n\n2 same, 1 added, 1 moved\n")


def test_what_was_bounded_is_said_before_the_counts():
    comparison = comparison_of(["One."], ["One."], Row((0,), (0,), Kind.SAME, 1.0))
    bounded = replace(comparison, bounded=("Only the first part was compared.",))
    assert text_of(bounded).endswith("Only the first part was compared.\n1 same\n")


def test_lines_hang_under_the_text(compare_texts):
    lines = text_of(compare_texts(A, A), 30).splitlines()
    assert lines[3:-2] == [
        "= The first paragraph says",
        "  that the ministers met in",
        "  Paris.",
    ]


def test_a_word_longer_than_the_line_is_not_cut():
    comparison = comparison_of(["a " + "b" * 40 + " c"], ["x"], Row((0,), (), Kind.REMOVED))
    assert rows_of(comparison) == ["- a " + "b" * 40 + " c"]
    assert text_of(comparison, 20).splitlines()[3:6] == ["- a", "  " + "b" * 40, "  c"]


def test_text_without_blanks_breaks_between_wide_signs():
    comparison = comparison_of(["日本語のテキスト。東京都"], ["x"], Row((0,), (), Kind.REMOVED))
    assert text_of(comparison, 12).splitlines()[3:6] == ["- 日本語のテ", "  キスト。東", "  京都"]


@given(article_pairs(), st.integers(min_value=10, max_value=120))
def test_wrapping_changes_blanks_only(pair, width):
    comparison = compare(*pair)
    wrapped, whole = text_of(comparison, width), text_of(comparison, 0)
    assert "".join(wrapped.split()) == "".join(whole.split())


@given(article_pairs(), st.integers(min_value=10, max_value=120))
def test_every_row_begins_with_a_sign_and_a_blank_line_follows_it(pair, width):
    comparison = compare(*pair)
    rows = text_of(comparison, width).split("\n\n")[1:-1]
    signs = {sign for sign, _ in SIGNS}
    assert len(rows) == len(comparison.rows)
    for row in rows:
        first, *others = row.split("\n")
        assert first[0] in signs
        assert first[1] in (" ", FACT, QUOTATION)
        assert all(line.startswith("  ") for line in others)


def test_the_first_seeds_read_as_an_editor_expects(seeds):
    comparison = compare(*(load_article(seeds[name]) for name in ("000", "001")))
    rows = rows_of(comparison)
    assert any(
        row.startswith("! World powers meeting in Paris [-yesterday-]{+on Monday+}") for row in rows
    )
    assert any(row.startswith("+ The United States launched an air strike") for row in rows)


def test_a_carried_sentence_says_where_it_is(compare_texts):
    trains = "All trains ran late on Monday."
    comparison = compare_texts(
        f"The river rose. {trains}\n\nNo more.\n\nIt froze hard.",
        f"The river rose.\n\nNo more.\n\nIt froze hard. {trains}",
    )
    first, _, last = rows_of(comparison)
    assert first == f"~ The river rose. [-{trains}-] (“All trains ran late on…” moved to ¶3)"
    assert last == f"~ It froze hard. {{+{trains}+}} (“All trains ran late on…” moved from ¶1)"
