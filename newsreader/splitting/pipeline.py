"""The steps from an article to its parts, in the order in which they run."""

from __future__ import annotations

from newsreader.model.article import Article
from newsreader.model.statement import Order, Split
from newsreader.splitting.statements import find_statements

SPLITTER = "1"
"""The version of the splitting rules; it changes whenever their result can change."""


def split(article: Article) -> Split:
    """The updates, statements, notes and order of ``article``; never fails."""
    return Split((), find_statements(article, (), ()), (), Order.SINGLE)
