"""What the user named by its address, as bytes: a page, or a pack of pages.

This is the way to :mod:`newsreader.reading.fetching`, which is loaded when an address is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreader.config import Config
from newsreader.errors import SourceError
from newsreader.reading.fetching.address import is_address
from newsreader.reading.media import page_name
from newsreader.reading.packs import Budget, Opened, unpack
from newsreader.reading.packs.opened import held
from newsreader.reading.raw import Loaded, Raw, Unmodified

if TYPE_CHECKING:
    from newsreader.model.validators import Validators

__all__ = ["is_address", "load_page"]


def load_page(source: str, config: Config, known: Validators | None = None) -> Iterator[Loaded]:
    """What is at an address; asked for when the first item is.

    Args:
        source: the address, as the user named it.
        config: what may be fetched.
        known: what the server gave with the page when it was read last.

    Yields:
        The page, or the members of a pack, or a :class:`SourceError`; :class:`Unmodified` alone,
        and only if ``known`` was given, for a page that is as it was.
    """
    from newsreader.reading.fetching.page import fetch  # noqa: PLC0415  (only who fetches pays)

    try:
        page = fetch(source, config, known)
    except SourceError as error:
        yield error
        return
    if page.unchanged:
        yield Unmodified(source)
        return
    opened = Opened(
        source=source,
        uri=page.address,
        name=page_name(page.address, page.media_type),
        stream=held(page.data),
        key=source,
        charset=page.charset,
        fetched=page.at,
        warnings=list(page.warnings),
    )
    for item in unpack(opened, Budget(len(page.data))):
        if isinstance(item, Raw) and item.key == source:
            item = item._replace(validators=page.validators)  # noqa: PLW2901  (the same, completed)
        yield item
