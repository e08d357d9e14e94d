"""Who speaks in a story: the door to an article's sources, for the session and the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.model.source import SourceKind, Sources
    from newsreader.model.statement import Analysis


def sources_of(analysis: Analysis) -> Sources:
    """The sources of an article with their statements, and the claims with one origin only."""
    from newsreader.sourcing.independence import sources_of as found  # noqa: PLC0415  (at use)

    return found(analysis)


def kind_of(who: str) -> SourceKind:
    """Whether a source is named, unnamed or collective, by its words."""
    from newsreader.sourcing.kinds import kind_of as found  # noqa: PLC0415  (at use)

    return found(who)


def goes_on(analysis: Analysis, n: int) -> str | None:
    """Who goes on speaking in statement ``n``, in a quotation that began before it; else None."""
    from newsreader.sourcing.continuing import goes_on as found  # noqa: PLC0415  (at use)

    return found(analysis, n)
