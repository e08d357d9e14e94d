"""Addresses: what a link really leads to, and what an editor should know before it is opened; pure.

Must stay true: only http and https are ever opened, and nothing whose address holds a character
that cannot be seen or that browsers read in another way than it looks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from newsreader.visible import visible

LONGEST = 2000
"""Characters of an address that is still opened: what is longer is not read by anyone."""

_TOGETHER = (
    {"CJK", "HIRAGANA", "KATAKANA", "LATIN"},
    {"CJK", "HANGUL", "LATIN"},
    {"CJK", "BOPOMOFO", "LATIN"},
)
"""Scripts that honest names write together."""


class Address(NamedTuple):
    """An address as written."""

    url: str
    host: str  # "" where there is none
    refused: str = ""  # why it is not opened, "" when it may be
    warnings: tuple[str, ...] = ()


def examine(url: str) -> Address:
    """What is to be known of an address.

    Args:
        url: as written; anything at all.
    """
    if visible(url, one_line=True) != url or not url.isprintable():
        return Address(url, "", "it holds characters that cannot be seen")
    if any(char.isspace() or char == "\\" for char in url):
        return Address(url, "", "it is not written as addresses are")
    try:
        parts = urlsplit(url)
        host, scheme = parts.hostname or "", parts.scheme
        _ = parts.port
    except ValueError:
        return Address(url, "", "it is not written as addresses are")
    if scheme not in {"http", "https"}:
        return Address(url, host, "only http and https are opened")
    if not host:
        return Address(url, "", "it names no site")
    refused = "it is too long" if len(url) > LONGEST else ""
    warnings = [*_disguises(parts.netloc, host), *_letters(host), *_place(host)]
    return Address(url, host, refused, tuple(warnings))


def _disguises(netloc: str, host: str) -> Iterator[str]:
    if "@" in netloc:
        yield f"it leads to {host}: what stands before @ is no site"


def _letters(host: str) -> Iterator[str]:
    """What hides in a name that is not written in plain letters."""
    for label in host.split("."):
        if label.isascii() and not label.startswith("xn--"):
            continue
        name = _decoded(label)
        odd = [char for char in name if not (char.isascii() or char.isalnum() or _joins(char))]
        if odd:
            yield f"{odd[0]} in the site's name is no letter: the name may end elsewhere"
        if name != label:
            yield f"{label} is read {visible(name, one_line=True)}"
        scripts = {_script(char) for char in name if char.isalpha()}
        listed = " and ".join(sorted(each.lower() for each in scripts))
        if len(scripts) > 1 and not any(scripts <= honest for honest in _TOGETHER):
            yield f"the site's name mixes {listed} letters, as imitations do"
        elif scripts - {"LATIN"}:
            yield f"the site's name is in {listed} letters"


def _joins(char: str) -> bool:
    """Whether a sign belongs to the letter before it, as the vowels of many scripts do."""
    return unicodedata.category(char).startswith("M") or char in "·ー"


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError):
        return label


def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").replace("-", " ").split(" ", 1)[0]


def _place(host: str) -> Iterator[str]:
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        yield "it is within your own network"
        return
    try:
        address = ip_address(host)
    except ValueError:
        last = host.rstrip(".").rpartition(".")[2]
        if last.isdigit() or last.startswith("0x"):
            yield "the site is a number, not a name"
        return
    own = "; it is within your own network" if not address.is_global else ""
    yield f"the site is a number, not a name{own}"
