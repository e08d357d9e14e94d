"""The credit of an embedded post in running text: who wrote it, and when; not what it says.

``— Name (@handle) January 5, 2022`` and the links before it belong to no statement: they are the
post's attribution.
"""

from __future__ import annotations

import re

from newsreader.model.article import Span

_NAME_LOOK = 120
_LINK_LOOK = 400
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"(?:{_MONTH}\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s{_MONTH},?\s\d{{4}}|\d{{4}}-\d\d-\d\d)"
_CLOCK = r"(?:\d{1,2}:\d\d(?:\s?[AaPp]\.?[Mm]\.?)?)"
_HANDLE = re.compile(
    rf"\(@\w{{1,50}}\)(?P<date>[\s,·•|–—-]{{1,5}}(?:{_CLOCK}[\s,·•|–—-]{{1,5}})?{_DATE}"
    rf"(?:[\s,·•|–—-]{{1,5}}{_CLOCK})?)?"
)
_DASHES = ("—", "–", "--", " - ")
_PICTURE = r"(?:pic\.(?:twitter|x)\.com|t\.co)/\w++"
_LINKS = re.compile(
    rf"(?:(?<!\S)\s*+(?:https?://\S++|{_PICTURE}))(?:\s++(?:https?://\S++|{_PICTURE}))*+\s*+$"
)
_LAST_PICTURE = re.compile(rf"(?<!\S)(?:https?://)?{_PICTURE}\s*+$")


def may_hold_posts(text: str) -> bool:
    """Whether ``text`` holds anything that :func:`post_credits` could find; quick."""
    return "(@" in text or "t.co/" in text or ".com/" in text


def post_credits(text: str) -> list[Span]:
    """The credits of posts in ``text`` with the links before them.

    Args:
        text: a block.

    Returns:
        Ordered, disjoint spans in code points. A credit without a date counts only where it
        ends the block; so does a link to a post's picture without a credit.
    """
    spans: list[Span] = []
    if not may_hold_posts(text):
        return spans
    done = 0
    for handle in _HANDLE.finditer(text) if "(@" in text else ():
        if handle["date"] is None and text[handle.end() : handle.end() + 3].strip():
            continue
        dash = _dash_before(text, done, handle.start())
        if dash >= 0:
            spans.append((_before_links(text, done, dash), handle.end()))
            done = handle.end()
    low = max(done, len(text) - _LINK_LOOK)
    if _LAST_PICTURE.search(text, low):
        spans.append((_before_links(text, done, len(text)), len(text)))
    return spans


def _dash_before(text: str, done: int, handle: int) -> int:
    """The dash that opens the credit with its ``(@`` at ``handle``, or -1."""
    low = max(done, handle - _NAME_LOOK)
    return next((at for dash in _DASHES if (at := text.rfind(dash, low, handle)) >= 0), -1)


def _before_links(text: str, done: int, end: int) -> int:
    """Where the links that stand right before ``end`` begin."""
    low = max(done, end - _LINK_LOOK)
    links = _LINKS.search(text[low:end])
    return low + links.start() if links else end
