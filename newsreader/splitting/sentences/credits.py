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
_HANDLE = re.compile(
    rf"\(@\w{{1,50}}\)(?P<date>,?\s+(?:{_MONTH}\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s{_MONTH},?\s\d{{4}}))?"
)
_DASH = re.compile(r"(?:—|–|--)\s*+(?=\S[^—–]*$)")
_LINKS = re.compile(r"(?:\s*+(?:https?://\S++|(?:pic\.(?:twitter|x)\.com|t\.co)/\S++))++\s*+$")
_LAST_PICTURE = re.compile(r"(?:^|\s)(?:https?://)?(?:pic\.(?:twitter|x)\.com|t\.co)/\w++\s*+$")


def post_credits(text: str) -> list[Span]:
    """The credits of posts in ``text`` with the links before them, in order."""
    spans: list[Span] = []
    done = 0
    if "(@" in text:
        for handle in _HANDLE.finditer(text):
            if handle["date"] is None and text[handle.end() :].strip():
                continue
            low = max(done, handle.start() - _NAME_LOOK)
            dash = _DASH.search(text[low : handle.start()])
            if dash is None:
                continue
            begin = low + dash.start()
            done = handle.end()
            spans.append((_before_links(text, begin), done))
    if ".co" in text:
        low = max(done, len(text) - _LINK_LOOK)
        picture = _LAST_PICTURE.search(text, low)
        if picture:
            spans.append((_before_links(text, len(text)), len(text)))
    return spans


def _before_links(text: str, end: int) -> int:
    """Where the links that stand right before ``end`` begin."""
    low = max(0, end - _LINK_LOOK)
    links = _LINKS.search(text[low:end])
    return low + links.start() if links else end
