"""Fetching: an address to the bytes behind it, or the word that they are as they were.

What must stay true: as in the package. No cookies, no name of where one came from, no more of the
reader than the program's name.
"""

from __future__ import annotations

import http.client
import socket
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

from newsreader.config import Config
from newsreader.errors import AnsweredError, SourceError
from newsreader.model.validators import Validators
from newsreader.reading.fetching.address import Address, parse_address, redirected
from newsreader.reading.fetching.connection import (
    Connection,
    Deadline,
    Timed,
    connected,
    opened,
    secured,
    tunnelled,
)
from newsreader.reading.fetching.patience import asked_wait
from newsreader.reading.fetching.places import checked, resolve
from newsreader.reading.fetching.proxies import proxy_of
from newsreader.reading.limits import MAX_BYTES, MAX_REDIRECTS, MAX_SECONDS
from newsreader.reading.media import is_read
from newsreader.reading.packs.heads import media_type, parameter
from newsreader.reading.packs.payload import Meter, decoded

_AGENT = "newsreader (one page at a time, at its reader's word)"
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_CUT = "the page was cut short on its way"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered."""

    address: str  # where the page was in the end
    data: bytes
    media_type: str
    charset: str | None
    at: datetime
    validators: Validators | None
    unchanged: bool = False  # there is no new text: it is as it was when the validators were given
    warnings: tuple[str, ...] = ()


def fetch(
    source: str,
    config: Config,
    known: Validators | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Fetched:
    """Ask for the page that the user named.

    Args:
        source: its address.
        config: what the settings allow.
        known: what the server gave with the page that is there already.
        clock: tells the time, with its zone.

    Raises:
        SourceError: it is not allowed, not there, too large, too slow, or no page.
    """
    address = parse_address(source, source)
    deadline = Deadline(MAX_SECONDS, source)
    for _ in range(MAX_REDIRECTS + 1):
        with closing(_connected(address, config, deadline)) as found:
            try:
                answer = _asked(address, found, config, deadline, known)
                status = answer.status
                if status in _REDIRECTING and (location := answer.getheader("Location")):
                    address = redirected(address, location, source)
                    continue
                return _read(address, answer, source, known, clock())
            except TimeoutError as error:
                raise deadline.missed() from error
            except http.client.HTTPException as error:
                raise SourceError(source, "the server answers what is no HTTP") from error
            except OSError as error:
                problem = (error.strerror or "broken off").lower()
                raise SourceError(source, f"the connection failed: {problem}") from error
    raise SourceError(source, f"redirected more than {MAX_REDIRECTS} times, the most followed")


def _connected(address: Address, config: Config, deadline: Deadline) -> socket.socket:
    """A socket to the host of the address, or to the proxy before it."""
    proxy = proxy_of(address, config, deadline.source)
    if proxy is None:
        found = resolve(address.host, address.port, deadline.source, deadline.left())
        return connected(address, checked(found, config.fetch_networks, deadline.source), deadline)
    places = resolve(proxy.host, proxy.port, deadline.source, deadline.left())
    plain = opened(places, proxy.port, deadline)
    if address.scheme == "https":
        try:
            tunnelled(plain, address, deadline)
        except (OSError, SourceError):
            plain.close()
            raise
    return secured(plain, address, deadline)


def _asked(
    address: Address,
    found: socket.socket,
    config: Config,
    deadline: Deadline,
    known: Validators | None,
) -> http.client.HTTPResponse:
    """The head of the answer; its body waits to be read."""
    connection = Connection(address, Timed(found, deadline))
    whole = address.scheme == "http" and proxy_of(address, config, deadline.source) is not None
    asked = str(address) if whole else address.path
    connection.request("GET", asked, headers=_fields(address, known))
    return connection.getresponse()


def _fields(address: Address, known: Validators | None) -> Mapping[str, str]:
    """The fields of a request."""
    fields = {
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip",
        "Connection": "close",
        "User-Agent": _AGENT,
    }
    if known is not None and known.address == str(address):
        if known.etag:
            fields["If-None-Match"] = known.etag
        if known.modified:
            fields["If-Modified-Since"] = known.modified
    return fields


def _read(
    address: Address,
    answer: http.client.HTTPResponse,
    source: str,
    known: Validators | None,
    at: datetime,
) -> Fetched:
    """The body of the last answer."""
    if answer.status == HTTPStatus.NOT_MODIFIED and known is not None:
        return Fetched(str(address), b"", "", None, at, known, unchanged=True)
    if answer.status // 100 != 2:
        said = f"the server answers {_said(answer.status)}"
        raise AnsweredError(source, said, answer.status, asked_wait(answer, at))
    declared = answer.getheader("Content-Type")
    kind = media_type(declared)
    if not is_read(kind):
        raise SourceError(source, f"{kind} is not read")
    data, cut = _body(answer, source)
    body = decoded(data, answer.getheader("Content-Encoding"), Meter(source, lambda *_: None))
    return Fetched(
        address=str(address),
        data=body.data,
        media_type=kind,
        charset=parameter(declared, "charset"),
        at=at,
        validators=_validators(address, answer),
        warnings=(*cut, *body.warnings),
    )


def _body(answer: http.client.HTTPResponse, source: str) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of an answer as they are sent, and what is wrong with them."""
    parts: list[bytes] = []
    length = 0
    try:
        while part := answer.read(_CHUNK):
            parts.append(part)
            length += len(part)
            if length > MAX_BYTES:
                problem = f"larger than {MAX_BYTES // 1_000_000} MB, the most that is read"
                raise SourceError(source, problem)
    except http.client.IncompleteRead as error:
        return b"".join((*parts, error.partial)), (_CUT,)
    cut = (_CUT,) if answer.length else ()
    return b"".join(parts), cut


def _validators(address: Address, answer: http.client.HTTPResponse) -> Validators | None:
    """What the server gives to ask with next time."""
    etag, modified = (
        (answer.getheader(name) or "")[:_LONGEST] for name in ("ETag", "Last-Modified")
    )
    usable = [each if each.isascii() and each.isprintable() else "" for each in (etag, modified)]
    return Validators(str(address), *usable) if any(usable) else None


def _said(status: int) -> str:
    """A status in words."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


_LONGEST = 300
