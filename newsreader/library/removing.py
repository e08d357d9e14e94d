"""Taking stories off the lists, and bringing them back: events like all others, undone like them.

Nothing is deleted: the text, the tags and the history of a removed story stay in the library.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from newsreader.library import Library
from newsreader.model.event import Draft, EventKind
from newsreader.model.story import Story


def remove(library: Library, stories: Sequence[Story]) -> None:
    """Take stories off the lists, as one act.

    Raises:
        WriteError, LibraryError: it could not be written; those before it are removed.
    """
    group = str(uuid.uuid4())
    for story in stories:
        opened = library.open(story)
        if not opened.book.removals.in_force:
            draft = Draft(EventKind.REMOVE, library.editor, opened.story.uri, group=group)
            library.record(opened, [draft])


def restore(library: Library, stories: Sequence[int]) -> list[Story]:
    """Bring removed stories back, whoever removed them.

    Args:
        library: open.
        stories: their numbers.

    Returns:
        Those that were off the lists, as they are now.

    Raises:
        WriteError, LibraryError: it could not be written; those before it are back.
    """
    back = []
    for number in stories:
        opened = library.open(number)
        removals = opened.book.removals.in_force
        if removals:
            draft = Draft(EventKind.UNDO, library.editor, opened.story.uri, events=removals)
            library.record(opened, [draft])
            back.append(library.find(number))
    return back


def restore_last(library: Library) -> list[Story]:
    """Undo the editor's last removal that still counts; returns the stories that are back."""
    return restore(library, library.last_removed())
