"""A progress line on standard error, only where the work is long and somebody looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

SHOW_AFTER = 1.0
"""Seconds of work before a progress line appears."""


def counted(items: Iterable[T], doing: str) -> Iterator[T]:
    """Pass ``items`` on; after a second, on a terminal, count them on standard error."""
    if not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    source = iter(items)
    done = 0
    for item in source:
        done += 1
        yield item
        if time.monotonic() - started > SHOW_AFTER:
            break
    else:
        return
    yield from _shown(source, doing, done)


def _shown(source: Iterator[T], doing: str, done: int) -> Iterator[T]:
    from rich.console import Console  # noqa: PLC0415  -- only where it is shown
    from rich.progress import (  # noqa: PLC0415
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (SpinnerColumn(), TextColumn(doing), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, completed=done, total=None)
        for item in source:
            yield item
            progress.advance(task)
