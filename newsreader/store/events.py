r"""The log of what editors did: append-only, and each event sealed into the next.

The seal, so that others can verify it: an event's ``hash`` is the SHA-256, in lower-case
hexadecimal, of the ASCII bytes of ::

    {"at":…,"body":…,"device":…,"editor":…,"hlc":…,"id":…,"kind":…,"prev":…,"seq":…}

JSON with sorted keys (in ``body``, too), separators ``,`` and ``:`` without white space, and
every character beyond ASCII as ``\uXXXX`` in lower case (Python's ``json.dumps`` with
``sort_keys=True, separators=(",", ":"), ensure_ascii=True``). ``prev`` is the hash of the same
device's event before, ``""`` for its first; ``seq`` counts a device's events from 1.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from newsreader.model.event import Draft, Event, EventKind
from newsreader.store.stamps import tick, timestamp, uuid7
from newsreader.store.stories import storable

ACK_VARIABLE = "NEWSREADER_ACK"
"""Names the file that the ids of committed events are appended to, for fault tests."""

_KINDS = {kind.value: kind for kind in EventKind}  # faster than EventKind(value)
_COLUMNS = "id, device, seq, prev, hash, hlc, editor, kind, at, body"


def canonical(value: Mapping[str, Any]) -> str:
    """The one way in which a value is written as JSON here."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def seal(event: Event) -> str:
    """The hash that ``event`` must have."""
    content = {
        "at": event.at,
        "body": event.body,
        "device": event.device,
        "editor": event.editor,
        "hlc": event.hlc,
        "id": event.id,
        "kind": event.kind.value,
        "prev": event.prev,
        "seq": event.seq,
    }
    return hashlib.sha256(canonical(content).encode("ascii")).hexdigest()


def append(
    connection: sqlite3.Connection, drafts: Sequence[Draft], moment: datetime
) -> tuple[Event, ...]:
    """Add events to the log, within the caller's write transaction.

    Args:
        connection: with a write transaction open.
        drafts: what was done, in order.
        moment: when; with its zone.

    Returns:
        The events with the place that they got.
    """
    device = connection.execute("SELECT value FROM meta WHERE key = 'device'").fetchone()[0]
    last = connection.execute(
        "SELECT seq, hash FROM event WHERE device = ? ORDER BY seq DESC LIMIT 1", (device,)
    ).fetchone()
    clock = connection.execute("SELECT hlc FROM event ORDER BY rowid DESC LIMIT 1").fetchone()
    seq, prev = last or (0, "")
    tail = _Tail(device, seq, prev, clock[0] if clock else "")
    appended = []
    for draft in drafts:
        event = _event(draft, tail, moment)
        connection.execute(
            f"INSERT INTO event ({_COLUMNS}, story) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*_row(event), event.body["story"]),
        )
        appended.append(event)
        tail = _Tail(device, event.seq, event.hash, event.hlc)
    return tuple(appended)


class _Tail(NamedTuple):
    """Where the log ends: what the next event follows."""

    device: str
    seq: int
    hash: str
    hlc: str


def _event(draft: Draft, tail: _Tail, moment: datetime) -> Event:
    """The draft as the event that follows ``tail``, sealed."""
    ms, count, hlc = tick(tail.hlc, moment, tail.device)
    unsealed = Event(
        id=uuid7(ms, count),
        device=tail.device,
        seq=tail.seq + 1,
        prev=tail.hash,
        hash="",
        hlc=hlc,
        editor=storable(draft.editor),
        kind=draft.kind,
        at=timestamp(moment),
        body={
            key: storable(value) if isinstance(value, str) else value
            for key, value in draft.body().items()
        },
    )
    return _with_hash(unsealed, seal(unsealed))


def _with_hash(event: Event, hash_: str) -> Event:
    return Event(
        event.id, event.device, event.seq, event.prev, hash_, event.hlc, event.editor,
        event.kind, event.at, event.body,
    )  # fmt: skip


def _row(event: Event) -> tuple[Any, ...]:
    return (
        event.id, event.device, event.seq, event.prev, event.hash, event.hlc, event.editor,
        event.kind.value, event.at, canonical(event.body),
    )  # fmt: skip


def of_story(connection: sqlite3.Connection, story: str, after: int = 0) -> tuple[list[Event], int]:
    """The events of the story with that URI that were appended after row ``after``.

    Returns:
        The events in the order of the log, and the row of the last one (``after`` if none).
    """
    rows = connection.execute(
        f"SELECT {_COLUMNS}, rowid FROM event WHERE story = ? AND rowid > ? ORDER BY rowid",
        (story, after),
    ).fetchall()
    return [from_row(row) for row in rows], rows[-1][-1] if rows else after


def last_row(connection: sqlite3.Connection) -> int:
    """The row of the log's last event, 0 when there is none."""
    return int(connection.execute("SELECT max(rowid) FROM event").fetchone()[0] or 0)


def page(
    connection: sqlite3.Connection, after: tuple[str, int], limit: int
) -> list[tuple[Any, ...]]:
    """Rows of the log with their story, by device and seq, from after that place on."""
    return connection.execute(
        f"SELECT {_COLUMNS}, story FROM event WHERE (device, seq) > (?, ?) "
        "ORDER BY device, seq LIMIT ?",
        (*after, limit),
    ).fetchall()


def from_row(row: tuple[Any, ...]) -> Event:
    """The event in a row of the log.

    Raises:
        ValueError, LookupError: the row is damaged.
    """
    id_, device, seq, prev, hash_, hlc, editor, kind, at, body = row[:10]
    return Event(id_, device, seq, prev, hash_, hlc, editor, _KINDS[kind], at, json.loads(body))


def acknowledge(events: Iterable[Event]) -> None:
    """Append the ids of committed events to the file that ``NEWSREADER_ACK`` names.

    A file that cannot be written is passed over in silence: the events are safe, and only a
    test misses the line.
    """
    path = os.environ.get(ACK_VARIABLE)
    if not path:
        return
    lines = "".join(f"{event.id}\n" for event in events)
    try:
        with open(path, "a", encoding="ascii") as file:  # noqa: PTH123  (as it was named)
            file.write(lines)
    except (OSError, ValueError):
        return
