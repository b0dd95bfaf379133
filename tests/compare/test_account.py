"""What is put together of all edits: the style ledger, facts, quotations, the summary."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import article_pairs
from tui.article import load_article
from tui.compare import (
    QUIET,
    CompareOptions,
    Fact,
    Kind,
    Wording,
    account,
    compare,
    edits_of,
    settled,
    summary,
)

STORY = """\
The US envoy said yesterday that the colour of the sea had changed. Nobody knew why.

A second US envoy said towards the evening that he agreed. He left yesterday.

The US envoys met again in Paris, and towards midnight they signed what they had.

“We will not go,” one of them said. He had counted 300 boats.
"""
OTHER = """\
The U.S. envoy said on Monday that the color of the sea had changed. Nobody knew why.

A second U.S. envoy said toward the evening that he agreed. He left on Monday.

The US envoys met again in Paris, and toward midnight they signed what they had.

“We may not go,” one of them said. He had counted 400 boats.
"""


@pytest.fixture
def told(compare_texts):
    return account(compare_texts(STORY.strip(), OTHER.strip()))


def test_the_ledger_lists_patterns_with_their_counts_the_most_frequent_first(told):
    patterns = [(each.left, each.right, each.wording, len(each.places)) for each in told.ledger]
    assert patterns == [
        ("US", "U.S.", Wording.POINTS, 2),
        ("yesterday", "on Monday", Wording.FACT, 2),
        ("towards", "toward", Wording.VARIANT, 2),
        ("colour", "color", Wording.SPELLING, 1),
    ]


def test_the_ledger_tells_where_a_pattern_was_not_followed(told):
    pattern = told.ledger[0]
    ((row, passage),) = pattern.kept
    text = told.comparison.left.paragraphs[passage.paragraph].text
    assert text[passage.span.start : passage.span.end] == "US"
    assert (row, passage.paragraph) == (2, 2)
    assert all(not pattern.kept for pattern in told.ledger[1:])


def test_every_place_of_a_pattern_holds_its_forms(told):
    for pattern in told.ledger:
        for found in pattern.places:
            (left,), (right,) = found.edit.left, found.edit.right
            sides = ((left, told.comparison.left), (right, told.comparison.right))
            texts = [
                article.paragraphs[each.paragraph].text[each.span.start : each.span.end]
                for each, article in sides
            ]
            assert texts == [pattern.left, pattern.right]


def test_what_two_forms_share_after_a_hyphen_is_no_part_of_a_pattern(compare_texts):
    told = account(compare_texts("A US-led army. The US sea.", "A U.S.-led army. The U.S. sea."))
    (pattern,) = told.ledger
    assert (pattern.left, pattern.right, len(pattern.places)) == ("US", "U.S.", 2)


def test_a_wording_that_stands_once_is_no_pattern(compare_texts):
    told = account(compare_texts("The old man saw the wide sea.", "The old man knew the wide sea."))
    assert told.ledger == ()


def test_facts_are_listed_in_reading_order(told):
    assert [each.edit.facts for each in told.facts] == [
        (Fact.DATE,),
        (Fact.DATE,),
        (Fact.NUMBER,),
    ]


def test_changed_quotations_are_listed(told):
    (found,) = told.quotations
    (passage,) = found.edit.right
    text = told.comparison.right.paragraphs[passage.paragraph].text
    assert text[passage.span.start : passage.span.end] == "may"


def test_a_row_of_house_style_alone_is_quiet(told):
    # The third row differs by towards and toward.
    assert [row.kind for row in told.comparison.rows] == [
        Kind.REWORDED,
        Kind.REWORDED,
        Kind.QUIET,
        Kind.REWORDED,
    ]


def test_what_is_quiet_is_a_setting(told):
    comparison = told.comparison
    options = CompareOptions(quiet=QUIET - {Wording.VARIANT})
    loud = settled(compare(comparison.left, comparison.right, options), told.kinds)
    assert [row.kind for row in loud.rows] == [Kind.REWORDED] * 4
    assert [change.kind for change in loud.changes] == [Kind.REWORDED] * 4


def test_the_summary_is_in_plain_sentences(told):
    assert summary(told) == (
        "The left has 4 paragraphs and 58 words; the right has 4 paragraphs and 60 words.",
        "1 paragraph differs in house style alone and 3 are reworded.",
        "The lead is reworded.",
        "4 words went and 6 words came in.",
        (
            "Of 9 edits inside paragraphs, 5 are house style, 3 are of facts and "
            "1 is inside quotation marks."
        ),
        (
            "The longest stretch that is the same, house style aside, has 24 words, "
            "in ¶1 to ¶2 on the left."
        ),
    )


def test_the_summary_of_the_same_text_is_one_sentence(compare_texts):
    told = account(compare_texts("One two three.", "One two three."))
    assert summary(told) == ("The two are the same: 1 paragraph and 3 words.",)


def test_the_summary_counts_what_came_went_and_moved(compare_texts):
    told = account(
        compare_texts(
            "A long first paragraph of seven words.\n\nThe gone one.\n\nAnother stays as it is.",
            "Another stays as it is.\n\nA long first paragraph of seven words.\n\nNew here.",
        )
    )
    said = " ".join(summary(told))
    assert "1 moved" in said
    assert "1 paragraph was added, 1 was removed" in said
    assert "3 words went and 2 words came in." in said


def test_headlines_are_compared(tmp_path):
    for name, headline in (("left.md", "# Old headline"), ("right.md", "# New headline")):
        (tmp_path / name).write_text(f"{headline}\n\nThe lead is the same here.\n", "utf-8")
    articles = [load_article(str(tmp_path / name)) for name in ("left.md", "right.md")]
    said = summary(account(compare(*articles)))
    assert "The headline was “Old headline” and is “New headline”." in said
    assert "The lead is the same." in said


def test_seeds_the_house_style_of_two_papers(seeds):
    left, right = load_article(f"{seeds['000']}#1"), load_article(str(seeds["001"]))
    told = account(compare(left, right))
    counts = {(each.left, each.right): len(each.places) for each in told.ledger}
    assert counts["yesterday", "Monday"] == 6
    assert counts["US", "U.S."] == 4
    assert counts["towards", "toward"] == 2
    assert counts["Shia", "Shi’ite"] == 3
    days = [each for each in told.facts if Fact.DATE in each.edit.facts]
    assert len(days) == 7


@given(article_pairs())
def test_every_edit_is_counted_once(pair):
    comparison = compare(*pair)
    told = account(comparison)
    edits = [
        edit
        for number, row in enumerate(comparison.rows)
        if row.kind is not Kind.MOVED or row.left
        for edit in edits_of(comparison, number)
    ]
    assert sum(told.edits.values()) == len(edits)
    assert [each.edit for each in told.facts] == [
        edit for edit in edits if edit.wording is Wording.FACT
    ]


@given(article_pairs())
def test_a_quiet_row_has_quiet_edits_alone(pair):
    told = account(compare(*pair))
    for number, row in enumerate(told.comparison.rows):
        if row.kind in (Kind.QUIET, Kind.REWORDED):
            loud = any(not edit.quiet for edit in edits_of(told.comparison, number))
            assert loud is (row.kind is Kind.REWORDED)


@given(article_pairs())
def test_the_summary_has_no_number_that_its_noun_does_not_fit(pair):
    for sentence in summary(account(compare(*pair))):
        assert not re.search(r"\b1 (?:paragraphs|words|edits|are)\b", sentence)
        assert not re.search(r"\b(?!1 )\d+ (?:paragraph|word|edit|is|was)\b", sentence)
        assert sentence.endswith(".")


@given(article_pairs(), st.sets(st.sampled_from(sorted(QUIET | {Wording.PUNCTUATION}))))
def test_an_account_made_from_one_before_is_the_account(pair, quiet):
    before = account(compare(*pair))
    comparison = replace(before.comparison, options=CompareOptions(quiet=frozenset(quiet)))
    assert account(comparison, before=before) == account(comparison)
