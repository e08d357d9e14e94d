"""How often our reading of feeds agrees with feedparser's, and what each costs.

    python -m benchmarks.feeds FEED [FEED ...]

For every entry that feedparser finds: title, address of the page, date and text. Texts are compared
by their letters and digits; feedparser's is its content, or its summary, with tags and scripts
taken out; ours is without the captions of pictures, which feedparser leaves out or takes for the
content. feedparser gets bytes only, without sanitising, and comes with
``pip install "newsreader[bench]"``.
"""

from __future__ import annotations

import argparse
import calendar
import importlib
import time
from collections import Counter, defaultdict
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

from lxml import html

from newsreader.errors import SourceError
from newsreader.model.article import Article, BlockKind
from newsreader.reading import read

ASPECTS = ("title", "link", "date", "text")


def letters(markup: str) -> str:
    """The letters and digits of a text, tags and scripts left out."""
    if "<" in markup:
        root = html.fromstring(f"<div>{markup}</div>")
        for silent in root.xpath("//script|//style|//iframe|//noscript|//svg"):
            silent.drop_tree()
        markup = root.text_content()
    return "".join(sign for sign in unescape(markup) if sign.isalnum())


def ours(article: Article) -> tuple[str, int | None, str]:
    """Address, date and text of an article."""
    link = next((each.url for each in article.links if each.start == 0), "")
    blocks = [
        article.text[block.start : block.end]
        for block in article.blocks
        if block.kind is not BlockKind.CAPTION and (block.start, block.end) != article.title_span
    ]
    moment = datetime.fromisoformat(article.published) if article.published else None
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    seconds = None if moment is None else int(moment.timestamp())
    return link, seconds, "".join(sign for sign in "".join(blocks) if sign.isalnum())


def compare(entry: Any, candidates: list[Article]) -> set[str]:  # noqa: ANN401
    """In what an entry of feedparser's agrees with the best of our articles of that title."""
    stated = entry.get("published_parsed") or entry.get("updated_parsed")
    date = calendar.timegm(stated) if stated else None
    texts = {letters(each.value) for each in entry.get("content", ())}
    texts.add(letters(entry.get("summary", "")))
    best: set[str] = set()
    for article in candidates:
        link, seconds, text = ours(article)
        same = (True, link == entry.get("link", ""), seconds == date, text in texts)
        agreed = {name for name, agrees in zip(ASPECTS, same, strict=True) if agrees}
        best = max(best, agreed, key=len)
    return best


def measure(path: Path, feedparser: Any) -> tuple[list[set[str]], int, float, float]:  # noqa: ANN401
    """What agrees of each entry, how many articles are ours, seconds of ours and of feedparser."""
    data = path.read_bytes()
    begun = time.perf_counter()
    theirs = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False).entries
    between = time.perf_counter()
    try:
        articles = read(path)
    except SourceError as error:
        print(error)
        articles = []
    ended = time.perf_counter()
    titled: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        titled[letters(article.title or "")].append(article)
    agreed = [compare(each, titled[letters(each.get("title", ""))]) for each in theirs]
    return agreed, len(articles), ended - between, between - begun


def main() -> None:
    """Compare all feeds and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("feeds", nargs="+", type=Path)
    paths = parser.parse_args().feeds
    feedparser = importlib.import_module("feedparser")
    measure(paths[0], feedparser)  # loads the parsers
    counts: Counter[str] = Counter()
    own = other = 0.0
    for path in paths:
        agreed, articles, ours_took, theirs_took = measure(path, feedparser)
        own, other = own + ours_took, other + theirs_took
        whole = sum(len(aspects) == len(ASPECTS) for aspects in agreed)
        counts.update(name for aspects in agreed for name in aspects)
        counts.update({"entries": len(agreed), "all": whole})
        print(f"{path.name}: {whole} of {len(agreed)} entries agree, {articles} articles")
    for name in (*ASPECTS, "all"):
        print(f"{name:6}{counts[name]:6} of {counts['entries']}")
    print(f"{own * 1000 / len(paths):.1f} ms a feed, feedparser {other * 1000 / len(paths):.1f} ms")


if __name__ == "__main__":
    main()
