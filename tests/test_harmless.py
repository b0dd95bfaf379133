"""The list of what may be sent to a terminal bears what drawing needs, and nothing else."""

import pytest

from tests.harmless import ForbiddenError, harmless


def test_text_is_what_is_left_of_a_frame():
    frame = "\x1b[?2026h\x1b[1;1H\x1b[1;39;49mtwo\x1b[0m\r\n\x1b[2;1Hwörds\x1b[K\x1b[?2026l"
    assert harmless(frame.encode()) == "twowörds"


@pytest.mark.parametrize(
    "payload",
    [
        *(bytes([code]) for code in range(32) if code not in (10, 13)),
        b"\x7f",
        *(bytes([code]) for code in range(0x80, 0xA0)),
        *(chr(code).encode() for code in range(0x80, 0xA0)),
        b"\x1b]0;owned\x07",
        b"\x1b]8;;http://example.org\x1b\\",
        b"\x1b]52;c;AAAA\x07",
        b"\x1bP$qm\x1b\\",
        b"\x1b_Gi=1\x1b\\",
        b"\x1b[2J",
        b"\x1b[3J",
        b"\x1b[c",
        b"\x1bc",
        b"\x1b[5m",
        b"\x1b[8m",
        b"\x1b[6n",
        b"\x1b[?47h",
        b"\x1b[21t",
        "\u202e".encode(),
        "\u2066".encode(),
        "\u2028".encode(),
        b"\xed\xa0\x80",
        b"\xff",
    ],
)
def test_what_could_steer_a_terminal_is_forbidden(payload):
    with pytest.raises(ForbiddenError):
        harmless(b"some " + payload + b" words")
