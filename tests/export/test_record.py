"""A comparison as a JSON record."""

import json

from hypothesis import given

from tests.strategies import article_of, article_pairs
from tui import __version__
from tui.compare import CompareOptions, Comparison, Regime, compare, edits_of
from tui.export import FORMATS, SCHEMA


def record_of(comparison: Comparison) -> dict:
    return json.loads("".join(FORMATS["json"](comparison, 80)))


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
    written = "".join(FORMATS["json"](compare_texts("naïve “東京” 👍", "naïve “東京”"), 0))
    assert "naïve “東京” 👍" in written
    assert written.count("\n") == 1
    assert written.endswith("\n")


def test_offsets_count_code_points(compare_texts):
    comparison = compare_texts("👍 one 𝒳 cat three four.", "👍 one 𝒳 dog three four.")
    record = record_of(comparison)
    (edit,) = record["rows"][0]["edits"]
    assert edit == {
        "wording": "wording",
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
    comparison = compare(*pair)
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
    "".join(FORMATS["json"](compare(*pair), 0)).encode("utf-8")


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
    assert went == {"wording": "carried", "left": [carried["left"]], "right": []}
    assert came == {"wording": "carried", "left": [], "right": [carried["right"]]}
    assert carried["likeness"] == 1
