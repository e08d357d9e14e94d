"""What the commands print for people: stories, and articles cut into statements."""

from __future__ import annotations

import textwrap
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from newsreader.library import OpenedStory
from newsreader.model.article import Article
from newsreader.model.event import LETTER, AnchorState, Tag
from newsreader.model.statement import Analysis, Attribution, Note, Statement, Update
from newsreader.model.story import Story

WIDTH = 78

AGAINST = {
    "gap": "summer time skips this hour",
    "fold": "summer time shows this hour twice; the first is taken",
    "weekday": "the weekday is not that of the date; the date is taken",
    "out-of-order": "stands against the order of the page; kept as written",
}
"""What speaks against a time as written, by its flag among those of ``Update.assumed``."""


def story_line(story: Story) -> str:
    """One row of the list: number, progress, title, source."""
    progress = story.progress
    state = f"C{progress.confirmed} S{progress.speculative} O{progress.opinion}"
    left = f" · {story.left_behind} left behind" if story.left_behind else ""
    left += f" · {story.stale} stale" if story.stale else ""
    left += f" · {_waiting(story)}" if story.waiting else ""
    left += " · deleted" if story.removed is not None else ""
    return (
        f"{story.id:>4}  {story.title} · r{story.revisions} · "
        f"{progress.tagged}/{story.statements} {state}{left} · {story.source}"
    )


def _waiting(story: Story) -> str:
    """What came since the editor looked."""
    newer = story.revisions - story.looked
    told = _counted(newer, "newer revision")
    return f"{told}: {story.news} new or changed" if story.news else told


def split_lines(analysis: Analysis) -> Iterator[str]:
    """An article as the program sees it, to be checked by eye against the original."""
    article, split = analysis.article, analysis.split
    yield from _head(article, f"{split.order.value} · {article.source}")
    sourced = sum(1 for each in analysis.attributions if each)
    counts = (
        _counted(len(split.updates), "section"),
        _counted(len(split.statements), "statement"),
        f"{sourced} with a source",
        _counted(len(split.notes), "note"),
    )
    yield f"  {' · '.join(counts)}"
    for warning in article.warnings:
        yield f"  ! {warning}"
    yield from _body(analysis, {}, split.notes)


def show_lines(opened: OpenedStory) -> Iterator[str]:
    """A story with the tags of all editors."""
    analysis, book = opened.analysis, opened.book
    head = f"revision {opened.revision.n} of {len(opened.revisions)} · {opened.story.uri}"
    yield from _head(analysis.article, head)
    tags = {each.n: book.tags(each.n) for each in analysis.split.statements}
    yield from _body(analysis, tags, list(_notes_alone(analysis)))
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


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _body(
    analysis: Analysis, tags: dict[int, tuple[Tag, ...]], notes: Sequence[Note] = ()
) -> Iterator[str]:
    """Sections, notes and statements in the order of the text."""
    rows: list[tuple[int, int, list[str]]] = []
    count = len(analysis.split.updates)
    for index, update in enumerate(analysis.split.updates, start=1):
        rows.append((update.start, 0, list(_update_lines(update, index, count))))
    rows.extend((note.start, 1, _note_lines(analysis, note)) for note in notes)
    for statement in analysis.split.statements:
        lines = list(_statement_lines(analysis, statement, tags.get(statement.n, ())))
        rows.append((statement.start, 2, lines))
    for _, _, lines in sorted(rows, key=lambda row: row[:2]):
        yield from lines


def _notes_alone(analysis: Analysis) -> Iterator[Note]:
    """The notes that no statement shows: what a source says of the article, not in it."""
    starts = [statement.start for statement in analysis.split.statements]
    for note in analysis.split.notes:
        if not starts[bisect_left(starts, note.start) : bisect_left(starts, note.end)]:
            yield note


def _note_lines(analysis: Analysis, note: Note) -> list[str]:
    """A note as it stands in the text; its statements follow, a stamp has none."""
    words = " ".join(analysis.article.text[note.start : note.end].split())
    return _wrapped(words, f"{'':9}[{note.kind.value}] ", f"{'':11}")


def _update_lines(update: Update, index: int, count: int) -> Iterator[str]:
    """A section's heading: which of how many, when, its marker; what was assumed of its time."""
    yield ""
    yield f"  == {update_words(update)} · {index} of {count}"
    guessed = [flag for flag in update.assumed if flag not in AGAINST]
    if guessed:
        yield f"{'':9}assumed: {', '.join(guessed)}"
    for flag in update.assumed:
        if flag in AGAINST:
            yield f"{'':9}! {AGAINST[flag]}"


def update_words(update: Update) -> str:
    """What an update is, its time and its marker."""
    number = f" {update.number}" if update.number is not None else ""
    clock = _clock(update.time) if update.time else "time unknown"
    zone = f" {update.zone}" if update.zone else " zone unknown" if update.time else ""
    if update.time is None and update.zone:
        clock, zone = "day unknown", f", clock of {update.zone}"
    marker = f" · {update.marker}" if update.marker else ""
    return f"{update.kind.value}{number} · {clock}{zone}{marker}"


def _clock(time: datetime) -> str:
    """The clock on the wall, and that of UTC where it is another."""
    wall = time.isoformat(" ", "minutes")
    return f"{wall} ({time.astimezone(UTC):%H:%M}Z)" if time.utcoffset() else wall


def _statement_lines(
    analysis: Analysis, statement: Statement, tags: Sequence[Tag]
) -> Iterator[str]:
    marks = "".join(_mark(tag) for tag in tags)
    head = f"{statement.n:>5} {marks or '·':2} "
    text = " ".join(analysis.words(statement).split())
    yield from _wrapped(text, head, " " * len(head))
    for attribution in analysis.attributions[statement.n - 1]:
        yield f"{'':9}~ {_source_words(attribution)}"
    for tag in tags:
        yield from _wrapped(_tag_words(tag), f"{'':9}= ", f"{'':11}")
        if tag.state is AnchorState.STALE:
            told = _change_words(tag.exact, analysis.words(statement))
            yield from _wrapped(told, f"{'':9}! ", f"{'':11}")


def _mark(tag: Tag) -> str:
    """The letter of a label, ``!`` where the words changed under it."""
    if tag.state is AnchorState.STALE:
        return "!"
    return LETTER[tag.label] if tag.label else "-"


def _change_words(was: str, now: str) -> str:
    """What changed, on one line: ``number: At least [-6-] {+60+} people``."""
    from newsreader.revising.comparing import compare  # noqa: PLC0415  (seldom needed)

    told = compare(was, now)
    alarms = ", ".join(told.alarms) or "changed"
    return f"{alarms}: {' '.join(marked(told.diff).split())}"


def marked(diff: Iterable[tuple[str, str]]) -> str:
    """A word diff in brackets: what went in ``[-…-]``, what came in ``{+…+}``."""
    around = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    return "".join(f"{around[sign][0]}{text}{around[sign][1]}" for sign, text in diff)


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
    # textwrap's time grows with the square of a word's length, so no word is longer than a line
    room = WIDTH - max(len(first), len(rest))
    words = (word[at : at + room] for word in text.split() for at in range(0, len(word), room))
    return textwrap.wrap(
        " ".join(words), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first]
