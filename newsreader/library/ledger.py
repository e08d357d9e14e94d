"""The ledger: what changed or vanished in stories without a new update header to say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from newsreader.export.files import write_file
from newsreader.export.ledger import FORMATS, LedgerRow
from newsreader.library.exporting import free_path
from newsreader.library.revisions import quiet_edits
from newsreader.model.comparison import Comparison
from newsreader.model.story import Story
from newsreader.revising.comparing import compare
from newsreader.revising.history import Edit

if TYPE_CHECKING:
    from newsreader.library import Library


class Sort(StrEnum):
    """Which edits are shown."""

    ALL = "all"
    CHANGED = "changed"
    VANISHED = "vanished"
    AWAY = "not back"  # vanished, and not there again
    MEANING = "not only looks"  # changed in more than looks, or vanished


class Entry(NamedTuple):
    """An edit in its story."""

    story: Story
    edit: Edit
    change: Comparison | None  # of what changed

    @property
    def cosmetic(self) -> bool:
        """Whether nothing but looks changed."""
        return self.change is not None and self.change.cosmetic

    def fits(self, sort: Sort, words: str) -> bool:
        """Whether it is of that sort, and has all the words typed, in its own words or the title.

        Args:
            sort: which edits are wanted.
            words: as typed; case does not count.
        """
        of_sort = {
            Sort.ALL: True,
            Sort.CHANGED: self.edit.kind == "changed",
            Sort.VANISHED: self.edit.kind == "vanished",
            Sort.AWAY: self.edit.kind == "vanished" and self.edit.back is None,
            Sort.MEANING: not self.cosmetic,
        }[sort]
        alarms = " ".join(self.change.alarms) if self.change is not None else ""
        parts = self.edit.was, self.edit.now or "", self.story.title, self.edit.kind, alarms
        text = "\n".join(parts).casefold()
        return of_sort and all(word in text for word in words.casefold().split())

    def row(self) -> LedgerRow:
        """As it leaves the library."""
        edit = self.edit
        alarms = tuple(each.value for each in self.change.alarms) if self.change else ()
        return LedgerRow(
            self.story.id, self.story.uri, edit.kind, edit.was, edit.now, edit.first, edit.last,
            edit.back, self.story.title, alarms,
        )  # fmt: skip


def ledger(library: Library, stories: Iterable[Story]) -> Iterator[Entry]:
    """The edits of some stories that no new update header announced, story by story, oldest first.

    Raises:
        LibraryError: the library is damaged or locked.
    """
    for story in stories:
        for edit in quiet_edits(library, story):
            change = compare(edit.was, edit.now) if edit.now is not None else None
            yield Entry(story, edit, change)


def export_ledger(entries: Iterable[Entry], target: str, *, overwrite: bool = False) -> int:
    """Write edits to a file, whole or not at all; returns how many.

    Args:
        entries: which.
        target: a path; ``~`` stands for the home folder, the suffix (.jsonl, .csv) for the format.
        overwrite: whether a file that is there may be replaced; a library never is.

    Raises:
        UsageError: no format of that suffix.
        WriteError: the file cannot be written, or is there and must not be replaced.
    """
    path, format_ = free_path(target, FORMATS, overwrite=overwrite)
    rows = [each.row() for each in entries]
    write_file(path, FORMATS[format_](rows))
    return len(rows)
