"""``newsreader sources``: who speaks in a story, and which claims go back to one origin."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from newsreader.cli.opening import Common
from newsreader.cli.options import common_options, json_option
from newsreader.cli.output import Output

if TYPE_CHECKING:
    from newsreader.library import OpenedStory
    from newsreader.model.source import Sources

_WIDTH = 78


@click.command()
@click.argument("story")
@json_option("One JSON object.")
@common_options
def sources(story: str, *, as_json: bool, common: Common) -> int:
    """Who speaks in a story, who says most first, and what has a single origin.

    A claim that several statements carry and that goes back to one source is warned of: mentions
    are not sources.
    """
    from newsreader.cli.shapes import json_line
    from newsreader.library.speaking import sources_of

    out = Output()
    with common.open() as opened:
        found = opened.open(story)
    known = sources_of(found.analysis)
    if as_json:
        out.data(json_line(sources_shape(found, known)))
    else:
        out.say_all(sources_lines(found, known))
    return out.status


def sources_shape(opened: OpenedStory, known: Sources) -> dict[str, Any]:
    """The object of ``sources --json``."""
    return {
        "story": opened.story.id,
        "uri": opened.story.uri,
        "title": opened.analysis.article.title,
        "revision": opened.revision.n,
        "sources": [
            {
                "name": each.name,
                "kind": each.kind,
                "statements": list(each.statements),
                "relays": list(each.relays),
                "relayed": list(each.relayed),
            }
            for each in known.sources
        ],
        "single_origin": [
            {
                "origin": each.origin,
                "mentions": each.mentions,
                "statements": list(each.statements),
                "relays": list(each.relays),
            }
            for each in known.single
        ],
    }


def sources_lines(opened: OpenedStory, known: Sources) -> Iterator[str]:
    """The sources for people: the warnings first, then each with what it says."""
    yield opened.analysis.article.title or "(no title)"
    for single in known.single:
        yield from textwrap.wrap(f"  ! {single.told()}", _WIDTH, subsequent_indent="    ")
    for source in known.sources:
        yield ""
        yield from textwrap.wrap(source.told(), _WIDTH, subsequent_indent="    ")
        for n in source.statements:
            statement = opened.analysis.split.statements[n - 1]
            words = opened.analysis.words(statement)
            yield f"{n:>5}  {textwrap.shorten(words, _WIDTH - 7, placeholder=' …')}"
