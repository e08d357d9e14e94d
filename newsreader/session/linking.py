"""The links of a statement: those of the article that meet it, those written out, the evidence's.

Pure. A link is only found here; what it leads to is examined in
:mod:`newsreader.session.addresses`, and only an editor opens it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsreader.language.credits import is_link
from newsreader.model.article import Block, Span
from newsreader.model.event import Tag
from newsreader.model.statement import Analysis

_WORD = re.compile(r"""[^\s<>"“”«»]+""")
_SCHEME = re.compile(r"https?://.", re.IGNORECASE)
_CLOSING = {")": "(", "]": "[", "}": "{"}


class FoundLink(NamedTuple):
    """An address, and what it stands on."""

    url: str
    words: str  # the words that are the link, or where it was found


def links_of(analysis: Analysis, n: int, tags: Iterable[Tag] = ()) -> tuple[FoundLink, ...]:
    """The links of statement ``n``, in the order of the text, each address once.

    Args:
        analysis: the article.
        n: number of the statement.
        tags: on it, whose evidence and notes may hold links.
    """
    found: dict[str, FoundLink] = {}
    for link in (*_in_article(analysis, n), *_in_tags(tags)):
        found.setdefault(link.url, link)
    return tuple(found.values())


def _in_article(analysis: Analysis, n: int) -> Iterator[FoundLink]:
    article, statement = analysis.article, analysis.split.statements[n - 1]
    block = article.blocks[statement.block]
    for start, end, name in _spans((statement.start, statement.end), block):
        for link in article.links:
            if link.start < end and link.end > start:
                yield FoundLink(link.url, name or article.text[link.start : link.end])
        for url in written_out(article.text[start:end]):
            yield FoundLink(url, name)
    if block.post is not None and block.post.url:
        yield FoundLink(with_scheme(block.post.url), "the post")


def _spans(statement: Span, block: Block) -> Iterator[tuple[int, int, str]]:
    """The statement and its post's trailing links, with what a link there is called."""
    yield (*statement, "")
    if block.post is not None:
        yield (*block.post.credit, "the post")


def _in_tags(tags: Iterable[Tag]) -> Iterator[FoundLink]:
    for tag in tags:
        for what, text in (("evidence", tag.evidence), ("note", tag.note)):
            for url in written_out(text or ""):
                yield FoundLink(url, f"{what} of {tag.editor}")


def written_out(text: str) -> Iterator[str]:
    """The addresses that stand in a text as such, without the punctuation after them."""
    for match in _WORD.finditer(text):
        word = match[0].lstrip("([{'‘")
        if _SCHEME.match(word) or is_link(word):
            yield with_scheme(_bare(word))


def with_scheme(url: str) -> str:
    """``url``, or what it means where the scheme was left out."""
    return url if "://" in url else f"https://{url}"


def _bare(word: str) -> str:
    """``word`` without closing punctuation; a bracket goes only when none was opened."""
    end = len(word)
    counts = {char: word.count(char) for pair in _CLOSING.items() for char in pair}
    while end:
        char = word[end - 1]
        opening = _CLOSING.get(char)
        if opening is not None and counts[char] > counts[opening]:
            counts[char] -= 1
        elif char not in ".,;:!?'’…":
            break
        end -= 1
    return word[:end]
