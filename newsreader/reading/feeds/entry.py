"""One entry of a feed, whatever the feed is written in, and the feed that it stands in."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple
from urllib.parse import urljoin

from newsreader.reading.feeds.bodies import NOTHING, Body
from newsreader.reading.stated import is_page

_URI = re.compile(r"(?:https?://|urn:|tag:|info:|doi:|ark:)\S{1,2000}", re.IGNORECASE)
_COUNTED = re.compile(r"(https?://[^#\s]{1,2000})#\d{1,3}")


class Feed(NamedTuple):
    """What a feed states of itself; its entries inherit it."""

    address: str  # its own, else that of its page, else that of the file
    base: str = ""  # what relative links are joined with
    byline: str = ""
    language: str = ""


class Entry(NamedTuple):
    """What an entry states; "" and None for what it does not."""

    id: str = ""
    link: str = ""
    title: str = ""
    byline: str = ""
    language: str = ""
    base: str = ""
    published: str | None = None  # ISO 8601
    updated: str | None = None  # ISO 8601
    body: Body = NOTHING
    captions: tuple[str, ...] = ()  # of its pictures

    @property
    def time(self) -> str:
        """The newest time that is stated of it, "" for none."""
        return self.updated or self.published or ""


def joined(base: str, address: str) -> str:
    """An address as it stands in a feed, made absolute where a base is known."""
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address


def identity(entry: Entry, feed: Feed) -> str:
    """The URI of the story that an entry is of.

    An id that is no URI counts within its feed only; without an id it is the link, without that the
    title.
    """
    if _URI.fullmatch(entry.id):
        return entry.id
    if entry.id:
        return f"{feed.address}#{entry.id}"
    if is_page(entry.link):
        return entry.link
    words = entry.title or entry.body.text
    return f"{feed.address}#{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:16]}"


def uncounted(uri: str) -> str:
    """An identity without the number after ``#`` by which some feeds count versions."""
    found = _COUNTED.fullmatch(uri)
    return found[1] if found else uri
