"""What changed on the disk since one looked last: a file, or the files of a folder.

What must stay true: nothing is opened to find that out, and a file that is just being written is
left alone until two looks find it the same. It works on every disk, also one of another machine,
because it asks and is not told.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from newsreader.errors import SourceError
from newsreader.reading.packs.names import is_ours
from newsreader.reading.raw import Loaded
from newsreader.reading.sources import entry, load_each, walk


class Mark(NamedTuple):
    """What tells one state of a file from another."""

    modified: int  # nanoseconds
    size: int
    inode: int  # another one where the file was replaced


MISSING = Mark(0, 0, 0)
"""Of what is not there."""


class Changes:
    """Looks at one source again and again."""

    def __init__(self, source: str) -> None:
        """Look at ``source``, a file or a folder, which need not be there."""
        self.source = source
        self._known: dict[str, Mark] = {}
        self._unsettled: dict[str, Mark] = {}
        self._first = True
        self.vanished: list[str] = []
        """What the last look found gone from the folder."""

    @property
    def unsettled(self) -> bool:
        """Whether something changed that the next look has to find unchanged."""
        return bool(self._unsettled)

    def look(self) -> list[str]:
        """The paths of what is new or changed since the last look, in the order of reading.

        All there is at the first look. A single file is named also when it vanished, so that
        reading it tells so; what vanished from a folder is in :attr:`vanished`.
        """
        found = marks(self.source)
        if self._first:
            self._first, self._known = False, found
            return list(found)
        self.vanished = [path for path in self._known if path not in found]
        changed = {path: mark for path, mark in found.items() if self._known.get(path) != mark}
        settled = [path for path, mark in changed.items() if self._unsettled.get(path) == mark]
        self._unsettled = {path: mark for path, mark in changed.items() if path not in settled}
        self._known = {path: self._known[path] for path in found if path in self._known}
        self._known.update((path, changed[path]) for path in settled)
        return settled


def marks(source: str) -> dict[str, Mark]:
    """The files of ``source`` that may be read, each with its mark."""
    if not os.path.isdir(source):  # noqa: PTH112  (False for what cannot be a name; Path raises)
        return {source: _mark(source)}
    found = {}
    for path in walk(source):
        if isinstance(path, SourceError) or is_ours(os.path.basename(path)) is False:  # noqa: PTH119
            continue
        mark = _mark(path)
        if mark is not MISSING:
            found[path] = mark
    return found


def _mark(path: str) -> Mark:
    try:
        status = os.stat(path)  # noqa: PTH116  (as above)
    except (OSError, ValueError):
        return MISSING
    return Mark(status.st_mtime_ns, status.st_size, status.st_ino)


def load_changed(source: str, path: str) -> Iterable[Loaded]:
    """What is in a file of ``source`` that a look named.

    Args:
        source: the file itself or the folder that it is in.
        path: as :meth:`Changes.look` gave it.
    """
    return load_each(source) if path == source else entry(path, source) or ()
