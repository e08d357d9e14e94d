"""What an article says of its own time, where nothing else dates it: its stamps and its posts.

"Published 8:02 am ET, Nov. 19, 2019" names a day and a zone that the page's clocks may share,
"Modified 04:26 GMT" often neither. So a day from here is always marked as assumed, and a zone is
taken only where it is an area's own, or where a clock of the page shows the stamp's very minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from newsreader.language.credits import find_all_credits, may_hold_credits
from newsreader.language.stamps import BEFORE, CHANGED
from newsreader.model.article import Article, BlockKind, Span
from newsreader.model.statement import Order
from newsreader.splitting.grammar.clocks import Clock
from newsreader.splitting.grammar.dates import Day, match_day, written_date
from newsreader.splitting.grammar.lines import Line
from newsreader.splitting.grammar.markers import Marker
from newsreader.splitting.grammar.matching import fold
from newsreader.splitting.grammar.notes import STAMP_LONGEST, is_labelled, stamped_moments
from newsreader.splitting.grammar.when import When, match_when
from newsreader.splitting.grammar.zones import Zone

_ADDRESS = 400  # code points of an address, from its end, that are looked at
_ADDRESS_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_])(\d\d?)\2(\d\d?)(?!\d)")


_HEADER = re.compile(r"^ {0,9}date (\d{4}-\d\d-\d\d)(?!\S)", re.MULTILINE)
_HEAD = 600  # code points of a text in which a header may stand
_MONTH_HEADER = re.compile(r"\s{0,9}date[ \t]{1,9}((?:19|20)\d\d)-(\d\d)(?!\S)")


_CHANGED = re.compile(rf"\W{{0,4}}(?:(?:{BEFORE})\s)?(?:{CHANGED})(?![^\W\d_])", re.IGNORECASE)
_LONGEST_LIVE = 14  # days that a live page may go on
_SIGNED = re.compile(r"(?:by|posted|published|written|von|par|di)\b", re.IGNORECASE)
_TAIL = 40  # code points at the end of a line in which a day with its year stands
_BEFORE_DAY = re.compile(r"(?<!\w)(?=\w)")


@dataclass(frozen=True, slots=True)
class Stamps:
    """The moments of an article's stamps, the day in its address, the days of its posts."""

    moments: tuple[When, ...] = ()
    address: date | None = None
    posts: tuple[date, ...] = ()
    heads: tuple[date, ...] = ()  # in the title, and that end lines above the first marker
    changed: date | None = None  # when it was changed last


NOTHING = Stamps()
"""An article that says nothing of its time."""


def find_stamps(article: Article, lines: Sequence[Line], taken: Iterable[Span]) -> Stamps:
    """The stamps of an article.

    Args:
        article: the article.
        lines: its lines.
        taken: the spans of its markers; a line that begins with one is no stamp.
    """
    marked = {start for start, _ in taken}
    last = max(marked, default=0)  # below it, a bare moment is that of another story
    moments = tuple(
        when
        for line in lines
        if line.start not in marked and line.end - line.start <= STAMP_LONGEST
        for when in _moments(article.text, line)
        if line.start < last or is_labelled(article.text[line.start : line.end])
    )
    first = min(marked, default=0)
    heads = (
        *_in_header(article.text),
        *_titled(article.title or ""),
        *(day for line in lines if line.start < first for day in _tail(line)),
    )
    changed = max(
        (day for line in lines if line.start < first for day in _changed(article.text, line)),
        default=None,
    )
    return Stamps(moments, _in_address(article.uri), tuple(_posted(article)), heads, changed)


def stamped_day(stamps: Stamps, order: Order | None) -> date | None:
    """The day of the page's first entry, as its stamps, its address or its posts tell; or None.

    The latest entry is of the last day that a post names, the oldest of the first.
    """
    for when in stamps.moments:
        if when.day is not None and (day := written_date(when.day)) is not None:
            return day
    if stamps.address is not None:
        return stamps.address
    if not stamps.posts:
        return stamps.heads[-1] if stamps.heads else None
    return min(stamps.posts) if order is Order.OLDEST_FIRST else max(stamps.posts)


def began_before(stamps: Stamps, published: str | None, order: Order | None) -> date | None:
    """The day of the first entry of a page that runs back from later than it began, or None.

    A page of three days is dated by its first and says at its head when it was changed.
    """
    began = match_day(published or "", 0)
    day = written_date(began[0]) if began else None
    if day is None or stamps.changed is None or order is not Order.NEWEST_FIRST:
        return None
    return stamps.changed if 0 < (stamps.changed - day).days <= _LONGEST_LIVE else None


def _changed(text: str, line: Line) -> Iterator[date]:
    """The days of a short line that says when the page was changed."""
    if line.end - line.start > STAMP_LONGEST or not _CHANGED.match(text, line.start, line.end):
        return
    for when in stamped_moments(line.head.text) or ():
        if when.day is not None and (day := written_date(when.day)) is not None:
            yield day


def with_years(text: str, markers: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """``markers`` with the year of a header that states only a month, where theirs is missing.

    Args:
        text: the article's; its header `` date 2023-03 `` stands before everything else.
        markers: the page's.
    """
    header = _MONTH_HEADER.match(text)
    if header is None:
        return markers
    year, month = int(header[1]), int(header[2])
    return tuple(_with_year(marker, year, month) for marker in markers)


def _with_year(marker: Marker, year: int, month: int) -> Marker:
    """``marker`` with the year that brings its day nearest to that month."""
    when = marker.when
    if when is None or when.day is None or when.day.year is not None:
        return marker
    ahead = when.day.month - month
    year += (ahead < -6) - (ahead > 6)
    return replace(marker, when=replace(when, day=replace(when.day, year=year)))


def stamped_zone(
    stamps: Stamps, published: str | None, clocks: Sequence[Clock | None]
) -> Zone | None:
    """The zone that the article's own stamps give to clocks that name none, or None.

    Args:
        stamps: the stamps in the text.
        published: the article's date of publication, ISO 8601; one with an offset counts where a
            clock shows the same minute.
        clocks: the clocks of the page's markers.
    """
    minutes = {
        clock.minutes() + late
        for clock in clocks
        if clock is not None and clock.zone is None
        for late in ((0, 12 * 60) if clock.twelve else (0,))
    }
    areas: dict[str | None, Zone] = {}
    for when in stamps.moments:
        clock = when.clock
        if clock is not None and clock.zone is not None and not clock.zone.several:
            sure = clock.zone.iana not in (None, "UTC") or clock.minutes() in minutes
            if sure and not clock.zone.local:
                areas.setdefault(clock.zone.iana, clock.zone)
    if len(areas) == 1:
        area, zone = areas.popitem()
        return Zone(area) if area else zone
    return None if areas else _published_zone(published, minutes)


def _published_zone(published: str | None, minutes: set[int]) -> Zone | None:
    """The offset of the date of publication, where a clock shows its very minute."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    offset = moment.utcoffset()
    if offset is None or moment.hour * 60 + moment.minute not in minutes:
        return None
    return Zone(offset=offset // timedelta(minutes=1))


def _moments(text: str, line: Line) -> Iterator[When]:
    """The moments of a stamp; that of a byline stands after its last bar."""
    start = line.start
    if line.kind is BlockKind.BYLINE:
        start = text.rfind("|", line.start, line.end) + 1
        if not start:
            return
        start += len(text[start : line.end]) - len(text[start : line.end].lstrip())
    elif line.kind in (BlockKind.POST, BlockKind.QUOTATION):
        return
    if start < line.end:
        yield from stamped_moments(fold(text, start, line.end).text) or ()


def _tail(line: Line) -> Iterator[date]:
    """The day with its year that a short line ends with: "Written by Jo Reed on May 30, 2024"."""
    if line.end - line.start <= STAMP_LONGEST:
        yield from _ending(line.head.text)


def _in_header(text: str) -> Iterator[date]:
    """The day in a header `` date 2022-01-05 `` that stands below the title."""
    header = _HEADER.search(text, 0, _HEAD)
    day = match_day(header[1], 0) if header else None
    found = written_date(day[0]) if day else None
    if found is not None:
        yield found


def _titled(title: str) -> Iterator[date]:
    """The day with its year that a title begins or ends with: "Tuesday, June 3, 2025The day"."""
    folded = fold(title, 0, len(title)).text
    when = match_when(folded, 0, lead=False)
    found = written_date(when.day) if when.day is not None and when.weekday is not None else None
    if found is not None:
        yield found
    else:
        yield from _ending(folded)


def _ending(folded: str) -> Iterator[date]:
    """The day with its year that folded text ends with."""
    ends = ("", ".") if _SIGNED.match(folded) else ("",)
    for word in _BEFORE_DAY.finditer(folded[-_TAIL:]):
        at = max(0, len(folded) - _TAIL) + word.end()
        when = match_when(folded, at, lead=False)
        if when.day is None or when.span or folded[when.end :].strip() not in ends:
            continue
        if (found := written_date(when.day)) is not None:
            yield found
            return


def _in_address(uri: str) -> date | None:
    """The day in an address or a file's name: ``/2021/03/04/``, ``2021-03-04-storm.txt``."""
    found = _ADDRESS_DAY.search(uri[-_ADDRESS:])
    return written_date(Day(int(found[1]), int(found[3]), int(found[4]))) if found else None


def _posted(article: Article) -> Iterator[date]:
    """The days that the credits of the article's posts state."""
    written = [block.post.date for block in article.blocks if block.post is not None]
    if may_hold_credits(article.text):
        for block in article.blocks:
            if block.post is None:
                found = find_all_credits(article.text, block.start, block.end)
                written += [credit.date for credit in found]
    for day in written:
        try:
            yield date.fromisoformat(day or "")
        except ValueError:
            continue
