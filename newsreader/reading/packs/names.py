"""Which files of a folder or an archive are read, told by their names."""

from __future__ import annotations

from newsreader.reading.raw import suffix

PACK_SUFFIXES = frozenset({".gz", ".zip", ".warc", ".mbox"})
"""Suffixes of packs; what they are is told by their content."""


def is_ours(name: str) -> bool | None:
    """Whether files of that name are read; None where only the content can tell.

    What is packed with gzip counts as what it is a pack of.
    """
    from newsreader.reading.formats import SUFFIXES  # noqa: PLC0415  (one file needs no table)

    end = suffix(name)
    if end == ".gz":
        inner = suffix(inner_name(name))
        return not inner or inner in SUFFIXES or inner in PACK_SUFFIXES - {".gz"}
    return end in SUFFIXES or end in PACK_SUFFIXES if end else None


def inner_name(name: str) -> str:
    """The name of what is in a gzip file of that name."""
    stem, dot, end = name.rpartition(".")
    if not dot or not stem or end.lower() not in {"gz", "gzip", "tgz"}:
        return name
    return f"{stem}.tar" if end.lower() == "tgz" else stem
