"""What can be asked for on the command line, and the help that tells of it.

In: nothing. Out: a parser for each command. Doing what was asked is the
commands' business.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

from tui.article import SIZE_LIMIT, ReadOptions, Tracked
from tui.cli.output import NARROWEST, PIPE_WIDTH, write
from tui.errors import UsageError
from tui.paths import repairs_folder

if TYPE_CHECKING:
    from tui.compare import CompareOptions, Wording
    from tui.config import Config
    from tui.export import Only, Wanted

_MB = 1_000_000
REGIMES = ("versions", "tellings")
"""What two texts may be taken for. The comparing knows them too, but to import it
takes longer than to show the help."""

_NAMES = """\
names of texts:
  draft.txt              a file; a folder stands for the texts in it
  draft.txt#2            the second article of a file that holds several
  HEAD~1:draft.txt       a file as git has it
  -                      standard input
"""
_SECTIONS = (
    ("ledger", "which form stands where another stood, again and again, and where"),
    ("facts", "the numbers, dates, units, names and quotations that differ"),
    ("summary", "a few sentences about what differs"),
)
_READ_EXAMPLES = """\
examples:
  diptych                         list the texts in this folder
  diptych articles/ draft.md      list those of a folder, and one more
  diptych first.txt second.txt    read two texts side by side
  diptych HEAD:draft.md draft.md  read what changed since the last commit
  diptych diff first.txt second.txt | less
                                  compare without the app
  diptych list articles/          tell what each text was taken for
  diptych show draft.txt          tell how a text was understood
  diptych ./diff second.txt       open a file that is called diff
"""
_DIFF_EXAMPLES = """\
examples:
  diptych diff first.txt second.txt
  diptych diff --only loud first.txt second.txt
                         what an editor would call changes
  diptych diff --only fact,quotation first.txt second.txt
  diptych diff --quiet none --ledger first.txt second.txt
  diptych diff --summary --facts first.txt second.txt
  diptych diff --left-date 2014-09-16 --right-date 2014-09-15 --facts first.txt second.txt
                         tell "yesterday" and "on Monday" for one day
  diptych diff --width 0 first.txt second.txt > changes.txt
  diptych diff --format json first.txt second.txt > changes.json

exit code:
  0 when nothing differs of what was asked for, 1 when something does,
  2 when there was trouble
"""
QUIETABLE = (
    "spacing", "typography", "points", "case", "punctuation", "hyphenation", "spelling",
    "variant", "abbreviation", "numerals", "emphasis",
)  # fmt: skip
"""The kinds of edits that can be quiet."""
_KINDS = f"""\
kinds of rows, for --only:
  added removed reworded moved split merged regrouped
kinds of edits, for --only and --quiet:
  {" ".join(QUIETABLE[:6])}
  {" ".join(QUIETABLE[6:])}
for --only alone:
  fact                   a number, a date, a unit or a name
  wording                other words
  carried                a sentence that went to another paragraph
  quotation              more than house style, inside quotation marks
  quiet, loud            what may be passed over, and what may not
"""


class _Parser(argparse.ArgumentParser):
    """A parser that speaks as the rest of the program does."""

    def __init__(self, prog: str, description: str, epilog: str, usage: str | None = None) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see `{self.prog} --help`.")

    def print_help(self, file: object = None) -> None:
        del file
        write([self.format_help()])


def reader_parser() -> argparse.ArgumentParser:
    """The arguments of `diptych` itself."""
    parser = _Parser(
        "diptych",
        "Compare texts side by side, paragraph by paragraph and word by word.",
        f"{_NAMES}\n{_READ_EXAMPLES}",
        usage="diptych [PATH ...]\n       diptych diff LEFT RIGHT\n"
        "       diptych list [PATH ...]\n       diptych show ARTICLE",
    )
    _add_paths(parser)
    _add_dates(parser)
    _add_regime(parser)
    _add_read_options(parser)
    _add_look(parser)
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    return parser


def diff_parser(formats: Iterable[str]) -> argparse.ArgumentParser:
    """The arguments of `diptych diff`; the first of the formats is the default."""
    names = list(formats)
    parser = _Parser(
        "diptych diff",
        "Compare two texts and write what differs to standard output.",
        f"{_NAMES}\n{_KINDS}\n{_DIFF_EXAMPLES}",
        usage="diptych diff [OPTION ...] LEFT RIGHT",
    )
    parser.add_argument("left", metavar="LEFT", help="the text that [-left-] words come from")
    parser.add_argument("right", metavar="RIGHT", help="the text that {+right+} words come from")
    parser.add_argument(
        "--format", choices=names, default=names[0], help=f"{names[0]} when left out"
    )
    _add_width(parser)
    parser.add_argument(
        "--asides",
        action="store_true",
        help="compare what is set aside too: the furniture of a page, doubled captions",
    )
    parser.add_argument(
        "--quiet",
        type=_quiet,
        metavar="KINDS",
        help="the kinds of edits that may be passed over, with commas between, or none; "
        "when left out, those of the settings",
    )
    parser.add_argument(
        "--only",
        type=_only,
        metavar="KINDS",
        help="write only the rows with such changes, and mark no others",
    )
    for section, what in _SECTIONS:
        parser.add_argument(
            f"--{section}", action="store_true", help=f"instead of the rows write {what}"
        )
    _add_dates(parser)
    _add_regime(parser)
    _add_read_options(parser)
    return parser


def list_parser() -> argparse.ArgumentParser:
    """The arguments of `diptych list`."""
    parser = _Parser(
        "diptych list",
        "Tell of every article what it was taken for: title, source, date, words, paragraphs.",
        _NAMES,
    )
    _add_paths(parser)
    parser.add_argument("--json", action="store_true", help="write a JSON record")
    _add_width(parser)
    _add_read_options(parser)
    return parser


def show_parser() -> argparse.ArgumentParser:
    """The arguments of `diptych show`."""
    parser = _Parser(
        "diptych show",
        "Show how one article was understood: each paragraph, its role and its line in the file.",
        f"{_NAMES}\nmarks:\n  :  set aside, and so not compared\n"
        "  ?  may have been cut from its neighbour at the wrong place\n",
    )
    parser.add_argument("article", metavar="ARTICLE", help="the text to show")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="write a JSON record")
    how.add_argument(
        "--plain", action="store_true", help="write its text alone, without what is set aside"
    )
    _add_width(parser)
    _add_read_options(parser)
    return parser


def read_options(asked: argparse.Namespace) -> ReadOptions:
    """How texts are to be read."""
    return ReadOptions(
        size_limit=int(asked.size_limit * _MB),
        tracked=Tracked(asked.tracked),
        repairs=repairs_folder(),
    )


def compare_options(asked: argparse.Namespace, config: Config) -> CompareOptions:
    """How two texts are to be compared; what is asked for now goes over the settings."""
    from tui.compare import CompareOptions, Regime

    quiet = getattr(asked, "quiet", None)
    return CompareOptions(
        regime=Regime(asked.regime) if asked.regime else None,
        asides=getattr(asked, "asides", False),
        quiet=config.quiet if quiet is None else quiet,
        tables=config.tables,
    )


def wanted(asked: argparse.Namespace, width: int) -> Wanted:
    """What of a comparison is to be written.

    Raises:
        UsageError: rows were chosen, and what is written instead of them, too.
    """
    from tui.export import Section, Wanted

    sections = tuple(section for section in Section if getattr(asked, section))
    if asked.only and sections:
        raise UsageError(
            f"--only chooses among the rows and --{sections[0]} writes none; leave one of them out."
        )
    return Wanted(width, asked.only, sections)


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="two texts to read side by side, or texts and folders to choose from; "
        "the current folder when left out"
        if parser.prog == "diptych"
        else "texts and folders; the current folder when left out",
    )


def _add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--theme",
        metavar="NAME",
        help="the colours to begin with, as nord or textual-light; when left out, the "
        "terminal's own sixteen. The palette (Ctrl+P) lists all",
    )
    parser.add_argument(
        "--mouse",
        action=argparse.BooleanOptionalAction,
        help="take the mouse from the terminal, or leave it alone; when left out, the "
        "terminal decides",
    )
    parser.add_argument(
        "--ascii",
        action=argparse.BooleanOptionalAction,
        help="draw with ASCII signs alone, or with all that the terminal's encoding has",
    )


def _add_dates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--left-date",
        type=_day,
        metavar="DATE",
        help="the day on which the left text came out, as 2014-09-15",
    )
    parser.add_argument(
        "--right-date",
        type=_day,
        metavar="DATE",
        help="the same of the right text; when both are known, it is told where "
        '"yesterday" and "on Monday" are one day',
    )


def _add_regime(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as",
        dest="regime",
        choices=REGIMES,
        help="take the two for versions of one text, or for two tellings of one event; "
        "when left out, it is seen from the texts",
    )


def _add_read_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tracked",
        choices=[how.value for how in Tracked],
        default=Tracked.ACCEPTED.value,
        help="read the tracked changes of a Word or OpenDocument file as accepted, "
        "or the text as it was before; accepted when left out",
    )
    parser.add_argument(
        "--size-limit",
        type=_megabytes,
        default=SIZE_LIMIT / _MB,
        metavar="MB",
        help=f"largest text that is read, in MB; {SIZE_LIMIT // _MB} when left out",
    )


def _add_width(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--width",
        type=_wrapping_width,
        metavar="N",
        help="characters in a line of text, 0 for no wrapping; when left out, the width of "
        f"the terminal, or {PIPE_WIDTH} in a pipe or a file",
    )


def _megabytes(word: str) -> float:
    """The number after `--size-limit`, or argparse's own complaint."""
    try:
        size = float(word)
    except ValueError:
        size = 0.0
    # Also false for what is no number at all.
    if not 0 < size <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{word} is not a size; give a number of MB over 0")
    return size


def _wrapping_width(word: str) -> int:
    """The number after `--width`, or argparse's own complaint."""
    try:
        width = int(word)
    except ValueError:
        width = -1
    if width and width < NARROWEST:
        raise argparse.ArgumentTypeError(
            f"{word} is not a width; give a number of characters from {NARROWEST} up, "
            "or 0 for no wrapping"
        )
    return width


def _day(word: str) -> str:
    """The day after `--left-date` in ISO 8601, or argparse's own complaint."""
    from datetime import date

    try:
        return date.fromisoformat(word).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{word} is no day of the calendar; write it as 2014-09-15"
        ) from None


def _quiet(words: str) -> frozenset[Wording]:
    """The kinds after `--quiet`, or argparse's own complaint."""
    from tui.config import quiet_kinds

    names = _listed(words)
    try:
        return quiet_kinds([] if names == ["none"] else names)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _only(words: str) -> Only:
    """The kinds after `--only`, or argparse's own complaint."""
    from tui.config import meant
    from tui.export import CHOICES, only_named

    try:
        return only_named(_listed(words))
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"no kind is called {meant(str(error), CHOICES)}"
        ) from None


def _listed(words: str) -> list[str]:
    """The names in a list with commas between, or argparse's own complaint."""
    names = [word.strip() for word in words.split(",")]
    if not all(names):
        raise argparse.ArgumentTypeError("a name is empty; name kinds with commas between")
    return names
