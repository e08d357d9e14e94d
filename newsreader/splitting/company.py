"""Which candidates stand: strong markers alone, weak ones only in company of their own shape.

A lone clock time at the head of a line is a sentence, a hard-wrapped line, a table. Two of one
shape (three where only a capital letter follows) whose times run one way and that have something
to tell are a live page. To miss a section costs a heading; to invent one tears a story apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from newsreader.language.stamps import BEFORE, CHANGED, PUBLISHED
from newsreader.model.article import Article, BlockKind
from newsreader.splitting.lines import Line, ends_sentence, is_name
from newsreader.splitting.markers import STRONG, Form, Marker
from newsreader.splitting.sequence import clock_of, one_way

NEEDED = {Form.ALONE: 2, Form.DELIMITED: 2, Form.PLUS: 2, Form.CAPITAL: 3, Form.AGO: 2}
"""How many of one weak shape an article must have."""

_TOLD = re.compile(r"[.!?…][\"'”’»)]*(?:\s|$)")
_BODY = 1500  # code points after a marker that are looked at for a sentence
_SHORT = 60  # a headline of another story is shorter
_Shape = tuple[Form, bool]
_LABEL = re.compile(
    rf"\W{{0,4}}(?:(?:{BEFORE})\s)?(?:{PUBLISHED}|{CHANGED})\s?:?\s*$|"
    r"(?:kommentar von|comment by|commentaire de|commento di)\s|"
    r".{1,40}\s(?:says|said|wrote|sagt|schreibt|schrieb|meint|dit|a écrit|dice|ha scritto)\s?:\s*$",
    re.IGNORECASE,
)
_TIMELINE = re.compile(
    r"(?:the |die |la |le |il )?(?:timeline|chronolog\w+|zeitleiste|cronologia|"
    r"(?:fil|film) des év[èé]nements)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"(?!UPDATE|BREAKING|LATEST)[A-Z][A-Z .'-]{1,30}:\s")
_LOCAL = re.compile(r"\(all times (?:are )?\w", re.IGNORECASE)


def keep_company(
    article: Article, lines: Sequence[Line], found: Sequence[Marker]
) -> tuple[Marker, ...]:
    """The markers among the candidates, in order."""
    by_line = {marker.line: marker for marker in found}
    apart = [m for m in found if _begins(article.text, lines, m, by_line)]
    strong = [m for m in apart if m.form in STRONG]
    weak = _weak(article, lines, apart, sum(m.timed for m in strong))
    titles = [m for m in strong if _other_story(article, lines, m)]
    doubted = {m.line for m in titles}
    sure = [m for m in strong if m.line not in doubted] + weak
    sure += [m for m in titles if sure and _told_below(article, lines, m)]
    if all(m.form is Form.ORIGINAL and not m.timed for m in sure):
        return ()  # the original of nothing
    sure += [m for m in apart if m.form is Form.EARLIER]
    return tuple(sorted(sure, key=lambda marker: marker.span))


def _begins(text: str, lines: Sequence[Line], marker: Marker, by_line: dict[int, Marker]) -> bool:
    """Whether the marker's line begins something, and is not one that was only wrapped."""
    line = lines[marker.line]
    if marker.line and marker.form in NEEDED and _labelled(text, lines[marker.line - 1]):
        return False
    if line.first or (marker.form is Form.TIMED and "UPDATE" in text[slice(*marker.span)]):
        return True
    before = lines[marker.line - 1]
    if marker.form is Form.ALONE and before.first and is_name(text, before):
        return True  # who wrote the entry stands above its time
    return ends_sentence(text, before.start, before.end) or marker.line - 1 in by_line


def _labelled(text: str, above: Line) -> bool:
    """Whether the line above says what the time below it is: a stamp's, or a comment's."""
    return (
        above.end - above.start <= _SHORT and _LABEL.match(text, above.start, above.end) is not None
    )


def _other_story(article: Article, lines: Sequence[Line], marker: Marker) -> bool:
    """Whether a word alone stands before what reads as the headline of another story."""
    line = lines[marker.line]
    rest = article.text[marker.rest : line.end]
    return (
        marker.form is Form.WORD
        and marker.number is None
        and 0 < len(rest) < _SHORT
        and not rest[0].islower()
        and ":" in article.text[slice(*marker.span)]
        and "with" not in article.text[slice(*marker.span)]
        and line.last
        and not ends_sentence(article.text, marker.rest, line.end)
    )


def _told_below(article: Article, lines: Sequence[Line], marker: Marker) -> bool:
    """Whether a paragraph of sentences follows: then the short text was a heading."""
    if marker.line + 1 >= len(lines):
        return False
    below = lines[marker.line + 1]
    return below.kind is BlockKind.PARAGRAPH and ends_sentence(article.text, below.start, below.end)


def _weak(
    article: Article, lines: Sequence[Line], found: Iterable[Marker], timed: int
) -> list[Marker]:
    """The weak markers that have company."""
    shapes: dict[_Shape, list[Marker]] = defaultdict(list)
    for marker in found:
        if marker.form in NEEDED:
            dated = marker.when is not None and marker.when.day is not None
            shapes[marker.form, dated and marker.form is Form.ALONE].append(marker)
    kept: list[Marker] = []
    for (form, _), group in shapes.items():
        needed = NEEDED[form]
        if form is Form.DELIMITED and timed:
            needed -= 1
        if form is Form.ALONE and _LOCAL.search(article.text, 0, 4000):
            needed -= 1
        if len(group) >= needed and _live(article, lines, group):
            kept += group
        else:
            kept += [marker for marker in group if _stamped_sentence(article, lines, marker)]
    return kept + _late_comers(lines, shapes, kept)


def _live(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether times of one shape are a live page's: one way, not numbering, with words to them."""
    if group[0].form is not Form.AGO and (not one_way(group) or _same(group)):
        return False
    if _chronology(article, lines, group):
        return False
    if group[0].form is Form.CAPITAL and (_numbering(group) or _impossible(group)):
        return False
    if _counter(article.text, group):
        return False
    ends = [lines[marker.line].start for marker in group[1:]] + [len(article.text)]
    least = _least(group)
    told = sum(
        _tells(article.text, marker.rest, end, least)
        for marker, end in zip(group, ends, strict=True)
    )
    dated = group[0].form is Form.ALONE and group[0].when is not None and group[0].when.day
    return told * 2 > len(group) if dated else told * 2 >= len(group)


def _least(group: Sequence[Marker]) -> int:
    """How many code points an entry must have: many short ones are a ticker, two are anything."""
    clocks = [marker.when.clock for marker in group if marker.when and marker.when.clock]
    full = all(clock.half is not None or clock.zone is not None for clock in clocks)
    return 10 if full or len(group) > 3 else 40


def _tells(text: str, start: int, end: int, least: int) -> bool:
    """Whether something is told there: a sentence of at least so many code points."""
    body = text[start : min(end, start + _BODY)].strip()
    return len(body) >= least and _TOLD.search(body) is not None


def _numbering(group: Sequence[Marker]) -> bool:
    """Whether the "times" only count on ("2.01 Scope", "2.02 Terms")."""
    clocks = [marker.when.clock for marker in group if marker.when and marker.when.clock]
    return all(
        (b.hour, b.minute) in ((a.hour, a.minute + 1), (a.hour + 1, 1)) for a, b in pairwise(clocks)
    )


def _same(group: Sequence[Marker]) -> bool:
    """Whether several "times" are one: "12:30 Report" in a menu, the same number in a table."""
    moments = {
        (m.when.day, m.when.clock.minutes() if m.when.clock else None) for m in group if m.when
    }
    return len(group) > 1 and len(moments) == 1


def _chronology(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether the times are of what happened or was said, told in a list.

    "- 21:20: first explosion" under "Timeline"; "9:02:14 a.m. CALLER: There is smoke".
    """
    if article.title and _TIMELINE.match(article.title):
        return True
    text, first = article.text, group[0].line
    if first and lines[first - 1].end - lines[first - 1].start <= _SHORT:
        above = lines[first - 1]
        if _TIMELINE.match(text, above.start, above.end):
            return True
    rests = [m.rest for m in group if m.rest < lines[m.line].end]
    listed = sum(text[at].islower() or _SPEAKER.match(text, at) is not None for at in rests)
    return bool(rests) and listed * 5 >= 4 * len(group)


def _impossible(group: Sequence[Marker]) -> bool:
    """Whether a fifth of the "times" are none that a clock can show: prices, scores, measures."""
    return sum(clock_of(marker) is None for marker in group) * 5 >= len(group)


def _counter(text: str, group: Sequence[Marker]) -> bool:
    """Whether the times count the minutes of a tape from nought: ``[00:14] CHAIR: ...``."""
    clock = clock_of(group[0])
    bracketed = all(text[marker.span[0]] in "[(" for marker in group)
    bare = clock is not None and clock.half is None and clock.zone is None
    return bracketed and clock is not None and bare and clock.hour == 0


def _stamped_sentence(article: Article, lines: Sequence[Line], marker: Marker) -> bool:
    """Whether a lone time is written so fully that it is a marker: ``12:00 PM PT -- ...``."""
    clock = marker.when.clock if marker.when else None
    line = lines[marker.line]
    return (
        marker.form is Form.DELIMITED
        and clock is not None
        and clock.half is not None
        and clock.zone is not None
        and line.first
        and line.kind is BlockKind.PARAGRAPH
        and line.end - marker.rest >= 40
        and not article.text[marker.rest].islower()
        and ends_sentence(article.text, marker.rest, line.end)
    )


def _late_comers(
    lines: Sequence[Line], shapes: dict[_Shape, list[Marker]], kept: Sequence[Marker]
) -> list[Marker]:
    """Times of a shape too rare to stand alone, on a page of many times written the same way.

    A live page of "17.00 We are ..." now and then has "07.13" alone on its line.
    """
    styles: dict[str, int] = defaultdict(int)
    for marker in kept:
        styles[_style(marker)] += 1
    taken = {marker.line for marker in kept}
    return [
        marker
        for group in shapes.values()
        for marker in group
        if marker.line not in taken
        and marker.form is not Form.AGO
        and lines[marker.line].first
        and styles[_style(marker)] >= 3
    ]


def _style(marker: Marker) -> str:
    """How the marker writes its clock."""
    clock = marker.when.clock if marker.when else None
    return "" if clock is None else f"{clock.style} {clock.half is None}"
