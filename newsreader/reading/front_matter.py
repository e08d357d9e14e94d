"""The ``key: value`` lines between ``---`` lines at the very top of a Markdown file.

No YAML: only flat fields are read, nothing is evaluated. What must stay true: a text that merely
begins with a rule is no front matter, so nothing of it disappears.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsreader.language.dates import match_date, moment

_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_OTHER = re.compile(r"[ \t]*(?:#|- |$)|[ \t]+\S")  # comments, list items, continued values
_TITLE = ("title", "headline")
_DATE = ("published", "date", "pubdate", "datepublished")
_BYLINE = ("byline", "author", "authors", "by")
_LANGUAGE = ("language", "lang")
_URI = ("uri", "url", "guid")
_KNOWN = frozenset((*_TITLE, *_DATE, *_BYLINE, *_LANGUAGE, *_URI))
_MOST = 200  # lines in which the front matter must end


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a Markdown file states about itself; ``end`` is where its body begins."""

    end: int = 0
    title: str | None = None
    published: str | None = None
    byline: str | None = None
    language: str | None = None
    uri: str | None = None
    warnings: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """The front matter of ``text`` (canonical); an empty one, ending at 0, if it has none."""
    fields: dict[str, str] = {}
    start = _next(text, 0)
    if text[:start].rstrip() != "---":
        return FrontMatter()
    for _ in range(_MOST):
        end = _next(text, start)
        line = text[start:end].rstrip()
        start = end
        if line in {"---", "..."}:
            return FrontMatter() if _KNOWN.isdisjoint(fields) else _filled(fields, end)
        found = _FIELD.match(line) if len(line) < 2000 else None
        if found:
            fields.setdefault(found[1].lower(), _unquoted(found[2] or ""))
        elif not fields or not _OTHER.match(line):
            break
    return FrontMatter()


def _next(text: str, start: int) -> int:
    """Where the line after the one at ``start`` begins."""
    cut = text.find("\n", start)
    return len(text) if cut < 0 else cut + 1


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if quoted else value


def _filled(fields: dict[str, str], end: int) -> FrontMatter:
    """The fields under all the names that they go by."""

    def first(names: tuple[str, ...]) -> str | None:
        return next((fields[name] for name in names if fields.get(name)), None)

    stated = first(_DATE)
    published = None if stated is None else _moment(stated)
    wrong = stated is not None and published is None
    byline = first(_BYLINE)
    return FrontMatter(
        end=end,
        title=first(_TITLE),
        published=published,
        byline=byline[3:].strip() if byline and byline[:3].lower() == "by " else byline,
        language=first(_LANGUAGE),
        uri=first(_URI),
        warnings=(f"the date {stated!r} of the front matter is not understood",) if wrong else (),
    )


def _moment(value: str) -> str | None:
    dated = match_date(value)
    return moment(value) or (dated[0] if dated else None)
