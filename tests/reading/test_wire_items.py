"""What agencies state of an item: signals, states, kinds of notes, when wire text was sent."""

from datetime import datetime
from pathlib import Path

import pytest

from newsreader.library import Library
from newsreader.model.article import BlockKind
from newsreader.model.note import NoteKind
from newsreader.reading import read
from newsreader.reading.wire.item import Item, identity, note_kind
from newsreader.reading.wire.sent import sent_at, slug_day
from newsreader.reading.wire.signs import is_wire_text
from newsreader.splitting import split, split_statements

SAMPLES = Path(__file__).parents[2] / "sample_articles"


@pytest.mark.parametrize(
    ("signal", "kind"),
    [
        ("sig:correction", NoteKind.CORRECTION),
        ("edStat:C", NoteKind.CORRECTION),
        ("http://cv.iptc.org/newscodes/signal/update", NoteKind.ADVISORY),
        ("KILL", NoteKind.CORRECTION),
        ("sig:atomic", None),
        ("", None),
    ],
)
def test_signals(signal, kind):
    item = Item()
    item.signal(signal)
    assert [note[0] for note in item.notes] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("status", "begins"),
    [
        ("usable", None),
        ("stat:usable", None),
        (None, None),
        ("Cancelled", "Canceled"),
        ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", "Canceled"),
        ("stat:withheld", "Withheld"),
        ("embargoed", "Embargoed"),
        ("of some kind", None),
    ],
)
def test_states(status, begins):
    state = Item(status=status).state
    assert (state is None) if begins is None else state.startswith(begins)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Eds: Corrects spelling of name.", NoteKind.CORRECTION),
        ("Berichtigung: im 2. Absatz", NoteKind.CORRECTION),
        ("Clarifies that it is a pond.", NoteKind.CLARIFICATION),
        ("- adds quote of police", NoteKind.ADVISORY),
        ("EDITOR'S NOTE _ First of two parts.", NoteKind.EDITORS_NOTE),
        ("Correctional officers on strike", NoteKind.STAMP),
    ],
)
def test_kinds_of_notes(words, kind):
    assert note_kind(words, NoteKind.STAMP) is kind


def test_a_note_is_told_once():
    item = Item()
    for _ in range(2):
        item.editors("  With   pictures. ")
    assert item.notes == [(NoteKind.EDITORS_NOTE, "With pictures.")]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [(None, None), (" - ", None), ("123", "guid:123"), ("urn:x: 1", "urn:x:1"), ("a", "a")],
)
def test_identity(stated, expected):
    assert identity(stated) == expected


@pytest.mark.parametrize(
    ("trailer", "sent"),
    [
        ("AP-WF-11-13-13 1509GMT<", "2013-11-13T15:09:00+00:00"),
        ("AP-NY-11-13-13 1009EST<", "2013-11-13T10:09:00-05:00"),
        ("131137 GMT Nov 13 ", "2013-11-13T11:37:00+00:00"),
        ("071341 MESZ Okt 15", "2015-10-07T13:41:00+02:00"),
        ("211259 Nov 18", "2018-11-21T12:59:00"),
        ("13-NOV-98 10:49", "1998-11-13T10:49:00"),
        ("13-NOV-2023 1049 QQQ", "2023-11-13T10:49:00"),
        ("AP-WF-13-45-24 1712GMT", None),
        ("no date", None),
    ],
)
def test_when_it_was_sent(trailer, sent):
    found = sent_at(trailer)
    assert (found and found.isoformat()) == sent


@pytest.mark.parametrize(
    ("header", "sent", "day"),
    [
        ("n\nr n BC-OR--Crane   10-17 0098", "2023-10-18", "2023-10-17"),
        ("r n BC-X 12-31 20", "2024-01-01", "2023-12-31"),
        ("r n BC-X 01-01 20", "2023-12-31", "2024-01-01"),
        ("r n BC-X 02-30 20", "2023-02-28", None),
        ("nothing", "2023-02-28", None),
    ],
)
def test_the_day_of_a_slug(header, sent, day):
    assert slug_day(header, datetime.fromisoformat(sent)) == day


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("\x16\x16\x01a1\x1fx\n", True),
        ("\x01eca062 4 i 211 ccccb   dpa 061\r\n", True),
        ("words\n\x01h\x02text\x03", True),
        ("ZCZC AAP\n", True),
        ("^BC-X--Y,20<\n^Title<\n\n^Eds: x.<\n", True),
        ("^BC-X--Y,20<\n^Title<\n", False),
        ("^up^ he said\nand left", False),
        ("Zczczc is a word\n", False),
        ("plain words", False),
        ("2^10 = 1024\n", False),
    ],
)
def test_how_wire_text_begins(text, known):
    assert is_wire_text(text) is known


def test_the_bulletin_is_one_story_in_two_revisions(tmp_path):
    with Library(tmp_path / "l.db") as library:
        added = list(library.add(SAMPLES / "crane-collapse-bulletin.tst"))
    assert [each.status for each in added] == ["added", "revised"]
    assert len({each.story for each in added}) == 1


def test_quotation_marks_of_the_wire_are_marks():
    _, newer = read(SAMPLES / "crane-collapse-bulletin.tst")
    words = [newer.text[s.start : s.end] for s in split(newer).statements]
    assert (
        "``It came down like a tree,'' said Ruben Ostrander, who runs the bait shop below the bridge."  # noqa: E501
        in words
    )
    kinds = [note.kind for note in split(newer).notes]
    assert kinds == [NoteKind.CORRECTION, NoteKind.ADVISORY]


def test_a_message_gives_its_items_and_nothing_of_the_package():
    main, side = read(SAMPLES / "reservoir-newsml.xml")
    assert main.uri == "tag:northwire.example,2024:reservoir"
    assert "version 4" in main.text
    assert "Withheld by its source" in side.text
    assert all(block.kind is not BlockKind.CAPTION for block in main.blocks)


def test_the_mast_is_corrected_and_says_so():
    [article] = read(SAMPLES / "mast-collapse-ninjs.json")
    assert split(article).notes[0].kind is NoteKind.CORRECTION
    assert [link.url for link in article.links] == ["https://fellcast.example/status"]
    assert "fell." not in article.text


def test_the_inquiry_is_embargoed():
    [article] = read(SAMPLES / "tram-inquiry-nitf.xml")
    assert "Embargoed by its source until 2024-06-12T00:01:00+01:00." in article.text
    assert article.uri == "northwire-tram-inquiry"
    assert "tram1.jpg" not in article.text


@pytest.mark.parametrize("place", ["LOS ANGELES (AP) _", "PORT ANSEL (NWN) _", "CAPE TOWN (NWN) —"])
def test_a_dateline_in_capitals_stays_with_its_sentence(place):
    text = f"{place} Second seed Kai Orrin withdrew on Friday."
    assert split_statements(text) == [(0, len(text))]


def test_the_head_of_a_wire_story_without_its_frame(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(
        "BC-US--Levee, 2nd Ld-Writethru,210\nLevee breach floods farm town\nEds: ADDS quotes.\n"
        "By IDA FROST\n\nTALLOW BEND, Iowa (NWN) _ A levee gave way on Sunday.\n"
    )
    [article] = read(source)
    assert (article.format, article.title) == ("text", "Levee breach floods farm town")
    assert article.byline == "IDA FROST"
    kinds = [note.kind for note in split(article).notes]
    assert kinds == [NoteKind.ADVISORY, NoteKind.ADVISORY]
