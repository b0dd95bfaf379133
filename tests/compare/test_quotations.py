import pytest
from hypothesis import given

from tests.strategies import texts
from tui.compare.quotations import quoted


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said: “We will go,” and went.", ["We will go,"]),
        ('He said: "We will go," and "soon".', ["We will go,", "soon"]),
        ("‘Will you?’ she asked. ‘I won’t.’", ["Will you?", "I won’t."]),
        ("'Will you?' she asked the ministers' men.", ["Will you?"]),
        ("The ministers' talks ended at 5 o'clock.", []),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("« Nous partons », dit-il.", [" Nous partons "]),
        ("“He said ‘no’ twice,” she told us.", ["He said ‘no’ twice,"]),
        ("“We will go on, and tomorrow more.", ["We will go on, and tomorrow more."]),
        ("Nothing here.", []),
        ('""', []),
    ],
)
def test_what_stands_inside_quotation_marks(text, inside):
    assert [text[span.start : span.end] for span in quoted(text)] == inside


@given(texts())
def test_quotations_are_in_order_disjoint_and_inside_the_text(text):
    at = 0
    for span in quoted(text):
        assert at <= span.start < span.end <= len(text)
        at = span.end


def test_ten_thousand_apostrophes_are_looked_at_once_each():
    assert quoted("'a " * 100_000) == ()


def test_a_quotation_is_closed_behind_thousands_of_marks_that_open():
    text = "\u2018" * 300_000 + "a\u2019."
    (span,) = quoted(text)
    assert text[span.start : span.end].endswith("\u2018a")
