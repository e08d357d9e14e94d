"""Entries to articles: one story per entry, one revision per text that an identity has.

An entry that stands twice is one story. Its texts are ordered by their times where all state one
and they differ, else as the feed has them, so that the last is the newest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypeVar

from newsreader.errors import SourceError
from newsreader.model.article import Article, BlockKind
from newsreader.reading.composing import Composition
from newsreader.reading.feeds.entry import Entry, Feed, identity, uncounted
from newsreader.reading.limits import MAX_ENTRIES, MAX_FEED_TAGS
from newsreader.reading.raw import Raw
from newsreader.reading.stated import Stated, key

_Item = TypeVar("_Item")


def most(items: Sequence[_Item]) -> tuple[Sequence[_Item], tuple[str, ...]]:
    """As many items of a feed as are read, and a warning if there are more."""
    if len(items) <= MAX_ENTRIES:
        return items, ()
    told = f"only the first {MAX_ENTRIES:,} entries of {len(items):,} are read"
    return items[:MAX_ENTRIES], (told,)


def articles(
    raw: Raw, format_name: str, feed: Feed, entries: Sequence[Entry], warnings: Sequence[str]
) -> list[Article]:
    """The articles of a feed, in its order; revisions of one story stand together, oldest first.

    Args:
        raw: where the feed came from.
        format_name: which format it was read as.
        feed: what it states of itself.
        entries: its entries in order.
        warnings: what a reader should know of the reading; told with the first article.

    Raises:
        SourceError: there is no entry, or none has words.
    """
    if not entries:
        raise SourceError(raw.source, "no entries in this feed")
    told = list(warnings)
    made: list[Article] = []
    texts: set[tuple[str, str]] = set()
    silent = 0
    tags = 0
    for uri, entry in _ordered(entries, feed):
        tags += entry.body.text.count("<")
        if tags > MAX_FEED_TAGS:
            told.append(f"more than {MAX_FEED_TAGS:,} tags; the entries after that are left out")
            break
        try:
            article = _article(raw, format_name, feed, entry, uri)
        except SourceError:
            silent += 1
            continue
        if (uri, article.hash) not in texts:
            texts.add((uri, article.hash))
            made.append(article)
    if not made:
        raise SourceError(raw.source, "no text in the entries of this feed")
    if silent:
        told.append(f"{silent} entr{'y' if silent == 1 else 'ies'} without text left out")
    return [made[0]._replace(warnings=(*told, *made[0].warnings)), *made[1:]]


def _ordered(entries: Sequence[Entry], feed: Feed) -> list[tuple[str, Entry]]:
    """The entries with their identities, those of one story together and oldest first."""
    found = [identity(entry, feed) for entry in entries]
    stated = {entry.id for entry in entries}
    bare = Counter(uncounted(uri) for uri in set(found) & stated)
    stories: dict[str, list[Entry]] = {}
    for uri, entry in zip(found, entries, strict=True):
        own = uncounted(uri) if uri in stated else uri
        stories.setdefault(own if bare[own] == 1 else uri, []).append(entry)
    return [(uri, entry) for uri, several in stories.items() for entry in _by_time(several)]


def _by_time(entries: list[Entry]) -> list[Entry]:
    """Entries of one story by their times, if each states one."""
    if len(entries) < 2 or not all(entry.time for entry in entries):
        return entries
    return sorted(entries, key=lambda entry: _instant(entry.time))


def _instant(time: str) -> datetime:
    moment = datetime.fromisoformat(time)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _article(raw: Raw, format_name: str, feed: Feed, entry: Entry, uri: str) -> Article:
    made = Composition(entry.title, base=entry.base or feed.base or None, address=entry.link)
    entry.body.put(made)
    made.flow.flush()
    said = key(made.page.text) if entry.captions else ""
    for caption in entry.captions:
        if key(caption) not in said:
            made.paragraph(caption, BlockKind.CAPTION)
    stated = Stated(
        title=entry.title or None,
        byline=entry.byline or feed.byline or None,
        published=entry.published or entry.updated,
        language=entry.language or feed.language or None,
        uri=uri,
    )
    return made.article(raw, format_name, stated)
