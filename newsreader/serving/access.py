"""Who may come in: pure decisions about addresses and headers.

Any page that the browser shows may send requests to a port on this machine, any name on the net
may be made to lead there (DNS rebinding), and any user of this machine may connect. So the host
asked for must be a name of this machine, the origin must be that same host, and the path must
begin with a secret that only the command's output tells.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Mapping

from newsreader.errors import UsageError

LONGEST = 200
"""Characters of a path: all of ours are shorter."""


def bindable(host: str) -> str:
    """The address to listen on for ``host``.

    Raises:
        UsageError: it is not this machine alone.
    """
    if host.lower() == "localhost":
        return "127.0.0.1"
    if _is_loopback(host):
        return host
    raise UsageError(
        f"{host}: newsreader serves this machine only",
        "from elsewhere: ssh -L 8000:127.0.0.1:8000 this-machine, "
        "or a reverse proxy that authenticates",
    )


def new_secret() -> str:
    """A path that nobody guesses."""
    return secrets.token_urlsafe(24)


def url(host: str, port: int, secret: str) -> str:
    """The address to open."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/{secret}/"


def refusal(path: str, headers: Mapping[str, str], secret: str, *, socket: bool) -> str | None:
    """Why a request is refused; None when it is not.

    Args:
        path: the path asked for.
        headers: of the request, by any case of their names.
        secret: the first part that the path must have.
        socket: whether it asks for the websocket, which needs an origin.
    """
    host = headers.get("Host", "")
    if not _is_loopback(_name(host)) and _name(host).lower() != "localhost":
        return "not a name of this machine"
    origin = headers.get("Origin")
    if origin is None and socket:
        return "no origin"
    if origin is not None and origin.lower() != f"http://{host.lower()}":
        return "another origin"
    if headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
        return "from another site"
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    known = hmac.compare_digest(first.encode(), secret.encode())
    if not known or len(path) > LONGEST:  # what is too long for the disk is an error there
        return "no such path"
    return None


def _name(host: str) -> str:
    """The name in a ``Host`` header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
