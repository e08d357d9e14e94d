"""A tag as it leaves the library: one row, the same columns in every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from newsreader.model.event import Tag
from newsreader.model.statement import Attribution
from newsreader.model.story import Story


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One editor's tag, with the words that it was put on; offsets in code points."""

    story: str  # the story's URI
    title: str  # the story's
    revision: int | None  # the one that the tag was put on, None when it is not in the library
    statement: int | None  # number in the newest revision, None when its words are gone
    editor: str
    label: str | None  # None when only a note or evidence was left
    at: str  # UTC, ISO 8601
    note: str | None
    evidence: str | None
    state: str  # current, moved, stale, gone
    text: str  # the exact words
    start: int
    end: int
    article: str  # SHA-256 of the article that it was put on
    event: str  # id of the event that made it
    update_time: str | None  # when the statement's update was published, ISO 8601
    origin: str | None  # who says it, as far as the article tells; several joined by "; "
    relay: str | None  # who passed that on

    @classmethod
    def of(
        cls,
        story: Story,
        tag: Tag,
        *,
        revision: int | None,
        attributions: Sequence[Attribution],
        update_time: datetime | None,
    ) -> Self:
        """The row of one tag, with what the article says of its statement."""
        return cls(
            story=story.uri,
            title=story.title,
            revision=revision,
            statement=tag.n,
            editor=tag.editor,
            label=tag.label.value if tag.label else None,
            at=tag.at,
            note=tag.note,
            evidence=tag.evidence,
            state=tag.state.value,
            text=tag.exact,
            start=tag.start,
            end=tag.end,
            article=tag.article,
            event=tag.event,
            update_time=update_time.isoformat() if update_time else None,
            origin=_joined(each.origin for each in attributions),
            relay=_joined(each.relay for each in attributions),
        )


def _joined(names: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(name for name in names if name)) or None
