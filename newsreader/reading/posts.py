"""Embedded social posts in running text, known by their credit.

``words pic.twitter.com/x — Name (@handle) January 5, 2022`` is what is left of an embedded post
when a page becomes text. The credit is looked for from its rarest part, ``(@handle)`` followed by
a date, and from there a bounded distance back: no pattern here can run away.

What must stay true: a mere mention of ``(@handle)`` is not a post; the text is only cut, never
changed; blocks stay ordered, tight and apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from newsreader.language.dates import match_date
from newsreader.model.article import Block, BlockKind, Link, Post
from newsreader.model.spans import tight

_REACH = 120  # code points before "(@" in which name and dash must stand
_NAME = 80  # code points that a name may have
_LINK = 300  # code points that a link may have

_HANDLE = re.compile(r"\(\s?(@[\w.\-]{1,64}(?:@[\w.\-]{1,64})?)\s?\)")
_BETWEEN = re.compile(
    r"\s{0,3}(?:on\s(?:X|Twitter|Bluesky|Mastodon|Threads|Instagram|Facebook)\b)?[\s,:·|–—-]{0,4}"
    r"(?:\d{1,2}:\d{2}\s?(?:[ap]\.?m\b\.?)?[\s,·|–—-]{1,4})?",
    re.IGNORECASE,
)
_DASHES = ("—", "&mdash;", "―", "–", "--", "-")
_IS_LINK = re.compile(
    r"(?:https?://|(?:www\.)?(?:pic\.(?:twitter|x)\.com|t\.co|(?:mobile\.)?twitter\.com|x\.com"
    r"|bsky\.app|youtu\.be|instagram\.com)/)\S+$"
)
_STATUS = re.compile(r"(?:twitter\.com|//x\.com|^x\.com|bsky\.app)/\S+?/(?:status|post)/")
_CUTS = (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM)


def find_posts(text: str, blocks: Sequence[Block], links: Sequence[Link] = ()) -> list[Block]:
    """``blocks`` with every embedded post as a block of its own.

    Args:
        text: the canonical text.
        blocks: its blocks, in order.
        links: its hyperlinks in order, where the format has such: a credit's date often is one.

    Returns:
        The blocks in order. A paragraph is cut after each credit; what follows is a paragraph. A
        credit alone in its paragraph belongs to the paragraph before it.
    """
    found: list[Block] = []
    for block in blocks:
        if block.kind not in _CUTS or text.find("(@", block.start, block.end) < 0:
            found.append(block)
            continue
        for part in _cut(text, block, links):
            _append(found, part, text)
    return found


def _append(found: list[Block], part: Block, text: str) -> None:
    """Add ``part``, joining a post that is only its credit with the paragraph before it."""
    before = found[-1] if found else None
    if before is None or part.post is None or not _continues(text, before, part.start, part.post):
        found.append(part)
    else:
        found[-1] = _joined(text, before, part, part.post)


def _continues(text: str, before: Block, start: int, post: Post) -> bool:
    """Whether the words of a post that is only its credit stand in the paragraph before it.

    Not where the credit has links of its own (a post without words), nor where the paragraph only
    introduces the post.
    """
    return (
        post.credit[0] == start
        and not _IS_LINK.match(text[start : start + _LINK].split(maxsplit=1)[0])
        and before.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTATION}
        and text[before.end - 1] != ":"
    )


def _joined(text: str, before: Block, part: Block, post: Post) -> Block:
    """The paragraph with a post's words and the credit below it as one block."""
    start, urls = _links_before(text, before.start, before.end)
    if not urls:  # in a plain text the marks of a quotation stand between words and credit
        marks = text.find(">", before.end, part.start)
        start = part.start if marks < 0 else marks
    post = replace(post, url=post.url or _best(urls), credit=(start, post.credit[1]))
    return replace(part, start=before.start, post=post)


def _cut(text: str, block: Block, links: Sequence[Link]) -> list[Block]:
    """One block cut after each credit in it."""
    parts: list[Block] = []
    start = block.start
    for handle in _HANDLE.finditer(text, block.start, block.end):
        if handle.start() < start:  # inside the link that ended the credit before
            continue
        post = _post(text, start, block.end, handle, links)
        if post is not None:
            parts.append(Block(start, post.credit[1], BlockKind.POST, block.level, post))
            start = tight(text, post.credit[1], block.end)[0]
    if start < block.end and text[start : block.end].strip():
        parts.append(replace(block, start=start))
    return parts


def _post(
    text: str, start: int, end: int, handle: re.Match[str], links: Sequence[Link]
) -> Post | None:
    """The post whose credit holds ``handle``, if a date follows and a name stands before it."""
    between = _BETWEEN.match(text, handle.end(), end)
    dated = match_date(text, between.end() if between else handle.end())
    if dated is None or dated[1] > end:
        return None
    credit = _author(text, start, handle.start())
    if credit is None or (credit.bare and text[dated[1] : end].strip()):
        return None
    begin, urls = _links_before(text, start, credit.start)
    stop, after = _link_after(text, dated[1], end)
    urls += after + _linked(links, begin, stop)
    return Post(credit.name or None, handle[1], dated[0], _best(urls), (begin, stop))


class _Author(NamedTuple):
    """A name before a handle, and where the dash before it (or the name) begins."""

    name: str
    start: int
    bare: bool  # neither dash nor link parts it from other words


def _author(text: str, start: int, end: int) -> _Author | None:
    """The author whose handle begins at ``end``; None where no name can stand."""
    window = max(start, end - _REACH)
    before = text[window:end]
    for dash in _DASHES:
        at = _dash(before, dash)
        if at >= 0:
            name = before[at + len(dash) :].strip()
            return _Author(name, window + at, bare=False) if len(name) <= _NAME else None
    # No dash: the credit must begin the block, or follow a link.
    after_link = [m.end() for m in re.finditer(r"\S+", before) if _IS_LINK.match(m[0])]
    cut = max(after_link, default=0)
    name = before[cut:].strip()
    if (not after_link and window > start) or not name or len(name) > _NAME:
        return None
    if len(name.split()) > 8:
        return None
    return _Author(name, tight(text, window + cut, end)[0], bare=not after_link)


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


def _links_before(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """Where the row of links that ends at ``end`` begins, and the links, last first."""
    urls: list[str] = []
    credit = end
    while True:
        stop = max(start, credit - _LINK) + len(text[max(start, credit - _LINK) : credit].rstrip())
        words = text[max(start, stop - _LINK) : stop]
        begin = stop - len(words) + max(words.rfind(c) for c in (" ", "\n", "\t", "\u00a0")) + 1
        found = _IS_LINK.match(text, max(begin, start), stop)
        if found is None:
            return credit, urls
        credit = found.start()
        urls.append(found[0])


def _link_after(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """The end of a link that follows the date on the same line, and the link."""
    word = re.compile(r"[ \t]{0,3}(\S{1,300})").match(text, start, end)
    if word is None or not _IS_LINK.match(word[1]):
        return start, []
    return word.end(), [word[1]]


def _linked(links: Sequence[Link], start: int, end: int) -> list[str]:
    """Addresses of the hyperlinks within the credit."""
    at = bisect_left(links, start, key=lambda link: link.start)
    urls = []
    while at < len(links) and links[at].end <= end:
        urls.append(links[at].url)
        at += 1
    return urls


def _best(urls: Sequence[str]) -> str | None:
    """The post's own address if one of ``urls`` is that, else the first, with its scheme."""
    if not urls:
        return None
    url = next((u for u in urls if _STATUS.search(u)), urls[0])
    return url if url.startswith(("http://", "https://")) else f"https://{url}"
