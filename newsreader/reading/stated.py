"""What a source states of an article beside its text, whatever the format is."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

_LONGEST = 2000  # code points of an address


class Stated(NamedTuple):
    """What is stated of an article; None for what is not."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None  # ISO 8601
    language: str | None = None  # BCP 47
    uri: str | None = None


def alike(first: str, second: str) -> bool:
    """Whether one of two titles begins with the other, letters and digits alone."""
    a, b = key(first), key(second)
    return bool(a and b) and (a.startswith(b[:60]) or b.startswith(a[:60]))


def key(said: str) -> str:
    """The letters and digits of some words, without regard to case."""
    return "".join(sign for sign in said.casefold() if sign.isalnum())


def is_page(address: str) -> bool:
    """Whether an address is that of a page on the web."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    ours = parts.scheme in {"http", "https"} and bool(parts.netloc) and len(address) <= _LONGEST
    return ours and address.isprintable() and (parts.path.strip("/") != "" or parts.query != "")
