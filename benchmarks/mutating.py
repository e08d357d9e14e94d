"""Inputs for the fuzzing: samples changed in many ways, and texts made of what samples are made of.

What must stay true: the same seeds, seed and number always give the same input, so that an input
is known by its number alone.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

Json = Any
"""What ``json`` reads and writes."""

LARGEST = 60_000
"""Bytes of a sample that is changed: larger ones take time and show no more."""

_TOKENS = re.compile(
    rb"<[^<>]{0,300}>|\"[^\"\n]{0,200}\"|[{}\[\],:]|\r?\n|[ \t]+|[^\s<>\"{}\[\],:]+"
)
_TAG = re.compile(rb"<([A-Za-z][\w:.-]{0,40})")
_ATTRIBUTE = re.compile(rb"\s([A-Za-z][\w:.-]{0,40}=(?:\"[^\"<>]{0,200}\"))")
_KEY = re.compile(rb'"([A-Za-z@_][\w:@.-]{0,40})"\s{0,9}:')
_FIELD = re.compile(rb"^([A-Z][A-Za-z-]{1,40}: [^\r\n]{0,200})", re.MULTILINE)
_LINE = re.compile(rb"^([^\r\n<>{}]{1,200})$", re.MULTILINE)
_SHARP = (
    b"\n",
    b"\r\n",
    b"\n\n",
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x1b[c",
    b"\xe2\x80\xa8",
    b"\xe2\x80\xae",
    b"\xc2\x85",
    b"\xf0\x9f\x87\xa6",
    b"&#0;",
    b"&amp;lt;",
    b"&#x110000;",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;",
    b"</",
    b"<p",
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b"\\u",
    b"\\ud800",
    b"1e999",
    b"-0",
    b"NaN",
    b"null",
    b"9" * 30,
    b"--b",
    b"From a b\n",
    b"=?utf-8?q?",
    b"Content-Type: message/rfc822\n\n",
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08",
    b"PK\x05\x06",
    b"Update: ",
    b"(update2:01eastern):",
    b"12:60 a.m.",
    b"29 February 2023",
    b"00:00 GMT",
    b"* * *",
    b"1. ",
    b"> ",
    b"```",
    b"](",
    b"![",
    b"^Eds: ",
    b"(Reuters) -",
    b" said ",
    b", citing ",
    b"\xe2\x80\x9c",
    b"\xe2\x80\x9d",
    b"U.S. ",
    b"...",
    b"?!",
    b"pic.twitter.com/x",
    b"\xe2\x80\x94 A (@b) May 5, 2022",
)
_SCALARS: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    10**40,
    1.5e308,
    "",
    " ",
    "x",
    "\ud800",
    "\0",
    "<p>a</p>",
    "&lt;p&gt;",
    "2022-01-05T25:61:00Z",
    "0000-00-00",
    "9999-12-31T23:59:59+23:59",
    "-1",
    "http://[",
    "javascript:x",
    [],
    {},
    [[]],
    [None],
    {"": None},
)


class Seeds(NamedTuple):
    """What inputs are made of."""

    samples: Sequence[bytes]
    tags: Sequence[bytes]
    attributes: Sequence[bytes]
    keys: Sequence[str]
    fields: Sequence[bytes]
    lines: Sequence[bytes]


def seeds_of(folders: Iterable[Path]) -> Seeds:
    """What the files in some folders give, in the order of their names."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    sized = [path for path in paths if 0 < path.stat().st_size <= LARGEST]
    samples = list(dict.fromkeys(path.read_bytes() for path in sized if path.suffix != ".py"))
    return Seeds(
        samples,
        _found(_TAG, samples),
        _found(_ATTRIBUTE, samples),
        [key.decode() for key in _found(_KEY, samples)],
        _found(_FIELD, samples),
        _found(_LINE, samples),
    )


def _found(pattern: re.Pattern[bytes], samples: Sequence[bytes]) -> list[bytes]:
    found = {each for sample in samples for each in pattern.findall(sample)}
    return sorted(found) or [b"x"]


def made(seeds: Seeds, seed: int, number: int) -> bytes:
    """Input ``number`` of the run that ``seed`` names."""
    draw = random.Random(f"{seed} {number}")
    data = draw.choice(_GENERATORS)(seeds, draw) if draw.random() < 0.35 else _sample(seeds, draw)
    for _ in range(draw.choice((0, 1, 1, 2, 4, 8))):
        data = draw.choice(_CHANGES)(data, seeds, draw)
    return data


def _sample(seeds: Seeds, draw: random.Random) -> bytes:
    data = draw.choice(seeds.samples)
    if len(data) > 6_000 and draw.random() < 0.7:  # a piece of it: more inputs in the same time
        start = draw.choice((0, draw.randrange(len(data))))
        data = data[start : start + draw.randint(100, 6_000)]
    return data


# -- changes -------------------------------------------------------------------------------------


def _bytes(data: bytes, _seeds: Seeds, draw: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(draw.randint(1, 8)):
        if changed:
            changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def _sharp(data: bytes, _seeds: Seeds, draw: random.Random) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + draw.choice(_SHARP) * draw.choice((1, 1, 1, 2, 40)) + data[at:]


def _cut(data: bytes, _seeds: Seeds, draw: random.Random) -> bytes:
    start = draw.randrange(len(data) + 1)
    return data[:start] + data[start + draw.choice((1, 3, 50, 1_000, len(data))) :]


def _repeated(data: bytes, _seeds: Seeds, draw: random.Random) -> bytes:
    start = draw.randrange(len(data) + 1)
    piece = data[start : start + draw.randint(1, 300)]
    at = draw.randrange(len(data) + 1)
    return data[:at] + piece * draw.choice((1, 1, 2, 30)) + data[at:]


def _crossed(data: bytes, seeds: Seeds, draw: random.Random) -> bytes:
    other = draw.choice(seeds.samples)
    start = draw.randrange(len(other))
    at = draw.randrange(len(data) + 1)
    return data[:at] + other[start : start + draw.randint(1, 3_000)] + data[at:]


def _tokens(data: bytes, seeds: Seeds, draw: random.Random) -> bytes:
    """Tags, strings, marks and words dropped, doubled and exchanged."""
    tokens = _TOKENS.findall(data) or [b""]
    for _ in range(draw.randint(1, 6)):
        at, other = draw.randrange(len(tokens)), draw.randrange(len(tokens))
        kind = draw.randrange(4)
        if kind == 0:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif kind == 1:
            tokens[at] = b""
        elif kind == 2:
            tokens[at] += tokens[other]
        else:
            tokens[at] = b"<%s>" % draw.choice(seeds.tags)
    return b"".join(tokens)


def _structure(data: bytes, seeds: Seeds, draw: random.Random) -> bytes:
    """JSON with values exchanged, whatever kind they were of; other data as bytes."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return _tokens(data, seeds, draw)
    for _ in range(draw.randint(1, 5)):
        places = list(_places(value))
        if not places:
            break
        holder, key = draw.choice(places)
        other, from_ = draw.choice(places)
        holder[key] = deepcopy(draw.choice((draw.choice(_SCALARS), other[from_])))
    return json.dumps(value).encode()


def _places(value: Json) -> Iterable[tuple[Any, Any]]:
    """Where a value of JSON holds others."""
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        if not isinstance(holder, dict | list):
            continue
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            yield holder, key
            waiting.append(holder[key])


def _packed(data: bytes, _seeds: Seeds, draw: random.Random) -> bytes:
    """In a pack, or in another encoding."""
    kind = draw.randrange(6)
    if kind == 0:
        return gzip.compress(data, 1)
    if kind == 1:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as pack:
            pack.writestr("a.txt", data)
        return held.getvalue()
    if kind == 2:
        return b"From a b\nSubject: x\n\n" + data
    if kind == 3:
        head = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://x.example/\r\n"
        return head + b"Content-Length: %d\r\n\r\n" % len(data) + data + b"\r\n\r\n"
    if kind == 4:
        head = b"Subject: x\nContent-Transfer-Encoding: base64\nContent-Type: text/html\n\n"
        return head + base64.encodebytes(data)
    return data.decode("utf-8", "replace").encode(draw.choice(("utf-16", "utf-16-be", "utf-32")))


_Change = Callable[[bytes, Seeds, random.Random], bytes]
_CHANGES: tuple[_Change, ...] = (
    _bytes, _sharp, _sharp, _cut, _repeated, _crossed, _tokens, _tokens, _structure, _structure,
    _packed,
)  # fmt: skip


# -- from nothing --------------------------------------------------------------------------------


def _line(seeds: Seeds, draw: random.Random) -> bytes:
    words = draw.choice(seeds.lines)
    return words + draw.choice(_SHARP) if draw.random() < 0.2 else words


def _text(seeds: Seeds, draw: random.Random) -> bytes:
    """Lines of many articles, with and without blank lines between."""
    lines = [_line(seeds, draw) for _ in range(draw.randint(1, 25))]
    return draw.choice((b"\n", b"\n\n", b"\r\n")).join(lines)


def _tree(seeds: Seeds, draw: random.Random, depth: int = 0) -> bytes:
    name = draw.choice(seeds.tags)
    attributes = b"".join(
        b" " + draw.choice(seeds.attributes) for _ in range(draw.choice((0, 0, 1, 3)))
    )
    inside = b"".join(
        _tree(seeds, draw, depth + 1) if depth < 6 and draw.random() < 0.6 else _line(seeds, draw)
        for _ in range(draw.randint(0, 4))
    )
    return b"<%s%s>%s</%s>" % (name, attributes, inside, name)


def _markup(seeds: Seeds, draw: random.Random) -> bytes:
    """XML or HTML out of the names that samples have."""
    body = b"".join(_tree(seeds, draw) for _ in range(draw.randint(1, 5)))
    if draw.random() < 0.5:
        return b'<?xml version="1.0"?>' + body
    data = json.dumps(_value(seeds, draw)).encode()
    script = b'<script type="application/ld+json">%s</script>' % data
    return b"<html><head>%s</head><body>%s</body></html>" % (script, body)


def _value(seeds: Seeds, draw: random.Random, depth: int = 0) -> Json:
    kind = draw.random()
    if depth > 5 or kind < 0.2:
        return deepcopy(draw.choice(_SCALARS))
    if kind < 0.45:
        return draw.choice(seeds.lines).decode("utf-8", "replace")
    if kind < 0.6:
        return [_value(seeds, draw, depth + 1) for _ in range(draw.randint(0, 4))]
    return {
        draw.choice(seeds.keys): _value(seeds, draw, depth + 1) for _ in range(draw.randint(0, 7))
    }


def _json(seeds: Seeds, draw: random.Random) -> bytes:
    """JSON out of the keys that samples have, one document or some."""
    documents = [json.dumps(_value(seeds, draw)).encode() for _ in range(draw.choice((1, 1, 3)))]
    return b"\n".join(documents)


def _mail(seeds: Seeds, draw: random.Random) -> bytes:
    """Header fields of many samples over some parts."""
    head = [draw.choice(seeds.fields) for _ in range(draw.randint(1, 8))]
    parts = [
        b"\n".join((draw.choice(seeds.fields), b"", _text(seeds, draw)))
        for _ in range(draw.randint(1, 3))
    ]
    head.append(b"Content-Type: multipart/%s; boundary=b" % draw.choice((b"mixed", b"alternative")))
    return b"\n".join(head) + b"\n\n--b\n" + b"\n--b\n".join(parts) + b"\n--b--\n"


_Generator = Callable[[Seeds, random.Random], bytes]
_GENERATORS: tuple[_Generator, ...] = (_text, _text, _markup, _markup, _json, _json, _mail)
