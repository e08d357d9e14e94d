"""The settings in force; what each is for and may be stands in :mod:`newsreader.config.table`.

The two are apart because every start of the program needs this one, and only who writes, reads or
explains a settings file the other. A new setting is a field here and a row there; a test holds
them together.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from newsreader.config.origin import Origin

THEMES = ("auto", "dark", "light", "high-contrast")
"""The themes that can be asked for; ``auto`` takes dark or light."""

NOTHING: Mapping[str, Any] = MappingProxyType({})
"""A table of which the file says nothing."""


class Config(NamedTuple):
    """The settings in force, each with its default."""

    editor: str | None = None
    library: str | None = None
    advance: bool | Literal["open"] = True
    number_keys: Literal["both", "labels", "counts"] = "both"
    guidelines: str | None = None
    speculative_limit: str = "24h"
    carry_cosmetic: bool = False
    fetch_networks: tuple[str, ...] = ()
    proxy: str | None = None
    follow: bool = True
    follow_every: int = 120
    backups: int = 7
    backup_every: str = "24h"
    theme: str = "auto"
    glyphs: str = "auto"
    keys: Mapping[str, tuple[str, ...]] = NOTHING
    filters: Mapping[str, str] = NOTHING
    origin: Origin = Origin()  # where they are written; no setting
