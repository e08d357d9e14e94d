"""What was done on a statement, a line each: when, by whom, what, and whether it still counts."""

from __future__ import annotations

from datetime import datetime

from newsreader.model.event import LETTER, Act, EventKind, Label
from newsreader.tui.plain.clock import clock
from newsreader.tui.plain.parts import Parts, cut
from newsreader.tui.plain.safe import line


def act_line(act: Act, editor: str, now: datetime, width: int, on: str = "") -> Parts:
    """``17:52 you → S``; struck through and told as undone when it no longer counts.

    Args:
        act: what was done.
        editor: who is "you".
        now: the present, aware.
        width: cells.
        on: what is said of the revision that it was done on.
    """
    event, body = act.event, act.event.body
    who = "you" if event.editor == editor else event.editor
    label = Label(body["label"]) if event.kind is EventKind.TAG else None
    what = {
        EventKind.TAG: f"→ {LETTER[label] if label is not None else ''}",
        EventKind.CLEAR: "cleared",
        EventKind.NOTE: f"note: {body.get('note') or 'taken away'}",
        EventKind.EVIDENCE: f"evidence: {body.get('evidence') or 'taken away'}",
        EventKind.CUT: "cut it in two",
        EventKind.JOIN: "joined two",
        EventKind.RETIME: f"set the update's time: {body.get('time') or 'unknown'}",
        EventKind.SPLIT: "began an update",
        EventKind.MERGE: "merged the update with the one before",
        EventKind.KEEP: "brought other looks only: kept by the desk's rule",
    }.get(event.kind, event.kind.value)
    told = line(f"{clock(event.at, now)}{on} {who} {' '.join(what.split())}")
    if act.active:
        return [("", cut(told, width))]
    return [("gone", cut(told, width - 7)), ("dim", " undone")]
