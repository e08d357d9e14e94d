"""Who wrote an entry, below its words.

What must stay true: an entry without words is not signed, so that it is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from newsreader.model.article import BlockKind
from newsreader.reading.composing import Composition


@contextmanager
def signed(composition: Composition, writer: str) -> Iterator[None]:
    """What is put in meanwhile is followed by the name of who wrote it, if it is anything.

    Args:
        composition: the article.
        writer: plain words; "" where nobody is named.
    """
    composition.flow.flush()
    before = len(composition.page.blocks)
    yield
    composition.flow.flush()
    if len(composition.page.blocks) > before:
        composition.paragraph(writer, BlockKind.BYLINE)
