"""What carries articles: gzip, zip, WARC and mailboxes, opened one in the other.

A pack is told by its content. Each kind is one module with a ``members(opened, budget)`` that
yields what is in it, still as streams, and one line in :data:`_KINDS`.

What must stay true: nothing is ever written to the disk. Memory holds one member at a time. What
comes out is bounded by a budget for the whole of what the user named, whatever is nested in what,
and nesting ends at :data:`newsreader.reading.limits.MAX_PACKED`. One bad member never stops the
others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module

from newsreader.errors import SourceError
from newsreader.reading.limits import MAX_BYTES, MAX_PACKED
from newsreader.reading.packs.opened import Budget, Opened
from newsreader.reading.raw import Raw

__all__ = ["SEEN", "Budget", "Opened", "pack_kind", "unpack"]

_USUAL = 65_536  # bytes that most inputs have not got

SEEN = 1024
"""Bytes at the beginning by which a pack is known."""

_KINDS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\x1f\x8b\x08"), "newsreader.reading.packs.gzipped"),
    (re.compile(rb"PK(?:\x03\x04|\x05\x06)"), "newsreader.reading.packs.zipped"),
    (re.compile(rb"WARC/[01]\.\d{1,2}[ \t]*\r?\n"), "newsreader.reading.packs.warc"),
    (
        re.compile(rb"From \S+ [^\r\n]{0,200}\r?\n>?[A-Za-z][A-Za-z0-9-]{0,60}:"),
        "newsreader.reading.packs.mailbox",
    ),
)
"""How the content of a pack begins, and the module whose ``members`` reads it."""


def pack_kind(head: bytes) -> str | None:
    """The module that reads the pack which begins with ``head``; None for what is no pack."""
    return next((module for begins, module in _KINDS if begins.match(head)), None)


def unpack(opened: Opened, budget: Budget, depth: int = 0) -> Iterator[Raw | SourceError]:
    """Everything in ``opened`` that is no pack itself, lazily.

    Args:
        opened: a pack, or anything else.
        budget: what may come out of it.
        depth: how many packs it is in already.

    Yields:
        The inputs, and a :class:`SourceError` for each member that could not be read.
    """
    try:
        kind = pack_kind(opened.peek(SEEN))
        if kind is None:
            yield _whole(opened)
        elif depth == MAX_PACKED:
            problem = f"packed more than {MAX_PACKED} times over, the most that is opened"
            yield SourceError(opened.source, problem)
        else:
            yield from _members(kind, opened, budget, depth)
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(opened.source, (error.strerror or "damaged").lower())


def _members(kind: str, opened: Opened, budget: Budget, depth: int) -> Iterator[Raw | SourceError]:
    """What is in a pack of that kind."""
    members: Callable[..., Iterator[Opened | SourceError]] = import_module(kind).members
    for member in members(opened, budget):
        if isinstance(member, SourceError):
            yield member
        else:
            yield from unpack(member, budget, depth + 1)
        if budget.spent:  # all that follows would fail alike
            return


def _whole(opened: Opened) -> Raw:
    """A member that is no pack, read."""
    data = opened.stream.read(_USUAL)  # for what it is asked for memory is made, at once
    if len(data) == _USUAL:
        data += opened.stream.read(MAX_BYTES + 1 - _USUAL)
    if len(data) > MAX_BYTES:
        problem = f"larger than {MAX_BYTES // 1_000_000} MB, the most that is read"
        raise SourceError(opened.source, problem)
    return Raw(
        opened.source, opened.uri, opened.name, data,
        opened.key, opened.charset, opened.fetched, warnings=tuple(opened.warnings),
    )  # fmt: skip
