"""Fit a text into a number of cells."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def fitted(text: str, width: int) -> str:
    """The text in exactly `width` cells, with `…` where something is missing.

    A negative width counts as none.
    """
    width = max(0, width)
    if cell_len(text) <= width or width == 0:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + "…"
