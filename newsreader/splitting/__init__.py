"""From an article to its updates, statements and notes, all as spans of its text.

The way there is a listed order of pure steps (``pipeline.py``). Nothing here changes a text:
what an editor tags is what was published.
"""

from __future__ import annotations

from newsreader.splitting.pipeline import SPLITTER, split
from newsreader.splitting.sentences import split_statements

__all__ = ["SPLITTER", "split", "split_statements"]
