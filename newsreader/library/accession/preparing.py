"""From bytes to rows: all the work on an input that needs no library.

Done in this process for a handful of inputs, for many in others (see ``workers.py``).
"""

from __future__ import annotations

from typing import NamedTuple

from newsreader.errors import SourceError
from newsreader.library.accession.incoming import read_in
from newsreader.library.opening.opened import analyse
from newsreader.reading import Raw
from newsreader.splitting import SPLITTER
from newsreader.store.texts.ready import Ready, ready

TAME = 32_000
"""Bytes up to which an input is read beside others: where a process dies of one of those, all that
it had not told yet are read again, one by one. Nothing as small keeps a program for long."""


class Asked(NamedTuple):
    """How inputs are to be read."""

    uri: str | None  # the story's identity, where the user stated one
    format: str | None  # the name of the format, where the user stated one


Outcome = list[tuple[Ready, bool]] | SourceError
"""The articles of an input, each with whether the input holds a newer text of its story."""


def prepare(raw: Raw, asked: Asked, *, at_once: bool = True) -> Outcome:
    """Read an input, split its articles and find who says what.

    Args:
        raw: the input.
        asked: how to read it.
        at_once: as for :func:`analyse`.
    """
    try:
        incoming = read_in(raw, asked.uri, asked.format)
    except SourceError as error:
        return error
    return [
        (ready(analyse(article, at_once=at_once), SPLITTER), superseded)
        for article, superseded in incoming
    ]
