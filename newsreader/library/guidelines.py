"""The desk's guidelines: what confirmed, speculative and opinion mean here, as an article to read.

A Markdown file of the desk's own, named in the settings, else the one that comes with the program.
It is read like any article, so it is as hostile as any: cleaned, bounded, shown by the same layout.
"""

from __future__ import annotations

import os
from pathlib import Path

from newsreader.config import Config
from newsreader.errors import SourceError, UsageError
from newsreader.model.article import Article

LARGEST = 200_000
"""Bytes of guidelines that are read: a hundred pages."""

OURS = Path(__file__).parent.parent / "guidelines.md"


def guidelines(config: Config) -> Article:
    """The guidelines in force.

    Args:
        config: names the file; a path that is not absolute counts from the folder of the settings.

    Raises:
        UsageError: the file that the settings name cannot be read; says where it was named.
    """
    try:
        return _read(_path(config))
    except (SourceError, RuntimeError) as error:  # RuntimeError: no home folder for ~
        raise UsageError(f"{config.origin.where('guidelines')}: guidelines: {error}") from error


def _path(config: Config) -> Path:
    if config.guidelines is None:
        return OURS
    beside = config.origin.path.parent if config.origin.path is not None else Path()
    return beside / Path(config.guidelines).expanduser()


def _read(path: Path) -> Article:
    from newsreader.reading import load_each, parse  # noqa: PLC0415  (not needed to open a story)

    if os.path.isdir(path):  # noqa: PTH112  (False for what cannot be a name; Path raises)
        raise SourceError(str(path), "a folder, not a file")
    raw = next(load_each(str(path)))
    if isinstance(raw, SourceError):
        raise raw
    if len(raw.data) > LARGEST:
        raise SourceError(str(path), f"larger than {LARGEST // 1000} kB")
    return parse(raw, format="markdown")[0]
