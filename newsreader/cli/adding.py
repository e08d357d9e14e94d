"""Adding what was named before the program opens, each failure told."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from newsreader.cli.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsreader.library import Library


def add_all(library: Library, sources: Iterable[str], out: Output) -> list[int]:
    """Add the sources; the stories that they are, in order, each once."""
    from newsreader.cli.progress import counted  # noqa: PLC0415  -- only where it is used

    stories: dict[int, None] = {}
    for source in sources:
        for added in counted(library.add(told(source, out)), "adding"):
            if added.error is not None and not added.skipped:
                out.failed(added.error)
            elif added.story is not None:
                stories[added.story] = None
    return list(stories)


def told(source: str, out: Output) -> str:
    """``source``; somebody who waits for it to be fetched is told so."""
    if "://" in source and sys.stderr is not None and sys.stderr.isatty():
        out.talk(f"fetching {source} …")
    return source
