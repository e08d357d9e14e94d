"""What an input is: by content first, by name second."""

import gzip
import random
import re

import pytest

from newsreader.errors import SourceError
from newsreader.reading import detect as detecting
from newsreader.reading import parse
from newsreader.reading.content import Content
from newsreader.reading.formats import FORMATS
from newsreader.reading.sources import Raw


def detect(data, name, source="s"):
    return detecting.detect(Content(Raw(source, "file:///s", name, data))).name


def refusal(data, name="a.txt"):
    return detecting.refusal(Raw("s", "file:///s", name, data))


@pytest.mark.parametrize(
    ("name", "format_name"),
    [("a.txt", "text"), ("a.MD", "markdown"), ("a.markdown", "markdown"), ("", "text"),
     ("a.text", "text"), ("notes", "text"), (".md", "text"), ("a.log", "text")],
)  # fmt: skip
def test_text_by_its_name(name, format_name):
    assert detect(b"Some words.", name, "s") == format_name


@pytest.mark.parametrize(
    ("name", "data", "format_name"),
    [
        ("a.txt", b"<!DOCTYPE html><html lang=en>", "html"),
        ("a.json", b"\n <html lang=en>", "html"),
        ("", "<!doctype html><p>Words".encode("utf-16"), "html"),
        ("a.HTML", b" <p>Words</p>", "html"),
        ("a.htm", b"\xef\xbb\xbf<meta charset=utf-8>", "html"),
        ("a.html", b"Words <b>only</b>.", "text"),
        ("a.txt", b"<p>Words</p>", "text"),
    ],
)
def test_pages_by_content_then_by_name(name, data, format_name):
    assert detect(data, name, "s") == format_name


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4\n", "PDF is not supported"),
        (gzip.compress(b"words", mtime=0), "gzip is not supported"),
        (b"PK\x03\x04\x14\0", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a\x01\x00\x01\x00", "GIF"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"SQLite format 3\x00", "SQLite"),
        (bytes(range(256)) * 4, "binary data"),
        (random.Random(1).randbytes(5000), "binary data"),
        (b"a\0b" * 50, "binary data"),
        (b"\xff\xfe" + bytes([3, 0, 4, 0, 5, 0, 65, 0]) * 9, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, said):
    with pytest.raises(SourceError, match=said) as caught:
        detect(data, "a.txt", "a.txt")
    assert str(caught.value).startswith("a.txt: ")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b'\xef\xbb\xbf {"a": 1}', "JSON of a kind that is not read"),
        ("", b'[{"a": 1}]', "JSON of a kind that is not read"),
        ("", b'{"a": "cut of', "broken JSON: unterminated string starting at, line 1, column 7"),
        ("a.json", b"[1, 2", "broken JSON: expecting ',' delimiter, line 1, column 6"),
        ("a.jsonl", b"{}", "JSON of a kind"),
        ("a.xml", b"<channels><a/></channels>", "XML of a kind that is not read, <channels>"),
        ("", b'<?xml version="1.0"?><a:b xmlns:a="c"/>', "XML of a kind that is not read, <b>"),
    ],
)
def test_what_is_of_a_kind_that_is_not_read_is_refused_by_name(name, data, said):
    with pytest.raises(SourceError, match=re.escape(said)):
        detect(data, name)
    assert detect(b"Words.", name) == "text"


@pytest.mark.parametrize("data", [b'{"a": 1}', b'{"a": "cut of', b"[1, 2", b"<?xml?><a/>"])
def test_a_text_may_hold_any_markup(data):
    assert detect(data, "a.txt") == "text"
    assert detect(data, "a.md") == "markdown"


def test_the_table_is_in_order():
    assert next(iter(FORMATS)) == "text"
    assert all(name == row.name for name, row in FORMATS.items())
    assert all(row.roots or row.shapes or row.begins or row.suffixes for row in FORMATS.values())
    suffixes = [end for row in FORMATS.values() for end in row.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(end == end.lower() and end[0] == "." for end in suffixes)


@pytest.mark.parametrize(
    "data",
    [
        b"<b>Bold</b> claim: <html> tags are back",
        b'{"json": "stays text"}',
        b"<title> is a tag",
        b"From: the harbour desk\nDate: 5 May 2022\n\nThe pier is shut.",
        b"Message-ID: what the harbour's letters were called\n\nThey are gone.",
        b"Received: two ships\nThe harbour master said so.\n\nMore to come.",
        b"From now on ships must wait.\nReceived: none\n\nMore to come.",
        b"GIF89a is a file format, he said.",
        b"ID3 parties met.",
        b"ten\0se words go on and on here",
        "UTF-16 words, no mark".encode("utf-16-le"),
        b"\xff\xfe" + "words".encode("utf-16-le"),
        b"\x16\x16\x01wire text has a few control bytes in its head\x02 and text\x03",
    ],
)
def test_texts_are_not_refused(data):
    assert refusal(data) is None


@pytest.mark.parametrize(
    "answer",
    [
        b'{"message": "Unauthorized"}',
        b'{"message": "Unauthorized", "error": 401}',
        b'{"_status": "ERR", "_error": {"code": 404, "message": "Unauthorized"}}',
        b'{"errors": [{"detail": "Unauthorized"}]}',
    ],
)
def test_an_error_answer_is_told_with_its_message(answer):
    with pytest.raises(SourceError) as refused:
        parse(Raw("a", "file:///a", "a.json", answer))
    assert refused.value.problem == "an error answer: Unauthorized"


def test_json_with_a_message_and_more_is_only_of_another_kind():
    for value in (b'{"message": "Words", "items": 7}', b'{"status": 404}', b'[{"message": "x"}]'):
        with pytest.raises(SourceError, match="JSON of a kind that is not read"):
            parse(Raw("a", "file:///a", "a.json", value))
