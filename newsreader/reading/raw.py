"""One input as bytes, with what is known of it before anybody looked at its format.

What must stay true: nothing here was made up. A field that the way to the bytes does not tell is
empty.
"""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from typing import NamedTuple

from newsreader.errors import SourceError
from newsreader.model.validators import Validators


class Unmodified(NamedTuple):
    """A page of which its server says that it is as it was when it was read last."""

    source: str  # as the user named it


class Raw(NamedTuple):
    """One input as bytes, before anybody looked at its format."""

    source: str  # as the user named it; in a folder the path joined, in a pack its name in there
    uri: str  # the identity of the story, unless the content states another
    name: str  # the file's name: its suffix hints at the format
    data: bytes
    key: str = ""  # what it is known by when it is read again, where that is not the identity
    charset: str | None = None  # as whoever sent it declared it
    fetched: datetime | None = None  # when it was got from its publisher, with its zone
    validators: Validators | None = None  # of the page that it was fetched as
    warnings: tuple[str, ...] = ()  # one plain line each: what a reader should know of the way

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


Loaded = Raw | SourceError | Unmodified
"""What comes of one input."""


def printable(source: str) -> str:
    """A source's name without the surrogates that stand for undecodable bytes of a file name."""
    return os.fsencode(source).decode("utf-8", errors="replace")


def suffix(name: str) -> str:
    """The suffix of a file name in lower case, with its dot; "" for none."""
    stem, dot, end = name.rpartition(".")
    return f".{end.lower()}" if dot and stem else ""
