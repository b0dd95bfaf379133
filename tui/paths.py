"""Where Diptych keeps what the reader decided; nothing is created here.

In: the environment. Out: paths. Reading and writing is other files' business.
"""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """The folder for what should outlive the program, as the XDG base directories have it."""
    stated = os.environ.get("XDG_STATE_HOME", "")
    # A path that is not absolute is to be ignored, says the specification.
    if Path(stated).is_absolute():
        return Path(stated) / "diptych"
    # `Path.home` raises for a user without a home.
    home = os.path.expanduser("~")  # noqa: PTH111
    return Path(home) / ".local" / "state" / "diptych"


def repairs_folder() -> Path:
    """Where the cuts are kept that a reader chose on a tracker's pages."""
    return state_folder() / "repairs"
