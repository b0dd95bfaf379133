"""Which language a text is in, and when only the script is told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import STOCK
from tui.article.facts.language import SAMPLE, language_of

SENTENCES = {
    "en": "The powers that met in the city on Monday said they would not be at war with it.",
    "de": "Die Mächte, die sich am Montag in der Stadt trafen, haben nicht gesagt, was sie tun.",
    "fr": "Les puissances qui se sont réunies dans la ville ont dit que le pays est pour la paix.",
    "es": "Las potencias que se reunieron en la ciudad el lunes no dijeron lo que van a hacer.",
    "it": "Le potenze che si sono riunite nella città non hanno detto che cosa è per loro la pace.",
    "pt": "As potências que se reuniram na cidade não disseram o que é a paz para os dois países.",
    "nl": "De landen die op maandag in de stad bij elkaar waren, hebben niet gezegd wat het wordt.",
    "sv": "Länderna som var i staden på måndagen har inte sagt vad det är de ska göra efter mötet.",
    "da": "Landene, der var i byen, har ikke sagt, hvad det er, de skal gøre af sig nu.",
    "pl": "Państwa, które były w mieście, nie powiedziały, co jest dla nich ważne i że to już.",
    "cs": "Země, které se sešly ve městě, ale neřekly, co je pro ně důležité a že už to má být.",
    "ru": "Державы, которые собрались в городе, не сказали, что это было для них и как они.",
    "uk": "Держави, що зібралися в місті, не сказали, що це було для них і як вони до цього є.",
    "el": "Οι δυνάμεις που συναντήθηκαν στην πόλη.",
    "ja": "東京都は日本の首都です。",
    "ko": "서울은 대한민국의 수도이다.",
    "th": "กรุงเทพมหานครเป็นเมืองหลวง",
    "und-Hani": "世界大国在巴黎开会。",
    "und-Hebr": "פרסום ראשון של הידיעה",
    "und-Arab": "اجتمعت القوى العالمية",
    "und-Latn": "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
}


@pytest.mark.parametrize(("tag", "sentence"), SENTENCES.items())
def test_a_sentence_tells_its_language_or_its_script(tag, sentence):
    assert language_of([sentence]) == tag


def test_a_few_words_tell_the_script_only():
    assert language_of(["Comments are closed."]) == "und-Latn"


def test_without_letters_nothing_is_told():
    assert language_of([]) is None
    assert language_of(["", "12.30 — 14", "👍"]) is None


def test_half_of_each_script_is_none_of_them():
    assert language_of(["abc אבג"]) is None


def test_a_line_in_another_script_changes_nothing():
    assert language_of([SENTENCES["en"], "פרסום ראשון", SENTENCES["en"]]) == "en"


def test_only_the_beginning_is_looked_at():
    def endless():
        while True:
            yield SENTENCES["en"]

    assert language_of(endless()) == "en"
    assert language_of(["the " * SAMPLE + SENTENCES["el"] * 100_000]) == "en"


hostile = st.lists(st.text() | st.sampled_from([*STOCK, *SENTENCES.values()]), max_size=8)


def assert_good(texts: list[str]) -> None:
    tag = language_of(texts)
    has_letters = any(letter.isalpha() for text in texts for letter in text)
    assert tag is None or (has_letters and tag.split("-")[0].isalpha())
    assert tag is None or len(tag) in (2, 8)


@given(hostile)
def test_any_texts_give_a_tag_or_none(texts):
    assert_good(texts)


@pytest.mark.slow
@given(hostile)
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_fifty_thousand_texts_give_a_tag_or_none(texts):
    assert_good(texts)
