"""The credit of an embedded social post in running text: who wrote it, and when.

``words pic.twitter.com/x — Name (@handle) January 5, 2022`` is what is left of an embedded post
when a page becomes text. The credit is looked for from its rarest part, ``(@handle)``, and from
there a bounded distance to either side: no pattern here can run away.

What must stay true: a mere mention of ``(@handle)`` is no credit; credits are ordered and apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsreader.language.dates import match_date

_REACH = 120  # code points before "(@" in which name and dash must stand
_NAME = 80  # code points that a name may have
_LINK = 300  # code points that a link may have
_END = 400  # code points at the end of a block in which a picture's link is looked for

_HANDLE = re.compile(r"\(\s?(@[\w.\-]{1,64}(?:@[\w.\-]{1,64})?)\s?\)")
_BETWEEN = re.compile(
    r"\s{0,3}(?:on\s(?:X|Twitter|Bluesky|Mastodon|Threads|Instagram|Facebook)\b)?[\s,:·•|–—-]{0,5}"
    r"(?:\d{1,2}:\d{2}\s?(?:[ap]\.?m\b\.?)?[\s,·•|–—-]{1,5})?",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(
    r"[ \t\u00a0,·•|–—-]{1,5}\d{1,2}:\d{2}(?:\s?[ap]\.?m\b\.?)?(?![\w:])", re.IGNORECASE
)
_DASHES = ("—", "&mdash;", "―", "–", "--", "-")
_IS_LINK = re.compile(
    r"(?:https?://|(?:www\.)?(?:pic\.(?:twitter|x)\.com|t\.co|(?:mobile\.)?twitter\.com|x\.com"
    r"|bsky\.app|youtu\.be|instagram\.com)/)\S+$"
)
_PICTURE = re.compile(r"(?<!\S)(?:https?://)?(?:pic\.(?:twitter|x)\.com|t\.co)/\w++\s*+$")


_WORD_AFTER = re.compile(r"[ \t]{0,3}(\S{1,300})")
_BLANK = re.compile(r"\s*+\Z")  # to the end, without copying it


class Credit(NamedTuple):
    """A credit in a text; ``[start, end)`` spans it with the links beside it."""

    start: int
    end: int
    name: str
    handle: str | None = None
    date: str | None = None  # ISO 8601
    urls: tuple[str, ...] = ()  # the links within the span as written, the nearest first


def find_credits(text: str, start: int, end: int) -> Iterator[Credit]:
    """The credits in the block ``text[start:end]`` that state a date, in order."""
    return _find(text, start, end, closing=False)


def find_all_credits(text: str, start: int, end: int) -> Iterator[Credit]:
    """These, and at the end of the block one without a date, or a picture's link without any."""
    return _find(text, start, end, closing=True)


def may_hold_credits(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether ``text[start:end]`` holds anything that :func:`find_all_credits` may find; quick."""
    # One character is found ten times as fast as two.
    if text.find("@", start, end) >= 0 and text.find("(@", start, end) >= 0:
        return True
    if text.find("/", start, end) >= 0 and text.find("t.co/", start, end) >= 0:
        return True
    return text.find("pic.", start, end) >= 0


def is_link(word: str) -> bool:
    """Whether a word is an address, as credits have them beside them: often without a scheme."""
    return _IS_LINK.match(word) is not None


def links_before(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Where the row of links that ends ``text[start:end]`` begins, and the links, last first."""
    urls: list[str] = []
    first = end
    while True:
        low = max(start, first - _LINK)
        stop = low + len(text[low:first].rstrip())
        words = text[max(start, stop - _LINK) : stop]
        begin = stop - len(words) + max(words.rfind(c) for c in (" ", "\n", "\t", "\u00a0")) + 1
        found = _IS_LINK.match(text, max(begin, start), stop)
        if found is None:
            return first, tuple(urls)
        first = found.start()
        urls.append(found[0])


def _find(text: str, start: int, end: int, *, closing: bool) -> Iterator[Credit]:
    for handle in _HANDLE.finditer(text, start, end) if text.find("(@", start, end) >= 0 else ():
        if handle.start() < start:  # inside the link that ended the credit before
            continue
        credit = _dated(text, start, end, handle)
        if credit is None and closing:
            credit = _closing(text, start, end, handle)
        if credit is not None:
            yield credit
            start = credit.end
    if closing:
        yield from _picture(text, start, end)


def _dated(text: str, start: int, end: int, handle: re.Match[str]) -> Credit | None:
    """The credit with ``handle`` in it, if a date follows and a name stands before it."""
    between = _BETWEEN.match(text, handle.end(), end)
    dated = match_date(text, between.end() if between else handle.end())
    if dated is None or dated[1] > end:
        return None
    author = _author(text, start, handle.start())
    if author is None or (author.bare and not _BLANK.match(text, dated[1], end)):
        return None
    clock = _CLOCK_AFTER.match(text, dated[1], end)
    return _around(text, start, end, author, handle, clock.end() if clock else dated[1], dated[0])


def _closing(text: str, start: int, end: int, handle: re.Match[str]) -> Credit | None:
    """The credit without a date: a dash opens it and nothing but a link follows it."""
    if not _BLANK.match(text, _link_after(text, handle.end(), end)[0], end):
        return None
    author = _author(text, start, handle.start())
    if author is None or not author.dashed:
        return None
    return _around(text, start, end, author, handle, handle.end(), None)


def _around(  # noqa: PLR0913, PLR0917  (the parts of one thing)
    text: str,
    start: int,
    end: int,
    author: _Author,
    handle: re.Match[str],
    stop: int,
    date: str | None,
) -> Credit:
    """A credit with the links on either side of it."""
    begin, before = links_before(text, start, author.start)
    stop, after = _link_after(text, stop, end)
    return Credit(begin, stop, author.name, handle[1], date, (*before, *after))


def _picture(text: str, start: int, end: int) -> Iterator[Credit]:
    """The link to a post's picture that ends the block, with the links before it."""
    low = max(start, end - _END)
    if text.find("t.co/", low, end) < 0 and text.find("pic.", low, end) < 0:
        return
    if _PICTURE.search(text[low:end]):
        begin, urls = links_before(text, start, end)
        yield Credit(begin, end, "", urls=urls)


class _Author(NamedTuple):
    """A name before a handle, and where the dash before it (or the name) begins."""

    name: str
    start: int
    dashed: bool
    bare: bool  # neither dash nor link parts it from other words


def _author(text: str, start: int, end: int) -> _Author | None:
    """The author whose handle begins at ``end``; None where no name can stand."""
    window = max(start, end - _REACH)
    before = text[window:end]
    for dash in _DASHES:
        at = _dash(before, dash)
        if at >= 0:
            name = before[at + len(dash) :].strip()
            return _Author(name, window + at, True, False) if len(name) <= _NAME else None
    # No dash: the credit must begin the block, or follow a link.
    after_link = [m.end() for m in re.finditer(r"\S+", before) if _IS_LINK.match(m[0])]
    cut = max(after_link, default=0)
    name = before[cut:].strip()
    if (not after_link and window > start) or not name or len(name) > _NAME:
        return None
    if len(name.split()) > 8:
        return None
    return _Author(name, window + before.index(name, cut), False, not after_link)


def _dash(before: str, dash: str) -> int:
    """Where the last free-standing ``dash`` is; -1 if there is none."""
    at = before.rfind(dash)
    while at >= 0:
        free = at == 0 or before[at - 1].isspace() or dash in {"—", "&mdash;"}
        if free and before[at + len(dash) : at + len(dash) + 1].strip() == "":
            return at
        if free and dash in {"—", "&mdash;", "―"}:
            return at
        at = before.rfind(dash, 0, at)
    return -1


def _link_after(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
    """The end of a link that follows the credit on the same line, and the link."""
    word = _WORD_AFTER.match(text, start, end)
    if word is None or not _IS_LINK.match(word[1]):
        return start, ()
    return word.end(), (word[1],)
