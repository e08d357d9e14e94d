"""What became of the articles that were added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from newsreader.errors import SkippedError, SourceError
from newsreader.store import adding
from newsreader.store.adding import Addition


class Added(NamedTuple):
    """What became of one article of a source."""

    source: str
    status: Literal["added", "revised", "unchanged", "failed"]
    story: int | None = None
    revision: int | None = None
    title: str | None = None
    statements: int = 0
    updates: int = 0
    carried: Mapping[str, int] = adding.carried(())
    error: str | None = None  # what is wrong, when it failed; with its source, one line
    uri: str | None = None
    skipped: bool = False  # nothing failed: the source is none that we read, and was passed over


def added(source: str, addition: Addition) -> Added:
    """What became of an article that was read from ``source`` and stored."""
    return Added(
        source, addition.status, addition.story, addition.revision, addition.title,
        addition.statements, addition.updates, addition.carried, uri=addition.uri,
    )  # fmt: skip


def failed(error: SourceError) -> Added:
    """What became of a source that could not be read, or was passed over."""
    return Added(error.source, "failed", error=str(error), skipped=isinstance(error, SkippedError))
