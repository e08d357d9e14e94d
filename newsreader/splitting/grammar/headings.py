"""Headings that belong to an update: the line above its marker, or the words right after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsreader.model.article import Article, BlockKind, Span
from newsreader.model.spans import tight
from newsreader.splitting.grammar.lines import Line, ends_sentence, is_name
from newsreader.splitting.grammar.markers import END, STRONG, Form, Marker
from newsreader.splitting.grammar.when import match_when

_LONGEST = 110
_GENERIC = re.compile(
    r"(?:live|latest|updates?|live updates|latest updates|the latest|developments|timeline|"
    r"liveticker|ticker|le direct|en direct|diretta|aggiornamenti)\W{0,3}",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"[^\w]{0,4}(?:advert|read (?:more|also)|share|photo|image|pic|video|watch|related|also|see|"
    r"click|credit|source|getty|by |from |http|www)",
    re.IGNORECASE,
)


def headings_above(
    article: Article, lines: Sequence[Line], markers: Sequence[Marker]
) -> dict[int, Span]:
    """The heading lines above markers, by the marker's line.

    A block that is a heading belongs to the marker under it, unless it heads the whole page; so
    does a plain line without a full stop, above a marker with a word (the first one's may head
    the page) or where most of the page's markers have one above them.
    """
    marked = {marker.line: marker for marker in markers}
    found = {
        marker.line: lines[_place(article, lines, marker) - 1]
        for marker in markers
        if _above(article, lines, marker, marked)
    }
    plain = [at for at, line in found.items() if line.kind is not BlockKind.HEADING]
    usual = len(plain) >= 2 and len(plain) >= 0.6 * len(markers)
    first = markers[0].line if markers else 0
    told = first in found and len(found) > 1 and _told_above(article, lines, found[first])
    worded = {m.line for m in markers[0 if told else 1 :] if m.form in STRONG}
    heads_page = len(markers) > 2 and len(found) == 1 and markers[0].line in found
    above = {
        at: (line.start, line.end)
        for at, line in found.items()
        if not heads_page
        and (
            line.kind is BlockKind.HEADING or usual or (at in worded and not _flash(article, line))
        )
    }
    tailed = {m.line: m.span[0] for m in markers if m.form is Form.TAILED}
    return above | {at: tight(article.text, lines[at].start, end) for at, end in tailed.items()}


def _flash(article: Article, line: Line) -> bool:
    """Whether a line is all capitals: a flash that the story quotes, unless all have such lines."""
    return article.text[line.start : line.end].isupper()


def _told_above(article: Article, lines: Sequence[Line], heading: Line) -> bool:
    """Whether a paragraph of sentences stands above a heading: then it does not head the page."""
    at = bisect_left(lines, heading.start, key=lambda line: line.start) - 1
    return (
        at >= 0
        and lines[at].kind is BlockKind.PARAGRAPH
        and ends_sentence(article.text, lines[at].start, lines[at].end)
    )


def own_headline(article: Article, lines: Sequence[Line], marker: Marker) -> Span | None:
    """The headline that follows a marker: the rest of its line, or a heading below it."""
    line = lines[marker.line]
    if marker.rest >= line.end:
        return _heading_below(lines, marker)
    short = line.end - marker.rest < _LONGEST
    told = ends_sentence(article.text, marker.rest, line.end)
    if marker.form is Form.AGO or not (short and line.last) or told:
        return None
    below = lines[marker.line + 1] if marker.line + 1 < len(lines) else None
    if below is None or below.kind not in (BlockKind.PARAGRAPH, BlockKind.POST):
        return None
    words = article.text[marker.rest : line.end].rstrip("+ ")
    return marker.rest, marker.rest + len(words)


def _heading_below(lines: Sequence[Line], marker: Marker) -> Span | None:
    if marker.line + 1 < len(lines) and lines[marker.line + 1].kind is BlockKind.HEADING:
        below = lines[marker.line + 1]
        return below.start, below.end
    return None


def _above(
    article: Article, lines: Sequence[Line], marker: Marker, marked: dict[int, Marker]
) -> bool:
    """Whether the line above a marker can be its heading."""
    if marker.line == 0 or lines[marker.line].kind is BlockKind.HEADING:
        return False
    place = _place(article, lines, marker)
    line, own = lines[place - 1], lines[place]
    if own.block - line.block > 1 or not line.first or line.end - line.start >= _LONGEST:
        return False
    if place - 1 in marked or _only_words_of(place - 2, marked, lines):
        return False
    words = article.text[line.start : line.end]
    day = END.match(words, match_when(words, 0).end)  # of all the updates below it
    credit = words[0] in "([" and words[-1] in ")]"
    author = is_name(article.text, line) and _headline_follows(article, lines, marker)
    if day or credit or author:
        return False
    if line.kind is BlockKind.HEADING:
        return _GENERIC.fullmatch(words) is None
    return (
        line.kind is BlockKind.PARAGRAPH
        and not ends_sentence(article.text, line.start, line.end)
        and not words[0].islower()
        and " " in words
        and _CHROME.match(words) is None
        and _GENERIC.fullmatch(words) is None
    )


def _headline_follows(article: Article, lines: Sequence[Line], marker: Marker) -> bool:
    """Whether a time alone on its line has a short line without a full stop, and more, below it."""
    if marker.rest < lines[marker.line].end or marker.line + 2 >= len(lines):
        return False
    below, text = lines[marker.line + 1], article.text
    short = below.end - below.start < _LONGEST
    return short and not ends_sentence(text, below.start, below.end)


def _place(article: Article, lines: Sequence[Line], marker: Marker) -> int:
    """The line that a heading would stand above: the marker's, or that of its author's name."""
    at = marker.line
    named = at > 1 and is_name(article.text, lines[at - 1])
    return at - 1 if named and lines[at - 2].kind is BlockKind.HEADING else at


def _only_words_of(index: int, marked: dict[int, Marker], lines: Sequence[Line]) -> bool:
    """Whether the line below ``index`` would be all that the marker there has to say."""
    marker = marked.get(index)
    return marker is not None and marker.rest >= lines[index].end
