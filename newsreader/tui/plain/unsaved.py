"""What could not be saved, in words: the last thing that may be told of it, so it names each act.

The lines go to a terminal that was given back: every text in them is made safe here. Because nobody
may read them, the acts are also left in a file, wherever one can be written.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from newsreader.errors import NewsreaderError
from newsreader.model.event import Draft
from newsreader.session import Session
from newsreader.session.rescuing import Rescue
from newsreader.tui.plain.safe import line

LONGEST = 160
"""Characters of a line at most: what was said is found by its beginning."""


def lost_lines(sessions: Iterable[Session]) -> list[str]:
    """Which acts of these sessions are not saved: how many, then one safe line for each."""
    told = [_act(each, draft) for each in sessions for draft in _drafts(each)]
    if not told:
        return []
    count = f"{len(told)} tag{' was' if len(told) == 1 else 's were'}"
    return [f"newsreader: {count} NOT SAVED:", *told]


def _drafts(session: Session) -> Iterator[Draft]:
    for acts in session.unsaved:
        yield from acts


def _act(session: Session, draft: Draft) -> str:
    """``  The Depot Fire: confirmed: Police confirmed late on Tuesday …``."""
    what = draft.label or next((text for text in (draft.note, draft.evidence) if text), "")
    kind = "" if draft.label else f"{draft.kind.value} "
    words = draft.anchor.exact if draft.anchor is not None else ""
    title = " ".join(session.opened.story.title.split())
    said = ": ".join(part for part in (title, f"{kind}{what}".strip(), words) if part)
    said = line(" ".join(said.split()))
    return "  " + (said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…")


def rescued_lines(rescued: Rescue, library: Path) -> list[str]:
    """Leave the acts in a file beside the library, at home, or where temporary files are.

    Returns:
        Where they are, a safe line; nothing where no file can be written.
    """
    from newsreader.library.exporting import write_new  # noqa: PLC0415  -- seldom needed

    if not rescued.lines:
        return []
    name = f"{library.name}.not-saved-{os.getpid()}-{time.time_ns()}.jsonl"
    for folder in (library.parent, Path("~"), Path(tempfile.gettempdir())):
        with suppress(NewsreaderError):
            path = write_new(str(folder / name), rescued.lines)
            return [line(f"newsreader: they are in {path} (newsreader tag --batch takes them)")]
    return []
