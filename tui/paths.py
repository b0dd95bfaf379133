"""Where Diptych keeps what the reader decided and set; nothing is created here.

In: the environment. Out: paths. Reading and writing is other files' business.
"""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """The folder for what should outlive the program, as the XDG base directories have it."""
    return _base("XDG_STATE_HOME", ".local", "state") / "diptych"


def repairs_folder() -> Path:
    """Where the cuts are kept that a reader chose on a tracker's pages."""
    return state_folder() / "repairs"


def places_folder() -> Path:
    """Where the places are kept at which a reader left off."""
    return state_folder() / "places"


def config_file() -> Path:
    """Where the reader's settings are, if there are any."""
    return _base("XDG_CONFIG_HOME", ".config") / "diptych" / "config.toml"


def _base(variable: str, *in_home: str) -> Path:
    stated = os.environ.get(variable, "")
    # A path that is not absolute is to be ignored, says the specification.
    if Path(stated).is_absolute():
        return Path(stated)
    # `Path.home` raises for a user without a home.
    home = os.path.expanduser("~")  # noqa: PTH111
    return Path(home, *in_home)
