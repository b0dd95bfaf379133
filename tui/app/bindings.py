"""Turn the table of commands into key bindings and into the keys of the status line.

In: `commands.COMMANDS`. Out: what Textual wants. Doing a command is the
business of the screen that has a method `action_<id>`.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import Where, commands_on, key_name


def bindings_on(where: Where) -> list[BindingType]:
    """The bindings of one screen; each has its command's id, so that it can be rebound."""
    return [
        Binding(",".join(command.keys), command.id, command.title, show=False, id=command.id)
        for command in commands_on(where)
    ]


def shown_keys(where: Where) -> tuple[tuple[str, str], ...]:
    """Key and word of each command that the status line of a screen shows."""
    return tuple(
        (key_name(command.keys[0]), command.footer)
        for command in commands_on(where)
        if command.footer
    )
