"""Header fields as WARC, HTTP and mail write them: name, colon, value, folded lines.

What must stay true: linear time, bounded length, no field that is malformed stops the rest.
"""

from __future__ import annotations

import io
import re

from newsreader.reading.limits import MAX_FIELDS, MAX_HEAD

Fields = dict[str, str]
"""Name in lower case to the first value of that name, as Latin-1 (or UTF-8, where it is that)."""


_PARAMETER = re.compile(r";\s*([\w*-]{1,40})\s*=\s*(?:\"([^\"]*)\"|([^;]*))")


def read_head(stream: io.BufferedReader) -> tuple[Fields, bool]:
    """The fields up to a blank line, and whether the head ended there.

    What is longer than :data:`newsreader.reading.limits.MAX_HEAD` has not ended.
    """
    lines: list[bytes] = []
    length = 0
    while length < MAX_HEAD and len(lines) < MAX_FIELDS:
        line = stream.readline(MAX_HEAD)
        length += len(line)
        if line in {b"\n", b"\r\n"}:
            return fields(lines), True
        if not line:
            break
        lines.append(line)
    return fields(lines), False


def head_of(data: bytes, start: int = 0, end: int | None = None) -> tuple[Fields, int]:
    """The fields in ``data`` from ``start`` up to a blank line; of very many the first.

    Args:
        data: what begins with a head at ``start``.
        start: the beginning of a line.
        end: where the head ends at the latest; None for the end of the data.

    Returns:
        The fields, and where the rest begins.
    """
    last = len(data) if end is None else min(end, len(data))
    at = start
    lines: list[bytes] = []
    while at < last:
        after = data.find(b"\n", at, last) + 1 or last
        blank = after - at <= 2 and not data[at:after].strip()
        if len(lines) < MAX_FIELDS and not blank:
            lines.append(data[at : min(after, at + MAX_HEAD)])
        at = after
        if blank:
            break
    return fields(lines), at


def fields(lines: list[bytes]) -> Fields:
    """The fields in some lines."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        text = _decoded(line).rstrip("\r\n")
        if text[:1] in {" ", "\t"}:
            current.append(text.strip())
            continue
        name, colon, value = text.partition(":")
        current = [value.strip()]
        if colon and name.strip():
            found.setdefault(name.strip().lower(), current)
    return {name: " ".join(parts) for name, parts in found.items()}


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def media_type(field: str | None) -> str:
    """The media type in a ``Content-Type`` field, in lower case; "" where there is none."""
    return (field or "").partition(";")[0].strip().lower()


def parameter(field: str | None, name: str) -> str | None:
    """A parameter of a field, as ``charset`` of ``text/html; charset="utf-8"``."""
    for found in _PARAMETER.finditer(field or ""):
        if found[1].lower() == name:
            return (found[3] if found[2] is None else found[2]).strip().strip("'") or None
    return None
