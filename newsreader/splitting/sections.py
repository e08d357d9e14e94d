"""Where sections begin and end: headings above markers, separators, the original version.

Markers say where an update begins; a heading right above one belongs to it. Where updates were
put on top, a separator after the last of them closes the marked part and the original follows;
where they were appended, the original is what stands before the first. A separator on a page
without markers is decoration.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from newsreader.model.article import Article, Block, BlockKind, Span
from newsreader.model.statement import Order, UpdateKind
from newsreader.splitting.candidates.feet import at_the_foot
from newsreader.splitting.grammar.headings import headings_above, own_headline
from newsreader.splitting.grammar.lines import Line, ends_sentence
from newsreader.splitting.grammar.markers import Form, Marker
from newsreader.splitting.grammar.notes import STAMP_LONGEST, stamped_moments

_SEPARATOR = 40  # a longer row of dashes is the rule of a table
_BODY = 200  # less text after the last separator is a trailer ("Follow our coverage ...")
_DECK = 250  # less text above the only marker is a summary, not the original
_TRAILER = re.compile(
    r"(?:follow|for (?:more|the latest)|contact|read more|sign up|copyright|©|"
    r"(?:additional )?(?:reporting|writing|editing) by|"
    r"\w+ \w+ writers?|click here|subscribe|related|with (?:agencies|reporting))\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"(?:(?:morning|midday|afternoon|evening|closing|interim)\s)?(?:summary|key (?:events|points)|"
    r"what we know(?: so far)?|zusammenfassung|das wichtigste|résumé|l['’]essentiel|riepilogo|"
    r"il punto)\W{0,3}",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"(?:this is a (?:breaking|developing)|(?:please )?(?:refresh|reload)|check back|stay tuned|"
    r"follow (?:along|live|us|our|this|the|all)|join us|watch this page|live updates|"
    r"minute[- ]by[- ]minute|(?:the )?(?:latest|newest|most recent) (?:updates|entries|posts)|"
    r"more (?:info|information|details|updates)? ?(?:to come|coming|to follow)|"
    r"(?:unser|der) (?:live)?ticker|folgen sie|suivez|cette page est|seguite?)\b",
    re.IGNORECASE,
)
"""What a live page says of itself; no original begins with it."""

_CALLS_ITSELF_LIVE = re.compile(
    r"blogging live|live[ -]?(?:blog|coverage|ticker|updates)|to refresh|press refresh|"
    r"will appear (?:here|at the top|below)",
    re.IGNORECASE,
)

_HEAD = 600  # code points of a page in which its byline stands
_BYLINE = re.compile(r"(?:By|Von|Par|Di)\s(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,20}\s?){2,4}$")

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.POST, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Section:
    """A section before its time is known."""

    start: int
    end: int
    kind: UpdateKind
    marker: Marker | None = None
    headline: Span | None = None


def find_sections(
    article: Article, lines: Sequence[Line], markers: Sequence[Marker], order: Order | None
) -> tuple[tuple[Section, ...], Order]:
    """The sections of the article and the order in which they stand.

    Args:
        article: the article.
        lines: its lines.
        markers: the markers that stand, in order.
        order: what the markers themselves tell of the order.
    """
    if not markers:
        return (), Order.SINGLE
    above = headings_above(article, lines, markers)
    starts = [above[m.line][0] if m.line in above else m.span[0] for m in markers]
    told = any(marker.form is Form.ORIGINAL for marker in markers)
    separator = None if told else _separator(article, markers[-1])
    before = None if told else _before(article, lines, starts[0])
    if (feet := at_the_foot(article, lines, markers, before)) is not None:
        return _signed_below(article, markers, feet), order or Order.NEWEST_FIRST
    appended = _appended(article, order, before, (starts[0], markers[-1]), separator)
    stop = _stop(article, separator, markers, appended=appended)
    ends = [*(_pulled_back(article.blocks, start) for start in starts[1:]), stop]
    sections = [
        Section(
            start,
            end,
            _kind(article, lines, marker, above),
            marker,
            _inside(_headline(article, lines, marker, above), end),
        )
        for marker, start, end in zip(markers, starts, ends, strict=True)
    ]
    if appended and before is not None:
        first = Section(before, _pulled_back(article.blocks, starts[0]), UpdateKind.ORIGINAL)
        sections.insert(0, first)
    elif not appended and separator is not None and _is_original(article, separator, markers):
        follows = article.blocks[separator + 1].start
        sections.append(Section(follows, article.blocks[-1].end, UpdateKind.ORIGINAL))
    return tuple(sections), _final_order(order, sections, appended=appended)


def _signed_below(
    article: Article, markers: Sequence[Marker], starts: Sequence[int]
) -> tuple[Section, ...]:
    """The sections whose markers stand at their feet."""
    ends = [*(_pulled_back(article.blocks, start) for start in starts[1:]), article.blocks[-1].end]
    return tuple(
        Section(start, end, UpdateKind.UPDATE, marker)
        for marker, start, end in zip(markers, starts, ends, strict=True)
    )


def _headline(
    article: Article, lines: Sequence[Line], marker: Marker, above: dict[int, Span]
) -> Span | None:
    return above.get(marker.line) or own_headline(article, lines, marker)


def _inside(headline: Span | None, end: int) -> Span | None:
    """A headline, unless it stands in the next section: a heading that is a marker itself."""
    return headline if headline is not None and headline[1] <= end else None


def _kind(
    article: Article, lines: Sequence[Line], marker: Marker, above: dict[int, Span]
) -> UpdateKind:
    """What a marked section is."""
    if marker.form in (Form.ORIGINAL, Form.EARLIER):
        return UpdateKind.ORIGINAL
    span = _headline(article, lines, marker, above) or _first_words(lines, marker)
    return kind_by_headline(article.text, span)


def kind_by_headline(text: str, span: Span) -> UpdateKind:
    """What a section is by the words that it begins with: a summary, or an update."""
    summary = span[1] - span[0] < 60 and _SUMMARY.fullmatch(text[slice(*span)])
    return UpdateKind.SUMMARY if summary else UpdateKind.UPDATE


def _first_words(lines: Sequence[Line], marker: Marker) -> Span:
    """What follows a marker on its line, or the line below one that stands alone."""
    line = lines[marker.line]
    if marker.rest >= line.end and marker.line + 1 < len(lines):
        line = lines[marker.line + 1]
        return line.start, line.end
    return marker.rest, line.end


def _separator(article: Article, last: Marker) -> int | None:
    """The index of the first separator after the last marker that has text after it."""
    first = bisect_right([block.start for block in article.blocks], last.span[0])
    for index in range(first, len(article.blocks) - 1):
        block = article.blocks[index]
        if block.kind is BlockKind.RULE and block.end - block.start <= _SEPARATOR:
            following = article.blocks[index + 1]
            return index if following.kind is not BlockKind.RULE else index + 1
    return None


def _is_original(article: Article, separator: int, markers: Sequence[Marker]) -> bool:
    """Whether what follows a separator is a story, and not a line about the page.

    Where separators stand between all sections, a single short block after the last is a trailer.
    """
    if separator + 1 >= len(article.blocks):
        return False
    first = article.blocks[separator + 1]
    if _TRAILER.match(article.text, first.start):
        return False
    texts = [b for b in article.blocks[separator + 1 :] if b.kind in _TEXT]
    if not _between(article.blocks, markers):
        return any(ends_sentence(article.text, b.start, b.end) for b in texts)
    return len(texts) > 1 or sum(b.end - b.start for b in texts) >= _BODY


def _before(article: Article, lines: Sequence[Line], first: int) -> int | None:
    """Where the story above the first marker begins, after title and byline, if there is one."""
    start = None
    for line in lines[_after_byline(article, lines, first) :]:
        if line.start >= first:
            break
        if line.kind in _TEXT and _says(article.text, line):
            return line.start if start is None else start
        start = line.start if line.kind is BlockKind.HEADING else None
    return None


def _after_byline(article: Article, lines: Sequence[Line], first: int) -> int:
    """The index of the line after the byline; what stands above it is title, deck and chrome."""
    head = itertools.takewhile(lambda line: line.start < min(first, _HEAD), lines)
    bylines = [
        number
        for number, line in enumerate(head)
        if line.kind is BlockKind.BYLINE or _BYLINE.match(article.text, line.start, line.end)
    ]
    return bylines[-1] + 1 if bylines else 0


def _says(text: str, line: Line) -> bool:
    """Whether a line ends like a sentence and tells something.

    A colon only leads to what follows; a stamp and "Follow the latest below." are the page's.
    """
    if not ends_sentence(text, line.start, line.end) or text[line.end - 1] in ":;":
        return False
    if line.end - line.start > STAMP_LONGEST:
        return True
    head = line.head.text
    standing = _STANDING.match(head) or _CALLS_ITSELF_LIVE.search(head)
    return standing is None and stamped_moments(head) is None


def _appended(
    article: Article,
    order: Order | None,
    before: int | None,
    markers: tuple[int, Marker],
    separator: int | None,
) -> bool:
    """Whether the updates were appended below the original, oldest first.

    ``markers`` is where the first section begins, and the last marker.
    """
    first, last = markers
    if order is not None:
        return order is Order.OLDEST_FIRST
    if before is None:
        return False
    if separator is None and _closes(article, last):
        return True
    texts = [b for b in article.blocks if b.kind in _TEXT and before <= b.start < first]
    size = sum(min(b.end, first) - b.start for b in texts)
    if separator is None and size >= _DECK and 2 * _told_after(article, last) < size:
        return True
    if len(texts) < 2 or separator is not None:
        return size >= _DECK and len(texts) > 1
    return size >= _DECK or len(texts) > 2


def _told_after(article: Article, marker: Marker) -> int:
    """How many code points of sentences follow a marker; the page around the article has none."""
    told = [b for b in article.blocks if b.kind in _TEXT and b.end > marker.rest]
    return sum(
        b.end - max(b.start, marker.rest)
        for b in told
        if b.start <= marker.rest or ends_sentence(article.text, b.start, b.end)
    )


def _closes(article: Article, marker: Marker) -> bool:
    """Whether the marker's own paragraph is the last that the article has to say."""
    own = bisect_right([block.start for block in article.blocks], marker.span[0]) - 1
    return marker.rest < article.blocks[own].end and not any(
        block.kind in _TEXT for block in article.blocks[own + 1 :]
    )


def _stop(
    article: Article, separator: int | None, markers: Sequence[Marker], *, appended: bool
) -> int:
    """Where the last marked section ends."""
    end = article.blocks[-1].end
    if separator is None or appended:
        return end
    if _is_original(article, separator, markers) or _between(article.blocks, markers):
        return _pulled_back(article.blocks, article.blocks[separator].end)
    return end


def _between(blocks: Sequence[Block], markers: Sequence[Marker]) -> bool:
    """Whether separators stand between the marked sections."""
    starts = [block.start for block in blocks]
    places = [bisect_right(starts, marker.span[0]) - 1 for marker in markers[1:]]
    return any(place and blocks[place - 1].kind is BlockKind.RULE for place in places)


def _pulled_back(blocks: Sequence[Block], at: int) -> int:
    """``at``, or the beginning of the separators right before it."""
    index = bisect_right(blocks, at, key=lambda block: block.start) - 1
    if blocks[index].start < at < blocks[index].end:
        return at
    while index > 0 and blocks[index].start >= at:
        index -= 1
    while index >= 0 and blocks[index].kind is BlockKind.RULE:
        at = blocks[index].start
        index -= 1
    return at


def _final_order(order: Order | None, sections: Sequence[Section], *, appended: bool) -> Order:
    if len(sections) < 2:
        return Order.SINGLE
    if order is not None:
        return order
    return Order.OLDEST_FIRST if appended else Order.NEWEST_FIRST
