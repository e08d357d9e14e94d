"""A bar of progress on standard error, only where the work is long and somebody looks.

What must stay true: what goes to standard output goes there, bar or no bar.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import TypeVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.progress import Progress

    from newsreader.library import Added

T = TypeVar("T")

SHOW_AFTER = 1.0
"""Seconds of work before the bar appears."""


def watched(items: Iterable[Added], total: Callable[[], int | None]) -> Iterator[Added]:
    """Pass on what became of articles; after a second, on a terminal, show how far it is.

    Args:
        items: what became of each article.
        total: how many inputs there are, asked for when the bar is shown; None where that cannot
            be told.
    """
    return _watched(items, "adding", Inputs().take, total)


def counted(items: Iterable[T], doing: str) -> Iterator[T]:
    """Pass ``items`` on; after a second, on a terminal, count them."""
    numbers = count(1)
    return _watched(items, doing, lambda _: (next(numbers), 0), lambda: None)


class Inputs:
    """How many inputs came to something, and how many failed."""

    def __init__(self) -> None:
        self._inputs = 0
        self._failed = 0
        self._last = ""

    def take(self, item: Added) -> tuple[int, int]:
        """Count what became of an article; those of one input come one after the other."""
        if not item.skipped:
            self._inputs += item.source != self._last
            self._last = item.source
            self._failed += item.error is not None
        return self._inputs, self._failed


def _watched(
    items: Iterable[T],
    doing: str,
    take: Callable[[T], tuple[int, int]],
    total: Callable[[], int | None],
) -> Iterator[T]:
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    source = iter(items)
    for item in source:
        take(item)
        yield item
        if time.monotonic() - started > SHOW_AFTER:
            break
    else:
        return
    most = total()
    with _bar() as bar:
        task = bar.add_task(doing, total=most, failed="")
        for item in source:
            done, wrong = take(item)
            failed = f"· {wrong:,} failed" if wrong else ""
            # Packs hold more than their names tell.
            end = None if most is None else max(most, done)
            bar.update(task, completed=done, total=end, failed=failed)
            yield item


def _bar() -> Progress:
    from rich.console import Console  # noqa: PLC0415  -- only where it is shown
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text  # noqa: PLC0415

    class Rate(ProgressColumn):
        """Inputs a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f}/s" if task.speed else "")

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TextColumn("{task.fields[failed]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    # Lines are put above the bar; but what goes to a file or a pipe must not come here.
    ours = sys.stdout is not None and sys.stdout.isatty()
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=ours)
