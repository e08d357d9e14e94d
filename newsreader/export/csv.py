"""Tags and edits as CSV (RFC 4180, UTF-8, CRLF, with a header), safe to open in a spreadsheet.

A cell that a spreadsheet would run as a formula gets a leading ``'`` (OWASP, "CSV Injection"),
and control characters are made visible. Programs that need the exact words read JSON Lines.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from newsreader.export.rows import ExportRow
from newsreader.visible import visible

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_STARTERS = tuple("=+-@|%\t\r\n＝＋－＠｜％")


def write(
    rows: Iterable[DataclassInstance], of: type[DataclassInstance] = ExportRow
) -> Iterator[bytes]:
    """The header, then one record for each row, without holding them all."""
    yield _record([field.name for field in fields(of)])
    for row in rows:
        yield _record([cell(value) for value in astuple(row)])


def _record(cells: Iterable[str | int]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode("utf-8")


def cell(value: str | int | tuple[str, ...] | None) -> str | int:
    """The value as a cell: numbers as they are, text made harmless."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    if isinstance(value, tuple):
        value = "; ".join(value)
    shown = visible(value)
    dangerous = value[:1] in _STARTERS or shown.lstrip().startswith(_STARTERS)
    return f"'{shown}" if value and dangerous else shown
