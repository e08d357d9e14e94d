"""``newsreader update``: correcting the update sections of a story, as the keys do.

Imports nothing heavy: the command line starts with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsreader.cli.opening import Common
from newsreader.cli.options import common_options, json_option
from newsreader.cli.output import Output
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.library import OpenedStory
    from newsreader.model.event import Draft


@click.command()
@click.argument("story")
@click.argument("number", metavar="UPDATE", type=click.IntRange(min=0))
@click.option("--time", metavar="TIME", help="Set its time: 14:01 ET, 5 Jan 2022 2 pm, unknown.")
@click.option(
    "--split-at", metavar="STATEMENT", type=click.IntRange(min=1),
    help="Begin a new update with this statement.",
)  # fmt: skip
@click.option("--merge", is_flag=True, help="Merge it with the one before.")
@json_option("Acknowledge in JSON.")
@common_options
def update(
    story: str,
    number: int,
    *,
    time: str | None,
    split_at: int | None,
    merge: bool,
    as_json: bool,
    common: Common,
) -> int:
    """Correct an update of the newest revision, for all editors.

    UPDATE: 1 is the first in the text, 0 (for --split-at) what stands in no update.
    """
    from newsreader.cli.plain import update_words
    from newsreader.cli.shapes import json_line, update_shape

    if [time is not None, split_at is not None, merge].count(True) != 1:
        raise UsageError("one of --time, --split-at and --merge")
    out = Output()
    with common.open() as library:
        opened = library.open(story)
        draft = _draft(opened, number, library.editor, time=time, split_at=split_at)
        before = opened.analysis.split.updates
        (event,) = library.record(opened, (draft,))
        updates = opened.analysis.split.updates
        if as_json:
            shape = {"event": event.id, "story": story, "update": number}
            out.data(json_line({**shape, "updates": [update_shape(each) for each in updates]}))
        else:
            changed = [(n, each) for n, each in enumerate(updates, 1) if each not in before]
            out.say_all(f"{n:>5}  {update_words(each)}" for n, each in changed)
    return out.status


def _draft(
    opened: OpenedStory, number: int, editor: str, *, time: str | None, split_at: int | None
) -> Draft:
    """The correction that the options ask for.

    Raises:
        UsageError: there is no such update or statement, or it cannot be corrected so.
    """
    from newsreader.session.sectioning import merge_act, retime_act, split_act, typed_update

    index = number - 1
    if split_at is not None:
        draft = split_act(opened, split_at, editor)
        stands = opened.analysis.split.statements[split_at - 1].update
        if stands != (index if number else None):
            where = "in no update" if stands is None else f"in update {stands + 1}"
            raise UsageError(f"statement {split_at} stands {where}")
        return draft
    if time is not None:
        return retime_act(opened, index, typed_update(opened, index, time), editor)
    return merge_act(opened, index, editor)
