"""Which journal a library may use.

WAL is faster, but SQLite before 3.51.3 (patched: 3.50.7, 3.44.6) can lose committed
transactions when a WAL is reset while two connections are at work, and WAL needs shared memory
that network file systems do not give. Both TRUNCATE and WAL keep every committed event through
a power cut with ``synchronous=FULL``; where there is doubt, it is TRUNCATE.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

_NETWORK = frozenset(
    {
        *("9p", "afs", "autofs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse", "gfs2"),
        *("glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "smb3"),
        *("smbfs", "vboxsf", "virtiofs"),
    }
)


def journal_mode(path: Path) -> str:
    """``wal`` where it is safe for the library at ``path``, else ``truncate``."""
    if wal_is_safe(sqlite3.sqlite_version_info) and is_local(path):
        return "wal"
    return "truncate"


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset bug."""
    if version >= (3, 51, 3):
        return True
    return (version[:2] == (3, 50) and version[2] >= 7) or (
        version[:2] == (3, 44) and version[2] >= 6
    )


def is_local(path: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """Whether ``path`` surely lies on a local file system; False where that cannot be told."""
    try:
        table = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    best, kind = "", ""
    for line in table.split("\n"):
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = _unescape(fields[1])
        if path.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, fields[2]
    return bool(kind) and kind not in _NETWORK and not kind.startswith("fuse.")


def _unescape(point: str) -> str:
    """A mount point as the kernel writes it (space, tab, newline, backslash in octal)."""
    for octal, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(octal, char)
    return point
