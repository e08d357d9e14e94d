"""Reddit Live: the updates of a thread as its interface lists them, newest first.

The thread itself (title, description) is another answer; both may stand in one file as a list.
An update that was taken back is struck through on the page: it stays where it was, as a correction.

What must stay true: other lists of Reddit are refused in plain words.
"""

from __future__ import annotations

import html
from typing import Any

from newsreader.errors import SourceError
from newsreader.model.article import Article
from newsreader.model.note import NoteKind
from newsreader.reading.cms.signed import signed
from newsreader.reading.composing import Composition
from newsreader.reading.html.embedded import account
from newsreader.reading.json.fields import body, objects, time, truth, words
from newsreader.reading.json.lenient import Document
from newsreader.reading.json.shapes import at
from newsreader.reading.limits import MAX_ENTRIES
from newsreader.reading.sources import Raw
from newsreader.reading.stated import Stated

_SITE = "https://www.reddit.com"
_TAKEN_BACK = "Taken back:"  # its words alone would read as what is right now
_OLDER = "the thread goes on: older updates are not in this file"


def parse(raw: Raw, document: Document) -> list[Article]:
    """The one article of a live thread.

    Raises:
        SourceError: it is no live thread.
    """
    answers = document.value if isinstance(document.value, list) else [document.value]
    thread: Any = next((at(a, "data") for a in answers if _kind(a) == "LiveUpdateEvent"), {})
    lists = [answer for answer in answers if _kind(answer) == "Listing"]
    updates = [
        at(child, "data")
        for answer in lists
        for child in objects(answer, "data.children")
        if _kind(child) == "LiveUpdate"
    ]
    if not thread and not updates:
        raise SourceError(raw.source, "a list of Reddit's without a live thread")
    number = words(thread, "id")
    stated = Stated(
        title=html.unescape(words(thread, "title")),
        published=time(thread, "created_utc"),
        uri=f"{_SITE}/live/{number}" if number else None,
    )
    composition = Composition(stated.title, base=_SITE)
    for name in ("description", "resources"):
        composition.markup(_markup(thread, name))
    for update in updates[:MAX_ENTRIES]:
        with composition.section(time(update, "created_utc", "created")):
            _put(composition, update)
    older = any(at(answer, "data.after") for answer in lists)
    warnings = (*document.warnings, *((_OLDER,) if older else ()))
    return [composition.article(raw, "reddit", stated, warnings)]


def _kind(value: object) -> str:
    return words(value, "kind")


def _markup(value: object, name: str) -> str:
    """A field as markup: it is sent escaped, unless one asked for it otherwise."""
    markup = body(value, f"{name}_html")
    if not markup:
        return html.escape(body(value, name))
    return markup if "<" in markup else html.unescape(markup)


def _put(composition: Composition, update: object) -> None:
    """Put one update into the article, and below it who wrote it."""
    markup = _markup(update, "body")
    with signed(composition, words(update, "author")):
        if truth(at(update, "stricken")):
            seen = Composition()
            seen.markup(markup)
            said = seen.page.text
            composition.note(said and f"{_TAKEN_BACK} {said}", NoteKind.CORRECTION)
        else:
            _put_words(composition, update, markup)


def _put_words(composition: Composition, update: object, markup: str) -> None:
    """An update's words; where they are only the address of a post, that is a post."""
    said = words(update, "body")
    url = next((words(each, "url") for each in objects(update, "embeds")), "")
    if said and said == url and account(url):
        composition.post(url, handle=account(url), url=url)
    else:
        composition.markup(markup)
