"""Making an editor's act: the one place where a statement, its words and what is said of it meet.

The screens and the command line both come here, so that the rules of acts are the same for all.
"""

from __future__ import annotations

from newsreader.errors import UsageError
from newsreader.library import OpenedStory
from newsreader.model.event import Anchor, Draft, EventKind, Label, new_group


def act(  # noqa: PLR0913  -- what an act consists of, each by its name
    opened: OpenedStory,
    n: int,
    kind: EventKind,
    editor: str,
    *,
    label: Label | None = None,
    note: str | None = None,
    evidence: str | None = None,
    group: str | None = None,
) -> Draft:
    """What ``editor`` does to one statement, ready for :meth:`Library.record`.

    Args:
        opened: the story.
        n: number of the statement in the article shown.
        kind: tag, clear, note or evidence.
        editor: who acts.
        label: what is said of the statement; with a tag, and only then.
        note: with a tag or note; "" takes the note away.
        evidence: with a tag or evidence; "" takes it away.
        group: what the acts that are undone as one share; None where this one stands alone.

    Raises:
        UsageError: there is no such statement, or what is given does not belong to the act.
    """
    statements = opened.analysis.split.statements
    if not 1 <= n <= len(statements):
        raise UsageError(f"no statement {n}", f"there are {len(statements)}")
    _check(kind, label, note, evidence)
    statement = statements[n - 1]
    anchor = Anchor.of(
        opened.story.uri,
        opened.revision.hash,
        opened.analysis.article.text,
        statement.start,
        statement.end,
    )
    return Draft(
        kind,
        editor,
        opened.story.uri,
        anchor,
        label=label,
        note=note,
        evidence=evidence,
        group=group or new_group(),
    )


def _check(kind: EventKind, label: Label | None, note: str | None, evidence: str | None) -> None:
    """Refuse what does not belong together; clearing takes everything, so it leaves nothing."""
    if kind is EventKind.CLEAR and (note is not None or evidence is not None):
        raise UsageError("clear takes note and evidence away, it cannot leave any")
    if (kind is EventKind.TAG) != (label is not None):
        raise UsageError("a tag has a label, and nothing else has")
    if kind is EventKind.NOTE and (note is None or evidence is not None):
        raise UsageError("a note has a text, and nothing else")
    if kind is EventKind.EVIDENCE and (evidence is None or note is not None):
        raise UsageError("evidence has a text, and nothing else")
