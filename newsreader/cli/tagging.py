"""Tagging from the command line: one statement, or a batch of JSON Lines."""

from __future__ import annotations

import json
import sys
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from newsreader.cli.shapes import acknowledgement, json_line
from newsreader.errors import SourceError, UnknownStoryError, UsageError
from newsreader.library import Library, OpenedStory
from newsreader.model.event import EventKind, Label
from newsreader.session import act

CLEAR = "clear"
KEPT_OPEN = 32
"""Stories that a batch keeps open; lines of one story usually follow each other."""

KEYS = {"c": "confirmed", "s": "speculative", "o": "opinion", "x": CLEAR}
"""The labels by the keys that put them in the program."""

LONGEST = 1 << 20
"""Bytes that a line of a batch may have."""

_FIELDS = {"story", "statement", "label", "note", "evidence", "editor", "exact"}


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: put this label on that statement."""

    where: str  # for errors: the arguments, or file and line
    story: str | int
    statement: int
    label: str | None  # of Label, or "clear"; None for a note or evidence alone
    note: str | None = None
    evidence: str | None = None
    editor: str | None = None
    exact: str | None = None  # the words that are meant, where they are stated

    @property
    def kind(self) -> EventKind:
        """What is done."""
        if self.label is None:
            return EventKind.NOTE if self.note is not None else EventKind.EVIDENCE
        return EventKind.CLEAR if self.label == CLEAR else EventKind.TAG


def one_order(words: Sequence[str], note: str | None, evidence: str | None) -> Order:
    """The order that the command line gives.

    Raises:
        UsageError: it is not ``STORY STATEMENT LABEL``.
    """
    if len(words) != 3:
        raise UsageError("tag takes STORY STATEMENT LABEL, or --batch FILE")
    story, statement, label = words
    if not (statement.isascii() and statement.isdecimal() and len(statement) < 10):
        raise UsageError(f"{statement!r} is no statement number", "newsreader show STORY")
    number = story.isascii() and story.isdecimal() and len(story) < 19
    ref = int(story) if number else story
    return Order("tag", ref, int(statement), _label(label, note, evidence), note, evidence)


def read_orders(source: str) -> Iterator[Order | SourceError]:
    """The orders of a batch file (``-``: standard input); a line that is none is an error.

    Raises:
        SourceError: the file cannot be read at all.
    """
    try:
        opened = nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb")  # noqa: SIM115
    except OSError as error:
        raise SourceError(source, str(error.strerror)) from error
    with opened as lines:
        yield from _orders(lines, "standard input" if source == "-" else source)


def _orders(lines: BinaryIO | Any, name: str) -> Iterator[Order | SourceError]:  # noqa: ANN401
    for number, line in enumerate(iter(lambda: lines.readline(LONGEST), b""), 1):
        where = f"{name}:{number}"
        if len(line) == LONGEST:
            yield SourceError(
                where, f"a line of more than {LONGEST} bytes", "nothing after it is read"
            )
            return
        if not line.strip():
            continue
        try:
            yield _order(where, json.loads(line))
        except (ValueError, RecursionError):
            yield SourceError(where, "not a line of JSON")
        except UsageError as error:
            yield SourceError(where, error.message, error.hint)


def _order(where: str, row: object) -> Order:
    if not isinstance(row, Mapping):
        raise UsageError("not a JSON object")
    unknown = set(row) - _FIELDS
    if unknown:
        raise UsageError(f"unknown field {min(map(str, unknown))!r}")
    story, statement = row.get("story"), row.get("statement")
    if not isinstance(story, str | int) or isinstance(story, bool):
        raise UsageError("story must be a number, URI or path")
    if not isinstance(statement, int) or isinstance(statement, bool):
        raise UsageError("statement must be a number")
    texts = {name: row.get(name) for name in ("note", "evidence", "editor", "exact")}
    for name, value in texts.items():
        if value is not None and not isinstance(value, str):
            raise UsageError(f"{name} must be text")
    remarks = [texts[name] for name in ("note", "evidence") if texts[name] is not None]
    if row.get("label") is None and len(remarks) == 1:
        return Order(where, story, statement, None, **texts)
    label = _label(row.get("label"), texts["note"], texts["evidence"])
    return Order(where, story, statement, label, **texts)


def _label(word: object, *words: str | None) -> str:
    """The label, by its name or its key; with ``clear`` there are no words to leave."""
    known = [*(label.value for label in Label), CLEAR]
    word = KEYS.get(word, word) if isinstance(word, str) else word
    if word not in known:
        raise UsageError(f"no label {word!r}", f"one of {', '.join(known)}")
    if word == CLEAR and any(each is not None for each in words):
        raise UsageError("clear takes note and evidence away, it cannot leave any")
    return str(word)


class Tagger:
    """Carries orders out, each durable before it is acknowledged."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._open: OrderedDict[str | int, OpenedStory] = OrderedDict()

    def tag(self, order: Order) -> tuple[str, str]:
        """Do what is ordered; returns the acknowledgement line and the same for people.

        Raises:
            SourceError: no such story or statement.
            WriteError: the tag could not be written.
        """
        try:
            opened = self._newest(order.story)
        except UnknownStoryError as error:
            raise SourceError(order.where, error.message, error.hint) from error
        count = len(opened.analysis.split.statements)
        if not 1 <= order.statement <= count:
            problem = f"no statement {order.statement} in story {order.story}"
            raise SourceError(order.where, problem, f"it has {count}")
        words = opened.analysis.words(opened.analysis.split.statements[order.statement - 1])
        if order.exact is not None and order.exact != words:
            problem = f"statement {order.statement} of story {order.story} has other words"
            raise SourceError(order.where, problem, f"meant are: {order.exact}")
        kind = order.kind
        draft = act(
            opened,
            order.statement,
            kind,
            order.editor or self._library.editor,
            label=Label(order.label) if order.label not in {None, CLEAR} else None,
            note=order.note,
            evidence=order.evidence,
        )
        (event,) = self._library.record(opened, (draft,))
        done = json_line(acknowledgement(event, order.story, order.statement, order.label))
        return done, f"{order.label or kind.value}: {words}"

    def _newest(self, ref: str | int) -> OpenedStory:
        """The story on its newest revision, opened anew when there is a newer one."""
        story = self._library.find(ref)
        opened = self._open.get(story.id)
        if opened is not None:
            self._library.refresh(opened)
        if opened is None or opened.newer or opened.recut:
            opened = self._open[story.id] = self._library.open(story)
        self._open.move_to_end(story.id)
        if len(self._open) > KEPT_OPEN:
            self._open.popitem(last=False)
        return opened
