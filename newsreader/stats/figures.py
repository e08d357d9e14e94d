"""Statistics as rows of text: bars, columns over time, and every number also in words.

The same rows are the overview on the screen and what ``newsreader stats`` prints. They fit any
width from some twenty cells on; what there is no room for is left out in the order of need, the
bars first, never the numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from newsreader.model.statement import Update
from newsreader.stats.charts import LOOKS, Shapes, bar, columns, slot_name
from newsreader.stats.counting import EditorTally, Section, StoryStats, Tally
from newsreader.stats.overall import Overall
from newsreader.stats.rows import Row, beside, cells, facts, fixed
from newsreader.stats.standing import Standings
from newsreader.stats.working import PAUSE, Pace

_LETTERS = "CSOD"  # and the shape of what is open
_WORDS = ("confirmed", "speculative", "opinion", "disputed", "open")
_TWO_COLUMNS = 110  # cells from which two columns have room
_GAP = 4
_CHART = 8  # rows


class Drawing(NamedTuple):
    """How figures are drawn."""

    width: int
    name_of: Callable[[Update], str]  # what an update is called, in few words
    shapes: Shapes = Shapes()


def of_story(stats: StoryStats, drawing: Drawing) -> list[Row]:
    """All figures of one story."""
    head = [[("title", fixed(stats.story.title, drawing.width).rstrip())]]
    story, tally = stats.story, stats.tally
    parts = [_many(len([each for each in stats.sections if each.update]), "update")]
    if story.revisions > 1:
        parts.append(f"revision {story.revisions}")
    head += facts([*_extent(tally), *parts], drawing.width)
    wide = _column(drawing)
    sections = _sections(stats.sections, wide)
    return _page(head, [sections] if stats.sections else [], tally, drawing)


def of_all(overall: Overall, drawing: Drawing) -> list[Row]:
    """All figures of several stories together."""
    head = [[("title", f"{_many(overall.tally.stories, 'story', 'stories')}")]]
    head += facts(_extent(overall.tally), drawing.width)
    rows = _stories(overall, _column(drawing))
    return _page(head, [rows] if rows else [], overall.tally, drawing)


def _page(head: list[Row], first: list[list[Row]], tally: Tally, drawing: Drawing) -> list[Row]:
    """The blocks under each other, or in two columns where there is room."""
    wide = _column(drawing)
    page = [*head, [], *_standing(tally.standings, drawing), []]
    last = [_editors(tally, wide), _speed(tally, wide)] if tally.editors else []
    time = [_over_time(tally, wide)] if tally.hours else []
    if wide is drawing or not time:
        return page + _under(first + time + last)
    return page + beside(_under(first + last), _under(time), wide.width, _GAP)


def _column(drawing: Drawing) -> Drawing:
    """The drawing for one of two columns, where there is room for two."""
    if drawing.width < _TWO_COLUMNS:
        return drawing
    return drawing._replace(width=(drawing.width - _GAP) // 2)


def _under(blocks: Iterable[list[Row]]) -> list[Row]:
    """Blocks one under the other."""
    rows: list[Row] = []
    for block in blocks:
        rows += [[], *block] if rows else block
    return rows


def _many(count: int, one: str, more: str = "") -> str:
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def _share(part: int, whole: int) -> str:
    """``12 %``; below one, or just below all, never told as 0 or 100."""
    if not whole:
        return "0 %"
    percent = round(100 * part / whole)
    if part and not percent:
        return "<1 %"
    return ">99 %" if percent == 100 and part < whole else f"{percent} %"


def _extent(tally: Tally) -> list[str]:
    all_, whole = tally.standings, tally.whole
    said = [
        _many(all_.total, "statement"),
        f"{all_.tagged:,} tagged ({_share(all_.tagged, all_.total)})",
        f"{all_.open:,} open",
        _many(whole.notes, "note"),
        f"{whole.evidence:,} with evidence",
    ]
    return [*said, f"{whole.left_behind:,} left behind"] if whole.left_behind else said


def _standing(all_: Standings, drawing: Drawing) -> list[Row]:
    """The whole as one bar, and what its shapes mean."""
    rows: list[Row] = []
    if all_.total:
        rows.append(bar(all_.amounts, drawing.width, drawing.shapes))
    room = 0
    for look, shape, word, amount in zip(
        LOOKS, drawing.shapes.fill, _WORDS, all_.amounts, strict=True
    ):
        if word == "disputed" and not amount:
            continue
        said = f"{amount:,} {word}, {_share(amount, all_.total)}"
        size = 2 + cells(said)
        if room < size + 3:
            rows.append([])
            room = drawing.width
        else:
            rows[-1].append(("", "   "))
            room -= 3
        rows[-1] += [(look, f"{shape} "), ("", said)]
        room -= size
    return rows


class _Line(NamedTuple):
    """A name, and the amounts of its bar."""

    name: str
    amounts: Sequence[int]


def _bars(lines: Sequence[_Line], drawing: Drawing, *, names: int) -> list[Row]:
    """Lines of name, bar and numbers, in columns; the greatest total has the longest bar.

    Args:
        lines: at least one.
        drawing: how.
        names: cells that names may take at most.
    """
    shown = [i for i in range(len(lines[0].amounts)) if i != 3 or any(x.amounts[3] for x in lines)]
    digits = [
        max(len(str(each.amounts[i])) for each in lines) for i in range(len(lines[0].amounts))
    ]
    letters = _LETTERS + drawing.shapes.fill[4]
    numbers = sum(digits[i] + 2 for i in shown)
    least = max(4, min(14, drawing.width // 5))  # cells for the bar
    longest_name = max(cells(each.name) for each in lines)
    name = min(names, longest_name, max(4, drawing.width - numbers - 1 - least))
    room = min(60, drawing.width - name - numbers - 1)
    longest = max(1, *(sum(each.amounts) for each in lines))
    rows: list[Row] = []
    for each in lines:
        size = -(-sum(each.amounts) * room // longest)
        row: Row = [("", fixed(each.name, name) + " ")]
        if room >= 4:
            drawn = bar(each.amounts, size, drawing.shapes)
            row += [*drawn, ("", " " * (room - sum(len(text) for _, text in drawn)))]
        for i in shown:
            row.append((LOOKS[i], f" {letters[i]}"))
            row.append(("" if each.amounts[i] else "dim", f"{each.amounts[i]:>{digits[i]}}"))
        rows.append(row)
    return rows


def _sections(sections: Sequence[Section], drawing: Drawing) -> list[Row]:
    lines = [
        _Line(drawing.name_of(each.update) if each.update else "no update", each.standings.amounts)
        for each in sections
    ]
    return [_head("BY UPDATE"), *(_bars(lines, drawing, names=24) if lines else [])]


def _stories(overall: Overall, drawing: Drawing) -> list[Row]:
    """The stories in which most is open."""
    found = overall.most_open()
    if not found:
        return []
    wide = max(len(str(each.id)) for each in found)
    lines = [_Line(f"{each.id:>{wide}} {each.title}", each.standings.amounts) for each in found]
    rows = [_head("MOST OPEN"), *_bars(lines, drawing, names=max(32, drawing.width // 2))]
    more = overall.with_open - len(found)
    if more:
        rows.append([("dim", f"and {_many(more, 'story', 'stories')} more with something open")])
    return rows


def _editors(tally: Tally, drawing: Drawing) -> list[Row]:
    rows: list[Row] = [_head("BY EDITOR")]
    found = sorted(tally.editors.items(), key=lambda each: (-each[1].labels.total, each[0]))
    lines = [_Line(name, each.labels.amounts) for name, each in found]
    for bars, (_, each) in zip(_bars(lines, drawing, names=20), found, strict=True):
        rows.append(bars)
        rows += facts(_editor_facts(each, tally.standings.total), drawing.width, indent=2)
    return rows


def _editor_facts(editor: EditorTally, total: int) -> list[str]:
    said = [f"{total - editor.labels.total:,} open"]
    if editor.notes:
        said.append(_many(editor.notes, "note"))
    if editor.evidence:
        said.append(f"{editor.evidence:,} with evidence")
    if editor.left_behind:
        said.append(f"{editor.left_behind:,} left behind")
    if editor.pace.per_minute is not None:
        said.append(f"{_number(editor.pace.per_minute)} tags a minute")
    if editor.undone:
        said.append(f"{editor.undone:,} of {editor.acts:,} acts undone")
    return said


def _over_time(tally: Tally, drawing: Drawing) -> list[Row]:
    line = tally.timeline
    rows = [_head("OVER TIME", f"tags by {line.grain}")]
    rows += columns(line, drawing.width, _CHART, drawing.shapes)
    rows.append([])
    said = [slot_name(slot, line.grain) for slot in line.slots]
    lines = [_Line(name, slot.labels.amounts) for name, slot in zip(said, line.slots, strict=True)]
    return rows + _bars(lines, drawing, names=14)


def _speed(tally: Tally, drawing: Drawing) -> list[Row]:
    pace, whole = tally.pace, tally.whole
    said = _pace_facts(pace)
    said.append(f"{whole.undone:,} of {_many(whole.acts, 'act')} undone "
                f"({_share(whole.undone, whole.acts)})")  # fmt: skip
    return [_head("SPEED"), *facts(said, drawing.width, look="")]


def _pace_facts(pace: Pace) -> list[str]:
    if pace.per_minute is None or pace.median_seconds is None:
        return ["too few tags in a row to tell"]
    ended = int(PAUSE // 60)
    return [
        f"{_number(pace.per_minute)} tags a minute",
        f"{_number(pace.median_seconds)} s between tags (median)",
        f"{_many(pace.stretches, 'stretch', 'stretches')}, {_duration(pace.seconds)} in all",
        f"a pause of more than {ended} min ends one",
    ]


def _number(value: float) -> str:
    """A number as precise as it is of use."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 0.1 else f"{value:.2g}"


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < 60:
        return f"{seconds:.0f} s"
    if minutes < 60:
        return f"{minutes} min"
    return str(timedelta(minutes=minutes)).rpartition(":")[0] + " h"


def _head(words: str, more: str = "") -> Row:
    return [("head", words), *([("dim", f"  {more}")] if more else [])]
