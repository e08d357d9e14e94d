"""Sourcefabric Live Blog: the posts of a blog, as its interface and its themes have them.

A post holds groups of references to items; each item is markup with a type. Between the entries
stand things that are none: posts that are pinned, readers' comments that wait for a decision,
advertisements, drafts and deleted posts.

What must stay true: an entry has the time at which its post was published, however often it was
edited later; a pinned post stands above the entries and is none of them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

from newsreader.errors import SourceError
from newsreader.model.article import Article, BlockKind
from newsreader.reading.cms.embeds import put_embed
from newsreader.reading.cms.left_out import LeftOut, on_page, other_pages
from newsreader.reading.cms.signed import signed
from newsreader.reading.composing import Composition
from newsreader.reading.html.embedded import Known
from newsreader.reading.json.fields import body, objects, time, truth, words
from newsreader.reading.json.lenient import Document
from newsreader.reading.json.shapes import at
from newsreader.reading.limits import MAX_ENTRIES
from newsreader.reading.sources import Raw
from newsreader.reading.stated import Stated

_POSTS = ("posts", "api_response.posts", "")
_PINNED = ("stickyPosts", "api_response.stickyPosts")
_CLOCKS = ("published_date", "firstcreated", "_created")


class _Post(NamedTuple):
    """One post: what it holds, and how it is shown."""

    value: dict[str, Any]
    items: tuple[dict[str, Any], ...]
    time: str | None


def parse(raw: Raw, document: Document) -> list[Article]:
    """The one article of a blog's posts.

    Raises:
        SourceError: no post of it can be shown.
    """
    value = document.value
    left_out = LeftOut()
    posts = [_post(each) for each in _listed(value)[:MAX_ENTRIES]]
    shown = [post for post in posts if _is_shown(post, left_out)]
    if not shown:
        raise SourceError(raw.source, "a live blog without any published post")
    blog = _blog(value)
    here, total = _page(value)
    stated = Stated(
        title=words(blog, "title"),
        byline=None,
        published=time(blog, "start_date", "first_created", "firstcreated", "_created"),
        language=words(blog, "blog_preferences.language", "language")
        or words(shown[0].value, "language")
        or None,
        uri=on_page(_uri(blog, shown), here),
    )
    composition = Composition(stated.title, base=stated.uri)
    composition.markup(body(blog, "description"))
    for post in (each for each in shown if _is_pinned(each)):
        _put(composition, post)
    named = {_headline(post) for post in shown}
    same = named if len(named) == 1 and len(shown) > 1 else {""}  # the program's word for a post
    for post in _in_order([each for each in shown if not _is_pinned(each)], blog):
        headline = _headline(post)
        with composition.section(post.time, "" if headline in same else headline):
            _put(composition, post)
    warnings = (*document.warnings, *other_pages(here, total), *left_out.warnings)
    return [composition.article(raw, "liveblog", stated, warnings)]


def _headline(post: _Post) -> str:
    return words(post.value, "headline", "title")


def _listed(value: object) -> list[dict[str, Any]]:
    """The posts of a document, the pinned ones first, each once."""
    found: list[dict[str, Any]] = []
    for path in _PINNED:
        found += [{**each, "sticky": True} for each in objects(value, f"{path}._items")]
    for path in _POSTS:
        found += objects(value, f"{path}._items" if path else "_items")
    return list({words(post, "_id", "guid") or str(id(post)): post for post in found}.values())


def _blog(value: object) -> object:
    """What is stated of the blog itself."""
    return at(value, "blog") or at(value, "api_response.blog") or {}


def _page(value: object) -> tuple[int, int]:
    """Which of how many pages of posts it is."""
    for path in _POSTS:
        meta = at(value, f"{path}._meta" if path else "_meta")
        here, size, total = (at(meta, name) for name in ("page", "max_results", "total"))
        if isinstance(here, int) and isinstance(size, int) and isinstance(total, int) and size > 0:
            return here, -(-total // size)
    return 1, 1


def _uri(blog: object, posts: list[_Post]) -> str | None:
    """The blog's address, or else its number as the posts have it."""
    address = words(blog, "public_url", "iframe_url")
    number = words(blog, "_id") or words(posts[0].value, "blog", "client_blog")
    return address or (f"liveblog:{number}" if number else None)


def _post(value: dict[str, Any]) -> _Post:
    items = [
        item
        for group in objects(value, "groups")
        for ref in objects(group, "refs")
        if isinstance(item := at(ref, "item"), dict)
    ]
    return _Post(value, tuple(items), time(value, *_CLOCKS))


def _is_shown(post: _Post, left_out: LeftOut) -> bool:
    """Whether readers see a post as one of the blog's own; if not, it is counted."""
    value = post.value
    kinds = {words(item, "item_type").lower() for item in post.items}
    if truth(at(value, "deleted")) or words(value, "state") == "spiked":
        left_out.add("deleted post", "deleted posts")
    elif words(value, "post_status") == "comment":
        left_out.add("comment", "comments")
    elif words(value, "post_status") not in {"", "open"}:
        left_out.add("unpublished post", "unpublished posts")
    elif words(value, "pubstatus") in {"canceled", "cancelled", "withheld"}:
        left_out.add("withdrawn post", "withdrawn posts")
    elif kinds and all(kind.startswith("advert") for kind in kinds):
        left_out.add("advertisement", "advertisements")
    else:
        return True
    return False


def _is_pinned(post: _Post) -> bool:
    return truth(at(post.value, "sticky"))


def _in_order(posts: list[_Post], blog: object) -> list[_Post]:
    """The posts as the page shows them: by the editors' order, or else by their times."""
    numbers = [at(post.value, "order") for post in posts]
    known = [n for n in numbers if isinstance(n, int | float) and not isinstance(n, bool)]
    oldest_first = words(blog, "theme_settings.postOrder", "post_order") == "oldest_first"
    if len(set(known)) == len(posts):
        found = [post for _, post in sorted(zip(known, posts, strict=True), key=_number)]
    elif all(post.time for post in posts):
        found = sorted(posts, key=_instant)
    else:
        return posts
    return found if oldest_first else found[::-1]


def _number(pair: tuple[float, _Post]) -> float:
    return pair[0]


def _instant(post: _Post) -> datetime:
    """When a post was published; a time without a zone counts as UTC, in which all are sent."""
    at = datetime.fromisoformat(post.time or "0001-01-01")
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _put(composition: Composition, post: _Post) -> None:
    """Put a post's items into the article, and below them who wrote it."""
    with signed(composition, words(post.value, "byline")):
        for item in post.items:
            if not words(item, "item_type").lower().startswith("advert"):
                _put_item(composition, item)


def _put_item(composition: Composition, item: dict[str, Any]) -> None:
    kind = words(item, "item_type", "type").lower()
    text = body(item, "text")
    if kind == "embed":
        markup = body(item, "text", "meta.html", "meta.description")
        put_embed(composition, markup, _known(item))
    elif kind == "comment":
        who = words(item, "commenter", "meta.commenter", "syndicated_creator.display_name")
        put_embed(composition, text or body(item, "contents"), Known(author=who))
    elif kind == "quote" and "<blockquote" not in text:
        composition.markup(f"<blockquote>{body(item, 'meta.quote') or text}</blockquote>")
        composition.paragraph(words(item, "meta.credit"), BlockKind.BYLINE)
    elif kind == "poll":
        composition.paragraph(words(item, "poll_body.question"))
        for answer in objects(item, "poll_body.answers"):
            composition.paragraph(words(answer, "option"), BlockKind.LIST_ITEM)
    elif text:
        composition.markup(text)
    else:
        composition.paragraph(words(item, "meta.caption", "headline"), BlockKind.CAPTION)


def _known(item: dict[str, Any]) -> Known:
    """What is stated of an embedded post, or of the card of another page."""
    return Known(
        author=words(item, "meta.author_name"),
        url=words(item, "meta.original_url", "meta.url"),
    )
