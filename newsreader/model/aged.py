"""A speculative tag that waits to be resolved, as the list of such tags shows it."""

from __future__ import annotations

from typing import NamedTuple

from newsreader.model.event import AnchorState


class Aged(NamedTuple):
    """A tag that has been speculative for a while."""

    story: int  # the story's number
    title: str  # the story's
    editor: str
    at: str  # since when: when the label was put, or put again; UTC, ISO 8601
    exact: str  # the words that it was put on
    state: AnchorState  # current, moved or stale
    event: str  # id of the event that put the label
    n: int  # number of the statement in the newest revision
