"""schema.org articles as a file of their own: NewsArticle, LiveBlogPosting and the like.

The same claims that a page makes of itself in JSON-LD, and read by the same module; here no page is
beside them, so their words are the text.

What must stay true: an article that is only a part of another one is no story of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.errors import SourceError
from newsreader.model.article import Article
from newsreader.model.note import NoteKind
from newsreader.reading.cms.signed import signed
from newsreader.reading.composing import Composition
from newsreader.reading.html.jsonld import Data, find_all
from newsreader.reading.html.postings import dated
from newsreader.reading.json.lenient import Document
from newsreader.reading.sources import Raw
from newsreader.reading.stated import Stated, is_page, key

_TAG = re.compile(r"<[a-zA-Z/!]")
_TAGS = re.compile(r"<[^<>]*+>")
_SEEN = 1_000  # code points of an update's body by which it is known again
_LETTERS = 32  # of them
_LOOKED_AT = 5  # updates
_TITLE_ONLY = "only the title is in this file"


def parse(raw: Raw, document: Document) -> list[Article]:
    """The articles that the data describe; those without a text only where none has any.

    Raises:
        SourceError: they describe no article.
    """
    found = find_all(document.value)
    if not found:
        raise SourceError(raw.source, "schema.org data without an article")
    told = [data for data in found if data.body or data.updates]
    return [_article(raw, document, data) for data in _by_page(told or found)]


def _by_page(several: Sequence[Data]) -> list[Data]:
    """Of the articles that describe one page the one that says most: updates, then words."""
    best: dict[str, Data] = {}
    for number, data in enumerate(several):
        name = data.url or f" {number}"
        best[name] = max(best.get(name, data), data, key=_says)
    return list(best.values())


def _says(data: Data) -> tuple[int, int]:
    return len(data.updates), len(data.body)


def _article(raw: Raw, document: Document, data: Data) -> Article:
    stated = Stated(
        title=data.headline,
        byline=data.byline,
        published=data.published,
        language=data.language,
        uri=data.url if data.url and is_page(data.url) else None,
    )
    composition = Composition(stated.title, base=stated.uri)
    if not _repeats(data):
        _put_body(composition, data.body)
    for posting in dated(data.updates):
        writer = posting.byline if posting.byline != data.byline else ""
        with composition.section(posting.time, posting.headline), signed(composition, writer):
            _put_body(composition, posting.body)
    for correction in data.corrections:
        composition.note(correction, NoteKind.CORRECTION)
    warnings = () if data.body or data.updates else (_TITLE_ONLY,)
    return composition.article(raw, "schema.org", stated, (*document.warnings, *warnings))


def _repeats(data: Data) -> bool:
    """Whether the article's body is only all its updates once more."""
    body = key(data.body)
    known = [key(_TAGS.sub(" ", each.body[:_SEEN])) for each in data.updates[:_LOOKED_AT]]
    return len(known) > 1 and all(begin and begin[:_LETTERS] in body for begin in known)


def _put_body(composition: Composition, body: str) -> None:
    """Put a body into the article: markup if it has a tag, else plain text."""
    if _TAG.search(body):
        composition.markup(body)
    else:
        composition.plain(body)
