"""The one table of what a reader can do.

The footer, the help screen, the palette, the key bindings and the README all
come from it. It holds data only: what a command does is the screens' business.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """The screen on which a command works."""

    EVERYWHERE = "everywhere"
    LIBRARY = "library"
    READER = "reader"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do."""

    id: str
    """Name of the screen's action, and of the key in a user's config."""
    keys: tuple[str, ...]
    """As Textual names them; the first one is shown."""
    title: str
    """Two or three words, for the footer and the palette."""
    help: str
    """One sentence, for the help screen and the README."""
    where: Where
    footer: str = ""
    """One word for the status line; without it only the help screen has the command."""


COMMANDS: tuple[Command, ...] = (
    Command("line_down", ("j", "down"), "Line down",
            "Move down one line, of an open list or the text, or one article.", Where.EVERYWHERE),
    Command("line_up", ("k", "up"), "Line up",
            "Move up one line, of an open list or the text, or one article.", Where.EVERYWHERE),
    Command("page_down", ("space", "pagedown"), "Page down", "Move down one page.",
            Where.EVERYWHERE),
    Command("page_up", ("b", "pageup"), "Page up", "Move up one page.", Where.EVERYWHERE),
    Command("first", ("g", "home"), "To the start", "Go to the first line, or the first article.",
            Where.EVERYWHERE),
    Command("last", ("G", "end"), "To the end", "Go to the last line, or the last article.",
            Where.EVERYWHERE),
    Command("choose", ("enter",), "Choose",
            "Mark the article as the left one; on a second article, open the pair.",
            Where.LIBRARY, footer="choose"),
    Command("closest", ("c",), "Most alike",
            "Open the article at hand beside the one most like it.",
            Where.LIBRARY, footer="most alike"),
    Command("join", ("J",), "Join the file",
            "Show the articles of one file as one: all of it, as it came; again, part them.",
            Where.LIBRARY),
    Command("filter", ("slash",), "Filter",
            "Show only articles whose title, source or file name has the words typed.",
            Where.LIBRARY, footer="filter"),
    Command("next", ("n",), "Next change",
            "Go to the next change; while a search is on, to the next match.",
            Where.READER, footer="next"),
    Command("previous", ("p",), "Previous change",
            "Go to the previous change; while a search is on, to the previous match.",
            Where.READER, footer="previous"),
    Command("previous_match", ("N",), "Previous match",
            "Go to the previous match of the search.", Where.READER),
    Command("other_end", ("tab",), "Other end",
            "Jump between the two ends of a passage that moved.", Where.READER, footer="other end"),
    Command("quieten", ("w",), "What really changed",
            "Leave house style and other quiet edits unmarked, and pass over changes that have "
            "no others; again, mark them.", Where.READER, footer="what changed"),
    Command("switch_added", ("1",), "Added on or off",
            "Pass over paragraphs that were added, and dim them; again, go through them too.",
            Where.READER),
    Command("switch_removed", ("2",), "Removed on or off",
            "The same for paragraphs that were removed.", Where.READER),
    Command("switch_moved", ("3",), "Moved on or off",
            "The same for paragraphs that moved, and sentences carried to another one.",
            Where.READER),
    Command("switch_cut", ("4",), "Cut anew on or off",
            "The same for paragraphs that were split, merged or cut otherwise.", Where.READER),
    Command("switch_facts", ("5",), "Facts on or off",
            "The same for facts that differ and quotations that were changed.", Where.READER),
    Command("switch_wording", ("6",), "Other wording on or off",
            "The same for all other wording.", Where.READER),
    Command("ledger", ("s",), "Style ledger",
            "List which forms stand for which others again and again, and where they do not; "
            "again, close the list.", Where.READER),
    Command("facts", ("f",), "Facts and quotations",
            "List the names, numbers, units and dates that differ, and quotations that were "
            "changed; again, close the list.", Where.READER),
    Command("summary", ("S",), "Summary",
            "Sum up in a few sentences what differs; again, close them.", Where.READER),
    Command("kinds", ("K",), "Kinds of edits",
            "List the kinds of edits, to switch them between quiet and loud with Enter or Space; "
            "again, close the list.", Where.READER),
    Command("go_there", ("enter",), "Go there",
            "In an open list, go to the place of the line at hand; again, to its next one.",
            Where.READER),
    Command("next_view", ("v",), "Next view",
            "Side by side, stacked, redline, the left article alone, the right article alone.",
            Where.READER, footer="view"),
    Command("why", ("i",), "Why these two",
            "Tell why the paragraphs at hand are paired, or why one stands alone; again, close it.",
            Where.READER),
    Command("asides", ("a",), "Set aside",
            "Fold what is set aside as not of the story; again, compare it too; again, dim it.",
            Where.READER),
    Command("regime", ("t",), "Versions or tellings",
            "Take the two for versions of one text; again, for two tellings of one event; "
            "again, for what the texts show.", Where.READER),
    Command("swap", ("x",), "Swap sides",
            "Put the left article on the right, and compare again.", Where.READER),
    Command("edit", ("o",), "Open in the editor",
            "Open the file of the paragraph at hand in your editor, at its line.", Where.READER),
    Command("search", ("slash",), "Search", "Search in both articles.",
            Where.READER, footer="search"),
    Command("next_cut", ("enter",), "Next cut",
            "Cut the row at hand at its next place; the choice is kept.",
            Where.REPAIR, footer="next cut"),
    Command("previous_cut", ("backspace",), "Previous cut",
            "Cut the row at hand at the place before.", Where.REPAIR),
    Command("keep_cut", ("y",), "Right as it is",
            "Keep the cut of the row at hand as it is, and go on to the next in doubt.",
            Where.REPAIR, footer="keep"),
    Command("own_cut", ("u",), "As it was found",
            "Forget what you chose for the row at hand.", Where.REPAIR, footer="undo"),
    Command("next_doubt", ("n",), "Next in doubt", "Go to the next row whose cut is in doubt.",
            Where.REPAIR, footer="next"),
    Command("previous_doubt", ("p",), "Previous in doubt",
            "Go to the previous row whose cut is in doubt.", Where.REPAIR, footer="previous"),
    Command("repair", ("R",), "Repair",
            "Show where a tracker's page was cut into two versions, and cut it elsewhere.",
            Where.EVERYWHERE),
    Command("back", ("escape",), "Back",
            "Close what is open, end the search, the filter or the marking; "
            "else go back one screen.",
            Where.EVERYWHERE),
    Command("help", ("question_mark",), "Help", "Show every command and its keys, and the signs.",
            Where.EVERYWHERE, footer="help"),
    Command("command_palette", ("ctrl+p",), "Palette", "Find a command by its name.",
            Where.EVERYWHERE),
    Command("draw_again", ("ctrl+l", "L"), "Draw again",
            "Draw the whole screen again, where another program has written on it.",
            Where.EVERYWHERE),
    Command("suspend_process", ("ctrl+z",), "To the shell",
            "Go back to the shell for a while; its command fg leads here again.",
            Where.EVERYWHERE),
    Command("quit", ("q", "ctrl+c"), "Quit", "Leave Diptych, or close the help.",
            Where.EVERYWHERE, footer="quit"),
)  # fmt: skip

_KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "backspace": "Backspace",
    "escape": "Esc",
    "tab": "Tab",
    "down": "↓",
    "up": "↑",
    "ctrl+p": "Ctrl+P",
    "ctrl+c": "Ctrl+C",
    "ctrl+l": "Ctrl+L",
    "ctrl+z": "Ctrl+Z",
}


def key_name(key: str) -> str:
    """A key as it is printed for people: `?` for `question_mark`."""
    return _KEY_NAMES.get(key, key)


def commands_on(where: Where) -> tuple[Command, ...]:
    """The commands that work on one screen, those of every screen last."""
    own = tuple(command for command in COMMANDS if command.where is where)
    shared = tuple(command for command in COMMANDS if command.where is Where.EVERYWHERE)
    return own + (shared if where is not Where.EVERYWHERE else ())
