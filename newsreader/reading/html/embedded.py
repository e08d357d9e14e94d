"""Embedded social posts in markup: everything in one is the post's, however many paragraphs it has.

Networks write their credits each in their own way: behind a dash with the account in brackets, or
in a sentence ("Posted by ...", "A post shared by ..."). What the source states of a post beside its
markup completes what the credit says.

What must stay true: only blocks that were put on the page last are touched, and their words never.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsreader.language.credits import Credit, find_all_credits, links_before
from newsreader.language.dates import match_date
from newsreader.model.article import Block, BlockKind, Post
from newsreader.reading.posts import best, linked
from newsreader.reading.rendering import Page

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CLASS = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|"
    r"mastodon-embed|text-post-media|fb-xfbml-parse-ignore)(?:$|\s)"
)
_ACCOUNT = re.compile(
    r"https?://(?:[a-z]{1,10}\.)?(?:(?:twitter|x)\.com/(?:#!/)?(?P<a>\w{1,20})/status(?:es)?/\d"
    r"|bsky\.app/profile/(?P<b>[\w.-]{1,80})/post/"
    r"|(?:tiktok\.com|threads\.(?:net|com)|truthsocial\.com)/@(?P<c>[\w.]{1,40})/"
    r"|[\w.-]{1,60}/@(?P<d>[\w.]{1,40})/\d{6})",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:^|\n)(?:Posted by (?P<poster>[^\n]{1,80}?) on\s(?P<posted>[^\n]{1,60})"
    r"|A post shared by (?P<sharer>[^\n(]{1,80}?)\s?\(@(?P<handle>[\w.]{1,40})\)"
    r"(?: on (?P<shared>[^\n]{1,60}))?)\s*\Z"
)
_CALL = re.compile(r"\s*(?:View this post on|Sieh dir diesen Beitrag auf) \w{1,20}(?: an)?\s*")
_REST = re.compile(
    r"(?:,?\s(?:at|um|à|alle|a las)?\s?\d{1,2}[:.]\d{2}(?:\s?[AP]M)?)?\s*\Z", re.IGNORECASE
)
_NETWORK = re.compile(r" on (?:X|Twitter|Bluesky|Mastodon|Threads|Instagram|Facebook)$")
_LAST = 600  # code points at the end of a post in which its credit stands


class Known(NamedTuple):
    """What a source states of an embedded post beside its markup; "" for what it does not."""

    author: str = ""
    handle: str = ""  # with or without "@"
    date: str = ""  # ISO 8601
    url: str = ""


def is_embedded(element: Element) -> bool:
    """Whether an element is a post that a network's own markup embeds."""
    return element.tag == "blockquote" and _CLASS.search(element.get("class") or "") is not None


def known_of(element: Element) -> Known:
    """What such an element states in its attributes."""
    for name in ("cite", "data-instgrm-permalink", "data-text-post-permalink"):
        if (url := element.get(name) or "").startswith("https://"):
            return Known(url=url[:2000])
    return Known()


def account(url: str) -> str:
    """The account that the address of a post names; "" for any other address."""
    found = _ACCOUNT.match(url[:500])
    return next((part for part in found.groups() if part), "") if found else ""


def as_post(page: Page, first: int, known: Known) -> None:
    """Make one post of all blocks from number ``first`` on, if anybody is named as its author."""
    blocks = page.blocks[first:]
    if not blocks:
        return
    start, end = blocks[0].start, blocks[-1].end
    said = page.since(start)
    credit = _credit(said)
    urls = (*credit.urls, *linked(page.links, start + credit.start, end))
    url = (known.url or best(urls) or "").partition("?ref_src=")[0]
    author = known.author or _NETWORK.sub("", credit.name)
    handle = (known.handle or credit.handle or account(url)).removeprefix("@")
    if not (author or handle):
        return
    begin = 0 if _CALL.fullmatch(said, 0, credit.start) else credit.start
    post = Post(
        author=author or None,
        handle=f"@{handle}" if handle else None,
        date=known.date[:10] or credit.date,
        url=url or None,
        credit=(start + begin, end),
    )
    page.blocks[first:] = [Block(start, end, BlockKind.POST, blocks[0].level, post)]


def _credit(said: str) -> Credit:
    """The credit that ends a post, or only the links that do."""
    size = len(said)
    sentence = _SENTENCE.search(said, max(0, size - _LAST))
    if sentence is not None:
        day = match_date(sentence["posted"] or sentence["shared"] or "")
        name = sentence["poster"] or sentence["sharer"]
        handle = f"@{sentence['handle']}" if sentence["handle"] else None
        return Credit(sentence.start(), size, name, handle, day[0] if day else None)
    low = said.rfind("\n\n", 0, size) + 1 if "\n\n" in said else 0
    for found in find_all_credits(said, low, size):
        if _REST.match(said, found.end) and (found.name or found.handle):
            return found._replace(start=links_before(said, 0, found.start)[0], end=size)
    begin, urls = links_before(said, 0, size)
    return Credit(begin, size, "", urls=urls)
