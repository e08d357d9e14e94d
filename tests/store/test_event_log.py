import hashlib
import json
import sqlite3

import pytest

from newsreader.errors import WriteError
from newsreader.model.event import Label
from newsreader.store import events
from newsreader.store.file.database import Database


@pytest.fixture
def opened(library, article):
    library.add_analysis(article("urn:desk:depot", ["Smoke rose.", "Nobody knows why."]))
    return library.open(1)


def rows(library):
    return events.page(library._database.connection, ("", 0), 100)


def test_events_are_numbered_and_chained(library, opened, act):
    first, second = library.record(opened, [act(opened, 1), act(opened, 2, Label.OPINION)])
    (third,) = library.record(opened, [act(opened, 1, None)])
    assert [each.seq for each in (first, second, third)] == [1, 2, 3]
    assert first.prev == ""
    assert (second.prev, third.prev) == (first.hash, second.hash)
    assert first.id < second.id < third.id
    assert first.hlc < second.hlc < third.hlc
    assert [events.from_row(row) for row in rows(library)] == [first, second, third]


def test_the_seal_can_be_verified_by_its_description(library, opened, act):
    (event,) = library.record(opened, [act(opened, 1, note="“quoted” – ok")])
    content = {
        name: getattr(event, name)
        for name in ("at", "device", "editor", "hlc", "id", "prev", "seq", "kind")
    } | {"body": dict(event.body)}
    line = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    assert hashlib.sha256(line.encode("ascii")).hexdigest() == event.hash


def test_the_body_alone_says_which_words_were_meant(library, opened, act):
    (event,) = library.record(opened, [act(opened, 2)])
    assert event.body == {
        "story": "urn:desk:depot",
        "article": opened.revision.hash,
        "start": 12,
        "end": 29,
        "exact": "Nobody knows why.",
        "prefix": "Smoke rose.\n",
        "suffix": "",
        "label": "confirmed",
    }


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET editor = 'eve'",
        "DELETE FROM event",
        "REPLACE INTO event SELECT * FROM event",
    ],
)
def test_history_cannot_be_rewritten(library, opened, act, statement):
    library.record(opened, [act(opened, 1)])
    with pytest.raises(sqlite3.IntegrityError, match="only ever appended"):
        library._database.connection.execute(statement)
    assert len(rows(library)) == 1


def test_ids_are_acknowledged_after_the_commit(library, opened, act, tmp_path, monkeypatch):
    acks = tmp_path / "acks"
    monkeypatch.setenv("NEWSREADER_ACK", str(acks))
    first, second = library.record(opened, [act(opened, 1), act(opened, 2)])
    (third,) = library.record(opened, [act(opened, 1)])
    assert acks.read_text() == f"{first.id}\n{second.id}\n{third.id}\n"


def test_nothing_is_acknowledged_that_was_not_written(
    library, opened, act, path, tmp_path, monkeypatch
):
    acks = tmp_path / "acks"
    monkeypatch.setenv("NEWSREADER_ACK", str(acks))
    other = Database(path, patience=0)
    with other.writing(), pytest.raises(WriteError, match="locked"):
        library.record(opened, [act(opened, 1)])
    other.close()
    assert not acks.exists()
    assert opened.book.tags(1) == ()


@pytest.mark.parametrize("name", ["missing/acks", "acks\0"])
def test_an_acknowledgement_that_cannot_be_written_harms_nothing(
    library, opened, act, tmp_path, monkeypatch, name
):
    monkeypatch.setattr(events.os, "environ", {"NEWSREADER_ACK": str(tmp_path / name)})
    library.record(opened, [act(opened, 1)])
    assert len(rows(library)) == 1


def test_text_that_no_database_takes_is_replaced(library, opened, act):
    (event,) = library.record(opened, [act(opened, 1, note="caf\udce9", editor="an\udc80a")])
    assert (event.body["note"], event.editor) == ("caf?", "an?a")
    assert opened.book.own(1, "an?a").note == "caf?"
    assert library.check(deep=True).ok
