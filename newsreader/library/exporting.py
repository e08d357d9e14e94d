"""Writing the tags of chosen stories to a file, in the format that its name ends with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsreader.errors import UsageError, WriteError
from newsreader.export import FORMATS, ExportRow
from newsreader.export.files import write_file
from newsreader.library import Library
from newsreader.model.story import Story


class Exported(NamedTuple):
    """What an export came to."""

    tags: int
    stories: int  # those that have tags


def export_to(
    library: Library, stories: Iterable[Story], target: str, *, overwrite: bool = False
) -> Exported:
    """Write all editors' tags of the stories to a file, whole or not at all.

    Args:
        library: open.
        stories: which.
        target: a path; ``~`` stands for the home folder, the suffix for the format.
        overwrite: whether a file that is there may be replaced; a library never is.

    Raises:
        UsageError: no format of that suffix.
        WriteError: the file cannot be written, or is there and must not be replaced.
    """
    path, format_ = free_path(target, FORMATS, overwrite=overwrite)
    counted = _Counted(library.tags(stories))
    write_file(path, FORMATS[format_](counted))
    return Exported(counted.tags, counted.stories)


def free_path(target: str, formats: Collection[str], *, overwrite: bool) -> tuple[Path, str]:
    """Where to write, and in which format.

    Args:
        target: as typed.
        formats: names of those that there are.
        overwrite: whether a file that is there may be replaced.

    Raises:
        UsageError: no format of that suffix.
        WriteError: the file is there and must not be replaced.
    """
    path = path_of(target)
    suffix = path.suffix.removeprefix(".").casefold()
    if suffix not in formats:
        known = ", ".join(f".{name}" for name in formats)
        raise UsageError(f"{target}: no export format of that name", f"the name ends with {known}")
    if not overwrite and is_there(target):
        raise WriteError(f"{target}: is there already")
    return path, suffix


def path_of(target: str) -> Path:
    """The path that was typed.

    Raises:
        UsageError: it can be none.
    """
    try:
        return Path(target).expanduser()
    except RuntimeError as error:  # no such home
        raise UsageError(f"{target}: {error}") from error


def is_there(target: str) -> bool:
    """Whether something of that name is there."""
    try:
        return path_of(target).exists()
    except (OSError, ValueError):
        return False


class _Counted:
    """Rows that are counted as they go by."""

    def __init__(self, rows: Iterable[ExportRow]) -> None:
        self._rows = rows
        self.tags = self.stories = 0

    def __iter__(self) -> Iterator[ExportRow]:
        last = None
        for row in self._rows:  # story by story
            self.tags += 1
            self.stories += row.story != last
            last = row.story
            yield row


def write_new(target: str, lines: Iterable[str]) -> Path:
    """Write lines to a file that is not there yet, whole or not at all.

    Args:
        target: a path; ``~`` stands for the home folder.
        lines: each without its end.

    Raises:
        UsageError: it can be no path.
        WriteError: it is there already, or cannot be written.
    """
    if is_there(target):
        raise WriteError(f"{target}: is there already")
    path = path_of(target)
    write_file(path, (f"{line}\n".encode() for line in lines))
    return path
