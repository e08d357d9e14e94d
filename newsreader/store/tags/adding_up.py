"""What one editor's acts on one statement add up to.

Pure. What was said of exactly the words that stand there decides; only as long as nothing was,
what was said of the words that they came from counts, and is *stale*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsreader.model.event import Act, AnchorState, Event, EventKind, Label, Place, Tag


def tag_of(
    editor: str, n: int | None, acts: Iterable[Act], places: Mapping[str, Place]
) -> Tag | None:
    """The tag of one editor on one statement.

    Args:
        editor: whose acts they are.
        n: the statement's number, None where it is gone.
        acts: in the order in which they were done; those undone do not count.
        places: where each event's words stand, by its id.
    """
    done = [act.event for act in acts if act.active]
    active = [each for each in done if each.kind is not EventKind.KEEP]
    kept = _kept(done, places)
    exact = [each for each in active if _counts(each, places) or each.id in kept]
    whole = _added_up(editor, n, active, places, kept)
    if len(exact) == len(active):
        return whole
    tag = _added_up(editor, n, exact, places, kept)
    if tag is None or whole is None:
        return whole or tag
    if tag.label is None:
        return whole
    return tag._replace(note=tag.note or whole.note, evidence=tag.evidence or whole.evidence)


def _counts(event: Event, places: Mapping[str, Place]) -> bool:
    """Whether an event is about the very words that are there."""
    return places[event.id].state is not AnchorState.STALE


def _kept(events: Sequence[Event], places: Mapping[str, Place]) -> dict[str, Event]:
    """Which acts a rule keeps on the words that are there, each with the event that says so."""
    return {
        each.body["of"]: each
        for each in events
        if each.kind is EventKind.KEEP and places[each.id].n is not None and _counts(each, places)
    }


def _added_up(
    editor: str,
    n: int | None,
    events: Sequence[Event],
    places: Mapping[str, Place],
    kept: Mapping[str, Event],
) -> Tag | None:
    label: Label | None = None
    note: str | None = None
    evidence: str | None = None
    since: Event | None = None
    for event in events:
        body = event.body
        if event.kind is EventKind.CLEAR:
            label = note = evidence = since = None
            continue
        if event.kind is EventKind.TAG:
            label = Label(body["label"])
        if event.kind is EventKind.TAG or label is None:
            since = event
        note = (body["note"] or None) if "note" in body else note
        evidence = (body["evidence"] or None) if "evidence" in body else evidence
    if since is None or (label is None and note is None and evidence is None):
        return None
    on = kept.get(since.id, since) if not _counts(since, places) else since
    place = places[on.id]
    return Tag(
        editor=editor,
        label=label,
        event=since.id,
        at=since.at,
        note=note,
        evidence=evidence,
        state=place.state,
        n=n,
        exact=on.body["exact"],
        article=on.body["article"],
        start=on.body["start"],
        end=on.body["end"],
        last_revision=place.last_revision,
    )
