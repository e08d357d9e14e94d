"""Backups that the program makes by itself, and putting one back.

They lie in a folder beside the library, each named by its moment. A new one is whole, checked and
on the disk before the oldest goes; while others write all the time, it is left for later rather
than that anybody waits.
"""

from __future__ import annotations

import re
import shutil
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from newsreader.config.kinds import duration
from newsreader.errors import NewsreaderError, WriteError
from newsreader.library.worker import Worker

if TYPE_CHECKING:
    from newsreader.config import Config
    from newsreader.library import Library

_NAME = re.compile(r"(\d{8}-\d{6})\.library", re.ASCII)
_MOMENT = "%Y%m%d-%H%M%S"
_LOOK = 600.0  # seconds between two looks whether one is due
_STALE = 3600.0  # seconds after which nobody writes at an unfinished backup any more
_ROOM = 3  # times the library's size that must be free on the disk


class Backup(NamedTuple):
    """One of them."""

    path: Path
    at: datetime  # when it was made; UTC
    size: int  # bytes


def folder_of(library: Path) -> Path:
    """Where the backups of a library lie."""
    return library.with_name(f"{library.name}.backups")


def backups(library: Path) -> list[Backup]:
    """The backups that there are, the newest first."""
    found = []
    with suppress(OSError):
        for path in folder_of(library).iterdir():
            named = _NAME.fullmatch(path.name)
            if named is None:
                continue
            with suppress(OSError, ValueError):
                at = datetime.strptime(named[1], _MOMENT).replace(tzinfo=UTC)
                found.append(Backup(path, at, path.stat().st_size))
    return sorted(found, key=lambda each: each.at, reverse=True)


def is_due(library: Library, config: Config) -> bool:
    """Whether it is time for the next one, and there is something new to keep."""
    if not config.backups or library.readonly:
        return False
    known = backups(library.path)
    if not known:
        return True
    if library.now() - known[0].at < duration(config.backup_every):
        return False
    with suppress(OSError):
        return library.path.stat().st_mtime > known[0].path.stat().st_mtime
    return False


def make(library: Library, keep: int, *, patient: bool = False) -> Path:
    """Make one now, and let those go that are too many.

    Args:
        library: open.
        keep: how many are kept, this one among them; at least 1.
        patient: as for :meth:`Library.backup`.

    Raises:
        WriteError: it cannot be written, or others write too often; all that were there still are.
        LibraryError: the library is damaged.
    """
    library.need_sound()
    folder = folder_of(library.path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        size = library.path.stat().st_size
        if shutil.disk_usage(folder).free < _ROOM * size:
            raise WriteError(f"{folder}: too little room for a backup")
    except OSError as error:
        raise WriteError(f"{folder}: cannot be made: {error.strerror}") from error
    at = library.now().astimezone(UTC)
    target = folder / f"{at.strftime(_MOMENT)}.library"
    while target.exists():  # made within the same second
        at += timedelta(seconds=1)
        target = folder / f"{at.strftime(_MOMENT)}.library"
    _sweep(folder)
    library.backup(target, patient=patient)
    for each in backups(library.path)[max(1, keep) :]:
        with suppress(OSError):
            each.path.unlink()
    return target


def _sweep(folder: Path) -> None:
    """Remove what programs left that ended while they made a backup."""
    for path in folder.glob(".*.new*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE:
                path.unlink()


class BackingUp(Worker):
    """Making backups when they are due, as long as the program is open."""

    def __init__(self, library: Library, config: Config) -> None:
        """Be ready to make them as the settings say."""
        super().__init__(library, "backups")
        self._config = config
        self._woken = Event()

    def wake(self) -> None:
        """Look at once."""
        self._woken.set()

    def work(self, library: Library) -> None:
        """Look again and again; what fails is tried again at the next look."""
        from newsreader.store.backing_up import DisturbedError  # noqa: PLC0415  -- at use

        while not self.stopped:
            try:
                if is_due(library, self._config):
                    make(library, self._config.backups, patient=True)
                self.wrong = ""
            except DisturbedError:
                self.wrong = ""  # somebody is busy: no reason to tell them
            except NewsreaderError as error:
                self.wrong = str(error)
            self._woken.wait(_LOOK)
            self._woken.clear()
