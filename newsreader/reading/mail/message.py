"""What the header of a mail says, in plain words.

What must stay true: a field that cannot be understood is left as it is written, or out; nothing in
a header raises.
"""

from __future__ import annotations

import binascii
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote

from newsreader.reading.clean import decode

_LONGEST = 2_000
"""Code points of one field that are looked at."""
_ENCODED = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]{0,2000})\?=")
_ID = re.compile(r"<([^<>\s]{3,250})>")


def words(field: str | None) -> str | None:
    """The words of a field, encoded ones decoded, as one line; None for none."""
    if not field:
        return None
    field = field[:_LONGEST]
    text = _decoded(field) if _ENCODED.search(field) else field
    return " ".join(text.split()) or None


def _decoded(field: str) -> str:
    """A field with its encoded words (RFC 2047) decoded, as far as they can be.

    What one word leaves unfinished the next one may finish, so those of one charset go together.
    """
    parts: list[str] = []
    charset, pending = "", b""
    at = 0
    for found in _ENCODED.finditer(field):
        between = field[at : found.start()]
        if found[1].lower() != charset or not between.isspace():
            parts.append(decode(pending, charset).text)
            charset, pending = found[1].lower(), b""
        if between and not (at and between.isspace()):
            parts.append(between)
        pending += _base64(found[3]) if found[2] in "bB" else _quoted(found[3], charset)
        at = found.end()
    return "".join((*parts, decode(pending, charset).text, field[at:]))


def _base64(text: str) -> bytes:
    signs = re.sub("[^A-Za-z0-9+/]", "", text)
    signs = signs[: len(signs) - (len(signs) % 4 == 1)]
    return binascii.a2b_base64(signs + "=" * (-len(signs) % 4))


def _quoted(text: str, charset: str) -> bytes:
    """What ``Q`` stands for; letters that were not to be there in the charset that is stated."""
    try:
        data = text.encode(charset, errors="replace")
    except (LookupError, ValueError):  # no charset is called that
        data = text.encode()
    return binascii.a2b_qp(data, header=True)


def sender(field: str | None) -> str | None:
    """Who a mail is from: the name, or the address where there is no name."""
    said = (field or "")[:_LONGEST]
    named, bracket, rest = said.partition("<")
    if not bracket:  # "a@b.example (Ann Example)"
        address, _, comment = said.partition("(")
        return words(comment.rpartition(")")[0]) or words(address)
    name = named.strip().strip('"').replace('\\"', '"')
    return words(name) or words(rest.partition(">")[0]) or words(said)


def sent(field: str | None) -> datetime | None:
    """When a mail was sent, with its zone; None where that is not told rightly."""
    try:
        found = parsedate_to_datetime((field or "")[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def identity(field: str | None) -> str | None:
    """The address of a mail by its Message-ID (RFC 2392); None where it has none."""
    found = _ID.search((field or "")[:_LONGEST])
    return f"mid:{quote(found[1], safe='@/')}" if found else None
