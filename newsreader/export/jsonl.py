"""Tags as JSON Lines: an object a line, ASCII only, so that no character can break a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from newsreader.export.rows import ExportRow


def write(rows: Iterable[ExportRow]) -> Iterator[bytes]:
    """One line for each row, without holding them all."""
    for row in rows:
        yield json.dumps(asdict(row), ensure_ascii=True).encode("ascii") + b"\n"
