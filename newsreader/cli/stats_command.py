"""``newsreader stats``: how the work stands, for people and for programs."""

from __future__ import annotations

import click

from newsreader.cli.opening import Common
from newsreader.cli.options import common_options, json_option
from newsreader.cli.output import Output


@click.command()
@click.argument("stories", nargs=-1, metavar="[STORY]…")
@json_option("One JSON object a line: each story, last (but for one STORY) all together.")
@common_options
def stats(stories: tuple[str, ...], *, as_json: bool, common: Common) -> int:
    """Labels by update, editor and time, what is open, how fast the tagging goes.

    Of the STORYs, or of all stories, each on its newest revision. Nothing that was undone counts.
    With --json days and hours are those of UTC.
    """
    from newsreader.cli.progress import counted
    from newsreader.cli.shapes import json_line
    from newsreader.cli.stats_text import figures, story_stats_shape, total_shape
    from newsreader.stats.overall import Overall

    out = Output()
    with common.open() as opened:
        named = {found.id: found for found in map(opened.find, stories)}
        chosen = list(named.values()) if stories else None
        if not as_json:
            found = counted(opened.stats(chosen, zone=None), "counting")
            out.draw(figures(found, one=len(named) == 1))
            return out.status
        overall = Overall()
        for each in opened.stats(chosen):
            overall.add(each)
            out.data(json_line(story_stats_shape(each)))
        if len(named) != 1:
            out.data(json_line(total_shape(overall)))
    return out.status
