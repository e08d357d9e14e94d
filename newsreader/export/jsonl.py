"""Tags and edits as JSON Lines: an object a line, ASCII only, so that nothing breaks a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def write(rows: Iterable[DataclassInstance]) -> Iterator[bytes]:
    """One line for each row, without holding them all."""
    for row in rows:
        yield json.dumps(asdict(row), ensure_ascii=True).encode("ascii") + b"\n"
