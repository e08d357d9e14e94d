"""Marker candidates: every line whose head reads like a marker of the grammar, strong or weak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsreader.language.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from newsreader.model.article import Article, BlockKind
from newsreader.splitting.grammar.lines import Line
from newsreader.splitting.grammar.markers import STRONG, Form, Marker
from newsreader.splitting.grammar.matching import Folded
from newsreader.splitting.grammar.strong import OPENING, ORDINALS, match_strong
from newsreader.splitting.grammar.weak import (
    match_after_declaration,
    match_bracket,
    match_signed,
    match_tail,
    match_weak,
)
from newsreader.splitting.grammar.when import When

_KINDS = frozenset(
    {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.POST, BlockKind.LIST_ITEM, BlockKind.NOTE}
)
_HEAD = re.compile(r"[\W_]{0,64}([^\W_]{1,3})")
_ITEM = re.compile(r"\d{1,3}[.)] ([^\W\d_]{3})")  # "12. Shut the gate": of a list, not of a clock
_WORDS = (
    "update up aktualisierung nachtrag mise màj maj actualisation aggiornamento atualização latest "
    "new even yet one more big important additional final "
    "further another breaking live quick brief major morning midday afternoon evening "
    "neues letztes dernière ultimo original first earlier previous initial previously erstmeldung "
    "ursprungsmeldung erste article version premier première articolo notizia testo versione "
    "prima nota noticia the our here read posted published added noon midnight about vor il ore "
    "alle um gegen vers à le point lage stand situation status flash alert eil neu now added live "
    "info as"
)
_DATELINE = re.compile(
    r"[^\W\d_a-zß-öø-ÿ]{2}[^\n–—:()]{0,40}?(?:\s\([^()\n]{2,20}\))?\s?(?:[–—]|--|-\s)\s?"
    r"(?=UPDATED?\s)"
)
"""``OSK, Ore. (NW) — UPDATE @ 12:30 a.m.``"""

_NAMES = (*ORDINALS, *MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS)
_FIRST = frozenset(word[:3] for word in (*_WORDS.split(), *_NAMES))
_AFTER_NUMBER = _FIRST | {"uhr", "hrs", "hou", "min", "sec", "std", "gmt", "utc"}


def find_markers(article: Article, lines: Sequence[Line]) -> tuple[Marker, ...]:
    """What may be a marker among the article's lines, in order.

    A post speaks for itself: in one only a time counts, never its own word "UPDATE:".
    """
    return tuple(_markers(article, lines))


def closing_plus(
    text: str, lines: Sequence[Line], markers: Sequence[Marker]
) -> list[tuple[int, int]]:
    """The spans of the signs that close a line of the form ``+++ 22:09 Headline +++``."""
    found: list[tuple[int, int]] = []
    for marker in markers:
        end = lines[marker.line].end
        head = text[marker.rest : end]
        bare = head.rstrip("+")
        if marker.form is Form.PLUS and len(head) - len(bare) > 1:
            found.append((marker.rest + len(bare.rstrip()), end))
    return found


def _markers(article: Article, lines: Sequence[Line]) -> Iterator[Marker]:
    for index, line in enumerate(lines):
        if line.kind not in _KINDS:
            continue
        marker = _marker(article.text, index, line)
        if marker is not None and _allowed(marker, line):
            yield marker


def _allowed(marker: Marker, line: Line) -> bool:
    if marker.form in (Form.WORD, Form.EARLIER):
        return line.kind not in (BlockKind.POST, BlockKind.LIST_ITEM)
    return marker.form not in STRONG or marker.timed or line.kind is not BlockKind.POST


def _marker(text: str, index: int, line: Line) -> Marker | None:
    """The marker that a line holds: inside it, or at its head, strong before weak."""
    folded = line.head
    return _elsewhere(text, index, line, folded) or _at_head(text, index, line, folded)


def _elsewhere(text: str, index: int, line: Line, folded: Folded) -> Marker | None:
    """The marker whose moment stands after other words of the line."""
    if folded.whole and (tail := match_tail(folded.text)):
        return _tailed(index, line, folded, tail)
    if folded.whole and (told := match_after_declaration(folded.text)):
        return _within(index, line, folded, told)
    if "UPDATE" in folded.text and (dateline := _DATELINE.match(folded.text)):
        return _datelined(text, index, line, folded, dateline.end())
    signed = match_signed(folded.text)
    return _signed(text, index, line, folded.span(0, signed.end)[1], signed) if signed else None


def _datelined(text: str, index: int, line: Line, folded: Folded, at: int) -> Marker | None:
    """The marker with a time that stands right after a dateline, which it takes along."""
    strong = match_strong(folded.text, at)
    if strong is None or strong[0] is not Form.TIMED or strong[1] is None:
        return None
    return _from_line(text, index, line, folded, strong)


def _at_head(text: str, index: int, line: Line, folded: Folded) -> Marker | None:
    """The marker that a line begins with."""
    if not _promising(folded.text):
        return None
    opening = OPENING.match(folded.text)
    strong = match_strong(folded.text, opening.end() if opening else 0)
    if strong is not None:
        return _from_line(text, index, line, folded, strong)
    weak = match_weak(folded.text)
    if weak is None:
        return None
    return _from_line(text, index, line, folded, (weak[0], weak[1], None, weak[2]))


def _from_line(
    text: str,
    index: int,
    line: Line,
    folded: Folded,
    found: tuple[Form, When | None, int | None, int],
) -> Marker | None:
    """The marker that goes from the beginning of a line to where its form, found there, ends."""
    form, when, number, end = found
    if not folded.whole and not folded.text[end:].strip():
        return None  # a marker does not fill the whole head of a long line
    end = len(folded.text[:end].rstrip())
    span = line.start, folded.span(0, end)[1]
    rest = span[1]
    while rest < line.end and text[rest].isspace():
        rest += 1
    if form is Form.WORD and when is None and folded.whole:
        when = match_bracket(folded.text)
    return Marker(index, span, form, when, number, rest)


def _signed(text: str, index: int, line: Line, end: int, when: When) -> Marker:
    """The marker that an author and a machine's moment are."""
    rest = end
    while rest < line.end and text[rest].isspace():
        rest += 1
    return Marker(index, (line.start, end), Form.SIGNED, when, None, rest)


def _within(index: int, line: Line, folded: Folded, when: When) -> Marker:
    """The marker that a time at the end of a line is, whose words stand below it."""
    span = folded.span(when.start, when.end)[0], line.end
    return Marker(index, span, Form.ALONE, when, None, line.end)


def _tailed(index: int, line: Line, folded: Folded, tail: tuple[int, When]) -> Marker:
    """The marker at the end of a headline."""
    at = tail[0] + folded.text[tail[0] :].index(folded.text[tail[0] :].lstrip()[0])
    span = folded.span(at, len(folded.text.rstrip()))[0], line.end
    return Marker(index, span, Form.TAILED, tail[1], None, line.end)


def _promising(head: str) -> bool:
    """Whether a line can hold a marker at all, judged by its first three letters."""
    if head.startswith("+"):
        return True
    item = _ITEM.match(head)
    if item is not None and item[1].lower() not in _AFTER_NUMBER:
        return False
    found = _HEAD.match(head)
    return found is not None and (found[1][0].isdigit() or found[1].lower() in _FIRST)
