"""Through which proxy a page is fetched: none, unless the settings name one.

What the environment says counts only where the settings say so: a variable that came from nowhere
must not lead what an editor reads through somebody's machine.
"""

from __future__ import annotations

import ipaddress
from urllib.request import getproxies, proxy_bypass

from newsreader.config import Config
from newsreader.errors import SourceError
from newsreader.reading.fetching.address import Address, parse_address
from newsreader.reading.fetching.places import checked

FROM_ENVIRONMENT = "environment"
"""The setting that means: the one that the environment names."""


def proxy_of(address: Address, config: Config, source: str) -> Address | None:
    """The proxy for an address, None to ask its host itself.

    A proxy looks names up by itself, so of a name nothing can be checked; what is an address
    already is, and so is this machine's own name.

    Raises:
        SourceError: the proxy is none that is used, or the address none that may be fetched.
    """
    named = config.proxy
    if named == FROM_ENVIRONMENT:
        bypassed = proxy_bypass(address.host)
        named = None if bypassed else getproxies().get(address.scheme)
    if not named:
        return None
    proxy = parse_address(named if "://" in named else f"http://{named}", source)
    if proxy.scheme != "http":
        raise SourceError(source, "the proxy is none that is used", "http://host:port")
    name = address.host.rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        name = "127.0.0.1"
    try:
        place = ipaddress.ip_address(name)
    except ValueError:
        return proxy
    checked([place], config.fetch_networks, source)
    return proxy
