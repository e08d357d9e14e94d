"""The heads of wire text: slug, headline, byline and notes among the lines before the story.

Bulletins after ANPA 1312 mark each line of the head with ``^`` and end it with ``<`` or ``=``;
IPTC 7901 has the slug before the text and ends the head with ``=``; teleprinter services put one
sign before each field, or none. What a line is, is told by its words.

What must stay true: a line that is nothing else is the headline, the first such line only; no
line of the head is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from newsreader.model.note import NoteKind
from newsreader.reading.head_lines import byline, is_headline, is_slug
from newsreader.reading.wire.item import Item, note_kind

_CARET = re.compile(r"[ \t]*\^")
_CARET_END = re.compile(r"[<=]\s*$")
_WRAPPED = 5  # lines over which one marked line of a head may go
_SLUG = re.compile(
    r"(?:[A-Z]{2}-)?[A-Z]{2,4}--\S|(?:AM|PM|BC|AP)-\S"
    r"|[^\n]{2,80},\s?\d{2,5}$"
    r"|[^\n]{2,80}\b\d{1,2}(?:st|nd|rd|th)\s(?:ld|lead|add|take)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[\[(]?(?:eds?\s?[:.]|editors?\s?[:_–-]|editor['’]?s['’]? note|note to (?:editors|readers)"
    r"|hfr\b|attn\b|attention (?:editors|subscribers)|for release\b"
    r"|embargo(?:ed)?\s?(?::|until|for|till)"
    r"|(?-i:(?:[A-Z]{2,6} )+(?:Exclusive )?(?:Photo|Video|Graphic|Audio)s?)\b"
    r"|photos?\s?(?::|[A-Z]{2,4}\d)"
    r"|with (?:ap|bc-|photo)"
    r"|(?:adds|corrects|updates|recasts|restores|removes|clarifies|includes)\b[^\n]{0,120}?"
    r"(?:[:.]|\b(?:quotes?|details?|grafs?|para(?:graph)?s?|background|bylines?|le(?:a|e)?de?|photos?"
    r"|headline|throughout|comments?|reaction))"
    r"|(?:mandatory )?kill(?:ed)?(?:\s?[:–-]|$)|advisory\s?[:–-]|corrections?\s?[:–(-]"
    r"|(?:berichtigung|korrektur|wiederholung|achtung)(?:\s?[:–(-]|$| redaktion))",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:By|Von|Par|Por) (?:our |unserem |dpa|ap|afp|reuters|staff)\b[^.!?]{0,80}$", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(\[].*[)\]]$")
_CALLED = re.compile(
    r"(?:refile|urgent|bulletin|flash|alert|advisory|extra|newsalert|eil(?:meldung)?|blitz"
    r"|(?:(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|new)\s)?(?:lead|ld|roundup|write-?thru|take"
    r"|add|update|wrapup)(?:\s\d{1,2})?|\d{1,2}\.\s?(?:zusammenfassung|meldung|fortschreibung))"
    r"\W{0,3}$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?P<sign>[%#$:*~@^=&+!])(?P<said>\S[^\n]*)$")
_TITLE_SIGNS = "^$:#"
_CODES = re.compile(r"(?=[^ ]*[A-Z_]\d|.* [A-Z_]+\d|[^ ]*_)[A-Z0-9 _/.,*-]{2,60}$")
_CODE_LINES = 4
_HEAD_LINES = 8  # lines that a head without marks may have
_AFTER_BYLINE = 60  # code points of a line such as "Associated Press" below a byline


class Role(Enum):
    """What a line of a head is."""

    SLUG = auto()
    NOTE = auto()
    BYLINE = auto()
    WORDS = auto()


def read_caret_head(lines: list[str], item: Item) -> int:
    """Fill in what the marked lines before the story say.

    Args:
        lines: the lines of a message's text.
        item: where to.

    Returns:
        The index of the line with which the story begins.
    """
    at, said = 0, []
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        if not _CARET.match(lines[at]):
            break
        words, ends, at = _caret_line(lines, at)
        said.append((words, ends))
    for number, (words, ends) in enumerate(said):
        _assign(item, words, first=number == 0, signed=ends == "=")
    return at


def is_caret(line: str) -> bool:
    """Whether a line is marked as one of the head."""
    return _CARET.match(line) is not None


def uncaret(line: str) -> str:
    """A line of a story without the marks of the typesetter."""
    return line.strip().lstrip("^").rstrip("<=").strip() if _CARET.match(line) else line


def read_plain_head(lines: list[str], item: Item) -> int:
    """As :func:`read_caret_head` for a head whose lines are not marked.

    It ends with a line that ends in ``=``, or with a blank line after a line that reads like a
    headline; where there is neither, there is no head.
    """
    end = _head_end(lines)
    said = [line.strip().rstrip("=").strip() for line in lines[:end]]
    for words in _joined([each for each in said if each]):
        _assign(item, words, first=False, signed=False)
    return end


def read_fields(lines: list[str], item: Item) -> int:
    """As :func:`read_caret_head` for a head with one sign before each field."""
    fields: list[tuple[str, str]] = []
    for line in lines:
        found = _FIELD.match(line.strip())
        if found is None:
            break
        fields.append((found["sign"], found["said"].strip()))
    titles = [
        said for sign in _TITLE_SIGNS for own, said in fields
        if own == sign and " " in said and is_headline(said)
    ]  # fmt: skip
    item.title = titles[0] if titles else None
    slug = [said for _, said in fields if said != item.title and re.search(r"[a-z]{3}", said)]
    item.slug = " / ".join(dict.fromkeys(slug)) or None
    return len(fields)


def read_codes(lines: list[str], item: Item) -> int:
    """As :func:`read_caret_head` for the routing codes that a head may begin with."""
    codes: list[str] = []
    for line in lines[:_CODE_LINES]:
        if not _CODES.match(line.strip()) or _role(line.strip()) is not Role.WORDS:
            break
        codes.append(line.strip())
    item.slug = " / ".join(codes) or None
    return len(codes)


def _caret_line(lines: list[str], at: int) -> tuple[str, str, int]:
    """One marked line, over as many lines as it goes: its words, how it ends, the next index."""
    parts = [lines[at].strip().lstrip("^")]
    at += 1
    while not _CARET_END.search(parts[-1]) and len(parts) < _WRAPPED and at < len(lines):
        after = lines[at]
        if not after.strip() or after[0] in "\t ^":
            break
        parts.append(after.strip())
        at += 1
    words = " ".join(parts)
    ends = _CARET_END.search(words)
    return words.rstrip("<= \t"), ends[0][0] if ends else "", at


def _head_end(lines: list[str]) -> int:
    """The index after the last line of a head without marks; 0 where there is none."""
    begun = [number for number, line in enumerate(lines[:_HEAD_LINES]) if line.strip()]
    if not begun:
        return 0
    end = begun[0]
    while end < len(lines) and lines[end].strip() and end < begun[0] + _HEAD_LINES:
        if end > begun[0] and lines[end].startswith("   "):  # the story's first paragraph
            break
        end += 1
        if lines[end - 1].rstrip().endswith("="):
            return end
    said = [line.strip() for line in lines[begun[0] : end]]
    told = all(_role(words) is not Role.WORDS or is_headline(words) for words in said)
    return end if told else 0


def _joined(said: list[str]) -> Iterator[str]:
    """The lines of a head, a headline that goes over two of them as one."""
    held = ""
    for words in said:
        alone = _role(words) is not Role.WORDS
        if held and (alone or len(held) < 40):
            yield held
            held = ""
        if alone:
            yield words
        else:
            held = f"{held} {words}".strip()
    if held:
        yield held


def _assign(item: Item, words: str, *, first: bool, signed: bool) -> None:
    """Put one line of a head where it belongs."""
    if not words:
        return
    role = _role(words, first=first)
    if role is Role.SLUG and item.slug is None:
        item.slug = words
    elif role in {Role.SLUG, Role.NOTE}:
        item.note(words, note_kind(words, NoteKind.ADVISORY))
    elif role is Role.BYLINE or (item.bylines and (signed or len(words) < _AFTER_BYLINE)):
        item.bylines.append(words)
    elif item.title is None:
        item.title = words
    else:
        item.decks.append(words)


def _role(words: str, *, first: bool = False) -> Role:
    if first and _SLUG.match(words):
        return Role.SLUG
    if byline(words) is not None or _BY.match(words):
        return Role.BYLINE
    called = _CALLED.match(words) or is_slug(words)
    return Role.NOTE if called or _NOTE.match(words) or _BRACKETED.match(words) else Role.WORDS
