"""The editor's tags whose words are no longer in the text: the words, the tag, note and time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from newsreader.model.event import LETTER, Tag
from newsreader.tui.plain.clock import moment
from newsreader.tui.plain.marks import OPEN, mark_class
from newsreader.tui.plain.parts import Parts, wrapped
from newsreader.tui.widgets.overlay import Overlay, Page


class LeftBehindPage(Page):
    """The tags, one after the other."""

    def __init__(self, tags: Sequence[Tag], now: datetime, shown: int) -> None:
        super().__init__()
        self._tags = tags
        self._now = now
        self._shown = shown

    def rows(self, width: int) -> list[Parts]:
        """All that is known of each tag."""
        said: list[Parts] = [[("head", "TAGS LEFT BEHIND")], []]
        said += wrapped("dim", "You put them on words that are no statement any more.", width)
        for tag in self._tags:
            said += [[], *self._tag(tag, width)]
        return said

    def _tag(self, tag: Tag, width: int) -> Iterator[Parts]:
        letter = LETTER[tag.label] if tag.label is not None else OPEN
        name = tag.label.value if tag.label is not None else "no label"
        yield [(mark_class(tag.label), f"{letter} "), ("strong", name)]
        when = moment(tag.at, self._now)
        last = f" · last in revision {tag.last_revision}" if tag.last_revision else ""
        if tag.last_revision == self._shown:
            last = " · cut or joined since"
        yield from wrapped("dim", f"{when}{last}", width - 2, head="  ")
        yield from wrapped("", tag.exact, width - 2, head="  ")
        for what, text in (("note", tag.note), ("evidence", tag.evidence)):
            if text:
                yield from wrapped("", text, width - 2, head=f"  {what} ")


class LeftBehindScreen(Overlay):
    """The tags left behind over the story."""

    def __init__(self, tags: Sequence[Tag], now: datetime, shown: int) -> None:
        """Show ``tags``; ``now`` is what "ago" counts from, ``shown`` the revision shown."""
        super().__init__(LeftBehindPage(tags, now, shown))
