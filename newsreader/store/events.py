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

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from newsreader.model.event import Draft, Event, EventKind, Label
from newsreader.store.file.stamps import tick, timestamp, uuid7
from newsreader.store.file.translating import broken
from newsreader.store.texts.ready import storable

ACK_VARIABLE = "NEWSREADER_ACK"
"""Names the file that the ids of committed events are appended to, for fault tests."""

_KINDS = {kind.value: kind for kind in EventKind}  # faster than EventKind(value)
_ANCHOR = {"article": str, "start": int, "end": int, "exact": str}
_NEEDED: dict[EventKind, dict[str, type]] = {
    EventKind.TAG: {**_ANCHOR, "label": str},
    EventKind.CLEAR: _ANCHOR,
    EventKind.NOTE: {**_ANCHOR, "note": str},
    EventKind.EVIDENCE: {**_ANCHOR, "evidence": str},
    EventKind.CUT: {**_ANCHOR, "at": int},
    EventKind.JOIN: _ANCHOR,
    EventKind.RETIME: {**_ANCHOR, "time": str, "zone": str},
    EventKind.SPLIT: _ANCHOR,
    EventKind.MERGE: _ANCHOR,
    EventKind.UNDO: {"events": list},
    EventKind.REDO: {"events": list},
    EventKind.CARRY: {"article": str, "before": str},
    EventKind.KEEP: {**_ANCHOR, "of": str, "rule": str},
    EventKind.REMOVE: {},
}
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True)
_DECODER = json.JSONDecoder()  # bodies are as canonical() wrote them: no space around
_COLUMNS = "id, device, seq, prev, hash, hlc, editor, kind, at, body"
_INSERT = f"INSERT INTO event ({_COLUMNS}, story) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def canonical(value: Mapping[str, Any] | str) -> str:
    """The one way in which a value is written as JSON here."""
    return _ENCODER.encode(value)


def seal(event: Event) -> str:
    """The hash that ``event`` must have."""
    return _seal(event, canonical(event.body))


def _seal(event: Event, body: str) -> str:
    """Likewise, with the body as it is written; a key press need not write it twice."""
    rest = canonical(
        {
            "device": event.device,
            "editor": event.editor,
            "hlc": event.hlc,
            "id": event.id,
            "kind": event.kind.value,
            "prev": event.prev,
            "seq": event.seq,
        }
    )
    content = f'{{"at":{canonical(event.at)},"body":{body},{rest[1:]}'  # in the order of the keys
    import hashlib  # noqa: PLC0415  -- not before the first frame

    return hashlib.sha256(content.encode("ascii")).hexdigest()


class Tail(NamedTuple):
    """Where the log ends: what the next event follows."""

    device: str  # whose event it will be
    seq: int  # of the device's last event, 0 for none
    hash: str  # likewise, "" for none
    hlc: str  # of the log's last event, of any device
    row: int  # likewise, 0 for none


def tail(connection: sqlite3.Connection, device: str) -> Tail:
    """Where the log ends for the next event of ``device``."""
    last = connection.execute(
        "SELECT device, seq, hash, hlc, rowid FROM event ORDER BY rowid DESC LIMIT 1"
    ).fetchone()
    if last is None:
        return Tail(device, 0, "", "", 0)
    if last[0] == device:
        return Tail(*last)
    own = connection.execute(
        "SELECT seq, hash FROM event WHERE device = ? ORDER BY seq DESC LIMIT 1", (device,)
    ).fetchone()
    return Tail(device, *(own or (0, "")), *last[3:])


def append(
    connection: sqlite3.Connection, tail: Tail, drafts: Sequence[Draft], moment: datetime
) -> tuple[tuple[Event, ...], int]:
    """Add events to the log, within the caller's write transaction.

    Args:
        connection: with a write transaction open.
        tail: where the log ends in this transaction.
        drafts: what was done, in order.
        moment: when; with its zone.

    Returns:
        The events with the place that they got, and the row of the last one.
    """
    appended = []
    for draft in drafts:
        event, body = _event(draft, tail, moment)
        row = connection.execute(_INSERT, _row(event, body)).lastrowid
        assert row is not None
        appended.append(event)
        tail = Tail(tail.device, event.seq, event.hash, event.hlc, row)
    return tuple(appended), tail.row


def append_here(
    connection: sqlite3.Connection, drafts: Sequence[Draft], moment: datetime
) -> tuple[Event, ...]:
    """Add events of the library's own device to the log, within the caller's write transaction.

    Args:
        connection: with a write transaction open.
        drafts: what was done, in order.
        moment: when; with its zone.
    """
    if not drafts:
        return ()
    device = connection.execute("SELECT value FROM meta WHERE key = 'device'").fetchone()[0]
    return append(connection, tail(connection, device), drafts, moment)[0]


def _event(draft: Draft, tail: Tail, moment: datetime) -> tuple[Event, str]:
    """The draft as the event that follows ``tail``, sealed, and its body as it is written."""
    try:
        ms, count, hlc = tick(tail.hlc, moment, tail.device)
    except ValueError as error:
        raise broken("the clock of the last event cannot be understood") from error
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
    body = canonical(unsealed.body)
    return _with_hash(unsealed, _seal(unsealed, body)), body


def _with_hash(event: Event, hash_: str) -> Event:
    return Event(
        event.id, event.device, event.seq, event.prev, hash_, event.hlc, event.editor,
        event.kind, event.at, event.body,
    )  # fmt: skip


def _row(event: Event, body: str) -> tuple[Any, ...]:
    return (
        event.id, event.device, event.seq, event.prev, event.hash, event.hlc, event.editor,
        event.kind.value, event.at, body, event.body["story"],
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


def any_of(connection: sqlite3.Connection, story: str, kinds: Iterable[EventKind]) -> bool:
    """Whether anything of these kinds was ever done in the story with that URI."""
    names = [kind.value for kind in kinds]
    row = connection.execute(
        f"SELECT 1 FROM event WHERE story = ? AND kind IN ({', '.join('?' * len(names))}) LIMIT 1",
        (story, *names),
    ).fetchone()
    return row is not None


def last_row(connection: sqlite3.Connection) -> int:
    """The row of the log's last event, 0 when there is none."""
    return int(connection.execute("SELECT max(rowid) FROM event").fetchone()[0] or 0)


def id_at(connection: sqlite3.Connection, row: int) -> str | None:
    """The id of the event in that row of the log, None when there is none."""
    found = connection.execute("SELECT id FROM event WHERE rowid = ?", (row,)).fetchone()
    return None if found is None else str(found[0])


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
        ValueError, LookupError, TypeError: the row is damaged.
    """
    id_, device, seq, prev, hash_, hlc, editor, kind, at, body = row[:10]
    texts = (id_, device, prev, hash_, hlc, editor, at)
    "".join(texts)  # the quickest way to see that all are
    if type(seq) is not int:
        raise ValueError("the number is none")
    known = _KINDS[kind]
    return Event(id_, device, seq, prev, hash_, hlc, editor, known, at, _body(known, body))


def _body(kind: EventKind, text: str) -> Mapping[str, Any]:
    """The body with all that folding needs, so that nothing later stumbles over damage."""
    body, end = _DECODER.raw_decode(text)
    if end != len(text):
        raise ValueError("the body does not end where it should")
    if not isinstance(body, dict):
        raise ValueError("the body is no object")  # noqa: TRY004  -- damage, not misuse
    for name, types in _NEEDED[kind].items():
        if not isinstance(body[name], types):
            raise ValueError(f"{name} is not what it must be")  # noqa: TRY004
    if kind is EventKind.TAG:
        Label(body["label"])
    if kind is EventKind.RETIME and body["time"]:
        datetime.fromisoformat(body["time"])
    return body


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
