"""Putting a backup in the place of a library, so that at no moment there is none.

What must stay true: the library that was there is kept under another name, never deleted; the
backup is copied, never moved, and the copy is sound before it takes the place; nobody else has the
library open. (Who opened it where that cannot be seen is told at the next key: it was replaced.)
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from datetime import UTC
from pathlib import Path
from typing import NamedTuple

from newsreader.errors import LibraryError, UsageError, WriteError
from newsreader.library import Library
from newsreader.library.safekeeping.backups import backups
from newsreader.store.file.database import Database
from newsreader.store.file.publishing import beside, sync
from newsreader.store.file.stamps import new_id, utc_now

_BESIDE = ("-journal", "-wal", "-shm")


class Restored(NamedTuple):
    """What was done."""

    backup: Path
    aside: Path | None  # where the library is now that was there; None where none was


def choose(library: Path, ref: str) -> Path:
    """The backup of that number in the list, or that file.

    Raises:
        UsageError: there is none.
    """
    known = backups(library)
    if ref.isascii() and ref.isdecimal() and len(ref) < 6:
        if not 1 <= int(ref) <= len(known):
            raise UsageError(f"no backup {ref}", "newsreader restore lists them")
        return known[int(ref) - 1].path
    path = Path(ref).expanduser()
    if not path.is_file():
        raise UsageError(f"{ref}: no such file", "newsreader restore lists the backups")
    return path


def restore(library: Path, backup: Path) -> Restored:
    """Put a copy of ``backup`` in the place of ``library``.

    Raises:
        LibraryError: the backup is not a sound library, or the library is open elsewhere.
        WriteError: it cannot be written; all is as it was.
    """
    library = library.resolve()
    if backup.exists() and library.exists() and backup.samefile(library):
        raise UsageError(f"{backup}: is the library itself")
    with beside(library) as draft:
        try:
            shutil.copyfile(backup, draft)
            _make_sound(backup, draft)
            _need_alone(library)
            sync(draft)
            aside = _set_aside(library)
            draft.replace(library)
            with suppress(OSError):  # not every system lets a folder be synced
                sync(library.parent)
        except OSError as error:
            raise WriteError(f"{library}: cannot be restored: {error.strerror}") from error
    return Restored(backup, aside)


def _make_sound(backup: Path, draft: Path) -> None:
    """Bring the copy up to date, look through it, and make another device of it."""
    try:
        with Library(draft) as opened:
            report = opened.check()
        if report.ok:
            with closing(Database(draft, patience=1.0)) as database, database.writing() as at:
                at.execute("UPDATE meta SET value = ? WHERE key = 'device'", (new_id(),))
            return
        problem = report.problems[0]
    except LibraryError as error:
        problem = error.message.replace(str(draft), str(backup))
    raise LibraryError(f"{backup}: cannot be restored: {problem}", "nothing was changed")


def _need_alone(library: Path) -> None:
    """Make sure that no other program has the library open.

    Raises:
        LibraryError: one has.
    """
    others = _who_has_open(library)
    if others:
        raise LibraryError(
            f"{library}: open in another program (process {others[0]})", "leave it, then try again"
        )
    if library.exists():
        with suppress(LibraryError):  # what is damaged cannot be asked, and is put aside as it is
            database = Database(library, patience=1.0)
            with closing(database):
                if not database.readonly and not database.damage:
                    with database.writing():
                        pass  # what a crash left was rolled back; nobody is writing


def _who_has_open(library: Path) -> list[int]:
    """The processes that have the file open, as far as the system tells."""
    found = []
    try:
        own, target = os.getpid(), library.stat()
        processes = [each for each in Path("/proc").iterdir() if each.name.isdecimal()]
    except OSError:  # no such file, or no such folder on this system
        return []
    for process in processes:
        if int(process.name) == own:
            continue
        with suppress(OSError):  # ended, or not ours to look into
            for descriptor in (process / "fd").iterdir():
                with suppress(OSError):
                    at = descriptor.stat()
                    if (at.st_dev, at.st_ino) == (target.st_dev, target.st_ino):
                        found.append(int(process.name))
                        break
    return found


def _set_aside(library: Path) -> Path | None:
    """Give the library that is there a second name; what lies beside it goes with it."""
    if not library.exists():
        return None
    stem = f"{library.name}.before-{utc_now().astimezone(UTC):%Y%m%d-%H%M%S}"
    aside, n = library.with_name(stem), 1
    while aside.exists():
        n += 1
        aside = library.with_name(f"{stem}-{n}")
    try:
        os.link(library, aside)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        shutil.copyfile(library, aside)
        sync(aside)
    for ending in _BESIDE:
        part = library.with_name(library.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    return aside
