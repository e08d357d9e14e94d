"""Exports against golden files, byte for byte, and what no export may let through."""

import csv
import io
import json
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.export import FORMATS, ExportRow
from newsreader.export.csv import cell
from newsreader.model.event import AnchorState, Label, Tag
from newsreader.model.statement import Attribution
from newsreader.model.story import Story

GOLDEN = Path(__file__).parent / "golden"

PLAIN = ExportRow(
    story="https://example.org/depot", title="The Depot Fire", revision=2, statement=7,
    editor="ana", label="speculative", at="2022-01-05T17:52:00.000Z", note="one origin: the union",
    evidence=None, state="current", text="The warehouse had been flagged twice this year.",
    start=120, end=167, article="ab" * 32, event="0188a9d0-0000-7000-8000-000000000001",
    update_time="2022-01-05T17:40:00-05:00", origin="dockers' union", relay="Reuters",
)  # fmt: skip
HOSTILE = replace(
    PLAIN,
    title='=HYPERLINK("https://evil.test","The Depot Fire")',
    statement=None,
    editor="@ana",
    label=None,
    note='-2+3\tand\r\nanother line, with "quotes"',
    evidence="  ＝cmd|' /C calc'!A0",
    state="gone",
    text="He said\u2028“\x1b[31mred\x1b[0m” \x85 \u202eright to left",
    update_time=None,
    origin="+1 555 0100",
    relay=None,
)
ROWS = (PLAIN, HOSTILE, replace(PLAIN, note="", title="Größe – ½ 🔥", text="-"))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_golden(name):
    made = b"".join(FORMATS[name](ROWS))
    assert made == (GOLDEN / f"tags.{name}").read_bytes()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_rows_are_written_one_by_one(name):
    def endless():
        while True:
            yield PLAIN

    pieces = FORMATS[name](endless())
    assert all(next(pieces) for _ in range(5))
    assert isinstance(b"".join(FORMATS[name]([])), bytes)


ROW = st.builds(
    replace,
    st.just(PLAIN),
    title=st.text(),
    note=st.none() | st.text(),
    text=st.text(min_size=1),
    statement=st.none() | st.integers(1, 99),
)


@given(st.lists(ROW, max_size=4))
def test_json_lines_lose_nothing(rows):
    made = b"".join(FORMATS["jsonl"](rows))
    assert made.isascii()
    lines = made.split(b"\n")[:-1]
    assert [ExportRow(**json.loads(line)) for line in lines] == rows
    assert len(made.decode().splitlines()) == len(rows)


@given(st.lists(ROW, max_size=4))
def test_csv_is_one_record_a_row_and_runs_nowhere(rows):
    text = b"".join(FORMATS["csv"](rows)).decode("utf-8")
    header, *records = csv.reader(io.StringIO(text, newline=""))
    assert len(records) == len(rows)
    assert header[0] == "story"
    for record in records:
        assert len(record) == len(header)
        for each in record:
            assert not each.lstrip().startswith(tuple("=+-@|%＝＋－＠｜％"))
            assert not any(
                unicodedata.category(char) == "Cc" for char in each if char not in "\t\n"
            )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "'␍=1"), ("|x", "'|x"), ("%x", "'%x"),
        ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"),
        (" \n =1", "' \n =1"), ("\u00a0=1", "'\u00a0=1"), ("\ufeff=1", "·=1"), ("\x00=1", "␀=1"),
        ("plain", "plain"), ("a=1", "a=1"), ("", ""), (None, ""), (7, 7), ("“-1”", "“-1”"),
    ],
)  # fmt: skip
def test_cells(value, shown):
    assert cell(value) == shown


def test_a_row_from_a_tag():
    story = Story(1, "urn:a", "Title", "a.txt", None, "", "", 2, 0, 9)
    tag = Tag(
        "ana", Label.OPINION, "e1", "2022-01-05T12:00:00.000Z", None, "log",
        AnchorState.MOVED, 3, "Words.", "ab" * 32, 10, 16,
    )  # fmt: skip
    said = [Attribution("TASS", relay="Reuters"), Attribution("TASS"), Attribution("the port")]
    time = datetime(2022, 1, 5, 12, tzinfo=UTC)
    row = ExportRow.of(story, tag, revision=1, attributions=said, update_time=time)
    assert (row.origin, row.relay) == ("TASS; the port", "Reuters")
    assert (row.label, row.state, row.statement) == ("opinion", "moved", 3)
    assert row.update_time == "2022-01-05T12:00:00+00:00"
    bare = ExportRow.of(
        story, tag._replace(label=None), revision=None, attributions=(), update_time=None
    )
    assert (bare.label, bare.origin, bare.relay, bare.update_time) == (None, None, None, None)
