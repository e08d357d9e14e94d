"""The updates that a page's data state, brought together with the page's own text.

The data know the times in full, the page knows the words. So the data only date what the page
shows; where the page shows nothing of them (a script would have drawn it), they are the text.
Times that are all the same are the page's, not the updates', and date nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsreader.model.article import Block, BlockKind, Section
from newsreader.reading.composing import Composition
from newsreader.reading.html.cells import stated_time
from newsreader.reading.html.jsonld import Posting
from newsreader.reading.rendering import Page
from newsreader.reading.stated import key

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAME = 200  # code points at the end of an element's name
_SEEN = 32  # letters by which a text is known again
_LEAST = 8  # fewer are no evidence
_FOUND = 0.7  # of the updates that the page must show to be the one that they are of
_TAGS = re.compile(r"<[^<>]*+>")


def dated(postings: Sequence[Posting]) -> tuple[Posting, ...]:
    """The updates; where all state the same time, with those that their names tell, if any."""
    if len({each.time for each in postings}) > 1 or len(postings) == 1:
        return tuple(postings)
    return tuple(each._replace(time=each.made) for each in postings)


def marked(root: Element, postings: Sequence[Posting]) -> tuple[Posting, ...]:
    """The updates; where all state the same time, with those that the page shows beside them.

    Args:
        root: the whole page; elements that have an update's name as theirs show it.
        postings: the updates as the data state them.
    """
    if len({each.time for each in postings}) > 1 or len(postings) == 1:
        return tuple(postings)
    names = {each.name: None for each in postings if len(each.name) >= _LEAST}
    times: dict[str, str] = {}
    for element in root.iter() if names else ():
        name = element.get("id", "")[-_NAME:]
        name = name if name in names else name.rpartition("-")[2]
        if name in names and name not in times:
            cell = next(element.iter("time"), None)
            if cell is not None and (time := stated_time(cell)):
                times[name] = time
    return tuple(each._replace(made=times.get(each.name, each.made)) for each in postings)


def with_times(
    page: Page, sections: Sequence[Section], postings: Sequence[Posting]
) -> list[Section]:
    """The sections, each with the time of the update that has its words."""
    times: dict[str, str] = {}
    for posting in dated(postings):
        if posting.time is not None:
            for known in _keys(posting):
                times.setdefault(known, posting.time)
    text = page.text
    found = []
    blocks = iter(page.blocks)
    block = next(blocks, None)
    for section in sections:
        time = section.time
        while block is not None and block.start < section.end:
            if time is None and block.start >= section.start:
                time = times.get(_known(text, block))
            block = next(blocks, None)
        found.append(section._replace(time=time))
    return found


def located(page: Page, postings: Sequence[Posting]) -> list[Section] | None:
    """The updates as sections of a page whose own structure does not show them.

    A section begins with the block that has the headline, or the first words, of an update.
    Where too few of them are in the page there are no sections; None where none is.
    """
    text = page.text
    places: dict[str, int] = {}
    for index, block in enumerate(page.blocks):
        known = _known(text, block)
        if len(known) >= _LEAST:
            places.setdefault(known, index)
    begun: dict[int, Posting] = {}
    for posting in dated(postings):
        index = next((places[known] for known in _keys(posting) if known in places), -1)
        if index >= 0:
            begun.setdefault(index, posting)
    if len(begun) < _FOUND * len(postings):
        return [] if begun else None
    starts = sorted(begun)
    ends = [*starts[1:], len(page.blocks)]
    return [
        _section(page.blocks[first:end], begun[first])
        for first, end in zip(starts, ends, strict=True)
    ]


def _section(blocks: Sequence[Block], posting: Posting) -> Section:
    heading = blocks[0] if blocks[0].kind is BlockKind.HEADING else None
    headline = (heading.start, heading.end) if heading else None
    return Section(blocks[0].start, blocks[-1].end, headline=headline, time=posting.time)


def told(composition: Composition, postings: Sequence[Posting]) -> None:
    """Put the updates into the article as their data have them."""
    for posting in dated(postings):
        with composition.section(posting.time, posting.headline):
            composition.markup(posting.body)


def is_within(page: Page, other: Page) -> bool:
    """Whether all blocks of a page that can be known again stand in another one, and as long."""
    text, more = page.text, other.text
    sizes = {_known(more, block): block.end - block.start for block in other.blocks}
    return all(
        block.end - block.start <= sizes.get(known, 0)
        for block in page.blocks
        if len(known := _known(text, block)) >= _LEAST
    )


def _keys(posting: Posting) -> list[str]:
    """By what an update is known again: its headline, its first words."""
    said = (posting.headline, _TAGS.sub(" ", posting.body[:2000]))
    return [known for each in said if len(known := key(each)[:_SEEN]) >= _LEAST]


def _known(text: str, block: Block) -> str:
    """The first letters of a block."""
    return key(text[block.start : min(block.end, block.start + 4 * _SEEN)])[:_SEEN]
