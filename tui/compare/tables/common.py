"""Know common words, which begin sentences with a capital and are no names.

In: a key. Out: yes or no.
"""

from __future__ import annotations

import re
from functools import cache

from tui.compare.tables.files import lines

_INSIDE = re.compile("[-'\u2019]")


def is_common(key: str) -> bool:
    """Whether `key` is a common English word or begins with one: don't, self-driving."""
    words = _words()
    return key in words or (
        (parts := _INSIDE.split(key, maxsplit=1))[0] in words and len(parts) > 1
    )


@cache
def _words() -> frozenset[str]:
    return frozenset(word for _, line in lines("common.txt") for word in line.split())
