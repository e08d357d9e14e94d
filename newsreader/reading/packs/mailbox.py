"""mbox: the mails in a mailbox, one after the other.

What must stay true: a mail begins at a line ``From `` that a blank line stands before and header
fields after; such a line in a mail's own text was written ``>From ``, and is that again.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from newsreader.errors import SourceError
from newsreader.reading.limits import MAX_BYTES, MAX_MEMBERS
from newsreader.reading.packs.opened import Budget, Opened, held

_LINE = 65_536
_FIELD = re.compile(rb">?[A-Za-z][A-Za-z0-9-]{0,60}:")
_QUOTED = re.compile(rb">+From ")


def members(opened: Opened, budget: Budget) -> Iterator[Opened | SourceError]:  # noqa: ARG001 -- no more comes out than is in
    """The mails in a mailbox."""
    for number, mail in enumerate(_mails(opened.stream), start=1):
        source = f"{opened.source}:{number}"
        if number > MAX_MEMBERS:
            problem = f"more than {MAX_MEMBERS:,} mails, the most that are read"
            yield SourceError(opened.source, problem)
            return
        if mail is None:
            problem = f"larger than {MAX_BYTES // 1_000_000} MB, the most that is read"
            yield SourceError(source, problem)
            continue
        yield Opened(
            source=source,
            uri=f"{opened.uri}!/{number}",
            name=f"{number}.eml",
            stream=held(mail),
            fetched=opened.fetched,
        )


def _mails(stream: io.BufferedReader) -> Iterator[bytes | None]:
    """The mails without the lines between them; None for one that is too large."""
    parts: list[bytes] = []
    length, blank = 0, True
    line = stream.readline(_LINE)
    while line:
        after = stream.readline(_LINE)
        if blank and line.startswith(b"From ") and _FIELD.match(after):
            if parts:
                yield b"".join(parts) if length <= MAX_BYTES else None
            parts, length = [], 0
        else:
            length += len(line)
            if length <= MAX_BYTES:
                parts.append(line[1:] if _QUOTED.match(line) else line)
            blank = not line.strip()
        line = after
    if parts:
        yield b"".join(parts) if length <= MAX_BYTES else None
