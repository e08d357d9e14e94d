"""What the user named (a file, a folder, "-") as bytes, one input at a time.

What must stay true: nothing here hangs, loops or leaves the folder that was named. Files in a
folder are opened without following links and without blocking, and only regular files are
read. One bad file never stops the others: problems are yielded as values.

In a folder the names that we read are those of :data:`newsreader.reading.formats.SUFFIXES` and
names without a suffix whose content is text. All other regular files are counted and told in one
line at the end: a word is better than silence, but a folder of photographs is not worth a
thousand lines.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsreader.errors import SkippedError, SourceError
from newsreader.reading.formats import SUFFIXES
from newsreader.reading.limits import MAX_BYTES

_NO_FILE = "not a regular file, skipped"


class Raw(NamedTuple):
    """One input as bytes, before anybody looked at its format."""

    source: str  # as the user named it; in a folder the path joined
    uri: str  # the identity of the story, unless the content states another
    name: str  # the file's name: its suffix hints at the format
    data: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def load_each(source: str) -> Iterator[Raw | SourceError]:
    """Everything that ``source`` names, lazily.

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
        yield _stdin()
    elif os.path.isdir(source):  # noqa: PTH112  (False for what cannot be a name; Path raises)
        yield from _folder(source)
    else:
        yield _file(source)


def suffix(name: str) -> str:
    """The suffix of a file name in lower case, with its dot; "" for none."""
    stem, dot, end = name.rpartition(".")
    return f".{end.lower()}" if dot and stem else ""


def printable(source: str) -> str:
    """A source's name without the surrogates that stand for undecodable bytes of a file name."""
    return os.fsencode(source).decode("utf-8", errors="replace")


def _stdin() -> Raw | SourceError:
    """Standard input as one input; its identity is its content."""
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        return _failed("-", error)
    if len(data) > MAX_BYTES:
        return _too_large("-")
    digest = hashlib.sha256(data).hexdigest()
    return Raw(source="-", uri=f"stdin:{digest[:16]}", name="", data=data)


def _file(source: str, *, within: bool = False) -> Raw | SourceError:
    """One file; ``within`` a folder links are not followed."""
    # NONBLOCK: opening a fifo must not wait for a writer.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if within:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(source, flags)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return _failed(source, error)
    try:
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return (SkippedError if within else SourceError)(source, _NO_FILE, "pipes: use -")
            if status.st_size > MAX_BYTES:
                return _too_large(source)
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _failed(source, error)
    if len(data) > MAX_BYTES:
        return _too_large(source)
    uri = Path(os.path.abspath(source)).as_uri()  # noqa: PTH100  (resolve() follows links)
    return Raw(source=source, uri=uri, name=os.path.basename(source), data=data)  # noqa: PTH119


def _folder(root: str) -> Iterator[Raw | SourceError]:
    """All articles below ``root``; one line at the end for the files that are none."""
    read = 0
    skipped: list[str] = []
    for found in _walk(root):
        item = found if isinstance(found, SourceError) else _entry(found, root)
        if item is None:
            skipped.append(str(found))
        else:
            read += isinstance(item, Raw)
            yield item
    count = f"{len(skipped)} other file{'' if len(skipped) == 1 else 's'} skipped"
    hint = f"{count}, such as {os.path.basename(skipped[0])}" if skipped else None  # noqa: PTH119
    if not read:
        yield SourceError(root, "no articles here", hint)
    elif skipped:
        yield SkippedError(root, count, f"such as {os.path.basename(skipped[0])}")  # noqa: PTH119


def _walk(root: str) -> Iterator[str | SourceError]:
    """Paths of all that is no folder below ``root``, depth first and by name.

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


def _entry(path: str, root: str) -> Raw | SourceError | None:
    """One entry of a folder; None when it is none of ours."""
    target = _inside(path, root) if os.path.islink(path) else path  # noqa: PTH114
    if isinstance(target, SourceError):
        return target
    if os.path.lexists(target) and not os.path.isfile(target):  # noqa: PTH113
        return SkippedError(path, _NO_FILE)
    end = suffix(os.path.basename(path))  # noqa: PTH119
    if end and end not in SUFFIXES:
        return None
    item = _file(target, within=True)
    if not end and isinstance(item, Raw) and _is_refused(item):
        return None
    return item if target == path else _named(item, path)


def _is_refused(item: Raw) -> bool:
    from newsreader.reading.detect import refusal  # noqa: PLC0415  (detection reads what is here)

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


def _named(item: Raw | SourceError, path: str) -> Raw | SourceError:
    """``item`` under the name of the link that led to it."""
    if isinstance(item, SourceError):
        return type(item)(path, item.problem, item.hint)
    uri = Path(os.path.abspath(path)).as_uri()  # noqa: PTH100
    return Raw(source=path, uri=uri, name=os.path.basename(path), data=item.data)  # noqa: PTH119


def _failed(source: str, error: OSError | ValueError) -> SourceError:
    """What the operating system said, in its own plain words."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return SourceError(source, (reason or "cannot be read").lower())


def _too_large(source: str) -> SourceError:
    return SourceError(source, f"larger than {MAX_BYTES // 1_000_000} MB, the most that is read")
