"""Which commands of the list the line of keys tells, and how, for what is shown; pure."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.tui.commands import Command
from newsreader.tui.stories.asking import Asked

_OF_A_STORY = {"open", "next-story", "previous-story", "sort", "mark", "export", "delete"}
_OF_STORIES = _OF_A_STORY | {"search-stories", "filter"}
"""Commands that the footer is silent about while no story is shown, or there is none at all."""


def fitting(
    commands: Sequence[Command], asked: Asked, *, marked: bool, any_: bool
) -> tuple[Command, ...]:
    """The commands, those for what is marked, found or filtered first.

    Args:
        commands: that apply now.
        asked: what the list shows.
        marked: whether stories are marked.
        any_: whether any story is shown.
    """
    first = dict.fromkeys(("export", "delete"), "") if marked else {}
    if back := _to_take_back(asked, marked=marked):
        first["clear-search"] = back
    silent = set[str]()
    if not any_:
        silent = _OF_A_STORY if asked.narrows else _OF_STORIES
    return tuple(
        command._replace(title=first[command.id] or command.title, footer=2)
        if command.id in first
        else command._replace(footer=0) if command.id in silent else command
        for command in commands
    )  # fmt: skip


def _to_take_back(asked: Asked, *, marked: bool) -> str:
    """What Escape does next; "" for nothing."""
    if asked.words:
        return "end search"
    if asked.line:
        return "end filter"
    if asked.order is not None:
        return "usual order"
    return "unmark" if marked else ""
