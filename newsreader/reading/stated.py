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
    """Whether an address is that of a page on the web, not only of a site."""
    return is_web_address(address) and any(part.strip("/") for part in urlsplit(address)[2:4])


def is_web_address(address: str) -> bool:
    """Whether an address leads to a page or a site on the web."""
    if not (0 < len(address) <= _LONGEST and address.isprintable()):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
