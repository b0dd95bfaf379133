"""What an edit is: in the gutter, in the status line, switched off, and taken for quiet."""

import pytest

from tests.app.test_reader import MOVED, PARAGRAPHS, REWORDED, line_with
from tui.app.screens import work as work_module
from tui.compare import QUIET, Kind, Wording
from tui.review import Group

LEFT = [
    "The colour of the river was grey when the council met that evening.",
    "“I saw nothing of the flood before noon,” the mayor told reporters.",
    "Trains to the capital ran an hour late because of fallen trees.",
    "A bakery on the square gave bread away to everyone who helped.",
    "The colour of the sky was no better, the fishermen of the town said.",
    "Volunteers filled sandbags by lamplight until the early morning hours.",
]
RIGHT = [
    "The color of the river was grey when the council met that evening.",
    "“I saw nothing of the water before noon,” the mayor told reporters.",
    "Trains to the capital ran 3,000 seconds late because of fallen trees.",
    "A bakery on the square gave bread away to all who helped.",
    "The color of the sky was no better, the fishermen of the town said.",
    "Volunteers filled sandbags by lamplight until the early morning hours.",
    "Nobody had thought of the bridge, which fell on Thursday.",
]
GUTTERS = ["· ", "Q ", "! ", "~ ", "· ", "= ", "+ "]


def gutters(reader) -> list[str]:
    """The two signs of each row, as they stand before its first words."""
    texts = [*LEFT, RIGHT[-1]]
    side = [0] * len(LEFT) + [40]
    return [
        next(line[at + 1 : at + 3] for line in reader.lines[1:] if text[:17] in line[at:])
        for text, at in zip(texts, side, strict=True)
    ]


async def test_the_gutter_tells_the_gravest_of_each_row(open_texts):
    async with open_texts(LEFT, RIGHT, size=(80, 40)) as reader:
        assert gutters(reader) == GUTTERS


async def test_before_all_words_are_compared_the_gutter_says_the_same(open_texts, monkeypatch):
    monkeypatch.setattr(work_module.WorkScreen, "account_for", lambda *_: None)
    async with open_texts(LEFT, RIGHT, size=(80, 40)) as reader:
        assert reader.app.screen.account is None
        assert gutters(reader) == GUTTERS
        await reader.press("s")
        assert reader.status == "the words are still being compared"
        await reader.press("w")
        assert reader.status == "6 changes · quiet off · two versions"
        await reader.press("5")
        assert reader.status.startswith("6 changes · quiet off · off: facts")


async def test_the_status_line_says_what_each_change_is(open_texts):
    async with open_texts(LEFT, RIGHT) as reader:
        for status in (
            "change 1 of 6 · style · colour → color ×2",
            "change 2 of 6 · reworded · quotation: flood → water",
            "change 3 of 6 · reworded · fact: an hour → 3,000 seconds",
            "change 4 of 6 · reworded · everyone → all",
            "change 5 of 6 · style · colour → color ×2",
            "change 6 of 6 · added",
        ):
            await reader.press("n")
            assert reader.status == status


async def test_w_passes_over_what_is_quiet_and_counts_it(open_texts):
    async with open_texts(LEFT, RIGHT, size=(80, 40)) as reader:
        await reader.press("w")
        assert reader.status == "4 of 6 changes · 2 quiet off · two versions"
        assert gutters(reader) == GUTTERS
        await reader.press("n")
        assert reader.status == "change 1 of 4 · reworded · quotation · 2 quiet off"
        await reader.press("w")
        assert reader.status == "change 2 of 6 · reworded · quotation: flood → water"
        await reader.press("w", "p")
        assert reader.status == "no change above · 2 quiet off"


async def test_w_keeps_the_place_and_the_change_in_hand(open_seeds):
    async with open_seeds(0, 1) as reader:
        await reader.press(*["n"] * 12, "j")
        before = reader.panes.reading_place(reader.app.screen.side_in_hand)
        change = reader.app.screen.session.change.number
        for view in ("", "v", "v"):
            await reader.press(*view, "w", "w")
            assert reader.app.screen.session.change.number == change
        await reader.press("v", "v", "v", "w")
        assert reader.panes.reading_place(reader.app.screen.side_in_hand) == before


async def test_a_quiet_change_in_hand_stays_in_hand_when_quiet_is_off(open_texts):
    async with open_texts(LEFT, RIGHT) as reader:
        await reader.press("n", "w")
        assert reader.status.startswith("change off, 4 on · quiet · 2 quiet off")
        await reader.press("n")
        assert reader.status.startswith("change 1 of 4 · reworded · quotation")


@pytest.mark.parametrize(
    ("key", "group", "left"),
    [
        ("1", "added", 5),
        ("2", "removed", 6),
        ("3", "moved", 6),
        ("4", "cut anew", 6),
        ("5", "facts", 4),
        ("6", "other wording", 5),
    ],
)
async def test_each_figure_switches_one_kind_off_and_on(open_texts, key, group, left):
    async with open_texts(LEFT, RIGHT) as reader:
        await reader.press(key)
        changes = "6 changes" if left == 6 else f"{left} of 6 changes"
        assert reader.status == f"{changes} · off: {group} · two versions"
        met = 0
        while "no change below" not in reader.status:
            await reader.press("n")
            met += 1
        assert met - 1 == left
        await reader.press("g", key)
        assert reader.status.startswith("6 changes · two versions") or "of 6" in reader.status


async def test_what_is_off_is_dimmed_and_still_there(open_texts):
    async with open_texts(PARAGRAPHS, ["Nobody knew.", *REWORDED], size=(80, 40)) as reader:
        await reader.press("1", "5")
        assert "+ Nobody knew." in reader.text
        assert "three metres" in reader.text
        strips = reader.app.screen._compositor.render_strips()
        dim = "".join(segment.text for strip in strips for segment in strip if segment.style.dim)
        assert "Nobody knew." in dim
        assert "three" in dim
        assert reader.status == "0 of 2 changes · off: added, facts · two versions"
        await reader.press("n")
        assert reader.status == "no change below · off: added, facts"


async def test_more_than_two_kinds_that_are_off_are_counted(open_texts):
    async with open_texts(LEFT, RIGHT) as reader:
        await reader.press("1", "2", "3")
        assert reader.status == "5 of 6 changes · off: 3 kinds · two versions"


async def test_what_is_off_stays_off_when_the_two_are_paired_anew(open_texts):
    async with open_texts(PARAGRAPHS, MOVED) as reader:
        await reader.press("3", "x")
        assert reader.status == "0 of 1 changes · off: moved · two versions"
        await reader.press("3")
        assert reader.status == "1 change · two versions"


async def test_a_search_goes_on_whatever_is_off(open_texts):
    async with open_texts(LEFT, RIGHT) as reader:
        await reader.press("1", "slash", *"colour", "enter", "n")
        assert reader.status == "match 2 of 2 for “colour”: 2 left, 0 right · off: added"


async def test_the_panel_of_kinds_switches_a_kind_without_pairing_again(open_texts):
    async with open_texts(LEFT, RIGHT, size=(80, 50)) as reader:
        rows = reader.panes.comparison.rows
        await reader.press("K")
        at = list(Wording).index(Wording.SPELLING)
        await reader.press(*["j"] * at)
        assert line_with(reader.lines, "▌ spelling").split()[2:] == ["2", "quiet"]
        await reader.press("enter")
        assert line_with(reader.lines, "▌ spelling").split()[2:] == ["2", "loud"]
        assert reader.app.screen.options.quiet == QUIET - {Wording.SPELLING}
        assert gutters(reader)[0] == "~ "
        after = reader.panes.comparison.rows
        assert [(row.left, row.right) for row in after] == [(row.left, row.right) for row in rows]
        assert after[0].kind is Kind.REWORDED
        await reader.press("w")
        assert reader.status == "6 changes · no quiet edits · two versions"
        await reader.press("w", "space")
        assert line_with(reader.lines, "▌ spelling").split()[2:] == ["2", "quiet"]
        assert gutters(reader) == GUTTERS
        assert reader.panes.comparison.rows == rows


async def test_facts_are_always_loud(open_texts):
    async with open_texts(LEFT, RIGHT, size=(80, 50)) as reader:
        await reader.press("K", *["j"] * list(Wording).index(Wording.FACT), "enter")
        assert reader.status == "fact is always loud: it changes what is said"
        assert reader.app.screen.options.quiet == QUIET


async def test_a_kind_that_was_made_loud_stays_so_for_the_next_pairing(open_texts):
    async with open_texts(LEFT, RIGHT, size=(80, 50)) as reader:
        await reader.press("K", *["j"] * list(Wording).index(Wording.SPELLING), "enter", "x")
        assert reader.panes.comparison.rows[0].kind is Kind.REWORDED
        assert reader.app.screen.account is not None


async def test_switching_a_kind_while_another_pairing_is_made_ends_with_both(
    open_texts, slow_pairing
):
    slow_pairing.go_on()
    async with open_texts(LEFT, RIGHT, size=(80, 50)) as reader:
        await reader.press("K", *["j"] * list(Wording).index(Wording.SPELLING))
        slow_pairing.wait_again()
        await reader.pilot.press("t", "enter")
        slow_pairing.go_on()
        await reader.settled()
        comparison = reader.panes.comparison
        assert comparison.options.regime is not None
        assert comparison.options.quiet == QUIET - {Wording.SPELLING}
        assert "taken for two versions" in reader.status


def test_the_keys_of_the_kinds_are_in_the_order_of_the_kinds():
    from tui.commands import COMMANDS

    switches = [each for each in COMMANDS if each.id.startswith("switch_")]
    assert [each.id for each in switches] == [f"switch_{group.name.lower()}" for group in Group]
    assert [each.keys for each in switches] == [(str(number),) for number in range(1, 7)]
