"""The long work of the reader, in threads: pairing, accounting, explaining.

In: articles, or a comparison. Out: messages that say what was found. What becomes of it
is the screen's business.
"""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.screens.base import DiptychScreen
from tui.article import Article
from tui.compare import CompareOptions, Comparison, Progress, glance, pending
from tui.layout import letters_above
from tui.review import groups_by_words

if TYPE_CHECKING:
    from tui.compare import Account, Why

_PROGRESS_EVERY = 0.1
"""Seconds after which the progress bar is drawn again."""
_GLANCE_AT_ONCE = 10_000
"""Paragraphs of two articles that are glanced at before anything is drawn: some
15 ms. With more they stand side by side by number until the glance is taken."""


class _NoLongerWantedError(Exception):
    """The work was cancelled."""


class WorkScreen(DiptychScreen):
    """A screen that has texts compared, and hears of it."""

    class Compared(Message):
        """The pairing is made, or the first glance is taken."""

        def __init__(self, comparison: Comparison) -> None:
            super().__init__()
            self.comparison = comparison
            # Made where nobody waits for it: in long articles it takes a while.
            self.letters = letters_above(comparison)
            """How much text stands above each row."""

    class Accounted(Message):
        """All words were compared."""

        def __init__(self, comparison: Comparison, found: Account) -> None:
            super().__init__()
            self.comparison = comparison
            """Of which this is the account; its kinds are as the pairing left them."""
            from tui.compare import summary

            self.account = found
            self.groups = groups_by_words(found)
            """Of every change."""
            self.sentences = summary(found)

    class Explained(Message):
        """It is known why a row is one; None where nothing was weighed."""

        def __init__(self, comparison: Comparison, row: int, why: Why | None) -> None:
            super().__init__()
            self.comparison = comparison
            self.row = row
            self.why = why

    class Progressed(Message):
        """The pairing has come so far (0 to 1)."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    def begin_pairing(self, left: Article, right: Article, options: CompareOptions) -> None:
        """Pair two articles, of which nothing is known but their first look."""
        self._pair(left, right, options, glance_first=not _is_short(left, right))

    def begin_pairing_again(self, left: Article, right: Article, options: CompareOptions) -> None:
        """Pair two articles otherwise than they are: to glance at them would be a step back."""
        self._pair(left, right, options, glance_first=False)

    # A worker without a description spells out its arguments, both articles whole.
    @work(thread=True, exclusive=True, description="pairing")
    def _pair(
        self, left: Article, right: Article, options: CompareOptions, *, glance_first: bool
    ) -> None:
        """Pair the two articles while the keys go on working."""
        wanted = _while_wanted()
        told = monotonic()
        # What compares is imported by the threads that need it: a screen stands before.
        from tui.compare import compare

        def progress(share: float) -> None:
            nonlocal told
            wanted(share)
            if monotonic() >= told + _PROGRESS_EVERY:
                told = monotonic()
                self.post_message(self.Progressed(share))

        try:
            if glance_first:
                self.post_message(self.Compared(glance(left, right, options, progress)))
            self.post_message(self.Compared(compare(left, right, options, progress)))
        except _NoLongerWantedError:
            return

    @work(thread=True, exclusive=True, group="account", description="account")
    def account_for(self, comparison: Comparison, before: Account | None = None) -> None:
        """Compare the words of every row, which takes a while in long articles.

        `before` is the account of the same rows when other kinds were quiet;
        what is still true of it is told at once.
        """
        from tui.compare import account, settled

        wanted = _while_wanted()
        try:
            if before is not None:
                found = replace(before, comparison=settled(comparison, before.kinds))
                self._tell(comparison, found, wanted)
            self._tell(comparison, account(comparison, wanted, before=before), wanted)
        except _NoLongerWantedError:
            return

    def _tell(self, comparison: Comparison, found: Account, wanted: Progress) -> None:
        accounted = self.Accounted(comparison, found)
        wanted(1.0)
        self.post_message(accounted)

    @work(thread=True, exclusive=True, group="why", description="why")
    def explain(self, comparison: Comparison, row: int) -> None:
        """Find out why a row is one, which takes a while in long articles."""
        from tui.compare import why

        found = why(comparison, row)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Explained(comparison, row, found))


def _while_wanted() -> Progress:
    """What is to be told of progress: it ends the work of this thread once it is cancelled."""
    worker = get_current_worker()

    def progress(_: float) -> None:
        if worker.is_cancelled:
            raise _NoLongerWantedError

    return progress


def first_look(left: Article, right: Article, options: CompareOptions) -> Comparison:
    """What there is to read before anything is paired."""
    if _is_short(left, right):
        return glance(left, right, options)
    return pending(left, right)


def begin_alike(left: Article, right: Article) -> bool:
    """Whether the first page stands unpaired as it most likely will when it is paired."""
    return left.paragraphs[0].text == right.paragraphs[0].text


def _is_short(left: Article, right: Article) -> bool:
    """Whether the two are glanced at while nobody notices."""
    return len(left.paragraphs) + len(right.paragraphs) <= _GLANCE_AT_ONCE
