"""A comparison as a JSON record."""

import json

import pytest
from hypothesis import given

from tests.strategies import article_of, article_pairs
from tui import __version__
from tui.compare import CompareOptions, Comparison, Regime, Wording, account, compare, edits_of
from tui.export import FORMATS, SCHEMA, Section, Wanted, only_named


def record_of(comparison: Comparison, wanted: Wanted = Wanted()) -> dict:  # noqa: B008 -- frozen
    return json.loads("".join(FORMATS["json"](account(comparison), wanted)))


def test_a_record_says_what_wrote_it(compare_texts):
    record = record_of(compare_texts("One two.", "One three."))
    assert (record["schema"], record["program"]) == (SCHEMA, "diptych")
    assert record["version"] == __version__


def test_a_record_says_whether_the_regime_was_chosen_by_hand():
    article = article_of(["One two three four."])
    found = record_of(compare(article, article))
    asked = record_of(compare(article, article, CompareOptions(Regime.TELLINGS)))
    assert (found["regime"], found["regime_by_hand"]) == ("versions", False)
    assert (asked["regime"], asked["regime_by_hand"]) == ("tellings", True)


def test_a_record_is_one_line_of_text_as_it_is(compare_texts):
    written = "".join(
        FORMATS["json"](account(compare_texts("naïve “東京” 👍", "naïve “東京”")), Wanted())
    )
    assert "naïve “東京” 👍" in written
    assert written.count("\n") == 1
    assert written.endswith("\n")


def test_offsets_count_code_points(compare_texts):
    comparison = compare_texts("👍 one 𝒳 cat three four.", "👍 one 𝒳 dog three four.")
    record = record_of(comparison)
    (edit,) = record["rows"][0]["edits"]
    assert edit == {
        "wording": "wording",
        "quiet": False,
        "facts": [],
        "quoted": False,
        "same_day": False,
        "carried": None,
        "left": [{"paragraph": 0, "start": 8, "end": 11}],
        "right": [{"paragraph": 0, "start": 8, "end": 11}],
    }
    assert record["left"]["paragraphs"][0]["text"][8:11] == "cat"


def test_the_ends_of_a_move_name_each_other(compare_texts):
    a, b, c = (f"Paragraph {n} has {n} words of its own {n}." for n in ("one", "two", "six"))
    record = record_of(compare_texts(f"{a}\n\n{b}\n\n{c}", f"{b}\n\n{c}\n\n{a}"))
    ends = [n for n, row in enumerate(record["rows"]) if row["kind"] == "moved"]
    assert [record["rows"][n]["other_end"] for n in ends] == ends[::-1]
    assert [change["rows"] for change in record["changes"]] == [ends]


@given(article_pairs())
def test_a_record_holds_the_whole_comparison(pair):
    comparison = account(compare(*pair)).comparison
    record = record_of(comparison)
    for article, side in zip(pair, ("left", "right"), strict=True):
        texts = [paragraph["text"] for paragraph in record[side]["paragraphs"]]
        assert texts == [paragraph.text for paragraph in article.paragraphs]
        assert record[side]["words"] == article.words
    for number, (row, written) in enumerate(zip(comparison.rows, record["rows"], strict=True)):
        assert (tuple(written["left"]), tuple(written["right"])) == (row.left, row.right)
        assert (written["kind"], written["change"]) == (row.kind.value, row.change)
        assert len(written["edits"]) == len(edits_of(comparison, number))
    assert [change["number"] for change in record["changes"]] == list(
        range(1, len(comparison.changes) + 1)
    )


@given(article_pairs())
def test_a_record_is_valid_utf_8(pair):
    "".join(FORMATS["json"](account(compare(*pair)), Wanted())).encode("utf-8")


def test_a_carried_sentence_is_in_both_rows_and_in_the_list(compare_texts):
    trains = "All trains ran late on Monday."
    record = record_of(
        compare_texts(
            f"The river rose. {trains}\n\nNo more.\n\nIt froze hard.",
            f"The river rose.\n\nNo more.\n\nIt froze hard. {trains}",
        )
    )
    (carried,) = record["carried"]
    assert [row["carried"] for row in record["rows"]] == [[0], [], [0]]
    (went,), (came,) = record["rows"][0]["edits"], record["rows"][2]["edits"]
    assert (went["wording"], came["wording"]) == ("carried", "carried")
    assert (went["left"], went["right"]) == ([carried["left"]], [])
    assert (came["left"], came["right"]) == ([], [carried["right"]])
    assert (went["carried"], came["carried"]) == (0, 0)
    assert carried["likeness"] == 1


def words_of(record: dict, side: str, passages: list) -> str:
    """What some passages of a record hold."""
    paragraphs = record[side]["paragraphs"]
    return " ".join(
        paragraphs[each["paragraph"]]["text"][each["start"] : each["end"]] for each in passages
    )


STYLE = (
    "The US envoy came on Monday with 1,000 men.\n\nA US ship stayed. “We will go,” he said.",
    "The U.S. envoy came on Monday with 3,000 men.\n\nA U.S. ship stayed. “We may go,” he said.",
)


def test_an_edit_says_what_it_is(compare_texts):
    record = record_of(compare_texts(*STYLE))
    edits = [edit for row in record["rows"] for edit in row["edits"]]
    assert [(edit["wording"], edit["quiet"], edit["facts"], edit["quoted"]) for edit in edits] == [
        ("points", True, [], False),
        ("fact", False, ["number"], False),
        ("points", True, [], False),
        ("wording", False, [], True),
    ]


def test_patterns_facts_and_quotations_are_there_with_their_places(compare_texts):
    record = record_of(compare_texts(*STYLE))
    (pattern,) = record["ledger"]
    assert (pattern["left"], pattern["right"], pattern["wording"]) == ("US", "U.S.", "points")
    assert pattern["quiet"]
    assert [place["row"] for place in pattern["places"]] == [0, 1]
    (fact,), (quotation,) = record["facts"], record["quotations"]
    places = [*pattern["places"], fact, quotation]
    assert [words_of(record, "left", place["left"]) for place in places] == [
        "US", "US", "1,000", "will",
    ]  # fmt: skip
    assert [words_of(record, "right", place["right"]) for place in places] == [
        "U.S.", "U.S.", "3,000", "may",
    ]  # fmt: skip


def test_where_a_form_was_kept_is_told(compare_texts):
    record = record_of(
        compare_texts(
            "He walked towards us.\n\nThen towards the town.",
            "He walked toward us.\n\nThen towards the town.",
        )
    )
    ((kept,),) = (pattern["kept"] for pattern in record["ledger"])
    assert kept == {"row": 1, "paragraph": 1, "start": 5, "end": 12}


def test_a_record_counts_edits_and_words(compare_texts):
    record = record_of(compare_texts(*STYLE))
    assert {kind: number for kind, number in record["edits"].items() if number} == {
        "points": 2, "fact": 1, "wording": 1,
    }  # fmt: skip
    assert list(record["edits"]) == list(Wording)
    assert record["words"] == {"gone": 2, "new": 2, "quiet": 2}
    assert set(record["same"]) == {"words", "first", "last"}
    assert record["summary"][0].startswith("The left has 2 paragraphs")


def test_rows_with_house_style_alone_are_quiet(compare_texts):
    record = record_of(compare_texts("It stood towards the town.", "It stood toward the town."))
    assert [row["kind"] for row in record["rows"]] == ["quiet"]
    assert [change["kind"] for change in record["changes"]] == ["quiet"]


def test_only_what_is_asked_for_is_written(compare_texts):
    comparison = compare_texts(*(f"Nothing else was said.\n\n{text}" for text in STYLE))
    record = record_of(comparison, Wanted(only=only_named(["quotation"])))
    (row,) = record["rows"]
    assert (row["number"], record["left_out"]) == (2, 2)
    assert [edit["quoted"] for edit in row["edits"]] == [True]
    assert [change["rows"] for change in record["changes"]] == [[2]]


@pytest.mark.parametrize(
    ("section", "fields"),
    [
        (Section.LEDGER, {"ledger"}),
        (Section.FACTS, {"facts", "quotations"}),
        (Section.SUMMARY, {"summary"}),
    ],
)
def test_a_section_stands_instead_of_the_rows(compare_texts, section, fields):
    comparison = compare_texts(*STYLE)
    whole = record_of(comparison)
    record = record_of(comparison, Wanted(sections=(section,)))
    others = {"rows", "left_out", "changes", "carried", "edits", "words", "same", "ledger",
              "facts", "quotations", "summary"} - fields  # fmt: skip
    assert record == {name: value for name, value in whole.items() if name not in others}


@given(article_pairs())
def test_every_edit_that_is_told_of_is_one_of_its_row(pair):
    record = record_of(compare(*pair))
    told = [place for pattern in record["ledger"] for place in pattern["places"]]
    for place in (*told, *record["facts"], *record["quotations"]):
        edit = {name: value for name, value in place.items() if name != "row"}
        assert edit in record["rows"][place["row"]]["edits"]
