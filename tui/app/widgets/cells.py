"""Fit a text into a number of cells."""

from __future__ import annotations

from rich.cells import cell_len

from tui.layout.clusters import clusters_of


def beginning(text: str, width: int) -> str:
    """As much of the text's beginning as fits into `width` cells, in whole characters.

    What a reader sees as one character, a flag of two letters for instance, is
    there as a whole or not at all. A negative width counts as none.
    """
    if text.isascii():
        return text[: max(0, width)]
    end = cells = 0
    for cluster in clusters_of(text):
        cells += cluster.cells
        if cells > width:
            break
        end = cluster.end
    return text[:end]


def fitted(text: str, width: int) -> str:
    """The text in exactly `width` cells, with `…` where something is missing.

    A negative width counts as none.
    """
    width = max(0, width)
    if cell_len(text) > width:
        text = f"{beginning(text, width - 1)}…" if width else ""
    return text + " " * (width - cell_len(text))
