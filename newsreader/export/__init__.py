"""Tags as files for other programs: one module a format, rows in, bytes out, streaming."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newsreader.export import csv, jsonl
from newsreader.export.rows import ExportRow

FORMATS: dict[str, Callable[[Iterable[ExportRow]], Iterator[bytes]]] = {
    "jsonl": jsonl.write,
    "csv": csv.write,
}
"""The formats by name."""

__all__ = ["FORMATS", "ExportRow"]
