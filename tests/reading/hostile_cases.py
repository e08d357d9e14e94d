"""Inputs that mean harm or are broken, each made on the spot: the name of a file and its bytes.

What must stay true: nothing here is longer than it must be to do its harm, and every case is made
anew each time it is asked for, so that none takes memory while others are tried.
"""

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

DAY = " date 2022-01-05 Pier Shut After Collision\n\n"
WORDS = "The harbour office said that the pier stays shut until the divers have looked at it. "
PAGE = f"<html><head><title>Pier</title></head><body><h1>Pier</h1>{f'<p>{WORDS}</p>' * 4}</body>"
NINJS = {"uri": "urn:x:1", "type": "text", "headline": "Pier", "body_text": WORDS}
RSS = '<rss version="2.0"><channel><title>Desk</title><item><title>Pier</title>{}</item></channel></rss>'


def _zip(*members: tuple[str, bytes], mode: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", mode) as pack:
        for name, data in members:
            pack.writestr(name, data)
    return held.getvalue()


def _zip_link(name: str, target: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as pack:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = 0o120777 << 16
        pack.writestr(info, target)
    return held.getvalue()


def _zip_lying_size() -> bytes:
    data = bytearray(_zip(("a.txt", WORDS.encode() * 50)))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def _zip_encrypted() -> bytes:
    data = bytearray(_zip(("a.txt", WORDS.encode())))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _zip_overlapping() -> bytes:
    """Many entries of the list that name the same bytes."""
    data = _zip(("a.txt", b"0" * 1_000_000))
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[at:end]
    listed = entry * 500
    tail = bytearray(data[end:])
    tail[8:12] = struct.pack("<HH", 500, 500)
    tail[12:16] = struct.pack("<I", len(listed))
    return data[:at] + listed + bytes(tail)


def _gzip_of(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = gzip.compress(data)
    return data


def _gzip_header_only() -> bytes:
    return b"\x1f\x8b\x08\x08\0\0\0\0\0\x03" + b"name" * 1000


def _mail(*lines: str, body: str = WORDS) -> bytes:
    return (
        "\r\n".join(("From: desk@a.example", "Subject: Pier", *lines)) + "\r\n\r\n" + body
    ).encode("utf-8", "surrogateescape")


def _nested_mail(depth: int) -> bytes:
    part = 'Content-Type: multipart/mixed; boundary="b{0}"\r\n\r\n--b{0}\r\n'
    parts = [part.format(level) for level in range(depth)]
    head = "From: desk@a.example\r\nSubject: Pier\r\nMIME-Version: 1.0\r\n"
    return (head + "".join(parts) + "Content-Type: text/plain\r\n\r\n" + WORDS).encode()


def _mails_in_mails(depth: int) -> bytes:
    inner = _mail()
    for _ in range(depth):
        inner = b"From: a@a.example\r\nSubject: Fwd\r\nContent-Type: message/rfc822\r\n\r\n" + inner
    return inner


def _many_parts(count: int) -> bytes:
    part = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    return _mail(
        "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', body=part * count
    )


def _warc(*records: tuple[str, bytes], length: object = None) -> bytes:
    found = b""
    for kind, payload in records:
        size = len(payload) if length is None else length
        found += (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/x\r\n"
            f"WARC-Date: 2022-01-05T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {size}\r\n\r\n"
        ).encode()
        found += payload + b"\r\n\r\n"
    return found


def _http(body: bytes, *fields: str) -> bytes:
    head = "\r\n".join(("HTTP/1.1 200 OK", "Content-Type: text/html", *fields))
    return head.encode() + b"\r\n\r\n" + body


def _numbered(attribute: str, count: int) -> str:
    return " ".join(attribute.format(number) for number in range(count))


def _dump(value: object) -> bytes:
    return json.dumps(value).encode()


def _deep(value: object, depth: int) -> bytes:
    return ('{"a":' * depth + json.dumps(value) + "}" * depth).encode()


def _xml(body: str, dtd: str = "") -> bytes:
    return f'<?xml version="1.0"?>{dtd}{RSS.format(body)}'.encode()


def _live(updates: object, **more: object) -> bytes:
    value = {"@type": "LiveBlogPosting", "headline": "Pier", "liveBlogUpdate": updates, **more}
    return (
        f'<script type="application/ld+json">{json.dumps(value)}</script>'.encode() + PAGE.encode()
    )


def _graph_loop() -> bytes:
    value = {"@graph": [
        {"@id": "#a", "@type": "LiveBlogPosting", "liveBlogUpdate": [{"@id": "#a"}, {"@id": "#b"}]},
        {"@id": "#b", "@type": "BlogPosting", "author": {"@id": "#b"}, "isPartOf": {"@id": "#a"}},
    ]}  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(value)}</script>{PAGE}'.encode()


_Made = Callable[[], bytes]

TEXTS: dict[str, _Made] = {
    "utf16-odd-length.txt": lambda: (DAY + WORDS).encode("utf-16") + b"x",
    "utf16-lone-surrogates.txt": lambda: b"\xff\xfe" + b"\x00\xd8" * 400 + WORDS.encode("utf-16-le"),
    "utf32-bom.txt": lambda: (DAY + WORDS).encode("utf-32"),
    "two-boms.txt": lambda: b"\xef\xbb\xbf\xef\xbb\xbf" + (DAY + WORDS).encode(),
    "bom-alone.txt": lambda: b"\xef\xbb\xbf",
    "bom-utf16-alone.txt": lambda: b"\xff\xfe",
    "overlong.txt": lambda: b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf" * 40 + WORDS.encode(),
    "shift-jis.txt": lambda: "港は閉鎖された。".encode("shift_jis") * 30,
    "koi8.txt": lambda: "Причал закрыт после столкновения. ".encode("koi8-r") * 30,
    "utf7.txt": lambda: (DAY + WORDS).encode("utf-7"),
    "one-byte.txt": lambda: b"a",
    "one-newline.txt": lambda: b"\n",
    "all-bytes.txt": lambda: bytes(range(256)) * 4,
    "nul-flood.txt": lambda: b"\0" * 100_000,
    "escape-flood.txt": lambda: b"\x1b[31m" * 50_000,
    "osc-unended.txt": lambda: DAY.encode() + b"\x1b]52;c;cm0gLXJmIC8=" + WORDS.encode() * 30,
    "c1-flood.txt": lambda: DAY.encode() + "\x9b31m\x90\x9d0;x\x9c".encode() * 5000,
    "bidi-nest.txt": lambda: (DAY + "\u202e\u2066" * 20_000 + WORDS).encode(),
    "combining-wall.txt": lambda: (DAY + "e" + "\u0301" * 200_000).encode(),
    "zwj-chain.txt": lambda: (DAY + "👩\u200d" * 50_000).encode(),
    "spaces.txt": lambda: (DAY + " " * 900_000 + "x").encode(),
    "tabs-and-newlines.txt": lambda: (DAY + "\t\n" * 90_000 + "x").encode(),
    "dots.txt": lambda: (DAY + "." * 900_000).encode(),
    "quotes.txt": lambda: (DAY + "“" * 300_000).encode(),
    "quotes-unclosed.txt": lambda: (DAY + '"a ' * 200_000 + "said").encode(),
    "stars.txt": lambda: (DAY + "* " * 300_000).encode(),
    "star-lines.txt": lambda: (DAY + "* * *\n\n" * 20_000).encode(),
    "times.txt": lambda: (DAY + "10:00 " * 120_000).encode(),
    "time-lines.txt": lambda: (DAY + "10:00 x\n\n" * 5_000).encode(),
    "update-words.txt": lambda: (DAY + "update " * 120_000).encode(),
    "update-open.txt": lambda: (DAY + "(update" * 100_000).encode(),
    "brackets.txt": lambda: (DAY + "(" * 300_000 + ")" * 300_000).encode(),
    "digits.txt": lambda: (DAY + "9" * 900_000).encode(),
    "digits-colons.txt": lambda: (DAY + "1:" * 300_000).encode(),
    "capitals.txt": lambda: (DAY + "A. " * 60_000).encode(),
    "initials.txt": lambda: (DAY + "U.S. Sen. J. R. " * 10_000).encode(),
    "dashes.txt": lambda: (DAY + "— @a " * 100_000).encode(),
    "credits.txt": lambda: (DAY + "— Ann (@ann) January 5, 2022\n" * 4_000).encode(),
    "links.txt": lambda: (DAY + "https://a.example/x " * 40_000).encode(),
    "handles.txt": lambda: (DAY + "@" * 500_000).encode(),
    "said.txt": lambda: (DAY + "he said she said " * 40_000).encode(),
    "according.txt": lambda: (DAY + "according to " * 60_000).encode(),
    "date-lines.txt": lambda: (DAY * 4_000).encode(),
    "ellipses.txt": lambda: (DAY + "… ... " * 25_000).encode(),
    "apostrophes.txt": lambda: (DAY + "'" * 500_000).encode(),
    "emoji-flood.txt": lambda: (DAY + "⚡" * 300_000).encode(),
    "paragraph-of-2mb.txt": lambda: (DAY + WORDS * 24_000).encode(),
    "front-matter-open.md": lambda: ("---\ntitle: x\n" + "a: b\n" * 15_000).encode(),
    "front-matter-bomb.md": lambda: ("---\na: &a [x,x]\n" + "b: &b [*a,*a,*a]\n" * 5000 + "---\nx").encode(),
    "md-references.md": lambda: (f"[a]: {'x' * 2000}\n\n" + "[a] " * 20_000).encode(),
    "md-reference-titles.md": lambda: ('[a]: x "' + "t" * 20_000 + '"\n\n' + "![a] " * 9000).encode(),
    "md-open-brackets.md": lambda: ("[" * 60_000).encode(),
    "md-images.md": lambda: ("![" * 60_000).encode(),
    "md-quotes.md": lambda: (">" * 30_000 + " x\n").encode(),
    "md-quote-stairs.md": lambda: "".join("> " * n + "x\n" for n in range(500)).encode(),
    "md-lists.md": lambda: "".join("  " * n + "- x\n" for n in range(1000)).encode(),
    "md-emphasis.md": lambda: ("*a **b " * 40_000).encode(),
    "md-backticks.md": lambda: "".join("`" * n + " " for n in range(900)).encode(),
    "md-html.md": lambda: ("<a " * 60_000).encode(),
    "md-comment.md": lambda: ("<!-- " * 60_000).encode(),
    "md-entities.md": lambda: ("&" * 300_000).encode(),
    "md-table.md": lambda: ("|a" * 5000 + "\n" + "|-" * 5000 + "\n" + "|x" * 5000 + "\n").encode(),
    "md-autolinks.md": lambda: ("<http://a" * 50_000).encode(),
    "md-setext.md": lambda: ("a\n" * 15_000 + "===").encode(),
    "zip-as-txt.txt": lambda: _zip(("a.txt", (DAY + WORDS).encode())),
    "png-as-txt.txt": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "elf-as-html.html": lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20,
    "sqlite-as-txt.txt": lambda: b"SQLite format 3\0" + b"\x10\0\x01\x01" * 400,
}  # fmt: skip

PAGES: dict[str, _Made] = {
    "attributes.html": lambda: f"<p {_numbered('a{}=1', 20_000)}>{WORDS}".encode(),
    "attributes-bare.html": lambda: (f"<p {'a ' * 100_000}>{WORDS}").encode(),
    "attribute-unclosed.html": lambda: (PAGE + '<a href="' + "x" * 300_000).encode(),
    "quotes-in-tag.html": lambda: ("<a " + "\"'" * 100_000 + ">" + PAGE).encode(),
    "open-tags.html": lambda: ("<" * 150_000 + WORDS).encode(),
    "tags-many.html": lambda: ("<b>" * 95_000 + WORDS).encode(),
    "tags-too-many.html": lambda: ("<p>" * 300_000).encode(),
    "deep-tables.html": lambda: ("<table><tr><td>" * 20_000 + WORDS).encode(),
    "deep-inline.html": lambda: ("<i><b>" * 20_000 + WORDS).encode(),
    "deep-lists.html": lambda: ("<ul><li>" * 3000 + WORDS + "</li></ul>" * 3000).encode(),
    "deep-anchors.html": lambda: ("<a href=/x>" * 20_000 + WORDS).encode(),
    "misnested.html": lambda: ("<b><p></b></p>" * 5_000 + WORDS).encode(),
    "formatting-adoption.html": lambda: ("<font>" * 500 + "<p>x" * 500 + WORDS).encode(),
    "comments-open.html": lambda: ("<!--" * 50_000 + PAGE).encode(),
    "comment-dashes.html": lambda: ("<!--" + "-" * 300_000 + PAGE).encode(),
    "cdata-open.html": lambda: ("<![CDATA[" * 30_000 + PAGE).encode(),
    "scripts-open.html": lambda: ("<script>" * 30_000 + PAGE).encode(),
    "styles-open.html": lambda: ("<style " * 30_000 + PAGE).encode(),
    "textarea.html": lambda: ("<textarea>" + PAGE).encode(),
    "plaintext.html": lambda: ("<plaintext>" + PAGE).encode(),
    "frameset.html": lambda: b"<frameset><frame src=file:///etc/passwd></frameset>",
    "base-file.html": lambda: f"<base href=file:///etc/>{PAGE}<a href=passwd>x</a>".encode(),
    "object-file.html": lambda: f"<object data=file:///etc/passwd></object>{PAGE}".encode(),
    "iframe-file.html": lambda: f"<iframe src=file:///etc/passwd></iframe>{PAGE}".encode(),
    "meta-refresh.html": lambda: f"<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>{PAGE}".encode(),
    "own-entities.html": lambda: (
        '<!DOCTYPE html [<!ENTITY a "xxxxxxxx"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"{PAGE}<p>{'&a;' * 9000}&f;</p>"
    ).encode(),
    "numeric-entities.html": lambda: f"{PAGE}<p>{'&#x1b;&#0;&#xd800;&#x110000;&#99999999999;' * 900}".encode(),
    "entities-unended.html": lambda: f"{PAGE}<p>{'&#' * 90_000}".encode(),
    "charset-nonsense.html": lambda: f"<meta charset=x-no-such>{PAGE}é".encode("latin-1"),
    "charset-utf16-lie.html": lambda: f"<meta charset=utf-16>{PAGE}é".encode(),
    "charset-utf7.html": lambda: f"<meta charset=utf-7>{PAGE}+ADw-script+AD4-é".encode("latin-1"),
    "charset-codec-not-text.html": lambda: f"<meta charset=zlib_codec>{PAGE}é".encode("latin-1"),
    "charset-punycode.html": lambda: f"<meta charset=punycode>{PAGE}é".encode("latin-1"),
    "charset-idna.html": lambda: f"<meta charset=idna>{PAGE * 30}é".encode("latin-1"),
    "charset-long.html": lambda: f"<meta charset={'x' * 3000}>{PAGE}é".encode("latin-1"),
    "meta-flood.html": lambda: ("<meta charset" * 300 + PAGE + "é").encode("latin-1"),
    "data-deep.html": lambda: (
        f'<script type="application/ld+json">{"[" * 100_000}</script>{PAGE}'
    ).encode(),
    "data-huge-number.html": lambda: (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":{"9" * 9000}}}</script>{PAGE}'
    ).encode(),
    "data-loop.html": _graph_loop,
    "data-updates-of-nothing.html": lambda: _live([None, 1, "x", [], {}, [[]]] * 500),
    "data-updates-same.html": lambda: _live([{"articleBody": WORDS, "datePublished": "2022-01-05T10:00Z"}] * 4000),
    "data-headline-list.html": lambda: _live({"headline": [[["x"]]], "articleBody": {"@value": {}}}),
    "data-dates.html": lambda: _live(
        [{"articleBody": f"{WORDS}{n}", "datePublished": date} for n, date in enumerate(
            ["9999-99-99T99:99:99Z", "0000-00-00", "2022-01-05T10:00:00+99:99", "-1", "1e400", "٢٠٢٢-٠١-٠٥"]
        )]
    ),
    "data-body-escaped.html": lambda: _live([{"articleBody": "&amp;" * 5000 + "lt;script&gt;"}] * 40),
    "data-unended-string.html": lambda: f'<script type="application/ld+json">{{"@type":"NewsArticle","a":"{PAGE * 40}'.encode(),
    "data-commas.html": lambda: f'<script type="application/ld+json">[{", " * 200_000}]</script>{PAGE}'.encode(),
    "time-cells.html": lambda: ("<div><time datetime=2022-01-05T10:00Z>10:00</time></div>" * 4_000).encode(),
    "time-cells-nested.html": lambda: ("<div><time>10:00</time>" * 1500).encode(),
    "time-cells-backwards.html": lambda: "".join(
        f"<div class=e><time>{n % 24}:{n % 60:02}</time><p>{WORDS}</p></div>" for n in range(600)
    ).encode(),
    "time-cells-empty.html": lambda: ("<div>" * 200 + "<time datetime=2022-01-05T10:00Z></time>" * 45_000).encode(),
    "time-cells-of-attributes.html": lambda: (f"<i {_numbered('data-time{}=1641376800', 400)}>10:00</i>" * 200).encode(),
    "time-cells-long-attributes.html": lambda: (f"<i title='{'9' * 200_000}' data-date='{'1 ' * 90_000}'>10:00</i>" * 20).encode(),
    "time-cells-deep.html": lambda: ("<blockquote>" * 200 + "<b>10:00</b> " * 45_000).encode(),
    "entries-the-same.html": lambda: (f"<div class=e><time datetime=2022-01-05T10:00Z>10:00</time>{PAGE}</div>" * 2_000).encode(),
    "entries-in-entries.html": lambda: (f"<div data-time=1641376800><b class=t>10:00</b><p>{WORDS}" * 220).encode(),
    "data-guards.html": lambda: f'<script type="application/ld+json">{"<!--//-->" * 60_000}{{}}</script>{PAGE}'.encode(),
    "data-time-huge.html": lambda: _live([{"articleBody": WORDS, "datePublished": 10**300}] * 5),
    "data-time-negative.html": lambda: _live([{"articleBody": WORDS, "datePublished": -1e308}] * 5),
    "updates-nested.html": lambda: ("<div itemprop=liveBlogUpdate><time>10:00</time>x" * 1500).encode(),
    "tweets-nested.html": lambda: ("<blockquote class=twitter-tweet><p>x" * 5000).encode(),
    "titles.html": lambda: ("<h1>Pier</h1>" * 20_000 + PAGE).encode(),
    "class-long.html": lambda: f"<div class='{'comment-' * 40_000}'>{PAGE}".encode(),
    "style-long.html": lambda: f"<div style='{'display ' * 40_000}'>{PAGE}".encode(),
    "href-long.html": lambda: f"<a href='http://a.example/{'x' * 300_000}'>a</a>{PAGE}".encode(),
    "href-escape.html": lambda: f"<a href='https://a.example/\x1b]0;x\x07'>a</a>{PAGE}".encode(),
    "breaks.html": lambda: f"<p>{'x<br>' * 15_000}".encode(),
    "pre.html": lambda: f"<pre>{' ' * 400_000}x</pre>".encode(),
    "white.html": lambda: f"<p>x{chr(160) * 300_000}y</p>".encode(),
    "mutation.html": lambda: b"<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>" + PAGE.encode(),
    "truncated-entity.html": lambda: (PAGE + "<p>last&am").encode(),
    "truncated-utf8.html": lambda: (PAGE + "<p>last é").encode()[:-1],
}  # fmt: skip

DATA: dict[str, _Made] = {
    "deep-object.json": lambda: _deep(NINJS, 199),
    "deeper-object.json": lambda: _deep(NINJS, 20_000),
    "unclosed.json": lambda: b'{"a":' * 50_000,
    "ninjs-body-object.json": lambda: _dump({**NINJS, "body_text": {"a": [1, None]}}),
    "ninjs-all-null.json": lambda: _dump(dict.fromkeys(NINJS)),
    "ninjs-all-lists.json": lambda: _dump({key: [[value]] for key, value in NINJS.items()}),
    "ninjs-all-true.json": lambda: _dump(dict.fromkeys(NINJS, True)),
    "ninjs-loop-of-items.json": lambda: _dump({**NINJS, "associations": {"a": {**NINJS, "associations": {"b": NINJS}}}}),
    "ninjs-huge-version.json": lambda: b'{"uri":"urn:x","type":"text","headline":"Pier","version":' + b"9" * 9000 + b"}",
    "float-huge.json": lambda: b'{"uri":"urn:x","type":"text","headline":"Pier","version":1e999999}',
    "documents.json": lambda: (_dump(NINJS) + b"\n") * 300,
    "documents-too-many.json": lambda: b"{}\n" * 12_000,
    "array-of-arrays.json": lambda: _dump([[[NINJS]] * 40]),
    "key-long.json": lambda: _dump({**NINJS, "k" * 500_000: 1}),
    "keys-many.json": lambda: _dump({**NINJS, **{f"k{n}": n for n in range(50_000)}}),
    "keys-hostile.json": lambda: _dump({**NINJS, "__class__": 1, "\x1b[31m": 2, "": 3}),
    "string-alone.json": lambda: b'"Pier"',
    "number-alone.json": lambda: b"7",
    "null-alone.json": lambda: b"null",
    "empty-object.json": lambda: b"{}",
    "single-quotes.json": lambda: b"{'uri': 'urn:x', 'headline': 'Pier'}",
    "comments.json": lambda: b'// x\n{"uri":"urn:x","type":"text","headline":"Pier" /* y */}',
    "trailing-comma.json": lambda: b'{"uri":"urn:x","type":"text","headline":"Pier",}',
    "control-in-string.json": lambda: b'{"uri":"urn:x","type":"text","headline":"Pi\x1b[31m\x00er"}',
    "escapes-broken.json": lambda: b'{"uri":"urn:x","type":"text","headline":"\\ud800\\q\\u12"}',
    "utf16.json": lambda: json.dumps(NINJS).encode("utf-16"),
    "guardian-types.json": lambda: _dump({"response": {"content": {"blocks": {"body": [None, 1, {"elements": 7}]}, "webTitle": 4}}}),
    "guardian-blocks-object.json": lambda: _dump({"response": {"content": {"id": "x", "blocks": {"body": {"a": 1}}}}}),
    "arc-types.json": lambda: _dump({"type": "story", "version": "0.10.9", "content_elements": [1, None, {"type": "text"}, {"type": []}], "headlines": 3}),
    "arc-deep-lists.json": lambda: _dump({"type": "story", "version": "0.10.9", "headlines": {"basic": "Pier"}, "content_elements": [_nested_list(60)]}),
    "sourcefabric-types.json": lambda: _dump({"_items": [{"groups": 1}, None, {"groups": [{"refs": [7]}]}]}),
    "reddit-types.json": lambda: _dump({"kind": "Listing", "data": {"children": [{"kind": "LiveUpdate", "data": None}, 4]}}),
    "bbc-types.json": lambda: _dump({"data": {"content": {"model": {"blocks": [None, {"type": 4}]}}}}),
    "bbc-deep-blocks.json": lambda: _dump({"type": "article", "content": {"model": {"blocks": [_nested_block(60)]}}}),
    "jsonfeed-types.json": lambda: _dump({"version": "https://jsonfeed.org/version/1.1", "items": [None, 1, {"id": {}, "content_html": [1]}], "title": []}),
    "feed-script.xml": lambda: _xml("<description>&lt;script&gt;alert(1)&lt;/script&gt;&lt;p onclick=x&gt;Words.&lt;/p&gt;</description>"),
    "feed-escape-title.xml": lambda: _xml("<link>javascript:alert(1)</link><description>\x1b]0;x\x07 Words</description>"),
    "feed-parameter-entity.xml": lambda: _xml("", '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>'),
    "feed-entity-file.xml": lambda: _xml("<description>&f;</description>", '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]>'),
    "feed-entity-utf16.xml": lambda: ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY f "x">]>' + RSS.format("&f;")).encode("utf-16"),
    "feed-dtd-comment.xml": lambda: _xml("<description>&f;</description>", '<!-- <!DOCTYPE x> --><!DOCTYPE r [<!ENTITY f "y">]>'),
    "feed-attributes.xml": lambda: ("<rss version='2.0' " + _numbered("a{}='1'", 20_000) + "><channel/></rss>").encode(),
    "feed-namespaces.xml": lambda: ("<rss " + _numbered("xmlns:a{0}='urn:{0}'", 5000) + "><channel><item><title>Pier</title></item></channel></rss>").encode(),
    "feed-items.xml": lambda: RSS.format("</item><item><title>Pier</title>" * 12_000).encode(),
    "feed-deep.xml": lambda: RSS.format("<a>" * 40_000).encode(),
    "feed-unclosed.xml": lambda: ("<rss version='2.0'><channel>" + "<item><title>Pier" * 5000).encode(),
    "feed-cdata-open.xml": lambda: ("<rss version='2.0'><channel><item><title>Pier</title><description>" + "<![CDATA[" * 20_000).encode(),
    "feed-comment-open.xml": lambda: _xml("<!--" * 20_000),
    "feed-pi.xml": lambda: _xml("<?xml-stylesheet href='http://127.0.0.1:9/'?>" * 9000),
    "feed-guid-long.xml": lambda: _xml(f"<guid>{'x' * 300_000}</guid><description>{WORDS}</description>"),
    "feed-dates.xml": lambda: _xml("</item><item>".join(f"<title>t{n}</title><pubDate>{date}</pubDate>" for n, date in enumerate(["Sat, 99 Foo 99999 99:99:99 +9999", "0", "-", "1" * 5000, "2022-01-05T10:00:00" + "0" * 5000]))),
    "feed-content-deep.xml": lambda: _xml(f"<description><![CDATA[{'<div>' * 20_000}{WORDS}]]></description>"),
    "feed-gb18030.xml": lambda: b'<?xml version="1.0" encoding="gb18030"?>' + RSS.format("<description>码头关闭。</description>").encode("gb18030"),
    "feed-no-such-encoding.xml": lambda: b'<?xml version="1.0" encoding="klingon"?>' + RSS.format("<description>é</description>").encode(),
    "atom-xhtml-deep.xml": lambda: ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Pier</title><content type='xhtml'>" + "<div xmlns='http://www.w3.org/1999/xhtml'>" * 240 + WORDS).encode(),
    "atom-content-src.xml": lambda: b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Pier</title><content src='file:///etc/passwd'/></entry></feed>",
    "opml-loop.xml": lambda: ("<opml version='2.0'><body>" + "<outline text='a' xmlUrl='file:///etc/passwd'>" * 200).encode(),
    "nitf-entity.xml": lambda: f'<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd"><nitf><head><title>Pier</title></head><body><body.content><p>{WORDS}</p></body.content></body></nitf>'.encode(),
    "nitf-deep.xml": lambda: f"<nitf><body><body.content>{'<block>' * 240}<p>{WORDS}".encode(),
    "newsml-components.xml": lambda: ("<NewsML><NewsItem>" + "<NewsComponent>" * 240 + "<NewsLines><HeadLine>Pier</HeadLine></NewsLines>").encode(),
    "newsml-g2-empty.xml": lambda: b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="" version="x"><itemMeta/><contentSet><inlineXML/></contentSet></newsItem>',
}  # fmt: skip

PACKS: dict[str, _Made] = {
    "bomb.txt.gz": lambda: gzip.compress(b"0" * 30_000_000),
    "bomb-words.txt.gz": lambda: gzip.compress(WORDS.encode() * 300_000),
    "gzip-in-gzip.txt.gz": lambda: _gzip_of((DAY + WORDS).encode(), 3),
    "gzip-in-gzip-too-often.txt.gz": lambda: _gzip_of((DAY + WORDS).encode(), 40),
    "gzip-members.txt.gz": lambda: gzip.compress(b"x") * 20_000,
    "gzip-trailing-junk.txt.gz": lambda: gzip.compress((DAY + WORDS).encode()) + b"junk" * 900,
    "gzip-bad-checksum.txt.gz": lambda: gzip.compress((DAY + WORDS).encode())[:-8] + b"\0" * 8,
    "gzip-bad-method.txt.gz": lambda: b"\x1f\x8b\x07\0" + bytes(40),
    "gzip-header-only.txt.gz": _gzip_header_only,
    "gzip-two-bytes.txt.gz": lambda: b"\x1f\x8b",
    "gzip-flipped.html.gz": lambda: bytes(b ^ (n % 97 == 50) for n, b in enumerate(gzip.compress(PAGE.encode() * 20))),
    "raw-deflate.gz": lambda: zlib.compress(WORDS.encode()),
    "bomb.zip": lambda: _zip(("a.txt", b"0" * 30_000_000)),
    "zip-slip.zip": lambda: _zip(("../../../tmp/a.txt", (DAY + WORDS).encode()), ("/etc/a.txt", WORDS.encode())),
    "zip-slip-windows.zip": lambda: _zip(("..\\..\\a.txt", (DAY + WORDS).encode()), ("C:\\a.txt", WORDS.encode())),
    "zip-link.zip": lambda: _zip_link("a.txt", "/etc/passwd"),
    "zip-lying-size.zip": _zip_lying_size,
    "zip-encrypted.zip": _zip_encrypted,
    "zip-overlapping.zip": _zip_overlapping,
    "zip-in-zip.zip": lambda: _zip(("b.zip", _zip(("c.zip", _zip(("a.txt", (DAY + WORDS).encode())))))),
    "zip-in-zip-too-deep.zip": lambda: _deep_zip(9),
    "zip-truncated.zip": lambda: _zip(("a.txt", WORDS.encode() * 90))[:-30],
    "zip-empty.zip": lambda: _zip(),
    "zip-names.zip": lambda: _zip(("\x1b]0;x\x07.txt", WORDS.encode()), ("\u202etxt.exe", WORDS.encode()), ("a/b\n.txt", WORDS.encode())),
    "zip-many.zip": lambda: _zip(*((f"{n}.jpg", b"") for n in range(9000)), mode=zipfile.ZIP_STORED),
    "zip-end-only.zip": lambda: b"PK\x05\x06" + bytes(18),
    "zip-end-lies.zip": lambda: b"PK\x03\x04" + bytes(60) + b"PK\x05\x06" + b"\xff" * 18,
    "zip-crc.zip": lambda: _zip(("a.txt", b"hello"), mode=zipfile.ZIP_STORED).replace(b"hello", b"jello"),
    "zip-method.zip": lambda: _zip(("a.txt", WORDS.encode())).replace(b"\x08\0", b"\x63\0"),
    "warc-length-negative.warc": lambda: _warc(("response", _http(PAGE.encode())), length=-5),
    "warc-length-huge.warc": lambda: _warc(("response", _http(PAGE.encode())), length=10**18),
    "warc-length-no-number.warc": lambda: _warc(("response", _http(PAGE.encode())), length="x" * 5000),
    "warc-length-digits.warc": lambda: _warc(("response", _http(PAGE.encode())), length="9" * 6000),
    "warc-length-zero.warc": lambda: _warc(("response", _http(PAGE.encode())), length=0),
    "warc-length-short.warc": lambda: _warc(*[("response", _http(PAGE.encode()))] * 3, length=120),
    "warc-header-unended.warc": lambda: b"WARC/1.0\r\n" + b"A: b\r\n" * 90_000,
    "warc-header-long.warc": lambda: b"WARC/1.0\r\nA: " + b"b" * 900_000,
    "warc-chunks-lie.warc": lambda: _warc(("response", _http(b"fffffffff\r\n" + PAGE.encode(), "Transfer-Encoding: chunked"))),
    "warc-chunks-negative.warc": lambda: _warc(("response", _http(b"-5\r\n" + PAGE.encode(), "Transfer-Encoding: chunked"))),
    "warc-encoding-lies.warc": lambda: _warc(("response", _http(PAGE.encode(), "Content-Encoding: gzip"))),
    "warc-encoding-bomb.warc": lambda: _warc(("response", _http(gzip.compress(b"0" * 30_000_000), "Content-Encoding: gzip"))),
    "warc-encodings-many.warc": lambda: _warc(("response", _http(_gzip_of(PAGE.encode(), 20), "Content-Encoding: " + "gzip, " * 20))),
    "warc-encoding-brotli.warc": lambda: _warc(("response", _http(b"\x8b\x00\x80", "Content-Encoding: br"))),
    "warc-status-nonsense.warc": lambda: _warc(("response", b"HTTP/x yyy\r\n\r\n" + PAGE.encode())),
    "warc-image.warc": lambda: _warc(("response", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n")),
    "warc-date.warc": lambda: _warc(("response", _http(PAGE.encode()))).replace(b"2022-01-05T10", b"9999-99-99T99"),
    "warc-uri-escape.warc": lambda: _warc(("response", _http(PAGE.encode()))).replace(b"https://a.example/x", b"https://a.example/\x1b[31m"),
    "warc-many.warc": lambda: _warc(*[("request", b"GET / HTTP/1.1\r\n\r\n")] * 4000),
    "mail-deep.eml": lambda: _nested_mail(900),
    "mail-in-mail.eml": lambda: _mails_in_mails(400),
    "mail-parts.eml": lambda: _many_parts(20_000),
    "mail-boundary-missing.eml": lambda: _mail("Content-Type: multipart/mixed"),
    "mail-boundary-long.eml": lambda: _mail('Content-Type: multipart/mixed; boundary="' + "b" * 200_000),
    "mail-boundary-same.eml": lambda: _mail('Content-Type: multipart/mixed; boundary="b"', body='--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' * 500 + WORDS),
    "mail-encoded-words.eml": lambda: _mail(f"X: y\r\nSubject: {'=?utf-8?q?a?= ' * 9000}"),
    "mail-encoded-word-broken.eml": lambda: _mail("Subject: =?utf-8?b?!!!!?= =?no-such?q?=E9?= =?utf-8?x?a?="),
    "mail-encoded-word-codec.eml": lambda: _mail("Subject: =?zlib_codec?q?abc?= =?punycode?q?x?="),
    "mail-headers-many.eml": lambda: _mail(*("X: y" for _ in range(40_000))),
    "mail-header-long.eml": lambda: _mail(f"X-Long: {'y' * 900_000}"),
    "mail-header-folds.eml": lambda: _mail("X:" + "\r\n y" * 90_000),
    "mail-parameters.eml": lambda: _mail("Content-Type: text/plain; " + "; ".join(f"a*{n}=x" for n in range(3000))),
    "mail-date-nonsense.eml": lambda: _mail("Date: Mon, 99 Foo " + "9" * 5000 + " 99:99:99 +999999"),
    "mail-base64-broken.eml": lambda: _mail("Content-Type: text/plain", "Content-Transfer-Encoding: base64", body="!!!!" * 900 + "UGllciBpcyBzaHV0"),
    "mail-uuencode.eml": lambda: _mail("Content-Transfer-Encoding: x-uuencode", body="begin 644 x\n" + "M" * 9000 + "\nend\n"),
    "mail-codec.eml": lambda: _mail("Content-Type: text/plain; charset=zlib_codec", body="é"),
    "mail-html-deep.eml": lambda: _mail("Content-Type: text/html", body="<div>" * 20_000 + WORDS),
    "mail-from-flood.mbox": lambda: b"From a@a.example Wed Jan  5 10:00:00 2022\n" * 20_000,
    "mail-angle-flood.eml": lambda: ("From: " + "<" * 90_000 + f"\r\nSubject: Pier\r\n\r\n{WORDS}").encode(),
    "mail-address-comments.eml": lambda: ("From: " + "(" * 3000 + f"\r\nSubject: Pier\r\n\r\n{WORDS}").encode(),
    "mail-address-quotes.eml": lambda: ("From: " + '"\\' * 40_000 + f"\r\nSubject: Pier\r\n\r\n{WORDS}").encode(),
}  # fmt: skip

WIRES: dict[str, _Made] = {
    "anpa-controls.txt": lambda: b"\x16\x16\x01" + WORDS.encode() + b"\x02" + WORDS.encode() * 40 + b"\x03\x04",
    "anpa-never-ends.txt": lambda: b"\x16\x01a0123\x1fr i \x1f" + b"bc-pier \x13" * 20_000,
    "eds-flood.txt": lambda: (DAY + "^Eds: x\n" * 20_000).encode(),
    "lead-numbers.txt": lambda: (DAY + "1st Ld-Writethru, " * 40_000).encode(),
}  # fmt: skip


def _nested_list(depth: int) -> object:
    value: object = {"type": "text", "content": "Pier"}
    for _ in range(depth):
        value = {"type": "list", "list_type": "unordered", "items": [value]}
    return value


def _nested_block(depth: int) -> object:
    value: object = {"type": "fragment", "model": {"text": "Pier", "attributes": []}}
    for _ in range(depth):
        value = {"type": "text", "model": {"blocks": [value]}}
    return value


def _deep_zip(depth: int) -> bytes:
    data = _zip(("a.txt", (DAY + WORDS).encode()))
    for _ in range(depth):
        data = _zip(("b.zip", data))
    return data


CASES: dict[str, _Made] = {**TEXTS, **PAGES, **DATA, **PACKS, **WIRES}
"""All of them by the names of their files."""


def write(folder: Path) -> None:
    """Write all cases into a folder."""
    for name, made in CASES.items():
        (folder / name).write_bytes(made())
