"""Text for terminals that have not every character."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.compare import SIGNS
from tui.glyphs import UNKNOWN, spelling


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-8-sig"])
def test_unicode_needs_no_spelling(encoding):
    assert spelling(encoding) is None


@pytest.mark.parametrize(
    ("text", "in_ascii"),
    [
        ("│▌+ “Quoted” – it’s naïve…", '|*+ "Quoted" - it\'s naive.'),
        ("moved to ¶12 → two ↔ three ×6 · a", "moved to #12 > two - three x6 . a"),
        ("e\u0301 x\u200b a\u00a0b co\u00adop", "e x a b co-op"),
        ("Ａ中文", "A ????"),
        ("שלום", "????"),
        ("½ Straße", "? Stra?e"),
        ("👨‍👩‍👧!", "??!"),
        ("", ""),
        ("é\nx—\n\n", "e\nx-\n\n"),
    ],
)
def test_what_ascii_lacks_becomes_what_is_most_like_it(text, in_ascii):
    assert spelling("ascii")(text) == in_ascii


def test_what_an_encoding_has_stays():
    assert spelling("latin-1")("“Résumé” · ¶ — e\u0301") == '"Résumé" · ¶ - é'
    assert spelling("cp1252")("“Résumé” — │") == "“Résumé” — |"
    assert spelling("koi8-r")("Пять ½") == "Пять ?"


def test_signs_that_east_asian_encodings_draw_wide_are_spelled():
    assert spelling("euc-jp")("中文 │ “—”") == '中文 | "-"'


@pytest.mark.parametrize("encoding", ["iso2022_jp", "hz"])
def test_an_encoding_of_escape_sequences_writes_none(encoding):
    spelled = spelling(encoding)("中 é │ plain")
    assert spelled == "?? e | plain"
    assert b"\x1b" not in spelled.encode(encoding)


def test_an_encoding_nobody_knows_is_ascii():
    assert spelling("no such encoding")("é│") == "e|"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "euc-jp", "big5", "koi8-r"])
def test_what_is_spelled_can_be_written_and_is_as_wide(encoding, text):
    spelled = spelling(encoding)(text)
    spelled.encode(encoding)
    assert cell_len(spelled) == cell_len(text)


def test_every_sign_that_the_program_draws_has_a_likeness(root):
    """Those in the code of the screens; a `?` would say that something is unknown."""
    drawn = {sign for sign, _ in SIGNS}
    for path in (root / "tui" / "app").rglob("*.py"):
        drawn |= set(re.findall(r"[^\x00-\x7f]", path.read_text(encoding="utf-8")))
    drawn |= set("▁▔▎▊█🔎")  # of Textual's palette
    spelled = spelling("ascii")
    assert [sign for sign in sorted(drawn) if UNKNOWN in spelled(sign).replace(sign, "")] == []
