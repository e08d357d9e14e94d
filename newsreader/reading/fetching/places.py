"""From a host's name to the addresses that may be connected to.

What must stay true: only addresses of the public internet, unless the settings allow others; an
IPv4 address wrapped in an IPv6 one counts as what is in it; the answer that was checked is the one
that is used.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Sequence

from newsreader.errors import SourceError

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOCAL_NAT64 = ipaddress.ip_network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.ip_network("::/96")
_HINT = "the setting fetch_networks can allow it"


def resolve(host: str, port: int, source: str, seconds: float) -> list[IP]:
    """The addresses of a host.

    Args:
        host: a name, or an address in whatever notation the system understands.
        port: for the system's question.
        source: what the user named, for the error.
        seconds: how long the answer may take.

    Raises:
        SourceError: there is no such host, or no answer in time.
    """
    answer: list[IP] = []
    failure: list[str] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            failure.append(getattr(error, "strerror", None) or "no such host")
            return
        for *_, place in found:
            answer.append(ipaddress.ip_address(str(place[0]).partition("%")[0]))

    # The system's own question knows no limit of time.
    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if failure:
        raise SourceError(source, f"the host {host} is not found", failure[0].lower())
    if not answer:
        raise SourceError(source, f"the name of the host {host} was not answered for in time")
    return list(dict.fromkeys(answer))


def checked(found: Sequence[IP], allowed: Sequence[str], source: str) -> list[IP]:
    """The addresses, if all of them may be connected to.

    A name with one public address and one of the house is a trap, so one wrong is enough.

    Args:
        found: the addresses of one host.
        allowed: networks that the settings allow besides.
        source: what the user named, for the error.

    Raises:
        SourceError: one may not.
    """
    networks = [ipaddress.ip_network(each) for each in allowed]
    for place in found:
        inner = _inner(place)
        if not is_public(inner) and not any(inner in network for network in networks):
            raise SourceError(source, f"{place} is no public address, not connected to", _HINT)
    return list(found)


def is_public(place: IP) -> bool:
    """Whether an address is one of the public internet, and of one machine."""
    return place.is_global and not (
        place.is_multicast or place.is_reserved or place.is_unspecified or place.is_loopback
    )


def _inner(place: IP) -> IP:
    """The IPv4 address that an IPv6 address leads to; itself where it is none of these."""
    if isinstance(place, ipaddress.IPv4Address):
        return place
    if place in _LOCAL_NAT64 or place.teredo is not None:
        return ipaddress.IPv4Address(0)  # whom it leads to is told by nobody
    if place in _NAT64 or (place in _COMPATIBLE and int(place) > 1):
        return ipaddress.IPv4Address(int(place) & 0xFFFF_FFFF)
    return place.ipv4_mapped or place.sixtofour or place
