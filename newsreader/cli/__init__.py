"""The command line: arguments in, text or JSON out, by the contract in docs/commands.md."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

GARBAGE = 100_000
"""New objects between two looks for garbage (Python's own: 700). Loading code makes a hundred
thousand that stay; looking through them again and again took a tenth of the start."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status (docs/commands.md lists them all)."""
    gc.set_threshold(GARBAGE)
    from newsreader.cli.starting import plain_start  # noqa: PLC0415  -- after the threshold is set

    asked = plain_start(sys.argv[1:] if arguments is None else arguments, os.environ)
    if asked is not None:
        from newsreader.cli.ending import ended  # noqa: PLC0415
        from newsreader.cli.opening import open_program  # noqa: PLC0415

        return ended(lambda: open_program(*asked))
    from newsreader.cli import main  # noqa: PLC0415  -- loads click and all commands

    return main.run(arguments)
