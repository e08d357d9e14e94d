"""The keys that count now, or what was said last, and what is saved, on one line; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsreader.tui.commands import Command, shown
from newsreader.tui.plain.measuring import cell_len
from newsreader.tui.plain.parts import Part, cells, cut, spread

if TYPE_CHECKING:
    from newsreader.session import Session

_LITTLE = 46
"""Cells for the keys below which their titles are shortened."""
_SHORT = 4  # letters of a short title


class Said(NamedTuple):
    """What the line is made of."""

    commands: Sequence[Command]  # that apply now
    session: Session | None  # the story that is open, if one is
    unsaved: int  # acts that are not saved, in whatever story
    take: str  # the key that takes what is new
    message: str = ""  # shown instead of the keys; safe
    loud: bool = False  # the message must not be missed


def key_line(said: Said, width: int) -> list[Part]:
    """The line."""
    session = said.session
    right = saved(session, said.unsaved) if width >= 24 else []
    if session is not None and (news := told(session, said.take, wide=width >= 70)):
        right = [("dim", news), ("", "  "), *right] if width >= 40 else [("dim", news)]
    left = under_way(session)
    if said.loud and cell_len(said.message) > width - cells(right) - 2:
        right = []  # what must not be missed says more than what is not saved
    room = width - cells(right) - 2 * bool(right) - cells(left)
    if said.message:
        name = "loud" if said.loud else ""
        return spread([*left, (name, cut(said.message, room))], right, width)
    return spread([*left, *keys_that_fit(said.commands, room)], right, width)


def under_way(session: Session | None) -> list[Part]:
    """What was begun and waits for a key: a number, a selection."""
    if session is None:
        return []
    number, selected = session.digits.shown, len(session.selection)
    begun = [f"{number}…"] if number else []
    begun += [f"{selected} selected"] if selected else []
    return [part for said in begun for part in (("cursor", f" {said} "), ("", " "))]


def saved(session: Session | None, unsaved: int) -> list[Part]:
    """What is said of saving: how much is not, in any story; in a story, that all is."""
    if unsaved:
        return [("loud", f" {unsaved} NOT SAVED ")]
    return [("done", "saved ✓")] if session is not None else []


def told(session: Session, key: str, *, wide: bool) -> str:
    """What happened to the story meanwhile: that it was deleted, or what ``key`` takes; or ""."""
    if session.removed:
        return "deleted from the list" if wide else "deleted"
    count = session.newer()
    if not count:
        what = "statements or updates changed" if wide else "changed"
        return f"{what} · {key} to take" if session.recut() else ""
    brings = session.news.told() if session.news is not None else ""
    if brings and wide:
        return f"{brings} · {key} to take"
    what = f"newer revision{'s' if count > 1 else ''}" if wide else "newer"
    return f"{count} {what} · {key} to take"


def keys_that_fit(commands: Sequence[Command], room: int) -> list[Part]:
    """The commands of the footer in the order of the table; the least important go first.

    Where there is little room their titles are shortened, so that the labels are still there.
    """
    gap, longest = (1, _SHORT) if room < _LITTLE else (2, room)
    kept: list[Command] = []
    for command in sorted((each for each in commands if each.footer), key=lambda c: c.footer):
        title = command.title[:longest].rstrip()
        room -= cell_len(shown(command.keys[0])) + 1 + cell_len(title) + gap
        if room < -gap:  # the last one needs no space after it
            break
        kept.append(command)
    parts: list[Part] = []
    for command in commands:
        if command in kept:
            parts.append(("", " " * gap if parts else ""))
            parts.append(("key", shown(command.keys[0])))
            parts.append(("dim", f" {command.title[:longest].rstrip()}"))
    return parts
