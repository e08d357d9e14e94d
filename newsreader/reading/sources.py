"""What the user named (a file, a folder, "-") as bytes, one input at a time.

What must stay true: nothing here hangs, loops or leaves the folder that was named. Files in a
folder are opened without following links and without blocking, and only regular files are
read. One bad file never stops the others: problems are yielded as values.

In a folder the names that we read are those of :data:`newsreader.reading.formats.SUFFIXES` and
of packs, and
names without a suffix whose content is text. All other regular files are counted and told in one
line at the end: a word is better than silence, but a folder of photographs is not worth a
thousand lines.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from newsreader.errors import SkippedError, SourceError
from newsreader.reading.limits import MAX_BYTES, MAX_PACK
from newsreader.reading.packs import SEEN, Budget, Opened, pack_kind, unpack
from newsreader.reading.packs.names import is_ours
from newsreader.reading.packs.opened import held
from newsreader.reading.raw import Raw, printable

__all__ = ["Raw", "entry", "how_many", "load_each", "printable", "walk"]

_NO_FILE = "not a regular file, skipped"


def load_each(source: str) -> Iterator[Raw | SourceError]:
    """Everything that ``source`` names, lazily; it is never taken for an address.

    Args:
        source: a file, a folder (read recursively, by name, hidden entries left out), or ``-``
            for standard input.

    Yields:
        The inputs, a :class:`SourceError` for each one that could not be read, and its kind
        :class:`SkippedError` for what was passed over in a folder on purpose.
    """
    if not source:  # to Path it would be this folder
        yield SourceError("''", "names nothing", "a file, a folder or -")
    elif source == "-":
        yield from _stdin()
    elif os.path.isdir(source):  # noqa: PTH112  (False for what cannot be a name; Path raises)
        yield from _folder(source)
    else:
        yield from _file(source)


def how_many(source: str, most: int | None = None) -> int | None:
    """How many files ``source`` names that will be read, as far as their names tell.

    Quick: nothing is opened. A pack counts as one file.

    Args:
        source: as for :func:`load_each`.
        most: the number at which to stop counting; None for all.

    Returns:
        The number; None for what is no file and no folder.
    """
    if not os.path.isdir(source):  # noqa: PTH112
        return 1 if os.path.isfile(source) else None  # noqa: PTH113
    files = (
        found
        for found in walk(source)
        if isinstance(found, str) and is_ours(os.path.basename(found)) is not False  # noqa: PTH119
    )
    return sum(1 for _ in islice(files, most))


def _stdin() -> Iterator[Raw | SourceError]:
    """Standard input; its identity is its content."""
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        yield _failed("-", error)
        return
    if len(data) > MAX_BYTES:
        yield _too_large("-")
        return
    uri = f"stdin:{hashlib.sha256(data).hexdigest()[:16]}"
    yield from unpack(Opened("-", uri, "", held(data)), Budget(len(data)))


def _file(source: str, path: str | None = None) -> Iterator[Raw | SourceError]:
    """One file, or what is in it where it is a pack.

    Args:
        source: what the user calls it, or where it was met in a folder.
        path: the file within a folder that is opened for it: links are not followed then.
    """
    # NONBLOCK: opening a fifo must not wait for a writer.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path is not None:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(path or source, flags)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield _failed(source, error)
        return
    with os.fdopen(descriptor, "rb") as file:
        try:
            status = os.fstat(file.fileno())
            packed = stat.S_ISREG(status.st_mode) and pack_kind(file.peek(SEEN)[:SEEN]) is not None
        except OSError as error:
            yield _failed(source, error)
            return
        if not stat.S_ISREG(status.st_mode):
            yield (SourceError if path is None else SkippedError)(source, _NO_FILE, "pipes: use -")
        else:
            yield from _content(source, file, status.st_size, MAX_PACK if packed else MAX_BYTES)


def _content(
    source: str, file: io.BufferedReader, size: int, most: int
) -> Iterator[Raw | SourceError]:
    """What is in a regular file of ``most`` bytes at the most."""
    if size > most:
        yield _too_large(source, most)
        return
    uri = Path(os.path.abspath(source)).as_uri()  # noqa: PTH100  (resolve() follows links)
    opened = Opened(source, uri, os.path.basename(source), file)  # noqa: PTH119
    yield from unpack(opened, Budget(size))


def _folder(root: str) -> Iterator[Raw | SourceError]:
    """All articles below ``root``; one line at the end for the files that are none."""
    read = 0
    skipped: list[str] = []
    for found in walk(root):
        items = iter((found,)) if isinstance(found, SourceError) else entry(found, root)
        if items is None:
            skipped.append(str(found))
            continue
        for item in items:
            read += isinstance(item, Raw)
            yield item
    count = f"{len(skipped)} other file{'' if len(skipped) == 1 else 's'} skipped"
    hint = f"{count}, such as {os.path.basename(skipped[0])}" if skipped else None  # noqa: PTH119
    if not read:
        yield SourceError(root, "no articles here", hint)
    elif skipped:
        yield SkippedError(root, count, f"such as {os.path.basename(skipped[0])}")  # noqa: PTH119


def walk(root: str) -> Iterator[str | SourceError]:
    """Paths of all that is no folder below the folder ``root``, depth first and by name.

    Links to folders are not followed, so there are no loops: what they lead to inside ``root`` is
    met at its own place anyway.
    """
    stack: list[tuple[str, bool]] = [(root, True)]
    while stack:
        path, is_folder = stack.pop()
        if not is_folder:
            yield path
            continue
        try:
            with os.scandir(path) as entries:
                found = sorted(
                    ((e.name, e.path, e.is_dir(follow_symlinks=False)) for e in entries),
                    reverse=True,
                )
        except OSError as error:
            yield _failed(path, error)
            continue
        stack.extend((p, folder) for name, p, folder in found if not name.startswith("."))


def entry(path: str, root: str) -> Iterator[Raw | SourceError] | None:
    """What is in an entry that :func:`walk` found in a folder; None when it is none of ours."""
    target = _inside(path, root) if os.path.islink(path) else path  # noqa: PTH114
    if isinstance(target, SourceError):
        return iter((target,))
    if os.path.lexists(target) and not os.path.isfile(target):  # noqa: PTH113
        return iter((SkippedError(path, _NO_FILE),))
    ours = is_ours(os.path.basename(path))  # noqa: PTH119
    if ours is not None:
        return _file(path, target) if ours else None
    items = _file(path, target)
    first = next(items, None)
    if first is None or (isinstance(first, Raw) and _is_refused(first)):
        return None
    return chain((first,), items)


def _is_refused(item: Raw) -> bool:
    from newsreader.reading.detect import refusal  # noqa: PLC0415  (only where it is in doubt)

    return refusal(item) is not None


def _inside(path: str, root: str) -> str | SourceError:
    """What the link ``path`` leads to, if that is a file within ``root``."""
    try:
        target = os.path.realpath(path, strict=True)
    except OSError as error:
        return _failed(path, error)
    folder = os.path.realpath(root)
    if os.path.commonpath([folder, target]) != folder:
        return SkippedError(path, "a link that leaves the folder, not followed")
    if os.path.isdir(target):  # noqa: PTH112
        return SkippedError(path, "a link to a folder, not followed")
    return target


def _failed(source: str, error: OSError | ValueError) -> SourceError:
    """What the operating system said, in its own plain words."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return SourceError(source, (reason or "cannot be read").lower())


def _too_large(source: str, most: int = MAX_BYTES) -> SourceError:
    return SourceError(source, f"larger than {most // 1_000_000:,} MB, the most that is read")
