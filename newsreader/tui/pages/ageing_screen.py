"""Speculative tags that nobody looked at for longer than the desk allows, the oldest first.

Enter goes to the statement; ``=`` says that it was looked at and is speculative still, which is the
label put again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import ClassVar, NamedTuple, Protocol

from textual.binding import Binding, BindingType

from newsreader.config import Config
from newsreader.config.kinds import duration
from newsreader.errors import NewsreaderError
from newsreader.model.aged import Aged
from newsreader.model.event import LETTER, AnchorState, Label
from newsreader.tui.plain.clock import moment
from newsreader.tui.plain.marks import ALARM, mark_class
from newsreader.tui.plain.parts import Parts, cut, wrapped
from newsreader.tui.plain.safe import line
from newsreader.tui.widgets.choosing import ChoosingOverlay, ChoosingPage, Entry

MOST = 500
"""Tags that are shown; the oldest."""


class Aging(Protocol):
    """Finds speculative tags."""

    def __call__(self, before: datetime, *, mine: bool) -> Sequence[Aged]:
        """Those that were put before a moment, of the editor alone or of all, oldest first."""


class Waiting(NamedTuple):
    """What the list asks of whoever shows it."""

    aged: Aging
    """The tags as they are now, one more than :data:`MOST` where there are so many."""
    go: Callable[[Aged], None]
    """Goes to its statement."""
    again: Callable[[Aged], str]
    """Puts the label again; what came of it."""


class AgeingPage(ChoosingPage[Aged]):
    """The tags, each with its age, whose it is, and its words."""

    says = "j k, Enter goes there, = still so, m mine"

    def __init__(self, waiting: Waiting, editor: str, now: datetime, limit: timedelta) -> None:
        """Show what waits.

        Args:
            waiting: knows the tags.
            editor: who is "you".
            now: the present, aware.
            limit: of the desk.
        """
        super().__init__()
        self._waiting = waiting
        self._editor = editor
        self._now = now
        self._limit = limit
        self.mine = False
        """Whether only the editor's own are shown."""

    def entries(self, width: int) -> Iterator[Entry[Aged]]:
        """How many, then one after the other; the title where it is another story's."""
        found = self._waiting.aged(self._now - self._limit, mine=self.mine)
        shown = found[:MOST]
        many = f"{MOST}+" if len(found) > MOST else str(len(shown))
        whose = "only yours" if self.mine else "everybody's"
        said = f"{whose} · not looked at for more than {_told(self._limit)}"
        yield Entry(
            [[("head", cut(f"SPECULATIVE {many}", width))], *wrapped("dim", said, width), []]
        )
        if not shown:
            yield Entry([*wrapped("", "Nothing has been speculative for so long.", width)])
        story = 0
        for each in shown:
            if each.story != story:
                story = each.story
                yield Entry([[("strong", cut(line(each.title), width))]])
            yield Entry([*self._tag(each, width)], each)
            yield Entry([[]])

    def _tag(self, tag: Aged, width: int) -> Iterator[Parts]:
        who = "you" if tag.editor == self._editor else tag.editor
        label = Label.SPECULATIVE
        stale = tag.state is AnchorState.STALE
        changed: Parts = [("mark--alarm", f"{ALARM} words changed  ")] if stale else []
        head = line(f" {who} · {moment(tag.at, self._now)}")
        yield [*changed, (mark_class(label), LETTER[label]), ("dim", cut(head, max(1, width - 18)))]
        yield from wrapped("", tag.exact, width)


class AgeingScreen(ChoosingOverlay):
    """The list over the stories, or over one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mine", show=False),
        Binding("equals_sign", "again", show=False),
    ]

    def __init__(self, waiting: Waiting, editor: str, now: datetime, config: Config) -> None:
        """Show what waits.

        Args:
            waiting: knows the tags.
            editor: who is "you".
            now: the present, aware.
            config: says what is too long.
        """
        self._ageing = AgeingPage(waiting, editor, now, duration(config.speculative_limit))
        super().__init__(self._ageing)
        self._waiting = waiting
        self._editor = editor

    def action_mine(self) -> None:
        """Only the editor's own, or everybody's."""
        self._ageing.mine = not self._ageing.mine
        self._ageing.renew()

    def action_again(self) -> None:
        """Say of the chosen one that it is speculative still."""
        tag = self._ageing.chosen
        if tag is None:
            return
        if tag.editor != self._editor:
            self._ageing.tell(line(f"it is {tag.editor}'s: Enter goes there"))
        elif tag.state is AnchorState.STALE:
            self._ageing.tell("its words changed: Enter goes there")
        else:
            self._put(tag)

    def _put(self, tag: Aged) -> None:
        try:
            told = self._waiting.again(tag)
        except NewsreaderError as error:
            told = str(error)
        self._ageing.renew()
        self._ageing.tell(line(told))

    def action_go(self) -> None:
        """Close, and go to the chosen one."""
        tag = self._ageing.chosen
        self.dismiss()
        if tag is not None:
            self._waiting.go(tag)


def _told(limit: timedelta) -> str:
    """A time in words: ``24 h``, ``3 days``."""
    minutes = int(limit.total_seconds() // 60)
    if minutes % 60:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours // 24} days" if hours % 24 == 0 and hours > 24 else f"{hours} h"
