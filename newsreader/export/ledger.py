"""An edit that no new update header announced, as it leaves the library, in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsreader.export import csv, jsonl


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A statement that changed or vanished."""

    story: int  # its number
    uri: str
    kind: str  # changed, vanished
    was: str
    now: str | None  # None where it vanished
    first_revision: int  # the first that had the words that were
    last_revision: int  # the last one
    back: int | None  # the revision in which they were there again
    title: str  # the story's
    alarms: tuple[str, ...]  # the kinds of change of meaning


def _as_csv(rows: Iterable[LedgerRow]) -> Iterator[bytes]:
    return csv.write(rows, LedgerRow)


FORMATS: dict[str, Callable[[Iterable[LedgerRow]], Iterator[bytes]]] = {
    "jsonl": jsonl.write,
    "csv": _as_csv,
}
"""The formats by name."""
