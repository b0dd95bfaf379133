"""Comparisons made by hand, and bands written out so that a test can be read."""

from tests.strategies import article_of
from tui.article.model import Article, Span
from tui.compare.model import QUIET, Comparison, Edit, Kind, Passage, Regime, Row, Wording
from tui.layout import Band, Frame, Ink, Line, Stress, View

BESIDE = Frame(View.SIDE_BY_SIDE, 66)
STACKED = Frame(View.STACKED, 34)
REDLINE = Frame(View.REDLINE, 43)
LEFT = Frame(View.CLEAN_LEFT, 43)
RIGHT = Frame(View.CLEAN_RIGHT, 43)

INKS = {
    Ink.PLAIN: "{}",
    Ink.ADDED: "{{{}}}",
    Ink.REMOVED: "[{}]",
    Ink.REWORDED: "<{}>",
    Ink.QUIET: "({})",
    Ink.ADDED_WHOLE: "++{}++",
    Ink.REMOVED_WHOLE: "--{}--",
    Ink.MOVED_WHOLE: "»{}«",
    Ink.WENT: "»[{}]",
    Ink.CAME: "»{{{}}}",
    Ink.FURNITURE: "#{}#",
}
STRESSES = {Stress.USUAL: "", Stress.FACT: "!", Stress.QUOTATION: '"', Stress.OFF: "°"}


def rows_of(
    left: list[str], right: list[str], *rows: Row, regime: Regime = Regime.VERSIONS
) -> Comparison:
    """A comparison of two articles in which nothing was compared: the rows are given."""
    return Comparison(
        article_of(left or ["-"], "left"), article_of(right or ["-"], "right"), rows, (), regime
    )


def one_row(left: list[str], right: list[str], kind: Kind) -> Comparison:
    """A comparison of one row that holds everything."""
    return rows_of(left, right, Row(tuple(range(len(left))), tuple(range(len(right))), kind))


def edit(comparison: Comparison, left: str, right: str, wording: Wording = Wording.WORDS) -> Edit:
    """The edit from some words of the left to some of the right; "" for none.

    A bar in the words is the join of two paragraphs.
    """
    passages = _passages(comparison.left, left), _passages(comparison.right, right)
    return Edit(*passages, wording, quiet=wording in QUIET)


def _passages(article: Article, words: str) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for part in filter(None, words.split("|")):
        after = passages[-1].paragraph + 1 if passages else 0
        number = next(
            number
            for number, paragraph in enumerate(article.paragraphs)
            if number >= after and part in paragraph.text
        )
        start = article.paragraphs[number].text.index(part)
        passages.append(Passage(number, Span(start, start + len(part))))
    return tuple(passages)


def text_of(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def picture(band: Band) -> list[str]:
    """The lines of a band, each pane as its signs and its runs; a bar parts two panes."""
    return [" | ".join(map(_pictured, level)).rstrip() for level in zip(*band.panes, strict=True)]


def _pictured(line: Line) -> str:
    runs = "".join(INKS[run.ink].format(STRESSES[run.stress] + run.text) for run in line.runs)
    return f"{line.sign}{line.second}{runs}".rstrip()
