"""What ``newsreader stats`` prints: JSON by the contract, and the figures for people."""

from __future__ import annotations

import shutil
from collections.abc import Iterable

from newsreader.cli.colours import encodes
from newsreader.cli.shapes import Shape
from newsreader.stats.charts import PLAIN, Shapes
from newsreader.stats.counting import EditorTally, Section, StoryStats, Tally
from newsreader.stats.figures import Drawing, of_all, of_story
from newsreader.stats.overall import Overall
from newsreader.stats.rows import Part, Row
from newsreader.stats.standing import Labels, Standings
from newsreader.stats.timeline import Timeline
from newsreader.stats.working import Pace
from newsreader.tui.plain.clock import timed_name

_WIDTH = 80


def story_stats_shape(stats: StoryStats) -> Shape:
    """One story of ``stats --json``."""
    story = stats.story
    head = {"story": story.id, "uri": story.uri, "title": story.title, "revision": story.revisions}
    tally = tally_shape(stats.tally)
    return {**head, "updates": [_section_shape(each) for each in stats.sections], **tally}


def total_shape(overall: Overall) -> Shape:
    """The last line of ``stats --json``: all stories together."""
    return {"story": None, "stories": overall.tally.stories, **tally_shape(overall.tally)}


def tally_shape(tally: Tally) -> Shape:
    """What one story, or several, come to."""
    return {
        **_standings_shape(tally.standings),
        **_editor_shape(tally.whole, tally.pace),
        "over_time": _timeline_shape(tally.timeline),
        "editors": [
            {
                "editor": name,
                "open": tally.standings.total - each.labels.total,
                **_editor_shape(each, each.pace),
            }
            for name, each in sorted(tally.editors.items())
        ],
    }


def _section_shape(section: Section) -> Shape:
    update = section.update
    return {
        "update": section.index,
        "kind": update.kind.value if update else None,
        "number": update.number if update else None,
        "time": update.time.isoformat() if update and update.time else None,
        **_standings_shape(section.standings),
    }


def _standings_shape(all_: Standings) -> Shape:
    names = ("confirmed", "speculative", "opinion", "disputed", "open")
    return {
        "statements": all_.total,
        "standing": dict(zip(names, all_.amounts, strict=True)),
    }


def _editor_shape(editor: EditorTally, pace: Pace) -> Shape:
    return {
        "tags": _labels_shape(editor.labels),
        "notes": editor.notes,
        "evidence": editor.evidence,
        "left_behind": editor.left_behind,
        "acts": editor.acts,
        "undone": editor.undone,
        "undone_share": round(editor.undone / editor.acts, 4) if editor.acts else 0.0,
        "speed": {
            "tags": pace.tags,
            "stretches": pace.stretches,
            "seconds": round(pace.seconds, 3),
            "tags_per_minute": _rounded(pace.per_minute),
            "median_seconds": _rounded(pace.median_seconds),
        },
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _labels_shape(labels: Labels) -> Shape:
    return {
        "confirmed": labels.confirmed,
        "speculative": labels.speculative,
        "opinion": labels.opinion,
    }


def _timeline_shape(line: Timeline) -> Shape:
    slots = [{"start": each.start.isoformat(), **_labels_shape(each.labels)} for each in line.slots]
    return {"by": line.grain.value, "zone": "UTC", "slots": slots}


def drawing() -> Drawing:
    """How figures are drawn on standard output: 80 columns, or fewer where it has fewer."""
    shapes = Shapes()
    width = min(_WIDTH, shutil.get_terminal_size((_WIDTH, 24)).columns)
    return Drawing(max(20, width), timed_name, shapes if encodes("".join(shapes)) else PLAIN)


def figures(found: Iterable[StoryStats], *, one: bool) -> list[Row]:
    """The figures for people: of the one story, or of all together."""
    drawn = drawing()
    overall = Overall()
    rows: list[Row] = []
    for stats in found:
        if one:
            rows += of_story(stats, drawn)
        overall.add(stats)
    rows = rows if one else of_all(overall, drawn)
    return rows if drawn.shapes is not PLAIN else [[*map(_plain, row)] for row in rows]


def _plain(part: Part) -> Part:
    """A part whose dots between facts are ASCII, too."""
    look, text = part
    return look, text.replace("·", "-").replace("…", "~")
