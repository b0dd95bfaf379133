"""Take the pictures that the README shows, from the real app over `seeds/`.

Run it from anywhere: `python screenshots/take.py`. It writes SVG files beside
itself; every browser shows them.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from textual.pilot import Pilot  # noqa: E402 - after the path is set

from tui.app import DiptychApp  # noqa: E402
from tui.article import Loaded, Progress, ReadAhead, load_library  # noqa: E402

Script = Callable[[Pilot[int]], Awaitable[None]]


async def compared(pilot: Pilot[int]) -> None:
    """Wait until the pairs are on the screen."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def choose(pilot: Pilot[int]) -> None:
    """Mark the first article and stand on the one most like it."""
    await pilot.press("enter")
    await compared(pilot)
    await pilot.press("j")


async def read(pilot: Pilot[int]) -> None:
    """Go to the change after the opening ones."""
    await compared(pilot)
    await pilot.press("n", "n", "n", "n", "n")


async def redline(pilot: Pilot[int]) -> None:
    """The same place, as one text."""
    await read(pilot)
    await pilot.press("v", "v")


async def ask_why(pilot: Pilot[int]) -> None:
    """Why the paragraphs at that place are paired."""
    await read(pilot)
    await pilot.press("i")
    await compared(pilot)


async def ledger(pilot: Pilot[int]) -> None:
    """The style ledger, with quiet kinds left out of the text."""
    await read(pilot)
    await pilot.press("w", "s")
    await compared(pilot)


async def facts(pilot: Pilot[int]) -> None:
    """What differs in facts and quotations, at the fourth of them."""
    await read(pilot)
    await pilot.press("f", "j", "j", "j", "enter")
    await compared(pilot)


async def repair(pilot: Pilot[int]) -> None:
    """Where the rows of a tracker's page were cut."""
    await compared(pilot)
    await pilot.press("R")


async def ask(pilot: Pilot[int]) -> None:
    """The help screen of the reader."""
    await compared(pilot)
    await pilot.press("question_mark")


PICTURES: dict[str, tuple[tuple[int, int], str, Script]] = {
    "library": ((100, 30), "library", compared),
    "alike": ((100, 24), "library", choose),
    "reader": ((120, 40), "pair", read),
    "reader-80x24": ((80, 24), "pair", read),
    "stacked": ((60, 24), "pair", read),
    "redline": ((80, 24), "pair", redline),
    "why": ((80, 24), "pair", ask_why),
    "ledger": ((80, 24), "pair", ledger),
    "facts": ((100, 30), "pair", facts),
    "repair": ((100, 24), "page", repair),
    "help": ((80, 60), "pair", ask),
}
"""Size in cells, what is opened (the first two seeds, a tracker's page, all of
them), and what is done then."""


async def picture(name: str) -> str:
    """One picture, as SVG without references to fonts elsewhere."""
    size, opened, script = PICTURES[name]
    seeds = sorted(Path("seeds").iterdir())
    named = {"pair": seeds[:2], "page": seeds[4:], "library": ["seeds"]}

    def load(progress: Progress) -> Loaded:
        return load_library([*map(str, named[opened])], progress=progress)

    ahead = ReadAhead(load)
    ahead.wait()
    app = DiptychApp(ahead)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await script(pilot)
        await pilot.pause()
        svg = app.export_screenshot(title="diptych", simplify=True)
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


async def main() -> None:
    """Write every picture."""
    for name in PICTURES:
        path = HERE / f"{name}.svg"
        path.write_text(await picture(name), encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    import os

    os.chdir(ROOT)
    asyncio.run(main())
