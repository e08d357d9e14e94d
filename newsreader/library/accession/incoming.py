"""What one input brings: its articles, each for the story that it is of."""

from __future__ import annotations

from datetime import UTC, datetime

from newsreader.errors import SourceError
from newsreader.model.article import Article
from newsreader.reading import Raw, parse


def read_in(raw: Raw, as_uri: str | None, format_: str | None) -> list[tuple[Article, bool]]:
    """The articles of an input, each with whether the input holds a newer text of its story.

    Args:
        raw: the input.
        as_uri: the story's identity, where the user stated one.
        format_: name of the format, where the user stated one.

    Raises:
        SourceError: it cannot be read, or holds several stories for one stated identity.
    """
    articles = _oldest_first(parse(raw, format=format_))
    newest = {article.uri: article for article in articles}
    if as_uri is not None and len(newest) > 1:
        raise SourceError(raw.source, f"{len(newest)} stories, but --as names only one")
    superseded = [article is not newest[article.uri] for article in articles]
    if as_uri is not None:
        articles = [article._replace(uri=as_uri) for article in articles]
    return list(zip(articles, superseded, strict=True))


def _oldest_first(articles: list[Article]) -> list[Article]:
    """The articles with the newest story last, where a feed has it first: lists show it on top."""
    stories: dict[str, list[Article]] = {}
    for article in articles:
        stories.setdefault(article.uri, []).append(article)
    times = [_instant(several[-1]) for several in stories.values()]
    first, last = times[0] if times else None, times[-1] if times else None
    if first is None or last is None or first <= last:
        return articles
    return [article for several in reversed(stories.values()) for article in several]


def _instant(article: Article) -> datetime | None:
    """When an article was published, as far as that can be compared."""
    if article.published is None:
        return None
    moment = datetime.fromisoformat(article.published)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
