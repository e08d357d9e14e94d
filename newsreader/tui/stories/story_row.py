"""A story as one line of the list, and the heads above such lines; pure.

What there is room for, the title always. The marker, the letters and the shapes of the bar carry
all that the colours do.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath
from typing import NamedTuple

from newsreader.model.story import Story
from newsreader.tui.plain import clock
from newsreader.tui.plain.marks import MARKER, bar
from newsreader.tui.plain.measuring import cell_len
from newsreader.tui.plain.parts import Part, cells, cut
from newsreader.tui.plain.safe import line
from newsreader.tui.plain.troubles import SIGN

MARKED = "●"
WIDE = 140  # columns from which nothing is cut short
LEAD = 2  # cells before the title
_GAP = 2  # cells between columns
_TITLE = 72  # cells from which a title gives of its room to the source
_SOURCE = 44  # cells of a source at most
_WIDEST = 180  # cells from which a row stays as it is: eyes find their way back along it


class Columns(NamedTuple):
    """The cells of each column beside the title, 0 where there is no room for it."""

    source: int
    when: int
    updates: int
    tagged: int
    bar: int
    state: int


def columns(width: int) -> Columns:
    """What of a story is shown in ``width`` cells."""
    shown = Columns(
        source=20 if width >= WIDE else 14 if width >= 110 else 0,
        when=12 if width >= 60 else 0,
        updates=8 if width >= 96 else 0,
        tagged=9 if width >= 60 else 0,
        bar=16 if width >= WIDE else 10 if width >= 80 else 6 if width >= 34 else 0,
        state=19 if width >= WIDE else 9 if width >= 96 else 5 if width >= 60 else 2,
    )
    spare = width - LEAD - _GAP - sum(shown) - 3 * _GAP - _TITLE
    return shown._replace(source=min(_SOURCE, shown.source + max(0, spare)))


def heads(width: int) -> list[Part]:
    """The names of the columns, above what they name."""
    width = min(width, _WIDEST)
    shown = columns(width)
    said = "".join([
        fixed("source", shown.source) + " " * _GAP * bool(shown.source),
        fixed("date", shown.when),
        "updates".rjust(shown.updates) if shown.updates else "",
        "tagged".rjust(shown.tagged) + " " * _GAP if shown.tagged else "",
        fixed("progress" if shown.bar >= 8 else "", shown.bar),
        " " * (_GAP + shown.state),
    ])  # fmt: skip
    title = fixed("story", max(0, width - LEAD - _GAP - len(said)))
    return [("dim", cut(" " * LEAD + title + " " * _GAP + said, width))]


def row(  # noqa: PLR0913  -- all that it shows, each by its name
    story: Story,
    width: int,
    now: datetime,
    unsaved: int = 0,
    *,
    here: bool,
    marked: bool = False,
    trouble: bool = False,
) -> list[Part]:
    """A story as one line.

    Args:
        story: which.
        width: cells.
        now: the present, aware.
        unsaved: how many acts in it are not saved.
        here: whether it is the current one.
        marked: whether it is chosen for what is done with several.
        trouble: whether it is followed and its source cannot be read.
    """
    width = min(width, _WIDEST)
    shown = columns(width)
    right: list[Part] = []
    if shown.source:
        right += [("dim", fixed(_source(story), shown.source)), ("", " " * _GAP)]
    if shown.when:
        right.append(("dim", fixed(_when(story, now), shown.when)))
    if shown.updates:
        right.append(("", (str(story.updates) if story.updates else "–").rjust(shown.updates)))
    if shown.tagged:
        tagged = f"{story.progress.tagged}/{story.statements}"
        right += [("", tagged.rjust(shown.tagged)), ("", " " * _GAP)]
    if shown.bar:
        right += bar(story.progress, shown.bar)
    state = _state(story, unsaved, width) if width >= 20 else []
    if trouble and width >= 20:
        state = [("mark--alarm", SIGN), *([("", " ")] if state else []), *state]
    reserved = shown.state if shown.bar else 0
    if state or reserved:
        right += [("", " " * _GAP), *state, ("", " " * max(0, reserved - cells(state)))]
    room = max(1, width - LEAD - _GAP - cells(right))
    title = line(story.title.strip() or story.uri)
    return [*_lead(here=here, marked=marked), ("", fixed(title, room)), ("", " " * _GAP), *right]


def _lead(*, here: bool, marked: bool) -> list[Part]:
    """The two signs before the title: the current one, those that are marked."""
    if here:
        return [("strong", MARKER), ("key", MARKED) if marked else ("", " ")]
    return [("key", MARKED), ("", " ")] if marked else [("", "  ")]


def _when(story: Story, now: datetime) -> str:
    """The day of publication, or when it was read where that is not known."""
    if story.published:
        return line(clock.written_day(story.published))
    return f"read {clock.clock_or_day(story.changed_at, now)}"


def fixed(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells."""
    text = cut(text, width)
    return text + " " * (width - cell_len(text))


def _source(story: Story) -> str:
    """The short name of where the story came from: the file's name, or the host."""
    source = line(story.source)
    scheme, found, rest = source.partition("://")
    if found and scheme.isalpha():
        return rest.partition("/")[0] or source
    return PurePath(source).name or source


def _state(story: Story, unsaved: int, width: int) -> list[Part]:
    """What asks for the editor: not saved, left behind, stale, new; else all done; revisions."""
    parts: list[Part] = []
    if unsaved:
        return [("loud", f" {unsaved} NOT SAVED " if width >= 110 else f"!{unsaved}")]
    if story.removed is not None:
        return [("gone", "deleted")]
    if story.left_behind:
        said = f"!{story.left_behind} left behind" if width >= WIDE else f"!{story.left_behind}"
        parts.append(("mark--alarm", said))
    if story.stale:
        said = f"!{story.stale} stale" if width >= WIDE else f"!{story.stale}"
        parts.append(("mark--alarm", f" {said}" if parts else said))
    if story.news:
        said = f"+{story.news} new" if width >= WIDE else f"+{story.news}"
        parts.append(("note-mark", f" {said}" if parts else said))
    if not parts and story.statements and not story.progress.open:
        parts.append(("done", "done" if width >= 110 else "✓"))
    if story.revisions > 1:
        parts.append(("dim", f"{' ' if parts else ''}r{story.revisions}"))
    return parts
