"""*He said*: which speaker a pronoun stands for, where that can be told.

A pronoun is the last speaker of its kind in the same update, at most ``FAR`` statements before;
else it stays as written. What must stay true: nothing is guessed across updates; a name that *he*
has stood for is never taken for *she*; the place of the source stays that of the pronoun, so that
one sees what is written and what was made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsreader.language.speech import PRONOUNS
from newsreader.model.statement import Attribution, Statement
from newsreader.sourcing.kinds import is_body, is_many, kind_of

FAR = 6  # statements


@dataclass(slots=True)
class _Room:
    """The speakers of one update so far."""

    update: int | None = None
    persons: list[tuple[str, int]] = field(default_factory=list)  # name, number of the statement
    bodies: list[tuple[str, int]] = field(default_factory=list)
    many: list[tuple[str, int]] = field(default_factory=list)
    sexes: dict[str, str] = field(default_factory=dict)


def resolve(
    statements: Sequence[Statement], found: Sequence[tuple[Attribution, ...]]
) -> list[tuple[Attribution, ...]]:
    """The attributions with the pronouns replaced by the names that they stand for."""
    room = _Room()
    resolved = []
    for statement, own in zip(statements, found, strict=True):
        if statement.update != room.update:
            room = _Room(statement.update)
        resolved.append(tuple(_resolved(each, statement.n, room) for each in own))
    return resolved


def _resolved(each: Attribution, n: int, room: _Room) -> Attribution:
    low = (each.origin or "").lower()
    if low not in PRONOUNS:
        _remember(each, n, room)
        return each
    name = _antecedent(low, n, room)
    if name is None:
        return each
    return each._replace(origin=name, named=kind_of(name) == "named")


def _antecedent(low: str, n: int, room: _Room) -> str | None:
    """The last speaker that the pronoun can stand for."""
    kind = PRONOUNS[low]
    last = {"he": room.persons, "she": room.persons, "it": room.bodies, "they": room.many}[kind]
    if not last or n - last[-1][1] > FAR:
        return None
    name = last[-1][0]
    if kind in {"he", "she"} and room.sexes.setdefault(name, kind) != kind:
        return None
    last.append((name, n))
    return name


def _remember(each: Attribution, n: int, room: _Room) -> None:
    name = each.origin
    if name is None:
        return
    many, body = is_many(name), is_body(name)
    if many or body:
        room.many.append((name, n))
    if body:
        room.bodies.append((name, n))
    elif not many:
        room.persons.append((name, n))
