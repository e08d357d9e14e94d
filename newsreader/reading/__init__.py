"""Bytes to articles: the formats that newsreader reads, and the one way to read them.

A new format is one module with a ``parse(raw, decoded) -> list[Article]`` and one line in
:data:`FORMATS`. Format modules are imported when first needed: importing this package loads no
parser.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module

from newsreader.errors import SkippedError, SourceError, UsageError
from newsreader.model.article import Article
from newsreader.reading.limits import MAX_LINES
from newsreader.reading.sources import Raw, load_each

__all__ = ["FORMATS", "Raw", "load_each", "parse", "read", "read_each"]

FORMATS: dict[str, str] = {
    "text": "newsreader.reading.text_article",
    "markdown": "newsreader.reading.markdown",
    "html": "newsreader.reading.html.page",
}
"""Name of a format to the module whose ``parse(raw, decoded)`` reads it."""


def parse(raw: Raw, *, format: str | None = None) -> list[Article]:  # noqa: A002
    """The articles in one input.

    Args:
        raw: the input, see :mod:`newsreader.reading.sources`.
        format: name of the format; None to tell it by content and name.

    Raises:
        SourceError: the input is empty, or is nothing that we read.
        UsageError: no format of that name.
    """
    from newsreader.reading.clean import decode  # noqa: PLC0415  (not needed to know bytes again)
    from newsreader.reading.detect import detect, not_text  # noqa: PLC0415  (likewise)

    if format is not None and format not in FORMATS:
        raise UsageError(f"unknown format {format!r}", f"one of: {', '.join(FORMATS)}")
    if not raw.data:
        raise SourceError(raw.source, "empty file")
    found = format or detect(raw.data, raw.name, raw.source)
    problem = None if format is None else not_text(raw.data)
    if problem is not None:
        raise SourceError(raw.source, problem)
    decoded = decode(raw.data)
    if not decoded.text or decoded.text.isspace():
        raise SourceError(raw.source, "empty file", "only white space")
    if _line_ends(decoded.text) > MAX_LINES:
        raise SourceError(raw.source, f"more than {MAX_LINES:,} lines, the most that are read")
    reader: Callable[..., list[Article]] = import_module(FORMATS[found]).parse
    return reader(raw, decoded)


def _line_ends(text: str) -> int:
    """How many lines end in a text that is not canonical yet."""
    return text.count("\n") + (text.count("\r") - text.count("\r\n") if "\r" in text else 0)


def read_each(
    source: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002
) -> Iterator[Article | SourceError]:
    """The articles that ``source`` names, and as values the inputs that could not be read.

    What was only passed over in a folder (other files, a link, a pipe) is a ``SkippedError``.

    Args:
        source: a file, a folder, or ``-`` for standard input.
        format: as for :func:`parse`.

    Raises:
        UsageError: no format of that name.
    """
    for raw in load_each(os.fspath(source)):
        if isinstance(raw, SourceError):
            yield raw
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
) -> list[Article]:
    """The articles that ``source`` names, all or nothing; what a folder has besides is passed over.

    Raises:
        SourceError: the first input that could not be read.
        UsageError: no format of that name.
    """
    articles: list[Article] = []
    for found in read_each(source, format=format):
        if isinstance(found, SkippedError):
            continue
        if isinstance(found, SourceError):
            raise found
        articles.append(found)
    return articles
