"""From an article to its updates, statements and notes, all as spans of its text.

The way there is a listed order of pure steps (``pipeline.py``). Nothing here changes a text:
what an editor tags is what was published.

The grammar is loaded with the first article that is split: a story that is opened again needs
none of it, and it is a third of the program's own start.
"""

from __future__ import annotations

from newsreader.model.article import Article, Span
from newsreader.model.statement import Split

SPLITTER = "12"
"""The version of the splitting rules; it changes whenever their result can change."""


def split(article: Article) -> Split:
    """Cut an article into updates and statements; find its notes and its order."""
    from newsreader.splitting import pipeline  # noqa: PLC0415

    return pipeline.split(article)


def split_statements(text: str) -> list[Span]:
    """Cut one text into statements: blocks at line breaks, tight spans, nothing else decided."""
    from newsreader.splitting import sentences  # noqa: PLC0415

    return sentences.split_statements(text)
