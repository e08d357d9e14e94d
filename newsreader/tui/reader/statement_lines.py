"""All that is known of one statement, as lines: tags, note, evidence, who says it, history.

Where they stand, beside the text or below it, is the panel's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from newsreader.library.speaking import kind_of
from newsreader.model.event import LETTER, Act, Label, Tag
from newsreader.model.statement import Attribution
from newsreader.session import Session, Standing
from newsreader.tui.plain.clock import clock, moment
from newsreader.tui.plain.line_editor import LineEditor
from newsreader.tui.plain.marks import FRESH, OPEN, mark_class
from newsreader.tui.plain.parts import Part, Parts, cut, cut_parts, wrapped
from newsreader.tui.plain.safe import line
from newsreader.tui.plain.text_box import drawn
from newsreader.tui.reader.act_lines import act_line
from newsreader.tui.reader.change_lines import alarm_parts, change_line, change_lines

if TYPE_CHECKING:
    from newsreader.model.source import SingleOrigin

NOBODY = "–"


class Writing(NamedTuple):
    """A note or evidence being typed."""

    what: str  # "note" or "evidence"
    on: str  # on how many statements, "" for one
    editor: LineEditor


class StatementLines:
    """The lines of the session's current statement."""

    def __init__(
        self, session: Session, now: Callable[[], datetime], keys: Mapping[str, str]
    ) -> None:
        self._session = session
        self._now = now
        self._keys = keys  # of the reader's commands by their ids, as written for people
        self.writing: Writing | None = None
        self.diff = True  # whether the words that changed are shown

    # -- two lines ---------------------------------------------------------------------------

    def two(self, width: int) -> list[Parts]:
        """What two lines can say."""
        session, n, now = self._session, self._session.n, self._now()
        standing = session.standing(n)
        own = standing.own
        first = _own_mark(standing, now)
        for tag in standing.others:
            if tag.label is not None and tag.stands:
                first += [("", " · "), (mark_class(tag.label), LETTER[tag.label].lower()),
                          ("dim", " " + line(tag.editor))]  # fmt: skip
        says = "; ".join(dict.fromkeys(_says(each) for each in session.attributions(n)))
        says = says or _going_on(session)
        if says:
            first += [("dim", " · "), ("", says)]
        single = session.single_origin(n)
        if single is not None:
            first += [("", " "), ("mark--alarm", _mentions(single))]
        was = session.is_unseen(n)
        if was is not None:
            first = [("fresh", FRESH[bool(was)]), ("", " "), *first]
        second = self._changes(own.exact) if session.stale_tag(n) and own is not None else []
        second = second or (self._changes(was) if was else [])
        second += _remarks(own) if own is not None else []
        for tag in standing.others:
            second += _remarks(tag, f"{line(tag.editor)}: ")
        second = second or self._left_behind()[:1]
        return [cut_parts(first, width), cut_parts(second, width)]

    # -- the whole ---------------------------------------------------------------------------

    def tags(self, width: int) -> Iterator[Parts]:
        """The statement's number, the editor's own tag with note and evidence, the others' tags."""
        session, n = self._session, self._session.n
        now, standing = self._now(), session.standing(n)
        own = standing.own
        yield [("head", f"STATEMENT {n} of {len(session.statements)}")]
        yield []
        yield from self._unseen(width)
        yield from self._own(standing, now, width)
        for name, text in (
            ("note", own.note if own else None), ("evidence", own.evidence if own else None),
        ):  # fmt: skip
            yield from self._remark(name, text or "", width)
        for tag in standing.others:
            yield from self._other(tag, width, now)

    def cursor_line(self, width: int) -> int | None:
        """Which line of :meth:`tags` the cursor is in; None while nothing is typed."""
        if self.writing is None:
            return None
        lines = enumerate(self.tags(width))
        return next((i for i, parts in lines if any(look == "cursor" for look, _ in parts)), None)

    def _own(self, standing: Standing, now: datetime, width: int) -> Iterator[Parts]:
        own = standing.own
        if standing.unsaved is not None:
            yield [("mark--alarm", f"! {standing.unsaved.value} is NOT SAVED")]
        if standing.unsaved_clear:
            yield [("mark--alarm", "! that you cleared it is NOT SAVED")]
        if own is not None and own.label is not None:
            yield [*_changed(own), _label(own.label), ("", f" {own.label.value}")]
            yield from self._change(own, width)
            on = f" · on the words of {of}" if (of := self._session.tagged_on(own)) else ""
            yield from wrapped("dim", f"{own.editor} (you) · {moment(own.at, now)}{on}", width)
        elif standing.unsaved is None:
            yield [("mark--open", f"{OPEN} open")]

    def _changes(self, was: str) -> list[Part]:
        """What changed, on one line: only the words that went and came."""
        told = self._session.change(self._session.n, was)
        kinds = alarm_parts(told.alarms)
        if not self.diff:
            return [*kinds, ("", "  ")]
        between: list[Part] = [("", ": ")] if kinds else []
        return [*kinds, *between, *change_line(told), ("", "  ")]

    def _unseen(self, width: int) -> Iterator[Parts]:
        """That the statement came since one looked, and what changed where no tag tells it."""
        was = self._session.is_unseen(self._session.n)
        if was is None:
            return
        what = "changed" if was else "new"
        yield [("fresh", cut(f"{FRESH[bool(was)]} {what} since you looked", width))]
        if was and self.diff and self._session.stale_tag(self._session.n) is None:
            told = self._session.change(self._session.n, was)
            yield [(look, cut(text, width)) for look, text in alarm_parts(told.alarms)]
            yield from change_lines(told, width)

    def _change(self, own: Tag, width: int) -> Iterator[Parts]:
        """What changed under a stale tag, and which keys answer it."""
        if own.stands:
            return
        told = self._session.change(self._session.n, own.exact)
        if told.alarms:
            yield [(look, cut(text, width)) for look, text in alarm_parts(told.alarms)]
        if self.diff:
            yield from change_lines(told, width)
        keys = self._keys
        labels = " ".join(keys[each.value] for each in Label)
        said = f"{keys['reaffirm']} keeps · {labels} again · {keys['later']} later"
        yield [("key", cut(said, width))]

    def _remark(self, name: str, text: str, width: int) -> Iterator[Parts]:
        """Note or evidence, or the box in which it is being typed."""
        writing = self.writing
        if writing is None or writing.what != name:
            if text:
                yield from _lines_of("", text, width, f"{name} ")
            return
        rows = drawn(writing.editor, max(4, width - 2))
        yield [("key", cut(f"{name}{writing.on}:", width))]
        for row in rows:
            yield [("line", "┃ "), *row]

    def _other(self, tag: Tag, width: int, now: datetime) -> Iterator[Parts]:
        letter = LETTER[tag.label].lower() if tag.label is not None else OPEN
        mark: Part = mark_class(tag.label), f"{letter} "
        if tag.label is not None and not tag.stands:
            yield [*_changed(tag), (mark_class(tag.label), letter)]
            mark = "", "  "
        for row in wrapped("dim", f"{tag.editor} · {moment(tag.at, now)}", width - 2):
            yield [mark, *row]
            mark = "", "  "
        for name, text in (("note", tag.note), ("evidence", tag.evidence)):
            if text:
                yield from _lines_of("dim", text, width - 2, f"  {name} ")

    def sources(self, width: int) -> Iterator[Parts]:
        """Who says it: origin ← relay, quoted or paraphrased, by which word, named or not."""
        yield [("head", "SAYS WHO")]
        found = self._session.attributions(self._session.n)
        if not found:
            yield from wrapped("dim", _going_on(self._session) or "no source recognised", width)
        for each in found:
            yield from wrapped("strong", _says(each), width)
            how = "quoted" if each.quoted else "paraphrased"
            cue = f" · “{' '.join(each.cue.split())}”" if each.cue else ""
            yield from wrapped("dim", f"{how}{cue}", width)
            if not each.named and each.origin and kind_of(each.origin) == "unnamed":
                yield [("mark--speculative", cut("? the source is not named", width))]
        single = self._session.single_origin(self._session.n)
        if single is not None:
            key = self._keys["sources"]
            told = f"{_mentions(single)} · {single.origin} · {key} shows them"
            yield from wrapped("mark--alarm", told, width)

    def history(self, width: int) -> Iterator[Parts]:
        """All that was done to it, the latest first; nothing where nothing was.

        In a story that was revised, it says which key shows its words over the revisions.
        """
        acts = self._session.history(self._session.n)
        revisions = len(self._session.opened.revisions)
        if acts or revisions > 1:
            over = f" · {self._keys['history']}: over {revisions} revisions"
            more = cut(over, width - 7) if revisions > 1 else ""
            yield [("head", "HISTORY"), ("dim", more)]
        for act in reversed(acts):
            yield act_line(act, self._session.editor, self._now(), width, self._on(act))

    def _on(self, act: Act) -> str:
        """On which revision it was done, where that is another one than is shown."""
        opened = self._session.opened
        article = act.event.body["article"]
        if article == opened.revision.hash:
            return ""
        return next((f" r{each.n}" for each in opened.revisions if each.hash == article), "")

    def left_behind(self, width: int) -> Iterator[Parts]:
        """The warning of tags on words that are gone."""
        for _, said in self._left_behind():
            yield from wrapped("mark--alarm", said, width)

    def _left_behind(self) -> list[Part]:
        """The editor's tags on words that are gone, counted; nothing when there are none."""
        count = len(self._session.left_behind())
        if not count:
            return []
        tags = f"{count} of your tags {'is' if count == 1 else 'are'}"
        key = self._keys["left-behind"]
        return [("mark--alarm", f"! {tags} on words that changed or were cut: {key}")]


def _label(label: Label) -> Part:
    return mark_class(label), LETTER[label]


def _lines_of(look: str, text: str, width: int, head: str) -> Iterator[Parts]:
    """A text that an editor typed, with its own line breaks."""
    for paragraph in text.split("\n"):
        yield from wrapped(look, paragraph, width, head=head)
        head = " " * len(head) if not head.strip() else "  "


def _remarks(tag: Tag, whose: str = "") -> list[Part]:
    """The note and evidence of a tag, on one line."""
    said: list[Part] = []
    for name, text in (("note", tag.note), ("evidence", tag.evidence)):
        if text:
            said += [("dim", f"{whose}{name} "), ("", line(text) + "  ")]
    return said


def _own_mark(standing: Standing, now: datetime) -> list[Part]:
    """What the editor said of the statement, and what of it is not saved."""
    own, parts = standing.own, list[Part]()
    if standing.unsaved is not None:
        parts += [("mark--alarm", f"{LETTER[standing.unsaved]} NOT SAVED"), ("", "  ")]
    if standing.unsaved_clear:
        parts += [("mark--alarm", "clear NOT SAVED"), ("", "  ")]
    if own is not None and own.label is not None:
        return [*parts, *_changed(own), _label(own.label), ("dim", f" you {clock(own.at, now)}")]
    return parts or [("mark--open", f"{OPEN} open")]


def _changed(tag: Tag) -> list[Part]:
    """That a tag was put on other words, where it was."""
    return [] if tag.stands else [("mark--alarm", "! "), ("", "words changed: ")]


def _says(attribution: Attribution) -> str:
    """``origin ← relay``, as safe text."""
    origin = attribution.origin or NOBODY
    said = f"{origin} ← {attribution.relay}" if attribution.relay else origin
    return line(" ".join(said.split()))


def _going_on(session: Session) -> str:
    """``Ann Example goes on``; nothing where nobody does."""
    who = session.goes_on(session.n)
    return line(f"{' '.join(who.split())} goes on") if who else ""


def _mentions(single: SingleOrigin) -> str:
    """``3 mentions, 1 origin !``: what looks well sourced and is not."""
    return f"{single.mentions} mentions, 1 origin !"
