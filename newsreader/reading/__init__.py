"""Bytes to articles: the formats that newsreader reads, and the one way to read them.

A new format is one module with a ``parse(raw, content) -> list[Article]``, one row in
:mod:`newsreader.reading.formats`, one fixture. Format modules are imported when first needed:
importing this package loads no parser.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from newsreader.config import Config
from newsreader.errors import SkippedError, SourceError
from newsreader.model.article import Article
from newsreader.reading.limits import MAX_LINES
from newsreader.reading.pages import is_address, load_page
from newsreader.reading.raw import Unmodified
from newsreader.reading.sources import Raw, load_each

if TYPE_CHECKING:
    from newsreader.reading.content import Content
    from newsreader.reading.formats import Format

__all__ = ["Raw", "is_address", "load_each", "load_page", "parse", "read", "read_each"]

_Parse = Callable[..., list[Article]]


def parse(raw: Raw, *, format: str | None = None) -> list[Article]:  # noqa: A002
    """The articles in one input.

    Args:
        raw: the input, see :mod:`newsreader.reading.sources`.
        format: name of the format; None to tell it by content and name.

    Raises:
        SourceError: the input is empty, or is nothing that we read.
        UsageError: no format of that name.
    """
    from newsreader.reading.content import Content  # noqa: PLC0415  (not to know bytes again)
    from newsreader.reading.detect import detect  # noqa: PLC0415  (likewise)
    from newsreader.reading.formats import format_named  # noqa: PLC0415  (likewise)
    from newsreader.reading.refusing import not_text  # noqa: PLC0415  (likewise)

    told = None if format is None else format_named(format)
    if not raw.data:
        raise SourceError(raw.source, "empty file")
    problem = None if told is None else not_text(raw.data)
    if problem is not None:
        raise SourceError(raw.source, problem)
    content = Content(raw)
    found = told or detect(content)
    if not content.decoded.text or content.decoded.text.isspace():
        raise SourceError(raw.source, "empty file", "only white space")
    articles = _parsed(raw, content, found, told=told is not None)
    return [_with_way(article, raw) for article in articles]


def _parsed(raw: Raw, content: Content, found: Format, *, told: bool) -> list[Article]:
    """The articles of an input of that format, which was ``told`` or found."""
    from newsreader.reading.formats import Family  # noqa: PLC0415  (as in ``parse``)

    reader: _Parse = import_module(found.module).parse
    if found.family is Family.XML:
        return reader(raw, content.xml)
    if found.family is Family.JSON:
        return _each_document(content, reader if told else None)
    if _line_ends(content.decoded.text) > MAX_LINES:
        raise SourceError(raw.source, f"more than {MAX_LINES:,} lines, the most that are read")
    return reader(raw, content.decoded)


def _with_way(article: Article, raw: Raw) -> Article:
    """``article`` with what is known of the way that it came."""
    if raw.fetched is None and not raw.warnings:
        return article
    fetched = article.fetched or raw.fetched
    return article._replace(fetched=fetched, warnings=(*raw.warnings, *article.warnings))


def _each_document(content: Content, reader: _Parse | None) -> list[Article]:
    """The articles of all documents of a JSON file; what fails is a warning if others do not.

    Args:
        content: the input.
        reader: what reads all of them; None to tell the format of each by its shape.
    """
    from newsreader.reading.detect import shaped  # noqa: PLC0415  (as in ``parse``)

    found: list[Article] = []
    failed: list[str] = []
    for number, document in enumerate(content.json, start=1):
        row = None if reader else shaped(document.value)
        own: _Parse | None = import_module(row.module).parse if row else reader
        if own is None:
            failed.append(f"document {number} is JSON of a kind that is not read")
            continue
        try:
            found += own(content.raw, document)
        except SourceError as error:
            failed.append(
                error.problem if len(content.json) == 1 else f"document {number}: {error.problem}"
            )
    if not found:
        raise SourceError(content.raw.source, failed[0] if failed else "no text in this file")
    return [found[0]._replace(warnings=(*found[0].warnings, *failed[:5])), *found[1:]]


def _line_ends(text: str) -> int:
    """How many lines end in a text that is not canonical yet."""
    return text.count("\n") + (text.count("\r") - text.count("\r\n") if "\r" in text else 0)


def read_each(
    source: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002
    config: Config | None = None,
) -> Iterator[Article | SourceError]:
    """The articles that ``source`` names, and as values the inputs that could not be read.

    What was only passed over in a folder (other files, a link, a pipe) is a ``SkippedError``.

    Args:
        source: a file, a folder, the address of a page, or ``-`` for standard input.
        format: as for :func:`parse`.
        config: the settings, which say what may be fetched; None for the defaults.

    Raises:
        UsageError: no format of that name.
    """
    name = os.fspath(source)
    for raw in load_page(name, config or Config()) if is_address(name) else load_each(name):
        if isinstance(raw, SourceError):
            yield raw
            continue
        if isinstance(raw, Unmodified):  # nothing was said to be known
            continue
        try:
            articles = parse(raw, format=format)
        except SourceError as error:
            yield error
            continue
        yield from articles


def read(
    source: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002
    config: Config | None = None,
) -> list[Article]:
    """The articles that ``source`` names, all or nothing; what a folder has besides is passed over.

    Args: as for :func:`read_each`.

    Raises:
        SourceError: the first input that could not be read.
        UsageError: no format of that name.
    """
    articles: list[Article] = []
    for found in read_each(source, format=format, config=config):
        if isinstance(found, SkippedError):
            continue
        if isinstance(found, SourceError):
            raise found
        articles.append(found)
    return articles
