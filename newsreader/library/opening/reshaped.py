"""An article with the statements and sections that editors made of it."""

from __future__ import annotations

from newsreader.library.opening.recut import as_cut
from newsreader.model.statement import Analysis, Order
from newsreader.store.texts.sectioning import Sections
from newsreader.store.texts.shaping import Shape


def as_shaped(base: Analysis, shape: Shape) -> Analysis:
    """The article as ``shape`` gives it.

    Args:
        base: the article as the splitter gave it.
        shape: what editors made of it.
    """
    return _as_corrected(as_cut(base, shape.cutting), shape.sections)


def _as_corrected(cut: Analysis, sections: Sections | None) -> Analysis:
    """The article with its corrected sections, and each statement in its own."""
    if sections is None or sections.updates == sections.base:
        return cut
    statements = tuple(
        each._replace(update=sections.index_at(each.start)) for each in cut.split.statements
    )
    order = order_of(sections, cut.split.order)
    split = cut.split._replace(updates=sections.updates, statements=statements, order=order)
    return cut._replace(split=split)


def order_of(sections: Sections, given: Order) -> Order:
    """In which order sections stand: as it was given, but where a time that was set decides."""
    updates = sections.updates
    if len(updates) < 2:
        return Order.SINGLE
    known = {(update.start, update.time) for update in sections.base}
    times = [update.time for update in updates if update.time is not None]
    was_set = any(update.time and (update.start, update.time) not in known for update in updates)
    alike = len({time.tzinfo is None for time in times}) == 1 and len(set(times)) > 1
    if not (alike and (was_set or given is Order.SINGLE)):
        return Order.MIXED if given is Order.SINGLE else given
    if times == sorted(times):
        return Order.OLDEST_FIRST
    return Order.NEWEST_FIRST if times == sorted(times, reverse=True) else Order.MIXED
