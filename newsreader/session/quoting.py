"""Statements as they are handed on: their words, who says so, the update's time, the story; pure.

Made to be pasted elsewhere, so what is copied can stand alone: nobody must guess when it was
published, who said it, or what the desk made of it. Nothing in it can act where it is pasted: it
is text without control codes, and in Markdown no character of the news means anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from itertools import groupby

from newsreader.library import OpenedStory
from newsreader.model.event import Tag
from newsreader.model.statement import Attribution, Update
from newsreader.visible import visible

_MARKS = re.compile(r"([\\`*_\[\]<>~|&!#])")
_OPENS = re.compile(r"(?:[-+=]|\d{1,9}[.)])")
_PUBLIC = re.compile(r"https?://[!-~]+")


def as_text(opened: OpenedStory, numbers: Sequence[int]) -> str:
    """Statements with all that is known of where they come from, as plain text.

    Args:
        opened: the story.
        numbers: of the statements, rising.
    """
    parts: list[str] = []
    for update, section in _sections(opened, numbers):
        parts += ["\n".join(filter(None, (words, said))) for words, said in section]
        parts += [update] if update else []
    parts.append("\n".join(filter(None, (_flat(opened.story.title), _origin(opened)))))
    return visible("\n\n".join(parts))


def as_markdown(opened: OpenedStory, numbers: Sequence[int]) -> str:
    """The same as Markdown: each statement a quotation, the story a link where it has an address.

    Args:
        opened: the story.
        numbers: of the statements, rising.
    """
    parts: list[str] = []
    for update, section in _sections(opened, numbers):
        for words, said in section:
            quoted = f"> {_literal(words)}"
            parts.append(f"{quoted}\n>\n> {_literal(said)}" if said else quoted)
        parts += [_literal(update)] if update else []
    title, origin = _literal(_flat(opened.story.title)), _origin(opened)
    if _PUBLIC.fullmatch(origin):
        parts.append(f"[{title}](<{origin.replace('<', '%3C').replace('>', '%3E')}>)")
    else:
        parts.append(f"**{title}**" + (f", {_literal(origin)}" if origin else ""))
    return visible("\n\n".join(parts))


def _sections(
    opened: OpenedStory, numbers: Sequence[int]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each update's line, and of its statements the words and what is said of them."""
    analysis = opened.analysis
    statements = [analysis.split.statements[n - 1] for n in numbers]
    for at, section in groupby(statements, key=lambda each: each.update):
        update = analysis.split.updates[at] if at is not None else None
        when = update_line(update) if update is not None else analysis.article.published or ""
        yield (
            when,
            [(_flat(analysis.words(each)), _said(opened, each.n)) for each in section],
        )


def _said(opened: OpenedStory, n: int) -> str:
    """``— the dockers' union ← Reuters, paraphrased · speculative (ana)``; "" when nothing is."""
    who = "; ".join(_source(each) for each in opened.analysis.attributions[n - 1])
    labels = ", ".join(_labels(opened.book.tags(n)))
    said = " · ".join(part for part in (who, labels) if part)
    return f"— {said}" if said else ""


def _source(attribution: Attribution) -> str:
    names = " ← ".join(_flat(name) for name in (attribution.origin, attribution.relay) if name)
    return f"{names or 'somebody'}, {'quoted' if attribution.quoted else 'paraphrased'}"


def _labels(tags: Iterable[Tag]) -> Iterator[str]:
    return (f"{tag.label.value} ({_flat(tag.editor)})" for tag in tags if tag.label and tag.stands)


def update_line(update: Update) -> str:
    """An update's marker as written and the time it means, with what was assumed.

    ``UPDATE 2: 5:40 p.m. ET (2022-01-05 17:40-05:00, 22:40Z)``
    """
    name = _flat(update.marker or "") or update.kind.value
    time = update.time
    if time is None:
        return f"{name} (time unknown)" if update.marker else name
    told = f"{time:%Y-%m-%d %H:%M}"
    if time.tzinfo is None:
        told += ", zone unknown"
    else:
        offset = f"{time:%z}"
        told += f"{offset[:3]}:{offset[3:5]}, {time.astimezone(UTC):%H:%M}Z"
    assumed = f"; assumed: {', '.join(update.assumed)}" if update.assumed else ""
    return f"{name} ({told}{assumed})"


def _origin(opened: OpenedStory) -> str:
    """The story's address where it has a public one, else what it was read from."""
    return opened.story.uri if _PUBLIC.fullmatch(opened.story.uri) else opened.story.source


def _flat(text: str) -> str:
    return " ".join(text.split())


def _literal(text: str) -> str:
    """``text`` on one line of Markdown that shows it as it is."""
    escaped = _MARKS.sub(r"\\\1", text)
    opens = _OPENS.match(escaped)
    if opens is None:
        return escaped
    return f"{opens[0][:-1]}\\{escaped[opens.end() - 1 :]}"
