"""What the header of an answer tells of its body: whether it is read, and what to call it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_NEVER = re.compile(
    r"(?:image|audio|video|font|model)/|text/(?:css|javascript)|application/(?:x-)?javascript|"
    r"application/(?:font|wasm|pdf|x-font|vnd\.ms-font)"
)
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
}
PAGES = frozenset({"", *_SUFFIXES})
"""Media types of what is surely meant to be read."""


def is_read(media_type: str) -> bool:
    """Whether what is of that media type may be an article."""
    return _NEVER.match(media_type) is None


def page_name(address: str, media_type: str) -> str:
    """The name of a page as a file's: its suffix is that of the media type, where it states one."""
    try:
        name = unquote(urlsplit(address).path.rpartition("/")[2])
    except ValueError:  # "http://[bad"
        name = ""
    stated = _SUFFIXES.get(media_type)
    if stated is None or name.lower().endswith((stated, ".gz")):
        return name
    return f"{name or 'page'}{stated}"
