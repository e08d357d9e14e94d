"""What an input is: by content first, by name second."""

import gzip
import random

import pytest

from newsreader.errors import SourceError
from newsreader.reading.detect import detect, refusal


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
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><rss version="2.0">', "XML news feeds"),
        (b"From: a@b.test\r\nMessage-ID: <1@b.test>\r\n\r\nBody", "mail is not supported yet"),
        (b"   \n\nFrom: a\nMIME-Version: 1.0\n\nBody", "mail is not supported yet"),
        (b"From a@b.test Mon\nReceived: by b\n\tfor a\nTo: c\n\nBody", "mail is not supported"),
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
        ("a.json", b'\xef\xbb\xbf {"a": 1}', "JSON is not supported yet"),
        ("a.rss", b"<channel>", "XML is not supported yet"),
        ("a.eml", b"From: a@b.test\nSubject: x\n\nBody", "mail is not supported yet"),
        ("a.mbox", b"From a@b.test Mon Jan 3 2022\nTo: c\n\nBody", "mail is not supported yet"),
    ],
)
def test_formats_to_come_are_refused_where_name_and_content_agree(name, data, said):
    with pytest.raises(SourceError, match=said):
        detect(data, name, name)
    assert detect(b"Words.", name, name) == "text"


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
