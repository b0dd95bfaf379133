"""Find what stands inside quotation marks.

In: one paragraph's text. Out: spans, without the marks. Whose words they are is
other files' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.article.model import Span

_CLOSED_BY = {
    '"': '"',
    "\u201c": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u00ab": "\u00bb",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    "'": "'",
    "\u2018": "\u2019",
    "\u201a": "\u2018\u2019",
}
"""Opening marks, each with what may close it."""
_SINGLE = frozenset("'\u2018\u201a")
# A mark of the same form opens after a blank; an apostrophe stands before a letter.
_CLOSING = {
    mark: re.compile(rf"(?<!\s)[{closing}](?!\w)" if closing != "\u00bb" else closing)
    for mark, closing in _CLOSED_BY.items()
}
_OPENING = re.compile("\u00ab|(?<!\\w)[\"'\u2018\u201a\u201c\u201e\u300c\u300e](?=\\S)")
_SINGLE_UP_TO = 2_000
"""Letters within which a single mark is closed, or it is an apostrophe. To look
further from every apostrophe of a long text would take quadratic time."""


def quoted(text: str) -> tuple[Span, ...]:
    """The stretches of `text` inside quotation marks, in order and disjoint.

    A quotation inside another belongs to the outer one. A single mark that
    nothing closes is an apostrophe; from a double one that nothing closes
    somebody speaks on in the next paragraph, so it reaches to the end.
    """
    return tuple(_stretches(text))


def _stretches(text: str) -> Iterator[Span]:
    at = 0
    # Up to where a mark is known not to be closed: thousands of them in a row would
    # each look as far again.
    closed_after: dict[str, int] = {}
    while found := _OPENING.search(text, at):
        mark, start = found.group(), found.end()
        single = mark in _SINGLE
        up_to = start + _SINGLE_UP_TO if single else len(text)
        closed = _CLOSING[mark].search(text, max(start, closed_after.get(mark, 0)), up_to)
        if closed is None and single:
            at = start
            closed_after[mark] = up_to
            continue
        end = closed.start() if closed else len(text)
        if start < end:
            yield Span(start, end)
        at = closed.end() if closed else end
