"""``newsreader diff`` and ``ledger``: what revisions did to a story's statements."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from newsreader.cli.opening import Common
from newsreader.cli.options import common_options, json_option
from newsreader.cli.output import Output

if TYPE_CHECKING:
    from newsreader.library.revisions import Difference, Told
    from newsreader.model.story import Story
    from newsreader.revising.history import Edit

_WIDTH = 78
_SIGNS = {"new": "+", "gone": "-", "stale": "!", "moved": ">", "current": "="}


@click.command()
@click.argument("story")
@click.argument("revisions", nargs=-1, type=click.IntRange(min=1), metavar="[A B]")
@json_option("One JSON object.")
@common_options
def diff(story: str, revisions: tuple[int, ...], *, as_json: bool, common: Common) -> int:
    """What changed between two revisions of a story, statement by statement.

    Without A and B: between the last two. With A alone: between that one and the newest.
    """
    from newsreader.cli.shapes import json_line
    from newsreader.library.revisions import difference

    if len(revisions) > 2:
        raise click.UsageError("two revisions at most")
    out = Output()
    with common.open() as opened:
        found = difference(opened, story, *revisions)
    if as_json:
        out.data(json_line(diff_shape(found)))
    else:
        out.say_all(diff_lines(found))
    return out.status


@click.command()
@click.argument("stories", nargs=-1, metavar="[STORY]…")
@json_option("One JSON object a line, for each edit.")
@common_options
def ledger(stories: tuple[str, ...], *, as_json: bool, common: Common) -> int:
    """Statements that changed or vanished without a new update header.

    With the first and the last revision that had their words. Without STORY: of all stories.
    """
    from newsreader.cli.shapes import json_line
    from newsreader.library.ledger import ledger as entries

    out = Output()
    with common.open() as opened:
        chosen = [opened.find(each) for each in stories] if stories else opened.stories()
        for entry in entries(opened, chosen):
            if as_json:
                out.data(json_line(asdict(entry.row())))
            else:
                out.say_all(edit_lines(entry.story, entry.edit))
    return out.status


def diff_shape(found: Difference) -> dict[str, Any]:
    """The object of ``diff --json``."""
    return {
        "story": found.story.id,
        "uri": found.story.uri,
        "from": found.old,
        "to": found.new,
        "statements": [_told_shape(each) for each in found.told],
    }


def _told_shape(told: Told) -> dict[str, Any]:
    shape: dict[str, Any] = {"state": told.state, "old": told.old, "new": told.new}
    shape |= {"was": told.was, "text": told.text}
    if told.comparison is not None:
        shape["diff"] = [list(piece) for piece in told.comparison.diff]
        shape["alarms"] = [alarm.value for alarm in told.comparison.alarms]
    return shape


def diff_lines(found: Difference) -> Iterator[str]:
    """The changes for people; what stayed is only counted."""
    from newsreader.cli.plain import marked

    yield f"{found.story.title} · revision {found.old} to {found.new}"
    counts = found.counts()
    yield "  " + " · ".join(f"{count} {state}" for state, count in counts.items() if count)
    for told in found.told:
        if told.state == "current":
            continue
        head = f"{told.new or told.old or 0:>5} {_SIGNS[told.state]} "
        words = told.text or told.was or ""
        if told.comparison is not None:
            words = marked(told.comparison.diff)
        yield from textwrap.wrap(
            " ".join(words.split()), _WIDTH, initial_indent=head, subsequent_indent=" " * 8
        )
        if told.comparison is not None and told.comparison.alarms:
            yield f"{'':8}({', '.join(told.comparison.alarms)})"


def edit_lines(story: Story, edit: Edit) -> Iterator[str]:
    """An edit for people."""
    back = f", back in {edit.back}" if edit.back else ""
    yield f"{story.id}: {edit.kind} after revision {edit.last} (since {edit.first}{back})"
    for sign, words in (("-", edit.was), ("+", edit.now)):
        if words:
            yield from textwrap.wrap(
                " ".join(words.split()),
                _WIDTH,
                initial_indent=f"    {sign} ",
                subsequent_indent=" " * 6,
            )
