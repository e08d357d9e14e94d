"""All that is known of the current statement: tags, note, evidence, who says it, history.

The same lines beside the text, below it, or as two lines where there is little room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain, islice

from rich.cells import cell_len

from newsreader.model.event import LETTER, Act, EventKind, Label, Tag
from newsreader.model.statement import Attribution
from newsreader.session import Session, Standing
from newsreader.tui.clock import clock, moment
from newsreader.tui.drawing import Drawn, Parts, cut, wrapped
from newsreader.tui.marks import OPEN, Part, mark_class
from newsreader.tui.safe import line

NOBODY = "–"


class Panel(Drawn):
    """The statement's panel; ``strip`` keeps it to what two lines can say."""

    DEFAULT_CSS = """
    Panel {
        &.-beside { width: 36; padding: 0 1 0 0; }
        &.-below { height: 40%; padding: 0 1; }
        &.-strip { height: 2; padding: 0 1; background: $surface; }
    }
    """

    def __init__(self, session: Session, now: Callable[[], datetime], place: str) -> None:
        """Show the session's statement; ``place`` is "beside", "below" or "strip"."""
        super().__init__(id=f"panel-{place}")
        self.add_class(f"-{place}")
        self._session = session
        self._now = now
        self._place = place

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The lines for the current statement, with the line that parts them from the text."""
        if self._place == "beside":
            edge = ("line", "│ ")
            said = list(islice(self._said(width - 2), height))
            return [[edge, *parts] for parts in said] + [[edge]] * (height - len(said))
        if self._place == "below":
            return chain([[("line", "─" * width)]], self._said(width))
        return self._said(width)

    def _said(self, width: int) -> Iterable[Parts]:
        if not self._session.n:
            return [[("dim", cut("nothing to tag here", width))]]
        return self._two_lines(width) if self._place == "strip" else self._all_lines(width)

    # -- two lines ---------------------------------------------------------------------------

    def _two_lines(self, width: int) -> list[Parts]:
        session, n, now = self._session, self._session.n, self._now()
        standing = session.standing(n)
        own = standing.own
        first = _own_mark(standing, now)
        for tag in standing.others:
            if tag.label is not None:
                first += [("", " · "), (mark_class(tag.label), LETTER[tag.label].lower()),
                          ("dim", " " + line(tag.editor))]  # fmt: skip
        says = "; ".join(_says(each) for each in session.attributions(n))
        if says:
            first += [("dim", " · "), ("", says)]
        second: list[Part] = []
        for name, text in (("note", own and own.note), ("evidence", own and own.evidence)):
            if text:
                second += [("dim", f"{name} "), ("", line(text) + "  ")]
        if not second:
            second = _left_behind(session)[:1]
        return [_cut_parts(first, width), _cut_parts(second, width)]

    # -- the whole ---------------------------------------------------------------------------

    def _all_lines(self, width: int) -> Iterator[Parts]:
        session, n = self._session, self._session.n
        yield [("head", f"STATEMENT {n} of {len(session.statements)}")]
        yield []
        yield from self._tags(n, width)
        yield []
        yield [("head", "SAYS WHO")]
        yield from self._sources(n, width)
        history = session.history(n)
        if history:
            yield []
            yield [("head", "HISTORY")]
            for act in reversed(history):
                yield from self._act(act, width)
        for _, said in _left_behind(session):
            yield []
            yield from wrapped("mark--alarm", said, width)

    def _tags(self, n: int, width: int) -> Iterator[Parts]:
        """The editor's own tag with note and evidence, then those of the others."""
        now, standing = self._now(), self._session.standing(n)
        own = standing.own
        if standing.unsaved is not None:
            yield [("mark--alarm", f"! {standing.unsaved.value} is NOT SAVED")]
        if standing.unsaved_clear:
            yield [("mark--alarm", "! that you cleared it is NOT SAVED")]
        if own is not None and own.label is not None:
            yield [_label(own.label), ("", f" {own.label.value}")]
            yield [("dim", cut(f"{line(own.editor)} (you) · {moment(own.at, now)}", width))]
        elif standing.unsaved is None:
            yield [("mark--open", f"{OPEN} open")]
        for name, text in (
            ("note", own.note if own else None), ("evidence", own.evidence if own else None),
        ):  # fmt: skip
            if text:
                yield from wrapped("", text, width, head=f"{name} ")
        for tag in standing.others:
            yield from self._other(tag, width, now)

    def _other(self, tag: Tag, width: int, now: datetime) -> Iterator[Parts]:
        letter = LETTER[tag.label].lower() if tag.label is not None else OPEN
        said = cut(f" {line(tag.editor)} · {clock(tag.at, now)}", width - 1)
        yield [(mark_class(tag.label), letter), ("dim", said)]
        for name, text in (("note", tag.note), ("evidence", tag.evidence)):
            if text:
                yield from wrapped("dim", text, width - 2, head=f"  {name} ")

    def _sources(self, n: int, width: int) -> Iterator[Parts]:
        found = self._session.attributions(n)
        if not found:
            yield [("dim", "no source recognised")]
        for each in found:
            yield from wrapped("strong", _says(each), width)
            how = "quoted" if each.quoted else "paraphrased"
            cue = f" · “{each.cue}”" if each.cue else ""
            unnamed = "" if each.named or each.origin is None else " · not named"
            yield from wrapped("dim", f"{how}{cue}{unnamed}", width)

    def _act(self, act: Act, width: int) -> Iterator[Parts]:
        """``17:52 you → S``; struck through and told as undone when it no longer counts."""
        event, body = act.event, act.event.body
        who = "you" if event.editor == self._session.editor else event.editor
        when = clock(event.at, self._now())
        label = Label(body["label"]) if event.kind is EventKind.TAG else None
        what = {
            EventKind.TAG: f"→ {LETTER[label] if label is not None else ''}",
            EventKind.CLEAR: "cleared",
            EventKind.NOTE: f"note: {body.get('note') or 'taken away'}",
            EventKind.EVIDENCE: f"evidence: {body.get('evidence') or 'taken away'}",
        }.get(event.kind, event.kind.value)
        told = f"{when} {who} {what}"
        if act.active:
            yield [("", cut(line(told), width))]
        else:
            yield [("gone", cut(line(told), width - 7)), ("dim", " undone")]


def _label(label: Label) -> Part:
    return mark_class(label), LETTER[label]


def _own_mark(standing: Standing, now: datetime) -> list[Part]:
    """What the editor said of the statement, and what of it is not saved."""
    own, parts = standing.own, list[Part]()
    if standing.unsaved is not None:
        parts += [("mark--alarm", f"{LETTER[standing.unsaved]} NOT SAVED"), ("", "  ")]
    if standing.unsaved_clear:
        parts += [("mark--alarm", "clear NOT SAVED"), ("", "  ")]
    if own is not None and own.label is not None:
        return [*parts, _label(own.label), ("dim", f" you {clock(own.at, now)}")]
    return parts or [("mark--open", f"{OPEN} open")]


def _says(attribution: Attribution) -> str:
    """``origin ← relay``, as safe text."""
    origin = attribution.origin or NOBODY
    said = f"{origin} ← {attribution.relay}" if attribution.relay else origin
    return line(" ".join(said.split()))


def _left_behind(session: Session) -> list[Part]:
    """The editor's tags on words that are gone, counted; nothing when there are none."""
    count = len(session.left_behind())
    if not count:
        return []
    tags = f"{count} of your tags {'is' if count == 1 else 'are'}"
    return [("mark--alarm", f"! {tags} on words no longer in the text: L")]


def _cut_parts(parts: list[Part], width: int) -> list[Part]:
    """The parts, the last ones cut to fit into ``width`` cells."""
    kept: list[Part] = []
    room = width
    for style, text in parts:
        shown = cut(text, room)
        kept.append((style, shown))
        room -= cell_len(shown)
        if room <= 0:
            break
    return kept
