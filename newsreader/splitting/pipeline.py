"""The steps from an article to its parts, in the order in which they run.

Each step is a pure function of the draft so far. A section is opened by a marker and by nothing
else, unless the source itself marks its sections (``stated.py``); everything else here only says
where it begins and ends, when it was, and what is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsreader.model.article import Article, Span
from newsreader.model.statement import Note, Order, Split, Statement, Update
from newsreader.splitting.candidates.company import keep_company
from newsreader.splitting.candidates.finding import closing_plus, find_markers
from newsreader.splitting.candidates.sequence import clock_of, find_order
from newsreader.splitting.grammar.dates import Day, match_day
from newsreader.splitting.grammar.lines import Line, read_lines
from newsreader.splitting.grammar.markers import Marker
from newsreader.splitting.grammar.notes import find_dated_lines, find_notes, stamps
from newsreader.splitting.moments.fetched import counted_back, fetched_zone
from newsreader.splitting.moments.page_zone import NOWHERE, PageZone, find_page_zone
from newsreader.splitting.moments.stamped import (
    NOTHING,
    Stamps,
    began_before,
    find_stamps,
    stamped_day,
    stamped_zone,
    with_years,
)
from newsreader.splitting.moments.times import UNKNOWN, Moment, find_times
from newsreader.splitting.sections import Section, find_sections
from newsreader.splitting.stated import (
    stated_markers,
    stated_moments,
    stated_order,
    stated_sections,
)
from newsreader.splitting.statements import find_statements


class Draft(NamedTuple):
    """What the steps have found so far."""

    article: Article
    lines: tuple[Line, ...] = ()
    markers: tuple[Marker, ...] = ()
    running: Order | None = None  # as the markers tell it
    sections: tuple[Section, ...] = ()
    order: Order = Order.SINGLE
    days: tuple[tuple[int, Day], ...] = ()
    stamps: Stamps = NOTHING
    zone: PageZone = NOWHERE
    moments: tuple[Moment, ...] = ()
    updates: tuple[Update, ...] = ()
    notes: tuple[Note, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def marked(self) -> list[Span]:
        """The spans of the markers."""
        return [marker.span for marker in self.markers]


def _lines(draft: Draft) -> Draft:
    noted = {note.start for note in draft.article.notes}
    lines = tuple(line for line in read_lines(draft.article) if _block(draft, line) not in noted)
    return draft._replace(lines=lines)


def _block(draft: Draft, line: Line) -> int:
    """Where the block of a line begins."""
    return draft.article.blocks[line.block].start


def _candidates(draft: Draft) -> Draft:
    if draft.article.sections:
        return draft._replace(markers=stated_markers(draft.article, draft.lines))
    return draft._replace(markers=find_markers(draft.article, draft.lines))


def _company(draft: Draft) -> Draft:
    if draft.article.sections or not draft.markers:
        return draft
    return draft._replace(markers=keep_company(draft.article, draft.lines, draft.markers))


def _order(draft: Draft) -> Draft:
    published = match_day(draft.article.published or "", 0)
    return draft._replace(running=find_order(draft.markers, published[0] if published else None))


def _sections(draft: Draft) -> Draft:
    if draft.article.sections:
        sections = stated_sections(draft.article, draft.markers)
        return draft._replace(sections=sections, order=stated_order(draft.article, draft.running))
    sections, order = find_sections(draft.article, draft.lines, draft.markers, draft.running)
    return draft._replace(sections=sections, order=order)


def _days(draft: Draft) -> Draft:
    if not draft.markers:
        return draft
    return draft._replace(days=tuple(find_dated_lines(draft.lines, draft.marked)))


def _stamps(draft: Draft) -> Draft:
    if not draft.markers:
        return draft
    return draft._replace(stamps=find_stamps(draft.article, draft.lines, draft.marked))


def _zone(draft: Draft) -> Draft:
    if not draft.markers:
        return draft
    clocks = [clock_of(marker) for marker in draft.markers]
    stamped = stamped_zone(draft.stamps, draft.article.published, clocks)
    zone = find_page_zone(draft.article, draft.lines, stamped)
    return draft._replace(zone=fetched_zone(draft.article, zone))


def _times(draft: Draft) -> Draft:
    if not draft.markers:
        return draft
    order = draft.running or (draft.order if draft.order is not Order.SINGLE else None)
    article, markers = draft.article, draft.markers
    if article.published is None:
        markers = with_years(article.text, markers)
    if article.published is None and (day := stamped_day(draft.stamps, order)):
        article = article._replace(published=day.isoformat())
    elif later := began_before(draft.stamps, article.published, order):
        article = article._replace(published=later.isoformat())
    moments = find_times(article, markers, draft.days, order, draft.zone)
    moments = counted_back(article, markers, moments, draft.zone)
    return draft._replace(moments=moments)


def _updates(draft: Draft) -> Draft:
    if draft.article.sections:
        found = stated_moments(draft.article, draft.markers, draft.moments)
    else:
        by_line = {m.line: moment for m, moment in zip(draft.markers, draft.moments, strict=True)}
        found = tuple(by_line[s.marker.line] if s.marker else UNKNOWN for s in draft.sections)
    updates = tuple(
        _update(draft.article.text, section, moment)
        for section, moment in zip(draft.sections, found, strict=True)
    )
    return draft._replace(updates=updates)


def _notes(draft: Draft) -> Draft:
    found = find_notes(draft.article, draft.lines, draft.marked)
    notes = sorted((*draft.article.notes, *found), key=lambda note: note.start)
    return draft._replace(notes=tuple(notes))


def _statements(draft: Draft) -> Draft:
    closings = closing_plus(draft.article.text, draft.lines, draft.markers)
    stated = [(note.start, note.end) for note in draft.article.notes]
    outside = [*draft.marked, *closings, *stamps(draft.notes), *stated]
    return draft._replace(statements=find_statements(draft.article, outside, draft.updates))


STEPS: tuple[tuple[str, Callable[[Draft], Draft]], ...] = (
    ("lines", _lines),
    ("marker candidates", _candidates),
    ("company", _company),
    ("order", _order),
    ("headings, separators, originals", _sections),
    ("days between the markers", _days),
    ("stamps of the article", _stamps),
    ("zone of the page", _zone),
    ("times", _times),
    ("updates", _updates),
    ("notes", _notes),
    ("statements", _statements),
)
"""The way from an article to its split."""


def split(article: Article) -> Split:
    """The updates, statements, notes and order of ``article``.

    Args:
        article: any article; its text is never changed, its blocks are taken as they are.

    Returns:
        Spans in code points of ``article.text``. Never fails, whatever the text is.
    """
    draft = Draft(article)
    for _, step in STEPS:
        draft = step(draft)
    return Split(draft.updates, draft.statements, draft.notes, draft.order)


def _update(text: str, section: Section, moment: Moment) -> Update:
    """A section with its time and its words."""
    marker, headline = section.marker, section.headline
    return Update(
        start=section.start,
        end=section.end,
        kind=section.kind,
        marker=text[slice(*marker.span)] if marker else None,
        marker_span=marker.span if marker else None,
        number=marker.number if marker else None,
        time=moment.time,
        zone=moment.zone,
        assumed=moment.assumed,
        headline=text[slice(*headline)] if headline else None,
        headline_span=headline,
    )
