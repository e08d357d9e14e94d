"""The command line: arguments in, text or JSON out, by the contract in docs/commands.md."""

from __future__ import annotations

import gc
from collections.abc import Sequence

GARBAGE = 100_000
"""New objects between two looks for garbage (Python's own: 700). Loading code makes a hundred
thousand that stay; looking through them again and again took a tenth of the start."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status (docs/commands.md lists them all)."""
    gc.set_threshold(GARBAGE)
    from newsreader.cli import main  # noqa: PLC0415  -- after the threshold is set

    return main.run(arguments)
