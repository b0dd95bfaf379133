"""What the tables of house style know, and what must hold of them."""

import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.tables import Entries, Number, Tables, Time, built_in
from tui.compare.tables.files import endings, lines, phrases, short_forms
from tui.compare.words import words_of

CASES = Path(__file__).parents[1] / "cases" / "tables.md"
TABLES = built_in()
SPELLINGS = [
    (british + ending, american + ending)
    for section, line in lines("spelling.txt")
    if section not in ("prefixes", "ise", "never")
    for british, american in [line.split()]
    for ending in endings(section)
]
VARIANTS = [
    [(*keys[:-1], keys[-1] + ending) for keys in phrases(line)]
    for section, line in lines("variants.txt")
    for ending in endings(section)
]


def cases(section: str) -> list[str]:
    _, _, rest = CASES.read_text(encoding="utf-8").partition(f"\n## {section}\n")
    return re.findall(r"^- (.*)$", rest.partition("\n## ")[0], re.MULTILINE)


def keys_of(text: str) -> tuple[str, ...]:
    return words_of(text).keys


def spelled(text: str) -> tuple[str, ...]:
    return tuple(map(TABLES.spelled, keys_of(text)))


def number(text: str) -> Number | None:
    return TABLES.number(keys_of(text))


def same_variant(left: str, right: str) -> bool:
    return TABLES.variant(keys_of(left)) == TABLES.variant(keys_of(right))


def same_time(left: str, right: str) -> bool:
    times = TABLES.time(keys_of(left)), TABLES.time(keys_of(right))
    return None not in times and times[0].minutes == times[1].minutes


def same(tables: Tables, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one is the abbreviation of the other; points alone make no difference."""
    left, right = (tuple(key for key in keys if key != ".") for keys in (left, right))
    return left != right and not tables.written_out(left).isdisjoint(tables.written_out(right))


SAME = {
    "spelling": lambda left, right: spelled(left) == spelled(right),
    "variant": same_variant,
    "abbreviation": lambda left, right: same(TABLES, keys_of(left), keys_of(right)),
    "number": lambda left, right: number(left) is not None and number(left) == number(right),
    "time": same_time,
}


@pytest.mark.parametrize(
    ("section", "case"), [(name, case) for name in SAME for case in cases(name)]
)
def test_what_is_the_same_and_what_is_not(section, case):
    left, sign, right = re.fullmatch(r"(.*) ([=/]) (.*)", case).groups()
    assert SAME[section](left, right) == SAME[section](right, left) == (sign == "="), case


@pytest.mark.parametrize("case", cases("no number"))
def test_what_is_no_number(case):
    assert number(case) is None


def test_both_spellings_of_every_entry_are_the_same_and_the_american_stays():
    wrong = [
        (british, american)
        for british, american in SPELLINGS
        if not TABLES.spelled(british) == TABLES.spelled(american) == american
    ]
    assert wrong == []


def test_every_form_of_a_variant_is_the_same_also_in_american_spelling():
    for entry in VARIANTS:
        firsts = {TABLES.variant(keys) for keys in entry}
        firsts |= {TABLES.variant(tuple(map(TABLES.spelled, keys))) for keys in entry}
        assert firsts == {entry[0]}


def test_no_form_is_in_two_entries():
    forms = [keys for entry in VARIANTS for keys in entry]
    assert sorted(keys for keys in set(forms) if forms.count(keys) > 1) == []


@pytest.mark.parametrize("name", ["variants.txt", "abbreviations.txt", "units.txt"])
def test_the_files_hold_keys_as_words_are_folded(name):
    for _, line in lines(name):
        first, _, second = line.partition("|")
        short, long = (first, second) if name == "abbreviations.txt" else (second, first)
        for keys in [form.keys for form in short_forms(short)] + phrases(long):
            assert keys_of(" ".join(keys).replace(" '", "'")) == keys, line


@pytest.mark.parametrize("name", ["abbreviations.txt", "units.txt"])
def test_long_forms_are_in_american_spelling(name):
    for _, line in lines(name):
        for keys in phrases(line.partition("|")[2 if name == "abbreviations.txt" else 0]):
            assert tuple(map(TABLES.spelled, keys)) == keys


@pytest.mark.parametrize(
    "name",
    ["spelling.txt", "variants.txt", "abbreviations.txt", "units.txt", "numbers.txt", "days.txt"],
)
def test_every_file_opens_with_its_source(name):
    text = (Path(sys.modules[built_in.__module__].__file__).parent / name).read_text("utf-8")
    assert "Our own compilation" in text.partition("\n\n[")[0]


WORDS = st.sampled_from([form for pair in SPELLINGS for form in pair]) | st.text(
    alphabet="aeiouylrsgz'-", max_size=12
)


@given(st.lists(WORDS, min_size=1, max_size=3).map("-".join), st.sampled_from(["", "'s", "'"]))
def test_spelling_twice_changes_nothing_more(word, ending):
    once = TABLES.spelled(word + ending)
    assert TABLES.spelled(once) == once


@given(st.lists(st.text(max_size=6) | WORDS, max_size=5).map(tuple))
def test_no_words_trouble_the_tables(keys):
    once = TABLES.variant(keys)
    assert TABLES.variant(once) == once
    assert not same(TABLES, keys, keys)
    TABLES.number(keys)
    TABLES.time(keys)
    for key in keys:
        TABLES.unit(key)
        TABLES.in_figures(key)


@given(st.integers(0, 10**15))
def test_a_number_is_the_same_with_and_without_commas(value):
    assert TABLES.number((str(value),)) == TABLES.number((f"{value:,}",)) == Number(Fraction(value))


def test_endless_words_and_runs_are_no_numbers():
    assert number("9" * 5_000) is None
    assert number("one " * 5_000) is None
    assert TABLES.spelled("colour" * 5_000) == "colour" * 5_000
    assert TABLES.written_out(("un",) * 5_000)


def test_a_time_written_with_a_point_may_be_a_number():
    assert TABLES.time(("10.30",)) == Time(630, certain=False)
    assert TABLES.time(("10.30", "am")) == Time(630, certain=True)


def test_figures_stand_for_the_number_word_a_compound_begins_with():
    figures = [TABLES.in_figures(key) for key in ("five-year", "twenty-five-year-old", "co-op")]
    assert figures == ["5-year", "25-year-old", "co-op"]
    assert TABLES.in_figures("twentieth-century") == TABLES.in_figures("20th-century")


def test_days_and_months():
    assert (TABLES.month("sept"), TABLES.month("may"), TABLES.month("march")) == (9, 5, 3)
    assert (TABLES.weekday("monday"), TABLES.weekday("sun")) == (0, 6)
    assert [TABLES.relative_day(key) for key in ("yesterday", "tonight", "soon")] == [-1, 0, None]


def test_units_of_both_spellings_and_as_signs():
    assert TABLES.unit("kilometres") == TABLES.unit("km") == "kilometer"
    assert TABLES.unit("$") == TABLES.unit("dollars") == "dollar"
    assert TABLES.unit("%") == "percent"


def test_an_ordinary_word_is_a_unit_only_beside_a_number():
    assert TABLES.unit("won") == "won"
    assert TABLES.unit("in") == "inch"
    assert TABLES.unit("won", beside_number=False) is None
    assert TABLES.unit("in", beside_number=False) is None
    assert TABLES.unit("euros", beside_number=False) == "euro"


def test_what_may_have_a_point():
    assert all(map(TABLES.takes_point, ("mr", "dr", "sept", "st", "inc", "j", "vs")))
    assert not any(map(TABLES.takes_point, ("said", "un", "km", "is")))


def test_a_pronoun_is_no_country_without_capitals():
    assert ("us",) in TABLES.abbreviations.capitals
    assert ("who",) in TABLES.abbreviations.capitals
    assert ("sept",) not in TABLES.abbreviations.capitals


def test_what_is_also_short_in_small_letters_is_not_in_capitals_alone():
    assert ("la",) not in TABLES.abbreviations.capitals


def test_points_alone_make_no_abbreviation():
    assert not same(TABLES, ("sept",), ("sept", "."))


def test_other_languages_have_no_english_house_style():
    german = TABLES.for_language("de-AT")
    assert german.spelled("colour") == "colour"
    assert german.variant(("towards",)) == ("towards",)
    assert not same(german, ("un",), ("united", "nations"))
    assert german.number(("five",)) is None
    assert german.unit("€") == "euro"


def test_other_languages_have_days_and_figures_of_their_own():
    german = TABLES.for_language("de")
    assert german.month("jänner") == 1
    assert german.relative_day("gestern") == -1
    assert same(german, ("okt", "."), ("oktober",))
    assert german.number(("3.000",)) == Number(Fraction(3000))
    assert german.number(("3,5",)) == Number(Fraction(7, 2))
    assert german.month("january") is None


@pytest.mark.parametrize("tag", [None, "en", "en-GB", "EN_us"])
def test_english_and_no_language_are_the_english_tables(tag):
    assert TABLES.for_language(tag) is TABLES
    assert TABLES.for_language("fr").for_language(tag) is TABLES


def test_a_language_nobody_knows_is_no_error():
    unknown = TABLES.for_language("x-" + "y" * 5_000)
    assert unknown.month("may") is None
    assert unknown.number(("3,000",)) == Number(Fraction(3000))


OWN = Entries(
    spelling=(("boffin", "scientist"), ("gray", "silver"), ("programme", "programme")),
    variants=((("west", "asia"), ("middle", "east")), (("toward",), ("to",)),
              (("amongst",), ("amongst",))),
    abbreviations=((("mep",), ("member", "of", "the", "european", "parliament")),
                   (("un",), ("universal", "news"))),
)  # fmt: skip


def test_own_spellings_take_endings_and_join_what_was_known():
    own = TABLES.extended(OWN)
    assert own.spelled("boffins") == own.spelled("scientists") == "scientists"
    assert own.spelled("grey") == own.spelled("gray") == own.spelled("silver") == "silver"
    assert own.spelled("colour") == "color"


def test_an_entry_with_two_like_sides_takes_a_word_out():
    own = TABLES.extended(OWN)
    assert own.spelled("programme") == "programme"
    assert own.variant(("amongst",)) == ("amongst",)


def test_own_variants_join_what_was_known():
    own = TABLES.extended(OWN)
    assert own.variant(("west", "asia")) == own.variant(("middle", "east")) == ("middle", "east")
    assert own.variant(("towards",)) == own.variant(("toward",)) == own.variant(("to",)) == ("to",)


def test_own_abbreviations_count_more():
    own = TABLES.extended(OWN)
    assert same(own, ("un",), ("universal", "news"))
    assert not same(own, ("un",), ("united", "nations"))


def test_own_entries_stay_in_every_language():
    own = TABLES.extended(OWN).for_language("de")
    assert own.spelled("boffin") == "scientist"
    assert own.spelled("colour") == "colour"
    assert own.for_language("en").spelled("colour") == "color"


def test_what_is_added_is_added_to_what_was_added_before():
    own = TABLES.extended(OWN).extended(Entries(spelling=(("nerd", "boffin"),)))
    assert own.spelled("nerd") == "scientist"


ENTRY = st.sampled_from(["colour", "color", "a", "as", "ass", "grey", "gray", "jail", "gaol"])


@given(st.lists(st.tuples(ENTRY, ENTRY), max_size=6), ENTRY)
def test_own_spellings_in_any_order_come_to_an_end(pairs, word):
    own = TABLES.extended(Entries(spelling=tuple(pairs)))
    once = own.spelled(word)
    assert own.spelled(once) == once
    taken_out = {left for left, right in pairs if left == right}
    for left, right in pairs:
        if not taken_out:
            assert own.spelled(left) == own.spelled(right)


def test_importing_the_tables_reads_none_of_them(root):
    script = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda name, of: opened.append(str(of[0])) if name == 'open' else None)\n"
        "import tui.compare.tables\n"
        "print([path for path in opened if path.endswith('.txt')])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"


def test_what_a_reader_adds_is_known_though_the_built_in_tables_were_asked_before():
    assert not TABLES.knows("foo")
    own = TABLES.extended(Entries(variants=((("foo",), ("bar",)),)))
    assert own.knows("foo")
    assert not TABLES.knows("foo")
