"""The pages of labelled changes are read as an editor means them."""

from datetime import date

import pytest

from tests.benchmarks.marks import agreement, wanted_marks
from tests.labelled import cases
from tui.article.model import Span
from tui.compare.model import Fact, Wording


@pytest.fixture
def read(tmp_path):
    def one(body):
        path = tmp_path / "page.md"
        path.write_text(f"# A page\n\nWhere it is from.\n\n## A case\n\n{body}\n", encoding="utf-8")
        (case,) = cases(path)
        return case

    return one


@pytest.mark.parametrize(
    ("body", "left", "right"),
    [
        ("He was {late => early | wording}.", "He was late.", "He was early."),
        ("It is { => very | wording} good.", "It is good.", "It is very good."),
        ("It is {very => | wording} good.", "It is very good.", "It is good."),
        ("{Then => | wording} he left.", "Then he left.", "he left."),
        ("He left{ => on Sunday | fact date}.", "He left.", "He left on Sunday."),
        ("He left { => today | fact date}.", "He left.", "He left today."),
        ("in Iraq{ => , | punctuation} he said", "in Iraq he said", "in Iraq, he said"),
        ("of Athletic {, => | punctuation} who", "of Athletic, who", "of Athletic who"),
        ("a judge {– => , | punctuation} who", "a judge – who", "a judge, who"),
        ("he left {and => . He | wording} went", "he left and went", "he left. He went"),
        ("before{... => … | typography} and", "before... and", "before… and"),
        ("{said  he => said he | spacing} now", "said  he now", "said he now"),
        ("{“ => \" | typography}No,{” => \" | typography}", "“No,”", '"No,"'),
        ("a line\n  and { => a | wording}\nnext", "a line and next", "a line and a next"),
        ("他{ => 们 | wording}来了", "他来了", "他们来了"),
    ],
)  # fmt: skip
def test_both_texts_are_put_together_with_the_right_blanks(read, body, left, right):
    case = read(body)
    assert (case.left, case.right) == (left, right)
    for mark in case.marks:
        for text, span in ((left, mark.left), (right, mark.right)):
            assert span is None or (span.start < span.end and text[span.start : span.end].strip())


def test_a_label_has_its_places_its_kind_and_its_flags(read):
    case = read(
        "dates: 2014-09-16 2014-09-15\nlanguage: fr\n"
        "He {left => came | wording quoted} { => at 5 pm yesterday | fact number date same-day}."
    )
    assert case.dates == (date(2014, 9, 16), date(2014, 9, 15))
    assert case.language == "fr"
    wording, fact = case.marks
    assert (wording.left, wording.right) == (Span(3, 7), Span(3, 7))
    assert (wording.kind, wording.flags) == (Wording.WORDS, {"quoted"})
    assert (fact.left, fact.right) == (None, Span(8, 25))
    assert (fact.kind, fact.facts) == (Wording.FACT, {Fact.NUMBER, Fact.DATE})
    assert fact.flags == {"same-day"}


@pytest.mark.parametrize(
    "body",
    [
        "{a => b}",
        "{a | wording}",
        "{a => b | words}",
        "{ => | wording}",
        "{a => b | fact}",
        "{a => b | wording name}",
        "{a => {b => c | wording} | wording}",
    ],
)
def test_a_brace_that_is_no_change_is_told_with_its_case(read, body):
    with pytest.raises(ValueError, match="A case"):
        read(body)


CASE = (
    "A {red => blue | wording} {car => cart | wording}{, => | punctuation} left"
    " {on Monday => on Friday | fact date} and {then  went => then went | spacing} off"
    " { => by co-op | wording}"
)


def test_labels_agree_with_themselves(read):
    case = read(CASE)
    found = agreement(case, wanted_marks(case))
    assert (found.agree, found.marks, found.labelled, found.cuts) == (6, 6, 6, 0)
    # The first three touch.
    assert (found.joined_agree, found.joined_marks, found.joined_labelled) == (4, 4, 4)
    assert found.words_agree == found.words == found.words_labelled


def test_a_mark_agrees_where_it_has_the_words_of_the_label_on_both_sides(read):
    case = read(CASE)
    on_left, on_right = case.left.index, case.right.index
    marks = [
        # Two labels in one, which agree with them when they are joined.
        (Span(on_left("red"), on_left(",") + 1), Span(on_right("blue"), on_right(" left"))),
        (
            Span(on_left("Monday"), on_left("Monday") + 6),
            Span(on_right("Friday"), on_right(" and")),
        ),
        (None, Span(on_right("op"), len(case.right))),
    ]
    found = agreement(case, marks)
    assert (found.agree, found.marks, found.joined_agree, found.cuts) == (1, 3, 2, 1)
