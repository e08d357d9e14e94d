"""What a server gave with a page, to ask next time whether it is still the same."""

from __future__ import annotations

from typing import NamedTuple


class Validators(NamedTuple):
    """Entity tag and date of one page (RFC 9110, section 8.8), as the server wrote them."""

    address: str  # where the page was in the end
    etag: str  # "" where there is none
    modified: str  # "" where there is none
