"""The BBC's trees of blocks as pieces of an article: a block has a type, its model more blocks.

Words stand five levels deep: headline, text, paragraph, fragment. Inline blocks are made markup
again, so that links and white space are read as those of a page are.

What must stay true: a block that nobody here knows gives what is nested in it; walks do not
recurse.
"""

from __future__ import annotations

from collections import deque
from html import escape
from typing import Any

from newsreader.model.article import BlockKind
from newsreader.reading.cms.embeds import put_embed
from newsreader.reading.composing import Composition
from newsreader.reading.html.embedded import Known
from newsreader.reading.json.fields import body, listed, objects, words
from newsreader.reading.json.shapes import at

_MOST = 50_000  # blocks that are looked at
_HEADINGS = {"headline": 3, "subheadline": 4, "subheading": 3, "crosshead": 3, "heading": 3}
_LISTS = {"unorderedList": "ul", "orderedList": "ol"}
_QUOTES = frozenset({"quote", "blockquote", "introduction-quote"})
_MEDIA = frozenset({"image", "video", "audio", "media", "clipMedia", "gallery"})
_EMBEDS = frozenset({"aresOEmbed", "oembed", "oEmbed", "twitter", "tweet", "instagram", "facebook",
                     "tiktok", "bluesky"})  # fmt: skip
_OTHER = frozenset({
    "timestamp", "byline", "altText", "rawImage", "rawVideo", "links", "relatedContent", "wsoj",
    "mpu", "podcastPromo", "disclaimer", "topStories", "features", "mostRead", "include", "link",
    "relatedTopics", "visuallyHiddenHeadline", "aresMedia", "uploader", "eOYProfile",
})  # fmt: skip
"""What is no part of the text, or is read elsewhere."""


def put_blocks(composition: Composition, tree: object, skip: frozenset[str] = frozenset()) -> None:
    """Put all blocks of a tree into the article.

    Args:
        composition: the article.
        tree: a block, or what has one in its ``model``.
        skip: types that are passed over, beside those that are no part of any text.
    """
    waiting = list(reversed(_nested(tree)))
    for _ in range(_MOST):
        if not waiting:
            return
        block = waiting.pop()
        if words(block, "type") not in skip:
            waiting += reversed(_put(composition, block))


def _nested(block: object) -> list[dict[str, Any]]:
    return objects(block, "model.blocks", "blocks")


def _put(composition: Composition, block: dict[str, Any]) -> list[dict[str, Any]]:
    """Put one block; returns what is nested in it and still to be put."""
    kind = words(block, "type")
    if kind in _OTHER:
        return []
    if kind in _HEADINGS:
        composition.heading(plain(block), _HEADINGS[kind])
    elif kind in _LISTS:
        items = "".join(f"<li>{inline(item)}</li>" for item in _items(block))
        composition.markup(f"<{_LISTS[kind]}>{items}</{_LISTS[kind]}>")
    elif kind in {"paragraph", "fragment", "urlLink"}:
        composition.markup(f"<p>{inline(block)}</p>")
    elif kind in _QUOTES:
        composition.markup(f"<blockquote>{inline(block)}</blockquote>")
    elif kind in _MEDIA:
        _put_caption(composition, block)
    elif kind in _EMBEDS or body(block, "model.html"):
        _put_embed(composition, block)
    elif kind == "contributor":
        _put_contributor(composition, block)
    else:
        return _nested(block)
    return []


def _items(block: object) -> list[Any]:
    return objects(block, "model.blocks") or listed(block, "items")


def inline(block: object) -> str:
    """The words of a block and all in it, as markup with its links."""
    parts: list[str] = []
    waiting: list[object] = [block]
    for _ in range(_MOST):
        if not waiting:
            break
        each = waiting.pop()
        if isinstance(each, str):
            parts.append(each)
            continue
        nested = _nested(each)
        link = body(each, "model.locator") if words(each, "type") == "urlLink" else ""
        if nested:
            ends = (f'<a href="{escape(link)}">', "</a>") if link else ("", "")
            if words(each, "type") in {"paragraph", "listItem"}:
                ends = ("", "<br><br>") if waiting else ("", "")
            waiting += [ends[1], *reversed(nested), ends[0]]
        else:
            parts.append(escape(body(each, "model.text", "text"), quote=False))
    return "".join(parts)


def plain(block: object) -> str:
    """The words of a block and all in it, as one line."""
    seen = Composition()
    seen.markup(f"<p>{inline(block)}</p>")
    return " ".join(seen.page.text.split())


def find(tree: object, kind: str) -> dict[str, Any] | None:
    """The first block of a type in a tree, the outermost first."""
    waiting = deque(_nested(tree))
    for _ in range(_MOST):
        if not waiting:
            break
        block = waiting.popleft()
        if words(block, "type") == kind:
            return block
        waiting += _nested(block)
    return None


def _put_caption(composition: Composition, block: dict[str, Any]) -> None:
    """The captions of pictures and films."""
    captions = [each for each in _nested(block) if words(each, "type") == "caption"]
    for caption in captions:
        composition.paragraph(plain(caption), BlockKind.CAPTION)
    if not captions:
        said = words(block, "caption", "model.caption")
        composition.paragraph(said, BlockKind.CAPTION)


def _put_embed(composition: Composition, block: dict[str, Any]) -> None:
    known = at(block, "model.oembed") or at(block, "model.embed.oembed") or at(block, "model")
    put_embed(
        composition,
        body(known, "html"),
        Known(
            author=words(known, "author_name"),
            url=words(known, "url") or words(block, "model.href"),
        ),
    )


def _put_contributor(composition: Composition, block: dict[str, Any]) -> None:
    """Who wrote what follows."""
    said = [words(block, "model.name"), words(block, "model.subtitle")]
    composition.paragraph(", ".join(dict.fromkeys(filter(None, said))), BlockKind.BYLINE)
