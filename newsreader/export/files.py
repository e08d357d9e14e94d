"""Writing an export to a file: whole or not at all, and never over a library."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from newsreader.errors import WriteError

SQLITE = b"SQLite format 3\0"


def write_file(target: str | os.PathLike[str], pieces: Iterable[bytes]) -> None:
    """Write ``pieces`` to the file, or leave what stood in it unharmed.

    Raises:
        WriteError: it cannot be written, or it holds a library or another database.
    """
    path = Path(os.path.realpath(target))  # a link stays a link
    try:
        if _is_database(path):
            raise WriteError(f"{target}: a library or another database", "name another file")
        _replace(path, pieces)
    except OSError as error:
        reason = error.strerror or errno.errorcode.get(error.errno or 0, "cannot be written")
        raise WriteError(f"{target}: {reason}") from error


def _is_database(path: Path) -> bool:
    """Whether the file holds a SQLite database, which no export may overwrite."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the file, make it durable, then put it in its place."""
    if path.is_symlink():  # links that lead to each other lead nowhere
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if path.exists() and not path.is_file():  # a device or a pipe is written through
        with path.open("wb") as through:
            through.writelines(pieces)
        return
    import tempfile  # noqa: PLC0415  -- only where a file is written

    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
        Path(beside).chmod(_mode(path))
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else those of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
