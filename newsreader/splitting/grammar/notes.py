"""Notes: what an article says about itself. They never open a section.

A correction, a clarification, an editor's note and an advisory stay statements too, for their
words can be tagged; a stamp (when the article was published or updated) is no statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsreader.language.stamps import BEFORE, CHANGED, PUBLISHED
from newsreader.model.article import Article, BlockKind, Span
from newsreader.model.statement import Note, NoteKind
from newsreader.splitting.grammar.dates import Day
from newsreader.splitting.grammar.lines import Line
from newsreader.splitting.grammar.markers import END
from newsreader.splitting.grammar.when import When, match_when

_OPEN = r"[^\w(\[]{0,6}[(\[]?\s?"
_FORMS = {
    NoteKind.CORRECTION: (
        r"corrections?(?:\s\([^)]{1,30}\))?\s?[:–—-]",
        r"corrected\s?[:–—]",
        r"corrects(?:\s\w|:)",
        r"(?<=[(\[])in [^\n,()]{3,40}, (?:corrects|clarifies|fixes)\s",
        r"correct(?:s|ed|ing) (?:and|to|the|para)",
        r"(?:berichtigung|korrektur)\s?[:–—]",
        r"(?:correctif|rectificatif|rettifica|corrección)\s?:",
        r"errata corrige",
        r"(?:this|the) (?:story|article|version|post|item) corrects",
        (
            r"(?:this|the) (?:story|article|version|post|item) (?:was|has been|is) "
            r"(?:refiled to )?correct"
        ),
        r"refil\w+ to correct",
        r"an? (?:earlier|previous) version of this (?:\w+ )?(?:story|article|post|report|headline)",
    ),
    NoteKind.CLARIFICATION: (
        r"clarifications?\s?[:–—-]",
        r"clarifies\s",
        r"(?:klarstellung|précision|precisazione|aclaración)\s?:",
        r"(?:this|the) (?:story|article) (?:clarifies|(?:was|has been) clarified)",
    ),
    NoteKind.EDITORS_NOTE: (
        r"editor(?:['’]?s|s['’])?['’]? notes?\b",
        r"ed(?:itor)?\.? note\b",
        r"note\s?:",
        r"note to (?:readers|editors)",
        r"anm(?:erkung|\.) d(?:er|\.) red(?:aktion|\.)",
        r"hinweis der redaktion",
        r"note de la rédaction|ndlr\b",
        r"nota della redazione|ndr\b",
        r"nota del editor",
        (
            r"(?:this|the) (?:breaking )?(?:story|article|post|report|page|piece|headline) "
            r"(?:has been|was|is being|will be) (?:last |first )?"
            r"(?:updated|refiled|revised|amended|expanded)"
        ),
    ),
    NoteKind.ADVISORY: (
        r"\^?(?:eds|attn|attention(?: editors)?)\s?:",
        (
            r"(?<=[(\[])(?:adds|updates|recasts|rewrites|releads|refiles|repeats|removes|restores|"
            r"new throughout|recasting|writes through)\b"
        ),
        r"\d{1,2}(?:st|nd|rd|th)\s(?:lead|ld)(?:\W|$)",
        r"refile\W{0,2}$",
        r"(?:update|wrapup)\s\d{1,2}(?:-\S|\)?\W{0,2}$)",
        r"this is a (?:breaking|developing)",
        r"(?:this|the) live ?blog (?:has|is) (?:concluded|now closed|closed|over)",
        r"more (?:details|information|updates) to (?:come|follow)",
        r"more to (?:come|follow)\b",
        r"all times (?:are|stated|listed|given|in|local|[A-Z]{2,4}\b)",
        r"all updates are in",
        r"alle (?:zeiten|zeitangaben)",
    ),
}
_PATTERNS = tuple(
    (kind, re.compile(f"{_OPEN}(?:{'|'.join(forms)})", re.IGNORECASE))
    for kind, forms in _FORMS.items()
)
_ANY = re.compile(
    f"{_OPEN}(?:{'|'.join(form for forms in _FORMS.values() for form in forms)})", re.IGNORECASE
)
"""Whether any of them is met: of most lines none is, and that is told at once."""

_BEGINNINGS = "ac al an at be cl co ed er hi kl ko mo nd no pr re th up wr"
_BEGIN = frozenset(_BEGINNINGS.split())
"""The first two letters of the forms that begin with letters alone."""

_WRITETHRU = re.compile(rf"{_OPEN}[^\n]{{0,60}}\b(?:ld|lead)-writethru\b", re.IGNORECASE)
_WIRE_LINE = re.compile(
    r"[-–]\s(?:adds|updates|recasts|rewrites|restores|removes|changes)\s[^\n]{0,160}"
    r"\b(?:grafs?|paras?|paragraphs?|quotes?|comments?|details?|background|bylines?|headline|"
    r"throughout|reaction|lead|head)\b"
)
_INLINE = re.compile(r"[(\[](?:Update|UPDATE|Aktualisierung|Nachtrag|Mise à jour)D?\s?[:–—-]")
STAMP_LONGEST = 160  # code points of a line that may be a stamp
_MOMENT_LONGEST = 100  # and of one that may be a moment, folded
_CLOSING = 2000  # how far the bracket of an inline note may be
_STAMP = re.compile(
    rf"[^\w(\[]{{0,6}}[(\[]?(?:(?:{BEFORE})\s)?(?:{PUBLISHED}|{CHANGED})(?![^\W\d_])[\s:]{{0,3}}",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s?[)\]/|·•,;–—-]{0,2}\s?")
_ZONED = re.compile(r"\s?\(?[A-Z]{2,5}\)?")
_CLOCK_OR_DAY = re.compile(r"\d|noon|midday|midnight", re.IGNORECASE)
_BAR = re.compile(r"(?:\s?\(?[A-Z]{2,5}\)?)?\s?\|\s?")
_DAY_BAR_CLOCK = re.compile(r"(?<=\d) \| (?=\d\d?[:.]\d\d)")  # "29.10.2015 | 06:14"
_AGO = re.compile(r"(?:\d{1,3}|an?) (?:min(?:ute)?s?|hours?|hrs?|days?) ago", re.IGNORECASE)


def find_notes(article: Article, lines: Sequence[Line], taken: Iterable[Span]) -> tuple[Note, ...]:
    """The notes of an article, in order.

    Args:
        article: the article.
        lines: its lines.
        taken: the spans of its markers; a line that begins with one is no note.
    """
    marked = {start for start, _ in taken}
    found: list[Note] = []
    bracketed = "(" in article.text or "[" in article.text
    whole = -1  # the last note that goes to the end of its paragraph, or of its line
    for line in lines:
        if line.start not in marked:
            note = _of_line(article, line)
            if note is not None:
                if whole >= 0 and found[whole].end > note.start:
                    found[whole] = _up_to(article.text, found[whole], note.start)
                whole = len(found)
                found.append(note)
                continue
        if bracketed:
            found += _inline(article.text, line)
    return tuple(found)


def _up_to(text: str, note: Note, end: int) -> Note:
    """A note that another one follows in its paragraph."""
    while text[end - 1].isspace():
        end -= 1
    return note._replace(end=end)


def stamps(notes: Iterable[Note]) -> list[Span]:
    """The spans of the stamps among the notes: no statement."""
    return [(note.start, note.end) for note in notes if note.kind is NoteKind.STAMP]


def find_dated_lines(lines: Sequence[Line], taken: Iterable[Span]) -> list[tuple[int, Day]]:
    """The days that stand alone on a line ("March 22, 2022"), with their offsets."""
    marked = {start for start, _ in taken}
    found: list[tuple[int, Day]] = []
    for line in lines:
        if line.end - line.start > 60 or line.start in marked:
            continue
        when = _only_moment(line.head.text)
        if when is not None and when.day is not None and when.clock is None:
            found.append((line.start, when.day))
    return found


def _of_line(article: Article, line: Line) -> Note | None:
    """The note that a line is, or that begins with it."""
    if line.kind in (BlockKind.POST, BlockKind.QUOTATION):
        return None
    head = line.head.text
    if line.end - line.start <= STAMP_LONGEST and stamped_moments(head) is not None:
        return Note(NoteKind.STAMP, line.start, line.end)
    if line.kind is BlockKind.BYLINE:
        return None
    kind = _kind(head)
    if kind is None and "thru" in head.lower() and _WRITETHRU.match(head):
        kind = NoteKind.ADVISORY
    if kind is not None:
        end = article.blocks[line.block].end
        return Note(kind, line.start, _closed(article.text, line, end))
    if head[:1] in "-–" and _WIRE_LINE.match(head):
        return Note(NoteKind.ADVISORY, line.start, line.end)
    return None


def _kind(head: str) -> NoteKind | None:
    """What a folded line that begins like a note is."""
    begin = head[:2].lower()
    if begin.isalpha() and begin.isascii() and begin not in _BEGIN:
        return None
    if not _ANY.match(head):
        return None
    return next(kind for kind, pattern in _PATTERNS if pattern.match(head))


def _closed(text: str, line: Line, end: int) -> int:
    """Where a note ends: with its bracket, or with its paragraph."""
    if text[line.start] not in "([":
        return end
    closing = text.find(")" if text[line.start] == "(" else "]", line.start, line.start + _CLOSING)
    return closing + 1 if 0 <= closing < end else end


def _inline(text: str, line: Line) -> Iterator[Note]:
    """Bracketed notes inside a paragraph: ``(Update: ...)`` on the sentence before it."""
    if line.kind in (BlockKind.POST, BlockKind.QUOTATION, BlockKind.BYLINE):
        return
    if text.find("(", line.start, line.end) < 0 and text.find("[", line.start, line.end) < 0:
        return
    for found in _INLINE.finditer(text, line.start + 1, line.end):
        closing = text.find(")" if found[0][0] == "(" else "]", found.end(), found.end() + _CLOSING)
        if 0 <= closing < line.end:
            yield Note(NoteKind.EDITORS_NOTE, found.start(), closing + 1)


def is_labelled(text: str) -> bool:
    """Whether a line says what its moment is: published, updated."""
    return _STAMP.match(text) is not None


def stamped_moments(text: str) -> list[When] | None:
    """The moments that a folded line states as a stamp does; None where it is no stamp.

    A stamp says when the article was published or updated, and nothing else.
    """
    if (alone := _only_moment(text)) is not None:
        return [alone]
    text = _DAY_BAR_CLOCK.sub(" , ", text)
    found: list[When] = []
    at = _bare_first(text, found)
    while label := _STAMP.match(text, at):
        dated = _dated(text, label.end())
        if dated is None:
            return None
        found.append(dated[0])
        join = _JOIN.match(text, dated[1])
        at = join.end() if join else dated[1]
        if END.match(text, at):
            return found
    return None


def _bare_first(text: str, found: list[When]) -> int:
    """Where the labels begin, after a moment without one: "July 19, 10:56 am | Updated ..."."""
    if "|" not in text:
        return 0
    when = match_when(text, 0, lead=False)
    bar = _BAR.match(text, when.end)
    if when.day is None or when.clock is None or when.span or bar is None:
        return 0
    found.append(when)
    return bar.end()


def _dated(text: str, at: int) -> tuple[When, int] | None:
    """The moment after a stamp's label and where it ends; "8 hours ago" names none."""
    when = match_when(text, at)
    if when.named and (when.clock is not None or when.day is not None):
        zone = _ZONED.match(text, when.end) if when.clock is not None else None
        zoned = zone is not None and zone[0].strip() and END.match(text, zone.end())
        return when, zone.end() if zone and zoned else when.end
    ago = _AGO.match(text, at)
    return (When(at, at), ago.end()) if ago else None


def _only_moment(text: str) -> When | None:
    """The moment that a folded line is, if it is nothing else, and not just any number."""
    if len(text) > _MOMENT_LONGEST or not _CLOCK_OR_DAY.search(text):
        return None
    when = match_when(text, 0)
    if when.span or not when.named or END.match(text, when.end) is None:
        return None
    clock, day = when.clock, when.day
    sure_clock = clock is not None and (clock.half is not None or clock.zone is not None)
    sure_day = day is not None and (day.year is not None or "/" not in text)
    return when if sure_clock or sure_day else None
