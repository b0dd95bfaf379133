"""The pictures of the README show what the program shows today."""

import html
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
spec = importlib.util.spec_from_file_location("take", ROOT / "screenshots" / "take.py")
take = importlib.util.module_from_spec(spec)
spec.loader.exec_module(take)


def words_in(svg: str) -> list[str]:
    """What a picture says, without its colours and places: those differ between releases."""
    return html.unescape(re.sub(r"<[^>]+>", " ", svg.partition("</style>")[2])).split()


@pytest.mark.parametrize("name", take.PICTURES)
async def test_the_picture_is_of_today(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    kept = (ROOT / "screenshots" / f"{name}.svg").read_text(encoding="utf-8")
    assert words_in(await take.picture(name)) == words_in(kept)


@pytest.mark.parametrize("name", take.PICTURES)
def test_a_picture_fetches_nothing_from_elsewhere(name):
    kept = (ROOT / "screenshots" / f"{name}.svg").read_text(encoding="utf-8")
    found = set(re.findall(r"https?:[^\s\"]+", kept))
    assert found <= {"http://www.w3.org/2000/svg", "https://www.textualize.io"}
