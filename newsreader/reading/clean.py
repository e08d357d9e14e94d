"""Bytes to the canonical text: the one place where characters are ever changed.

What must stay true (all offsets of the project rest on it): after :func:`canonical` a text
holds LF as its only line end and no control character but LF and TAB; apart from CRLF and CR
every character was replaced by exactly one; doing it again changes nothing. Bidi controls,
zero-width characters and combining marks are content and stay: showing them is the screen's
business.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

from newsreader.characters import control_pictures

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODES = bytes(range(1, 0x20))
_MEANS_CP1252 = frozenset({"iso8859-1", "ascii", "cp1252"})
_MEANS_MORE = {  # labels that stand for what grew out of them, as in the WHATWG encoding standard
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
_NO_CHARSETS = frozenset({
    "unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined", "utf-7",
})  # fmt: skip
"""Codecs of Python's that no text is sent in; the last only by who wants to hide something."""
_LABEL = 40  # code points of the longest label
_SEVEN_BITS = frozenset({"iso2022_jp", "iso2022_jp_2", "iso2022_kr", "hz"})
_FEW = 200  # of so many code points one may be damaged, and the label is right all the same

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

# One well-formed UTF-8 sequence beyond ASCII. Used only to weigh evidence once strict decoding
# has failed.
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf1-\xf4][\x80-\xbf]{3}"
)
_TYPOGRAPHY = re.compile(rb"\xe2\x80[\x90-\xa6]")  # dashes, quotes, ellipsis, in UTF-8


class Decoded(NamedTuple):
    """A decoded text, how it was decoded, and what a reader should know of that."""

    text: str
    charset: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode ``data``: byte order mark, strict UTF-8, the declared label, then the likelier of two.

    Args:
        data: the whole input.
        declared: the charset that the source states, where a format has such a thing. ASCII and
            Latin-1 labels mean Windows-1252, as in the WHATWG encoding standard; a label that
            nobody knows counts as none.

    Returns:
        The text (not yet canonical), the charset used, and a warning where it was a guess or
        something was lost.
    """
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], charset)
    wide = wide_charset(data)
    if wide is not None:
        return _replacing(data, wide)
    name = _named(declared)
    if name in _SEVEN_BITS:  # its bytes are also ASCII, and mean something else
        return _replacing(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _declared(data, name) or _damaged_or_cp1252(data)


def wide_charset(data: bytes) -> str | None:
    """The UTF-16 that ``data`` without a byte order mark is in, told by where its NULs stand.

    A few NULs in what else is plain UTF-8 are no evidence: they are damage in such a text.
    """
    nuls = data.count(0)
    if not data or len(data) % 2 or nuls * 20 < len(data):
        return None
    if nuls * 3 < len(data) and _is_plain(data):
        return None
    even = data[::2].count(0)
    charset, own = ("utf-16-be", even) if even * 2 > nuls else ("utf-16-le", nuls - even)
    if own * 20 < nuls * 19:
        return None
    try:
        data.decode(charset)
    except UnicodeDecodeError:
        return None
    return charset


def _is_plain(data: bytes) -> bool:
    """Whether ``data`` is UTF-8 with hardly a control code; in UTF-16 every script brings many."""
    codes = len(data) - len(data.translate(None, _CODES))
    try:
        return codes * 10 < len(data) and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _replacing(data: bytes, charset: str) -> Decoded:
    """``data`` in a known charset; what is malformed becomes U+FFFD, said once."""
    try:
        return Decoded(data.decode(charset), charset)
    except UnicodeDecodeError:
        text = data.decode(charset, errors="replace")
        return Decoded(text, charset, (f"some bytes are not valid {charset}; shown as \ufffd",))


def _named(label: str | None) -> str | None:
    """The charset that a label means, None for a label that nobody knows."""
    try:
        name = codecs.lookup((label or "").strip()[:_LABEL]).name
        "".encode(name)  # what is no charset ("hex", "zip") says so here
    except (LookupError, ValueError):
        return None
    return None if name in _NO_CHARSETS else _MEANS_MORE.get(name, name)


def _declared(data: bytes, name: str | None) -> Decoded | None:
    """``data`` in the charset that the source states, or None if that does not fit."""
    if name is None or name == "utf-8":  # which it is not
        return None
    if name in _MEANS_CP1252:
        return _cp1252(data)
    try:
        return Decoded(data.decode(name), name)
    except ValueError:
        pass
    try:
        text = data.decode(name, errors="replace")
    except ValueError:  # a codec that forgives nothing
        return None
    damaged = text.count("\ufffd")
    warning = f"some bytes are not valid {name}; shown as \ufffd"
    return Decoded(text, name, (warning,)) if damaged * _FEW < len(text) else None


def _damaged_or_cp1252(data: bytes) -> Decoded:
    """Damaged UTF-8, or Windows-1252? Told by the bytes beyond ASCII, for only those differ.

    ASCII is no evidence: a long English text with six curly quotes is 99.9 % valid UTF-8 either
    way. Typographic marks in well-formed UTF-8 are; so are more whole sequences than broken ones.
    """
    whole = sum(1 for _ in _SEQUENCE.finditer(data))
    text = data.decode("utf-8", errors="replace")
    if _TYPOGRAPHY.search(data) or whole > text.count("\ufffd"):
        return Decoded(text, "utf-8", ("some bytes are not valid utf-8; shown as \ufffd",))
    return _cp1252(data)


def _cp1252(data: bytes) -> Decoded:
    text = data.decode("cp1252", errors="replace")
    return Decoded(text, "cp1252", ("not valid utf-8; read as windows-1252",))


def canonical(text: str) -> str:
    """The canonical form of ``text``: LF line ends, every other control character made visible.

    CRLF and CR become LF. Then one character for one: C0 (but LF and TAB) and DEL become their
    control pictures, U+2028/2029 that of LF; C1 and lone surrogates become U+FFFD. Idempotent.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return pictures(text)


def pictures(text: str) -> str:
    """``text`` with its control characters (but LF and TAB) made visible, length kept."""
    return text.translate(_pictures()) if _CONTROL.search(text) else text


@cache
def _pictures() -> dict[int, str]:
    return control_pictures() | {0x09: "\t", 0x0A: "\n"}
