"""A path being typed, completed from what is on the disk; nothing is opened, nothing is shown."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

_LOOKED_AT = 10_000  # entries of a folder; a larger one is completed from a part of it


class Completed(NamedTuple):
    """The path as far as it is clear, and the names that it may go on with."""

    path: str
    names: tuple[str, ...]  # folders with a slash; empty where there is nothing of that name


def complete(typed: str) -> Completed:
    """Go on with a path as far as all names agree; a name that is the only one is finished."""
    folder, slash, begun = typed.rpartition("/")
    if typed == "~":
        return Completed("~/", ())
    names = _names(f"{folder}{slash}", begun)
    if not names:
        return Completed(typed, ())
    common = os.path.commonprefix(names)  # noqa: RUF071  of characters, not of folders
    return Completed(f"{folder}{slash}{common}", tuple(names))


def _names(folder: str, begun: str) -> Sequence[str]:
    """What begins so in the folder; hidden files only where a dot was typed."""
    try:
        place = Path(folder or ".").expanduser()
        with os.scandir(place) as entries:
            return sorted(
                entry.name + ("/" if entry.is_dir() else "")
                for entry in islice(entries, _LOOKED_AT)
                if entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
            )
    except (OSError, ValueError, RuntimeError):  # no such folder, no right, a NUL, no such home
        return ()
