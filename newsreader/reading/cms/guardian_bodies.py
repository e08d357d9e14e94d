"""The body of a Guardian live blog as one piece of markup: entries with a title and their times.

What must stay true: what stands outside of the entries is kept, above them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.language.dates import moment
from newsreader.reading.clean import canonical
from newsreader.reading.composing import Composition
from newsreader.reading.html.markup import parse_tree, without, without_silent, words
from newsreader.reading.limits import MAX_ENTRIES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STAMP = "block-time"


def is_live_body(markup: str) -> bool:
    """Whether a body has entries with a time each."""
    return _STAMP in markup and 'id="block-' in markup


def put_live_body(composition: Composition, markup: str) -> None:
    """Put the entries of a body into the article as updates."""
    root, _ = parse_tree(canonical(markup))
    if root is None:
        return
    without_silent(root)
    entries = [element for element in root.iter("div") if _is_entry(element)][:MAX_ENTRIES]
    outer = [entry for entry in entries if not any(map(_is_entry, entry.iterancestors("div")))]
    for entry in outer:
        without(entry)
    composition.element(root)
    for entry in outer:
        time, title = _taken_out(entry)
        with composition.section(time, title):
            composition.element(entry)


def _is_entry(element: Element) -> bool:
    return (element.get("id") or "").startswith("block-")


def _taken_out(entry: Element) -> tuple[str | None, str]:
    """The time of the first publication and the title, taken out of an entry."""
    published = None
    for stamp in [each for each in entry.iter("p") if _STAMP in (each.get("class") or "")]:
        first = "updated" not in (stamp.get("class") or "")
        for cell in stamp.iter("time") if first and published is None else ():
            published = moment(cell.get("datetime") or "")
        without(stamp)
    titles = [each for each in entry.iter("h2") if "block-title" in (each.get("class") or "")]
    title = words(titles[0]) if titles else ""
    for each in titles[:1]:
        without(each)
    return published, title
