"""Wire text to articles: a bulletin of the teleprinter age, each of its messages one article.

Known by its control marks or the signs of its head. Lines that only the width of a teleprinter
broke are one paragraph again, so that a re-wrapped lead changes no statement; rows of tables stay
rows.

What must stay true: no control character reaches the text; what stands for editors only (slug,
lead, "Eds:", the notebook at the end) is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsreader.model.article import Article, BlockKind
from newsreader.model.note import NoteKind
from newsreader.reading.clean import Decoded
from newsreader.reading.composing import Composition
from newsreader.reading.head_lines import is_headline
from newsreader.reading.sources import Raw
from newsreader.reading.stated import key
from newsreader.reading.wire.framing import Message, messages
from newsreader.reading.wire.heads import (
    is_caret,
    read_caret_head,
    read_codes,
    read_fields,
    read_plain_head,
    uncaret,
)
from newsreader.reading.wire.item import Item, all_of, note_kind
from newsreader.reading.wire.lines import laid_out, put_block, rows, unwrapped
from newsreader.reading.wire.sent import sent_at, slug_day

_NOT_FOR_PRINT = re.compile(
    r"#{0,3}\s*(?:\w{2,6}[ -])?(?:notebook|notizblock|notepad)\s*$"
    r"|.{0,20}following information is not (?:intended )?for publication"
    r"|.{0,30}informationen sind nicht (?:zur|für die) veröffentlichung",
    re.IGNORECASE,
)
_BEGINNING = 20_000  # code points of a story in which its summary is looked for
_LISTED = re.compile(
    r"apnewsnow|news ?alert|advisor|digest|top ten|glance|standings|calendar|schedule|summary"
    r"|budget|lookahead|briefs?\b|headlines",
    re.IGNORECASE,
)


def parse(raw: Raw, decoded: Decoded) -> list[Article]:
    """The articles of a wire text, one for each of its messages."""

    def read(own: Raw, message: Message) -> Article | None:
        return _article(own, message, decoded.warnings)

    found = messages(decoded.text)
    return all_of(raw, found, read, "no text in this wire message")


def _article(raw: Raw, message: Message, warnings: tuple[str, ...]) -> Article | None:
    item = Item()
    lines = message.text.split("\n")
    start = _head(message, lines, item)
    sent = sent_at(message.trailer)
    if sent is not None:
        item.published = sent.isoformat()
        item.uri = _story(item.slug, slug_day(message.header, sent), message.trailer)
    body = lines[start:]
    if not any(line.strip() for line in body):  # an alert: all of it is head
        body, item.decks = item.decks, []
    item.decks = _without_summaries(item.decks, body)

    def put(made: Composition) -> None:
        _put(made, body, item, tabular=message.tabular)

    return item.article(raw, "wire", put, alone=True, warnings=warnings)


def _head(message: Message, lines: list[str], item: Item) -> int:
    """Fill in what the head says; the index of the line with which the story begins."""
    first = next((line for line in lines if line.strip()), "")
    if is_caret(first):
        return read_caret_head(lines, item)
    fields = read_fields(lines, item)
    if fields:
        return fields
    codes = 0 if message.header else read_codes(lines, item)
    keywords = [line.strip(" /") for line in message.header.split("\n")[1:] if line.strip(" /")]
    item.slug = " / ".join(keywords) or item.slug
    return codes + read_plain_head(lines[codes:], item)


def _without_summaries(decks: list[str], body: list[str]) -> list[str]:
    """The lines below the headline; those that the story begins with go, long ones go before it."""
    said = key(" ".join(body[:40])[:_BEGINNING]) if decks else ""
    told = [deck for deck in decks if key(deck)[:60] not in said]
    body[:0] = [f"\t{deck}" for deck in told if not is_headline(deck)]
    return [deck for deck in told if is_headline(deck)]


def _put(made: Composition, lines: list[str], item: Item, *, tabular: bool) -> None:
    """Put the story on the page; what is for editors only becomes the closing notes."""
    text = "\n".join(_opened(line) for line in lines)
    found = rows(text) if tabular else laid_out(text)
    for kind, words in found:
        if _NOT_FOR_PRINT.match(words):
            _close(item, words, found)
        elif tabular:
            made.paragraph(words)
        else:
            put_block(made, kind, words)


def _close(item: Item, first: str, rest: Iterator[tuple[BlockKind, str]]) -> None:
    """What stands from a notebook's heading on as notes below the text."""
    for kind, words in (BlockKind.NOTE, first), *rest:
        if kind is not BlockKind.RULE:
            said = unwrapped(words)
            item.closing.append((note_kind(said, NoteKind.EDITORS_NOTE), said))


def _opened(line: str) -> str:
    """A line of a story; one that begins with a tab begins a paragraph."""
    bare = uncaret(line)
    return f"\n{bare.strip()}" if line.startswith("\t") or bare is not line else line


def _story(slug: str | None, day: str | None, trailer: str) -> str | None:
    """The identity of a story by its slug, for slugs that agencies use once a day."""
    if slug is None or day is None or "--" not in slug or _LISTED.search(slug):
        return None
    root = slug.partition(",")[0]  # after it: which lead this is, how many words
    agency = re.match(r"\s*([A-Za-z]{2,6})-", trailer)
    name = re.sub(r"[^\w-]+", "_", root).strip("_").lower()
    return f"wire:{agency[1].lower() if agency else 'slug'}:{day}:{name}"
