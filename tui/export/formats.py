"""The one table of the formats that a comparison can be written in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from tui.compare.accounting import Account
from tui.export.record import write_record
from tui.export.text import write_text
from tui.export.wanted import Wanted

Format = Callable[[Account, Wanted], Iterator[str]]
"""From what differs, and what of it is wanted, to pieces of text that make the
file when they are put one after another."""

FORMATS: Mapping[str, Format] = MappingProxyType({"text": write_text, "json": write_record})
"""By the name that `--format` takes; the first one is the default."""
