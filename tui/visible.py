"""Make text harmless: control characters become visible substitutes.

In: any string, hostile ones too. Out: a string of the same length that no
terminal obeys. Layout and meaning are other files' business.
"""

from __future__ import annotations

_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"
_REPLACEMENT = "\ufffd"

# Bidirectional overrides and isolates could show a text in another order
# than it has; they are given the sign of a character that cannot be shown.
_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))

_SUBSTITUTES: dict[int, str] = {
    **{code: chr(_CONTROL_PICTURES + code) for code in range(0x20)},
    0x7F: _DELETE_PICTURE,
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),
    **dict.fromkeys(_BIDI, _REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
    0x2028: "\u2424",
    0x2029: "\u2424",
    0xFEFF: _REPLACEMENT,
}


def visible(text: str) -> str:
    r"""Replace what could steer a terminal by signs that can be seen.

    One character stands for one character, so offsets stay true. C0
    controls, tab and line ends among them, become Unicode's control pictures
    (ESC is `␛`), and so do the line and paragraph separators; C1 controls,
    bidirectional overrides and isolates, byte order marks and lone surrogates
    become `\ufffd`.
    """
    # Nearly every paragraph is harmless, and none of these signs can be printed.
    return text if text.isprintable() else text.translate(_SUBSTITUTES)
