"""Correcting update sections: what may be done where, and what is recorded.

Pure. A section is known by its head: its marker or, where it has none, its first statement.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from newsreader.errors import UsageError
from newsreader.library import OpenedStory
from newsreader.model.article import Span
from newsreader.model.event import Anchor, Draft, EventKind, new_group
from newsreader.model.statement import Statement, Update
from newsreader.splitting.moments.typed import Known, read_typed


def typed_update(opened: OpenedStory, update: int, text: str) -> Update:
    """An update with the time that was typed for it; nothing of it is assumed.

    Args:
        opened: the story.
        update: index of the update.
        text: as :func:`newsreader.splitting.moments.typed.read_typed` takes it.

    Raises:
        UsageError: it is no time.
    """
    section = _update(opened, update)
    try:
        moment = read_typed(text, _known(opened, update))
    except ValueError as error:
        raise UsageError(str(error)) from error
    return section._replace(time=moment.time, zone=moment.zone, assumed=())


def _known(opened: OpenedStory, update: int) -> Known:
    """What completes a time that is typed: the update's own, else its nearest neighbour's."""
    updates = opened.analysis.split.updates
    own = updates[update]
    if own.time is not None:
        return Known(own.time, own.zone)
    timed = [i for i, each in enumerate(updates) if each.time is not None]
    nearest = min(timed, key=lambda i: abs(i - update), default=None)
    if nearest is not None and (near := updates[nearest].time) is not None:
        return Known(zone=updates[nearest].zone, day=near.date())
    try:
        return Known(day=date.fromisoformat((opened.analysis.article.published or "")[:10]))
    except ValueError:
        return Known()


def retime_act(opened: OpenedStory, update: int, made: Update, editor: str) -> Draft:
    """The setting of an update's time, ready for :meth:`Library.record`.

    Args:
        opened: the story.
        update: index of the update.
        made: the update with its time, as :func:`typed_update` gives it.
        editor: who sets it.

    Raises:
        UsageError: there is no such update, or nothing in it that it could be known by.
    """
    time = made.time.isoformat() if made.time is not None else ""
    kind, uri, head = EventKind.RETIME, opened.story.uri, _head(opened, update)
    group, zone = new_group(), made.zone or ""
    return Draft(kind, editor, uri, head, group=group, time=time, zone=zone)


def split_act(opened: OpenedStory, n: int, editor: str) -> Draft:
    """The beginning of a new section with a statement, ready for :meth:`Library.record`.

    Raises:
        UsageError: there is no such statement, or no section can begin with it.
    """
    statements = opened.analysis.split.statements
    if not 1 <= n <= len(statements):
        raise UsageError(f"no statement {n}", f"there are {len(statements)}")
    this, before = statements[n - 1], statements[n - 2] if n > 1 else None
    if this.update is not None and (before is None or before.update != this.update):
        raise UsageError(f"an update begins with statement {n} already")
    if before is not None and before.block == this.block and not _headed(opened, this):
        raise UsageError(
            f"statement {n} stands inside its paragraph",
            "an update begins with the first statement of a paragraph",
        )
    anchor = _anchor(opened, (this.start, this.end))
    return Draft(EventKind.SPLIT, editor, opened.story.uri, anchor, group=new_group())


def merge_act(opened: OpenedStory, update: int, editor: str) -> Draft:
    """The merging of an update with what stands before it, ready for :meth:`Library.record`.

    Raises:
        UsageError: there is no such update, or nothing in it that it could be known by.
    """
    head = _head(opened, update)
    return Draft(EventKind.MERGE, editor, opened.story.uri, head, group=new_group())


def _update(opened: OpenedStory, update: int) -> Update:
    updates = opened.analysis.split.updates
    if not 0 <= update < len(updates):
        raise UsageError(f"no update {update + 1}", f"there are {len(updates)}")
    return updates[update]


def _headed(opened: OpenedStory, statement: Statement) -> bool:
    """Whether the splitter began a section with the statement."""
    given = opened.base.split.statements
    i = bisect_right(given, statement.start, key=lambda each: each.start) - 1
    if i < 0 or given[i].start != statement.start or given[i].update is None:
        return False
    return i == 0 or given[i - 1].update != given[i].update


def _head(opened: OpenedStory, update: int) -> Anchor:
    """What a section is known by.

    Raises:
        UsageError: there is no such section, or it has neither marker nor statement.
    """
    section = _update(opened, update)
    if section.marker_span is not None:
        return _anchor(opened, section.marker_span)
    statements = opened.analysis.split.statements
    first = next((each for each in statements if each.update == update), None)
    if first is None:
        raise UsageError(f"there is no statement in update {update + 1}")
    return _anchor(opened, (first.start, first.end))


def _anchor(opened: OpenedStory, span: Span) -> Anchor:
    text = opened.analysis.article.text
    return Anchor.of(opened.story.uri, opened.revision.hash, text, *span)
