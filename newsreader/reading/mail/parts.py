"""The parts of a mail, found in one walk over its lines, however deep they nest.

What must stay true: linear time; at most :data:`newsreader.reading.limits.MAX_PARTS` parts; a part
that is cut short or broken is read as far as it goes.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from newsreader.reading.limits import MAX_HEAD, MAX_PARTS
from newsreader.reading.packs.heads import Fields, head_of, media_type, parameter

_DELIMITER = re.compile(rb"^--([^\r\n]{1,300})\r?$", re.MULTILINE)
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_ALTERNATIVE = "multipart/alternative"
_FORWARDED = "message/rfc822"
_HEAD = 8_192  # bytes of the head of a part: there may be as many as parts


class Part(NamedTuple):
    """A part that has no parts itself."""

    fields: Fields
    data: bytes
    group: int | None  # the outermost choice of alternatives that it is in, by its number
    branch: int  # which of the alternatives it belongs to

    @property
    def kind(self) -> str:
        """Its media type."""
        return media_type(self.fields.get("content-type")) or "text/plain"

    @property
    def is_attached(self) -> bool:
        """Whether it is no part of what a reader sees, but a file that comes with it."""
        disposition = self.fields.get("content-disposition", "")
        return disposition.strip().lower().startswith("attachment")

    @property
    def charset(self) -> str | None:
        """As it is declared."""
        return parameter(self.fields.get("content-type"), "charset")

    @property
    def content(self) -> bytes:
        """Its bytes without their transfer coding, as far as they can be read."""
        coding = self.fields.get("content-transfer-encoding", "").strip().lower()
        if coding == "base64":
            return _base64(self.data)
        return binascii.a2b_qp(self.data) if coding == "quoted-printable" else self.data


_BARE = Part({}, b"", None, 0)


def leaves(fields: Fields, body: bytes) -> Iterator[Part]:
    """The parts of a mail that have none themselves, in order.

    Args:
        fields: the mail's own header.
        body: what comes after it.
    """
    walk = _Walk()
    if not walk.enter(fields):
        yield _only(fields, body)
        return
    begun: tuple[Part, int] | None = None
    bare: tuple[Part, int] | None = (_BARE, 0)  # the text of a whole that had no part so far
    for found in _DELIMITER.finditer(body):
        if not walk.meets(found[1].rstrip()):
            continue
        if begun is not None:
            yield begun[0]._replace(data=_before(body, begun[1], found.start()))
        begun, bare = None, None
        if walk.count > MAX_PARTS:
            return
        if not walk.closed:
            start = body.find(b"\n", found.end()) + 1 or len(body)
            own, start = head_of(body, start, start + _HEAD)
            if media_type(own.get("content-type")) == _FORWARDED:
                own, start = head_of(body, start, start + MAX_HEAD)
            whole = walk.open[-1]
            if walk.enter(own):
                bare = _BARE, start
            else:
                begun = Part(own, b"", whole.group, whole.branch), start
    if last := begun or bare:
        yield last[0]._replace(data=body[last[1] :])


def _only(fields: Fields, body: bytes) -> Part:
    """A mail that is one part; its text, where it says that it has parts, and not which."""
    whole = media_type(fields.get("content-type")).startswith("multipart/")
    return Part({} if whole else fields, body, None, 0)


def _before(body: bytes, start: int, end: int) -> bytes:
    """A part without the line end that belongs to the line after it."""
    return body[start:end].removesuffix(b"\n").removesuffix(b"\r")


@dataclass
class _Whole:
    """A part that has parts, while they are read."""

    boundary: bytes
    group: int | None
    branch: int
    counts: bool  # whether its own parts are the alternatives of that group


@dataclass
class _Walk:
    """Which parts are open, and where in them the walk is."""

    open: list[_Whole] = field(default_factory=list)
    depth_of: dict[bytes, int] = field(default_factory=dict)
    count: int = 0
    closed: bool = False  # whether the last line that was met ended a part, and began none

    def enter(self, fields: Fields) -> bool:
        """Go into a part, if it has parts."""
        kind = media_type(fields.get("content-type"))
        boundary = parameter(fields.get("content-type"), "boundary")
        if not kind.startswith("multipart/") or not boundary:
            return False
        line = boundary.encode("utf-8", "replace")
        group, branch = (self.open[-1].group, self.open[-1].branch) if self.open else (None, 0)
        if group is None and kind == _ALTERNATIVE:
            whole = _Whole(line, self.count, -1, counts=True)
        else:
            whole = _Whole(line, group, branch, counts=False)
        self.open.append(whole)
        self.depth_of[line] = len(self.open)
        return True

    def meets(self, line: bytes) -> bool:
        """Take a line that looks as if it stood between parts; whether it does."""
        depth = self._depth(line)
        self.closed = depth is None
        if depth is None and line.endswith(b"--"):
            depth = self._depth(line[:-2])
        if depth is None:
            return False
        del self.open[depth - self.closed :]
        if not self.closed:
            self.count += 1
            self.open[-1].branch += self.open[-1].counts
        return True

    def _depth(self, boundary: bytes) -> int | None:
        """How deep the open part of that boundary is."""
        depth = self.depth_of.get(boundary, 0)
        is_open = 0 < depth <= len(self.open) and self.open[depth - 1].boundary == boundary
        return depth if is_open else None


def _base64(data: bytes) -> bytes:
    """What can be decoded of base64, however broken it is."""
    signs = _NO_BASE64.sub(b"", data)
    signs = signs[: len(signs) - (len(signs) % 4 == 1)]
    return binascii.a2b_base64(signs + b"=" * (-len(signs) % 4))
