"""A line to type an answer into: what to search for, what to filter by.

Answers with `Typed` at every letter and `Answered` at the end; it decides nothing.
"""

from __future__ import annotations

from textual import on
from textual.message import Message
from textual.widgets import Input


class AskLine(Input):
    """One line at the bottom, in the place of the status line."""

    DEFAULT_CSS = """
    AskLine { dock: bottom; width: 1fr; }
    """

    class Typed(Message):
        """Another text stands in the line."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    class Answered(Message):
        """The answer is complete."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, question: str, answer: str) -> None:
        # Textual would select what was typed ahead, too, when the focus comes.
        super().__init__(answer, placeholder=question, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Have the answer that stands there replaced by what is typed."""
        self.action_select_all()

    @on(Input.Changed)
    def tell_typed(self, event: Input.Changed) -> None:
        """Tell the screen what stands there now."""
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def tell_answered(self, event: Input.Submitted) -> None:
        """Tell the screen the answer."""
        event.stop()
        self.post_message(self.Answered(event.value))
