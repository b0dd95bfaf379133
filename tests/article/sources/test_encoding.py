"""How bytes become text: what is stated, what is guessed, what is refused."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.article.sources.languages import ENGLISH, PROSE
from tui.article.sources.binary import NotTextError
from tui.article.sources.encoding import Decoded, decode
from tui.errors import ReaderError

WESTERN = ("English", "French", "German", "Spanish", "Portuguese", "Swedish")
PLAIN = str.maketrans("‘’“”„–—…\xa0", '\'\'"""--. ')
PLAIN_ENGLISH = ENGLISH.translate(PLAIN | str.maketrans("éï£", "ei$"))


def can_hold(codec: str, sign: str) -> bool:
    try:
        return bool(sign.encode(codec))
    except UnicodeEncodeError:
        return False


def read(raw: bytes) -> Decoded:
    return decode("draft.txt", raw)


def text_of(raw: bytes) -> str:
    return read(raw).text


def refusal(raw: bytes) -> str:
    with pytest.raises(NotTextError) as caught:
        read(raw)
    return str(caught.value)


# What the bytes state.


def test_well_formed_utf_8_is_not_a_guess():
    assert read("Naïve — 日本語\r\n".encode()) == Decoded("Naïve — 日本語\r\n", "UTF-8", False)


def test_no_bytes_are_an_empty_text():
    assert read(b"") == Decoded("", "UTF-8", guessed=False)


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "UTF-8"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
def test_a_byte_order_mark_states_the_encoding_and_is_no_text(codec, encoding):
    text = "Naïve “prose” — 日本語 👍\r\nTwo"
    assert read(("\ufeff" + text).encode(codec)) == Decoded(text, encoding, guessed=False)


def test_only_the_first_mark_is_one():
    assert text_of("\ufeff\ufeffa".encode()) == "\ufeffa"


# What is broken, and still shown.


def test_a_text_cut_in_the_middle_of_a_sign_is_utf_8():
    assert read("“Prose” is cut —".encode()[:-1]) == Decoded("“Prose” is cut \ufffd", "UTF-8", True)


def test_a_few_bytes_of_another_encoding_do_not_spoil_utf_8():
    raw = "“One,” he said. “Two,” she said. ".encode() + b"caf\xe9"
    assert read(raw) == Decoded("“One,” he said. “Two,” she said. caf\ufffd", "UTF-8", True)


def test_one_sign_of_utf_8_by_chance_does_not_make_old_prose_utf_8():
    text = PROSE["French"] + " “Ã©”"
    assert text_of(text.encode("cp1252")) == text


def test_a_marked_text_is_never_guessed_however_broken():
    assert read(b"\xef\xbb\xbfcaf\xe9") == Decoded("caf\ufffd", "UTF-8", guessed=False)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xff\xfea\0b", "a\ufffd"),
        (b"\xff\xfea\0\x3d\xd8b\0", "a\ufffdb"),
        (b"\xff\xfea\0\x4d\xdcb\0", "a\ufffdb"),
        (b"\xff\xfe\0\0a\0\0\0\0\xd8\0\0", "a\ufffd"),
    ],
)
def test_half_signs_of_utf_16_and_32_are_shown(raw, text):
    assert text_of(raw) == text


def test_a_few_nul_bytes_are_part_of_a_text():
    text = "A line that was saved badly.\n" * 3 + "\0\0 and ends."
    assert read(text.encode()) == Decoded(text, "UTF-8", guessed=False)


def test_a_log_full_of_colours_is_text():
    assert text_of(b"\x1b[31mred\x1b[0m\r\n" * 9).count("red") == 9


# What is guessed.


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", PROSE)
def test_prose_in_utf_16_needs_no_mark(codec, language):
    text = PROSE[language]
    assert read(text.encode(codec)) == Decoded(text, "UTF-16", guessed=True)


def test_utf_16_cut_in_the_middle_of_a_sign_is_read():
    assert text_of(ENGLISH.encode("utf-16-le") + b"a") == ENGLISH + "\ufffd"


@pytest.mark.parametrize(
    ("language", "codec", "encoding"),
    [
        *((language, "cp1252", "Windows-1252") for language in WESTERN),
        *((language, "mac-roman", "Mac Roman") for language in WESTERN),
        ("Czech", "cp1250", "Windows-1250"),
        ("Polish", "cp1250", "Windows-1250"),
        ("Russian", "cp1251", "Windows-1251"),
        ("Ukrainian", "cp1251", "Windows-1251"),
        ("Greek", "cp1253", "Windows-1253"),
        ("Turkish", "cp1254", "Windows-1254"),
        ("Hebrew", "cp1255", "Windows-1255"),
        ("Arabic", "cp1256", "Windows-1256"),
        ("Russian", "koi8-r", "KOI8-R"),
        ("Japanese", "cp932", "Shift JIS"),
        ("Japanese", "euc-jp", "EUC-JP"),
        ("Chinese", "gb18030", "GB18030"),
        ("Taiwanese", "big5", "Big5"),
        ("Korean", "cp949", "EUC-KR"),
    ],
)
def test_prose_in_an_old_encoding_comes_back_exactly(language, codec, encoding):
    text = "\r\n".join([PROSE[language]] * 2)
    raw = "".join(sign for sign in text if can_hold(codec, sign)).encode(codec)
    assert read(raw) == Decoded(raw.decode(codec), encoding, guessed=True)


@pytest.mark.parametrize("language", ["English", "French", "German", "Spanish"])
def test_latin_1_without_signs_of_its_own_is_read_as_its_big_sister(language):
    raw = PROSE[language].translate(PLAIN).encode("latin-1", "ignore")
    assert text_of(raw) == raw.decode("latin-1")


@pytest.mark.parametrize("language", ["Czech", "Polish"])
def test_latin_2_is_not_taken_for_its_windows_cousin(language):
    text = PROSE[language].translate(PLAIN)
    raw = "".join(sign for sign in text if can_hold("iso8859-2", sign)).encode("iso8859-2")
    assert text_of(raw) == raw.decode("iso8859-2")


@pytest.mark.parametrize("codec", ["cp1252", "mac-roman"])
@pytest.mark.parametrize(
    ("plain", "dressed"),
    [
        ("lists, it", "lists — it"),
        ("lists, it", "lists—it"),
        ("two of them", "“two of” them"),
        ("two of them", "‘two of’ them"),
        ("terminal", "terminal’s"),
        ("terminal", "café"),
        ("terminal", "naïve"),
        ("terminal", "Müller"),
        ("terminal", "François"),
        ("terminal", "terminal…"),
        ("level paragraph", "level\xa0paragraph"),
        ("moved", "20°C"),
        ("moved", "£20"),
    ],
)
def test_one_sign_in_an_english_text_is_enough(codec, plain, dressed):
    text = PLAIN_ENGLISH.replace(plain, dressed, 1)
    assert sum(not sign.isascii() for sign in text) in (1, 2)
    assert text_of(text.encode(codec)) == text


def test_a_text_with_the_first_sign_far_down_is_guessed_from_there():
    text = PLAIN_ENGLISH * 300 + "\n" + PROSE["Russian"]
    assert len(text) > 100_000
    assert text_of(text.encode("cp1251")) == text


def test_a_sample_that_is_cut_in_a_sign_is_enough():
    text = PROSE["Japanese"] * 500
    assert len(text.encode("cp932")) > 100_000
    assert [text_of(("x" * shift + text).encode("cp932"))[shift:] for shift in (0, 1)] == [text] * 2


def test_bytes_that_the_encoding_does_not_have_are_shown():
    raw = PROSE["French"].encode("cp1252", "ignore") + b" \x81"
    assert text_of(raw) == PROSE["French"] + " \ufffd"


def test_a_text_that_begins_like_a_picture_is_a_text():
    text = "BM ist keine Maßeinheit, über die man häufig läse."
    assert text_of(text.encode("cp1252")) == text


def test_the_detector_is_loaded_only_for_what_is_not_utf_8():
    script = (
        "import sys; from tui.article.sources.encoding import decode;"
        "decode('a', 'naïve'.encode()); assert 'chardet' not in sys.modules;"
        "decode('a', b'na\\xefve'); assert 'chardet' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


# What is refused.


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"%PDF-1.7\n", "draft.txt is a PDF; save its text in a file and open that."),
        (b"\x89PNG\r\n\x1a\n\0", "draft.txt is a PNG picture; give a file with text in it."),
        (b"\xff\xd8\xff\xe0", "draft.txt is a JPEG picture; give a file with text in it."),
        (b"GIF89a\1\0", "draft.txt is a GIF picture; give a file with text in it."),
        (b"\x1f\x8b\x08", "draft.txt is packed with gzip; unpack it and give a file in it."),
        (b"\x7fELF", "draft.txt is a program; give a file with text in it."),
        (b"PK\3\4", "draft.txt is a zip archive; unpack it and give a file in it."),
        (
            b"{\\rtf1 Words}",
            "draft.txt is an RTF document; open it in its program and save it as text or .docx.",
        ),
    ],
)
def test_a_known_kind_of_file_is_named_with_a_cure(raw, sentence):
    assert refusal(raw) == sentence


@pytest.mark.parametrize(
    "raw", [bytes(range(128)) * 4, b"\xff\xfe" + b"\0\1" * 9 + b"\1\0" * 9, b"\0"]
)
def test_what_is_full_of_control_characters_is_no_text(raw):
    assert refusal(raw) == (
        "draft.txt is not text: it is full of control characters; give a text file."
    )


def test_a_hostile_name_is_made_harmless():
    with pytest.raises(NotTextError) as caught:
        decode("\x1b[2J", b"%PDF-1.7")
    assert str(caught.value).startswith("␛[2J is a PDF")


# What always holds.

PIECES = st.sampled_from(
    [
        *(text.encode() for text in PROSE.values()),
        PROSE["French"].encode("mac-roman"),
        PROSE["Japanese"].encode("cp932"),
        ENGLISH.encode("utf-16-le"),
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xff\xfe\0\0",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\0\xd8",
        b"\0",
        b"\r",
        b"\x1b$B",
        b"+AGE-",
        b"PK\3\4",
        b"<meta charset=utf-7>",
    ]
)
BYTES = st.binary() | st.lists(PIECES | st.binary(max_size=4), max_size=6).map(b"".join)


def check_bytes(raw: bytes) -> None:
    try:
        decoded = read(raw)
    except ReaderError:
        return
    decoded.text.encode()
    assert decoded.encoding
    assert len(decoded.text) <= len(raw)


@given(BYTES)
def test_any_bytes_give_a_text_or_a_sentence(raw):
    check_bytes(raw)


@pytest.mark.slow
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(BYTES)
def test_no_bytes_of_fifty_thousand_break_it(raw):
    check_bytes(raw)


LINES = st.lists(
    st.sampled_from(list(PROSE.values())) | st.text(st.characters(exclude_categories=["Cc", "Cs"]))
)


@given(LINES.map("\r\n".join), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_that_states_itself_is_read_exactly(text, codec):
    raw = text.encode(codec)
    try:
        decoded = read(raw)
    except NotTextError:
        # A text may begin like an RTF document.
        return
    stated = text.removeprefix("\ufeff") if codec == "utf-8" else text
    assert (decoded.text, decoded.guessed) == (stated, False)


OLD = {
    "cp1252": WESTERN,
    "mac-roman": WESTERN,
    "cp1250": ("Czech", "Polish"),
    "cp1251": ("Russian", "Ukrainian"),
    "koi8-r": ("Russian",),
    "cp932": ("Japanese",),
    "euc-jp": ("Japanese",),
    "gb18030": ("Chinese",),
    "big5": ("Taiwanese",),
    "cp949": ("Korean",),
}


@given(st.data())
def test_long_prose_in_any_order_comes_back_exactly(data):
    codec = data.draw(st.sampled_from(list(OLD)))
    text = "\n".join(PROSE[language] for language in OLD[codec])
    sentences = [part for part in text.replace("。", "。\n").splitlines() if part]
    order = data.draw(st.permutations(sentences))
    raw = "".join(sign for sign in "\n\n".join(order) if can_hold(codec, sign)).encode(codec)
    assert text_of(raw) == raw.decode(codec)
