"""What a format's reader passed over, counted, so that whoever reads the article is told.

What must stay true: nothing that readers of the page see is left out silently.
"""

from __future__ import annotations

from collections import Counter


class LeftOut:
    """Counts what is left out, by what it is."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, one: str, many: str, number: int = 1) -> None:
        """Count ``number`` more; ``one`` and ``many`` are what one and several are called."""
        if number > 0:
            self._counts[one, many] += number

    @property
    def warnings(self) -> tuple[str, ...]:
        """At most one line that says what was left out."""
        said = [
            f"{count} {one if count == 1 else many}"
            for (one, many), count in sorted(self._counts.items())
        ]
        return (f"left out: {', '.join(said)}",) if said else ()


def other_pages(here: int, total: int) -> tuple[str, ...]:
    """What to say of a page that is one of several; nothing where it is the only one."""
    return (f"page {here} of {total}: the other entries are not in this file",) if total > 1 else ()


def on_page(uri: str | None, here: int) -> str | None:
    """The identity of a later page: other entries, so not the next revision of the first page."""
    return f"{uri}#page-{here}" if uri and here > 1 else uri
