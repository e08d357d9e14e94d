"""The frames of wire text: where one message begins and ends, and which of it is its text.

Two frames are in use. The older bulletins (ANPA 1312, IPTC 7901) frame with control bytes: SOH
before the header, STX before the text, ETX after it, EOT at the end. Teleprinter services frame
with the lines ``ZCZC`` and ``NNNN``. Files without either are one message.

What must stay true: no control character but LF and TAB leaves this module; time is linear.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsreader.reading.limits import MAX_MESSAGES
from newsreader.reading.wire.sent import is_sent

_SOH, _STX, _ETX, _EOT = "\x01", "\x02", "\x03", "\x04"
_SPACES = dict.fromkeys((0x10, 0x1C, 0x1D, 0x1E, 0x1F), " ")  # space bands, separators
_DROPPED = dict.fromkeys(
    (*range(9), *range(0x0B, 0x10), *range(0x11, 0x1C), *range(0x7F, 0xA0)), None
)
_CONTROLS = _SPACES | _DROPPED
_ZCZC = re.compile(r"^[ \t]*ZCZC(?![a-z])[^\n]*\n?", re.MULTILINE)
_NNNN = re.compile(r"^(?P<said>[^\n]{0,60}?)[ \t]{0,20}\bNNNN[ \t]{0,20}$", re.MULTILINE)
_HEADER = re.compile(
    r"[A-Za-z]{2,4}\s?\d{2,4}\s{1,3}\d\s{1,3}[A-Za-z]{1,3}\s{1,3}\d{1,4}\b[^\n]{0,60}$"
)
_KEYWORDS = re.compile(r"(?:[^\n]{2,80}/|[^\s/]{2,40}(?:/[^\s/]{2,40})+)[ \t]*$")
_TABULAR = re.compile(r"[a-z] ?[\x13\x14]\x12 ", re.IGNORECASE)


class Message(NamedTuple):
    """One message: what stands before its text, the text, what stands after it."""

    header: str
    text: str
    trailer: str
    tabular: bool = False  # the lines of its text are rows


def messages(source: str) -> list[Message]:
    """The messages of a wire text, in order.

    Args:
        source: the decoded input, control characters and all.

    Returns:
        At most :data:`MAX_MESSAGES` and one; those without a word are left out.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if _SOH in source or _STX in source:
        found = _framed(source)
    elif _ZCZC.search(source):
        found = [_teleprinted(part) for part in _ZCZC.split(source, maxsplit=MAX_MESSAGES + 1)]
    else:
        found = [Message("", plain(source), "")]
    return [each for each in found if not each.text.isspace() and each.text]


def plain(text: str) -> str:
    """``text`` without the control characters of the transmission."""
    return text.translate(_CONTROLS)


def _framed(source: str) -> list[Message]:
    """The transmissions, each from its SOH (or its STX) to its end; words before the first, too."""
    mark = _SOH if _SOH in source else _STX
    before, *parts = source.split(mark, MAX_MESSAGES + 1)
    kept = "" if mark == _SOH else mark
    return [Message("", plain(before), ""), *(_controlled(kept + part) for part in parts)]


def _controlled(part: str) -> Message:
    """A transmission: header, STX, text, ETX, trailer, EOT; any of the marks may be missing."""
    part = part.partition(_EOT)[0]
    header, begun, text = part.partition(_STX)
    if not begun:
        header, _, text = part.partition("\n")
    text, _, trailer = text.partition(_ETX)
    tabular = _TABULAR.search(header[:400]) is not None
    header, text = _with_keywords(plain(header), plain(text))
    return Message(header, text, plain(trailer), tabular)


def _with_keywords(header: str, text: str) -> tuple[str, str]:
    """Header and text, where the text begins with what belongs in the header.

    That is the line with number and category after IPTC 7901, and a line of keywords.
    """
    lines = text.strip("\n").split("\n", 5)
    if not header and _HEADER.match(lines[0].strip()):
        header = lines.pop(0)
    while lines and not lines[0].strip():
        lines.pop(0)
    if header and lines and _KEYWORDS.match(lines[0].strip()):
        header = f"{header}\n{lines.pop(0)}"
    return header, "\n".join(lines) if header else text


def _teleprinted(part: str) -> Message:
    """What stands between ZCZC and NNNN; before the latter may stand a date."""
    ends = _NNNN.search(part)
    header, text = _with_keywords("", plain(part if ends is None else part[: ends.start()]))
    said = "" if ends is None else plain(ends["said"])
    before, _, last = text.rstrip().rpartition("\n")
    if not said.strip() and is_sent(last.strip()):
        text, said = before, last
    return Message(header, text, said)
