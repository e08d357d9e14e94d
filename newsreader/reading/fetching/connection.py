"""One connection to an address that was checked, all of it within one time.

What must stay true: the socket goes to the address that it is given and to no other; TLS names and
proves the host's name; no trickle of bytes outlasts the deadline.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Sequence
from typing import cast

from newsreader.errors import SourceError
from newsreader.reading.fetching.address import Address
from newsreader.reading.fetching.places import IP
from newsreader.reading.limits import MAX_HEAD, MAX_SECONDS


class Deadline:
    """The moment at which all must be done."""

    def __init__(self, seconds: float, source: str) -> None:
        self.source = source
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left.

        Raises:
            SourceError: none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.missed()
        return left

    def missed(self) -> SourceError:
        """What is said when the time is over."""
        return SourceError(self.source, f"not answered within {MAX_SECONDS} seconds")


class _Reading(io.RawIOBase):
    """What comes from a socket; each reading gets only the time that is left."""

    def __init__(self, found: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._socket = found
        self._deadline = deadline

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Fill ``buffer``; returns how many bytes, 0 at the end."""
        self._socket.settimeout(self._deadline.left())
        return self._socket.recv_into(cast("bytearray", buffer))


class Timed:
    """A socket as ``http.client`` uses one, bound to a deadline; who opened it closes it."""

    def __init__(self, found: socket.socket, deadline: Deadline) -> None:
        self._socket = found
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send all of ``data``."""
        self._socket.settimeout(self._deadline.left())
        self._socket.sendall(data)

    def makefile(self, *_: object) -> io.BufferedReader:
        """What an answer is read from."""
        return io.BufferedReader(_Reading(self._socket, self._deadline))

    def close(self) -> None:
        """Nothing: ``http.client`` closes while there is still something to be read."""


def connected(address: Address, places: Sequence[IP], deadline: Deadline) -> socket.socket:
    """A socket to the first of the places that takes one; over TLS for https.

    Raises:
        SourceError: none does, or the host cannot prove its name.
    """
    return secured(opened(places, address.port, deadline), address, deadline)


def opened(places: Sequence[IP], port: int, deadline: Deadline) -> socket.socket:
    """A plain socket to the first of the places that takes one.

    Raises:
        SourceError: none does.
    """
    problem = "no connection"
    for number, place in enumerate(places[:_TRIED]):
        rest = min(len(places), _TRIED) - number
        try:
            return socket.create_connection((str(place), port), deadline.left() / rest)
        except TimeoutError:
            problem = "no answer"
        except OSError as error:
            problem = (error.strerror or "no connection").lower()
    raise SourceError(deadline.source, f"cannot be reached: {problem}")


def secured(plain: socket.socket, address: Address, deadline: Deadline) -> socket.socket:
    """The socket itself for http; for https TLS over it, the host's name proved.

    Raises:
        SourceError: the host cannot prove its name, or there is no TLS.
    """
    if address.scheme != "https":
        return plain
    try:
        plain.settimeout(deadline.left())
        return ssl.create_default_context().wrap_socket(plain, server_hostname=address.host)
    except ssl.SSLCertVerificationError as error:
        plain.close()
        raise SourceError(
            deadline.source, f"{address.host} cannot prove that it is that host",
            error.verify_message.lower(),
        ) from error  # fmt: skip
    except OSError as error:  # SSLError is one
        plain.close()
        raise SourceError(deadline.source, f"no safe connection with {address.host}") from error


def tunnelled(plain: socket.socket, address: Address, deadline: Deadline) -> None:
    """Ask the proxy at the other end for a way through to the address.

    Raises:
        SourceError: it gives none.
    """
    way = f"{address.host}:{address.port}" if ":" not in address.host else address.authority
    Timed(plain, deadline).sendall(f"CONNECT {way} HTTP/1.1\r\nHost: {way}\r\n\r\n".encode("ascii"))
    reading = _Reading(plain, deadline)
    head = bytearray()
    while b"\r\n\r\n" not in head:
        one = bytearray(1)  # not a byte more: the next is TLS
        if not reading.readinto(one) or len(head) > MAX_HEAD:
            raise SourceError(deadline.source, "the proxy does not answer")
        head += one
    if head.split(maxsplit=2)[1:2] != [b"200"]:
        raise SourceError(deadline.source, "the proxy lets nobody through to that address")


class Connection(http.client.HTTPConnection):
    """HTTP over a socket that is connected already."""

    def __init__(self, address: Address, timed: Timed) -> None:
        super().__init__(address.host, address.port)
        self.sock = timed
        self.default_port = 443 if address.scheme == "https" else 80

    def connect(self) -> None:
        """Never: nothing connects anew behind our back."""
        raise http.client.NotConnected


_TRIED = 4
"""How many of a host's addresses are tried, each with its share of the time."""
