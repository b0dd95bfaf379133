"""What is sent turns the screen before into the screen that is wanted, on a real emulator."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from tui.wire import Painter, Reader, blank_screen
from tui.wire.model import Screen

COLUMNS, LINES = 12, 7
SHOWN = ("fg", "bg", "bold", "italics", "underscore", "strikethrough", "reverse")
CODES = ("", "0", "1", "2;33", "1;4;36", "7", "41", "38;5;46;49", "9", "3;48;2;1;2;3")

signs = st.sampled_from(["a", "b", "e", " ", "   ", "’", "│", "漢", "e\u0301", "😀", "א"])
pieces = st.lists(
    st.tuples(st.sampled_from(CODES), st.lists(signs, max_size=6).map("".join)), max_size=4
)
frames = st.lists(
    st.tuples(st.integers(1, LINES), st.integers(1, COLUMNS), pieces), min_size=1, max_size=8
)


def written(frame) -> str:
    """A frame as Textual would write it."""
    return "".join(
        f"\x1b[{line};{column}H"
        + "".join(f"\x1b[{codes}m{text}\x1b[0m" for codes, text in pieces)
        + "\n"
        for line, column, pieces in frame
    )


class Emulator:
    """A terminal that is sent something, and says what it shows."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self.screen.reset_mode(pyte.modes.DECAWM)
        self.stream = pyte.Stream(self.screen)

    def cells(self):
        """The text of each cell and what is seen of its style."""
        return [
            [self._cell(self.screen.buffer[y][x]) for x in range(COLUMNS)] for y in range(LINES)
        ]

    @staticmethod
    def _cell(cell):
        shown = {name: getattr(cell, name) for name in SHOWN}
        if not cell.data.strip():
            shown |= {"bold": False, "italics": False}
            if not cell.reverse:
                shown["fg"] = "default"
        return (cell.data, tuple(shown.values()))


def shown_at_once(screen: Screen):
    """The screen as an emulator shows it that is sent nothing but it, cell after cell."""
    emulator = Emulator()
    for y, row in enumerate(screen):
        for x, (text, style) in enumerate(row):
            codes = ";".join(("0", *(code for _, code in style)))
            emulator.stream.feed(f"\x1b[{y + 1};{x + 1}H\x1b[{codes}m{text}")
    return emulator.cells()


@given(st.lists(frames, min_size=1, max_size=6))
def test_the_terminal_shows_what_is_wanted_after_every_frame(frames):
    emulator, reader = Emulator(), Reader()
    screen = blank_screen(COLUMNS, LINES)
    painter = Painter(screen)
    for frame in frames:
        screen = reader.drawn(screen, written(frame))
        emulator.stream.feed(painter.paint(screen))
        assert emulator.cells() == shown_at_once(screen)


texts = st.lists(
    st.sampled_from(["one", "two", "three", "", "a longer one", "漢字 is two"]),
    min_size=20,
    max_size=20,
)


@given(texts, st.lists(st.integers(0, 13), min_size=1, max_size=5), st.sampled_from(CODES))
def test_scrolling_shows_what_drawing_all_of_it_would_show(texts, tops, codes):
    emulator, reader = Emulator(), Reader()
    screen = blank_screen(COLUMNS, LINES)
    painter = Painter(screen)
    for top in tops:
        frame = [(1, 1, [("7", f"{top:<12}")])]
        frame += [
            (y + 2, 1, [(codes, f"{text:<12}"[:12])])
            for y, text in enumerate(texts[top : top + LINES - 2])
        ]
        screen = reader.drawn(screen, written(frame))
        emulator.stream.feed(painter.paint(screen))
        assert emulator.cells() == shown_at_once(screen)
