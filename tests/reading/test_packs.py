"""gzip, zip, WARC and mailboxes: what comes out, what is refused; nothing stops the rest."""

import gzip
import io
import os
import stat
import zipfile
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SkippedError, SourceError
from newsreader.reading import limits, packs, parse, read_each
from newsreader.reading.media import page_name
from newsreader.reading.packs import Budget, Opened, unpack
from newsreader.reading.packs import warc as warc_module
from newsreader.reading.packs.names import inner_name, is_ours
from newsreader.reading.packs.opened import held
from newsreader.reading.packs.payload import Meter, dechunked, decoded
from newsreader.reading.raw import Raw
from newsreader.reading.sources import load_each

STORY = "Ferry aground off Skerry Point\n\nThe coastguard said all 40 passengers were safe.\n"
PAGE = f"<!doctype html><title>Ferry</title><h1>Ferry aground</h1><p>{'All are safe. ' * 30}</p>"

PAGE_BYTES = PAGE.encode()


def opened(data, name="a.gz"):
    return unpack(Opened(name, f"file:///{name}", name, held(data)), Budget(len(data)))


def unpacked(data, name="a.gz"):
    items = list(opened(data, name))
    raws = [item for item in items if isinstance(item, Raw)]
    return raws, [str(item) for item in items if isinstance(item, SourceError)]


def zipped(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def record(kind, body, *, target="https://news.example/ferry", length=None, date=True, more=""):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{more}"
    if target:
        head += f"WARC-Target-URI: {target}\r\n"
    if date:
        head += "WARC-Date: 2023-11-07T02:22:00Z\r\n"
    size = len(body) if length is None else length
    return f"{head}Content-Length: {size}\r\n\r\n".encode() + body + b"\r\n\r\n"


def response(body=PAGE_BYTES, fields="Content-Type: text/html; charset=utf-8", status="200 OK"):
    return f"HTTP/1.1 {status}\r\n{fields}\r\n\r\n".encode() + body


# -- gzip ------------------------------------------------------------------------------------


def test_gzip_is_the_file_that_is_in_it(tmp_path):
    path = tmp_path / "ferry.txt.gz"
    path.write_bytes(gzip.compress(STORY.encode()))
    [raw] = load_each(str(path))
    assert (raw.source, raw.name, raw.uri) == (str(path), "ferry.txt", path.as_uri())
    assert raw.data == STORY.encode()
    assert parse(raw)[0].title == "Ferry aground off Skerry Point"


def test_gzip_of_several_members_and_zeros_that_fill_up():
    data = gzip.compress(b"One. ") + gzip.compress(b"Two. ") + gzip.compress(b"") + bytes(512)
    [raw], told = unpacked(data)
    assert (raw.data, raw.warnings, told) == (b"One. Two. ", (), [])


def test_gzip_with_something_after_it():
    [raw], _ = unpacked(gzip.compress(b"One.") + b"x")
    assert raw.data == b"One."
    assert raw.warnings == ("something stands after the gzip data; it is not read",)


@pytest.mark.parametrize(("cut", "how"), [(-20, "cut short"), (-8, "cut short")])
def test_gzip_cut_short_gives_what_came(cut, how):
    data = gzip.compress(os.urandom(3000).hex().encode())[:cut]
    [raw], _ = unpacked(data)
    assert len(raw.data) > 1000
    assert raw.warnings == (f"the gzip data are {how}; what came before is read",)


def test_gzip_damaged():
    data = bytearray(gzip.compress(os.urandom(200_000).hex().encode(), mtime=0))
    data[-6] ^= 255  # of the sum
    [raw], _ = unpacked(bytes(data))
    assert "damaged" in raw.warnings[0]
    _, [told] = unpacked(b"\x1f\x8b\x08" + bytes(30) + b"\xff" * 30)
    assert told == "a.gz: gzip, damaged"
    _, [told] = unpacked(gzip.compress(b"words")[:9])
    assert told == "a.gz: gzip, cut short"


def test_gzip_bomb_stops_at_the_ratio():
    data = gzip.compress(bytes(60_000_000))
    _, [told] = unpacked(data)
    assert told.startswith(f"a.gz: unpacks to more than {limits.MAX_RATIO} times its size")


def test_gzip_larger_than_is_read(monkeypatch):
    monkeypatch.setattr(packs, "MAX_BYTES", 1_000_000)
    _, [told] = unpacked(gzip.compress(bytes(1_000_001)))
    assert told == "a.gz: larger than 1 MB, the most that is read"


@pytest.mark.parametrize(
    ("name", "inner"),
    [("a.txt.gz", "a.txt"), ("a.GZ", "a"), ("a.tgz", "a.tar"), ("gz", "gz"), (".gz", ".gz")],
)
def test_the_name_of_what_is_in_gzip(name, inner):
    assert inner_name(name) == inner


@pytest.mark.parametrize(
    ("name", "ours"),
    [("a.txt", True), ("a.html.gz", True), ("a.warc.gz", True), ("a.zip", True), ("a.eml", True),
     ("a.mbox", True), ("a.jpg", False), ("a.jpg.gz", False), ("a.tar.gz", False), ("a", None),
     ("a.gz", True), ("a.tgz", False)],
)  # fmt: skip
def test_which_names_are_ours(name, ours):
    assert is_ours(name) is ours


# -- zip -------------------------------------------------------------------------------------


def test_zip_gives_its_files_by_name(tmp_path):
    path = tmp_path / "desk.zip"
    path.write_bytes(
        zipped(
            **{"b/two ö.txt": STORY, "a.html": PAGE, "pic.jpg": "x", "b/": "", ".hidden.txt": "x"}
        )
    )
    items = list(load_each(str(path)))
    raws = [item for item in items if isinstance(item, Raw)]
    assert [raw.source for raw in raws] == [f"{path}:a.html", f"{path}:b/two ö.txt"]
    assert raws[1].uri == f"{path.as_uri()}!/b/two%20%C3%B6.txt"
    assert raws[1].name == "two ö.txt"
    assert isinstance(items[-1], SkippedError)
    assert str(items[-1]) == f"{path}: 1 other file skipped (such as pic.jpg)"
    assert [article.title for article in read_each(path) if not isinstance(article, SourceError)]


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt"]
)
def test_zip_slip_is_refused_and_the_rest_read(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    [raw], [told] = unpacked(zipped(**{name: "x", "ok.txt": STORY}), "d.zip")
    assert raw.name == "ok.txt"
    assert told.endswith("its name leads out of the zip file, not read")
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_a_name_in_a_zip_is_refused_and_the_rest_read():
    data = zipped(**{"q.txt": STORY, "ok.txt": STORY}).replace(b"q.txt", b"\0.txt")
    [raw], [told] = unpacked(data, "d.zip")
    assert raw.name == "ok.txt"
    assert told.endswith("its name leads out of the zip file, not read")


def test_zip_with_links_encryption_and_macs_leavings():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("__MACOSX/a.txt", "x")
        archive.writestr("secret.txt", "words")
    data = bytearray(buffer.getvalue())
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1  # encrypted
    raws, told = unpacked(bytes(data), "d.zip")
    assert raws == []
    assert told == [
        "d.zip:link.txt: a link, not followed",
        "d.zip:secret.txt: encrypted",
    ]


def test_zip_of_something_else_is_refused_by_name():
    _, [told] = unpacked(zipped(**{"[Content_Types].xml": "<x/>", "a.xml": "<x/>"}), "a.docx")
    assert told == "a.docx: Microsoft Office is not supported"
    _, [told] = unpacked(zipped(**{"META-INF/container.xml": "<x/>"}), "a.epub")
    assert told == "a.epub: EPUB is not supported"


def test_zip_without_articles_cut_short_and_empty():
    _, [told] = unpacked(zipped(**{"a.jpg": "x"}), "d.zip")
    assert told == "d.zip: no articles in this zip file (1 other file skipped, such as a.jpg)"
    _, [told] = unpacked(zipped(**{"a.txt": STORY})[:-30], "d.zip")
    assert told == "d.zip: zip, damaged or cut short"
    _, [told] = unpacked(zipped(), "d.zip")
    assert told == "d.zip: no articles in this zip file"


def test_zip_with_one_damaged_file():
    data = bytearray(zipped(**{"a.txt": "words " * 99, "b.txt": STORY}))
    at = data.find(b"a.txt") + 5
    data[at + 4 : at + 9] = b"\xff" * 5
    [raw], [told] = unpacked(bytes(data), "d.zip")
    assert raw.name == "b.txt"
    assert told.startswith("d.zip:a.txt: damaged")


@pytest.mark.parametrize("how", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_zip_packed_otherwise_is_refused(how):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        archive.writestr("a.txt", STORY)
    _, told = unpacked(buffer.getvalue(), "d.zip")
    assert told == ["d.zip:a.txt: packed in a way that is not read (stored and deflated are)"]


def test_zip_bombs(monkeypatch):
    _, told = unpacked(zipped(**{f"{n}.txt": bytes(9_000_000) for n in range(9)}), "d.zip")
    assert told[-1].endswith("times its size, the most that is read")
    assert len(told) == 1  # not one line for each
    _, [told] = unpacked(zipped(**{"a.txt": bytes(20_000_001)}), "d.zip")
    assert told == "d.zip:a.txt: larger than 20 MB, the most that is read"
    monkeypatch.setattr("newsreader.reading.packs.zipped.MAX_MEMBERS", 2)
    _, [told] = unpacked(zipped(a="", b="", c=""), "d.zip")
    assert told == "d.zip: more than 2 files, the most that are read"
    monkeypatch.setattr("newsreader.reading.packs.zipped.MAX_DIRECTORY", 100)
    _, [told] = unpacked(zipped(a="", b="", c=""), "d.zip")
    assert "a list of files of more than" in told


def test_zip_file_without_a_suffix_is_told_by_its_content():
    raws, told = unpacked(zipped(readme=STORY, picture=b"\x89PNG\r\n\x1a\n" + bytes(99)), "d.zip")
    assert [raw.name for raw in raws] == ["readme"]
    assert told == ["d.zip: 1 other file skipped (such as picture)"]


def test_packs_in_packs_end():
    data = STORY.encode()
    for _ in range(limits.MAX_PACKED):
        data = gzip.compress(data)
    [raw], _ = unpacked(data)
    assert raw.data == STORY.encode()
    raws, [told] = unpacked(gzip.compress(data))
    assert raws == []
    assert "packed more than 4 times over" in told


def test_a_zip_in_gzip_and_a_mailbox_in_a_zip():
    inner = zipped(**{"box.mbox": "From a Mon Jan 3 2022\nSubject: x\n\nWords.\n"})
    [raw], told = unpacked(gzip.compress(inner), "d.zip.gz")
    assert (raw.source, told) == ("d.zip.gz:box.mbox:1", [])
    assert raw.uri == "file:///d.zip.gz!/box.mbox!/1"


def test_a_zip_in_a_pack_that_is_too_large(monkeypatch):
    monkeypatch.setattr("newsreader.reading.packs.zipped.MAX_BYTES", 100)
    _, [told] = unpacked(gzip.compress(zipped(**{"a.txt": os.urandom(200)})))
    assert told.startswith("a.gz: a zip file in a pack, larger than")


# -- WARC ------------------------------------------------------------------------------------


def test_warc_response_and_resource_are_articles():
    data = record("warcinfo", b"software: x", target="")
    data += record("request", b"GET / HTTP/1.1\r\n\r\n")
    data += record("response", response())
    data += record("resource", STORY.encode(), target="https://news.example/a",
                   more="Content-Type: text/plain\r\n")  # fmt: skip
    data += record("response", response(b"gone", status="404 Not Found"))
    data += record("response", response(b"x", "Content-Type: image/png"))
    data += record("response", response(b'{"a": 1}', "Content-Type: application/json"))
    raws, told = unpacked(data, "x.warc")
    assert [raw.uri for raw in raws] == ["https://news.example/ferry", "https://news.example/a"]
    assert raws[0].source == "x.warc:https://news.example/ferry"
    assert [raw.name for raw in raws] == ["ferry.html", "a.txt"]
    assert raws[0].charset == "utf-8"
    assert raws[0].fetched == datetime(2023, 11, 7, 2, 22, tzinfo=UTC)
    assert raws[0].key == "file:///x.warc!/3"
    assert told == [
        "x.warc: other records skipped (1 with status 404, 1 image/png, 1 application/json)"
    ]
    assert parse(raws[0])[0].fetched == raws[0].fetched


@pytest.mark.parametrize("whole", [True, False])
def test_warc_packed_whole_or_by_record(whole):
    records = [record("warcinfo", b"x", target=""), record("response", response())]
    data = gzip.compress(b"".join(records)) if whole else b"".join(map(gzip.compress, records))
    [raw], _ = unpacked(data, "x.warc.gz")
    assert raw.uri == "https://news.example/ferry"


def test_warc_codings_are_taken_off():
    page = PAGE.encode()
    chunks = b"5\r\n" + page[:5] + b"\r\n" + f"{len(page) - 5:x};x=y\r\n".encode() + page[5:]
    gz = gzip.compress(page)
    for body, fields in [
        (chunks + b"\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
        (page, "Transfer-Encoding: chunked"),  # it lies
        (gz, "Content-Encoding: gzip"),
        (page, "Content-Encoding: gzip"),  # it lies
        (zlib.compress(page), "Content-Encoding: deflate"),
        (zlib.compress(page)[2:-4], "Content-Encoding: deflate"),
        (gzip.compress(gz), "Content-Encoding: gzip, gzip"),
    ]:
        [raw], told = unpacked(record("response", response(body, fields)), "x.warc")
        assert (raw.data, raw.warnings, told) == (page, (), [])
    _, [told] = unpacked(record("response", response(gz, "Content-Encoding: br")), "x.warc")
    assert told.endswith("packed with br, which is not read")


def test_warc_lengths_that_lie():
    [raw], _ = unpacked(record("response", response(), length=10**12), "x.warc")
    assert raw.warnings == ("the record is cut short; what came is read",)
    [raw], _ = unpacked(record("response", response(), length=200), "x.warc")
    assert len(raw.data) < 200
    for length in ("x", "-1", "9" * 40):
        _, told = unpacked(record("response", response(), length=length), "x.warc")
        assert told == ["x.warc:https://news.example/ferry: a record without a length"]
    two = record("response", response(), length=3) + record("resource", STORY.encode(), target="")
    raws, told = unpacked(two, "x.warc")
    assert raws[-1].uri == "file:///x.warc!/2"


def test_warc_records_that_are_too_large_are_passed(monkeypatch):
    monkeypatch.setattr(warc_module, "MAX_BYTES", 1000)
    monkeypatch.setattr(warc_module, "MAX_HEAD", 2000)
    data = record("response", response(b"x" * 9000)) + record("response", response())
    [raw], [told] = unpacked(data, "x.warc")
    assert raw.data == PAGE.encode()
    assert told.startswith("x.warc:https://news.example/ferry: larger than")
    monkeypatch.setattr(warc_module, "MAX_MEMBERS", 1)
    _, told = unpacked(record("response", response()) * 2, "x.warc")
    assert told == ["x.warc: more than 1 records, the most that are read"]


def test_warc_without_pages_and_dates():
    _, told = unpacked(record("warcinfo", b"x"), "x.warc")
    assert told == ["x.warc: no pages in this WARC file"]
    [raw], _ = unpacked(record("response", response(), date=False), "x.warc")
    assert raw.fetched is None
    assert warc_module.moment("2023-11-07T02:22:00") is None
    _, told = unpacked(record("response", b"HTTP/9 what"), "x.warc")
    assert told == ["x.warc: no pages in this WARC file (1 with status unknown)"]


def test_warc_bombs():
    bomb = response(gzip.compress(bytes(30_000_000)), "Content-Encoding: gzip")
    raws, told = unpacked(record("response", bomb) + record("response", response()), "x.warc")
    assert "unpacks to more than" in told[0]
    assert raws == []


def test_a_page_that_is_damaged_within_its_coding():
    body = bytearray(gzip.compress(os.urandom(4000).hex().encode()))
    body[3000:3010] = b"\xff" * 10
    meter = Meter("s", lambda *_: None)
    assert decoded(bytes(body), "gzip", meter).warnings
    assert decoded(bytes(body[:2000]), "gzip", meter).warnings
    assert dechunked(b"5\r\nab").warnings
    assert dechunked(b"2\nab\n0\n\n").data == b"ab"


@pytest.mark.parametrize(
    ("address", "kind", "name"),
    [("http://a.example/x.php?y", "text/html", "x.php.html"), ("http://[bad", "", ""),
     ("http://a.example/", "text/plain", "page.txt"), ("http://a.example/A.HTML", "text/html",
      "A.HTML"), ("http://a.example/f.html.gz", "text/html", "f.html.gz"),
     ("http://a.example/feed", "application/rss+xml", "feed")],
)  # fmt: skip
def test_the_name_of_a_page(address, kind, name):
    assert page_name(address, kind) == name


# -- mailbox ---------------------------------------------------------------------------------

BOX = (
    b"From a@b.test Mon Jan  3 10:00:00 2022\nSubject: One\n\nFirst.\n>From the desk.\n\n"
    b"From nobody in particular, a line of text.\n\n"
    b"From a@b.test Mon Jan  3 11:00:00 2022\nMessage-ID: <2@b.test>\nSubject: Two\n\nSecond.\n"
)


def test_a_mailbox_gives_its_mails():
    raws, told = unpacked(BOX, "in.mbox")
    assert [raw.source for raw in raws] == ["in.mbox:1", "in.mbox:2"]
    assert b"\nFrom the desk.\n\nFrom nobody" in raws[0].data
    [one], [two] = map(parse, raws)
    assert (one.title, one.uri, one.format) == ("One", "file:///in.mbox!/1", "mail")
    assert (two.title, two.uri) == ("Two", "mid:2@b.test")
    assert told == []


def test_mails_that_are_too_large_or_too_many(monkeypatch):
    monkeypatch.setattr("newsreader.reading.packs.mailbox.MAX_BYTES", 60)
    raws, told = unpacked(BOX, "in.mbox")
    assert [raw.source for raw in raws] == ["in.mbox:2"]
    assert told == ["in.mbox:1: larger than 0 MB, the most that is read"]
    monkeypatch.setattr("newsreader.reading.packs.mailbox.MAX_MEMBERS", 1)
    _, told = unpacked(BOX, "in.mbox")
    assert told[-1] == "in.mbox: more than 1 mails, the most that are read"


# -- all of them -----------------------------------------------------------------------------


def test_a_folder_looks_into_packs_and_counts_the_rest(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / "b.zip").write_bytes(zipped(**{"x.txt": STORY}))
    (tmp_path / "c.tar.gz").write_bytes(gzip.compress(bytes(600)))
    (tmp_path / "noname").write_bytes(gzip.compress(b"\x89PNG\r\n\x1a\n"))
    items = list(load_each(str(tmp_path)))
    assert [item.name for item in items if isinstance(item, Raw)] == ["a.txt", "x.txt"]
    assert str(items[-1]).endswith("2 other files skipped (such as c.tar.gz)")


@given(
    st.sampled_from([b"\x1f\x8b\x08", b"PK\x03\x04", b"WARC/1.0\r\n", b"From a b\nTo:"]),
    st.binary(),
)
def test_nothing_but_values_comes_of_any_bytes(head, tail):
    for item in opened(head + tail):
        assert isinstance(item, Raw | SourceError)


_WHOLE = [
    gzip.compress(STORY.encode(), mtime=0),
    zipped(**{"a.txt": STORY, "b.html": PAGE}),
    record("response", response(gzip.compress(PAGE.encode()), "Content-Encoding: gzip")),
    gzip.compress(record("resource", STORY.encode()), mtime=0),
    BOX,
]


@given(st.sampled_from(_WHOLE), st.lists(st.tuples(st.integers(0, 900), st.integers(0, 255))),
       st.integers(0, 900))  # fmt: skip
def test_damaged_packs_are_read_or_told(data, changes, cut):
    damaged = bytearray(data)
    for at, value in changes:
        damaged[at % len(damaged)] = value
    for item in opened(bytes(damaged[: max(4, len(damaged) - cut)])):
        assert isinstance(item, Raw | SourceError)
        assert str(item) if isinstance(item, SourceError) else item.source
