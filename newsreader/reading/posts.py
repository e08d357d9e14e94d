"""Embedded social posts in running text as blocks of their own, known by their credits.

What must stay true: the text is only cut, never changed; blocks stay ordered, tight and apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsreader.language.credits import find_credits, is_link, links_before
from newsreader.model.article import Block, BlockKind, Link, Post

_LINK = 300  # code points that a link may have
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
        and not is_link(text[start : start + _LINK].split(maxsplit=1)[0])
        and before.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTATION}
        and text[before.end - 1] != ":"
    )


def _joined(text: str, before: Block, part: Block, post: Post) -> Block:
    """The paragraph with a post's words and the credit below it as one block."""
    start, urls = links_before(text, before.start, before.end)
    if not urls:  # in a plain text the marks of a quotation stand between words and credit
        marks = text.find(">", before.end, part.start)
        start = part.start if marks < 0 else marks
    post = post._replace(url=post.url or best(urls), credit=(start, post.credit[1]))
    return part._replace(start=before.start, post=post)


def _cut(text: str, block: Block, links: Sequence[Link]) -> list[Block]:
    """One block cut after each credit in it."""
    parts: list[Block] = []
    start = block.start
    for credit in find_credits(text, block.start, block.end):
        span = credit.start, credit.end
        url = best((*credit.urls, *linked(links, *span)))
        post = Post(credit.name or None, credit.handle, credit.date, url, span)
        parts.append(Block(start, credit.end, BlockKind.POST, block.level, post))
        start = credit.end
        while start < block.end and text[start].isspace():
            start += 1
    if text[start : block.end].strip():
        parts.append(block._replace(start=start))
    return parts


def linked(links: Sequence[Link], start: int, end: int) -> list[str]:
    """Addresses of the hyperlinks within the credit."""
    at = bisect_left(links, start, key=lambda link: link.start)
    urls = []
    while at < len(links) and links[at].end <= end:
        urls.append(links[at].url)
        at += 1
    return urls


def best(urls: Sequence[str]) -> str | None:
    """The post's own address if one of ``urls`` is that, else the first, with its scheme."""
    if not urls:
        return None
    url = next((u for u in urls if _STATUS.search(u)), urls[0])
    return url if url.startswith(("http://", "https://")) else f"https://{url}"
