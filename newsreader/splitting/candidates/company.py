"""Which candidates stand: strong markers alone, weak ones only in company of their own shape.

A lone clock time at the head of a line is a sentence, a hard-wrapped line, a table. Two of one
shape (three where only a capital letter follows) whose times run one way and that have something
to tell are a live page. To miss a section costs a heading; to invent one tears a story apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsreader.model.article import Article, BlockKind
from newsreader.model.statement import Order
from newsreader.splitting.candidates.beginning import begins, one_a_moment
from newsreader.splitting.candidates.live import heads_others, is_dated, is_live, says_local
from newsreader.splitting.candidates.sequence import Run, find_order
from newsreader.splitting.grammar.lines import Line, ends_sentence
from newsreader.splitting.grammar.markers import STRONG, Form, Marker
from newsreader.splitting.grammar.notes import is_labelled, stamped_moments

NEEDED = {
    Form.ALONE: 2,
    Form.DELIMITED: 2,
    Form.PLUS: 2,
    Form.CAPITAL: 3,
    Form.AGO: 2,
    Form.STAMPED: 2,
    Form.TAILED: 2,
    Form.SIGNED: 3,
    Form.FOUR: 3,
    Form.DIGITS: 4,
    Form.SMALL: 4,
    Form.HOUR: 999,
    Form.TAGGED: 999,
}
"""How many of one weak shape an article must have; hours and tagged times never stand for
themselves."""

_SHORT = 100  # a headline of another story is shorter
_NEAR = 6  # lines of such a list
_LABEL = 7  # code points of "UPDATE:"
_Shape = tuple[Form, bool, bool, bool]  # with a day, with a small word, with a full stop


def keep_company(
    article: Article, lines: Sequence[Line], found: Sequence[Marker]
) -> tuple[Marker, ...]:
    """The markers among the candidates, in order."""
    found = one_a_moment(found)
    by_line = {marker.line: marker for marker in found}
    apart = [m for m in found if begins(article.text, lines, m, by_line)]
    strong = [m for m in apart if m.form in STRONG]
    weak = _weak(article, lines, apart, sum(m.timed for m in strong))
    titles = [m for m in strong if _other_story(article, lines, m)]
    doubted = {m.line for m in titles}
    sure = [m for m in strong if m.line not in doubted] + weak
    at = {marker.line for marker in sure}
    sure += [m for m in titles if at and m.line + 1 not in at and _told_below(article, lines, m)]
    if all(m.form is Form.ORIGINAL and not m.timed for m in sure):
        return ()  # the original of nothing
    sure += [m for m in apart if m.form is Form.EARLIER]
    return tuple(sorted(sure, key=lambda marker: marker.span))


def _other_story(article: Article, lines: Sequence[Line], marker: Marker) -> bool:
    """Whether a word alone stands before what reads as the headline of another story."""
    line = lines[marker.line]
    rest = article.text[marker.rest : line.end]
    if marker.form is Form.WORD and _headed_so(article, lines, marker.line):
        return True
    return (
        marker.form is Form.WORD
        and marker.number is None
        and 0 < len(rest) < _SHORT
        and (not rest[0].islower() or (not line.last and _listed(article, lines, marker.line)))
        and ":" in article.text[slice(*marker.span)]
        and "with" not in article.text[slice(*marker.span)]
        and (line.last or _listed(article, lines, marker.line))
        and not ends_sentence(article.text, marker.rest, line.end)
    )


def _listed(article: Article, lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one of several headlines, or has a byline or a stamp right below it."""
    words = article.text[lines[at].start : lines[at].start + _LABEL]
    around = [line for line in lines[max(0, at - 1) : at + 2] if line.block == lines[at].block]
    below = lines[at + 1]
    return sum(article.text.startswith(words, line.start) for line in around) > 1 or _is_furniture(
        article.text, below
    )


def _is_furniture(text: str, line: Line) -> bool:
    """Whether a line is a byline, a stamp, a note: no line of a paragraph."""
    words = text[line.start : min(line.end, line.start + _SHORT)]
    if (
        is_labelled(words)
        or stamped_moments(words) is not None
        or words.startswith(("Editor", "("))
    ):
        return True
    return not ends_sentence(text, line.start, line.end) and not words[0].islower()


def _headed_so(article: Article, lines: Sequence[Line], at: int) -> bool:
    """Whether a line, or another one of its kind above it, stands under "Related:"."""
    words = article.text[lines[at].start : lines[at].start + _LABEL]
    for line in reversed(lines[max(0, at - _NEAR) : at]):
        if not article.text.startswith(words, line.start):
            return heads_others(article.text[line.start : line.end])
    return False


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
            dated = marker.form is Form.ALONE and is_dated(marker)
            dotted = marker.form is Form.CAPITAL and _style(marker).startswith(".")
            shapes[marker.form, dated, _small(article.text, marker), dotted].append(marker)
    kept: list[Marker] = []
    for (form, *_), group in shapes.items():
        needed = NEEDED[form]
        if form is Form.DELIMITED and timed:
            needed -= 1
        if form is Form.ALONE and says_local(article.text):
            needed -= 1
        if len(group) >= needed and is_live(article, lines, group):
            kept += group
        else:
            kept += [marker for marker in group if _stamped_sentence(article, lines, marker)]
    kept = kept or _pooled(article, lines, shapes)
    return kept + _late_comers(article.text, lines, shapes, kept)


def _pooled(
    article: Article, lines: Sequence[Line], shapes: dict[_Shape, list[Marker]]
) -> list[Marker]:
    """Full times of two shapes as one group, where neither has company of its own.

    A page of two entries may have "5:12 p.m." alone above the newer and "4:50 p.m. —" before the
    older.
    """
    full = [
        marker
        for (_, dated, small, _), group in shapes.items()
        for marker in group
        if not (dated or small) and _is_full(marker)
    ]
    full.sort(key=lambda marker: marker.span)
    closed = [marker for marker in full if marker.form in (Form.ALONE, Form.DELIMITED)]
    if _are_one(lines, closed) and is_live(article, lines, closed):
        return closed
    pool = [m for m in full if m.form in (Form.ALONE, Form.DELIMITED, Form.CAPITAL)]
    back = len(pool) >= NEEDED[Form.CAPITAL] and find_order(pool) is Order.NEWEST_FIRST
    return pool if back and _are_one(lines, pool) and is_live(article, lines, pool) else []


def _are_one(lines: Sequence[Line], pool: Sequence[Marker]) -> bool:
    """Whether times of two forms are written alike and all begin their paragraphs."""
    mixed = len({marker.form for marker in pool}) == 2 and len({_style(m) for m in pool}) == 1
    return mixed and all(lines[marker.line].first for marker in pool)


def _is_full(marker: Marker) -> bool:
    """Whether a clock says its half of the day, or its zone."""
    clock = marker.when.clock if marker.when else None
    return clock is not None and (clock.half is not None or clock.zone is not None)


def _small(text: str, marker: Marker) -> bool:
    """Whether the marker begins with a small word, as items of a list do: "ore 10.25: ..."."""
    words = text[slice(*marker.span)]
    return words[0].islower() and any(char.isdigit() for char in words)


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
    text: str, lines: Sequence[Line], shapes: dict[_Shape, list[Marker]], kept: Sequence[Marker]
) -> list[Marker]:
    """Times of a shape too rare to stand alone, on a page of many times written the same way.

    A live page of "17.00 We are ..." now and then has "07.13" alone on its line.
    """
    styles: dict[str, int] = defaultdict(int)
    for marker in kept:
        styles[_style(marker)] += 1
    run = Run(sorted(kept, key=lambda marker: marker.span))
    taken = {marker.line for marker in kept}
    days = any(is_dated(marker) for marker in kept)
    small = any(_small(text, marker) for marker in kept)
    return [
        marker
        for group in shapes.values()
        for marker in group
        if marker.line not in taken
        and marker.form is not Form.AGO
        and (days or not is_dated(marker))
        and (small or not _small(text, marker))
        and lines[marker.line].first
        and (marker.form is Form.HOUR or styles[_style(marker)] >= 2)
        and run.goes_on_with(
            marker, strictly=marker.form is Form.HOUR or styles[_style(marker)] < 3
        )
    ]


def _style(marker: Marker) -> str:
    """How the marker writes its clock."""
    clock = marker.when.clock if marker.when else None
    return "" if clock is None else f"{clock.style} {clock.half is None}"
