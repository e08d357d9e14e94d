"""The elements of which the Guardian's blocks are made, as blocks of an article.

The front end names them ``...TextBlockElement`` and keeps their fields beside that; the content API
names them ``text`` and keeps them in ``textTypeData``. An element that nobody here knows gives its
markup, if it has any, and what is nested in it.

What must stay true: invitations to read or do something else, and what repeats the text, are no
part of the story; the walk does not recurse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsreader.model.article import BlockKind
from newsreader.reading.clean import canonical
from newsreader.reading.cms.embeds import put_embed
from newsreader.reading.composing import Composition
from newsreader.reading.html.embedded import Known
from newsreader.reading.html.markup import parse_tree, without, without_silent
from newsreader.reading.json.fields import body, listed, objects, words
from newsreader.reading.json.shapes import at

_OTHER = frozenset({
    "richlink", "rich-link", "adplaceholder", "newslettersignup", "callout", "membership",
    "reporterscallout", "crossword", "link", "pullquote",
})  # fmt: skip
"""What leads elsewhere, and quotations pulled out of the text, which repeat it."""

_POSTS = frozenset({
    "tweet", "instagram", "facebook", "comment", "vine", "tiktok", "bluesky", "threads",
    "mastodon",
})  # fmt: skip
_CAPTIONED = frozenset({
    "image", "video", "guvideo", "videoyoutube", "videovimeo", "videofacebook", "youtube",
    "audio", "interactive", "cartoon", "mediaatom", "multiimage", "document", "map", "contentatom",
    "interactiveatom", "chartatom",
})  # fmt: skip
_NESTED = ("elements", "body", "events", "sections", "items", "content", "keyTakeaways")
_ASIDES = "element-rich-link", "element-membership", "element-atom--callout", "gu-callout"
_MOST = 20_000  # elements of one article that are looked at


def put_elements(composition: Composition, elements: list[Any]) -> None:
    """Put elements, and those nested in them, into the article in their order."""
    waiting = list(reversed(elements))
    for _ in range(_MOST):
        if not waiting:
            return
        element = waiting.pop()
        if isinstance(element, str):
            put_markup(composition, element)
        elif isinstance(element, dict):
            waiting += reversed(_put(composition, element))


def _put(composition: Composition, element: dict[str, Any]) -> list[Any]:
    """Put one element; returns what is nested in it and still to be put."""
    kind = kind_of(element)
    fields = at(element, f"{words(element, 'type')}TypeData") or _type_data(element) or element
    if kind in _OTHER:
        return []
    if kind in _POSTS:
        markup = body(fields, "html", "body", "safeHtml")
        put_embed(composition, markup, _known(kind, fields))
        return []
    if kind in _CAPTIONED:
        put_caption(composition, fields)
        return listed(element, "images") if kind == "multiimage" else []
    special = _SPECIAL.get(kind)
    if special is not None:
        special(composition, fields)
        return []
    if title := words(fields, "title", "label") if kind != "text" else "":
        composition.heading(title, 4)
    put_markup(composition, body(fields, "html", "safeHtml"))
    return [each for name in _NESTED for each in _each(fields, name)]


def _each(fields: object, name: str) -> list[Any]:
    """What a field has nested; a string is a piece of markup."""
    value = at(fields, name)
    return [value] if isinstance(value, str) else listed(fields, name)


def kind_of(element: dict[str, Any]) -> str:
    """What an element is, in small letters: ``text``, ``tweet`` ..."""
    name = words(element, "_type", "type").rpartition(".")[2]
    return name.removesuffix("BlockElement").removesuffix("Element").lower()


def _type_data(element: dict[str, Any]) -> object:
    """The fields of a content API's element, by any name that ends as theirs do."""
    return next(
        (value for name, value in element.items() if name.endswith("TypeData") and value), None
    )


def _known(kind: str, fields: object) -> Known:
    return Known(
        author=words(fields, "authorName", "profileName", "authorUsername") * (kind != "tweet"),
        date=words(fields, "dateTime")[:10],
        url=words(fields, "originalUrl", "url", "permalink", "authorUrl", "commentUrl"),
    )


def put_caption(composition: Composition, fields: object) -> None:
    """The caption of a picture or film, or else its title."""
    said = body(fields, "data.caption", "caption", "mediaTitle", "title", "description")
    composition.paragraph(_plain(said), BlockKind.CAPTION)


def _subheading(composition: Composition, fields: object) -> None:
    composition.heading(_plain(body(fields, "html", "text", "title")), 3)


def _quotation(composition: Composition, fields: object) -> None:
    markup = body(fields, "html", "text")
    put_markup(composition, markup if "<blockquote" in markup else _quoted(markup))


def _rule(composition: Composition, _: object) -> None:
    composition.page.add("* * *", BlockKind.RULE)


def _embedded(composition: Composition, fields: object) -> None:
    """Anything embedded: a post if its markup names an author, else a quotation."""
    put_embed(composition, body(fields, "html", "safeHtml"), Known())
    composition.paragraph(_plain(body(fields, "caption")), BlockKind.CAPTION)


_SPECIAL: dict[str, Callable[[Composition, object], None]] = {
    "subheading": _subheading,
    "numberedtitle": _subheading,
    "blockquote": _quotation,
    "embed": _embedded,
    "divider": _rule,
}


def put_main(composition: Composition, article: dict[str, Any]) -> None:
    """The caption of the picture on top."""
    elements = objects(article, "mainMediaElements", "blocks.main.elements")
    for element in elements[:5]:
        fields = at(element, f"{words(element, 'type')}TypeData") or element
        put_caption(composition, fields)
    if not elements:
        put_markup(composition, body(article, "main", "blocks.main.bodyHtml", "fields.main"))


def put_assets(composition: Composition, article: dict[str, Any]) -> bool:
    """The posts that an answer lists beside a text that it was not asked for; whether any."""
    posts = [
        asset
        for element in objects(article, "elements")[:_MOST]
        for asset in objects(element, "assets")
        if kind_of(asset) in _POSTS and words(element, "relation") == "body"
    ]
    for post in posts:
        fields = at(post, "typeData")
        put_embed(composition, body(fields, "html"), _known(kind_of(post), fields))
    return bool(posts)


def put_markup(composition: Composition, markup: str) -> None:
    """Put markup into the article, without the boxes that lead elsewhere."""
    if not any(name in markup for name in _ASIDES):
        composition.markup(markup)
        return
    root, _ = parse_tree(canonical(markup))
    if root is None:
        return
    without_silent(root)
    for element in list(root.iter("aside", "figure", "div")):
        if any(name in (element.get("class") or "") for name in _ASIDES):
            without(element)
    composition.element(root)


def _quoted(markup: str) -> str:
    return f"<blockquote>{markup}</blockquote>" if markup else ""


def _plain(markup: str) -> str:
    """The words of a piece of markup as one line."""
    if "<" not in markup and "&" not in markup:
        return " ".join(markup.split())
    seen = Composition()
    seen.markup(markup)
    return " ".join(seen.page.text.split())
