"""Seals on what was read: so that a changed byte is found wherever it lies.

An event is sealed into the next, a text has its hash; what was found in a text (its title, blocks,
updates, statements, who says them) and where a revision came from had neither. Their seal is the
beginning of a SHA-256 over all of their columns, as JSON. It proves no author, only that a row is
what was written: against disks, not against forgers.

What must stay true: what is sealed is exactly what the rows hold, so that
:func:`newsreader.store.texts.sealed.article_problem` can make it again from them. Libraries made
before there were seals have rows without one; no row that came after a sealed one may lack it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

Row = Sequence[Any]

_SIZE = 16  # bytes of a seal
_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def of_article(hash_: str, row: Row, found: Sequence[Sequence[Row]]) -> bytes:
    """The seal of an article with all that was found in it.

    Args:
        hash_: of its text, which stands for the text.
        row: its other columns, in the order of the table.
        found: the rows of its updates, statements, attributions and notes, each in the order of
            their numbers, without the article's.
    """
    return _seal([hash_, row, *found])


def of_revision(uri: str, n: int, hash_: str, read_at: str, source: str) -> bytes:
    """The seal of a revision.

    Args:
        uri: the story's.
        n: its number.
        hash_: of its article's text.
        read_at: when it was read.
        source: where it came from.
    """
    return _seal([uri, n, hash_, read_at, source])


def _seal(parts: list[Any]) -> bytes:
    import hashlib  # noqa: PLC0415  -- not before the first frame

    return hashlib.sha256(_ENCODER.encode(parts).encode("ascii")).digest()[:_SIZE]
