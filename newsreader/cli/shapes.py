"""The JSON that other programs rely on: model objects as plain dicts, by the contract.

Names and order of the keys are part of the contract (docs/commands.md): extended, never broken.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsreader.library import Added, OpenedStory
from newsreader.library.speaking import kind_of
from newsreader.model.event import AnchorState, Event, Tag
from newsreader.model.followed import NEVER, Followed, Trouble
from newsreader.model.statement import Analysis, Attribution, Note, Statement, Update
from newsreader.model.story import Revision, Story

Shape = dict[str, Any]


def json_line(shape: Mapping[str, Any]) -> str:
    """One line of JSON, ASCII only, so that no character can end the line or move a cursor."""
    return json.dumps(shape, ensure_ascii=True, allow_nan=False)


def split_shape(analysis: Analysis) -> Shape:
    """What the program sees in one article (``split --json``)."""
    article, split = analysis.article, analysis.split
    return {
        "source": article.source,
        "format": article.format,
        "uri": article.uri,
        "title": article.title,
        "title_span": article.title_span,
        "byline": article.byline,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "updates": [update_shape(update) for update in split.updates],
        "order": split.order.value,
        "statements": [statement_shape(analysis, each) for each in split.statements],
        "notes": [note_shape(article.text, note) for note in split.notes],
        "warnings": list(article.warnings),
    }


def update_shape(update: Update) -> Shape:
    """One section."""
    return {
        "start": update.start,
        "end": update.end,
        "kind": update.kind.value,
        "marker": update.marker,
        "number": update.number,
        "time": update.time.isoformat() if update.time else None,
        "zone": update.zone,
        "assumed": list(update.assumed),
        "headline": update.headline,
    }


def statement_shape(analysis: Analysis, statement: Statement) -> Shape:
    """One statement with who says it."""
    return {
        "n": statement.n,
        "start": statement.start,
        "end": statement.end,
        "update": statement.update,
        "kind": statement.kind.value,
        "text": analysis.words(statement),
        "attributions": [
            attribution_shape(each) for each in analysis.attributions[statement.n - 1]
        ],
    }


def attribution_shape(attribution: Attribution) -> Shape:
    """Who says a statement."""
    return {
        "origin": attribution.origin,
        "origin_span": attribution.origin_span,
        "relay": attribution.relay,
        "relay_span": attribution.relay_span,
        "cue": attribution.cue,
        "cue_span": attribution.cue_span,
        "content_span": attribution.content_span,
        "quoted": attribution.quoted,
        "named": attribution.named,
        "kind": kind_of(attribution.origin) if attribution.origin else None,
    }


def note_shape(text: str, note: Note) -> Shape:
    """What the article says about itself."""
    return {
        "kind": note.kind.value,
        "start": note.start,
        "end": note.end,
        "text": text[note.start : note.end],
    }


def story_shape(story: Story) -> Shape:
    """One row of ``list --json``."""
    progress = story.progress
    return {
        "story": story.id,
        "uri": story.uri,
        "title": story.title,
        "source": story.source,
        "published": story.published,
        "added_at": story.added_at,
        "changed_at": story.changed_at,
        "revision": story.revisions,
        "updates": story.updates,
        "statements": story.statements,
        "progress": {
            "confirmed": progress.confirmed,
            "speculative": progress.speculative,
            "opinion": progress.opinion,
            "open": progress.open,
        },
        "left_behind": story.left_behind,
        "stale": story.stale,
        "seen_revision": story.looked or None,
        "news": story.news,
        "removed": story.removed is not None,
    }


def added_shape(added: Added) -> Shape:
    """One line of ``add --json``."""
    shape: Shape = {
        "source": added.source,
        "status": added.status,
        "story": added.story,
        "revision": added.revision,
        "title": added.title,
        "statements": added.statements,
        "updates": added.updates,
        "carried": dict(added.carried),
    }
    if added.error is not None:
        shape["error"] = added.error
    return shape


def followed_shape(row: Followed, wrong: Sequence[Trouble]) -> Shape:
    """One line of ``follow --list --json``."""
    return {
        "source": row.source,
        "as": row.named or None,
        "format": row.format or None,
        "every": row.every,
        "since": row.since,
        "looked_at": row.looked_at or None,
        "due_at": None if row.due_at in {"", NEVER} else row.due_at,
        "failures": row.failures,
        "problems": [
            {"source": each.source, "problem": each.problem, "since": each.since} for each in wrong
        ],
    }


def show_shape(opened: OpenedStory) -> Shape:
    """One story with updates, statements and tags (``show --json``)."""
    analysis, numbers = opened.analysis, revision_numbers(opened.revisions)
    tags = {each.n: opened.book.tags(each.n) for each in analysis.split.statements}
    return {
        "story": opened.story.id,
        "uri": opened.story.uri,
        "title": analysis.article.title,
        "revision": opened.revision.n,
        "revisions": [
            {"n": each.n, "hash": each.hash, "read_at": each.read_at, "source": each.source}
            for each in opened.revisions
        ],
        "text": analysis.article.text,
        "order": analysis.split.order.value,
        "updates": [update_shape(update) for update in analysis.split.updates],
        "statements": [
            statement_shape(analysis, each)
            | {
                "tags": [
                    tag_shape(tag, numbers, analysis.words(each))
                    for tag in tags[each.n]
                    if tag.label is not None
                ],
                "remarks": [remark_shape(tag) for tag in tags[each.n] if tag.label is None],
            }
            for each in analysis.split.statements
        ],
        "gone": _gone_shapes(opened.book.gone(), numbers),
    }


def revision_numbers(revisions: Sequence[Revision]) -> Mapping[str, int]:
    """Which revision an article's hash stands for; the newest, where the text came back."""
    return {revision.hash: revision.n for revision in revisions}


def tag_shape(tag: Tag, numbers: Mapping[str, int], now: str | None = None) -> Shape:
    """One tag; with ``now``, the words that stand there, a stale one tells what changed."""
    shape: Shape = {
        "event": tag.event,
        "editor": tag.editor,
        "label": tag.label.value if tag.label else None,
        "at": tag.at,
        "note": tag.note,
        "evidence": tag.evidence,
        "state": tag.state.value,
        "on_revision": numbers.get(tag.article),
    }
    if tag.state is AnchorState.STALE and now is not None:
        from newsreader.revising.comparing import compare  # noqa: PLC0415  (seldom needed)

        told = compare(tag.exact, now)
        shape |= {"was": tag.exact, "diff": [list(piece) for piece in told.diff]}
        shape["alarms"] = [alarm.value for alarm in told.alarms]
    return shape


def remark_shape(tag: Tag) -> Shape:
    """A note or evidence that an editor left without a label."""
    return {
        "event": tag.event,
        "editor": tag.editor,
        "at": tag.at,
        "note": tag.note,
        "evidence": tag.evidence,
    }


def _gone_shapes(gone: Iterable[Tag], numbers: Mapping[str, int]) -> list[Shape]:
    """Tags whose words are no longer there, by those words and where they last stood."""
    groups: dict[tuple[str, int | None], list[Shape]] = {}
    for tag in gone:
        where = (tag.exact, tag.last_revision or numbers.get(tag.article))
        groups.setdefault(where, []).append(tag_shape(tag, numbers))
    return [
        {"text": text, "last_revision": last, "tags": tags} for (text, last), tags in groups.items()
    ]


def acknowledgement(event: Event, story: object, statement: int, label: str | None) -> Shape:
    """What is printed once a tag is on disk."""
    return {"event": event.id, "story": story, "statement": statement, "label": label}
