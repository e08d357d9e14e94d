"""What pages show between the title and the story: who wrote it, when, in which section.

Many pages state byline and date nowhere else. None of it is a statement.

What must stay true: only what stands above the first running text is looked at; no words change.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsreader.language.dates import match_date, moment
from newsreader.language.stated_dates import stated_moment
from newsreader.model.article import Article, Block, BlockKind
from newsreader.reading.head_lines import byline as read_byline
from newsreader.reading.head_lines import fold, is_chrome, stamp
from newsreader.reading.html.markup import words
from newsreader.reading.stated import alike, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|author-?name|writer|autore?s?|autoren|auteur)(?=$|[\s_-])",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|story-?date|time-?stamp|posted(?:-on)?|published|pub-?date|datum|fecha)(?=$|[\s_-])",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:by|von|par|por|di|av|door|text|written by|posted by|story by)[:\s]\s*", re.IGNORECASE
)
_AND = re.compile(r"\b(?:and|und|et|y|e|i|og|och|en)\b|&|,")
_WORD = re.compile(r"\w+")
_ROLE = re.compile(r"\d|[|•·]|\s[–—-]\s|,\s")
_AGO = re.compile(
    r"(?:^|[•·|]\s{0,3})\d{1,2}\s?(?:m|h|d|min|mins|hrs?|hours?|days?)(?:\sago)?$", re.IGNORECASE
)
_NAMES = 8  # words of a byline at most
_MORE = 25  # letters beside the names in a line with the byline
_LONGEST = 120  # code points of a line above the story
_RUNNING = 120  # code points of the first running text
_LINE = 60  # code points of a line that is only a byline or a date
_INNER = 3  # elements that such a line may hold
_ELEMENTS = 300  # after the title that are looked at
_BLOCKS = 10  # after the title that are looked at


class Top(NamedTuple):
    """What stands above the story; None for what does not."""

    byline: str | None = None
    published: str | None = None


def find_top(root: Element, title: str | None) -> Top:
    """Byline and date that a page only shows, between its title and its first running text."""
    byline = published = None
    line = day = None  # as a line by itself, that nothing names as one
    for element in _above(root, title):
        names = (element.get("class") or "")[:300]
        if byline is None and (element.get("rel") == "author" or _AUTHOR.search(names)):
            byline = _name(_authors(element))
        said = words(element, _LINE + 1) if len(element) <= _INNER else ""
        if 0 < len(said) <= _LINE:
            line = line or (_name(said) if _BY.match(said) and read_byline(said) else None)
            day = day or moment(said)
        if published is None and (element.tag == "time" or _DATED.search(names)):
            published = stated_moment(element.get("datetime") or "") or _date(
                words(element, _LONGEST)
            )
    return Top(byline or line, published or day)


def _authors(element: Element) -> str:
    """The names in a byline: those that are marked as such, if all are, else all its words."""
    said = rest = words(element, _LONGEST + 1)
    marked = [words(each, _LONGEST) for each in element.iter("a") if each.get("rel") == "author"]
    for name in marked:
        rest = rest.replace(name, "", 1)
    more = len(marked) < 2 and _AND.search(rest) is not None
    return said if more or not marked else ", ".join(dict.fromkeys(marked))


def _date(said: str) -> str | None:
    """The date in some words, with its time if the words are only that."""
    dates = (match_date(said, word.start()) for word in _WORD.finditer(said))
    day = next((found[0] for found in dates if found), None)
    return moment(said) or stamp(said) or day


def _above(root: Element, title: str | None) -> Iterator[Element]:
    """The elements between the page's title and its first running text."""
    below = root.iter()
    for element in below:
        if element.tag == "h1" and (not title or alike(words(element), title)):
            break
    for element in islice(below, _ELEMENTS):
        if element.tag == "p" and len(words(element, _RUNNING + 1)) > _RUNNING:
            return
        if isinstance(element.tag, str):
            yield element


def _name(said: str) -> str | None:
    """The names in a byline as shown, None if it holds something else."""
    label = _BY.match(said)
    said = _ROLE.split(said[label.end() :] if label else said, maxsplit=1)[0].strip()
    parts = said.split()
    proper = any(part[0].isupper() for part in parts)
    if not 2 <= len(parts) <= _NAMES or not proper or any(sign.isdigit() for sign in said):
        return None
    return None if said.endswith((".", "?", "!", ":")) and len(parts[-1]) > 3 else said


def with_top(article: Article, top: Top) -> Article:
    """The article, what stands above its story told as what it is."""
    byline = article.byline or top.byline
    first = article.sections[0].start if article.sections else len(article.text)
    blocks = list(article.blocks)
    for at, block in enumerate(blocks[: _BLOCKS + 1]):
        words_ = fold(article.text[block.start : min(block.end, block.start + _LONGEST + 1)])
        if block.start >= first or len(words_) > _LONGEST:
            break
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            blocks[at] = _told(block, words_, byline)
    return article._replace(blocks=tuple(blocks), byline=byline)


def _told(block: Block, said: str, byline: str | None) -> Block:
    """A block above the story, as what it is."""
    label = _BY.match(said)
    known = key(said[label.end() :] if label else said)
    if byline and known and (known in key(byline) or _with_more(known, key(byline))):
        return block._replace(kind=BlockKind.BYLINE, level=0)
    if _AGO.search(said) or is_chrome(said):
        return block._replace(kind=BlockKind.NOTE, level=0)
    return block


def _with_more(said: str, byline: str) -> bool:
    """Whether a line is the byline with a little more: a role, the number of comments."""
    return said.startswith(byline) and len(said) <= len(byline) + _MORE
