"""``newsreader cut`` and ``newsreader join``: what the keys do to statements, for scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from newsreader.cli.opening import Common
from newsreader.cli.options import common_options, json_option
from newsreader.cli.output import Output
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.library import OpenedStory
    from newsreader.model.event import Draft

_NUMBER = click.IntRange(min=1)


@click.command()
@click.argument("story")
@click.argument("statement", type=_NUMBER)
@click.argument("at")
@json_option("Acknowledge in JSON.")
@common_options
def cut(story: str, statement: int, at: str, *, as_json: bool, common: Common) -> int:
    """Cut a statement in two, for all editors.

    AT: the words that the second part begins with, or how many characters stand before it.
    """
    from newsreader.session.cutting import cut_act

    def draft(opened: OpenedStory, editor: str) -> Draft:
        return cut_act(opened, statement, _offset(opened, statement, at), editor)

    return _record(common, story, statement, draft, as_json=as_json)


@click.command()
@click.argument("story")
@click.argument("statement", type=_NUMBER)
@json_option("Acknowledge in JSON.")
@common_options
def join(story: str, statement: int, *, as_json: bool, common: Common) -> int:
    """Join a statement with the next one of its paragraph, for all editors."""
    from newsreader.session.cutting import join_act

    def draft(opened: OpenedStory, editor: str) -> Draft:
        return join_act(opened, statement, editor)

    return _record(common, story, statement, draft, as_json=as_json)


def _offset(opened: OpenedStory, statement: int, at: str) -> int:
    """Code points before the second part; 0, which is nowhere, where there is no such statement."""
    if at.isascii() and at.isdecimal() and len(at) < 10:
        return int(at)
    statements = opened.analysis.split.statements
    words = opened.analysis.words(statements[statement - 1]) if statement <= len(statements) else ""
    if words and words.count(at) != 1:
        many = "more than once" if at in words else "not"
        raise UsageError(f"{at!r} is {many} in statement {statement}", "newsreader show STORY")
    return words.find(at)


def _record(
    common: Common,
    story: str,
    statement: int,
    draft: Callable[[OpenedStory, str], Draft],
    *,
    as_json: bool,
) -> int:
    """Record a cut or join on the newest revision, and say which statements there are now.

    Raises:
        NewsreaderError: there is no such story or statement, or it could not be written.
    """
    from newsreader.cli.shapes import json_line

    out = Output()
    with common.open() as library:
        opened = library.open(story)
        before = len(opened.analysis.split.statements)
        (event,) = library.record(opened, (draft(opened, library.editor),))
        now = opened.analysis.split.statements
        made = now[statement - 1 : statement + max(0, len(now) - before)]
        parts = [{"n": each.n, "text": opened.analysis.words(each)} for each in made]
        if as_json:
            shape = {"event": event.id, "story": story, "statement": statement}
            out.data(json_line({**shape, "statements": parts}))
        else:
            out.say_all(f"{each['n']:>5}  {each['text']}" for each in parts)
    return out.status
