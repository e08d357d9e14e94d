"""Putting a finished file into place, so that nobody ever sees half of it or loses another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name in the folder of ``path`` to make the file under; whatever is left is removed."""
    draft = path.with_name(f".{path.name[:80]}.{os.urandom(6).hex()}.new")
    try:
        yield draft
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                draft.with_name(draft.name + ending).unlink()


def publish(draft: Path, path: Path) -> None:
    """Give the finished ``draft`` its name, durably.

    Raises:
        FileExistsError: there is a file of that name already; it is left as it is.
        OSError: it cannot be done.
    """
    sync(draft)
    try:
        os.link(draft, path)  # unlike a rename, never replaces a file
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)
    with suppress(OSError):  # not every system lets a folder be synced
        sync(path.parent)


def sync(path: Path) -> None:
    """Make a file durable, or what a folder says of its files.

    Raises:
        OSError: it cannot be done; not every system lets a folder be synced.
    """
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
