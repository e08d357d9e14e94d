"""Where a setting was written: for errors that are found only when the setting is used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple


class Origin(NamedTuple):
    """The file that the settings were read from, and the line of each dotted key in it."""

    path: Path | None = None
    lines: Mapping[str, int] = MappingProxyType({})

    def where(self, key: str) -> str:
        """``FILE:LINE`` of a dotted key, or of the nearest key above it that is written."""
        if self.path is None:
            return "settings"
        while key not in self.lines and "." in key:
            key = key.rpartition(".")[0]
        return f"{self.path}:{self.lines.get(key, 1)}"
