"""Write two texts as one, with marks around what only one of them has.

In: both texts and where they differ. Out: one text that reads as prose. What
differs was decided before; rows and line breaks are other files' business.
"""

from __future__ import annotations

from collections.abc import Iterable


def marked(
    left: str,
    right: str,
    edits: Iterable[tuple[range, range]],
    *,
    shared_from_left: bool = False,
) -> str:
    """One text for both: `[-what only the left has-]{+what only the right has+}`.

    `edits` are character offsets on each side, in reading order, one side
    possibly empty; outside them both texts hold the same characters, blanks
    aside. What both share is written with the right's blanks, or the left's.

    Leave out `{+…+}` and unwrap `[-…-]`, and the left text is there; the other
    way round, the right one; blanks aside.
    """
    texts = _Text(left), _Text(right)
    shared = texts[0] if shared_from_left else texts[1]
    written = ""
    for on_left, on_right in edits:
        shared_at = shared.at
        _go_to(texts, (on_left, on_right))
        written += shared.text[shared_at : shared.at]
        blank_before = [text.blank_before() for text in texts]
        if on_left:
            written = _with_blank(written, wanted=blank_before[0]) + f"[-{texts[0].take(on_left)}-]"
        if on_right:
            # A blank before the left mark parts the right words as well.
            if not (on_left and blank_before[0]):
                written = _with_blank(written, wanted=blank_before[1])
            written += f"{{+{texts[1].take(on_right)}+}}"
        taken = [text for text, on_side in zip(texts, (on_left, on_right), strict=True) if on_side]
        if any(text.blank_after() for text in taken) and not shared.blank_after():
            written += " "
    return written + shared.text[shared.at :]


class _Text:
    """One of the two texts, and how far it has been written."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def take(self, stretch: range) -> str:
        self.at = stretch.stop
        return self.text[stretch.start : stretch.stop]

    def letters_up_to(self, end: int) -> int:
        """How many characters that are not blanks stand before `end`, from here on."""
        return sum(not letter.isspace() for letter in self.text[self.at : end])

    def skip_letters(self, letters: int) -> None:
        """Go on until behind so many characters that are not blanks."""
        while letters:
            letters -= not self.text[self.at].isspace()
            self.at += 1

    def blank_before(self) -> bool:
        return self.text[self.at - 1 : self.at].isspace()

    def blank_after(self) -> bool:
        return self.text[self.at : self.at + 1].isspace()


def _go_to(texts: tuple[_Text, _Text], edit: tuple[range, range]) -> None:
    """Bring both texts to the start of an edit; where it is empty, behind the last shared word."""
    for text, other, here, there in zip(texts, texts[::-1], edit, edit[::-1], strict=True):
        if not here:
            text.skip_letters(other.letters_up_to(there.start))
    for text, here in zip(texts, edit, strict=True):
        if here:
            text.at = here.start


def _with_blank(written: str, *, wanted: bool) -> str:
    """What was written, ending with a blank, or with none."""
    if not wanted:
        return written.rstrip(" ")
    return written if not written or written[-1].isspace() else written + " "
