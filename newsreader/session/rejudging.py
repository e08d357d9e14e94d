"""The queue of an editor's tags whose words changed: led through, decided on, put off.

Such a tag says nothing any more until the editor looks at it again, so these come before what is
merely open. Who was led to one and decides is led to the next, and back to where the reading was
when the last is decided: a revised story costs one key for each changed statement, and no other.

Must stay true: being led decides nothing, and what is put off is only put last.
"""

from __future__ import annotations

from newsreader.library import OpenedStory
from newsreader.model.article import Span
from newsreader.model.event import Tag
from newsreader.model.statement import Analysis
from newsreader.session.walking import Walking


class Rejudging(Walking):
    """A cursor that leads through the tags whose words changed."""

    _led = 0  # the statement that it led to; 0 once something else is done
    _reading = 0  # the statement at which the editor was led away

    def __init__(self, opened: OpenedStory, editor: str) -> None:
        """Begin at the first statement of ``opened``; ``editor`` says whose tags count."""
        self._later: dict[str, None] = {}  # events of the tags put off, in that order
        super().__init__(opened, editor)

    def show(self, analysis: Analysis, n: int) -> None:
        """Go to statement ``n`` of another article; nobody was led there."""
        self._led = self._reading = 0
        super().show(analysis, n)

    def stale_tag(self, n: int) -> Tag | None:
        """The editor's tag on statement ``n``, if its words changed since and a label is there."""
        own = self.opened.book.own(n, self.editor) if n else None
        return own if own is not None and own.label is not None and not own.stands else None

    def stale(self) -> tuple[int, ...]:
        """The statements whose words changed under the editor's labels, in reading order."""
        found = self.opened.book.stale(self.editor)
        return tuple(n for n in found if self.stale_tag(n) is not None)

    def said_before(self, n: int) -> str:
        """What statement ``n`` said when the editor tagged it; "" where it says the same."""
        tag = self.stale_tag(n)
        return tag.exact if tag is not None else ""

    @property
    def came(self) -> tuple[Span, ...]:
        """Where in the text words stand that came into the current statement."""
        was = self.said_before(self.n)
        if not was or self.statement is None:
            return ()
        at, found = self.statement.start, list[Span]()
        for sign, text in self.change(self.n, was).diff:
            if sign == "+" and (core := text.strip()):
                start = at + text.index(core)
                found.append((start, start + len(core)))
            at += len(text) if sign != "-" else 0
        return tuple(found)

    def tagged_on(self, tag: Tag) -> str:
        """Which revision had the words that a stale tag was put on, as ``r2``; "" for others."""
        if tag.stands:
            return ""
        found = [each.n for each in self.opened.revisions if each.hash == tag.article]
        return f"r{found[-1]}" if found else ""

    def move_next(self, by: int) -> bool:
        """Move to what is to be done next (1), or before that (-1), or so many on.

        That is a tag whose words changed, wherever it stands; where none waits, an open statement
        further on, and round the end; where none is left, what was put off.
        """
        waiting, later = self._waiting(by)
        if waiting:
            return self._lead(waiting[min(abs(by), len(waiting)) - 1])
        if self.move_open(by) or self._round(by):
            return True
        return bool(later) and self._lead(later[min(abs(by), len(later)) - 1])

    def _round(self, by: int) -> bool:
        """Move to the first open statement from the other end."""
        passed = range(1, self.n) if by > 0 else range(len(self.statements), self.n, -1)
        there = next(filter(self._is_open, passed), 0)
        return bool(there) and self.go(there)

    def put_off(self) -> bool:
        """Put the current statement last, and go to the next one; False where there is no other."""
        tag = self.stale_tag(self.n)
        if tag is None:
            return False
        self._later.pop(tag.event, None)
        self._later[tag.event] = None
        return self._lead_on()

    def _lead_on(self) -> bool:
        """Lead to the next of the queue, those put off being last; False where there is none."""
        waiting, later = self._waiting(1)
        queue = [*waiting, *later]
        return bool(queue) and self._lead(queue[0])

    def _lead(self, n: int) -> bool:
        if not self._led or self._led != self.n:
            self._reading = self.n
        self._led = n
        return self.go(n)

    def _led_here(self) -> bool:
        """Whether the editor was led to the current statement, and did nothing else since."""
        return bool(self._led) and self._led == self.n

    def _lead_back(self) -> None:
        """The queue is done: go back to where the editor was led away."""
        back, self._led, self._reading = self._reading, 0, 0
        if back:
            self.go(back)

    def _waiting(self, by: int) -> tuple[list[int], list[int]]:
        """What waits, from the current statement on and round the end; and what was put off."""
        others = [n for n in self.stale() if n != self.n]
        turned = [n for n in others if n > self.n] + [n for n in others if n < self.n]
        order = {event: i for i, event in enumerate(self._later)}
        waiting = [n for n in turned if not self._is_later(n)]
        later = sorted((n for n in turned if self._is_later(n)), key=lambda n: order[self._put(n)])
        return (waiting[::-1], later[::-1]) if by < 0 else (waiting, later)

    def _put(self, n: int) -> str:
        tag = self.stale_tag(n)
        return tag.event if tag is not None else ""

    def _is_later(self, n: int) -> bool:
        return self._put(n) in self._later

    def _is_open(self, n: int) -> bool:
        return super()._is_open(n) and not self._is_later(n)
