"""The entries of a live page, told by its own structure: microdata, or time cells that repeat.

A time cell is an element that holds only a time. At least three of one tag and class, whose times
run one way in nine steps of ten, with running text to each, are the times of a live page; key-event
strips and lists of other stories have links instead of text, tables have no way.

What must stay true: an entry is only ever found, never made: all of it stands in the page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsreader.reading.html.cells import (
    MOST_IN_CELL,
    attributed_time,
    is_cell,
    minute_of,
    stated_time,
)
from newsreader.reading.html.markup import words
from newsreader.reading.html.weighing import Weights, is_of_network
from newsreader.reading.limits import MAX_ENTRIES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FEWEST = 3
_GROUPS = 8  # kinds of cells that are looked at, the commonest first
_ONE_WAY = 0.9
_TOLD = 90  # code points of running text that an entry has on average
_CLIMB = 60  # levels from a cell up to its entry
_DAY = 24 * 60
_ZONES = 15  # minutes by whose multiples zones differ
_ALL = 4000  # code points by which an entry is known again
_OUTSIDE = 0.8  # of what entries say that must stand around them, for them to be teasers
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


class Entry(NamedTuple):
    """One entry of a live page: where it is, where its time stands, the time in full if stated."""

    holder: Element
    cell: Element
    time: str | None  # ISO 8601


class Live(NamedTuple):
    """The entries of a page in its order; ``flat`` when they are no elements of their own.

    A flat entry goes from its holder up to the next one's, inside of ``root``. ``again`` are parts
    of the page that show one of the entries once more: pinned, or among the key events.
    """

    root: Element
    entries: tuple[Entry, ...]
    flat: bool
    again: tuple[Element, ...] = ()


def find_entries(root: Element, weights: Weights) -> list[Live]:
    """What may be the entries of a live page, the likeliest first; nothing if the page is none."""
    found = _stated(_outermost(root), weights)
    if found is not None:
        return [found]
    groups: dict[tuple[str, str], list[Element]] = defaultdict(list)
    for element in root.iter():
        if weights[element].size <= MOST_IN_CELL and is_cell(element) and not _is_quoted(element):
            groups[str(element.tag), element.get("class", "")].append(element)
    likely = sorted(groups.values(), key=len, reverse=True)[:_GROUPS]
    lives = [
        live
        for group in likely
        if len(group) >= _FEWEST and (live := _live(group[:MAX_ENTRIES], weights)) is not None
    ]
    return sorted(lives, key=lambda live: len(live.entries), reverse=True)


def _is_quoted(cell: Element) -> bool:
    """Whether a time is that of a picture, a quotation or an embedded post."""
    return next(cell.iterancestors("blockquote", "figure", "figcaption"), None) is not None


def is_elsewhere(live: Live, main: Element, weights: Weights) -> bool:
    """Whether the entries are no part of the page's story, but tell of others.

    They are if they stand outside of the part that holds it and say less, or if each has a heading
    that leads to another page, and most of the story is outside of them.
    """
    holders = [entry.holder for entry in live.entries]
    inside = sum(weights[holder].running for holder in holders)
    story = weights[main].running
    around = {main, *main.iterancestors(), *main.iterdescendants()}
    if live.root not in around:
        return story >= inside
    outside = weights[live.root if main in live.root.iter() else main].running - inside
    teasers = sum(_is_teaser(holder) for holder in holders)
    return outside > _OUTSIDE * inside and teasers >= _ONE_WAY * len(holders)


def _is_teaser(holder: Element) -> bool:
    """Whether the first heading of an entry is a link to another page."""
    heading = next(holder.iter(*_HEADINGS), None)
    link = None if heading is None else next(heading.iter("a"), heading.getparent())
    if heading is None or link is None or link.tag != "a":
        return False
    return "#" not in (link.get("href") or "#") and words(link) == words(heading)


def _outermost(root: Element) -> list[Element]:
    """The elements that microdata mark as updates; those inside of others belong to them."""
    found: dict[Element, None] = {}
    for element in root.iter():
        marked = "liveBlogUpdate" in (element.get("itemprop") or "")
        if marked and not any(above in found for above in element.iterancestors()):
            found[element] = None
            if len(found) == MAX_ENTRIES:
                break
    return list(found)


def _stated(holders: Sequence[Element], weights: Weights) -> Live | None:
    """Entries that microdata marks as such, each with its time."""
    entries = []
    for holder in holders:
        cells = [e for e in holder.iter() if e is not holder and (e.tag == "time" or _dated(e))]
        if cells and weights[holder].text:
            shown = next((cell for cell in cells if words(cell)), cells[0])
            times = [time for cell in cells if (time := stated_time(cell))]
            entries.append(Entry(holder, shown, times[0] if times else None))
    if len(entries) < 2:
        return None
    return Live(_common([entry.holder for entry in entries]), _trusted(entries), flat=False)


def _dated(element: Element) -> bool:
    return element.get("itemprop") == "datePublished"


def _live(cells: Sequence[Element], weights: Weights) -> Live | None:
    """The entries that a group of like cells makes, if that is a live page's."""
    held = list(zip(_holders(cells), cells, strict=True))
    again = _shown_again(held)
    held = [each for each in held if each[0] not in again]
    if len(held) < _FEWEST:
        return None
    holders, cells = [holder for holder, _ in held], [cell for _, cell in held]
    times = _times(cells, holders)
    stated = [minute_of(cell, time) for cell, time in zip(cells, times, strict=True)]
    if not _one_way(stated) and not _one_way([minute_of(cell, None) for cell in cells]):
        return None
    if sum(is_of_network(holder.get("class", "")) for holder in holders) * 2 > len(holders):
        return None
    root = _common(holders)
    own = sum(weights[holder].text - weights[holder].links for holder in holders)
    told = _between(root, holders[0], holders[-1], weights)
    flat = told * 2 > own * 3  # much stands between them
    if told < _TOLD * (len(cells) - flat):
        return None
    holders = _headed(holders) if flat else holders
    entries = [Entry(*each) for each in zip(holders, cells, times, strict=True)]
    return Live(root, _trusted(entries), flat, tuple(again))


def _shown_again(held: Iterable[tuple[Element, Element]]) -> dict[Element, None]:
    """Of the parts that say the same at the same time all but the last, which is the entry."""
    last: dict[str, Element] = {}
    again: dict[Element, None] = {}
    for holder, cell in held:
        said = words(holder, _ALL)
        if len(said) < _TOLD or said == words(cell, _ALL):
            continue
        if said in last:
            again[last[said]] = None
        last[said] = holder
    return again


def _times(cells: Sequence[Element], holders: Sequence[Element]) -> list[str | None]:
    """When each entry says for programs that it was written, in its cell or, all of them, around.

    What is around counts if it is another time for each, and the minute that the page shows, in
    some zone.
    """
    times = [stated_time(cell) for cell in cells]
    if any(times):
        return times
    around = [_around(*each) for each in zip(cells, holders, strict=True)]
    told = all(
        time is not None and _agree(minute_of(cell, time), minute_of(cell, None))
        for cell, time in zip(cells, around, strict=True)
    )
    return around if told and len(set(around)) == len(around) else times


def _around(cell: Element, holder: Element) -> str | None:
    """The time that the elements around a cell tell, up to its entry."""
    for element in cell.iterancestors():
        time = attributed_time(element)
        if time is not None or element is holder:
            return time
    return None


def _agree(one: int | None, other: int | None) -> bool:
    """Whether two minutes of a day are the same in some two zones."""
    return one is None or other is None or (one - other) % _ZONES == 0


def _headed(holders: Sequence[Element]) -> list[Element]:
    """Where the flat entries begin: with the headings above their times, if all have one."""
    above = [holder.getprevious() for holder in holders]
    if all(each is not None and each.tag in _HEADINGS for each in above):
        return [each for each in above if each is not None]
    return list(holders)


def _between(root: Element, first: Element, last: Element, weights: Weights) -> int:
    """How much text, links left out, stands in ``root`` from one of its parts to another."""
    told = 0
    open_ = False
    for child in root:
        open_ = open_ or child is first or first in child.iterdescendants()
        if open_:
            told += weights[child].text - weights[child].links + len((child.tail or "").strip())
        if child is last or last in child.iterdescendants():
            break
    return told


def _trusted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, without times where all state the same: then it is the page's."""
    found = tuple(entries)
    if len({entry.time for entry in found}) > 1:
        return found
    return tuple(entry._replace(time=None) for entry in found)


def _one_way(minutes: Sequence[int | None]) -> bool:
    """Whether the times run one way, the short way round the clock."""
    known = [minute for minute in minutes if minute is not None]
    steps = [step for a, b in pairwise(known) if (step := (b - a) % _DAY)]
    return _mostly(steps) or (len(steps) > _FEWEST and _mostly(steps[1:]))  # the first is pinned


def _mostly(steps: Sequence[int]) -> bool:
    forward = sum(step * 2 < _DAY for step in steps)
    return bool(steps) and max(forward, len(steps) - forward) >= _ONE_WAY * len(steps)


def _holders(cells: Sequence[Element]) -> list[Element]:
    """For each cell the outermost element around it that holds no other one."""
    held: Counter[Element] = Counter()
    for cell in cells:
        element: Element | None = cell
        for _ in range(_CLIMB):
            if element is None:
                break
            held[element] += 1
            element = element.getparent()
    holders = []
    for cell in cells:
        holder = cell
        while (above := holder.getparent()) is not None and held[above] == 1:
            holder = above
        holders.append(holder)
    return holders


def _common(elements: Sequence[Element]) -> Element:
    """The innermost element that holds all of them."""
    above = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        line = {element, *element.iterancestors()}
        above = [each for each in above if each in line]
    return above[0]
