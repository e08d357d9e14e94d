"""How a mail is known: by header fields that only mails have, or by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

SUFFIXES = frozenset({".eml", ".mbox"})
"""Of files that hold mails."""

_SEEN = 65_536  # bytes in which the header of a mail must end
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):(?:\s|$)")
_MBOX = re.compile(rb"From \S+ ")  # the line that an mbox puts before each mail
_MAIL_ONLY = frozenset({b"received", b"mime-version", b"message-id"})


def is_mail(data: bytes, suffix: str) -> bool:
    """Whether ``data`` is a mail or a box of mails.

    An article may begin with "From: ..." and "Date: ..."; nobody writes a Message-ID above one.

    Args:
        data: the whole input.
        suffix: of its name, in lower case.
    """
    if suffix in SUFFIXES:
        line = next(_head_lines(data), b"")
        return bool(_FIELD.match(line) or _MBOX.match(line))
    names: list[bytes] = []
    for number, line in enumerate(_head_lines(data)):
        if not line.strip():
            break
        field = _FIELD.match(line)
        if field:
            names.append(field[1].lower())
        elif not (names and line[:1] in b" \t") and (number or not _MBOX.match(line)):
            return False
    return len(names) > 1 and not _MAIL_ONLY.isdisjoint(names)


def _head_lines(data: bytes) -> Iterator[bytes]:
    """The lines with which ``data`` begins, blank ones before the first left out."""
    head = data[:_SEEN].removeprefix(b"\xef\xbb\xbf").lstrip()
    yield from head.splitlines()
