"""Who says each statement, to rows and back: read at opening, unfolded when somebody asks.

A long story has thousands of attributions and its screen shows one. So they are looked over by
SQLite when the story is opened, kept as it wrote them, and made objects one statement at a time.

What must stay true: what :func:`load` gave can be unfolded without an error.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, overload

from newsreader.model.spans import ends_of, span_of
from newsreader.model.statement import Analysis, Attribution

_PARTS = ("origin", "relay", "cue")
COLUMNS = ", ".join(
    (
        *(f"{part}, {part}_start, {part}_end" for part in _PARTS),
        "content_start, content_end, quoted, named",
    )
)
"""Of the table, but for the statement that they belong to."""
_ASTRAY = " OR ".join(
    f"NOT ifnull({part}_start, 0) BETWEEN 0 AND ifnull({part}_end, ?2)"
    f" OR ifnull({part}_end, 0) > ?2"
    for part in (*_PARTS, "content")
)


class Said(Sequence[tuple[Attribution, ...]]):
    """The attributions of each statement of an article, in the order of the statements."""

    __slots__ = ("_count", "_rows")

    def __init__(self, rows: Iterable[tuple[int, str]], count: int) -> None:
        """Keep what the library has.

        Args:
            rows: number of a statement, and one of its attributions as a JSON list, in order.
            count: how many statements there are.
        """
        self._count = count
        self._rows: dict[int, str] = {}
        for n, row in rows:
            known = self._rows.get(n)
            self._rows[n] = f"{known},{row}" if known else row

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> tuple[Attribution, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[tuple[Attribution, ...], ...]: ...
    def __getitem__(
        self, at: int | slice
    ) -> tuple[Attribution, ...] | tuple[tuple[Attribution, ...], ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(self._count)))
        row = self._rows.get(range(self._count)[at] + 1)
        return () if row is None else tuple(map(_attribution, json.loads(f"[{row}]")))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as of a list: what it equals may not have one


def rows(analysis: Analysis) -> Iterable[tuple[Any, ...]]:
    """What :func:`load` will find, to be stored."""
    if not analysis.sourced:
        return
    for statement, found in zip(analysis.split.statements, analysis.attributions, strict=True):
        for n, each in enumerate(found):
            yield (
                statement.n,
                n,
                each.origin,
                *ends_of(each.origin_span),
                each.relay,
                *ends_of(each.relay_span),
                each.cue,
                *ends_of(each.cue_span),
                *ends_of(each.content_span),
                int(each.quoted),
                int(each.named),
            )


def load(connection: sqlite3.Connection, article: int, count: int, length: int) -> Said:
    """Who says the statements of an article.

    Args:
        connection: to the library.
        article: its row.
        count: how many statements it has.
        length: code points of its text.

    Raises:
        LookupError: there is one of no statement.
        ValueError: one points outside the text.
    """
    astray = connection.execute(
        f"SELECT statement FROM attribution WHERE article = ?1 AND ({_ASTRAY}) LIMIT 1",
        (article, length),
    ).fetchone()
    if astray is not None:
        raise ValueError(f"who says statement {astray[0]} lies outside the text")
    found = connection.execute(
        f"SELECT statement, json_array({COLUMNS}) FROM attribution WHERE article = ? "
        "ORDER BY statement, n",
        (article,),
    ).fetchall()
    if found and not 1 <= found[0][0] <= found[-1][0] <= count:
        raise LookupError("an attribution of no statement")
    return Said(found, count)


def of_statement(connection: sqlite3.Connection, article: int, n: int) -> tuple[Attribution, ...]:
    """Who says one statement of an article, for which nothing else of it is read."""
    found = connection.execute(
        f"SELECT {COLUMNS} FROM attribution WHERE article = ? AND statement = ? ORDER BY n",
        (article, n),
    )
    return tuple(map(_attribution, found))


def _attribution(row: Sequence[Any]) -> Attribution:
    return Attribution(
        row[0],
        span_of(row[1], row[2]),
        row[3],
        span_of(row[4], row[5]),
        row[6],
        span_of(row[7], row[8]),
        span_of(row[9], row[10]),
        bool(row[11]),
        bool(row[12]),
    )
