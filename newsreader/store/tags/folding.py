"""Folding: what the events of a story add up to.

Pure, in memory, no SQL: the same fold makes the tags on the screen, the projection kept beside
the events, and the proof of ``check --deep`` that both agree.

The rules:

* An act (tag, clear, note, evidence) belongs to the *slot* of one editor on one statement: the
  statement of the article shown whose exact words the act's anchor means, or, when those words
  are no longer there, the statement of the newest revision that had them (a slot without a
  number).
* Where words changed, an act belongs to the slot of the statement that they became, and is *stale*
  there: it counts only as long as nobody said anything of the words that stand there now.
* A tag that a rule kept on other words (``store/tags/keeping_by_rule.py``) counts on those, too.
* A slot's tag is its active acts applied in order. Clearing takes label, note and evidence away.
* Undo makes the events that it names inactive, redo active again. Nothing is ever removed.
* What one key press did (the events of one ``group``) is undone as one.
* Removing the story belongs to no slot (``store/tags/removals.py``).
* What shapes the article is nobody's tag; which statements and sections there are is given
  (``store/texts/shaping.py``), and here it is only part of their history and of what can be undone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsreader.model.event import Act, Event, EventKind, Label, Place, Tag
from newsreader.model.story import Progress
from newsreader.store.tags.adding_up import tag_of
from newsreader.store.tags.removals import Removals
from newsreader.store.tags.undoing import SHAPES, STEPS, Undoing, switched
from newsreader.store.texts.shaping import UNSHAPED, Shape

Placing = Callable[[str, int, int, str], Place]
"""``(article hash, start, end, exact words)`` → where they stand in the article shown."""

ACTS = frozenset({EventKind.TAG, EventKind.CLEAR, EventKind.NOTE, EventKind.EVIDENCE})


class Slot(NamedTuple):  # a tuple, because hashing it is most of folding
    """What one tag hangs on: an editor and a statement, or words that are gone."""

    editor: str
    n: int | None  # statement number in the article shown
    gone: str = ""  # when n is None: where the words last stood ("revision:number"), or the words


class TagBook:
    """The tags of one story on one article, as its events, applied in order, make them."""

    def __init__(
        self, place: Placing, events: Iterable[Event] = (), shape: Shape = UNSHAPED
    ) -> None:
        """Fold ``events``.

        Args:
            place: where words stand in the article shown.
            events: of the story, in the order of the log.
            shape: which statements and sections that article has, by what editors did.
        """
        self._place = place
        self.shape = shape
        self._events: list[Event] = []
        self._touched: dict[int, None] = {}
        self._reset()
        self._take_all(events)

    def _reset(self) -> None:
        self._events.clear()
        self._slots: dict[Slot, dict[str, Act]] = {}
        self._place_of: dict[str, Place] = {}  # event id → where its words stand
        self._counts: dict[str, Counter[Label]] = {}  # editor → tags by label
        self._tags: dict[Slot, Tag | None] = {}
        self._gone: dict[str, dict[Slot, None]] = {}  # editor → slots without a number, with a tag
        self._stale: dict[str, dict[int, None]] = {}  # editor → statements with a stale tag
        self._by_number: dict[int, list[Slot]] = {}
        self._slot_of: dict[str, Slot] = {}  # event id → slot
        self._shaping: dict[str, Act] = {}  # what shapes the article, by its id
        self._undoing: dict[str, Undoing] = {}
        self.removals = Removals()

    def apply(self, event: Event) -> tuple[Slot, ...]:
        """Add one event; returns the slots whose tag may have changed."""
        slots = self._take(event)
        for slot in slots:
            self._refold(slot)
        self._touched.update((slot.n, None) for slot in slots if slot.n is not None)
        return slots

    def take_touched(self) -> tuple[int, ...]:
        """The statements that were touched since this was asked last, by anyone."""
        touched = tuple(self._touched)
        self._touched.clear()
        return touched

    def _take_all(self, events: Iterable[Event]) -> None:
        """Add many events, and fold each slot once."""
        touched = {slot: None for event in events for slot in self._take(event)}
        for slot in touched:
            self._refold(slot)

    def _take(self, event: Event) -> tuple[Slot, ...]:
        """Put one event where it belongs, without folding."""
        self._events.append(event)
        undoing = self._undoing.get(event.editor) or self._begin(event.editor)
        if event.kind in STEPS:
            undoing.act(event)
            if event.kind not in SHAPES:
                return (self._act(event, event.editor),)
            self._shaping[event.id] = Act(event, active=True)
            return ()
        if event.kind is EventKind.CARRY:
            return ()  # what it says is in the places already
        if event.kind is EventKind.KEEP:
            of = self._slot_of.get(event.body["of"])
            return (self._act(event, of.editor),) if of is not None else ()
        if event.kind is EventKind.REMOVE:
            self.removals.take(event.id)
            return ()
        ids, redo = switched(event), event.kind is EventKind.REDO
        self.removals.switch(ids, on=redo)
        return self._switch(ids, active=redo) if undoing.shift(ids, redo=redo) else ()

    def _begin(self, editor: str) -> Undoing:
        undoing = self._undoing[editor] = Undoing()
        return undoing

    def forget(self, ids: Iterable[str]) -> None:
        """Take back events whose writing failed, as if they had never been applied."""
        dropped = set(ids)
        kept = [event for event in self._events if event.id not in dropped]
        self._reset()
        self._take_all(kept)

    def _act(self, event: Event, editor: str) -> Slot:
        body = event.body
        place = self._place(body["article"], body["start"], body["end"], body["exact"])
        slot = Slot(editor, place.n, _gone_key(place, body["exact"]))
        if slot not in self._slots:
            self._slots[slot] = {}
            if slot.n is not None:
                self._by_number.setdefault(slot.n, []).append(slot)
        self._slots[slot][event.id] = Act(event, active=True)
        self._place_of[event.id] = place
        self._slot_of[event.id] = slot
        return slot

    def _switch(self, ids: Iterable[str], *, active: bool) -> tuple[Slot, ...]:
        touched: dict[Slot, None] = {}
        for each in ids:
            slot = self._slot_of.get(each)
            if slot is not None:
                self._slots[slot][each] = Act(self._slots[slot][each].event, active=active)
                touched[slot] = None
            elif each in self._shaping:
                self._shaping[each] = Act(self._shaping[each].event, active=active)
        return tuple(touched)

    def shapes(self, event: Event) -> bool:
        """Whether an event, applied or to come, changes which statements or sections there are."""
        if event.kind in SHAPES:
            return True
        return any(each in self._shaping for each in switched(event))

    def shaping(self, ids: Iterable[str]) -> tuple[Event, ...]:
        """Those of the events with these ids that change statements or sections."""
        return tuple(self._shaping[each].event for each in ids if each in self._shaping)

    @property
    def events(self) -> Sequence[Event]:
        """All events in the book, in the order in which they were applied."""
        return self._events

    def _refold(self, slot: Slot) -> None:
        """Fold the slot anew and keep the counts in step."""
        before = self._tags.get(slot)
        after = tag_of(slot.editor, slot.n, self._slots[slot].values(), self._place_of)
        self._tags[slot] = after
        if slot.n is not None:
            counts = self._counts.setdefault(slot.editor, Counter())
            if before is not None and before.label is not None and before.stands:
                counts[before.label] -= 1
            if after is not None and after.label is not None and after.stands:
                counts[after.label] += 1
            self._note_stale(slot, stale=after is not None and not after.stands)
        elif after is not None:
            self._gone.setdefault(slot.editor, {})[slot] = None
        else:
            self._gone.get(slot.editor, {}).pop(slot, None)

    def _note_stale(self, slot: Slot, *, stale: bool) -> None:
        """Keep step of what waits to be looked at again."""
        waiting = self._stale.setdefault(slot.editor, {})
        if stale and slot.n is not None:
            waiting[slot.n] = None
        elif slot.n is not None:
            waiting.pop(slot.n, None)

    def stale(self, editor: str) -> tuple[int, ...]:
        """The statements whose words changed under the editor's tags, in reading order."""
        return tuple(sorted(self._stale.get(editor, ())))

    def tag_in(self, slot: Slot) -> Tag | None:
        """The tag that the slot's acts add up to, if any."""
        return self._tags.get(slot)

    def slots(self) -> Iterator[tuple[Slot, Tag]]:
        """Every slot that holds a tag."""
        return ((slot, tag) for slot, tag in self._tags.items() if tag is not None)

    def own(self, n: int, editor: str) -> Tag | None:
        """The editor's own tag on statement ``n``."""
        return self._tags.get(Slot(editor, n))

    def tags(self, n: int) -> tuple[Tag, ...]:
        """All editors' tags on statement ``n``, in the order of their first act."""
        found = (self._tags[slot] for slot in self._by_number.get(n, ()))
        return tuple(tag for tag in found if tag is not None)

    def gone(self, editor: str | None = None) -> tuple[Tag, ...]:
        """The tags, of one editor or of all, whose words are not in the article shown."""
        editors = self._gone if editor is None else (editor,)
        found = (self._tags[slot] for each in editors for slot in self._gone.get(each, ()))
        return tuple(tag for tag in found if tag is not None)

    def count_gone(self, editor: str) -> int:
        """How many tags of the editor :meth:`gone` gives."""
        return len(self._gone.get(editor, ()))

    def history(self, n: int) -> tuple[Act, ...]:
        """All that was done on statement ``n``, by anyone, oldest first."""
        acts = [act for slot in self._by_number.get(n, ()) for act in self._slots[slot].values()]
        acts += self.shape.of(n)
        return tuple(sorted(acts, key=lambda act: act.event.hlc))

    def act(self, id_: str) -> Act | None:
        """An act on a statement by its event's id, and whether it still counts."""
        slot = self._slot_of.get(id_)
        return None if slot is None else self._slots[slot][id_]

    def undoable(self, editor: str) -> tuple[str, ...]:
        """The events of the editor's last action that still counts; empty when there is none."""
        undoing = self._undoing.get(editor)
        return undoing.done[-1] if undoing and undoing.done else ()

    def redoable(self, editor: str) -> tuple[str, ...]:
        """The events of the editor's last undone action; empty when there is none."""
        undoing = self._undoing.get(editor)
        return undoing.undone[-1] if undoing and undoing.undone else ()

    def follow(self, old: TagBook) -> None:
        """Take the place of ``old``: what is not as it was there counts as touched."""
        numbers = sorted(self._by_number.keys() | old._by_number.keys())
        changed = [n for n in numbers if self.history(n) != old.history(n)]
        self._touched = dict.fromkeys((*old._touched, *changed))

    def numbers(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The statements that the named events were about, as far as they are shown."""
        slots = (self._slot_of.get(each) for each in ids)
        return tuple(slot.n for slot in slots if slot is not None and slot.n is not None)

    def progress(self, editor: str, total: int, numbers: range | None = None) -> Progress:
        """How many of ``total`` statements (those in ``numbers``, or all) the editor tagged."""
        counts = self._counts.get(editor, Counter())
        if numbers is not None:
            own = (self.own(n, editor) for n in numbers)
            counts = Counter(tag.label for tag in own if tag and tag.label and tag.stands)
        return Progress(
            total,
            confirmed=counts[Label.CONFIRMED],
            speculative=counts[Label.SPECULATIVE],
            opinion=counts[Label.OPINION],
        )


def _gone_key(place: Place, words: str) -> str:
    """What a slot without a number is known by."""
    if place.n is not None:
        return ""
    if place.last_span is not None:
        return f"{place.last_revision}:{place.last_span[0]}-{place.last_span[1]}"
    return f"{place.last_revision}:{place.last_n}" if place.last_revision else words
