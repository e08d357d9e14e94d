"""Rows of a stretch of a way, around those that cannot be read.

A query ends at the first row that is damaged. So where one is, the way's index is asked alone for
what lies on the stretch, and each row by itself: a filter or search passes over what nobody can say
anything of, and shows the rest. (The plain list and ``check`` tell what it was.)
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from newsreader.store.file.translating import is_unreadable
from newsreader.store.lists.conditions import Values
from newsreader.store.lists.ways import Way, together

T = TypeVar("T")
Row = Sequence[Any]

_INDEXED = re.compile(r" INDEXED BY \w+")


class Asked(NamedTuple):
    """What is asked of a stretch of a way."""

    columns: str
    tables: str  # the way's, and what else the columns are of
    stretch: Sequence[str]  # one of those of ``Way.between``
    conditions: Sequence[str]
    limit: int  # rows at most


def rows(
    connection: sqlite3.Connection,
    way: Way,
    values: Values,
    asked: Asked,
    made: Callable[[Row], T],
) -> list[T]:
    """What is ``made`` of the rows that are asked for, in the order of the way.

    Args:
        connection: within a transaction.
        way: which.
        values: with all that is bound in the conditions.
        asked: what of it.
        made: may raise ``sqlite3.DatabaseError`` for a row that is none.

    Raises:
        sqlite3.DatabaseError: the way's index is damaged, too, or has not got all that is asked.
    """
    where = together([*way.within, *asked.stretch, *asked.conditions])
    query = f"SELECT {asked.columns} FROM {asked.tables} WHERE {where} {way.order}"
    try:
        found = connection.execute(f"{query} LIMIT {asked.limit}", values.bound).fetchall()
        return [made(row) for row in found]
    except sqlite3.DatabaseError as error:
        if not (way.walked and is_unreadable(error)):
            raise
    return _one_by_one(connection, way, values, asked, made)


def _one_by_one(
    connection: sqlite3.Connection,
    way: Way,
    values: Values,
    asked: Asked,
    made: Callable[[Row], T],
) -> list[T]:
    on_it = together([*way.within, *asked.stretch])
    keys = connection.execute(
        f"SELECT {way.id} FROM {way.walked} WHERE {on_it} {way.order}", values.bound
    )
    tables = _INDEXED.sub("", asked.tables)  # each by its number
    where = together([f"{way.id} = :one", *way.within, *asked.stretch, *asked.conditions])
    one = f"SELECT {asked.columns} FROM {tables} WHERE {where}"
    found: list[T] = []
    for (id_,) in keys:
        if len(found) >= asked.limit:
            break
        try:
            row = connection.execute(one, {**values.bound, "one": id_}).fetchone()
            found += [] if row is None else [made(row)]
        except sqlite3.DatabaseError as error:
            if not is_unreadable(error):
                raise
    return found
