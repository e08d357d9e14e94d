"""What the commands print for people: stories, and articles cut into statements."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import datetime

from newsreader.library import OpenedStory
from newsreader.model.article import Article
from newsreader.model.event import LETTER, Tag
from newsreader.model.statement import Analysis, Attribution, Statement, Update
from newsreader.model.story import Story

WIDTH = 78


def story_line(story: Story) -> str:
    """One row of the list: number, progress, title, source."""
    progress = story.progress
    state = f"C{progress.confirmed} S{progress.speculative} O{progress.opinion}"
    left = f" · {story.left_behind} left behind" if story.left_behind else ""
    left += " · deleted" if story.removed is not None else ""
    return (
        f"{story.id:>4}  {story.title} · r{story.revisions} · "
        f"{progress.tagged}/{story.statements} {state}{left} · {story.source}"
    )


def split_lines(analysis: Analysis) -> Iterator[str]:
    """An article as the program sees it, to be checked by eye against the original."""
    yield from _head(analysis.article, f"{analysis.split.order.value} · {analysis.article.source}")
    for warning in analysis.article.warnings:
        yield f"  ! {warning}"
    yield from _body(analysis, {})
    for note in analysis.split.notes:
        yield f"  {note.kind.value}: {analysis.article.text[note.start : note.end]}"


def show_lines(opened: OpenedStory) -> Iterator[str]:
    """A story with the tags of all editors."""
    analysis, book = opened.analysis, opened.book
    head = f"revision {opened.revision.n} of {len(opened.revisions)} · {opened.story.uri}"
    yield from _head(analysis.article, head)
    tags = {each.n: book.tags(each.n) for each in analysis.split.statements}
    yield from _body(analysis, tags)
    gone = book.gone()
    if gone:
        yield ""
        yield "  left behind: words that are no statement of this revision any more"
    for tag in gone:
        yield from _wrapped(f"{_tag_words(tag)}: {tag.exact}", "    ", "      ")


def _head(article: Article, rest: str) -> Iterator[str]:
    yield article.title or "(no title)"
    about = (article.byline, article.published, article.language, rest)
    yield "  " + " · ".join(each for each in about if each)


def _body(analysis: Analysis, tags: dict[int, tuple[Tag, ...]]) -> Iterator[str]:
    shown: int | None = None
    for statement in analysis.split.statements:
        if statement.update is not None and statement.update != shown:
            shown = statement.update
            yield ""
            yield _update_line(analysis.split.updates[shown])
        yield from _statement_lines(analysis, statement, tags.get(statement.n, ()))


def _update_line(update: Update) -> str:
    number = f" {update.number}" if update.number is not None else ""
    clock = _clock(update.time) if update.time else "time unknown"
    zone = f" {update.zone}" if update.zone else " zone unknown" if update.time else ""
    assumed = f" · assumed: {', '.join(update.assumed)}" if update.assumed else ""
    marker = f" · {update.marker}" if update.marker else ""
    return f"  == {update.kind.value}{number} · {clock}{zone}{assumed}{marker}"


def _clock(time: datetime) -> str:
    return time.isoformat(" ", "minutes")


def _statement_lines(
    analysis: Analysis, statement: Statement, tags: Sequence[Tag]
) -> Iterator[str]:
    marks = "".join(LETTER[tag.label] if tag.label else "-" for tag in tags)
    head = f"{statement.n:>5} {marks or '·':2} "
    text = " ".join(analysis.words(statement).split())
    yield from _wrapped(text, head, " " * len(head))
    for attribution in analysis.attributions[statement.n - 1]:
        yield f"{'':9}~ {_source_words(attribution)}"
    for tag in tags:
        yield from _wrapped(_tag_words(tag), f"{'':9}= ", f"{'':11}")


def _source_words(attribution: Attribution) -> str:
    """``origin ← relay · cue``, on one line."""
    origin = attribution.origin or "nobody named"
    chain = f"{origin} ← {attribution.relay}" if attribution.relay else origin
    return " ".join((f"{chain} · {attribution.cue}" if attribution.cue else chain).split())


def _tag_words(tag: Tag) -> str:
    parts = [tag.label.value if tag.label else "no label", tag.editor, tag.at]
    if tag.note:
        parts.append(f"note: {tag.note}")
    if tag.evidence:
        parts.append(f"evidence: {tag.evidence}")
    return " · ".join(parts)


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first]
