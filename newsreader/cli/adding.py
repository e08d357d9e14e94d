"""Adding what was named before the program opens, each failure told."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from newsreader.cli.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsreader.library import Library
    from newsreader.library.accession.background import Background


def add_all(library: Library, sources: Sequence[str], out: Output) -> list[int]:
    """Add the sources; the stories that they are, in order, each once."""
    from newsreader.cli.progress import watched  # noqa: PLC0415  -- only where it is used

    stories: dict[int, None] = {}
    results = library.add_loaded(library.load_all(told(source, out) for source in sources))
    for added in watched(results, lambda: how_many(sources)):
        if added.error is not None and not added.skipped:
            out.failed(added.error)
        elif added.story is not None:
            stories[added.story] = None
    return list(stories)


def in_background(library: Library, sources: Sequence[str]) -> Background | None:
    """What adds the sources while the program is used; None where a handful is added before it."""
    from newsreader.library.accession.background import Background  # noqa: PLC0415  -- only with sources
    from newsreader.library.accession.intake import HANDFUL  # noqa: PLC0415
    from newsreader.reading.sources import how_many as files  # noqa: PLC0415

    counts = [files(source, HANDFUL + 1) for source in sources]
    if None in counts or sum(count or 0 for count in counts) <= HANDFUL:
        return None
    return Background(library, sources)


def how_many(sources: Sequence[str]) -> int | None:
    """How many files the sources name; None where that cannot be told."""
    from newsreader.reading.sources import how_many as files  # noqa: PLC0415  -- likewise

    counts = [files(source) for source in sources]
    return None if None in counts else sum(count or 0 for count in counts)


def told(source: str, out: Output) -> str:
    """``source``; somebody who waits for it to be fetched is told so."""
    if "://" in source and sys.stderr is not None and sys.stderr.isatty():
        out.talk(f"fetching {source} …")
    return source
