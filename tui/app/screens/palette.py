"""The palette: Textual's own, for small screens and fast typists too.

In: providers of commands. Out: one command that is run. What there is to be
found is the app's business.
"""

from __future__ import annotations

from textual import on
from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from tui.app.screens.base import BY_HEIGHT


class Palette(CommandPalette):
    """A list of commands that narrows as one types."""

    VERTICAL_BREAKPOINTS = BY_HEIGHT

    _chosen = False

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def choose_once(self, event: OptionList.OptionSelected | Input.Submitted) -> None:
        """Pass over Enter when a command was chosen: Textual closes the palette twice."""
        if self._chosen:
            event.stop()
            event.prevent_default()
        elif isinstance(event, OptionList.OptionSelected):
            self._chosen = True
