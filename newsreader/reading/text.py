"""The blocks of a plain text: which of its characters form a paragraph, a quotation, an item.

The block rules are CommonMark's (markdown-it), as far as they mean something in a plain text:
paragraphs, rules, quotations, ATX headings, lists. No code from indentation, no HTML, no
underlined headings, no tables, no reference definitions, no emphasis.

What must stay true: the text is never rewritten; markdown-it sees a copy cut to
:data:`_SEEN` characters a line and only says which *lines* belong together, the offsets are
counted here. Every block is tight. Time is linear: markdown-it gets one stretch between blank
lines at a time, only if a line of it begins like structure, and never one that nests deeply.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreader.language.calendar import german_months
from newsreader.model.article import Block, BlockKind, Span
from newsreader.model.spans import lines, tight
from newsreader.reading.limits import MAX_NESTING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SEEN = 120  # characters of a line that its structure can depend on
_WRAP = 110  # nobody wraps lines by hand beyond this: such a line is a paragraph

_RULE_MARKS = frozenset("*_-–—=~#•·●◆■")
_RULE_BEGINS = _RULE_MARKS | {"⁂"}
_BULLETS = str.maketrans("•▪●‣◦", "-----")
_STRUCTURE = re.compile(
    r"[ \t]*(?:>|#{1,6}(?:[ \t]|$)|[-+*•▪●‣◦](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))"
)
_DEEP = re.compile(
    rf"(?:[ \t]*+(?:>|[-+*•▪●‣◦](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))){{{MAX_NESTING + 1}}}"
)
_FLAT = re.compile(  # an item from the margin that holds words, no structure of its own
    r"(?:[-+*•▪●‣◦]|\d{1,9}[.)]) (?![ \t>#+*•▪●‣◦-]|\d{1,9}[.)])\S"
)
_DAY = re.compile(r"[ \t]*\d{1,2}\.[ \t]+(" + "|".join(german_months()) + r")\b", re.IGNORECASE)
_QUOTE_MARKS = re.compile(r"[ \t>]*+")
_HEADING_MARKS = re.compile(r"[ \t>]*+(?:[-+*•▪●‣◦][ \t]++)*#{1,6}[ \t]*+")
_FINAL = frozenset(".!?…:;\"”’'»)]")
_TIME = re.compile(r"\d{1,2}[.:h]\d{2}\b")


def is_rule(line: str) -> bool:
    """Whether a line is only a separator: ``* * *``, ``___``, ``• • •``, a row of dashes."""
    if len(line) > 400 or line.lstrip()[:1] not in _RULE_BEGINS:
        return False
    marks = "".join(line.split())
    if not marks or not _RULE_MARKS.issuperset(marks):
        return marks == "⁂"
    return len(marks) >= 3 or marks in {"--", "——"}


def blocks(text: str, start: int = 0, end: int | None = None) -> list[Block]:
    """The blocks of ``text[start:end]``, in order, tight, not overlapping.

    Args:
        text: a canonical text.
        start: where to begin, at the beginning of a line or inside one.
        end: where to stop; None for the end of the text.
    """
    found: list[Block] = []
    stretch: list[Span] = []
    for line in lines(text, start, end):
        words = text[line[0] : line[1]]
        blank = not words or words.isspace()
        separator = not blank and is_rule(words)
        if not separator and not blank:
            stretch.append(line)
            continue
        if stretch:
            found += _stretch(text, stretch)
            stretch = []
        if separator:
            found.append(Block(*tight(text, *line), BlockKind.RULE))
    return found + _stretch(text, stretch) if stretch else found


def _stretch(text: str, stretch: list[Span]) -> list[Block]:
    """The blocks of the lines between two blank lines or rules."""
    if any(_STRUCTURE.match(text, *line) for line in stretch):
        seen = [text[a : min(b, a + _SEEN)] for a, b in stretch]
        if not any(_DEEP.match(line) for line in seen):
            return _structured(text, stretch, seen)
    return _paragraphs(text, stretch)


# -- paragraphs ------------------------------------------------------------------------------


def _paragraphs(text: str, stretch: list[Span]) -> list[Block]:
    """Lines without structure: one paragraph, or several that only a line end separates."""
    if len(stretch) == 1:
        return [Block(*tight(text, *stretch[0]), BlockKind.PARAGRAPH)]
    width = max(b - a for a, b in stretch)
    found: list[Block] = []
    first = 0
    for i in range(1, len(stretch) + 1):
        if i == len(stretch) or _separate(text, stretch[i - 1], stretch[i], width):
            span = tight(text, stretch[first][0], stretch[i - 1][1])
            found.append(Block(*span, BlockKind.PARAGRAPH))
            first = i
    return found


def _separate(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the line end between two lines ends a paragraph, or only wraps one.

    A wrapped line is followed by a word that no longer fitted. A line end ends a paragraph where
    the first line is longer than anybody wraps; where the second is indented and the first is
    not; and where a word would have fitted and the first line is complete (ends like a sentence)
    or far too short (a heading, a time alone on its line).
    """
    a, b = tight(text, *line)
    c, _ = tight(text, *after)
    if line[1] - line[0] > _WRAP:
        return True
    if c - after[0] >= 2 + (a - line[0]) or (text[after[0]] == "\t" and text[line[0]] != "\t"):
        return True
    if text[c].islower():
        return False
    word = text.find(" ", c, c + 40)
    fits = (line[1] - line[0]) + 1 + ((word if word > 0 else min(c + 40, after[1])) - c) <= width
    final = text[b - 1] in _FINAL
    return (fits and (final or (width >= 60 and (b - a) * 5 < width * 2))) or (
        final and _TIME.match(text, c) is not None
    )


# -- what markdown-it knows of lines ---------------------------------------------------------


@cache
def _parser() -> MarkdownIt:
    """markdown-it with the rules that a plain text means; imported when first needed."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  (start-up: most texts never need it)

    parser = MarkdownIt("zero", {"maxNesting": 100})
    parser.enable(["blockquote", "list", "heading", "paragraph"])
    parser.core.ruler.enableOnly(["block"])
    return parser


def _structured(text: str, stretch: list[Span], seen: list[str]) -> list[Block]:
    """The blocks of a stretch with quotations, headings or items.

    A flat item ends whatever was open (with a number, only an item like it), so what stands
    before it is parsed apart; one that the next one follows at once is a block as it is, and
    markdown-it never sees the long list.
    """
    flat = _flat(seen)
    found: list[Block] = []
    first = 0
    for i in range(len(stretch)):
        if flat[i] and (i + 1 == len(stretch) or flat[i + 1]):
            found += _parsed(text, stretch[first:i], seen[first:i])
            found.append(Block(*tight(text, *stretch[i]), BlockKind.LIST_ITEM, 1))
            first = i + 1
    return found + _parsed(text, stretch[first:], seen[first:])


def _flat(seen: list[str]) -> list[bool]:
    """Which lines are flat items that surely begin one."""
    flat: list[bool] = []
    for line in seen:
        numbered = line[0].isdigit()
        sure = not numbered or ((not flat or flat[-1]) and not _DAY.match(line))
        flat.append(sure and _FLAT.match(line) is not None)
    return flat


def _parsed(text: str, stretch: list[Span], seen: list[str]) -> list[Block]:
    """The blocks of lines in which markdown-it finds quotations, headings or items."""
    if not stretch:
        return []
    found: list[Block] = []
    kinds: list[str] = []  # the containers that are open, "item" or "quote"
    new_item = False  # the next block begins with its bullet or number
    for token in _parser().parse("\n".join(_folded(line) for line in seen)):
        if token.type in {"list_item_open", "blockquote_open"}:
            new_item = new_item or token.type == "list_item_open"
            kinds.append("item" if token.type == "list_item_open" else "quote")
        elif token.type in {"list_item_close", "blockquote_close"}:
            kinds.pop()
            new_item = new_item and bool(kinds)
        elif token.type in {"paragraph_open", "heading_open"} and token.map is not None:
            own = stretch[token.map[0] : token.map[1]]
            if token.type == "heading_open":
                found += _heading(text, own[0], int(token.tag[1:]))
            elif kinds:
                found += _contained(text, own, kinds, new_item=new_item)
            else:
                found += _paragraphs(text, own)
            new_item = False
    return found


def _folded(line: str) -> str:
    """``line`` as markdown-it should see it: all bullets alike, no date taken for a number."""
    if _DAY.match(line):
        return "x" + line
    bare = line.lstrip(" \t")
    # Deep indentation would nest more deeply than markdown-it follows.
    return " " * min(len(line) - len(bare), 40) + bare.translate(_BULLETS)


def _heading(text: str, line: Span, level: int) -> list[Block]:
    """A heading without its hashes."""
    marks = _HEADING_MARKS.match(text, *line)
    start = marks.end() if marks else line[0]
    words = text[start : line[1]].rstrip()
    bare = words.rstrip("#")
    words = bare if bare.endswith((" ", "\t")) else words
    span = tight(text, start, start + len(words))
    return [Block(*span, BlockKind.HEADING, level)] if span[0] < span[1] else []


def _contained(text: str, own: list[Span], kinds: list[str], *, new_item: bool) -> list[Block]:
    """A paragraph in quotations and lists; a new item begins with its bullet or number."""
    marks = _QUOTE_MARKS.match(text, *own[0])
    begin = marks.end() if marks else own[0][0]
    kind, level = BlockKind.QUOTATION, len(kinds)
    if "item" in kinds:
        kind, level = BlockKind.LIST_ITEM, kinds.count("item")
        begin = own[0][0] if new_item and kinds[0] == "item" else begin
    said = _marked(text, own) if kind is BlockKind.QUOTATION else len(own)
    span = tight(text, begin, own[said - 1][1])
    after = _paragraphs(text, own[said:]) if said < len(own) else []
    return ([Block(*span, kind, level)] if span[0] < span[1] else []) + after


def _marked(text: str, own: list[Span]) -> int:
    """How many of a quotation's lines are its own: one without a mark that begins anew is not.

    CommonMark lets a quotation go on in lines without marks, as mail does where it wraps; a page
    that puts ``>> Send us your pictures`` above its entries means that one line.
    """
    width = max(b - a for a, b in own)
    for number in range(1, len(own)):
        marks = _QUOTE_MARKS.match(text, *own[number])
        if marks and ">" not in marks[0] and _separate(text, own[number - 1], own[number], width):
            return number
    return len(own)
