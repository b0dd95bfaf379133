"""What every test may ask for: the seeds, articles from plain strings, comparisons."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.strategies import article_of
from tui.compare import Comparison, compare

# A busy machine is slow, which is no fault of the example at hand.
settings.register_profile("diptych", deadline=None)
settings.load_profile("diptych")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seeds(root: Path) -> dict[str, Path]:
    """The sample articles by their first three figures."""
    return {path.name[:3]: path for path in sorted((root / "seeds").glob("*.txt"))}


@pytest.fixture
def compare_texts() -> Callable[[str, str], Comparison]:
    """Compare two texts whose paragraphs are parted by blank lines."""

    def compare_paragraphs(left: str, right: str) -> Comparison:
        return compare(
            article_of(left.split("\n\n"), "left.txt"), article_of(right.split("\n\n"), "right.txt")
        )

    return compare_paragraphs


@pytest.fixture(scope="session", autouse=True)
def _no_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Read no settings of the person who runs the tests, and keep nothing there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield
