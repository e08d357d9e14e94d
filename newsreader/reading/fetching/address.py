"""An address as the user typed it or a server redirected to, taken apart and made safe to send."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from newsreader.errors import SourceError
from newsreader.reading.limits import MAX_ADDRESS

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,20})://")
_PORTS = {"http": 80, "https": 443}
_SAFE = "/:;@!$&'()*+,=~-._?%[]"


class Address(NamedTuple):
    """Where a page is."""

    scheme: str  # "http" or "https"
    host: str  # in ASCII, without brackets
    port: int
    path: str  # with the query, in ASCII

    @property
    def authority(self) -> str:
        """Host and port as they are written; the port only where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"


def is_address(source: str) -> bool:
    """Whether a source is an address, be it one that is fetched or not."""
    return _SCHEME.match(source) is not None


def parse_address(text: str, source: str) -> Address:
    """The parts of an address; what comes after ``#`` is the reader's own and left out.

    Args:
        text: the address.
        source: what the user named, for the error.

    Raises:
        SourceError: it is no address that is fetched.
    """
    if len(text) > MAX_ADDRESS:
        raise SourceError(source, f"an address longer than {MAX_ADDRESS:,} characters")
    if not text.isprintable() or " " in text or "\\" in text:
        raise SourceError(source, "an address with characters that none has")
    try:
        parts = urlsplit(text)
        port = parts.port
        host = _ascii(parts.hostname or "")
    except ValueError as error:
        raise SourceError(source, "not an address", str(error).lower()) from error
    if parts.scheme not in _PORTS:
        named = f"{parts.scheme}:" if parts.scheme else "this"
        raise SourceError(source, f"{named} is not fetched", "only http:// and https:// are")
    if "@" in parts.netloc:
        raise SourceError(source, "an address with a name or a password in it is not fetched")
    if not host:
        raise SourceError(source, "an address without a host")
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return Address(parts.scheme, host, _PORTS[parts.scheme] if port is None else port, path + query)


def redirected(address: Address, location: str, source: str) -> Address:
    """Where a server says that the page is.

    Raises:
        SourceError: that is no address that is fetched, or not as safe as the one before.
    """
    try:
        there = urljoin(str(address), location.strip())
    except ValueError as error:
        raise SourceError(source, "redirected to what is no address") from error
    try:
        found = parse_address(there, source)
    except SourceError as error:
        raise SourceError(source, f"redirected: {error.problem}", error.hint) from error
    if address.scheme == "https" and found.scheme == "http":
        raise SourceError(source, "redirected from https to http, not followed")
    return found


def _ascii(host: str) -> str:
    """The host as it is asked for: international names in their ASCII form.

    Raises:
        ValueError: it is no host's name.
    """
    if ":" in host:  # IPv6; a zone ("%eth0") would name an interface of this machine
        if "%" in host:
            raise ValueError("an address of this machine's own network")
        return host
    name = host.encode("idna").decode("ascii") if host else ""
    if name and not re.fullmatch(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?", name, re.IGNORECASE):
        raise ValueError("no host is called that")
    return name.lower()
