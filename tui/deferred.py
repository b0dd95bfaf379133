"""Names that a package offers and imports only when somebody asks for one.

In: a package, and where its names are. Out: a module's `__getattr__` (PEP 562). Which
names can wait is the package's business.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def deferred(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """What to look a missing name of `package` up with; `homes` tells which module has which.

    None of the names can be that of a module, which would be found in its place.
    """
    home_of = {name: module for module, names in homes.items() for name in names}

    def look_up(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return look_up
